/* SPDX-License-Identifier: MIT */
/* Description: the memory of a task: hot in front of the state, cold behind it, as Tokio has it */
#include "tests/policy/layouts.h"

static void a_task_is_aligned_to_128(void **unused)
{
	(void)unused;
	expect_aligned(128);
}

/* What a poll needs is within the first 64 bytes, but for the state. */
static void what_a_poll_needs_lies_before_the_state(void **unused)
{
	struct sched_task *task = layout_task();

	(void)unused;
	assert_int_equal(distance(task, &task_core(task)->runtime), 32);
	assert_int_equal(distance(task, &task_core(task)->stage), 40);
	assert_int_equal(distance(task, task_state(task)), 48);
	layout_free(task);
}

static void what_is_cold_lies_behind_the_state(void **unused)
{
	struct sched_task *task = layout_task();

	(void)unused;
	assert_int_equal(distance(task, &task_links(task)->prev), BEHIND_STATE);
	assert_int_equal(distance(task, &task_links(task)->next), BEHIND_STATE + 8);
	assert_int_equal(distance(task, &task_trailer(task)->join_waker), BEHIND_STATE + 16);
	layout_free(task);
}

static const struct CMUnitTest rules[] = {
	RULE(a_task_is_aligned_to_128),
	RULE(what_a_poll_needs_lies_before_the_state),
	RULE(what_is_cold_lies_behind_the_state),
};

POLICY_MAIN("layout", rules)
