/* SPDX-License-Identifier: MIT */
/*
 * wakes - the state word of a task under fire: wakes from two threads while it is
 * polled, joins that are polled, replaced and dropped, aborts while it is queued.
 *
 * A task counts what it was told; each wake comes after one more `told`, so a task that
 * sleeps with something untold in the end has lost a wake, and main waits for ever.
 */
#include <errno.h>

#include "verify/exec/front/scenario.h"

#define TELLINGS 3u /* by each of two threads */

static struct sched_runtime *runtime;
static at_u32 told;
static at_u32 has_waker;
static struct sched_waker waker; /* of the first poll; wakes by reference only */

static enum sched_poll hearer_poll(void *state, struct sched_context *context)
{
	uint32_t heard = at_load_acquire(&told); /* pairs: WK1 */
	uint32_t *polls = (uint32_t *)state;

	if ((*polls)++ == 0) {
		waker = sched_waker_clone(&context->waker);
		at_store_release(&has_waker, 1); /* pairs: WK2 */
		os_wake(&has_waker, INT32_MAX);
	}
	if (heard < 2 * TELLINGS)
		return SCHED_PENDING;
	ledger_ran(0);
	return SCHED_READY;
}

static void hearer_drop(void *state)
{
	(void)state;
	ledger_dropped(0);
}

static const struct sched_task_ops hearer_ops = {
	.name = "hearer", .poll = hearer_poll, .drop = hearer_drop, .state_bytes = sizeof(uint32_t)
};

static void teller_main(void *arg)
{
	uint32_t there = at_load_acquire(&has_waker); /* pairs: WK2 */

	(void)arg;
	while (!there) {
		os_wait(&has_waker, 0, OS_FOREVER);
		there = at_load_acquire(&has_waker); /* pairs: WK2 */
	}
	for (uint32_t i = 0; i < TELLINGS; i++) {
		at_fetch_add_release(&told, 1); /* pairs: WK1 */
		sched_waker_wake_by_ref(&waker);
	}
}

static void open(const struct scenario_env *env)
{
	ledger_init();
	at_init(&told, 0);
	at_init(&has_waker, 0);
	runtime = scenario_start(env);
	scenario_check(runtime, "the runtime starts");
}

static void close(uint32_t tasks)
{
	uint32_t ran;

	sched_runtime_destroy(runtime);
	ledger_check(tasks, &ran);
	at_fini(&told);
	at_fini(&has_waker);
	ledger_fini();
}

static void wake_while_polled(const struct scenario_env *env)
{
	struct os_thread tellers[2];
	struct sched_join join;
	uint32_t polls = 0;
	int status;

	open(env);
	status = sched_spawn_on(runtime, &hearer_ops, &polls, &join);
	scenario_check(status == 0, "an open runtime takes every task");
	for (int i = 0; i < 2; i++)
		scenario_check(os_thread_start(&tellers[i], "teller", teller_main, NULL) == 0,
			       "a thread starts");
	status = sched_block_on_join(runtime, &join, NULL);
	scenario_check(status == 0, "a task that is always woken completes");
	for (int i = 0; i < 2; i++)
		os_thread_join(&tellers[i]);
	sched_waker_drop(&waker);
	close(1);
}

SCENARIO(wake_while_polled) = {
	.name = "wake_while_polled",
	.checks = "Two threads wake one task while it is polled: no wake is lost.",
	.workers = 2,
	.run = wake_while_polled,
};

/* ---------------------------------------------------------------- joins -- */

#define JOINED 4u

static struct sched_join joins[JOINED];

static enum sched_poll short_poll(void *state, struct sched_context *context)
{
	uint32_t task = *(uint32_t *)state;

	if (task % 2 && !ledger_has_ended(task - 1))
		return sched_yield_now(context);
	ledger_ran(task);
	return SCHED_READY;
}

static void short_drop(void *state)
{
	ledger_dropped(*(uint32_t *)state);
}

static const struct sched_task_ops short_ops = {
	.name = "short", .poll = short_poll, .drop = short_drop, .state_bytes = sizeof(uint32_t)
};

/* Await the first with this task's waker, once, and go away. */
static enum sched_poll first_look_poll(void *state, struct sched_context *context)
{
	struct sched_join *join = *(struct sched_join **)state;
	int status = 0;

	if (sched_join_poll(join, context, NULL, &status) == SCHED_READY) {
		scenario_check(status == 0, "an awaited task completes");
		sched_join_detach(join);
	}
	return SCHED_READY;
}

static const struct sched_task_ops first_look_ops = { .name = "first look",
						      .poll = first_look_poll,
						      .state_bytes = sizeof(struct sched_join *) };

/* The handle goes from one awaiter to the next; the next one must be woken. */
static void join_handed_over(const struct scenario_env *env)
{
	struct sched_join look;

	open(env);
	for (uint32_t i = 0; i < JOINED; i++) {
		struct sched_join *join = &joins[i];
		int status = sched_spawn_on(runtime, &short_ops, &i, join);

		scenario_check(status == 0, "an open runtime takes every task");
		status = sched_spawn_on(runtime, &first_look_ops, &join, &look);
		scenario_check(status == 0, "an open runtime takes every task");
		status = sched_block_on_join(runtime, &look, NULL);
		scenario_check(status == 0, "the first look ends");
		if (!join->task)
			continue;
		if (i % 2) {
			sched_join_detach(join);
			continue;
		}
		status = sched_block_on_join(runtime, join, NULL);
		scenario_check(status == 0, "the latest awaiter is woken");
	}
	close(JOINED);
}

SCENARIO(join_handed_over) = {
	.name = "join_handed_over",
	.checks = "A handle is awaited by one task, then by main, or dropped: the latest is woken.",
	.workers = 2,
	.run = join_handed_over,
};

/* --------------------------------------------------------------- aborts -- */

#define ASLEEP JOINED /* the number of the task that nobody wakes */

static enum sched_poll asleep_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	return SCHED_PENDING;
}

static const struct sched_task_ops asleep_ops = {
	.name = "asleep", .poll = asleep_poll, .drop = short_drop, .state_bytes = sizeof(uint32_t)
};

static void abort_in_flight(const struct scenario_env *env)
{
	uint32_t asleep = ASLEEP;
	struct sched_join last;
	int status;

	open(env);
	status = sched_spawn_on(runtime, &asleep_ops, &asleep, &last);
	scenario_check(status == 0, "an open runtime takes every task");
	for (uint32_t i = 0; i < JOINED; i++) {
		status = sched_spawn_on(runtime, &short_ops, &i, &joins[i]);
		scenario_check(status == 0, "an open runtime takes every task");
	}
	for (uint32_t i = 0; i < JOINED; i += 2)
		sched_join_abort(&joins[i + 1]);
	for (uint32_t i = 0; i < JOINED; i++) {
		status = sched_block_on_join(runtime, &joins[i], NULL);
		scenario_check(status == 0 || (i % 2 && status == -ECANCELED),
			       "only what was aborted may be cancelled");
	}
	sched_join_abort(&last);
	status = sched_block_on_join(runtime, &last, NULL);
	scenario_check(status == -ECANCELED, "an aborted task that sleeps is cancelled");
	close(JOINED + 1);
}

SCENARIO(abort_in_flight) = {
	.name = "abort_in_flight",
	.checks =
		"Tasks are aborted while asleep, queued, polled or complete: run or dropped, once.",
	.workers = 2,
	.run = abort_in_flight,
};
