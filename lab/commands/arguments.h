/* SPDX-License-Identifier: MIT */
/* arguments.h - parts of command lines that several commands have. */
#ifndef LAB_ARGUMENTS_H
#define LAB_ARGUMENTS_H

#include <argp.h>

#include "lab/commands/run_options.h"

/* The words of a command line that are no options: just so many. */
struct arguments {
	const char **values[2];
	unsigned int count;
	const char *missing, *more; /* complaints: fewer, more */
};
/* Of a command that takes one result directory. */
#define ONE_DIRECTORY(directory, missing) \
	{ \
		{ &(directory) }, 1, missing, "one directory, not more" \
	}

/* For the default of a parser's switch. */
error_t arguments_parse(const struct arguments *arguments, int key, char *value,
			struct argp_state *state);
/* The parser of a command without options, whose input is a struct arguments. */
error_t arguments_parse_alone(int key, char *value, struct argp_state *state);

/* --run, and what it is told: of commands that read results or measure them first.  A child,
 * whose input is a struct run_now. */
struct run_now {
	bool run;
	struct run_options options;
};
extern const struct argp run_now_argp;
/* LAB_USAGE with the complaint made if it is told something and not asked for. */
int run_now_check(const struct run_now *now);

#endif
