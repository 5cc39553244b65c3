/* SPDX-License-Identifier: MIT */
/*
 * checked.c - runs the litmus tests on the engine it is linked with, and prints which
 * outcomes each showed.
 *
 * Each test is searched in a process of its own, as a model is (model_main.c).  A test
 * states nothing, so none fails; the outcomes are compared with the table by
 * outcomes.sh.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "verify/litmus/litmus.h"
#include "verify/model.h"
#include "verify/model_engine.h"

/* More preemptions show nothing more in any of them. */
#define BOUND 2

static const struct litmus_test *running;
static struct litmus_seen seen;

struct part {
	struct litmus *run;
	uint32_t thread;
};

static void part_run(void *arg)
{
	struct part *part = (struct part *)arg;

	running->threads[part->thread](part->run);
}

static void execution(void)
{
	uint32_t count = litmus_thread_count(running);
	struct litmus *run = (struct litmus *)model_alloc(sizeof(*run));
	struct part *parts = (struct part *)model_alloc(count * sizeof(*parts));
	struct os_thread threads[LITMUS_THREADS_MAX];
	char outcome[LITMUS_OUTCOME_BYTES];

	litmus_init(run);
	for (uint32_t i = 0; i < count; i++) {
		parts[i].run = run;
		parts[i].thread = i;
		model_start(&threads[i], part_run, &parts[i]);
	}
	for (uint32_t i = 0; i < count; i++)
		model_join(&threads[i]);
	litmus_outcome(running, run, outcome);
	litmus_seen_add(&seen, outcome);
	litmus_fini(run);
	model_free(parts, count * sizeof(*parts));
	model_free(run, sizeof(*run));
}

/* In the child.  A search that is not exhaustive would make the comparison a matter of
 * luck. */
static int search(const struct litmus_test *test)
{
	const struct engine_options options = { .bound = BOUND,
						.surprises = 1,
						.max_branches = 10000 };
	struct engine_result result = { 0 };

	running = test;
	engine_explore(execution, &options, &result);
	if (!result.is_exhaustive) {
		fprintf(stderr, "litmus: %s was not searched to its end by %s\n", test->name,
			engine_name());
		return EXIT_FAILURE;
	}
	litmus_seen_print(test, &seen);
	fflush(stdout);
	return EXIT_SUCCESS;
}

/* true if it could be searched. */
static bool search_apart(const struct litmus_test *test)
{
	pid_t child;
	int status;

	fflush(stdout);
	child = fork();
	if (child == 0)
		_exit(search(test));
	if (child > 0 && waitpid(child, &status, 0) == child && status == 0)
		return true;
	fprintf(stderr, "litmus: the search of %s by %s did not end well\n", test->name,
		engine_name());
	return false;
}

int main(int argc, char **argv)
{
	bool all = true;

	for (uint32_t i = 0; i < litmus_test_count; i++)
		if (argc < 2 || strcmp(argv[1], litmus_tests[i].name) == 0)
			all = search_apart(&litmus_tests[i]) && all;
	return all ? EXIT_SUCCESS : EXIT_FAILURE;
}
