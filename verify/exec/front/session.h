/* SPDX-License-Identifier: MIT */
/* session.h - one workload of a run of exec-VARIANT, and the report of its failure. */
#ifndef VERIFY_EXEC_SESSION_H
#define VERIFY_EXEC_SESSION_H

#include "verify/exec/front/options.h"
#include "verify/exec/front/program.h"
#include "verify/exec/search/explore.h"
#include "verify/exec/search/strategy.h"

struct session {
	const struct options *options;
	struct program program;
	struct strategy_any strategy;
	struct exec_faults faults;
	struct os_linux os;
	struct explore explore;
	const char *expected; /* NULL, or the end that must be found */
};

/* End the program: exit status 2. */
void session_die(const char *what, const char *remedy) __attribute__((noreturn));
/* The same, if the executor could not run. */
void session_check_ran(int error);

/* How it ended, in two lines. */
void session_print_result(const struct exec_result *result);
/* What to type to see the execution again; NULL: by its strategy. */
void session_print_replay(const struct session *session, const struct interleaving *interleaving);
/* The latest execution: result, threads, the end of the trace. */
void session_print_execution(const struct session *session, const struct exec_result *result);
/* The latest execution failed: all of the above for it and for the shortest interleaving
 * that fails in the same way. */
void session_report_failure(struct session *session, const struct exec_result *result);

#endif
