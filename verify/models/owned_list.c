/* SPDX-License-Identifier: MIT */
/*
 * owned_list.c - every task of a runtime is found by its shutdown.
 *
 * build: SCHED_OWNED_COUNT=1 | SCHED_OWNED=OWNED_MUTEX | SCHED_FIRST_REFERENCES=FIRST_REFERENCES_ONE
 * build: SCHED_TASK_LAYOUT=TASK_LAYOUT_FLAT
 */
#include "verify/fixture.h"

struct world {
	struct sched_runtime *runtime;
	struct os_thread threads[2];
	at_u32 ended;
	at_u32 dropped;
	uint32_t spawned;
};

struct member {
	struct world *world;
};

static enum sched_poll member_poll(void *opaque, struct sched_context *context)
{
	struct member *member = (struct member *)opaque;

	(void)context;
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

static int world_spawn(struct world *world)
{
	struct member member = { world };

	return sched_spawn_on(world->runtime, &member_ops, &member, NULL);
}

static struct world *world_create(uint32_t tasks)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	at_init(&world->ended, 0);
	at_init(&world->dropped, 0);
	world->runtime = fixture_create(1);
	world->spawned = tasks;
	for (uint32_t i = 0; i < tasks; i++)
		model_check(world_spawn(world) == 0, "the list is open");
	return world;
}

static void world_finish(struct world *world)
{
	uint32_t ended = at_load_relaxed(&world->ended);
	uint32_t dropped = at_load_relaxed(&world->dropped);

	model_check(owned_list_is_empty(&world->runtime->owned), "no task is left behind");
	model_check(ended + dropped == world->spawned, "each task ends exactly once");
	if (SCHED_OWNED_COUNT)
		model_check(at_load_relaxed(&world->runtime->owned.count) == 0,
			    "the count is right");
	fixture_destroy(world->runtime);
	at_fini(&world->ended);
	at_fini(&world->dropped);
	model_free(world, sizeof(*world));
}

static void close_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	owned_list_close(&world->runtime->owned, 1, task_shut_down);
}

static void spawn_main(void *opaque)
{
	struct world *world = (struct world *)opaque;
	int status = world_spawn(world);

	model_check(status == 0 || status == -ECANCELED, "a spawn is accepted or cancelled");
}

static void bind_against_close(void)
{
	struct world *world = world_create(0);

	world->spawned = 1;
	model_start(&world->threads[0], spawn_main, world);
	close_main(world);
	model_join(&world->threads[0]);
	world_finish(world);
}
MODEL(bind_against_close, .checks = "a bind is seen by the closer, or sees that it is closed",
      .threads = 2, .bound = -1)

static void two_closers(void)
{
	struct world *world = world_create(2);

	model_start(&world->threads[0], close_main, world);
	owned_list_close(&world->runtime->owned, 3, task_shut_down);
	model_join(&world->threads[0]);
	world_finish(world);
}
MODEL(two_closers, .checks = "two workers shut down two tasks, each once", .threads = 2)

static void run_main(void *opaque)
{
	struct world *world = (struct world *)opaque;
	struct worker *worker = fixture_enter(world->runtime, 0);
	struct sched_task *task = fixture_pop_injected(world->runtime);

	while (task) {
		task_run(worker, task);
		task = fixture_pop_injected(world->runtime);
	}
	os_set_current(NULL);
}

static void remove_against_close(void)
{
	struct world *world = world_create(2);

	model_start(&world->threads[0], run_main, world);
	close_main(world);
	model_join(&world->threads[0]);
	world_finish(world);
}
MODEL(remove_against_close, .checks = "tasks complete while they are shut down", .threads = 2)

/* Ids 0 and 4 share one of the four lists, if there are four. */
static void neighbours(void)
{
	struct world *world = world_create(4);

	world->spawned = 5;
	model_start(&world->threads[0], run_main, world);
	model_check(world_spawn(world) == 0, "the list is open");
	model_join(&world->threads[0]);
	run_main(world);
	world_finish(world);
}
MODEL(neighbours, .checks = "bind and remove in one list", .threads = 2, .bound = 1)

/* Ids 1 and 5 share a list.  A closer has taken one of a list, which then completes. */
static void removed_twice(void)
{
	struct world *world = world_create(5);
	struct owned_list *list = &world->runtime->owned;
	struct sched_task *taken = owned_shard_pop(list, 1 & list->mask);

	model_check(!owned_list_remove(list, taken), "a task that is in no list is not removed");
	task_shut_down(taken);
	run_main(world);
	world_finish(world);
}
MODEL(removed_twice, .checks = "removing a task that a closer took leaves the others", .threads = 1)
