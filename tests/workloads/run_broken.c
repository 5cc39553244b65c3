/* SPDX-License-Identifier: MIT */
/*
 * Description: each workload notices each defect that it promises to, in the way it promises
 *
 * On the deterministic executor, one variant a program: a defect is hit at the same task
 * in each run, and a hang is proved (nobody can run), or is a bound of steps, and no time.
 * What is expected of a workload is computed from its promises and the defect; a cell of
 * that table is red if any of SEEDS interleavings ends in another way.  On a variant that
 * has no defect every cell passes.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "verify/exec/engine/exec.h"
#include "verify/exec/front/probe.h"
#include "verify/exec/front/program.h"
#include "verify/exec/search/strategy.h"
#include "workloads/workload.h"

#define SEEDS	  5u
#define STEPS_MAX 1000000u /* twice as many as the longest run that ends has */

enum found { PASSES, NOTICED, HANGS, CRASHES };
static const char *const found_names[] = { "passes", "noticed", "hangs", "crashes" };

/* What breaks which promise; those that are broken say how. */
static const struct defect {
	const char *variant;
	uint32_t breaks;      /* enum workload_promise */
	uint32_t workers_max; /* all from 1 */
	uint64_t iterations;
} defects[] = {
	{ "broken_loses", WORKLOAD_WAITS_FOR_TASKS, 2, 8 },
	{ "broken_twice", WORKLOAD_COUNTS_RUNS, 2, 8 },
	{ "broken_wakes", WORKLOAD_WAITS_FOR_WAKES, 2, 8 },
	/* An idle worker beside starves nobody, and of a second iteration the root would
	 * be the one that is starved. */
	{ "broken_starves", WORKLOAD_ENDS_BESIDE_LOAD | WORKLOAD_GIVES_TURNS, 1, 1 },
	{ "broken_order", WORKLOAD_CHECKS_RESULTS, 2, 8 },
	{ "tokio", 0, 2, 8 },
};

static const struct workload_setting smallest;

/* ------------------------------------------------------------- expected -- */

/* Without an end there is no result, right or wrong. */
static enum found expected(const struct workload *workload, const struct workload_setting *setting,
			   const struct defect *defect)
{
	const uint32_t by_its_end = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_WAITS_FOR_WAKES |
				    WORKLOAD_ENDS_BESIDE_LOAD;
	uint32_t broken = workload->promises & defect->breaks & ~setting->hides;

	if (broken & by_its_end)
		return HANGS;
	return broken ? NOTICED : PASSES;
}

/* ---------------------------------------------------------------- found -- */

static void run_block(void *arg)
{
	const struct program *program = (const struct program *)arg;
	struct arm_config config = { .workers = program->workers, .seed = mc_random_seed() };
	const struct arm *arm = arm_self();
	static struct arm_histogram latency;
	struct arm_block block = { .params = program->params,
				   .iterations = program->iterations,
				   .latency = &latency };
	void *runtime = NULL;
	int error;

	error = arm->start(&config, &runtime);
	if (error == 0)
		error = arm_run_whole(arm, runtime, program->workload, &block);
	if (block.error[0] || error != 0)
		exec_wrong(block.error[0] ? block.error : strerror(-error));
	arm->stop(runtime);
}

static enum found found_of(enum exec_end end)
{
	switch (end) {
	case EXEC_PASSED:
		return PASSES;
	case EXEC_WRONG:
		return NOTICED;
	case EXEC_DEADLOCK:
	case EXEC_LOST_WAKEUP:
	case EXEC_LIVELOCK:
		return HANGS;
	default:
		return CRASHES;
	}
}

static enum found run_once(struct program *program, uint64_t seed, struct exec_result *result)
{
	static struct os_linux_options os_options;
	struct exec_faults faults = { 0 };
	struct strategy_any strategy;
	struct os_linux os;
	struct exec_options options = { .seed = seed,
					.steps_max = STEPS_MAX,
					.strategy = &strategy.as.base,
					.cost = &cost_unit,
					.os = &os.base,
					.faults = &faults,
					.at_rest = probe_lost_work,
					.arg = program };

	os_linux_init(&os, &os_options);
	if (strategy_parse(&strategy, "random:20") != 0 ||
	    exec_run(&options, run_block, result) != 0) {
		printf("FAILED: the executor cannot run here\n");
		exit(EXIT_FAILURE);
	}
	strategy_free(&strategy);
	return found_of(result->end);
}

/* ---------------------------------------------------------------- table -- */

static void prepare(const struct workload *workload, const struct workload_setting *setting,
		    const struct defect *defect, struct program *program)
{
	program_find(workload->about.name, program);
	program->iterations = defect->iterations;
	for (size_t i = 0; i < WORKLOAD_SETTING_PARAMS && setting->params[i]; i++) {
		if (program_set_param(program, setting->params[i]) != 0) {
			printf("FAILED: %s has no such %s\n", program->name, setting->params[i]);
			exit(EXIT_FAILURE);
		}
	}
}

/* What all interleavings come to, or the first that comes to something else. */
static enum found run_seeds(struct program *program, const char *param, uint32_t workers,
			    enum found wanted)
{
	struct exec_result result;
	enum found found = wanted;

	program->workers = workers;
	for (uint64_t seed = 1; seed <= SEEDS && found == wanted; seed++) {
		found = run_once(program, seed, &result);
		if (found != wanted || seed == SEEDS)
			printf("  %-22s %-14s %u  %-9s %s\n", program->name, param, workers,
			       found_names[found], result.text);
		if (found != wanted)
			printf("FAILED: expected %s; seed %" PRIu64 " ends by %s\n",
			       found_names[wanted], seed, exec_end_name(result.end));
	}
	return found;
}

/* 0, or 1 if the cell is red. */
static int check_cell(const struct workload *workload, const struct workload_setting *setting,
		      const struct defect *defect)
{
	uint32_t least = workload->about.flags & ARM_NEEDS_PARALLEL ? 2 : 1;
	uint32_t most = defect->workers_max > least ? defect->workers_max : least;
	enum found wanted = expected(workload, setting, defect);
	struct program program;

	prepare(workload, setting, defect, &program);
	for (uint32_t workers = least; workers <= most; workers++)
		if (run_seeds(&program, setting->params[0] ? setting->params[0] : "", workers,
			      wanted) != wanted)
			return 1;
	return 0;
}

static int check_workload(const struct workload *workload, const struct defect *defect)
{
	int red = 0;

	if (!workload->settings)
		return check_cell(workload, &smallest, defect);
	for (const struct workload_setting *setting = workload->settings; setting->params[0];
	     setting++)
		red += check_cell(workload, setting, defect);
	return red;
}

static const struct defect *defect_of(const char *variant)
{
	for (size_t i = 0; i < sizeof(defects) / sizeof(defects[0]); i++)
		if (strcmp(defects[i].variant, variant) == 0)
			return &defects[i];
	printf("FAILED: nobody has said what %s breaks\n", variant);
	exit(EXIT_FAILURE);
}

int main(void)
{
	const struct defect *defect = defect_of(arm_self()->name);
	int red = 0;

	printf("%s, %u seeds:\n", defect->variant, SEEDS);
	for (const struct arm_workload **entry = __start_workload_set; entry < __stop_workload_set;
	     entry++)
		red += check_workload(workload_of(*entry), defect);
	return red > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
