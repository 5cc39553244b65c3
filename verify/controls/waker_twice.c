/* SPDX-License-Identifier: MIT */
/*
 * waker_twice.c - an owned waker ends in one wake or one drop.  origin: Blitz-IO
 * B10 (the poll and its caller both drop the waker); D4 (it is never dropped).
 */
#include "verify/fixture.h"

static enum sched_poll ready_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	return SCHED_READY;
}

static const struct sched_task_ops ready_ops = { .name = "ready", .poll = ready_poll };

/* The task is over but for `wakers` wakers, of which `drops` are dropped. */
static void run(uint32_t wakers, uint32_t drops)
{
	struct sched_runtime *runtime = fixture_create(1);
	struct sched_waker waker;
	struct sched_join join;
	struct sched_task *task;

	sched_spawn_on(runtime, &ready_ops, NULL, &join);
	waker = waker_of(join.task, WAKER_TASK);
	for (uint32_t i = 0; i < wakers; i++)
		sched_waker_clone(&waker);
	task = fixture_pop_injected(runtime);
	task_run(fixture_enter(runtime, 0), task);
	os_set_current(NULL);
	sched_join_detach(&join);
	for (uint32_t i = 0; i < drops; i++) {
		struct sched_waker copy = waker;

		sched_waker_drop(&copy);
	}
	fixture_destroy(runtime);
}

static void dropped_twice(void)
{
	run(1, 2);
}
MODEL(dropped_twice, .checks = "B10: one waker, two drops", .threads = 1,
      .fails_because = "the second drop is of a task that is gone")

static void never_dropped(void)
{
	run(2, 1);
}
MODEL(never_dropped, .checks = "D4: two wakers, one drop", .threads = 1,
      .fails_because = "the task is never freed")

static void dropped_once(void)
{
	run(2, 2);
}
MODEL(dropped_once, .checks = "repaired: each waker is dropped once", .threads = 1)
