/* SPDX-License-Identifier: MIT */
/*
 * runtime.c - the whole scheduler with its own worker threads, as small as it gets.
 *
 * Every task adds itself to a ledger once, whether it ended or was dropped, and
 * the engine sees leaks, so "each task ends exactly once" is checked in all of
 * them.  A lost wake is a deadlock, because no wait has a timeout.  Names with
 * tokio_ are Tokio's scenarios (runtime/tests/loom_multi_thread.rs); those that
 * need its blocking pool have no counterpart here.
 *
 * build: SCHED_PARK=PARK_FUTEX
 */
#include "verify/fixture.h"

#include "sched/oneshot.c"

struct ledger {
	at_u32 ended;
	at_u32 dropped;
};

/* What a task of this file does, in this order; a field that is empty is skipped. */
struct script {
	struct ledger *ledger;
	struct sched_runtime *spawn_on;
	struct sched_oneshot *receive[2];
	struct sched_oneshot *send;
	uint32_t children;
	uint32_t yields;
};

static enum sched_poll script_poll(void *opaque, struct sched_context *context);

static void script_drop(void *opaque)
{
	struct script *script = (struct script *)opaque;

	for (uint32_t i = 0; i < 2; i++)
		if (script->receive[i])
			sched_oneshot_drop_receiver(script->receive[i]);
	if (script->send)
		sched_oneshot_drop_sender(script->send);
	at_fetch_add_relaxed(&script->ledger->dropped, 1);
}

static const struct sched_task_ops script_ops = {
	.name = "script",
	.poll = script_poll,
	.drop = script_drop,
	.state_bytes = sizeof(struct script),
};

static void script_spawn_child(struct script *script)
{
	struct script child = { .ledger = script->ledger, .send = script->send };

	script->send = NULL;
	sched_spawn(&script_ops, &child, NULL);
}

static enum sched_poll script_poll(void *opaque, struct sched_context *context)
{
	struct script *script = (struct script *)opaque;
	uint64_t value;
	int status;

	for (uint32_t i = 0; i < 2; i++) {
		if (!script->receive[i])
			continue;
		if (sched_oneshot_poll(script->receive[i], context, &value, &status) ==
		    SCHED_PENDING)
			return SCHED_PENDING;
		sched_oneshot_drop_receiver(script->receive[i]);
		script->receive[i] = NULL;
	}
	if (script->yields > 0) {
		script->yields--;
		return sched_yield_now(context);
	}
	for (; script->children > 0; script->children--)
		script_spawn_child(script);
	if (script->send)
		sched_oneshot_send(script->send, 7);
	at_fetch_add_relaxed(&script->ledger->ended, 1);
	return SCHED_READY;
}

/* ----------------------------------------------------- the body's thread -- */

struct world {
	struct sched_runtime *runtime;
	struct ledger ledger;
	struct os_thread outside;
	struct sched_oneshot *oneshot;
	struct sched_join join;
	uint32_t spawned;
};

static struct world *world_create(uint32_t workers)
{
	struct sched_config config = fixture_config(workers);
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	at_init(&world->ledger.ended, 0);
	at_init(&world->ledger.dropped, 0);
	world->spawned = 0;
	model_check(sched_runtime_create(&config, &world->runtime) == 0, "the runtime starts");
	return world;
}

/* 0 or -ECANCELED: the task is in the ledger at the end either way. */
static int world_spawn(struct world *world, struct script script, struct sched_join *join)
{
	script.ledger = &world->ledger;
	world->spawned += 1 + script.children;
	return sched_spawn_on(world->runtime, &script_ops, &script, join);
}

/* Without the runtime. */
static void world_finish(struct world *world)
{
	uint32_t ended = at_load_relaxed(&world->ledger.ended);
	uint32_t dropped = at_load_relaxed(&world->ledger.dropped);

	model_check(ended + dropped <= world->spawned, "no task ends twice");
	model_check(ended + dropped == world->spawned || dropped > 0, "no task is lost");
	at_fini(&world->ledger.ended);
	at_fini(&world->ledger.dropped);
	model_free(world, sizeof(*world));
}

static void world_destroy(struct world *world)
{
	sched_runtime_destroy(world->runtime);
	world_finish(world);
}

struct awaiting {
	struct sched_oneshot *oneshot;
	uint64_t value;
	int status;
};

static enum sched_poll await_poll(void *opaque, struct sched_context *context)
{
	struct awaiting *awaiting = (struct awaiting *)opaque;

