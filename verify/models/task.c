/* SPDX-License-Identifier: MIT */
/*
 * task.c - one task's state word and memory: polls, wakes, cancels, completion and
 * the last reference, each against each.
 *
 * Model threads play the workers: the body is worker 0 and runs the task, another
 * thread wakes, aborts or runs it elsewhere.  What a waker wrote before its wake is
 * plain memory that the next poll reads; what a poll writes is plain memory of the
 * task; so an order that is missing is a data race, a wake that is lost leaves the
 * task unfinished, and a reference too few or too many is a use after free or leak.
 *
 * build: SCHED_REF_PER_WAKE=0 | SCHED_HANDLE_REF=0 | SCHED_FIRST_REFERENCES=FIRST_REFERENCES_ONE
 * build: SCHED_POLL_WAKER=POLL_WAKER_OWNED SCHED_GUARD=GUARD_DEBUG
 * build: SCHED_GUARD=GUARD_SENTINEL | SCHED_GUARD=GUARD_DEBUG SCHED_REF_PER_WAKE=0
 */
#include "verify/fixture.h"

struct note {		/* outside the task */
	at_u32 signals; /* wakes that were announced, relaxed: only the wake orders it */
	uint32_t payload;
	uint32_t polls;
	uint32_t ended;
	uint32_t dropped;
};

struct sleeper { /* the task: pending until it sees so many signals */
	struct note *note;
	uint32_t wanted;
};

/* A wake that comes before a poll must be seen by it, or lead to another. */
static enum sched_poll sleeper_poll(void *opaque, struct sched_context *context)
{
	struct sleeper *sleeper = (struct sleeper *)opaque;
	struct note *note = sleeper->note;

	(void)context;
	note->polls++;
	if (at_load_relaxed(&note->signals) < sleeper->wanted)
		return SCHED_PENDING;
	if (note->polls > 1 && sleeper->wanted == 1)
		model_check(note->payload == 7, "the poll sees what the waker wrote");
	note->ended++;
	return SCHED_READY;
}

static void sleeper_drop(void *opaque)
{
	struct sleeper *sleeper = (struct sleeper *)opaque;

	sleeper->note->dropped++;
}

static const struct sched_task_ops sleeper_ops = {
	.name = "sleeper",
	.poll = sleeper_poll,
	.drop = sleeper_drop,
	.state_bytes = sizeof(struct sleeper),
};

struct world {
	struct sched_runtime *runtime;
	struct note note;
	struct sched_join join;
	struct sched_waker wakers[2];
	struct os_thread threads[2];
};

/* A task in the inject queue, with a handle and two wakers. */
static struct world *world_create(uint32_t wanted)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));
	struct sleeper sleeper = { &world->note, wanted };
	struct sched_waker waker;

	at_init(&world->note.signals, 0);
	world->note.payload = 0;
	world->note.polls = 0;
	world->note.ended = 0;
	world->note.dropped = 0;
	world->runtime = fixture_create(2);
	model_check(sched_spawn_on(world->runtime, &sleeper_ops, &sleeper, &world->join) == 0,
		    "the runtime is open");
	/* by hand: before its first poll a task has no waker to clone */
	waker = waker_of(world->join.task, WAKER_TASK);
	for (uint32_t i = 0; i < 2; i++) {
		state_ref_inc(&world->join.task->state);
		world->wakers[i] = waker;
	}
	return world;
}

/* Run what is queued anywhere, as worker `index`. */
static void run_queued(struct world *world, uint32_t index)
{
	struct worker *worker = fixture_enter(world->runtime, index);
	struct sched_task *task = next_local_task(worker);

	if (!task)
		task = fixture_pop_injected(world->runtime);
	if (task)
		task_run(worker, task);
}

static void run_all_queued(struct world *world, uint32_t index)
{
	struct worker *worker = fixture_enter(world->runtime, index);

	while (worker_has_tasks(worker) || !inject_queue_is_empty(&world->runtime->inject))
		run_queued(world, index);
}

static void world_destroy(struct world *world)
{
	os_set_current(NULL);
	sched_waker_drop(&world->wakers[0]);
	sched_waker_drop(&world->wakers[1]);
	sched_join_detach(&world->join);
	fixture_destroy(world->runtime);
	model_check(world->note.ended + world->note.dropped == 1, "the task ends exactly once");
	at_fini(&world->note.signals);
	model_free(world, sizeof(*world));
}

/* Both workers run dry, then the task must be over: a wake was not lost. */
static void world_finish(struct world *world)
{
	run_all_queued(world, 0);
	run_all_queued(world, 1);
	model_check(sched_join_is_finished(&world->join), "no wake is lost");
	world_destroy(world);
}

static void announce_wake(struct world *world)
{
	world->note.payload = 7;
	at_fetch_add_relaxed(&world->note.signals, 1);
}

static void wake_by_ref_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	announce_wake(world);
	sched_waker_wake_by_ref(&world->wakers[0]);
}

static void wake_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	announce_wake(world);
	sched_waker_wake(&world->wakers[0]);
}

static void second_wake_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	at_fetch_add_relaxed(&world->note.signals, 1);
	sched_waker_wake(&world->wakers[1]);
}

/* The task is woken twice on another worker, which runs it if it has it. */
static void wake_and_run_main(void *opaque)
{
	struct world *world = (struct world *)opaque;
	struct worker *worker = fixture_enter(world->runtime, 1);
	struct sched_task *task;

	announce_wake(world);
	sched_waker_wake_by_ref(&world->wakers[0]);
	sched_waker_wake(&world->wakers[0]);
	task = next_local_task(worker);
	if (task)
		task_run(worker, task);
	os_set_current(NULL);
}

