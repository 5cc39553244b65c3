/* SPDX-License-Identifier: MIT */
/*
 * refuse.c - what a runtime that ends does not take any more, and what it still holds: each task
 * is dropped once, each of its references as well.
 *
 * One that is dropped twice is a use after free, one that is kept a leak.  The workers end in
 * the engine's worker_main, which leaves its loop at once here: what lies in slots, ring,
 * deferrals and inject queue is put there before.
 *
 * build: SCHED_HANDLE_REF=0 SCHED_REF_PER_WAKE=0
 * build: SCHED_INJECT=INJECT_SHARDED SCHED_INJECT_SHARDS=2 SCHED_SHARD_KEY=SHARD_KEY_TASK
 * build: SCHED_LIFO_SLOTS=4 SCHED_LIFO_EVICT=LIFO_EVICT_OLDEST
 * build: SCHED_LIFO_STEAL=LIFO_STEAL_LAST | SCHED_OWNED=OWNED_NONE | SCHED_FIRST_REFERENCES=FIRST_REFERENCES_ONE
 */
#include "verify/fixture.h"

/* Slots and ring full, and one more: half a ring and one go to inject. */
#define OVERFLOW (SCHED_LIFO_SLOTS + LOCAL_QUEUE_CAPACITY + 1)

struct world {
	struct sched_runtime *runtime;
	struct sched_join join; /* of the first task */
	struct sched_waker waker;
	struct os_thread other;
	uint32_t spawned;
	at_u32 dropped;
	at_u32 ended;
};

enum behaviour { YIELDS, SLEEPS };

struct member { /* a task */
	struct world *world;
	enum behaviour behaviour;
	bool was_polled;
};

static enum sched_poll member_poll(void *opaque, struct sched_context *context)
{
	struct member *member = (struct member *)opaque;

	if (!member->was_polled) {
		member->was_polled = true;
		if (member->behaviour == YIELDS)
			return sched_yield_now(context);
		member->world->waker = sched_waker_clone(&context->waker);
		return SCHED_PENDING;
	}
	at_fetch_add_relaxed(&member->world->ended, 1);
	return SCHED_READY;
}

static void member_drop(void *opaque)
{
	struct member *member = (struct member *)opaque;

	at_fetch_add_relaxed(&member->world->dropped, 1);
}

static const struct sched_task_ops member_ops = {
	.name = "member",
	.poll = member_poll,
	.drop = member_drop,
	.state_bytes = sizeof(struct member),
};

static struct world *world_create(uint32_t workers)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->runtime = fixture_create(workers);
	world->join.task = NULL;
	world->waker = sched_waker_empty();
	world->spawned = 0;
	at_init(&world->dropped, 0);
	at_init(&world->ended, 0);
	return world;
}

/* From wherever the calling thread is; the first one has a handle. */
static int world_spawn(struct world *world, enum behaviour behaviour)
{
	struct member member = { world, behaviour, false };

	return sched_spawn_on(world->runtime, &member_ops, &member,
			      world->spawned++ == 0 ? &world->join : NULL);
}

static void spawn_many(struct world *world, uint32_t count, enum behaviour behaviour)
{
	while (count-- > 0)
		model_check(world_spawn(world, behaviour) == 0, "the owned list is open");
}

/* Without the runtime. */
static void world_finish(struct world *world)
{
	uint32_t ended = at_load_relaxed(&world->ended);

	model_check(at_load_relaxed(&world->dropped) + ended == world->spawned,
		    "each task ends or is dropped, once");
	at_fini(&world->dropped);
	at_fini(&world->ended);
	model_free(world, sizeof(*world));
}

/* The workers have ended. */
static void world_destroy(struct world *world)
{
	if (world->join.task)
		model_check(sched_join_is_finished(&world->join), "a handle resolves");
	sched_join_detach(&world->join);
	sched_waker_drop(&world->waker);
	sched_runtime_destroy(world->runtime);
	world_finish(world);
}

/* ---------------------------------------------------------- the end of all -- */

static void end_worker(struct world *world, uint32_t index)
{
	struct worker *worker = &world->runtime->workers[index];

	worker->is_shutdown = true; /* as its maintenance found */
	worker_main(worker);
}

static void end_second_worker(void *opaque)
{
	end_worker((struct world *)opaque, 1);
}

/* What the last spawns, yields and wakes left, in every place where a task can wait. */
static void fill_all_places(struct world *world)
{
	struct worker *worker = fixture_enter(world->runtime, 0);

	spawn_many(world, 2, YIELDS);
	for (uint32_t i = 0; i < 2; i++)
		task_run(worker, next_local_task(worker));
	model_check(worker->defer.count == 2, "two are deferred");
	spawn_many(world, OVERFLOW, YIELDS);
	model_check(!inject_queue_is_empty(&world->runtime->inject), "and all queues have some");
	os_set_current(NULL);
}

static void every_place_is_emptied(void)
{
	struct world *world = world_create(1);

	fill_all_places(world);
	runtime_close(world->runtime);
	end_worker(world, 0);
	world_destroy(world);
}
MODEL(every_place_is_emptied, .checks = "slots, ring, deferrals and inject at the end",
      .threads = 1)

