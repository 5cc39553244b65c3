/* SPDX-License-Identifier: MIT */
/*
 * layouts.h - where the fields of a task lie in its memory, and how that is aligned.
 *
 * For policy_layout*.c, which choose the knobs.  Distances are from the block's start, of a
 * task with a state of 200 bytes, which takes 208 of it.
 */
#ifndef TESTS_POLICY_LAYOUTS_H
#define TESTS_POLICY_LAYOUTS_H

#include "tests/policy/stage.h"

#define STATE	     200
#define BEHIND_STATE (48 + 208)

static struct sched_task *layout_task(void)
{
	static const struct sched_task_ops ops = { .name = "sized", .state_bytes = STATE };
	static const char state[STATE];
	struct sched_task *task = task_create(NULL, &ops, state, 1);

	assert_non_null(task);
	return task;
}

static void layout_free(struct sched_task *task)
{
	assert_int_equal(task_bytes(task), BEHIND_STATE + 32);
	task_free(task, task_bytes(task), TASK_ALIGN);
}

static int64_t distance(const struct sched_task *task, const void *part)
{
	return (const char *)part - (const char *)task;
}

static void expect_aligned(size_t align)
{
	struct sched_task *task = layout_task();

	assert_int_equal(stage_align, align);
	assert_int_equal((uintptr_t)task % align, 0);
	layout_free(task);
}

#endif
