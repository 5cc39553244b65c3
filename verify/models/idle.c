/* SPDX-License-Identifier: MIT */
/*
 * idle.c - no task is runnable while every worker that could run it sleeps.
 *
 * Model threads run the real worker loop.  A worker that made work and then waits
 * for it depends on the others; nothing has a timeout, so a lost wake is a
 * deadlock.  The idle word, the sleepers and the parker decide it together.
 *
 * build: SCHED_PARK=PARK_FUTEX
 * build: SCHED_LIFO_STEAL=LIFO_STEAL_LAST SCHED_LIFO_NOTIFY=LIFO_NOTIFY_ALWAYS
 * build: SCHED_LIFO_SLOTS=4 SCHED_LIFO_CAP_COUNTS=LIFO_CAP_COUNTS_POPS SCHED_LIFO_AT_CAP=LIFO_AT_CAP_SKIP SCHED_LIFO_NOTIFY=LIFO_NOTIFY_NEVER
 * build: SCHED_MAINTENANCE_LOCKS=1 SCHED_PARK_DRIVER=1
 * build: SCHED_INJECT=INJECT_WITH_SLEEPERS | SCHED_INJECT=INJECT_SHARDED SCHED_INJECT_SHARDS=2
 */
#include "verify/fixture.h"

struct world {
	struct sched_runtime *runtime;
	struct os_thread threads[2];
	struct parker done;  /* of the thread that waits for the task */
	struct parker start; /* of the task that waits for another */
	at_u32 notified;     /* notifiers that were given a sleeper */
};

struct signal {
	struct parker *unpark;
	struct parker *wait; /* first block the worker on this; may be NULL */
};

static enum sched_poll signal_poll(void *opaque, struct sched_context *context)
{
	struct signal *signal = (struct signal *)opaque;

	(void)context;
	if (signal->wait)
		parker_park(signal->wait);
	parker_unpark(signal->unpark);
	return SCHED_READY;
}

static const struct sched_task_ops signal_ops = {
	.name = "signal",
	.poll = signal_poll,
	.state_bytes = sizeof(struct signal),
};

static struct world *world_create(uint32_t workers)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->runtime = fixture_create(workers);
	parker_init(&world->done);
	parker_init(&world->start);
	at_init(&world->notified, 0);
	return world;
}

static void world_destroy(struct world *world)
{
	fixture_destroy(world->runtime);
	parker_fini(&world->done);
	parker_fini(&world->start);
	at_fini(&world->notified);
	model_free(world, sizeof(*world));
}

static void spawn_signal(struct world *world, struct parker *unpark, struct parker *wait)
{
	struct signal signal = { unpark, wait };

	model_check(sched_spawn_on(world->runtime, &signal_ops, &signal, NULL) == 0,
		    "the runtime is open");
}

static void first_worker_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	worker_loop(fixture_enter(world->runtime, 0));
	os_set_current(NULL);
}

static void second_worker_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	worker_loop(fixture_enter(world->runtime, 1));
	os_set_current(NULL);
}

static void remote_spawn_against_park(void)
{
	struct world *world = world_create(1);

	model_start(&world->threads[0], first_worker_main, world);
	spawn_signal(world, &world->done, NULL);
	parker_park(&world->done);
	runtime_close(world->runtime);
	model_join(&world->threads[0]);
	world_destroy(world);
}
MODEL(remote_spawn_against_park, .checks = "a remote push wakes the only worker, or it sees it",
      .threads = 2, .bound = 3)

static void remote_spawn_against_two(void)
{
	struct world *world = world_create(2);

	model_start(&world->threads[0], first_worker_main, world);
	model_start(&world->threads[1], second_worker_main, world);
	spawn_signal(world, &world->done, NULL);
	parker_park(&world->done);
	runtime_close(world->runtime);
	model_join(&world->threads[0]);
	model_join(&world->threads[1]);
	world_destroy(world);
}
MODEL(remote_spawn_against_two, .checks = "one of two that search and go to sleep runs it",
      .threads = 3, .bound = 1)

/* Worker 0 is this thread: it pushes to its own ring, tells, and blocks in a poll. */
static void ring_push_against_park(void)
{
	struct world *world = world_create(2);
	struct worker *worker;
	struct sched_task *task;

	spawn_signal(world, &world->done, NULL);
	task = fixture_pop_injected(world->runtime);
	model_start(&world->threads[0], second_worker_main, world);
	worker = fixture_enter(world->runtime, 0);
	schedule_local(worker, task, SCHEDULE_YIELDED);
	parker_park(&world->done);
	os_set_current(NULL);
	runtime_close(world->runtime);
	model_join(&world->threads[0]);
	world_destroy(world);
}
MODEL(ring_push_against_park, .checks = "a push to the ring of a busy worker wakes a thief",
      .threads = 2, .bound = 3, .rests_on = "SB_rmw_against_load")

