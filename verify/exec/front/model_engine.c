/* SPDX-License-Identifier: MIT */
/*
 * model_engine.c - model_engine.h on the executor: the model tests by bounded search, and by
 * a random walk where the test wants spurious failures.
 *
 * Sequentially consistent and blind to plain races, but some hundred thousand
 * executions a second, and with all of the executor's detectors: a second opinion, and
 * the fast one for what interleaving alone can break.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <time.h>

#include "verify/exec/engine/core.h"
#include "verify/exec/search/explore.h"
#include "verify/exec/search/strategy.h"
#include "verify/model_engine.h"

#define SURPRISES_PER_MILLION 100000u
#define WALKS		      5000u /* executions with surprises */
#define SHOWN_EVENTS	      200u

struct search {
	void (*body)(void);
	const struct engine_options *options;
	struct engine_result *result;
	time_t deadline; /* 0: none */
};

const char *engine_name(void)
{
	return "executor";
}

static void run_body(void *arg)
{
	((const struct search *)arg)->body();
}

static void end_failed(const struct exec_result *result)
{
	trace_print(stdout, SHOWN_EVENTS);
	printf("threads:\n");
	exec_print_threads(stdout);
	printf("%s: %s\n", exec_end_name(result->end), result->text);
	fflush(stdout);
	_Exit(ENGINE_FAILED);
}

/* Until the strategy has no more, `most` were run, or time is up; true: no more. */
static bool explore(struct search *search, struct exec_strategy *strategy, struct exec_os *os,
		    const struct exec_faults *faults, uint64_t most)
{
	struct exec_options options = { .steps_max = search->options->max_branches,
					.strategy = strategy,
					.cost = &cost_unit,
					.os = os,
					.faults = faults,
					.arg = search };
	struct exec_result result;

	for (uint64_t i = 0; i < most; i++) {
		bool shows = search->result->executions + 1 == search->options->trace_execution;

		options.show = shows ? stdout : NULL;
		options.seed = strategy->next ? 0 : i;
		if (exec_run(&options, run_body, &result) != 0)
			exit(EXIT_FAILURE);
		search->result->executions++;
		if (result.end != EXEC_PASSED)
			end_failed(&result);
		if (strategy->next && !strategy->next(strategy))
			return true;
		if (search->deadline && i % 1000 == 999 && time(NULL) >= search->deadline)
			return false;
	}
	return false;
}

/* No interleaving is exhaustive with surprises: they are drawn, not enumerated. */
static void walk_with_surprises(struct search *search)
{
	struct exec_faults faults = { .cas_per_million = SURPRISES_PER_MILLION };
	struct os_linux_options options = { .spurious_per_million = SURPRISES_PER_MILLION };
	struct strategy_random walk;
	struct os_linux os;

	strategy_random_init(&walk, 20);
	os_linux_init(&os, &options);
	explore(search, &walk.base, &os.base, &faults, WALKS);
	search->result->is_exhaustive = false;
}

void engine_explore(void (*body)(void), const struct engine_options *options,
		    struct engine_result *result)
{
	struct search search = { .body = body, .options = options, .result = result };
	struct exec_faults no_faults = { 0 };
	struct os_linux_options plain = { 0 };
	struct strategy_bounded bounded;
	struct os_linux os;

	if (options->max_seconds)
		search.deadline = time(NULL) + options->max_seconds;
	os_linux_init(&os, &plain);
	strategy_bounded_init(&bounded, options->bound < 0 ? UINT32_MAX : (uint32_t)options->bound);
	result->is_exhaustive = explore(&search, &bounded.base, &os.base, &no_faults, UINT64_MAX);
	strategy_bounded_free(&bounded);
	if (options->surprises > 0)
		walk_with_surprises(&search);
}
