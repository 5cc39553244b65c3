/* SPDX-License-Identifier: MIT */
/*
 * fan_out_wake - how fast a burst of work spreads over sleeping workers.
 *
 * A root on one worker spawns children; each records when and where it first
 * ran.  The histogram has every child's delay since the first spawn.  Extras:
 * time until the last child ran, and until the last of the workers ran its first
 * one; the largest of the iterations, _total to be divided by `fan_outs`.  A worker
 * that took no part though there was a child for it waited until the last child ran,
 * at least: `open_waits` counts those.  Weakness: every iteration begins with a wake
 * of one worker, so how deep the others sleep depends on the scheduler's own habits.
 */
#include <errno.h>

#include "workloads/workload.h"

enum { PARAM_CHILDREN };

struct record {
	uint64_t ran_ns;
	uint32_t worker;
	uint32_t runs;
};

static struct {
	struct record *records;
	struct sched_join *handles;
	uint64_t children;
	uint64_t started_ns;
	uint64_t *worker_first_ns; /* scratch, per worker */
} shared;

struct totals {
	uint64_t last_run_max;
	uint64_t last_run_total;
	uint64_t worker_first_max;
	uint64_t worker_first_total;
	uint64_t workers_used;
	uint64_t open_waits;
};

/* State: its index; output: index + 1, which is what a second run takes for its index. */
static enum sched_poll child_poll(void *state, struct sched_context *context)
{
	uint64_t *index = (uint64_t *)state;
	struct record *record = &shared.records[*index];

	(void)context;
	record->ran_ns = os_now();
	record->worker = (uint32_t)sched_worker_index();
	record->runs++;
	*index += 1;
	return SCHED_READY;
}

static const struct sched_task_ops child_ops = {
	.name = "fan_out_wake child",
	.poll = child_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = sizeof(uint64_t),
};

struct root {
	struct workload_joins joins;
	uint64_t spawned;
};

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;

	if (!root->spawned) {
		root->spawned = 1;
		shared.started_ns = os_now();
		for (uint64_t i = 0; i < shared.children; i++) {
			uint64_t index = i;

			workload_spawn(&child_ops, &index, &shared.handles[i]);
		}
	}
	if (workload_joins_poll(&root->joins, context) == SCHED_PENDING)
		return SCHED_PENDING;
	workload_ran();
	return SCHED_READY;
}

static void root_drop(void *state)
{
	struct root *root = (struct root *)state;

	if (root->spawned)
		workload_joins_drop(&root->joins);
}

