/* SPDX-License-Identifier: MIT */
/*
 * inject_queue.c - the shared queue: pushers, poppers and the closed bit.
 *
 * As in local_queue.c a task is run by a plain increment.  With shards the
 * occupancy word must never say "empty" for good while a task is queued: when all
 * threads are at rest, a task that is queued is found.
 *
 * build: SCHED_INJECT=INJECT_WITH_SLEEPERS
 * build: SCHED_INJECT=INJECT_SHARDED SCHED_INJECT_SHARDS=2 SCHED_SHARD_KEY=SHARD_KEY_ROUND_ROBIN
 * build: SCHED_INJECT=INJECT_SHARDED SCHED_INJECT_SHARDS=1
 * build: SCHED_INJECT=INJECT_SHARDED SCHED_INJECT_SHARDS=2 SCHED_SHARD_KEY=SHARD_KEY_TASK
 * build: SCHED_INJECT=INJECT_SHARDED SCHED_INJECT_SHARDS=2 SCHED_SHARD_KEY=SHARD_KEY_THREAD
 * build: SCHED_INJECT=INJECT_SHARDED SCHED_INJECT_SHARDS=2 SCHED_INJECT_BATCH=INJECT_BATCH_PRIVATE
 */
#include "sched/inject_queue.h"
#include "verify/model.h"

#define TASKS 4

struct side { /* one thread and what it did */
	struct inject_queue *queue;
	struct os_thread thread;
	struct sched_task *first;
	uint32_t count; /* pushes one by one, or the most a pop takes */
	uint32_t accepted;
	uint32_t popped;
	bool is_first; /* closer */
};

struct world {
	struct inject_queue queue;
	struct os_mutex sleepers_mutex;
	struct side sides[2];
	struct sched_task tasks[TASKS];
};

static struct world *world_create(void)
{
	struct world *world = (struct world *)mc_alloc(sizeof(*world), SCHED_LINE,
						       SEAM_SITE("model_alloc"));

	os_mutex_init(&world->sleepers_mutex);
	inject_queue_init(&world->queue, &world->sleepers_mutex);
	for (uint32_t i = 0; i < TASKS; i++) {
		world->tasks[i].front.core.stage = 0;
		world->tasks[i].id = i;
	}
	for (uint32_t i = 0; i < 2; i++) {
		world->sides[i].queue = &world->queue;
		world->sides[i].first = &world->tasks[2 * i];
		world->sides[i].count = 2;
		world->sides[i].accepted = 0;
		world->sides[i].popped = 0;
		world->sides[i].is_first = false;
	}
	return world;
}

static uint32_t pop_batch(struct inject_queue *queue, uint64_t most)
{
	uint64_t taken;
	struct sched_task *task = INJECT_BATCH_IS_PRIVATE ?
					  inject_queue_pop_from_first(queue, most, &taken) :
					  inject_queue_pop(queue, 0, most, &taken);
	uint32_t seen = 0;

	for (; task; task = task->queue_next) {
		task_core(task)->stage++;
		seen++;
	}
	model_check(seen == taken, "a batch has the length it says");
	return seen;
}

static void push_main(void *opaque)
{
	struct side *side = (struct side *)opaque;

	for (uint32_t i = 0; i < side->count; i++) {
		struct sched_task *task = side->first + i;

		side->accepted += inject_queue_push(side->queue, task, task, 1);
	}
}

static void push_batch_main(void *opaque)
{
	struct side *side = (struct side *)opaque;

	side->first->queue_next = side->first + 1;
	if (inject_queue_push(side->queue, side->first, side->first + 1, 2))
		side->accepted = 2;
}

static void pop_main(void *opaque)
{
	struct side *side = (struct side *)opaque;

	side->popped += pop_batch(side->queue, side->count);
}

