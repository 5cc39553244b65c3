/* SPDX-License-Identifier: MIT */
/*
 * shutdown_* - the runtime ends while another thread still spawns, wakes, joins or
 * aborts: every task is run or dropped, every join says which, nobody waits for ever.
 */
#include <errno.h>

#include "verify/exec/front/scenario.h"

#define TASKS 6u

static struct sched_runtime *runtime;
static struct sched_join joins[TASKS];
static struct sched_waker wakers[TASKS]; /* written by the first poll, read after `asleep` */
static at_u32 asleep[TASKS];

/* ---------------------------------------------------------------- tasks -- */

struct sleeper {
	uint32_t task;
	uint32_t polls;
};

/* Ready in the second poll, for which somebody has to wake it. */
static enum sched_poll sleeper_poll(void *state, struct sched_context *context)
{
	struct sleeper *sleeper = (struct sleeper *)state;

	if (sleeper->polls++ == 0) {
		wakers[sleeper->task] = sched_waker_clone(&context->waker);
		at_store_release(&asleep[sleeper->task], 1); /* pairs: SH1 */
		os_wake(&asleep[sleeper->task], 1);
		return SCHED_PENDING;
	}
	ledger_ran(sleeper->task);
	return SCHED_READY;
}

static enum sched_poll yielder_poll(void *state, struct sched_context *context)
{
	struct sleeper *yielder = (struct sleeper *)state;

	if (yielder->polls++ < 2)
		return sched_yield_now(context);
	ledger_ran(yielder->task);
	return SCHED_READY;
}

static void task_drop(void *state)
{
	ledger_dropped(((struct sleeper *)state)->task);
}

static const struct sched_task_ops sleeper_ops = { .name = "sleeper",
						   .poll = sleeper_poll,
						   .drop = task_drop,
						   .state_bytes = sizeof(struct sleeper) };
static const struct sched_task_ops yielder_ops = { .name = "yielder",
						   .poll = yielder_poll,
						   .drop = task_drop,
						   .state_bytes = sizeof(struct sleeper) };

/* ------------------------------------------------------------- the race -- */

static void spawn_all(const struct sched_task_ops *ops)
{
	for (uint32_t i = 0; i < TASKS; i++) {
		struct sleeper state = { i, 0 };
		int error = sched_spawn_on(runtime, ops, &state, &joins[i]);

		scenario_check(error == 0 || error == -ECANCELED, "a spawn works or is refused");
	}
}

static void await_asleep(uint32_t task)
{
	for (;;) {
		uint32_t is_asleep = at_load_acquire(&asleep[task]); /* pairs: SH1 */

		if (is_asleep)
			return;
		os_wait(&asleep[task], 0, OS_FOREVER);
	}
}

/* Each handle tells what the ledger knows: completed or cancelled. */
static void join_all(void)
{
	for (uint32_t i = 0; i < TASKS; i++) {
		int status = sched_join_take(&joins[i], NULL);

		scenario_check(status == 0 || status == -ECANCELED,
			       "after the end every task is complete or cancelled");
		scenario_check(ledger_has_ended(i), "what a handle says is over is over");
		sched_join_detach(&joins[i]);
	}
}

/* Shut down while `other` runs; `prepare` comes before both. */
static void race(const struct scenario_env *env, void (*prepare)(void), void (*other)(void *arg))
{
	struct os_thread thread;
	uint32_t ran;

	ledger_init();
	for (uint32_t i = 0; i < TASKS; i++)
		at_init(&asleep[i], 0);
	runtime = scenario_start(env);
	scenario_check(runtime, "the runtime starts");
	if (prepare)
		prepare();
	scenario_check(os_thread_start(&thread, "other", other, NULL) == 0, "a thread starts");
	sched_runtime_shutdown(runtime);
	os_thread_join(&thread);
	ledger_check(TASKS, &ran);
	join_all();
	sched_runtime_destroy(runtime);
	for (uint32_t i = 0; i < TASKS; i++)
		at_fini(&asleep[i]);
	ledger_fini();
}

/* --------------------------------------------------------------- spawns -- */

static void other_spawns(void *arg)
{
	(void)arg;
	spawn_all(&yielder_ops);
}

static void shutdown_spawn(const struct scenario_env *env)
{
	race(env, NULL, other_spawns);
}

SCENARIO(shutdown_spawn) = {
	.name = "shutdown_spawn",
	.checks = "A thread spawns while the runtime ends: each task is run or dropped.",
	.workers = 2,
	.run = shutdown_spawn,
};

/* ---------------------------------------------------------------- wakes -- */

static void put_to_sleep(void)
{
	spawn_all(&sleeper_ops);
	for (uint32_t i = 0; i < TASKS; i++)
		await_asleep(i);
}

static void other_wakes(void *arg)
{
	(void)arg;
	for (uint32_t i = 0; i < TASKS; i++) {
		if (i % 2 == 0)
			sched_waker_wake_by_ref(&wakers[i]);
		sched_waker_wake(&wakers[i]);
	}
}

static void shutdown_wake(const struct scenario_env *env)
{
	race(env, put_to_sleep, other_wakes);
}

SCENARIO(shutdown_wake) = {
	.name = "shutdown_wake",
	.checks = "A thread wakes tasks while the runtime ends: each is run or dropped.",
	.workers = 2,
	.run = shutdown_wake,
};

/* ---------------------------------------------------------------- joins -- */

static void spawn_yielders(void)
{
	spawn_all(&yielder_ops);
}

static enum sched_poll awaits_all_poll(void *state, struct sched_context *context)
{
	uint32_t *next = (uint32_t *)state;

	for (; *next < TASKS; ++*next) {
		int status;

		if (sched_join_poll(&joins[*next], context, NULL, &status) == SCHED_PENDING)
			return SCHED_PENDING;
		scenario_check(status == 0 || status == -ECANCELED, "a join tells the end");
		sched_join_detach(&joins[*next]);
	}
	return SCHED_READY;
}

/* From outside, so it is never cancelled: the end of every task has to reach it. */
static void other_joins(void *arg)
{
	uint32_t next = 0;
	int error = sched_block_on(runtime, awaits_all_poll, &next);

	(void)arg;
	scenario_check(error == 0 && next == TASKS, "every join resolves");
}

static void shutdown_join(const struct scenario_env *env)
{
	struct os_thread thread;
	uint32_t ran;

	ledger_init();
	runtime = scenario_start(env);
	scenario_check(runtime, "the runtime starts");
	spawn_yielders();
	scenario_check(os_thread_start(&thread, "other", other_joins, NULL) == 0,
		       "a thread starts");
	sched_runtime_shutdown(runtime);
	os_thread_join(&thread);
	ledger_check(TASKS, &ran);
	sched_runtime_destroy(runtime);
	ledger_fini();
}

SCENARIO(shutdown_join) = {
	.name = "shutdown_join",
	.checks = "A thread awaits tasks while the runtime ends: every join resolves.",
	.workers = 2,
	.run = shutdown_join,
};

/* --------------------------------------------------------------- aborts -- */

static void other_aborts(void *arg)
{
	(void)arg;
	for (uint32_t i = 0; i < TASKS; i++)
		sched_join_abort(&joins[i]);
	for (uint32_t i = 0; i < TASKS; i++)
		sched_waker_drop(&wakers[i]);
}

static void shutdown_abort(const struct scenario_env *env)
{
	race(env, put_to_sleep, other_aborts);
}

SCENARIO(shutdown_abort) = {
	.name = "shutdown_abort",
	.checks = "A thread aborts sleeping tasks while the runtime ends: each is dropped once.",
	.workers = 2,
	.run = shutdown_abort,
};
