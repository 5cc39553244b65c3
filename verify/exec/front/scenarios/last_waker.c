/* SPDX-License-Identifier: MIT */
/*
 * last_waker - detached tasks that only their wakers know, and that go away: woken by
 * value, or dropped.
 *
 * Between the wake and the poll that completes the task there is no reference but the
 * queued one, so a reference that is counted too late is one to freed memory.
 */
#include "verify/exec/front/scenario.h"

#define TASKS 4u /* the last one's waker is dropped */

static struct sched_waker wakers[TASKS]; /* written by the first poll */
static at_u32 asleep;			 /* tasks that have written theirs */
static at_u32 finished;

struct sleeper {
	uint32_t task;
	uint32_t polls;
};

static void count_up(at_u32 *count)
{
	at_fetch_add_release(count, 1); /* pairs: LW1 */
	os_wake(count, INT32_MAX);
}

static void await_count(at_u32 *count, uint32_t wanted)
{
	uint32_t seen = at_load_acquire(count); /* pairs: LW1 */

	while (seen < wanted) {
		os_wait(count, seen, OS_FOREVER);
		seen = at_load_acquire(count); /* pairs: LW1 */
	}
}

static enum sched_poll sleeper_poll(void *state, struct sched_context *context)
{
	struct sleeper *sleeper = (struct sleeper *)state;

	if (sleeper->polls++ == 0) {
		wakers[sleeper->task] = sched_waker_clone(&context->waker);
		count_up(&asleep);
		return SCHED_PENDING;
	}
	ledger_ran(sleeper->task);
	count_up(&finished);
	return SCHED_READY;
}

static void sleeper_drop(void *state)
{
	ledger_dropped(((struct sleeper *)state)->task);
}

static const struct sched_task_ops sleeper_ops = { .name = "sleeper",
						   .poll = sleeper_poll,
						   .drop = sleeper_drop,
						   .state_bytes = sizeof(struct sleeper) };

static void waker_main(void *arg)
{
	(void)arg;
	await_count(&asleep, TASKS);
	for (uint32_t i = 0; i + 1 < TASKS; i++)
		sched_waker_wake(&wakers[i]);
	sched_waker_drop(&wakers[TASKS - 1]);
}

static void last_waker(const struct scenario_env *env)
{
	struct sched_runtime *runtime;
	struct os_thread thread;
	uint32_t ran;

	ledger_init();
	at_init(&asleep, 0);
	at_init(&finished, 0);
	runtime = scenario_start(env);
	scenario_check(runtime, "the runtime starts");
	for (uint32_t i = 0; i < TASKS; i++) {
		struct sleeper sleeper = { i, 0 };
		int error = sched_spawn_on(runtime, &sleeper_ops, &sleeper, NULL);

		scenario_check(error == 0, "an open runtime takes every task");
	}
	scenario_check(os_thread_start(&thread, "waker", waker_main, NULL) == 0, "a thread starts");
	await_count(&finished, TASKS - 1);
	sched_runtime_destroy(runtime);
	os_thread_join(&thread);
	ledger_check(TASKS, &ran);
	scenario_check(ran == TASKS - 1, "the task whose waker was dropped never runs again");
	at_fini(&asleep);
	at_fini(&finished);
	ledger_fini();
}

SCENARIO(last_waker) = {
	.name = "last_waker",
	.checks = "Detached tasks are woken by, or lose, the only waker that knows them.",
	.workers = 2,
	.run = last_waker,
};
