/* SPDX-License-Identifier: MIT */
/*
 * two_producers.c - a ring has one owner.  origin: Blitz-IO B12, where a worker of
 * another scheduler, or any thread, could push to it.
 */
#include "sched/local_queue.h"
#include "verify/model.h"

struct world {
	struct local_queue queue;
	struct sched_task tasks[2];
	struct os_thread other;
};

static void push_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	local_queue_try_push(&world->queue, &world->tasks[1]);
}

static struct world *world_create(void)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	local_queue_init(&world->queue, 0);
	return world;
}

static void world_destroy(struct world *world)
{
	model_check(local_queue_length(&world->queue) == 2, "both tasks are there");
	local_queue_fini(&world->queue);
	model_free(world, sizeof(*world));
}

static void two_producers(void)
{
	struct world *world = world_create();

	model_start(&world->other, push_main, world);
	local_queue_try_push(&world->queue, &world->tasks[0]);
	model_join(&world->other);
	world_destroy(world);
}
MODEL(two_producers, .checks = "B12: two threads push to one ring", .threads = 2, .bound = -1,
      .fails_because = "only its owner may read the tail without an order")

static void one_after_the_other(void)
{
	struct world *world = world_create();

	model_start(&world->other, push_main, world);
	model_join(&world->other);
	local_queue_try_push(&world->queue, &world->tasks[0]);
	world_destroy(world);
}
MODEL(one_after_the_other, .checks = "repaired: the ring was handed over", .threads = 2,
      .bound = -1)