/* All at rest: what was accepted and not popped is found, once. */
static void world_finish(struct world *world, uint32_t popped)
{
	uint32_t accepted = world->sides[0].accepted + world->sides[1].accepted;

	popped += world->sides[0].popped + world->sides[1].popped;
	model_check(inject_queue_length(&world->queue) == accepted - popped,
		    "the length is that of the lists");
	model_check(inject_queue_is_empty(&world->queue) == (accepted == popped),
		    "a queue with tasks does not look empty");
	while (popped < accepted) {
		uint32_t batch = pop_batch(&world->queue, 1);

		model_check(batch == 1, "a queued task is found");
		popped += batch;
	}
	model_check(pop_batch(&world->queue, 1) == 0, "nothing is left");
	for (uint32_t i = 0; i < TASKS; i++)
		model_check(world->tasks[i].front.core.stage <= 1, "no task is taken twice");
	inject_queue_fini(&world->queue);
	os_mutex_fini(&world->sleepers_mutex);
	model_free(world, sizeof(*world));
}

static void push_against_pop(void)
{
	struct world *world = world_create();
	uint32_t popped = 0;

	model_start(&world->sides[0].thread, push_main, &world->sides[0]);
	for (uint32_t i = 0; i < 3; i++)
		popped += pop_batch(&world->queue, 1);
	model_join(&world->sides[0].thread);
	world_finish(world, popped);
}
MODEL(push_against_pop, .checks = "two pushes against three pops", .threads = 2, .bound = 3)

static void two_pushers(void)
{
	struct world *world = world_create();
	uint32_t popped;

	model_start(&world->sides[0].thread, push_main, &world->sides[0]);
	model_start(&world->sides[1].thread, push_batch_main, &world->sides[1]);
	popped = pop_batch(&world->queue, 2);
	model_join(&world->sides[0].thread);
	model_join(&world->sides[1].thread);
	world_finish(world, popped);
}
MODEL(two_pushers, .checks = "a batch and two single pushes against a batch pop", .threads = 3)

/* The last task is popped while the next is pushed: occupancy may not be cleared
 * after it was set. */
static void pop_of_the_last_against_push(void)
{
	struct world *world = world_create();

	world->sides[1].accepted = inject_queue_push(&world->queue, &world->tasks[2],
						     &world->tasks[2], 1);
	world->sides[0].count = 1;
	model_start(&world->sides[0].thread, push_main, &world->sides[0]);
	model_start(&world->sides[1].thread, pop_main, &world->sides[1]);
	model_join(&world->sides[0].thread);
	model_join(&world->sides[1].thread);
	world_finish(world, 0);
}
MODEL(pop_of_the_last_against_push, .checks = "no false negative in the occupancy word",
      .threads = 3, .bound = -1)

/* A pop that was told of a task comes too late for it, and meets the next push. */
static void failed_pop_against_push(void)
{
	struct world *world = world_create();
	uint32_t popped;

	world->sides[1].accepted = inject_queue_push(&world->queue, &world->tasks[2],
						     &world->tasks[2], 1);
	world->sides[0].count = 1;
	model_start(&world->sides[1].thread, pop_main, &world->sides[1]);
	popped = pop_batch(&world->queue, 1);
	push_main(&world->sides[0]);
	model_join(&world->sides[1].thread);
	world_finish(world, popped);
}
MODEL(failed_pop_against_push, .checks = "a pop that found nothing hides no later task",
      .threads = 2, .bound = -1)

static void two_poppers(void)
{
	struct world *world = world_create();

	push_main(&world->sides[0]);
	world->sides[0].count = 1;
	model_start(&world->sides[0].thread, pop_main, &world->sides[0]);
	model_start(&world->sides[1].thread, pop_main, &world->sides[1]);
	model_join(&world->sides[0].thread);
	model_join(&world->sides[1].thread);
	world_finish(world, 0);
}
MODEL(two_poppers, .checks = "a single and a batch pop of two tasks", .threads = 3, .bound = 3)

