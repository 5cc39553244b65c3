/* SPDX-License-Identifier: MIT */
/* options.h - the command line of exec-VARIANT. */
#ifndef VERIFY_EXEC_OPTIONS_H
#define VERIFY_EXEC_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#define OPTIONS_LIST_MAX 64u

struct options {
	const char *workloads[OPTIONS_LIST_MAX]; /* names, or "all" */
	uint32_t workload_count;
	const char *params[OPTIONS_LIST_MAX];
	uint32_t param_count;
	uint32_t workers;    /* 0: as the program likes it */
	uint64_t iterations; /* 0: likewise */
	uint64_t first_seed;
	uint64_t seeds;
	uint64_t steps_max;
	uint64_t trace; /* events to print of a failure; UINT64_MAX: all */
	uint64_t shrink_runs;
	const char *strategy;
	const char *faults;	  /* NULL: the program's own */
	const char *expect;	  /* NULL, or the name of the end that must be found */
	const char *interleaving; /* of --replay; NULL: by the strategy */
	bool is_replay;
	bool is_list;
	bool shows_hashes;
};

/* Exits on errors and on --help. */
void options_parse(int count, char **arguments, struct options *options);

#endif
