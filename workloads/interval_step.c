/* SPDX-License-Identifier: MIT */
/*
 * interval_step - which inject interval a tuner chooses, and how fast it follows
 * when the tasks change.
 *
 * Tasks that reschedule themselves keep their workers busy; each poll spins for
 * before_ns in the first half of an iteration and for after_ns in the second, and
 * notes the interval its worker uses.  Per worker that polled in both halves:
 * the interval most used late in each half, the polls after the step until it was
 * first within 10 % of the later one, and until it was outside for the last time.
 * Nothing is ever in the inject queue.
 *
 * Weakness: a preempted poll is a long one to a tuner, so on a shared CPU "settled"
 * is what the machine did as much as what the tuner does; "reached" is robust.
 */
#include <errno.h>
#include <string.h>

#include "workloads/countdown.h"

enum { PARAM_BEFORE_NS, PARAM_AFTER_NS, PARAM_POLLS, PARAM_TASKS };
enum phase { BEFORE, AFTER };

#define INTERVALS 512u /* longer ones count as the longest */
#define BAND	  10u  /* per cent */
#define NEVER	  UINT64_MAX

/* Of one worker: written by it, read when all tasks have ended. */
struct interval_view {
	uint64_t late[2][INTERVALS]; /* polls with this interval, late in either half */
	uint64_t first[INTERVALS];   /* after how many polls since the step it was in force */
	uint64_t last[INTERVALS];
	uint64_t polls_since_step;
	uint64_t changes;
	uint32_t interval; /* at the last poll; 0 before the first */
	uint32_t smallest;
	uint32_t largest;
};

/* Sums over the workers and iterations that saw a step. */
struct interval_steps {
	uint64_t seen;
	uint64_t before;
	uint64_t after;
	uint64_t reached;
	uint64_t settled;
	uint64_t changes;
	uint32_t smallest; /* of all */
	uint32_t largest;
};

static struct {
	struct workload_counter polls; /* begun in this iteration */
	uint64_t ns[2];
	uint64_t half; /* polls of either half */
	uint32_t workers;
	struct interval_view *views;
	struct interval_steps steps;
} shared;

/* --------------------------------------------------------------- a poll -- */

static void note_range(struct interval_view *view, uint32_t interval)
{
	if (view->interval != 0 && interval != view->interval)
		view->changes++;
	if (view->interval == 0 || interval < view->smallest)
		view->smallest = interval;
	if (interval > view->largest)
		view->largest = interval;
	view->interval = interval;
}

/* Poll number `poll` of this iteration, from 0. */
static void note_poll(struct interval_view *view, enum phase phase, uint64_t poll)
{
	uint32_t interval = sched_worker_interval();
	uint32_t index = interval < INTERVALS ? interval : INTERVALS - 1;

	note_range(view, interval);
	if (poll - phase * shared.half >= shared.half / 2)
		view->late[phase][index]++;
	if (phase == BEFORE)
		return;
	if (view->first[index] == NEVER)
		view->first[index] = view->polls_since_step;
	view->last[index] = view->polls_since_step++;
}

/* State: has it ended? */
static enum sched_poll stepper_poll(void *state, struct sched_context *context)
{
	uint64_t *has_ended = (uint64_t *)state;
	enum phase phase;
	uint64_t poll;

	if (*has_ended)
		return workload_ran_again();
	poll = at_fetch_add_relaxed(&shared.polls.value, 1);
	phase = poll < shared.half ? BEFORE : AFTER;
	if (poll >= 2 * shared.half) {
		*has_ended = 1;
		countdown_down();
		return SCHED_READY;
	}
	note_poll(&shared.views[sched_worker_index()], phase, poll);
	spin_for(shared.ns[phase]);
	workload_ran();
	sched_waker_wake_by_ref(&context->waker);
	return SCHED_PENDING;
}

static const struct sched_task_ops stepper_ops = {
	.name = "interval_step stepper",
	.poll = stepper_poll,
	.drop = countdown_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = 0,
};

/* ---------------------------------------------------------- what it says -- */

/* The interval most used; 0: none. */
static uint32_t most_used(const uint64_t *polls)
{
	uint32_t most = 0;

	for (uint32_t i = 1; i < INTERVALS; i++)
		if (polls[i] > polls[most])
			most = i;
	return most;
}

static bool is_close(uint32_t interval, uint32_t to)
{
	uint32_t difference = interval < to ? to - interval : interval - to;

	return difference * 100 <= to * BAND;
}

/* Polls since the step; no more than there were. */
static uint64_t polls_to_reach(const struct interval_view *view, uint32_t final)
{
	uint64_t reached = view->polls_since_step;

	for (uint32_t i = 0; i < INTERVALS; i++)
		if (view->first[i] < reached && is_close(i, final))
			reached = view->first[i];
	return reached;
}

