/* SPDX-License-Identifier: MIT */
/*
 * park.c - one thread sleeps until others unpark it; but in one test, without a timeout.
 *
 * A token that is lost is a deadlock.  What an unparker wrote before is plain
 * memory that the sleeper reads after, so a missing order is a data race.  The
 * flags are relaxed: only parking orders them.
 *
 * build: SCHED_PARK=PARK_FUTEX
 */
#include "sched/park.h"
#include "verify/model.h"

struct unparker {
	struct parker *parker;
	struct os_thread thread;
	at_u32 flag;
	uint32_t payload;
};

struct world {
	struct parker parker;
	struct unparker unparkers[2];
};

static struct world *world_create(void)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	parker_init(&world->parker);
	for (uint32_t i = 0; i < 2; i++) {
		world->unparkers[i].parker = &world->parker;
		world->unparkers[i].payload = 0;
		at_init(&world->unparkers[i].flag, 0);
	}
	return world;
}

static void world_destroy(struct world *world)
{
	for (uint32_t i = 0; i < 2; i++)
		at_fini(&world->unparkers[i].flag);
	parker_fini(&world->parker);
	model_free(world, sizeof(*world));
}

static void unpark_main(void *opaque)
{
	struct unparker *unparker = (struct unparker *)opaque;

	unparker->payload = 7;
	at_store_relaxed(&unparker->flag, 1);
	parker_unpark(unparker->parker);
}

static void unpark_twice_main(void *opaque)
{
	struct unparker *unparker = (struct unparker *)opaque;

	parker_unpark(unparker->parker);
	unpark_main(unparker);
}

static void unpark_against_park(void)
{
	struct world *world = world_create();

	model_start(&world->unparkers[0].thread, unpark_main, &world->unparkers[0]);
	parker_park(&world->parker);
	model_check(world->unparkers[0].payload == 7,
		    "the sleeper sees what came before the unpark");
	model_join(&world->unparkers[0].thread);
	world_destroy(world);
}
MODEL(unpark_against_park, .checks = "one unpark before, during and after the park", .threads = 2,
      .bound = -1, .surprises = 2)

static void unpark_twice_against_park(void)
{
	struct world *world = world_create();

	model_start(&world->unparkers[0].thread, unpark_twice_main, &world->unparkers[0]);
	while (!at_load_relaxed(&world->unparkers[0].flag))
		parker_park(&world->parker);
	model_join(&world->unparkers[0].thread);
	world_destroy(world);
}
MODEL(unpark_twice_against_park, .checks = "the second unpark is not lost in the first",
      .threads = 2, .bound = -1)

/* The time ends before, beside or after the unpark: if the token was not seen, it is to come. */
static void unpark_against_timeout(void)
{
	struct world *world = world_create();

	model_start(&world->unparkers[0].thread, unpark_main, &world->unparkers[0]);
	if (!parker_park_for(&world->parker, PARK_TIMEOUT_NS))
		parker_park(&world->parker);
	model_check(world->unparkers[0].payload == 7,
		    "the sleeper sees what came before the unpark");
	model_join(&world->unparkers[0].thread);
	world_destroy(world);
}
MODEL(unpark_against_timeout, .checks = "one unpark while the time of the park ends", .threads = 2,
      .bound = -1, .surprises = 2)

static void two_unparkers(void)
{
	struct world *world = world_create();

	for (uint32_t i = 0; i < 2; i++)
		model_start(&world->unparkers[i].thread, unpark_main, &world->unparkers[i]);
	/* A token taken without seeing the flag it stands for is a sleep for ever. */
	for (uint32_t i = 0; i < 2; i++)
		while (!at_load_relaxed(&world->unparkers[i].flag))
			parker_park(&world->parker);
	for (uint32_t i = 0; i < 2; i++)
		model_join(&world->unparkers[i].thread);
	world_destroy(world);
}
MODEL(two_unparkers, .checks = "one token for two unparks, and the sleeper sees both", .threads = 3,
      .bound = 3)
