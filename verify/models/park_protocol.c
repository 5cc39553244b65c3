/* SPDX-License-Identifier: MIT */
/*
 * park_protocol.c - what keeps a wake from being lost: the last searcher's look, or a flag and a
 * look at the own queues.
 *
 * A push that comes while a worker still searches tells nobody; then it is the searcher's to find
 * it.  The three tests are the places where it can lie: inject, the ring of another worker, the
 * own queues.  Nothing but a worker's park has a timeout, so where that has none, a wake that is
 * lost is a deadlock.
 *
 * The flag is expected to fail in the first two: that is the answer to the claim that it protects
 * from lost wakes; two preemptions are enough for it.  With the timeout the same interleavings end, because the engines let time
 * pass; no_sleep_beside_a_task shows that the wake was lost all the same.
 *
 * build: SCHED_PARK_PROTOCOL=PARK_PROTOCOL_FLAG
 * build: SCHED_PARK_PROTOCOL=PARK_PROTOCOL_FLAG SCHED_PARK=PARK_FUTEX
 * build: SCHED_PARK_PROTOCOL=PARK_PROTOCOL_FLAG_TIMED
 * build: SCHED_PARK_PROTOCOL=PARK_PROTOCOL_FLAG_TIMED SCHED_PARK=PARK_FUTEX
 */
#include "verify/fixture.h"

#define IS_STALLING    (SCHED_PARK_PROTOCOL == PARK_PROTOCOL_FLAG)
#define FAILS_BY(text) (IS_STALLING ? text : NULL)

struct world {
	struct sched_runtime *runtime;
	struct os_thread thread;
	uint32_t index;	    /* of the worker that goes to sleep */
	struct parker done; /* of the thread that waits for the task */
	at_u32 is_pushed;
};

static enum sched_poll signal_poll(void *opaque, struct sched_context *context)
{
	(void)context;
	parker_unpark(*(struct parker **)opaque);
	return SCHED_READY;
}

static const struct sched_task_ops signal_ops = {
	.name = "signal",
	.poll = signal_poll,
	.state_bytes = sizeof(struct parker *),
};

/* The last worker goes to sleep; of two the first one is the body. */
static struct world *world_create(uint32_t workers)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->runtime = fixture_create(workers);
	world->index = workers - 1;
	parker_init(&world->done);
	at_init(&world->is_pushed, 0);
	return world;
}

static void sleeper_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	worker_loop(fixture_enter(world->runtime, world->index));
	os_set_current(NULL);
}

static void spawn_signal(struct world *world)
{
	struct parker *done = &world->done;

	model_check(sched_spawn_on(world->runtime, &signal_ops, &done, NULL) == 0,
		    "the runtime is open");
}

/* The task has run. */
static void world_finish(struct world *world)
{
	parker_park(&world->done);
	os_set_current(NULL);
	runtime_close(world->runtime);
	model_join(&world->thread);
	fixture_destroy(world->runtime);
	parker_fini(&world->done);
	at_fini(&world->is_pushed);
	model_free(world, sizeof(*world));
}

/* ------------------------------------------------------ where the task lies -- */

static void inject_push_against_park(void)
{
	struct world *world = world_create(1);

	model_start(&world->thread, sleeper_main, world);
	spawn_signal(world);
	world_finish(world);
}
MODEL(inject_push_against_park, .checks = "a push to inject while a worker goes to sleep",
      .threads = 2, .bound = IS_STALLING ? 2 : 3,
      .fails_because = FAILS_BY("the flag's look is at the worker's own queues, and the push saw a "
				"searcher and told nobody (B16)"))

static void ring_push_against_park(void)
{
	struct world *world = world_create(2);
	struct sched_task *task;

	spawn_signal(world);
	task = fixture_pop_injected(world->runtime);
	model_start(&world->thread, sleeper_main, world);
	schedule_local(fixture_enter(world->runtime, 0), task, SCHEDULE_YIELDED);
	world_finish(world);
}
MODEL(ring_push_against_park,
      .checks = "a push to the ring of a worker that stays busy, while a thief goes to sleep",
      .threads = 2, .bound = IS_STALLING ? 2 : 3, .rests_on = "SB_rmw_against_load",
      .fails_because = FAILS_BY("the flag's look is at the worker's own queues, and the push saw a "
				"searcher and told nobody"))