	return sched_oneshot_poll(awaiting->oneshot, context, &awaiting->value, &awaiting->status);
}

/* Block on the oneshot; its status. */
static int world_await(struct world *world, struct sched_oneshot *oneshot)
{
	struct awaiting awaiting = { oneshot, 0, 0 };

	model_check(sched_block_on(world->runtime, await_poll, &awaiting) == 0, "block_on runs");
	sched_oneshot_drop_receiver(oneshot);
	return awaiting.status;
}

/* ------------------------------------------------------- Tokio's own -- */

static void tokio_join_output(void)
{
	struct world *world = world_create(1);

	model_check(world_spawn(world, (struct script){ 0 }, &world->join) == 0, "it is open");
	model_check(sched_block_on_join(world->runtime, &world->join, NULL) == 0, "it ends well");
	model_check(at_load_relaxed(&world->ledger.ended) == 1, "the task ran before its join");
	world_destroy(world);
}
MODEL(tokio_join_output, .checks = "group_b::join_output: block_on a handle", .threads = 2)

static void tokio_pool_multi_spawn(void)
{
	struct world *world = world_create(2);
	struct sched_oneshot *first = sched_oneshot_create();
	struct sched_oneshot *second = sched_oneshot_create();

	world_spawn(world, (struct script){ .children = 1, .send = first }, NULL);
	world_spawn(world, (struct script){ .children = 1, .send = second }, NULL);
	model_check(world_await(world, first) == 0, "the first child runs");
	model_check(world_await(world, second) == 0, "the second child runs");
	world_destroy(world);
}
MODEL(tokio_pool_multi_spawn, .checks = "group_a::pool_multi_spawn: two tasks spawn one each",
      .threads = 3, .bound = 1)

static enum sched_poll poll_once_poll(void *opaque, struct sched_context *context)
{
	struct world *world = (struct world *)opaque;
	int status;

	sched_join_poll(&world->join, context, NULL, &status);
	sched_join_detach(&world->join);
	return SCHED_READY;
}

static void tokio_poll_drop_handle_then_drop(void)
{
	struct world *world = world_create(1);

	world_spawn(world, (struct script){ 0 }, &world->join);
	sched_block_on(world->runtime, poll_once_poll, world);
	world_destroy(world);
}
MODEL(tokio_poll_drop_handle_then_drop,
      .checks = "group_b::poll_drop_handle_then_drop: a handle polled once, then dropped",
      .threads = 2)

static void send_outside(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_oneshot_send(world->oneshot, 7);
}

static void tokio_complete_block_on_under_load(void)
{
	struct world *world = world_create(1);

	world->oneshot = sched_oneshot_create();
	world_spawn(world, (struct script){ .yields = 2 }, NULL);
	model_start(&world->outside, send_outside, world);
	model_check(world_await(world, world->oneshot) == 0, "block_on sees the value");
	model_join(&world->outside);
	world_destroy(world);
}
MODEL(tokio_complete_block_on_under_load,
      .checks = "group_b::complete_block_on_under_load: a yielding task beside block_on",
      .threads = 3, .bound = 1)

static void tokio_shutdown_with_notification(void)
{
	struct world *world = world_create(2);

	world->oneshot = sched_oneshot_create();
	world_spawn(world, (struct script){ .receive = { world->oneshot } }, NULL);
	model_start(&world->outside, send_outside, world);
	sched_runtime_shutdown(world->runtime);
	model_join(&world->outside);
	world_destroy(world);
}
MODEL(tokio_shutdown_with_notification,
      .checks = "group_b::shutdown_with_notification: a wake from outside during shutdown",
      .threads = 4, .bound = 1)

static void tokio_pool_shutdown(void)
{
	struct world *world = world_create(1);
	struct sched_oneshot *inside = sched_oneshot_create();

	world->oneshot = sched_oneshot_create();
	world_spawn(world, (struct script){ .receive = { world->oneshot }, .send = inside }, NULL);
	world_spawn(world, (struct script){ .receive = { inside } }, NULL);
	model_start(&world->outside, send_outside, world);
	sched_runtime_shutdown(world->runtime);
	model_join(&world->outside);
	world_destroy(world);
}
MODEL(tokio_pool_shutdown,
      .checks = "group_c::pool_shutdown: tasks woken by a thread and by a task during shutdown",
      .threads = 3, .bound = 1)

