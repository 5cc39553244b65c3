/* SPDX-License-Identifier: MIT */
/*
 * engine_executor.c - model_engine.h on the deterministic executor: every interleaving within the
 * bound, depth first.
 *
 * Sequentially consistent, so it shows only what no memory order can take away.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "verify/exec/search/explore.h"
#include "verify/exec/search/strategy.h"
#include "verify/model_engine.h"

const char *engine_name(void)
{
	return "executor";
}

static void run_body(void *body)
{
	(*(void (**)(void))body)();
}

static void fail(const char *text)
{
	fprintf(stderr, "executor: %s\n", text);
	_exit(ENGINE_FAILED);
}

void engine_explore(void (*body)(void), const struct engine_options *options,
		    struct engine_result *result)
{
	static const struct exec_faults no_faults;
	static const struct os_linux_options usual;
	struct strategy_bounded strategy;
	struct os_linux os;
	struct exec_result last;
	struct explore explore = { .options = { .seed = 1,
						.steps_max = options->max_branches,
						.strategy = &strategy.base,
						.cost = &cost_unit,
						.os = &os.base,
						.faults = &no_faults,
						.arg = (void *)&body },
				   .body = run_body,
				   .seeds = UINT64_MAX };
	int failed;

	strategy_bounded_init(&strategy,
			      options->bound < 0 ? UINT32_MAX : (uint32_t)options->bound);
	os_linux_init(&os, &usual);
	failed = explore_run(&explore, &last);
	if (failed)
		fail(failed < 0 ? strerror(-failed) : last.text);
	result->executions = explore.totals.executions;
	result->is_exhaustive = explore.totals.is_complete;
	strategy_bounded_free(&strategy);
}
