/* SPDX-License-Identifier: MIT */
/*
 * main.c - exec-VARIANT: explore workloads and scenarios on one variant.
 *
 * One line per workload; what a failure prints is failure.c.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/streams.h"
#include "verify/exec/front/probe.h"
#include "verify/exec/front/session.h"

static struct options options;
static bool runs_all; /* --workload all */
static volatile sig_atomic_t stop;
static struct timespec began; /* the present workload */

static void interrupted(int number)
{
	(void)number;
	stop = 1;
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - began.tv_sec) + (double)(now.tv_nsec - began.tv_nsec) / 1e9;
}

/* On a terminal, a few times a second. */
static void show_progress(const struct explore_totals *totals)
{
	static double shown;
	double now = seconds();

	if (now < shown)
		shown = 0;
	if (now - shown < 0.2)
		return;
	shown = now;
	fprintf(stderr, "\r\033[K%" PRIu64 " executions, %.1f M steps, %.2f M steps/s",
		totals->executions, (double)totals->steps / 1e6, (double)totals->steps / now / 1e6);
}

/* -------------------------------------------------------------- prepare -- */

static void parse_faults(struct session *session)
{
	struct os_linux_options os = { 0 };
	const char *wrong = "";

	session->faults = (struct exec_faults){ 0 };
	if (faults_parse(program_faults(&session->program), &session->faults, &os, &wrong) != 0 ||
	    (options.faults && faults_parse(options.faults, &session->faults, &os, &wrong) != 0))
		session_die(wrong, "is no fault (see --help)");
	os_linux_init(&session->os, &os);
	session->program.errors_are_expected = session->faults.alloc_nth ||
					       session->faults.alloc_per_million;
}

static void set_params(struct program *program)
{
	if (options.workers)
		program->workers = options.workers;
	if (options.iterations)
		program->iterations = options.iterations;
	for (uint32_t i = 0; i < options.param_count; i++)
		if (program_set_param(program, options.params[i]) != 0)
			session_die(options.params[i], "is no parameter of it, or out of range");
}

static void session_open(struct session *session, const char *name)
{
	session->options = &options;
	if (program_find(name, &session->program) != 0)
		session_die(name, "there is no such workload or scenario (see --list)");
	set_params(&session->program);
	if (strategy_parse(&session->strategy, options.strategy) != 0)
		session_die(options.strategy, "is no strategy (see --help)");
	parse_faults(session);
	session->expected = options.expect ? options.expect :
					     program_fails_by_design(&session->program);
	session->explore = (struct explore){
		.options = { .seed = options.first_seed,
			     .steps_max = options.steps_max,
			     .strategy = &session->strategy.as.base,
			     .cost = &cost_unit,
			     .os = &session->os.base,
			     .faults = &session->faults,
			     .at_rest = probe_lost_work,
			     .arg = &session->program },
		.body = program_run,
		.seeds = options.seeds,
		.stop = &stop,
		.progress = isatty(STDERR_FILENO) ? show_progress : NULL,
	};
}

/* ------------------------------------------------------------------ run -- */

static void print_totals(const struct session *session, const char *verdict)
{
	const struct explore_totals *totals = &session->explore.totals;
	double took = seconds();

	if (session->explore.progress)
		fprintf(stderr, "\r\033[K");
	printf("%-9s %s %s: %" PRIu64 " executions%s, %" PRIu64 " steps, longest %" PRIu64
	       ", %.2f M steps/s\n",
	       verdict, arm_self()->name, session->program.name, totals->executions,
	       totals->is_complete ? " (all there are)" : "", totals->steps, totals->longest,
	       took > 0 ? (double)totals->steps / took / 1e6 : 0.0);
	fflush(stdout);
}

static bool is_expected(const struct session *session, const struct exec_result *result)
{
	return session->expected && (strcmp(session->expected, "any") == 0 ||
				     strcmp(session->expected, exec_end_name(result->end)) == 0);
}

static bool judge(struct session *session, int failed, const struct exec_result *result)
{
	if (!failed) {
		print_totals(session, session->expected ? "MISSED" : "passed");
		return !session->expected;
	}
	session->explore.options.seed = session->explore.failed_seed;
	if (is_expected(session, result)) {
		print_totals(session, "caught");
		session_print_result(result);
		session_print_replay(session, NULL);
		return true;
	}
	print_totals(session, "FAILED");
	session_report_failure(session, result);
	return false;
}

/* One execution: by the strategy, or as the interleaving says. */
static bool replay(struct session *session)
{
	struct interleaving interleaving = { 0 };
	struct exec_result result;

	session->explore.options.show = options.trace == UINT64_MAX ? stdout : NULL;
	if (!options.interleaving) {
		session_check_ran(exec_run(&session->explore.options, program_run, &result));
	} else {
		if (interleaving_parse(&interleaving, options.interleaving) != 0)
			session_die(options.interleaving,
				    "is no interleaving: THREAD*STEPS,... or @FILE");
		session_check_ran(explore_replay(&session->explore, &interleaving, &result));
	}
	session_print_execution(session, &result);
	interleaving_free(&interleaving);
	return result.end == EXEC_PASSED || is_expected(session, &result);
}

static void print_hashes(struct session *session)
{
	struct exec_options one = session->explore.options;
	struct exec_result result;

	for (uint64_t i = 0; i < options.seeds && !stop; i++, one.seed++) {
		session_check_ran(exec_run(&one, program_run, &result));
		printf("%s %" PRIu64 " %s %" PRIu64 " %016" PRIx64 "\n", session->program.name,
		       one.seed, exec_end_name(result.end), result.steps, result.hash);
	}
}

static bool run_one(const char *name)
{
	struct session session;
	struct exec_result result;
	const char *refusal;
	bool is_right = true;

	session_open(&session, name);
	refusal = program_refuses(&session.program);
	if (!refusal && runs_all)
		refusal = program_left_out(&session.program);
	if (refusal) {
		printf("left out  %s %s: %s\n", arm_self()->name, name, refusal);
		return true;
	}
	if (session.strategy.wants_length)
		session_check_ran(
			explore_measure(&session.explore, &session.strategy.as.pct.length));
	clock_gettime(CLOCK_MONOTONIC, &began);
	if (options.is_replay) {
		is_right = replay(&session);
	} else if (options.shows_hashes) {
		print_hashes(&session);
	} else {
		int failed = explore_run(&session.explore, &result);

		session_check_ran(failed);
		is_right = judge(&session, failed, &result);
	}
	strategy_free(&session.strategy);
	return is_right;
}

static bool run_named(const char *name)
{
	bool all_right = true;

	if (strcmp(name, "all") != 0)
		return run_one(name);
	runs_all = true;
	for (uint32_t i = 0; program_name(i) && !stop; i++)
		all_right = run_one(program_name(i)) && all_right;
	return all_right;
}

int main(int count, char **arguments)
{
	struct sigaction action = { .sa_handler = interrupted };
	bool all_right = true;

	streams_guard(EXIT_FAILURE);
	options_parse(count, arguments, &options);
	if (options.is_list) {
		for (uint32_t i = 0; program_name(i); i++)
			printf("%-24s %s\n", program_name(i), program_about(program_name(i)));
		return EXIT_SUCCESS;
	}
	sigaction(SIGINT, &action, NULL);
	for (uint32_t i = 0; i < options.workload_count && !stop; i++)
		all_right = run_named(options.workloads[i]) && all_right;
	if (stop)
		printf("interrupted; what was run is above\n");
	return all_right ? EXIT_SUCCESS : EXIT_FAILURE;
}