static void close_against_push(void)
{
	struct world *world = world_create();
	uint32_t popped = 0;

	model_start(&world->sides[0].thread, push_main, &world->sides[0]);
	model_check(inject_queue_close(&world->queue), "the first closer knows it");
	model_check(!inject_queue_close(&world->queue), "the second knows it was not");
	while (!inject_queue_is_empty(&world->queue))
		popped += pop_batch(&world->queue, 1);
	model_join(&world->sides[0].thread);
	model_check(inject_queue_is_closed(&world->queue), "closed is for good");
	world_finish(world, popped);
}
MODEL(close_against_push, .checks = "a push is taken in before the close, or refused", .threads = 2,
      .bound = 3)

/* What a drain after the close relies on: nothing comes in behind it. */
static void drain_after_close(void)
{
	struct world *world = world_create();
	uint32_t left;

	model_start(&world->sides[0].thread, push_batch_main, &world->sides[0]);
	inject_queue_close(&world->queue);
	left = pop_batch(&world->queue, 2) + pop_batch(&world->queue, 2);
	model_join(&world->sides[0].thread);
	model_check(world->sides[0].accepted == left, "the drain had all that was taken in");
	world_finish(world, left);
}
MODEL(drain_after_close, .checks = "what is taken in is there when close returns", .threads = 2,
      .bound = 3)

/* ------------------------------------------------- a close across shards -- */

static void close_main(void *opaque)
{
	struct side *side = (struct side *)opaque;

	side->is_first = inject_queue_close(side->queue);
}

static void two_closers(void)
{
	struct world *world = world_create();

	model_start(&world->sides[0].thread, close_main, &world->sides[0]);
	model_start(&world->sides[1].thread, close_main, &world->sides[1]);
	model_join(&world->sides[0].thread);
	model_join(&world->sides[1].thread);
	model_check(world->sides[0].is_first != world->sides[1].is_first, "one is the first");
	world_finish(world, 0);
}
MODEL(two_closers, .checks = "of two closers one is told that it was the first", .threads = 3,
      .bound = -1)

/* As a worker at its end: "closed" is read where workers look, and then is true of all. */
static void drain_once_closed(void)
{
	struct world *world = world_create();
	uint32_t left = 0;
	bool is_closed;

	model_start(&world->sides[1].thread, close_main, &world->sides[1]);
	model_start(&world->sides[0].thread, push_main, &world->sides[0]);
	is_closed = inject_queue_is_closed(&world->queue);
	while (is_closed && !inject_queue_is_empty(&world->queue))
		left += pop_batch(&world->queue, 1);
	model_join(&world->sides[0].thread);
	model_join(&world->sides[1].thread);
	model_check(!is_closed || world->sides[0].accepted == left,
		    "who sees the queue closed sees all that was ever taken in");
	world_finish(world, left);
}
MODEL(drain_once_closed, .checks = "closed means closed in every shard", .threads = 3, .bound = 3)

static void push_one_main(void *opaque)
{
	struct side *side = (struct side *)opaque;

	side->count = 1;
	push_main(side);
}

/* Each pusher has a shard of its own, whatever picks it. */
static void close_against_two_pushers(void)
{
	struct world *world = world_create();
	uint32_t left = 0;

	world->tasks[2].id = 1;
	model_start(&world->sides[0].thread, push_one_main, &world->sides[0]);
	model_start(&world->sides[1].thread, push_one_main, &world->sides[1]);
	inject_queue_close(&world->queue);
	while (!inject_queue_is_empty(&world->queue))
		left += pop_batch(&world->queue, 2);
	model_join(&world->sides[0].thread);
	model_join(&world->sides[1].thread);
	model_check(world->sides[0].accepted + world->sides[1].accepted == left,
		    "after the close nothing comes in, into no shard");
	world_finish(world, left);
}
MODEL(close_against_two_pushers, .checks = "two pushers against the close", .threads = 3)
