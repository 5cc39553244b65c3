/* SPDX-License-Identifier: MIT */
/*
 * block_on.c - a thread that is no worker sleeps in block_on; its wakers may outlive
 * the call.
 *
 * build: SCHED_PARK=PARK_FUTEX | SCHED_GUARD=GUARD_DEBUG
 */
#include "verify/fixture.h"

struct world {
	struct sched_runtime *runtime;
	struct sched_waker wakers[2];
	struct os_thread threads[2];
	at_u32 signals;
	at_u32 published; /* the wakers are there */
	uint32_t wanted;
	bool is_shared;
};

static struct world *world_create(uint32_t wanted)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->runtime = fixture_create(1);
	at_init(&world->signals, 0);
	at_init(&world->published, 0);
	world->wanted = wanted;
	world->is_shared = false;
	return world;
}

static void world_destroy(struct world *world)
{
	fixture_destroy(world->runtime);
	at_fini(&world->signals);
	at_fini(&world->published);
	model_free(world, sizeof(*world));
}

static void await_wakers(struct world *world)
{
	while (!at_load_acquire(&world->published)) /* pairs: MD1 */
		at_spin_hint();
}

static void wake_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	await_wakers(world);
	at_fetch_add_relaxed(&world->signals, 1);
	sched_waker_wake(&world->wakers[0]);
}

static void wake_by_ref_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	await_wakers(world);
	at_fetch_add_relaxed(&world->signals, 1);
	sched_waker_wake_by_ref(&world->wakers[1]);
	sched_waker_drop(&world->wakers[1]);
}

/* The first poll gives the wakers away. */
static enum sched_poll signals_poll(void *opaque, struct sched_context *context)
{
	struct world *world = (struct world *)opaque;

	if (!world->is_shared) {
		world->is_shared = true;
		world->wakers[0] = sched_waker_clone(&context->waker);
		world->wakers[1] = sched_waker_clone(&context->waker);
		at_store_release(&world->published, 1); /* pairs: MD1 - the wakers */
	}
	if (at_load_relaxed(&world->signals) < world->wanted)
		return SCHED_PENDING;
	return SCHED_READY;
}

static void wake_against_block_on(void)
{
	struct world *world = world_create(1);

	model_start(&world->threads[0], wake_main, world);
	sched_block_on(world->runtime, signals_poll, world);
	model_join(&world->threads[0]);
	sched_waker_drop(&world->wakers[1]);
	world_destroy(world);
}
MODEL(wake_against_block_on, .checks = "a wake before, during and after the thread sleeps",
      .threads = 2, .bound = 3, .surprises = 1)

static void two_wakes_against_block_on(void)
{
	struct world *world = world_create(2);

	model_start(&world->threads[0], wake_main, world);
	model_start(&world->threads[1], wake_by_ref_main, world);
	sched_block_on(world->runtime, signals_poll, world);
	model_join(&world->threads[0]);
	model_join(&world->threads[1]);
	world_destroy(world);
}
MODEL(two_wakes_against_block_on, .checks = "both wakes are seen, in one sleep or two",
      .threads = 3, .bound = 1)

/* block_on returns after its first poll; the waker wakes nobody. */
static void wake_after_block_on(void)
{
	struct world *world = world_create(0);

	model_start(&world->threads[0], wake_main, world);
	sched_block_on(world->runtime, signals_poll, world);
	sched_waker_drop(&world->wakers[1]);
	model_join(&world->threads[0]);
	world_destroy(world);
}
MODEL(wake_after_block_on, .checks = "a waker that outlives its block_on", .threads = 2,
      .bound = -1)