/* Its own slot holds a task: with each protocol it stays awake. */
static void own_slot_keeps_awake(void)
{
	struct world *world = world_create(1);
	struct worker *worker = fixture_enter(world->runtime, 0);
	struct sched_task *task;

	spawn_signal(world);
	task = fixture_pop_injected(world->runtime);
	schedule_local(worker, task, SCHEDULE_WOKEN);
	model_check(!worker_transition_to_parked(worker), "a task of its own keeps it awake");
	os_set_current(NULL);
	model_start(&world->thread, sleeper_main, world);
	world_finish(world);
}
MODEL(own_slot_keeps_awake, .checks = "a task in the own slot when a worker wants to sleep",
      .threads = 2)

/* --------------------------------------------------------- what a sleeper sees -- */

/* One that said that it sleeps is woken: what is lost is lost before that. */
static void push_against_a_sleeper(void)
{
	struct world *world = world_create(1);
	struct worker *worker = &world->runtime->workers[0];

	model_check(worker_transition_to_parked(worker), "it has nothing to do");
	spawn_signal(world);
	model_check(world->runtime->idle.sleeper_count == 0, "the push took it off the sleepers");
	model_check(parker_try_take(&worker->parker), "and unparked it");
	model_check(worker_transition_from_parked(worker), "so it is no spurious wake");
	model_start(&world->thread, sleeper_main, world);
	world_finish(world);
}
MODEL(push_against_a_sleeper, .checks = "a push after the worker joined the sleepers wakes it",
      .threads = 2)

/* A notifier takes the worker off the sleepers while its timeout ends: counted once. */
static void notify_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	notify_parked(world->runtime);
}

static void notify_against_timeout(void)
{
	struct world *world;
	struct worker *worker;
	uint64_t searching;

	if (!PARK_IS_TIMED)
		return;
	world = world_create(1);
	worker = &world->runtime->workers[0];
	model_check(worker_transition_to_parked(worker), "it has nothing to do");
	model_start(&world->thread, notify_main, world);
	model_check(worker_transition_from_timeout(worker), "it is awake in either case");
	model_join(&world->thread);
	searching = worker->is_searching ? IDLE_SEARCHING_ONE : 0;
	model_check(at_load_relaxed(&world->runtime->idle.word) == IDLE_UNPARKED_ONE + searching,
		    "it is counted awake once, and searching if a notifier woke it");
	model_check(world->runtime->idle.sleeper_count == 0, "it is off the sleepers");
	fixture_destroy(world->runtime);
	parker_fini(&world->done);
	at_fini(&world->is_pushed);
	model_free(world, sizeof(*world));
}
MODEL(notify_against_timeout, .checks = "the timeout ends while a notifier claims the sleeper",
      .threads = 2, .bound = -1)

/* ------------------------------------------------------- lost, whatever heals it -- */

/* The push and its notify are over, the task is queued, and the worker is a sleeper whom nobody
 * took off: it has nothing to wake it but a timeout. */
static bool sleeps_past_a_task(struct world *world)
{
	struct sched_runtime *runtime = world->runtime;

	return at_load_acquire(&world->is_pushed) && !inject_queue_is_empty(&runtime->inject) &&
	       idle_is_parked(&runtime->idle, 0);
}

/* As worker_park, with a look in between. */
static void park_and_tell(struct world *world, struct worker *worker)
{
	if (!worker_transition_to_parked(worker))
		return;
	model_check(!sleeps_past_a_task(world), "a sleeper was told of each task");
	while (!worker->is_shutdown) {
		bool is_told = worker_sleep(worker);

		worker_maintain(worker);
		if (is_told ? worker_transition_from_parked(worker) :
			      worker_transition_from_timeout(worker))
			return;
	}
}

static void telling_main(void *opaque)
{
	struct world *world = (struct world *)opaque;
	struct worker *worker = fixture_enter(world->runtime, 0);

	while (!worker->is_shutdown) {
		struct sched_task *task = next_task(worker);

		if (!task)
			task = steal_work(worker);
		if (task)
			worker_run(worker, task);
		else
			park_and_tell(world, worker);
	}
	os_set_current(NULL);
}

static void no_sleep_beside_a_task(void)
{
	struct world *world = world_create(1);

	model_start(&world->thread, telling_main, world);
	spawn_signal(world);
	at_store_release(&world->is_pushed, 1);
	world_finish(world);
}
MODEL(no_sleep_beside_a_task, .checks = "no worker is asleep, told of nothing, when a push is over",
      .threads = 2, .bound = PARK_HAS_FLAG ? 2 : 3,
      .fails_because = PARK_HAS_FLAG ? "the push told nobody because a worker searched, and the "
				       "flag's look is elsewhere; the 10 ms, where there are any, "
				       "only bound how long the task waits" :
				       NULL)