/* The same with the slot, where thieves may empty it and are told. */
static void slot_push_against_park(void)
{
	struct world *world;
	struct sched_task *task;

	if (!LIFO_IS_STEALABLE || SCHED_LIFO_NOTIFY != LIFO_NOTIFY_ALWAYS)
		return;
	world = world_create(2);
	spawn_signal(world, &world->done, NULL);
	task = fixture_pop_injected(world->runtime);
	model_start(&world->threads[0], second_worker_main, world);
	schedule_local(fixture_enter(world->runtime, 0), task, SCHEDULE_WOKEN);
	parker_park(&world->done);
	os_set_current(NULL);
	runtime_close(world->runtime);
	model_join(&world->threads[0]);
	world_destroy(world);
}
MODEL(slot_push_against_park, .checks = "a push to the slot of a busy worker wakes a thief",
      .threads = 2, .bound = 3)

/* The first task blocks its worker until a later one has run. */
static void blocked_worker_needs_another(void)
{
	struct world *world = world_create(2);

	model_start(&world->threads[0], first_worker_main, world);
	model_start(&world->threads[1], second_worker_main, world);
	spawn_signal(world, &world->done, &world->start);
	spawn_signal(world, &world->start, NULL);
	parker_park(&world->done);
	runtime_close(world->runtime);
	model_join(&world->threads[0]);
	model_join(&world->threads[1]);
	world_destroy(world);
}
MODEL(blocked_worker_needs_another, .checks = "a task that blocks its worker until another ran",
      .threads = 3, .bound = 1,
      .fails_because = "as in Tokio, a batch from inject is put into the ring and nobody is told: "
		       "a worker that blocks in a poll keeps the rest of its batch")

/* A batch lies in the ring of a worker that blocks on its first task: whoever searches
 * finds the rest there.  The thief starts when it is there: nobody would tell it. */
static void batch_is_stolen(void)
{
	struct world *world = world_create(2);
	struct sched_task *first;
	struct worker *worker;

	spawn_signal(world, &world->done, &world->start);
	spawn_signal(world, &world->start, NULL);
	worker = fixture_enter(world->runtime, 0);
	first = next_remote_batch(worker);
	model_start(&world->threads[0], second_worker_main, world);
	task_run(worker, first);
	os_set_current(NULL);
	parker_park(&world->done);
	runtime_close(world->runtime);
	model_join(&world->threads[0]);
	world_destroy(world);
}
MODEL(batch_is_stolen, .checks = "a worker blocked by a batch's first task is helped by a thief",
      .threads = 2, .bound = 3)

/* -------------------------------------------------- the idle word alone -- */

static void notify_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	if (idle_worker_to_notify(&world->runtime->idle) >= 0)
		at_fetch_add_relaxed(&world->notified, 1);
}

/* One sleeps, two want to wake it. */
static void two_notifiers(void)
{
	struct world *world = world_create(2);
	struct idle *idle = &world->runtime->idle;

	idle_transition_to_parked(idle, 1, false);
	model_start(&world->threads[0], notify_main, world);
	notify_main(world);
	model_join(&world->threads[0]);
	model_check(at_load_relaxed(&world->notified) == 1, "one of them takes it off the list");
	model_check(idle->sleeper_count == 0, "nobody is on the list any more");
	model_check(at_load_relaxed(&idle->word) == 2 * IDLE_UNPARKED_ONE + IDLE_SEARCHING_ONE,
		    "it is counted awake and searching once");
	world_destroy(world);
}
MODEL(two_notifiers, .checks = "a sleeper is claimed by one notifier", .threads = 2, .bound = -1)

/* Of two workers one is closed into sleep by the other's end. */
static void close_against_park(void)
{
	struct world *world = world_create(2);

	model_start(&world->threads[0], first_worker_main, world);
	model_start(&world->threads[1], second_worker_main, world);
	runtime_close(world->runtime);
	model_join(&world->threads[0]);
	model_join(&world->threads[1]);
	world_destroy(world);
}
MODEL(close_against_park, .checks = "no worker sleeps through the shutdown", .threads = 3)
