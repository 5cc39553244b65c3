/* SPDX-License-Identifier: MIT */
/*
 * defer.h - tasks that yielded, to be woken after the worker has looked at its
 * other work.
 * Source: Tokio 1.53, runtime/scheduler/defer.rs.
 *
 * Owner only; each entry holds a reference, as the waker it stands for would.  A
 * task that is already last in the list is not added twice.  Woken from the end,
 * so the last one woken is the first that yielded.
 */
#ifndef SCHED_DEFER_H
#define SCHED_DEFER_H

#include "sched/check.h"
#include "sched/os.h"
#include "sched/sched.h"

#include <string.h>

struct defer_list {
	struct sched_task **tasks;
	uint32_t count;
	uint32_t room;
};

static inline void defer_list_init(struct defer_list *list)
{
	list->tasks = NULL;
	list->count = 0;
	list->room = 0;
}

static inline void defer_list_fini(struct defer_list *list)
{
	sched_assert(list->count == 0);
	os_free(list->tasks, list->room * sizeof(*list->tasks));
}

static SCHED_COLD bool defer_list_grow(struct defer_list *list)
{
	uint32_t room = list->room ? 2 * list->room : 64;
	struct sched_task **tasks = (struct sched_task **)os_alloc(room * sizeof(*tasks), 16);

	if (!tasks)
		return false;
	if (list->count > 0)
		memcpy(tasks, list->tasks, list->count * sizeof(*tasks));
	os_free(list->tasks, list->room * sizeof(*list->tasks));
	list->tasks = tasks;
	list->room = room;
	return true;
}

static inline bool defer_list_ends_with(const struct defer_list *list,
					const struct sched_task *task)
{
	return list->count > 0 && list->tasks[list->count - 1] == task;
}

#endif
