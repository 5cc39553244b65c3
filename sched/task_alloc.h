/* SPDX-License-Identifier: MIT */
/* task_alloc.h - axis: who serves the memory of tasks and oneshots. */
#ifndef SCHED_TASK_ALLOC_H
#define SCHED_TASK_ALLOC_H

#include "sched/knobs.h"
#include "sched/slab.h"

static inline void *task_alloc(size_t bytes, size_t align)
{
	if (SCHED_TASK_ALLOC == TASK_ALLOC_SLAB)
		return slab_alloc_inline(bytes, align);
	if (SCHED_TASK_ALLOC == TASK_ALLOC_PACKED)
		return slab_packed_alloc_inline(bytes, align);
	return os_alloc(bytes, align);
}

static inline void task_free(void *pointer, size_t bytes, size_t align)
{
	if (SCHED_TASK_ALLOC == TASK_ALLOC_SLAB)
		slab_free_inline(pointer, bytes, align);
	else if (SCHED_TASK_ALLOC == TASK_ALLOC_PACKED)
		slab_packed_free_inline(pointer, bytes, align);
	else
		os_free(pointer, bytes);
}

#endif
