/* SPDX-License-Identifier: MIT */
/*
 * failure.c - what exec-VARIANT says about an execution that failed: how, what to type
 * to see it again, and the same for the shortest interleaving found.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "verify/exec/front/session.h"

void session_die(const char *what, const char *remedy)
{
	fprintf(stderr, "%s: %s: %s\n", program_invocation_short_name, what, remedy);
	exit(2);
}

void session_check_ran(int error)
{
	if (error < 0)
		session_die("the executor cannot run here", strerror(-error));
}

void session_print_replay(const struct session *session, const struct interleaving *interleaving)
{
	char strategy[48];

	strategy_print(&session->strategy, strategy, sizeof(strategy));
	printf("  again: --workload %s --workers %u --strategy %s", session->program.name,
	       session->program.workers, strategy);
	if (session->options->faults)
		printf(" --faults %s", session->options->faults);
	for (uint32_t i = 0; i < session->options->param_count; i++)
		printf(" --param %s", session->options->params[i]);
	if (session->options->iterations)
		printf(" --iterations %" PRIu64, session->options->iterations);
	printf(" --replay %" PRIu64, session->explore.options.seed);
	if (interleaving) {
		printf(":");
		interleaving_print(stdout, interleaving);
	}
	printf("\n");
}

void session_print_result(const struct exec_result *result)
{
	printf("  %s: %s\n", exec_end_name(result->end), result->text);
	printf("  %" PRIu64 " steps, %zu preemptions, %" PRIu64 " ns simulated, hash %016" PRIx64
	       "\n",
	       result->steps, interleaving_preemptions(exec_interleaving()), result->clock_ns,
	       result->hash);
}

void session_print_execution(const struct session *session, const struct exec_result *result)
{
	session_print_result(result);
	printf("threads:\n");
	exec_print_threads(stdout);
	if (session->options->trace > 0 && session->options->trace != UINT64_MAX) {
		printf("the last %" PRIu64 " events (--trace all: all):\n",
		       session->options->trace);
		trace_print(stdout, session->options->trace);
	}
}

#define SHRINK_STEPS 100000000u /* some ten seconds */

/* Long executions get fewer tries. */
static uint64_t shrink_runs(uint64_t wanted, uint64_t steps)
{
	uint64_t most = SHRINK_STEPS / (steps + 1) + 1;

	return most < wanted ? most : wanted;
}

/* Run once more under the interleaving, now with everything shown. */
static void show_interleaving(struct session *session, const struct interleaving *interleaving)
{
	struct exec_result result;

	session->explore.options.show = session->options->trace == UINT64_MAX ? stdout : NULL;
	session_check_ran(explore_replay(&session->explore, interleaving, &result));
	session->explore.options.show = NULL;
	session_print_execution(session, &result);
}

void session_report_failure(struct session *session, const struct exec_result *result)
{
	struct interleaving interleaving = { 0 };
	size_t before = exec_interleaving()->count;
	uint64_t runs;

	printf("FAILED %s on %s, seed %" PRIu64 ":\n", session->program.name, arm_self()->name,
	       session->explore.failed_seed);
	session_print_result(result);
	session_print_replay(session, NULL);
	if (interleaving_copy(&interleaving, exec_interleaving()) != 0)
		session_die("the interleaving", "there is no memory for a copy");
	if (session->options->shrink_runs > 0) {
		runs = explore_shrink(&session->explore, result->end, &interleaving,
				      shrink_runs(session->options->shrink_runs, result->steps));
		printf("cut from %zu to %zu runs in %" PRIu64 " executions:\n", before,
		       interleaving.count, runs);
		session_print_replay(session, &interleaving);
	}
	show_interleaving(session, &interleaving);
	interleaving_free(&interleaving);
}
