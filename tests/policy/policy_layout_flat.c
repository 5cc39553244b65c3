/* SPDX-License-Identifier: MIT */
/* Description: the memory of a task in Blitz-IO's order: links in front, scheduler behind the state */
#define SCHED_TASK_LAYOUT TASK_LAYOUT_FLAT
#define SCHED_TASK_ALIGN  16
#include "tests/policy/layouts.h"

static void a_flat_task_is_aligned_as_malloc_does(void **unused)
{
	(void)unused;
	expect_aligned(16);
}

static void the_links_lie_in_the_header(void **unused)
{
	struct sched_task *task = layout_task();

	(void)unused;
	assert_int_equal(distance(task, &task_links(task)->prev), 32);
	assert_int_equal(distance(task, &task_links(task)->next), 40);
	assert_int_equal(distance(task, task_state(task)), 48);
	layout_free(task);
}

static void the_scheduler_lies_behind_the_state(void **unused)
{
	struct sched_task *task = layout_task();

	(void)unused;
	assert_int_equal(distance(task, &task_core(task)->runtime), BEHIND_STATE);
	assert_int_equal(distance(task, &task_core(task)->stage), BEHIND_STATE + 8);
	assert_int_equal(distance(task, &task_trailer(task)->join_waker), BEHIND_STATE + 16);
	layout_free(task);
}

static const struct CMUnitTest rules[] = {
	RULE(a_flat_task_is_aligned_as_malloc_does),
	RULE(the_links_lie_in_the_header),
	RULE(the_scheduler_lies_behind_the_state),
};

POLICY_MAIN("layout flat", rules)
