/* SPDX-License-Identifier: MIT */
/*
 * join_poll - a parent spawns a child that computes for a while, and waits for its end by the
 * child's handle.
 *
 * What waiting for a task costs, by how long the task takes.  A handle that stores a waker lets
 * its parent sleep; one that can only be asked keeps it, or its thread, coming back.  The histogram
 * has the time from the child's end to where the parent goes on.  CPU time per join tells what was
 * spent in between; the child's own is child_us of it, in every arm.
 *
 * apart says where the two are:
 *   0  where the scheduler puts them: as a rule on one worker, which is either the child's or
 *      the parent's, so nobody can ask in vain for longer than one poll
 *   1  on two workers: the parent spawns an empty task on top, which takes the child's place in
 *      a LIFO slot, and keeps its worker until another one has begun the child, or for HOLD_NS.
 *      The extra `apart` counts the joins in which it came so
 *   2  the parent is main, a thread that is no worker, in block_on
 *
 * Main waits for a parent that is a task by a signal and not by its handle, which would be asked as well.
 *
 * Weakness: the child's time is that of the clock, so a child whose thread is descheduled takes no
 * longer by it; and a parent that has held its worker is told of less than one that slept.
 */
#include "workloads/workload.h"

enum { PARAM_CHILD_US, PARAM_APART, PARAM_JOINS };
enum { APART_NOT, APART_WORKERS, APART_OUTSIDE };

#define HOLD_NS	   UINT64_C(1000000) /* a thread that is woken is there by then */
#define CHILD_DONE (UINT64_C(1) << 63)

/* Of the block that runs.  Static, for strays. */
static struct {
	struct sched_runtime *runtime;
	struct arm_histogram *latency;
	uint64_t child_ns;
	uint64_t where;	   /* APART_... */
	uint64_t joins;	   /* per iteration */
	uint64_t apart;	   /* joins whose child ran on another worker; the parent's */
	at_u64 begun;	   /* number of the child that began last */
	uint64_t ended_ns; /* of the child that is joined: its own until it ends, then the parent's */
	int64_t worker;	   /* likewise */
	struct workload_signal ended;
} shared;

/* ---------------------------------------------------------------- child -- */

/* Its state is its number, from 1; the output is the same with CHILD_DONE. */
static enum sched_poll child_poll(void *state, struct sched_context *context)
{
	uint64_t *number = (uint64_t *)state;

	(void)context;
	if (*number & CHILD_DONE)
		return workload_ran_again();
	at_store_relaxed(&shared.begun, *number);
	spin_for(shared.child_ns);
	*number |= CHILD_DONE;
	shared.worker = sched_worker_index();
	workload_ran();
	shared.ended_ns = os_now();
	return SCHED_READY;
}

static const struct sched_task_ops child_ops = {
	.name = "join_poll child",
	.poll = child_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = sizeof(uint64_t),
};

/* On top of the child, which can be stolen then. */
static enum sched_poll cover_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	workload_ran();
	return SCHED_READY;
}

static const struct sched_task_ops cover_ops = {
	.name = "join_poll cover",
	.poll = cover_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = 0,
	.output_bytes = 0,
};

/* --------------------------------------------------------------- parent -- */

struct parent {
	struct sched_join child; /* empty: the next one is to be spawned */
	uint64_t number;	 /* of the child, from 1; 0: all are joined */
	uint64_t spawned_ns;
	int64_t worker; /* where it spawned the child */
};

static void hold_until_begun(uint64_t number)
{
	uint64_t until = os_now() + HOLD_NS;

	while (at_load_relaxed(&shared.begun) != number && os_now() < until)
		at_spin_hint();
}

static void parent_spawn(struct parent *parent)
{
	uint64_t number = parent->number;

	parent->worker = sched_worker_index();
	at_store_relaxed(&shared.begun, 0); /* no child's number */
	parent->spawned_ns = os_now();
	workload_spawn(&child_ops, &number, &parent->child);
	if (shared.where != APART_WORKERS)
		return;
	workload_spawn(&cover_ops, NULL, NULL);
	hold_until_begun(parent->number);
}

