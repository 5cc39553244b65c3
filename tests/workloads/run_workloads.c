/* SPDX-License-Identifier: MIT */
/* Description: every workload that the linked variant does not refuse runs and verifies */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/watchdog.h"
#include "workloads/arm.h"

#define PARAMS_MAX 32
#define SMALL	   40u /* no parameter is larger than this unless its minimum is */

static const struct arm *arm;
static struct arm_histogram latency;
static int runs;
static int failures;

/* Small, but not the least: shapes of one task show little. */
static void choose_params(const struct arm_workload *workload, uint64_t *params)
{
	for (uint32_t i = 0; i < workload->param_count; i++) {
		const struct arm_param *param = &workload->params[i];

		params[i] = param->fallback < SMALL ? param->fallback : SMALL;
		if (params[i] < param->min)
			params[i] = param->min;
		if (params[i] > param->max)
			params[i] = param->max;
	}
}

static bool knob_is(const char *name, const char *value)
{
	for (uint32_t i = 0; i < arm->knob_count; i++)
		if (strcmp(arm->knobs[i].name, name) == 0)
			return strcmp(arm->knobs[i].value, value) == 0;
	return false;
}

/* Blitz-IO's cap lets the tasks at the bottom of several slots starve while those
 * on top are refilled (its defect B17, kept because it is the design).  Yielding
 * bystanders and background tasks, in the tiny build, and chains that spawn refill
 * them for ever. */
static bool slots_starve(const struct arm_workload *workload)
{
	bool refills = strcmp(workload->name, "ping_pong_bystanders") == 0 ||
		       strcmp(workload->name, "spawn_remote_busy1") == 0 ||
		       strcmp(workload->name, "spawn_remote_busy2") == 0;

	return refills && knob_is("SCHED_LIFO_CAP_COUNTS", "LIFO_CAP_COUNTS_POPS") &&
	       !knob_is("SCHED_LIFO_SLOTS", "0") && !knob_is("SCHED_LIFO_SLOTS", "1");
}

/* Who always looks at the inject queue first leaves what is in the local queue where
 * it is for as long as that one overflows, as it does in the tiny build. */
static bool inject_starves(const struct arm_workload *workload)
{
	return strcmp(workload->name, "ping_pong_bystanders") == 0 &&
	       knob_is("SCHED_INTERVAL", "INTERVAL_FIXED") && knob_is("SCHED_INTERVAL_FIXED", "1");
}

/* Who looks at inject only when local work is gone leaves it there beside tasks that yield for
 * ever, as the Blitz-IO that was built did (B6); in the tiny build also what a full ring shed. */
static bool local_work_starves(const struct arm_workload *workload)
{
	bool is_endless = strcmp(workload->name, "ping_pong_bystanders") == 0 ||
			  strcmp(workload->name, "yield_vs_inject") == 0 ||
			  strcmp(workload->name, "spawn_remote_busy1") == 0 ||
			  strcmp(workload->name, "spawn_remote_busy2") == 0;

	return is_endless && knob_is("SCHED_INJECT_WHEN", "INJECT_WHEN_AFTER_LOCAL");
}

static void complain(const struct arm_workload *workload, uint32_t workers, const char *what)
{
	printf("FAILED %s, %u workers: %s\n", workload->name, workers, what);
	failures++;
}

static void check_block(const struct arm_workload *workload, uint32_t workers, int error,
			const struct arm_block *block)
{
	if (error != 0)
		complain(workload, workers, strerror(-error));
	else if (block->error[0] != '\0')
		complain(workload, workers, block->error);
	else if (block->units == 0)
		complain(workload, workers, "no units of work");
	else if ((workload->flags & ARM_LATENCY) && latency.count == 0)
		complain(workload, workers, "promises latencies and gives none");
}

static void run_workload(const struct arm_workload *workload, uint32_t workers)
{
	struct arm_config config = { .workers = workers, .seed = 7 };
	uint64_t params[PARAMS_MAX];
	void *runtime = NULL;
	int error;

	choose_params(workload, params);
	if (arm->refuses(workload, params, workers))
		return;
	if (slots_starve(workload) || inject_starves(workload) || local_work_starves(workload)) {
		printf("%s, %u workers: left out, may starve by design\n", workload->name, workers);
		return;
	}
	printf("%s, %u workers\n", workload->name, workers);
	fflush(stdout); /* what a crash was in */
	watchdog_case(workload->name);
	error = arm->start(&config, &runtime);
	if (error != 0) {
		complain(workload, workers, strerror(-error));
		return;
	}
	for (uint64_t iterations = 1; iterations <= 2; iterations++) {
		struct arm_block block = { .params = params, .iterations = iterations };

		memset(&latency, 0, sizeof(latency));
		block.seed = iterations;
		block.latency = &latency;
		error = arm_run_whole(arm, runtime, workload, &block);
		check_block(workload, workers, error, &block);
		watchdog_progress();
		runs++;
	}
	arm->stop(runtime);
}

int main(void)
{
	static const uint32_t worker_counts[] = { 1, 2, 4 };

	arm = arm_self();
	for (uint32_t i = 0; i < arm->workload_count; i++)
		for (size_t k = 0; k < sizeof(worker_counts) / sizeof(worker_counts[0]); k++)
			run_workload(arm->workloads[i], worker_counts[k]);
	printf("%s: %d blocks of %u workloads, %d failures\n", arm->name, runs, arm->workload_count,
	       failures);
	if (runs == 0) {
		printf("FAILED: nothing ran\n");
		return EXIT_FAILURE;
	}
	return failures > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
