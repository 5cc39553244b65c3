/* SPDX-License-Identifier: MIT */
/*
 * defer.c - tasks that yielded: on a list of one worker, woken, aborted and shut down
 * by others meanwhile.
 *
 * The list is its owner's alone; what it holds is a reference like a waker's, and that
 * is what can be wrong: one too few is a use after free, one too many a leak.
 *
 * build: SCHED_REF_PER_WAKE=0 SCHED_HANDLE_REF=0 SCHED_ID_GLOBAL=0 | SCHED_GUARD=GUARD_SENTINEL
 */
#include "verify/fixture.h"

struct world {
	struct sched_runtime *runtime;
	struct worker *worker;
	struct sched_waker waker; /* of the first poll */
	struct sched_join join;
	struct os_thread other;
	at_u32 ended;
	at_u32 dropped;
	uint32_t order; /* of the polls, a decimal digit each */
	uint32_t yields;
};

struct yielding {
	struct world *world;
	uint32_t polls;
	uint32_t name;
};

static enum sched_poll yielding_poll(void *opaque, struct sched_context *context)
{
	struct yielding *yielding = (struct yielding *)opaque;
	struct world *world = yielding->world;

	world->order = 10 * world->order + yielding->name;
	if (yielding->polls++ > 0) {
		at_fetch_add_relaxed(&world->ended, 1);
		return SCHED_READY;
	}
	if (!world->waker.target)
		world->waker = sched_waker_clone(&context->waker);
	for (uint32_t i = 1; i < world->yields; i++)
		sched_yield_now(context);
	return sched_yield_now(context);
}

static void yielding_drop(void *opaque)
{
	struct yielding *yielding = (struct yielding *)opaque;

	at_fetch_add_relaxed(&yielding->world->dropped, 1);
}

static const struct sched_task_ops yielding_ops = {
	.name = "yielding",
	.poll = yielding_poll,
	.drop = yielding_drop,
	.state_bytes = sizeof(struct yielding),
};

/* The next task that is queued anywhere, or NULL. */
static struct sched_task *next_queued(struct world *world)
{
	struct sched_task *task = next_local_task(world->worker);

	return task ? task : fixture_pop_injected(world->runtime);
}

static void run_queued(struct world *world)
{
	struct sched_task *task;

	while ((task = next_queued(world)) != NULL)
		task_run(world->worker, task);
}

/* `tasks` tasks have yielded, each `yields` times in its poll. */
static struct world *world_create(uint32_t tasks, uint32_t yields)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	at_init(&world->ended, 0);
	at_init(&world->dropped, 0);
	world->waker = sched_waker_empty();
	world->order = 0;
	world->yields = yields;
	world->runtime = fixture_create(1);
	for (uint32_t i = 1; i <= tasks; i++) {
		struct yielding yielding = { world, 0, i };

		model_check(sched_spawn_on(world->runtime, &yielding_ops, &yielding,
					   i == 1 ? &world->join : NULL) == 0,
			    "the runtime is open");
	}
	world->worker = fixture_enter(world->runtime, 0);
	run_queued(world);
	return world;
}

static void resume(struct world *world)
{
	worker_wake_deferred(world->worker);
	run_queued(world);
}

static void world_finish(struct world *world, uint32_t tasks)
{
	resume(world);
	model_check(at_load_relaxed(&world->ended) + at_load_relaxed(&world->dropped) == tasks,
		    "each task ends once");
	sched_waker_drop(&world->waker);
	sched_join_detach(&world->join);
	fixture_destroy(world->runtime);
	at_fini(&world->ended);
	at_fini(&world->dropped);
	model_free(world, sizeof(*world));
}

/* ------------------------------------------------------- the owner alone -- */

static void first_that_yielded_is_first(void)
{
	struct world *world = world_create(2, 1);

	model_check(world->worker->defer.count == 2, "both are on the list");
	resume(world);
	model_check(world->order == 1212, "they go on in the order in which they yielded");
	world_finish(world, 2);
}
MODEL(first_that_yielded_is_first, .checks = "two tasks yield and go on", .threads = 1)

static void yields_twice_in_a_poll(void)
{
	struct world *world = world_create(1, 2);

	model_check(world->worker->defer.count == 1, "the last one is not added twice");
	world_finish(world, 1);
}
MODEL(yields_twice_in_a_poll, .checks = "a task that yields twice is on the list once",
      .threads = 1)

/* -------------------------------------------------------- with another -- */

static void wake_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_waker_wake(&world->waker);
}

static void yield_against_wake(void)
{
	struct world *world = world_create(1, 1);

	model_start(&world->other, wake_main, world);
	resume(world);
	model_join(&world->other);
	world_finish(world, 1);
}
MODEL(yield_against_wake, .checks = "a deferred task is woken from outside", .threads = 2,
      .bound = -1)

static void abort_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_join_abort(&world->join);
}

static void yield_against_abort(void)
{
	struct world *world = world_create(1, 1);

	model_start(&world->other, abort_main, world);
	resume(world);
	model_join(&world->other);
	world_finish(world, 1);
}
MODEL(yield_against_abort, .checks = "a deferred task is aborted from outside", .threads = 2,
      .bound = -1)

static void close_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	owned_list_close(&world->runtime->owned, 0, task_shut_down);
}

static void yield_against_shutdown(void)
{
	struct world *world = world_create(1, 1);

	model_start(&world->other, close_main, world);
	resume(world);
	model_join(&world->other);
	world_finish(world, 1);
}
MODEL(yield_against_shutdown, .checks = "a deferred task is shut down by another worker",
      .threads = 2, .bound = 3)