static void parent_joined(const struct parent *parent, uint64_t number)
{
	uint64_t now = os_now();

	if (number != (parent->number | CHILD_DONE) || now < shared.ended_ns ||
	    shared.ended_ns - parent->spawned_ns < shared.child_ns) {
		workload_counter_add(&workload_wrong, 1);
		return;
	}
	arm_histogram_add(shared.latency, now - shared.ended_ns);
	shared.apart += shared.worker != parent->worker;
}

/* Of a task, or of block_on. */
static enum sched_poll parent_poll(void *state, struct sched_context *context)
{
	struct parent *parent = (struct parent *)state;
	uint64_t number;

	if (!parent->number)
		return workload_ran_again();
	for (; parent->number <= shared.joins; parent->number++) {
		if (!parent->child.task)
			parent_spawn(parent);
		if (workload_join_one(&parent->child, context, &number) == SCHED_PENDING)
			return SCHED_PENDING;
		if (number != 0) /* else it is lost, and counted */
			parent_joined(parent, number);
	}
	parent->number = 0;
	workload_ran();
	workload_signal_raise(&shared.ended);
	return SCHED_READY;
}

static void parent_drop(void *state)
{
	sched_join_detach(&((struct parent *)state)->child);
	workload_drop_lost(state);
	workload_signal_raise(&shared.ended);
}

static const struct sched_task_ops parent_ops = {
	.name = "join_poll parent",
	.poll = parent_poll,
	.drop = parent_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct parent),
	.output_bytes = 0,
};

static const struct parent first_parent = { { NULL }, 1, 0, -1 };

/* By the calling thread. */
static void parent_outside(void)
{
	struct parent parent = first_parent;
	int error = sched_block_on(shared.runtime, parent_poll, &parent);

	if (error == 0)
		return;
	workload_lacks(error);
	parent_drop(&parent);
}

/* ---------------------------------------------------------------- block -- */

static void iteration(void)
{
	struct parent parent = first_parent;

	if (shared.where == APART_OUTSIDE)
		parent_outside();
	else
		workload_spawn_on(shared.runtime, &parent_ops, &parent, NULL);
	workload_signal_wait(&shared.ended);
}

static void block_begin(struct workload_env *env)
{
	shared.runtime = env->runtime;
	shared.latency = env->block->latency;
	shared.child_ns = 1000 * env->params[PARAM_CHILD_US];
	shared.where = env->params[PARAM_APART];
	shared.joins = env->params[PARAM_JOINS];
	shared.apart = 0;
	at_init(&shared.begun, 0);
	workload_signal_init(&shared.ended);
}

static int join_poll_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_JOINS];

	block_begin(env);
	tasks += 1 + (shared.where == APART_WORKERS ? shared.joins : 0);
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++)
		iteration();
	workload_stop(env);
	env->block->units = env->block->iterations * shared.joins;
	workload_expect_runs(env, env->block->iterations * tasks);
	if (shared.where == APART_WORKERS)
		workload_extra(env, "apart", "join", ARM_SUM, (double)shared.apart);
	workload_signal_fini(&shared.ended);
	at_fini(&shared.begun);
	return 0;
}

static const char *join_poll_refuses(const uint64_t *values, uint32_t workers)
{
	return values[PARAM_APART] == APART_WORKERS && workers < 2 ?
		       "parent and child on two workers (apart=1): needs two" :
		       NULL;
}

static const struct arm_param params[] = {
	{ "child_us", "how long a child computes", 10, 0, 1000000 },
	{ "apart", "0: where the scheduler puts them; 1: on two workers; 2: the parent is main", 0,
	  0, 2 },
	{ "joins", "children spawned and joined, one at a time, per iteration", 100, 1, 10000000 },
};

/* Main is woken by no task's waker. */
static const struct workload_setting settings[] = {
	{ { "apart=0" }, 0 },
	{ { "apart=2" }, WORKLOAD_WAITS_FOR_WAKES },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(join_poll, values[PARAM_JOINS])

WORKLOAD(join_poll) = {
	.about = {
		.name = "join_poll",
		.family = "probe",
		.unit = "join",
		.measures = "Spawn a child that computes for child_us and join it; latency from its "
			    "end to where the parent goes on.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS | ARM_LATENCY,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES | WORKLOAD_CHECKS_RESULTS,
	.settings = settings,
	.run = join_poll_run,
	.units = join_poll_units,
	.refuses = join_poll_refuses,
};