/* The handle is gone: wakers and polls are all that keeps the task. */
static void detach(struct world *world)
{
	sched_join_detach(&world->join);
}

/* Poll once on worker 0, beside a thread. */
static void poll_beside(struct world *world, void (*run)(void *arg))
{
	model_start(&world->threads[0], run, world);
	run_queued(world, 0);
	model_join(&world->threads[0]);
}

static void wake_by_ref_against_poll(void)
{
	struct world *world = world_create(1);

	poll_beside(world, wake_by_ref_main);
	world_finish(world);
}
MODEL(wake_by_ref_against_poll, .checks = "a wake before, during and after a pending poll",
      .threads = 2, .bound = -1)

static void wake_against_poll(void)
{
	struct world *world = world_create(1);

	poll_beside(world, wake_main);
	world_finish(world);
}
MODEL(wake_against_poll, .checks = "the same by value", .threads = 2, .bound = -1)

static void two_wakes_against_poll(void)
{
	struct world *world = world_create(2);

	model_start(&world->threads[1], second_wake_main, world);
	poll_beside(world, wake_main);
	model_join(&world->threads[1]);
	model_check(world->note.polls == 1, "nobody else polled");
	run_all_queued(world, 0);
	model_check(world->note.polls <= 2, "two wakes before a poll are one");
	world_finish(world);
}
MODEL(two_wakes_against_poll, .checks = "two wakers: queued once, and not forgotten", .threads = 3)

static void wake_and_run_elsewhere(void)
{
	struct world *world = world_create(1);

	detach(world);
	sched_waker_drop(&world->wakers[1]);
	poll_beside(world, wake_and_run_main);
	run_all_queued(world, 0);
	world_destroy(world);
}
MODEL(wake_and_run_elsewhere, .checks = "woken during its poll, run and freed on another worker",
      .threads = 2, .bound = -1)

static void wake_against_complete(void)
{
	struct world *world = world_create(0);

	detach(world);
	sched_waker_drop(&world->wakers[1]);
	poll_beside(world, wake_main);
	run_all_queued(world, 0);
	model_check(world->note.polls == 1, "a complete task is not polled");
	world_destroy(world);
}
MODEL(wake_against_complete, .checks = "a wake by value is the last reference, or is not",
      .threads = 2, .bound = -1)

static void drop_waker_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_waker_drop(&world->wakers[0]);
}

static void last_waker_against_complete(void)
{
	struct world *world = world_create(0);

	detach(world);
	sched_waker_drop(&world->wakers[1]);
	poll_beside(world, drop_waker_main);
	world_destroy(world);
}
MODEL(last_waker_against_complete, .checks = "the last waker is dropped while the task ends",
      .threads = 2, .bound = -1)

static void last_waker_against_pending(void)
{
	struct world *world = world_create(9);

	detach(world);
	sched_waker_drop(&world->wakers[1]);
	poll_beside(world, drop_waker_main);
	model_check(world->note.polls == 1, "nobody wakes it");
	world_destroy(world);
	/* dropped by the shutdown: the ledger of world_destroy says so */
}
MODEL(last_waker_against_pending, .checks = "the last waker of a task that nobody wakes",
      .threads = 2, .bound = -1)

/* ------------------------------------------------------ abort, shutdown -- */

static void abort_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_join_abort(&world->join);
}

static void abort_against_poll(void)
{
	struct world *world = world_create(9);

	poll_beside(world, abort_main);
	world_finish(world);
}
MODEL(abort_against_poll, .checks = "abort while queued, polled or suspended ends the task",
      .threads = 2, .bound = -1)

static void abort_against_complete(void)
{
	struct world *world = world_create(0);

	poll_beside(world, abort_main);
	world_finish(world);
}
MODEL(abort_against_complete, .checks = "abort of a task that is about to end", .threads = 2,
      .bound = -1)

static void abort_against_wake(void)
{
	struct world *world = world_create(9);

	run_queued(world, 0);
	os_set_current(NULL);
	model_start(&world->threads[0], abort_main, world);
	model_start(&world->threads[1], wake_main, world);
	model_join(&world->threads[0]);
	model_join(&world->threads[1]);
	world_finish(world);
}
MODEL(abort_against_wake, .checks = "abort and wake of a suspended task", .threads = 3, .bound = 3)

static void shut_down_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	fixture_enter(world->runtime, 1);
	owned_list_close(&world->runtime->owned, 0, task_shut_down);
	os_set_current(NULL);
}

static void shutdown_against_poll(void)
{
	struct world *world = world_create(9);

	poll_beside(world, shut_down_main);
	world_finish(world);
}
MODEL(shutdown_against_poll, .checks = "shutdown of a task while queued, polled or suspended",
      .threads = 2, .bound = -1)

static void shutdown_against_wake(void)
{
	struct world *world = world_create(9);

	run_queued(world, 0);
	os_set_current(NULL);
	model_start(&world->threads[0], shut_down_main, world);
	model_start(&world->threads[1], wake_main, world);
	model_join(&world->threads[0]);
	model_join(&world->threads[1]);
	world_finish(world);
}
MODEL(shutdown_against_wake, .checks = "shutdown and wake of a suspended task", .threads = 3,
      .bound = 3)
