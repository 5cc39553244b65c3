/* SPDX-License-Identifier: MIT */
/* Description: a thief whose victims follow from its number and its tick (Blitz-IO as built) */
#define SCHED_STEAL_VICTIMS STEAL_VICTIMS_BY_TICK
#include "tests/policy/crowd.h"

#define WORKERS 4u

/* Of a runtime of so many workers: whom the thief finds at a tick if only `full` has a task. */
static bool finds(uint32_t workers, uint32_t thief, uint32_t tick, uint32_t full)
{
	struct sched_task *task;
	bool found;

	stage_begin(workers);
	crowd_fill_ring(full, 0, 1);
	stage_as(thief)->tick = tick;
	task = steal_work(stage_as(thief));
	found = task != NULL;
	if (found)
		worker_run(stage_as(thief), task);
	worker_stop_searching(stage_as(thief));
	stage_end();
	return found;
}

/* The first that has something, from the thief's number plus its tick upwards. */
static void a_pass_by_tick_starts_at_number_and_tick(void **unused)
{
	/* Of thief 1, which goes on to the next when it comes by itself. */
	static const uint32_t firsts[] = { 2, 2, 3, 0 };

	(void)unused;
	for (uint32_t tick = 0; tick < 3 * WORKERS; tick++) {
		struct sched_task *task;

		stage_begin(WORKERS);
		for (uint32_t i = 0; i < WORKERS; i++)
			if (i != 1)
				crowd_fill_ring(i, i, 1);
		stage_as(1)->tick = tick;
		task = steal_work(stage_as(1));
		assert_int_equal(crowd_number(task), firsts[tick % WORKERS]);
		worker_run(stage_as(1), task);
		stage_end();
	}
}

/* A look at itself is one of them: then the last victim is not looked at. */
static void a_pass_by_tick_is_a_look_short(void **unused)
{
	(void)unused;
	for (uint32_t tick = 0; tick < WORKERS; tick++)
		for (uint32_t full = 0; full < WORKERS; full++)
			if (full != 1)
				assert_int_equal(finds(WORKERS, 1, tick, full),
						 full != (1 + tick + WORKERS - 1) % WORKERS);
}

static void one_of_two_finds_the_other_at_every_second_tick(void **unused)
{
	(void)unused;
	for (uint32_t tick = 0; tick < 6; tick++) {
		assert_int_equal(finds(2, 0, tick, 1), tick % 2 == 1);
		assert_int_equal(finds(2, 1, tick, 0), tick % 2 == 1);
	}
}

static const struct CMUnitTest rules[] = {
	RULE(a_pass_by_tick_is_a_look_short),
	RULE(a_pass_by_tick_starts_at_number_and_tick),
	RULE(one_of_two_finds_the_other_at_every_second_tick),
};

POLICY_MAIN("steal by tick", rules)
