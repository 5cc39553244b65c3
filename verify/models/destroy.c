/* SPDX-License-Identifier: MIT */
/*
 * destroy.c - a runtime is destroyed beside what outlives it: the last wake, the last waker, the
 * last handle of a task.
 *
 * Each task keeps its runtime's memory, so whoever ends the last reference to the last task
 * frees the runtime, on any thread.  Who still looks at queues or sleepers after it
 * handed its reference on is a use after free; a count that is wrong by one is that, or a leak.
 *
 * build: SCHED_HANDLE_REF=0 SCHED_REF_PER_WAKE=0
 * build: SCHED_HANDLE_REF=0 | SCHED_REF_PER_WAKE=0
 * build: SCHED_OWNED=OWNED_NONE | SCHED_OWNED=OWNED_NONE SCHED_HANDLE_REF=0 SCHED_REF_PER_WAKE=0
 */
#include "verify/fixture.h"

struct world {
	struct sched_runtime *runtime;
	struct sched_join join;
	struct sched_waker waker;
	struct os_thread other;
	at_u32 polls;
	at_u32 ended; /* polled to the end, or dropped */
};

struct sleeper { /* pending once, then ready */
	struct world *world;
};

static enum sched_poll sleeper_poll(void *opaque, struct sched_context *context)
{
	struct sleeper *sleeper = (struct sleeper *)opaque;
	struct world *world = sleeper->world;

	if (at_fetch_add_relaxed(&world->polls, 1) == 0) {
		world->waker = sched_waker_clone(&context->waker);
		return SCHED_PENDING;
	}
	at_fetch_add_relaxed(&world->ended, 1);
	return SCHED_READY;
}

static void sleeper_drop(void *opaque)
{
	struct sleeper *sleeper = (struct sleeper *)opaque;

	at_fetch_add_relaxed(&sleeper->world->ended, 1);
}

static const struct sched_task_ops sleeper_ops = {
	.name = "sleeper",
	.poll = sleeper_poll,
	.drop = sleeper_drop,
	.state_bytes = sizeof(struct sleeper),
};

/* Run what there is, as the only worker. */
static void run_queued(struct world *world)
{
	struct worker *worker = fixture_enter(world->runtime, 0);
	struct sched_task *task;

	while ((task = next_task(worker)) != NULL)
		task_run(worker, task);
	os_set_current(NULL);
}

/* One task, suspended, with a handle and a waker. */
static struct world *world_create(void)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));
	struct sleeper sleeper = { world };

	at_init(&world->polls, 0);
	at_init(&world->ended, 0);
	world->runtime = fixture_create(1);
	model_check(sched_spawn_on(world->runtime, &sleeper_ops, &sleeper, &world->join) == 0,
		    "the runtime is open");
	run_queued(world);
	return world;
}

static void world_finish(struct world *world)
{
	model_check(at_load_relaxed(&world->ended) == 1, "the task ends exactly once");
	at_fini(&world->polls);
	at_fini(&world->ended);
	model_free(world, sizeof(*world));
}

/* ---------------------------------------------------- what the other does -- */

static void wake_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_waker_wake(&world->waker);
}

static void wake_by_ref_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_waker_wake_by_ref(&world->waker);
	sched_waker_drop(&world->waker);
}

static void drop_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_waker_drop(&world->waker);
}

static void detach_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_join_detach(&world->join);
}

static void abort_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_join_abort(&world->join);
	sched_join_detach(&world->join);
}

static void clone_main(void *opaque)
{
	struct world *world = (struct world *)opaque;
	struct sched_waker clone = sched_waker_clone(&world->waker);

	sched_waker_drop(&world->waker);
	sched_waker_wake(&clone);
}

/* ------------------------------------------------------------- the tests -- */

/* `run` has the last reference but the owned list's. */
static void destroy_beside(struct world *world, void (*run)(void *arg))
{
	if (run == detach_main || run == abort_main)
		sched_waker_drop(&world->waker);
	else
		sched_join_detach(&world->join);
	model_start(&world->other, run, world);
	run_queued(world);
	fixture_destroy(world->runtime);
	model_join(&world->other);
	world_finish(world);
}

static void wake_beside_destroy(void)
{
	destroy_beside(world_create(), wake_main);
}
MODEL(wake_beside_destroy, .checks = "the last wake, while the task runs and the runtime goes",
      .threads = 2, .bound = 3)

static void wake_by_ref_beside_destroy(void)
{
	destroy_beside(world_create(), wake_by_ref_main);
}
MODEL(wake_by_ref_beside_destroy, .checks = "a wake that keeps its waker, and its drop",
      .threads = 2, .bound = 3)

static void clone_beside_destroy(void)
{
	destroy_beside(world_create(), clone_main);
}
MODEL(clone_beside_destroy, .checks = "a clone of the last waker wakes", .threads = 2, .bound = 3)

static void drop_beside_destroy(void)
{
	destroy_beside(world_create(), drop_main);
}
MODEL(drop_beside_destroy, .checks = "the last waker is dropped", .threads = 2, .bound = -1)

static void detach_beside_destroy(void)
{
	destroy_beside(world_create(), detach_main);
}
MODEL(detach_beside_destroy, .checks = "the last handle is dropped", .threads = 2, .bound = -1)

static void abort_beside_destroy(void)
{
	destroy_beside(world_create(), abort_main);
}
MODEL(abort_beside_destroy, .checks = "the last handle aborts and is dropped", .threads = 2,
      .bound = 3)

/* The runtime is gone for its creator, the task is over, or ends with its last reference where no
 * list knows it: only the other keeps both. */
static void last_reference_after_destroy(void)
{
	struct world *world = world_create();

	model_start(&world->other, drop_main, world);
	fixture_destroy(world->runtime);
	model_check(sched_join_take(&world->join, NULL) ==
			    (SCHED_OWNED == OWNED_NONE ? -EAGAIN : -ECANCELED),
		    "the handle outlives it");
	sched_join_detach(&world->join);
	model_join(&world->other);
	world_finish(world);
}
MODEL(last_reference_after_destroy, .checks = "a handle and a waker outlive the runtime",
      .threads = 2, .bound = -1)
