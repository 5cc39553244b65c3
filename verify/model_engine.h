/* SPDX-License-Identifier: MIT */
/*
 * model_engine.h - what model_main.c asks of an engine: search the executions of a body.
 *
 * engine_explore runs the body again and again, each time in an execution of its
 * own, until all are seen or a limit is reached.  A failing execution prints its
 * trace and ends the process with ENGINE_FAILED, so a caller forks first;
 * `result` then lies in shared memory and is kept up to date.
 */
#ifndef VERIFY_MODEL_ENGINE_H
#define VERIFY_MODEL_ENGINE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ENGINE_FAILED 10 /* exit status: the trace and the broken invariant are printed */

struct engine_options {
	int bound;		  /* preemptions in an execution; -1: any number */
	uint32_t surprises;	  /* spurious failures and early returns in an execution */
	uint32_t max_seconds;	  /* 0: no limit */
	uint32_t max_branches;	  /* steps with a choice, in an execution */
	uint64_t trace_execution; /* print this one's steps; 0: none */
	uint64_t max_executions;  /* stop after about so many; 0: no limit */
};

struct engine_result {
	uint64_t executions;
	bool is_exhaustive; /* within the bound, all were seen */
};

const char *engine_name(void);
void engine_explore(void (*body)(void), const struct engine_options *options,
		    struct engine_result *result);

#ifdef __cplusplus
}
#endif

#endif