/* Who arrives last drains for both. */
static void two_workers_end(void)
{
	struct world *world = world_create(2);
	struct worker *worker = fixture_enter(world->runtime, 0);

	spawn_many(world, 3, YIELDS); /* one deferred, one in the ring, one in a slot */
	task_run(worker, next_local_task(worker));
	os_set_current(NULL);
	runtime_close(world->runtime);
	model_start(&world->other, end_second_worker, world);
	end_worker(world, 0);
	model_join(&world->other);
	world_destroy(world);
}
MODEL(two_workers_end, .checks = "two workers end at once: one of them drains", .threads = 2)

/* The first to arrive leaves alone what the other still works on. */
static void one_ends_before_the_other(void)
{
	struct world *world = world_create(2);
	struct worker *worker = fixture_enter(world->runtime, 0);
	struct sched_task *task;

	spawn_many(world, 2, YIELDS);
	runtime_close(world->runtime);
	model_start(&world->other, end_second_worker, world);
	while ((task = next_local_task(worker)) != NULL)
		task_run(worker, task);
	os_set_current(NULL);
	end_worker(world, 0);
	model_join(&world->other);
	world_destroy(world);
}
MODEL(one_ends_before_the_other, .checks = "a worker still runs tasks while the other ends",
      .threads = 2, .bound = 3)

static void wake_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_waker_wake(&world->waker);
}

static void wake_beside_the_end(void)
{
	struct world *world = world_create(1);
	struct worker *worker = fixture_enter(world->runtime, 0);

	spawn_many(world, 1, SLEEPS);
	task_run(worker, next_local_task(worker));
	os_set_current(NULL);
	model_start(&world->other, wake_main, world);
	runtime_close(world->runtime);
	end_worker(world, 0);
	model_join(&world->other);
	world_destroy(world);
}
MODEL(wake_beside_the_end, .checks = "a wake from outside while the last worker ends", .threads = 2,
      .bound = 3)

/* ------------------------------------------------------ a closed inject queue -- */

/* The queues drop nothing that the owned list does not know; without one they end it. */
static void overflow_into_closed_queue(void)
{
	struct world *world = world_create(1);

	inject_queue_close(&world->runtime->inject);
	fixture_enter(world->runtime, 0);
	spawn_many(world, OVERFLOW, YIELDS);
	os_set_current(NULL);
	end_worker(world, 0);
	world_destroy(world);
}
MODEL(overflow_into_closed_queue, .checks = "half a ring that inject refuses is dropped",
      .threads = 1)

/* Tasks that ended while they were queued: the references that are refused are the last. */
static void overflow_of_ended_tasks(void)
{
	struct world *world = world_create(1);
	struct worker *worker = fixture_enter(world->runtime, 0);

	spawn_many(world, OVERFLOW - 1, YIELDS);
	inject_queue_close(&world->runtime->inject);
	owned_list_close(&world->runtime->owned, 0, task_shut_down);
	sched_join_detach(&world->join);
	worker_flush_lifo(worker);
	model_check(local_queue_length_owned(&worker->queue) >= LOCAL_QUEUE_HALF &&
			    inject_queue_is_empty(&world->runtime->inject),
		    "one half stays, the other is refused");
	os_set_current(NULL);
	end_worker(world, 0);
	world_destroy(world);
}
MODEL(overflow_of_ended_tasks, .checks = "the same for tasks that are over", .threads = 1)

static void close_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	runtime_close(world->runtime);
	owned_list_close(&world->runtime->owned, 0, task_shut_down);
}

/* All but the last are spawned before. */
static void overflow_beside_the_close(void)
{
	struct world *world = world_create(1);
	int error;

	fixture_enter(world->runtime, 0);
	spawn_many(world, OVERFLOW - 1, YIELDS);
	model_start(&world->other, close_main, world);
	error = world_spawn(world, YIELDS);
	model_check(error == 0 || error == -ECANCELED, "it is bound or refused");
	model_join(&world->other);
	os_set_current(NULL);
	end_worker(world, 0);
	world_destroy(world);
}
MODEL(overflow_beside_the_close, .checks = "a ring overflows while another thread closes",
      .threads = 2)

/* -------------------------------------------------------- a closed owned list -- */

static void refused_spawn(bool is_inside)
{
	struct world *world = world_create(1);

	owned_list_close(&world->runtime->owned, 0, task_shut_down);
	if (is_inside)
		fixture_enter(world->runtime, 0);
	for (uint32_t i = 0; i < 2; i++) /* with a handle and without */
		model_check(world_spawn(world, YIELDS) == -ECANCELED, "it is refused");
	model_check(sched_join_take(&world->join, NULL) == -ECANCELED, "the handle says so");
	model_check(at_load_relaxed(&world->dropped) == 2, "both are dropped at once");
	model_check(!worker_has_tasks(&world->runtime->workers[0]) &&
			    inject_queue_is_empty(&world->runtime->inject),
		    "nothing is queued");
	os_set_current(NULL);
	runtime_close(world->runtime);
	end_worker(world, 0);
	world_destroy(world);
}

static void refused_spawn_outside(void)
{
	refused_spawn(false);
}
MODEL(refused_spawn_outside, .checks = "a spawn from outside after the owned list was closed",
      .threads = 1)

static void refused_spawn_inside(void)
{
	refused_spawn(true);
}
MODEL(refused_spawn_inside, .checks = "a worker's spawn after the owned list was closed",
      .threads = 1)
