/* SPDX-License-Identifier: MIT */
/* Description: stealing from the slot, Tokio 1.51.0 */
#define SCHED_LIFO_STEAL LIFO_STEAL_LAST
#include "tests/policy/crowd.h"

/* Worker 0 searches; worker 1 has `count`, the last of them in its slot. */
static struct sched_task *search_beside(uint32_t count)
{
	stage_begin(2);
	stage_as(1);
	crowd_spawn(0, count);
	return steal_work(stage_as(0));
}

static void end_with(struct sched_task *task)
{
	worker_run(stage_as(0), task);
	stage_end();
}

/* The ring's half, and the slot stays with its owner. */
static void a_thief_leaves_the_slot_if_the_ring_has_some(void **unused)
{
	struct sched_task *task = search_beside(2);

	(void)unused;
	assert_int_equal(crowd_number(task), 0);
	assert_int_equal(counted("lifo_steals"), 0);
	assert_int_equal(counted("steals"), 1);
	assert_int_equal(local_queue_lifo_length(&stage.runtime->workers[1].queue), 1);
	end_with(task);
}

static void a_thief_takes_the_slot_if_the_ring_has_none(void **unused)
{
	struct sched_task *task = search_beside(1);

	(void)unused;
	assert_int_equal(crowd_number(task), 0);
	assert_int_equal(local_queue_lifo_length(&stage.runtime->workers[1].queue), 0);
	end_with(task);
}

/* As a steal of one, and as one from the slot. */
static void a_stolen_slot_is_counted(void **unused)
{
	struct sched_task *task = search_beside(1);

	(void)unused;
	assert_int_equal(counted("lifo_steals"), 1);
	assert_int_equal(counted("steals"), 1);
	assert_int_equal(counted("steal_operations"), 1);
	assert_int_equal(counted("steal_misses"), 0);
	end_with(task);
}

/* Neither ring nor slot: one miss. */
static void an_empty_slot_is_a_miss(void **unused)
{
	(void)unused;
	assert_null(search_beside(0));
	assert_int_equal(counted("steal_misses"), 1);
	assert_int_equal(counted("lifo_steals") + counted("steals"), 0);
	worker_stop_searching(stage_as(0));
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_stolen_slot_is_counted),
	RULE(a_thief_leaves_the_slot_if_the_ring_has_some),
	RULE(a_thief_takes_the_slot_if_the_ring_has_none),
	RULE(an_empty_slot_is_a_miss),
};

POLICY_MAIN("steal from the slot", rules)
