/* SPDX-License-Identifier: MIT */
/*
 * options.h - the command line of a sample process (CONTRACT.md).
 *
 * Options are only read here; whether a workload, a parameter or a policy
 * exists is decided where it is known.
 */
#ifndef HARNESS_OPTIONS_H
#define HARNESS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum harness_exit {
	EXIT_ROW_OK = 0,
	EXIT_ROW_WRONG = 1,
	EXIT_USAGE = 2,
	EXIT_REFUSED = 3,
	EXIT_IMPOSSIBLE = 4,
	EXIT_ERROR = 5
};

enum harness_command {
	COMMAND_NONE,
	COMMAND_DESCRIBE,
	COMMAND_RUN,
	COMMAND_GBENCH,
	COMMAND_ENCODE
};

#define OPTIONS_PARAMS_MAX 64u

/* Steps of --heap, in bytes: the alignment of malloc, through two cache lines. */
#define OPTIONS_HEAP_STEP 16u
#define OPTIONS_HEAP_MAX  112u

struct options {
	enum harness_command command;
	const char *workload;
	const char *encode_group;
	uint32_t workers; /* 0: one per CPU this process may use */
	const char *pin;
	uint64_t seed;
	const char *counters;
	bool lockstep;
	uint64_t blocks;
	uint64_t block_ns;
	uint64_t iterations; /* 0: calibrated */
	const char *topology;
	double plant_percent; /* 0: nothing is planted */
	uint32_t heap;	      /* bytes that the heap is moved by (heap.h) */
	size_t param_count;
	const char *params[OPTIONS_PARAMS_MAX]; /* "NAME=VALUE" as given */
	int gbench_argc;			/* what stands behind --gbench */
	char **gbench_argv;
};

/* Ends the process with EXIT_USAGE when the command line cannot be understood. */
void options_parse(struct options *options, int argc, char **argv);

/* Rows are JSON: their integers end at INT64_MAX, so seeds and parameters do. */

/* Decimal, nothing before or behind it, min..max; 0, -EINVAL or -ERANGE. */
int options_number(const char *text, uint64_t min, uint64_t max, uint64_t *value);

/* "0", "16", ... "112": bytes the heap is moved by; 0, -EINVAL or -ERANGE. */
int options_heap(const char *text, uint32_t *value);

/* A percentage, "10" or "0.5", from 0.1 to 100; 0, -EINVAL or -ERANGE. */
int options_percent(const char *text, double *value);

#endif
