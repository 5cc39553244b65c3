/* SPDX-License-Identifier: MIT */
/*
 * join.c - the handle of a task against the task's end.
 *
 * The join waker and the output are plain memory, handed over by bits of the state
 * word; whoever touches them without the right is a data race, and a waker that
 * nobody frees is a leak.  The body holds the handle; another thread is the worker.
 *
 * build: SCHED_REF_PER_WAKE=0 | SCHED_TASK_LAYOUT=TASK_LAYOUT_FLAT
 * build: SCHED_JOIN=JOIN_POLL | SCHED_JOIN=JOIN_POLL_BACKOFF
 */
#include "verify/fixture.h"

struct sum {
	uint64_t value;
	at_u32 *dropped;
};

static enum sched_poll sum_poll(void *opaque, struct sched_context *context)
{
	struct sum *sum = (struct sum *)opaque;

	(void)context;
	sum->value += 2;
	return SCHED_READY;
}

static void sum_drop(void *opaque)
{
	struct sum *sum = (struct sum *)opaque;

	at_fetch_add_relaxed(sum->dropped, 1);
}

static void sum_drop_output(void *opaque)
{
	sum_drop(opaque);
}

static const struct sched_task_ops sum_ops = {
	.name = "sum",
	.poll = sum_poll,
	.drop = sum_drop,
	.drop_output = sum_drop_output,
	.state_bytes = sizeof(struct sum),
	.output_bytes = sizeof(struct sum),
};

struct world {
	struct sched_runtime *runtime;
	struct sched_join join;
	struct os_thread worker;
	at_u32 dropped; /* the task's state or its unclaimed output */
};

static struct world *world_create(void)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));
	struct sum sum = { 40, &world->dropped };

	at_init(&world->dropped, 0);
	world->runtime = fixture_create(1);
	model_check(sched_spawn_on(world->runtime, &sum_ops, &sum, &world->join) == 0,
		    "the runtime is open");
	return world;
}

/* `claimed`: outputs that a handle took. */
static void world_destroy(struct world *world, uint32_t claimed)
{
	fixture_destroy(world->runtime);
	model_check(at_load_relaxed(&world->dropped) + claimed == 1,
		    "the output is taken or dropped, once");
	at_fini(&world->dropped);
	model_free(world, sizeof(*world));
}

static void worker_run_all(void *opaque)
{
	struct world *world = (struct world *)opaque;
	struct worker *worker = fixture_enter(world->runtime, 0);
	struct sched_task *task = fixture_pop_injected(world->runtime);

	while (task) {
		task_run(worker, task);
		task = next_local_task(worker);
		if (!task)
			task = fixture_pop_injected(world->runtime);
	}
	os_set_current(NULL);
}

static void join_against_complete(void)
{
	struct world *world = world_create();
	struct sum output = { 0, NULL };

	model_start(&world->worker, worker_run_all, world);
	model_check(sched_block_on_join(world->runtime, &world->join, &output) == 0,
		    "it ends well");
	model_check(output.value == 42, "the output arrives whole");
	model_join(&world->worker);
	world_destroy(world, 1);
}
MODEL(join_against_complete, .checks = "block_on a handle while the task ends", .threads = 2,
      .bound = 3)

static void detach_against_complete(void)
{
	struct world *world = world_create();

	model_start(&world->worker, worker_run_all, world);
	sched_join_detach(&world->join);
	model_join(&world->worker);
	world_destroy(world, 0);
}
MODEL(detach_against_complete, .checks = "the handle is dropped while the task ends", .threads = 2,
      .bound = -1)

struct polled {
	struct world *world;
	struct sched_waker *replacement; /* poll a second time, as somebody else */
	bool again;			 /* poll a second time, as the same */
	bool is_ready;
};

static enum sched_poll poll_then_detach(void *opaque, struct sched_context *context)
{
	struct polled *polled = (struct polled *)opaque;
	struct sched_join *join = &polled->world->join;
	struct sched_context other = *context;
	struct sum output;
	int status;

	polled->is_ready = sched_join_poll(join, context, &output, &status) == SCHED_READY;
	if (!polled->is_ready && polled->replacement) {
		other.waker = *polled->replacement;
		polled->is_ready = sched_join_poll(join, &other, &output, &status) == SCHED_READY;
	}
	if (!polled->is_ready && polled->again)
		polled->is_ready = sched_join_poll(join, context, &output, &status) == SCHED_READY;
	sched_join_detach(join);
	return SCHED_READY;
}

static void polled_then_detached_against_complete(void)
{
	struct world *world = world_create();
	struct polled polled = { world, NULL, false, false };

	model_start(&world->worker, worker_run_all, world);
	sched_block_on(world->runtime, poll_then_detach, &polled);
	model_join(&world->worker);
	world_destroy(world, polled.is_ready);
}
MODEL(polled_then_detached_against_complete,
      .checks = "a registered join waker is taken back while the task ends", .threads = 2,
      .bound = 3)

/* The second poll compares the waker that the runtime may be about to drop. */
static void polled_twice_then_detached_against_complete(void)
{
	struct world *world = world_create();
	struct polled polled = { world, NULL, true, false };

	model_start(&world->worker, worker_run_all, world);
	sched_block_on(world->runtime, poll_then_detach, &polled);
	model_join(&world->worker);
	world_destroy(world, polled.is_ready);
}
MODEL(polled_twice_then_detached_against_complete,
      .checks = "a join waker that was compared is dropped while the task ends", .threads = 2,
      .bound = 3)

static void second_waker_against_complete(void)
{
	struct world *world = world_create();
	struct sleeping_thread *sleeper = sleeping_thread_create();
	struct sched_waker waker = waker_of(sleeper, WAKER_THREAD);
	struct polled polled = { world, &waker, false, false };

	model_start(&world->worker, worker_run_all, world);
	sched_block_on(world->runtime, poll_then_detach, &polled);
	model_join(&world->worker);
	sched_waker_drop(&waker);
	world_destroy(world, polled.is_ready);
}
MODEL(second_waker_against_complete,
      .checks = "the join waker is replaced by another while the task ends", .threads = 2,
      .bound = 3)

static void abort_and_join_against_run(void)
{
	struct world *world = world_create();
	struct sum output = { 0, NULL };
	int status;

	sched_join_abort(&world->join);
	model_start(&world->worker, worker_run_all, world);
	status = sched_block_on_join(world->runtime, &world->join, &output);
	model_check(status == 0 || status == -ECANCELED, "the handle resolves");
	model_join(&world->worker);
	world_destroy(world, status == 0);
}
MODEL(abort_and_join_against_run, .checks = "an aborted task, still queued, is joined",
      .threads = 2, .bound = 3)

static void take_against_complete(void)
{
	struct world *world = world_create();
	struct sum output = { 0, NULL };
	int status;

	model_start(&world->worker, worker_run_all, world);
	status = sched_join_take(&world->join, &output);
	model_check(status == -EAGAIN || (status == 0 && output.value == 42),
		    "the output is not there yet, or whole");
	sched_join_detach(&world->join);
	model_join(&world->worker);
	world_destroy(world, status == 0);
}
MODEL(take_against_complete, .checks = "the output is looked for without waiting", .threads = 2,
      .bound = -1)
