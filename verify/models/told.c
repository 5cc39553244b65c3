/* SPDX-License-Identifier: MIT */
/*
 * told.c - who is told of work: the rows of schedule.h's table in which a sleeper must be.
 *
 * The body is worker 0: it makes two tasks runnable in the way of the row, of which a thief
 * can reach one, and stays in a poll until that one has run.  A row that tells nobody is a
 * deadlock where the other worker was asleep, or fell asleep without seeing the task.
 *
 * build: SCHED_LIFO_SLOTS=4 SCHED_LIFO_AT_CAP=LIFO_AT_CAP_FLUSH
 * build: SCHED_LIFO_SLOTS=4 SCHED_LIFO_EVICT=LIFO_EVICT_OLDEST
 * build: SCHED_LIFO_STEAL=LIFO_STEAL_LAST
 */
#include "verify/fixture.h"

#define TASKS (SCHED_LIFO_SLOTS + 1)

struct world {
	struct sched_runtime *runtime;
	struct worker *worker; /* 0: the body */
	struct os_thread other;
	struct parker ran; /* one of the tasks */
};

struct signal { /* a task */
	struct world *world;
	bool yields;
};

static enum sched_poll signal_poll(void *opaque, struct sched_context *context)
{
	struct signal *signal = (struct signal *)opaque;

	if (signal->yields) {
		signal->yields = false;
		return sched_yield_now(context);
	}
	parker_unpark(&signal->world->ran);
	return SCHED_READY;
}

static const struct sched_task_ops signal_ops = {
	.name = "signal",
	.poll = signal_poll,
	.state_bytes = sizeof(struct signal),
};

static struct world *world_create(void)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->runtime = fixture_create(2);
	world->worker = &world->runtime->workers[0];
	parker_init(&world->ran);
	return world;
}

static struct sched_task *new_task(struct world *world, bool yields)
{
	struct signal signal = { world, yields };

	model_check(sched_spawn_on(world->runtime, &signal_ops, &signal, NULL) == 0,
		    "the runtime is open");
	return fixture_pop_injected(world->runtime);
}

static void other_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	worker_loop(fixture_enter(world->runtime, 1));
	os_set_current(NULL);
}

static void start_other(struct world *world)
{
	model_start(&world->other, other_main, world);
	fixture_enter(world->runtime, 0);
}

static void world_finish(struct world *world)
{
	parker_park(&world->ran);
	os_set_current(NULL);
	runtime_close(world->runtime);
	model_join(&world->other);
	fixture_destroy(world->runtime);
	parker_fini(&world->ran);
	model_free(world, sizeof(*world));
}

static void displaced_task(void)
{
	struct world *world = world_create();
	struct sched_task *tasks[TASKS];

	for (uint32_t i = 0; i < TASKS; i++)
		tasks[i] = new_task(world, false);
	start_other(world);
	for (uint32_t i = 0; i < TASKS; i++)
		schedule_local(world->worker, tasks[i], SCHEDULE_WOKEN);
	world_finish(world);
}
MODEL(displaced_task, .checks = "a push into full slots tells of the one that had to leave",
      .threads = 2, .bound = 3)

/* A chain at its cap: its last poll wakes a task. */
static void woken_with_slots_closed(void)
{
	struct world *world = world_create();
	struct sched_task *task = new_task(world, false);

	world->worker->lifo.enabled = false;
	start_other(world);
	schedule_local(world->worker, task, SCHEDULE_WOKEN);
	world_finish(world);
}
MODEL(woken_with_slots_closed, .checks = "a wake while the slots are closed tells of the ring",
      .threads = 2, .bound = 3)

static void yielded_task(void)
{
	struct world *world = world_create();
	struct sched_task *task = new_task(world, false);

	start_other(world);
	schedule_local(world->worker, task, SCHEDULE_YIELDED);
	world_finish(world);
}
MODEL(yielded_task, .checks = "a task that was woken in its poll goes to the ring, and is told of",
      .threads = 2, .bound = 3)

/* As many as there are slots, and one for the ring: of that somebody is told. */
static void deferred_tasks(void)
{
	struct world *world = world_create();
	struct sched_task *tasks[TASKS];

	for (uint32_t i = 0; i < TASKS; i++)
		tasks[i] = new_task(world, true);
	fixture_enter(world->runtime, 0);
	for (uint32_t i = 0; i < TASKS; i++)
		task_run(world->worker, tasks[i]);
	model_check(world->worker->defer.count == TASKS, "all have yielded");
	start_other(world);
	worker_resume_deferred(world->worker);
	world_finish(world);
}
MODEL(deferred_tasks, .checks = "of more deferred tasks than the slots hold it tells", .threads = 2,
      .bound = 3)
