/* SPDX-License-Identifier: MIT */
/*
 * stalled_thief - what the owner of a queue suffers while a thief that is half
 * way through stealing from it does not get on.
 *
 * The fault build holds every thief for hold_us between claim and release.  A
 * root keeps its worker's queue filled with short tasks and yields; the gaps
 * between polls on the worker that the root is on are the histogram.
 *
 * Dose and response are reported apart: thief_holds and thief_hold_ns, what thieves
 * were held; owner_gaps, owner_gap_sum_ns and owner_gap_max_ns, what the owner
 * waited.  The owner's stall per hold is what owner_gap_sum_ns grows by over a run
 * with hold_us=0: nothing if it goes on, the whole hold if it waits for the thief.
 *
 * Weakness: when the root itself is stolen the worker it lands on is the owner from
 * then on.  How much of the gap around that move was a stall, and how much was that
 * there was nothing left to do, is not known, so it is in no sum: open_waits says how
 * many gaps were left out so.
 */
#include <errno.h>

#include "workloads/countdown.h"

enum { PARAM_HOLD_US, PARAM_TASKS };

#define BATCH	  32   /* spawned per poll of the root: less than a queue holds */
#define IN_FLIGHT 192  /* spawned and not done: the root waits above this */
#define TASK_NS	  1000 /* long enough for a thief to come by */
#define NO_OWNER  UINT32_MAX

/* Written by its worker only; read when all tasks are done. */
struct owner_view {
	uint64_t polled_ns; /* 0: not the owner at its last poll */
	uint64_t open;	    /* gaps that ended, or not, after the root had been stolen */
	struct arm_histogram gaps;
};

static struct {
	at_u32 owner; /* the worker that polled the root last */
	struct owner_view *views;
	struct arm_histogram gaps; /* of this block */
	uint64_t open;
} shared;

/* Called at the start of every poll: account for the gap if this is the owner. */
static void note_poll(uint32_t worker)
{
	struct owner_view *view = &shared.views[worker];
	uint32_t owner = at_load_relaxed(&shared.owner);
	uint64_t now = os_now();

	if (owner == worker && view->polled_ns)
		arm_histogram_add(&view->gaps, now - view->polled_ns);
	else if (view->polled_ns)
		view->open++;
	view->polled_ns = 0;
}

/* Called at the end of every poll: the gap begins. */
static void note_polled(uint32_t worker)
{
	uint32_t owner = at_load_relaxed(&shared.owner);

	if (owner == worker)
		shared.views[worker].polled_ns = os_now();
}

/* State: has it ended? */
static enum sched_poll short_task_poll(void *state, struct sched_context *context)
{
	uint32_t worker = (uint32_t)sched_worker_index();
	uint64_t *has_ended = (uint64_t *)state;

	(void)context;
	if (*has_ended)
		return workload_ran_again();
	*has_ended = 1;
	note_poll(worker);
	spin_for(TASK_NS);
	workload_ran();
	note_polled(worker);
	countdown_down();
	return SCHED_READY;
}

static const struct sched_task_ops short_task_ops = {
	.name = "stalled_thief short task",
	.poll = short_task_poll,
	.drop = countdown_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = 0,
};

/* ----------------------------------------------------------------- root -- */

struct root {
	uint64_t spawned;
};

static void spawn_batch(struct root *root)
{
	uint64_t done = countdown.total - workload_counter_read(&countdown.remaining);
	uint64_t has_ended = 0;

	for (uint32_t i = 0; i < BATCH && root->spawned < countdown.total; i++) {
		if (root->spawned - done >= IN_FLIGHT)
			return;
		workload_spawn(&short_task_ops, &has_ended, NULL);
		root->spawned++;
	}
}

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;
	uint32_t worker = (uint32_t)sched_worker_index();

	note_poll(worker);
	at_store_relaxed(&shared.owner, worker);
	spawn_batch(root);
	note_polled(worker);
	return root->spawned < countdown.total ? sched_yield_now(context) : countdown_poll(context);
}