static const struct sched_task_ops root_ops = {
	.name = "fan_out_wake root",
	.poll = root_poll,
	.drop = root_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* ------------------------------------------------------------- evaluate -- */

/* One child's record; the delay until it ran. */
static uint64_t evaluate_child(struct workload_env *env, const struct record *record)
{
	uint64_t delay = record->ran_ns - shared.started_ns;

	if (!workload_expect_equal(env, "runs of a child", record->runs, 1))
		return 0;
	if (record->worker >= env->config->workers) {
		workload_fail(env, "a child ran on worker %d, which does not exist",
			      (int)record->worker);
		return 0;
	}
	if (delay < shared.worker_first_ns[record->worker])
		shared.worker_first_ns[record->worker] = delay;
	arm_histogram_add(env->block->latency, delay);
	return delay;
}

/* last_run: what a worker that has run no child has waited so far. */
static void evaluate_workers(const struct workload_env *env, struct totals *totals,
			     uint64_t last_run)
{
	uint64_t workers = env->config->workers;
	uint64_t expected = workers < shared.children ? workers : shared.children;
	uint64_t used = 0, last = 0;

	for (uint32_t i = 0; i < workers; i++) {
		uint64_t first = shared.worker_first_ns[i];

		if (first == UINT64_MAX)
			continue;
		used++;
		if (first > last)
			last = first;
	}
	if (used < expected)
		last = last_run;
	totals->workers_used += used;
	totals->open_waits += expected - used;
	totals->worker_first_total += last;
	if (last > totals->worker_first_max)
		totals->worker_first_max = last;
}

static void evaluate(struct workload_env *env, struct totals *totals)
{
	uint64_t last = 0;

	for (uint32_t i = 0; i < env->config->workers; i++)
		shared.worker_first_ns[i] = UINT64_MAX;
	for (uint64_t i = 0; i < shared.children; i++) {
		uint64_t delay = evaluate_child(env, &shared.records[i]);

		if (delay > last)
			last = delay;
	}
	totals->last_run_total += last;
	if (last > totals->last_run_max)
		totals->last_run_max = last;
	evaluate_workers(env, totals, last);
}

static void report(struct workload_env *env, const struct totals *totals)
{
	workload_extra(env, "last_run_ns", "ns", ARM_MAX, (double)totals->last_run_max);
	workload_extra(env, "last_run_total_ns", "ns", ARM_SUM, (double)totals->last_run_total);
	workload_extra(env, "worker_first_ns", "ns", ARM_MAX, (double)totals->worker_first_max);
	workload_extra(env, "worker_first_total_ns", "ns", ARM_SUM,
		       (double)totals->worker_first_total);
	workload_extra(env, "workers_used_total", "worker", ARM_SUM, (double)totals->workers_used);
	workload_extra(env, "open_waits", "worker", ARM_SUM, (double)totals->open_waits);
	workload_extra(env, "fan_outs", "fan-out", ARM_SUM, (double)env->block->iterations);
}

/* ---------------------------------------------------------------- block -- */

static bool iteration(struct workload_env *env)
{
	struct root root = {
		.joins = {
			.handles = shared.handles,
			.count = shared.children,
			.first = 0,
			.next = 0,
		},
		.spawned = 0,
	};
	bool ok;

	for (uint64_t i = 0; i < shared.children; i++)
		shared.records[i].runs = 0;
	workload_start(env);
	ok = workload_block_on_task(env, &root_ops, &root, NULL);
	workload_stop(env);
	return ok;
}

static int fan_out_wake_run(struct workload_env *env)
{
	uint64_t children = env->params[PARAM_CHILDREN];
	size_t record_bytes = (children + 1) * sizeof(struct record);
	size_t handle_bytes = children * sizeof(struct sched_join);
	size_t first_bytes = env->config->workers * sizeof(uint64_t);
	struct totals totals = { .last_run_max = 0 };
	int error;

	shared.children = children;
	shared.records = (struct record *)os_alloc(record_bytes, 16);
	shared.handles = (struct sched_join *)os_alloc(handle_bytes, 16);
	shared.worker_first_ns = (uint64_t *)os_alloc(first_bytes, 16);
	error = shared.records && shared.handles && shared.worker_first_ns ? 0 : -ENOMEM;
	for (uint64_t i = 0; error == 0 && i < env->block->iterations; i++) {
		if (!iteration(env))
			break;
		evaluate(env, &totals);
	}
	report(env, &totals);
	env->block->units = env->block->iterations * children;
	workload_expect_runs(env, env->block->iterations);
	os_free(shared.records, record_bytes);
	os_free(shared.handles, handle_bytes);
	os_free(shared.worker_first_ns, first_bytes);
	return error;
}

static const struct arm_param params[] = {
	{ "children", "tasks spawned at once", 64, 1, 1000000 },
};

WORKLOAD_UNITS(fan_out_wake, values[PARAM_CHILDREN])

WORKLOAD(fan_out_wake) = {
	.about = {
		.name = "fan_out_wake",
		.family = "fan-out",
		.unit = "task",
		.measures = "Time from a burst of spawns until children and workers first run; a "
			    "worker that never does waits to the end.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_PARKS | ARM_LATENCY,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES | WORKLOAD_CHECKS_RESULTS,
	.run = fan_out_wake_run,
	.units = fan_out_wake_units,
};
