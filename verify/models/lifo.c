/* SPDX-License-Identifier: MIT */
/*
 * lifo.c - the slots in front of the ring: pushes into full ones, flushes, the end of
 * a budget, and, where a thief may empty the slot, owner against thief.
 *
 * Tasks are only queued, as in local_queue.c: one is run by a plain increment, so a
 * task that two threads get is a data race, and one that nobody gets a wrong count.
 * Slots that are the owner's alone need no interleaving: their scripts have one thread.
 *
 * build: SCHED_LIFO_STEAL=LIFO_STEAL_LAST
 * build: SCHED_LIFO_SLOTS=4 SCHED_LIFO_AT_CAP=LIFO_AT_CAP_FLUSH
 * build: SCHED_LIFO_SLOTS=4 SCHED_LIFO_EVICT=LIFO_EVICT_OLDEST
 */
#include "verify/fixture.h"

#define TASKS 16

struct world {
	struct sched_runtime *runtime;
	struct worker *owner;
	struct worker *other;
	struct os_thread thief;
	struct sched_task tasks[TASKS];
	uint32_t used;
	uint32_t steals;
	uint32_t seen; /* the smallest length */
};

static struct world *world_create(uint32_t steals)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->runtime = fixture_create(2);
	world->owner = &world->runtime->workers[0];
	world->other = &world->runtime->workers[1];
	for (uint32_t i = 0; i < TASKS; i++) {
		world->tasks[i].front.core.stage = 0;
		world->tasks[i].id = 0;
	}
	world->used = 0;
	world->steals = steals;
	world->seen = UINT32_MAX;
	return world;
}

/* Written by who makes it runnable, read by who gets it: the handover must order the two. */
static struct sched_task *new_task(struct world *world)
{
	struct sched_task *task = &world->tasks[world->used++];

	task->id = world->used;
	return task;
}

static void run(struct sched_task *task)
{
	if (!task)
		return;
	model_check(task->id != 0, "who gets a task sees what was written before");
	task_core(task)->stage++;
}

/* As worker_enqueue for a task that was woken; nobody sleeps who could be told. */
static void wake(struct world *world)
{
	worker_enqueue(world->owner, new_task(world), SCHEDULE_WOKEN);
}

static void fill_ring(struct world *world)
{
	for (uint32_t i = 0; i < LOCAL_QUEUE_CAPACITY; i++)
		worker_push_back(world->owner, new_task(world));
}

static void drain(struct worker *worker)
{
	struct sched_task *task;

	while ((task = worker_pop_lifo(worker)) != NULL)
		run(task);
	while ((task = local_queue_pop(&worker->queue, &worker->metrics)) != NULL)
		run(task);
}

/* Everything is at rest: each task that was woken is run once. */
static void world_finish(struct world *world)
{
	struct sched_task *task;

	drain(world->owner);
	drain(world->other);
	model_check(!worker_has_tasks(world->owner), "what is there can be reached");
	while ((task = fixture_pop_injected(world->runtime)) != NULL)
		run(task);
	for (uint32_t i = 0; i < world->used; i++)
		model_check(world->tasks[i].front.core.stage == 1, "each task is run exactly once");
	fixture_destroy(world->runtime);
	model_free(world, sizeof(*world));
}

/* ------------------------------------------------------ the owner alone -- */

static void flush_into_full_ring(void)
{
	struct world *world = world_create(0);

	fill_ring(world);
	for (uint32_t i = 0; i < SCHED_LIFO_SLOTS; i++)
		wake(world);
	worker_flush_lifo(world->owner);
	model_check(!worker_pop_lifo(world->owner), "the slots are empty");
	world_finish(world);
}
MODEL(flush_into_full_ring, .checks = "slots flushed into a ring without room", .threads = 1)

static void push_into_full_slots(void)
{
	struct world *world = world_create(0);

	fill_ring(world);
	for (uint32_t i = 0; i <= SCHED_LIFO_SLOTS; i++)
		wake(world);
	world_finish(world);
}
MODEL(push_into_full_slots, .checks = "slots and ring full: one leaves, none is lost", .threads = 1)

static void budget_ends_in_a_chain(void)
{
	struct world *world = world_create(0);

	wake(world);
	world->owner->context.budget = 0;
	worker_run_lifo_chain(world->owner);
	model_check(local_queue_length_owned(&world->owner->queue) == 1, "it waits in the ring");
	world_finish(world);
}
MODEL(budget_ends_in_a_chain, .checks = "a task in a slot when the budget is used up", .threads = 1)

/* ------------------------------------------------- owner against thief -- */

static void thief_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	for (uint32_t i = 0; i < world->steals; i++)
		run(steal_from(world->other, 0));
}

static void pop_against_thief(void)
{
	struct world *world = world_create(1);

	wake(world);
	model_start(&world->thief, thief_main, world);
	run(worker_pop_lifo(world->owner));
	model_join(&world->thief);
	world_finish(world);
}
MODEL(pop_against_thief, .checks = "owner and thief take from one slot", .threads = 2, .bound = -1)

static void push_against_thief(void)
{
	struct world *world = world_create(2);

	wake(world);
	model_start(&world->thief, thief_main, world);
	wake(world);
	run(worker_pop_lifo(world->owner));
	model_join(&world->thief);
	world_finish(world);
}
MODEL(push_against_thief, .checks = "a push displaces what a thief is about to take", .threads = 2,
      .bound = 3)

static void flush_against_thief(void)
{
	struct world *world = world_create(1);

	wake(world);
	wake(world);
	model_start(&world->thief, thief_main, world);
	worker_flush_lifo(world->owner);
	run(worker_pop_lifo(world->owner));
	model_join(&world->thief);
	world_finish(world);
}
MODEL(flush_against_thief, .checks = "the slots are flushed while a thief looks", .threads = 2,
      .bound = 3)

static void length_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	world->seen = local_queue_length(&world->owner->queue);
}

/* What the last searcher relies on where a slot can be stolen: it is counted. */
static void slot_seen_from_outside(void)
{
	struct world *world = world_create(0);

	wake(world);
	model_start(&world->thief, length_main, world);
	wake(world);
	model_join(&world->thief);
	model_check(!LIFO_IS_STEALABLE || world->seen > 0, "a slot that is full is never missed");
	world_finish(world);
}
MODEL(slot_seen_from_outside, .checks = "a full slot is seen by whoever may steal it", .threads = 2,
      .bound = -1)