static void tokio_pool_multi_notify(void)
{
	struct world *world = world_create(2);
	struct sched_oneshot *notes[2] = { sched_oneshot_create(), sched_oneshot_create() };

	world->oneshot = sched_oneshot_create();
	world_spawn(world,
		    (struct script){ .receive = { notes[0], notes[1] }, .send = world->oneshot },
		    NULL);
	world_spawn(world, (struct script){ .send = notes[0] }, NULL);
	world_spawn(world, (struct script){ .send = notes[1] }, NULL);
	model_check(world_await(world, world->oneshot) == 0, "both notifications arrive");
	world_destroy(world);
}
MODEL(tokio_pool_multi_notify,
      .checks = "group_d::pool_multi_notify: a task that waits for two notifications", .threads = 3,
      .bound = 1)

static void tokio_join_handle_cancel_on_shutdown(void)
{
	struct world *world = world_create(1);
	struct sched_oneshot *never = sched_oneshot_create();
	struct sched_join late;
	int status;

	world_spawn(world, (struct script){ .receive = { never } }, &world->join);
	sched_runtime_shutdown(world->runtime);
	model_check(world_spawn(world, (struct script){ 0 }, &late) == -ECANCELED, "it is closed");
	status = sched_join_take(&world->join, NULL);
	model_check(status == -ECANCELED, "the early handle says cancelled");
	model_check(sched_join_take(&late, NULL) == -ECANCELED, "so does the late one");
	sched_join_detach(&world->join);
	sched_join_detach(&late);
	sched_oneshot_drop_sender(never);
	world_destroy(world);
}
MODEL(tokio_join_handle_cancel_on_shutdown,
      .checks = "shutdown::join_handle_cancel_on_shutdown: handles from before and after",
      .threads = 2)

/* -------------------------------------------------------- our own -- */

static void spawn_outside(void *opaque)
{
	struct world *world = (struct world *)opaque;

	world_spawn(world, (struct script){ 0 }, NULL);
}

static void spawn_races_shutdown(void)
{
	struct world *world = world_create(1);

	model_start(&world->outside, spawn_outside, world);
	sched_runtime_shutdown(world->runtime);
	model_join(&world->outside);
	world_destroy(world);
}
MODEL(spawn_races_shutdown, .checks = "a spawn from outside while the runtime closes", .threads = 3)

static void join_outside(void *opaque)
{
	struct world *world = (struct world *)opaque;
	int status = sched_block_on_join(world->runtime, &world->join, NULL);

	model_check(status == 0 || status == -ECANCELED, "the handle resolves");
}

static void join_races_shutdown(void)
{
	struct world *world = world_create(1);

	world_spawn(world, (struct script){ 0 }, &world->join);
	model_start(&world->outside, join_outside, world);
	sched_runtime_shutdown(world->runtime);
	model_join(&world->outside);
	world_destroy(world);
}
MODEL(join_races_shutdown, .checks = "a thread blocked on a handle while the runtime closes",
      .threads = 3, .bound = 1)

static void detach_outside(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_join_detach(&world->join);
}

/* The memory of the runtime goes with the last task, whoever holds that. */
static void handle_outlives_runtime(void)
{
	struct world *world = world_create(1);

	world_spawn(world, (struct script){ 0 }, &world->join);
	sched_runtime_shutdown(world->runtime);
	model_start(&world->outside, detach_outside, world);
	sched_runtime_destroy(world->runtime);
	model_join(&world->outside);
	world_finish(world);
}
MODEL(handle_outlives_runtime, .checks = "the last handle goes while the runtime is destroyed",
      .threads = 3)

static void abort_races_run(void)
{
	struct world *world = world_create(1);
	int status;

	world_spawn(world, (struct script){ .yields = 1 }, &world->join);
	sched_join_abort(&world->join);
	status = sched_block_on_join(world->runtime, &world->join, NULL);
	model_check(status == 0 || status == -ECANCELED, "the handle resolves");
	world_destroy(world);
}
MODEL(abort_races_run, .checks = "abort while queued, running, deferred or over", .threads = 2)

/* A worker that is busy in a poll depends on the other to run what it spawned: a
 * push to the ring tells somebody. */
static void work_is_not_kept(void)
{
	struct world *world = world_create(2);
	struct sched_oneshot *done = sched_oneshot_create();

	world_spawn(world, (struct script){ .send = done }, NULL);
	model_check(world_await(world, done) == 0, "one of two sleepers wakes");
	world_destroy(world);
}
MODEL(work_is_not_kept, .checks = "a remote spawn to two workers that go to sleep", .threads = 3,
      .bound = 1)