static uint64_t polls_to_settle(const struct interval_view *view, uint32_t final)
{
	uint64_t settled = 0;

	for (uint32_t i = 0; i < INTERVALS; i++)
		if (view->first[i] != NEVER && !is_close(i, final) && view->last[i] >= settled)
			settled = view->last[i] + 1;
	return settled;
}

static void add_step(struct interval_steps *steps, const struct interval_view *view)
{
	uint32_t before = most_used(view->late[BEFORE]);
	uint32_t after = most_used(view->late[AFTER]);

	if (before == 0 || after == 0)
		return;
	if (steps->seen == 0 || view->smallest < steps->smallest)
		steps->smallest = view->smallest;
	if (view->largest > steps->largest)
		steps->largest = view->largest;
	steps->seen++;
	steps->before += before;
	steps->after += after;
	steps->reached += polls_to_reach(view, after);
	steps->settled += polls_to_settle(view, after);
	steps->changes += view->changes;
}

static void report_mean(struct workload_env *env, const char *name, const char *unit, uint64_t sum)
{
	workload_extra(env, name, unit, ARM_MEAN, (double)sum / (double)shared.steps.seen);
}

static void report(struct workload_env *env)
{
	const struct interval_steps *steps = &shared.steps;

	if (steps->seen == 0)
		return; /* no worker had polls late in both halves */
	report_mean(env, "interval_before", "tick", steps->before);
	report_mean(env, "interval_after", "tick", steps->after);
	report_mean(env, "interval_reached_polls", "poll", steps->reached);
	report_mean(env, "interval_settled_polls", "poll", steps->settled);
	report_mean(env, "interval_changes", "change", steps->changes);
	workload_extra(env, "interval_smallest", "tick", ARM_MIN, steps->smallest);
	workload_extra(env, "interval_largest", "tick", ARM_MAX, steps->largest);
}

/* ---------------------------------------------------------------- block -- */

static void views_clear(void)
{
	memset(shared.views, 0, shared.workers * sizeof(*shared.views));
	for (uint32_t i = 0; i < shared.workers; i++)
		for (uint32_t k = 0; k < INTERVALS; k++)
			shared.views[i].first[k] = NEVER;
}

/* The end of an iteration, of which no task is left. */
static void views_settle(void)
{
	for (uint32_t i = 0; i < shared.workers; i++)
		add_step(&shared.steps, &shared.views[i]);
	views_clear();
	workload_counter_set(&shared.polls, 0);
}

static void spawn_steppers(void)
{
	uint64_t has_ended = 0;

	views_settle();
	for (uint64_t i = 0; i < countdown.total; i++)
		workload_spawn(&stepper_ops, &has_ended, NULL);
}

static int interval_step_run(struct workload_env *env)
{
	size_t bytes = env->config->workers * sizeof(struct interval_view);

	shared.workers = env->config->workers;
	shared.ns[BEFORE] = env->params[PARAM_BEFORE_NS];
	shared.ns[AFTER] = env->params[PARAM_AFTER_NS];
	shared.half = env->params[PARAM_POLLS];
	memset(&shared.steps, 0, sizeof(shared.steps));
	shared.views = (struct interval_view *)os_alloc(bytes, 16);
	if (!shared.views)
		return -ENOMEM;
	workload_counter_init(&shared.polls, 0);
	views_clear();
	countdown_run(env, env->params[PARAM_TASKS], spawn_steppers);
	views_settle();
	report(env);
	env->block->units = env->block->iterations * 2 * shared.half;
	workload_expect_runs(env, env->block->units);
	workload_counter_fini(&shared.polls);
	os_free(shared.views, bytes);
	return 0;
}

static const char *interval_step_refuses(const uint64_t *params, uint32_t workers)
{
	(void)params;
	(void)workers;
	if (!(sched_capabilities() & SCHED_CAN_REMOTE))
		return "single-threaded executor: no inject queue, so no interval";
	return NULL;
}

static const struct arm_param params[] = {
	{ "before_ns", "how long each poll spins in the first half", 1000, 0, 1000000000 },
	{ "after_ns", "how long each poll spins in the second half", 100000, 0, 1000000000 },
	{ "polls", "polls of each half", 3000, 2, 100000000 },
	{ "tasks", "tasks that reschedule themselves", 8, 1, 100000 },
};

static const struct workload_setting settings[] = {
	{ { "before_ns=1", "after_ns=2" }, 0 },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(interval_step, 2 * values[PARAM_POLLS])

WORKLOAD(interval_step) = {
	.about = {
		.name = "interval_step",
		.family = "probe",
		.unit = "poll",
		.measures = "The inject interval a tuner chooses, before and after its tasks change.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.settings = settings,
	.run = interval_step_run,
	.units = interval_step_units,
	.refuses = interval_step_refuses,
};
