/* SPDX-License-Identifier: MIT */
/*
 * root_fanout_latency - a task spawns many at once; how long until the last of them has begun.
 *
 * The root's worker has all of them in its own queue and could run them one after the other.
 * Whoever is told of that queue helps: a scheduler whose local pushes wake nobody leaves the other
 * workers asleep until something else wakes them (defect B8 of Blitz-IO).  A child computes
 * for `steps` steps, so that there is something to share; from its spawn on the last one waits for
 * all before it, divided by who helps.
 *
 * A latency per iteration: from before the first spawn to the begin of the child that begins
 * last.  The extra `elsewhere` says how many began on another worker than the root's: with one
 * worker none can.  Weakness: each child counts down two shared words, and how soon the others
 * come depends on how deep they sleep.
 */
#include "workloads/countdown.h"
#include "workloads/steps.h"

enum { PARAM_CHILDREN, PARAM_STEPS };

/* Static: see workload.h. */
static struct {
	struct arm_histogram *latency;
	uint64_t steps;
	uint64_t expected; /* what they come to */
	uint64_t begun_ns; /* the iteration's */
	int root_worker;
	struct workload_counter waiting; /* children that have not begun */
	struct workload_counter elsewhere;
} shared;

static void child_begin(void)
{
	if (sched_worker_index() != shared.root_worker)
		workload_counter_add(&shared.elsewhere, 1);
	if (workload_counter_down(&shared.waiting))
		arm_histogram_add(shared.latency, os_now() - shared.begun_ns);
}

static enum sched_poll child_poll(void *state, struct sched_context *context)
{
	bool *has_ended = (bool *)state;

	(void)context;
	if (*has_ended)
		return workload_ran_again();
	child_begin();
	if (steps_work(shared.steps) != shared.expected)
		workload_counter_add(&workload_wrong, 1);
	*has_ended = true;
	workload_ran();
	countdown_down();
	return SCHED_READY;
}

static const struct sched_task_ops child_ops = {
	.name = "root_fanout_latency child",
	.poll = child_poll,
	.drop = countdown_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(bool),
	.output_bytes = 0,
};

static void spawn_children(void)
{
	bool has_ended = false;

	shared.root_worker = sched_worker_index();
	workload_counter_set(&shared.waiting, countdown.total);
	shared.begun_ns = os_now();
	for (uint64_t i = 0; i < countdown.total; i++)
		workload_spawn(&child_ops, &has_ended, NULL);
}

static int root_fanout_latency_run(struct workload_env *env)
{
	uint64_t children = env->params[PARAM_CHILDREN];

	shared.latency = env->block->latency;
	shared.steps = env->params[PARAM_STEPS];
	shared.expected = steps_work(shared.steps);
	workload_counter_init(&shared.waiting, 0);
	workload_counter_init(&shared.elsewhere, 0);
	countdown_run(env, children, spawn_children);
	env->block->units = env->block->iterations * children;
	workload_expect_runs(env, env->block->units);
	workload_extra(env, "elsewhere", "task", ARM_SUM,
		       (double)workload_counter_read(&shared.elsewhere));
	workload_counter_fini(&shared.waiting);
	workload_counter_fini(&shared.elsewhere);
	return 0;
}

static const struct arm_param params[] = {
	{ "children", "tasks that the root spawns at once", 100, 1, 10000000 },
	{ "steps", "steps of each, a multiplication and an addition", 30000, 1, 1000000000 },
};

static const struct workload_setting settings[] = {
	{ { "children=5" }, 0 },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(root_fanout_latency, values[PARAM_CHILDREN])

WORKLOAD(root_fanout_latency) = {
	.about = {
		.name = "root_fanout_latency",
		.family = "fan-out",
		.unit = "task",
		.measures = "Time from a root's first spawn to the begin of the last of its children; "
			    "elsewhere: children begun by other workers.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_PARKS | ARM_LATENCY,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.settings = settings,
	.run = root_fanout_latency_run,
	.units = root_fanout_latency_units,
};