static const struct sched_task_ops root_ops = {
	.name = "stalled_thief root",
	.poll = root_poll,
	.drop = NULL,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* ---------------------------------------------------------------- block -- */

static void views_clear(uint32_t workers)
{
	for (uint32_t i = 0; i < workers; i++) {
		shared.views[i].polled_ns = 0;
		shared.views[i].open = 0;
		workload_histogram_clear(&shared.views[i].gaps);
	}
}

/* The owner of the end has nothing left to do, so it waits for nothing. */
static void views_merge(uint32_t workers)
{
	uint32_t owner = at_load_relaxed(&shared.owner);

	for (uint32_t i = 0; i < workers; i++) {
		workload_histogram_merge(&shared.gaps, &shared.views[i].gaps);
		shared.open += shared.views[i].open + (shared.views[i].polled_ns && i != owner);
	}
}

static bool iteration(struct workload_env *env)
{
	struct root root = { .spawned = 0 };
	bool ok;

	if (!countdown_prepare(env, env->params[PARAM_TASKS]))
		return false;
	views_clear(env->config->workers);
	workload_start(env);
	ok = workload_block_on_task(env, &root_ops, &root, NULL);
	workload_stop(env);
	views_merge(env->config->workers);
	at_store_relaxed(&shared.owner, NO_OWNER);
	return ok;
}

/* What the fault build counts; of another build they are not reported. */
static const struct {
	const char *name;
	const char *unit;
} counted[] = {
	{ "pops", "pop" },	   { "pops_during_steal", "pop" }, { "pops_refused", "pop" },
	{ "pop_spins", "look" },   { "pop_retries", "claim" },	   { "thief_holds", "hold" },
	{ "thief_hold_ns", "ns" },
};
#define COUNTED (sizeof(counted) / sizeof(counted[0]))

static void read_counts(struct workload_env *env, uint64_t *values)
{
	for (size_t i = 0; i < COUNTED; i++) {
		values[i] = 0;
		workload_metric(env, counted[i].name, &values[i]);
	}
}

static void report_counts(struct workload_env *env, const uint64_t *before)
{
	uint64_t after;

	for (size_t i = 0; i < COUNTED; i++)
		if (workload_metric(env, counted[i].name, &after))
			workload_extra(env, counted[i].name, counted[i].unit, ARM_SUM,
				       (double)(after - before[i]));
	if (workload_metric(env, "pop_retries_max", &after))
		workload_extra(env, "pop_retries_max", "claim", ARM_MAX, (double)after);
}

static void report_gaps(struct workload_env *env)
{
	const struct arm_histogram *gaps = &shared.gaps;

	workload_histogram_merge(env->block->latency, gaps);
	workload_extra(env, "owner_gaps", "gap", ARM_SUM, (double)gaps->count);
	workload_extra(env, "owner_gap_sum_ns", "ns", ARM_SUM, (double)gaps->sum_ns);
	workload_extra(env, "owner_gap_max_ns", "ns", ARM_MAX, (double)gaps->max_ns);
	workload_extra(env, "open_waits", "gap", ARM_SUM, (double)shared.open);
}

static int run_with_fault(struct workload_env *env)
{
	uint64_t before[COUNTED];
	int error = sched_fault_hold_thief(env->runtime, env->params[PARAM_HOLD_US] * 1000);

	if (error != 0)
		return error;
	read_counts(env, before);
	workload_histogram_clear(&shared.gaps);
	shared.open = 0;
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!iteration(env))
			break;
	}
	report_counts(env, before);
	report_gaps(env);
	return sched_fault_hold_thief(env->runtime, 0);
}

static int stalled_thief_run(struct workload_env *env)
{
	size_t bytes = env->config->workers * sizeof(struct owner_view);
	int error;

	shared.views = (struct owner_view *)os_alloc(bytes, 16);
	if (!shared.views)
		return -ENOMEM;
	at_init(&shared.owner, NO_OWNER);
	error = run_with_fault(env);
	env->block->units = env->block->iterations * env->params[PARAM_TASKS];
	if (error == 0)
		workload_expect_runs(env, env->block->units);
	at_fini(&shared.owner);
	os_free(shared.views, bytes);
	return error;
}

static const struct arm_param params[] = {
	{ "hold_us", "how long a thief is held in the middle of a steal", 100, 0, 1000000 },
	{ "tasks", "short tasks per iteration", 20000, 1, 10000000 },
};

static const struct workload_setting settings[] = {
	{ { "hold_us=1" }, 0 },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(stalled_thief, values[PARAM_TASKS])

WORKLOAD(stalled_thief) = {
	.about = {
		.name = "stalled_thief",
		.family = "probe",
		.unit = "task",
		.measures = "The owner's gaps between polls while thieves stall inside a steal.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_PARALLEL | ARM_NEEDS_FAULT | ARM_LATENCY,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.settings = settings,
	.run = stalled_thief_run,
	.units = stalled_thief_units,
};
