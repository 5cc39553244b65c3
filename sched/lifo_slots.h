/* SPDX-License-Identifier: MIT */
/*
 * lifo_slots.h - the slots for the tasks made runnable last, in front of the local queue:
 * a plain stack of the worker's own, invisible to thieves.
 * Source: Tokio 1.53 worker.rs (one slot); Blitz-IO f533755 local_queue.zig (four).
 *
 * What goes in, comes out and is told to whom is lifo.h.  A slot that can be stolen
 * (SCHED_LIFO_STEAL) is in the ring's struct, local_queue.h; of this the cap is left then.
 *
 * Weakness: k slots hide up to k runnable tasks from idle workers, and with k > 1
 * the tasks at the bottom wait for as long as the top is refilled.
 */
#ifndef SCHED_LIFO_SLOTS_H
#define SCHED_LIFO_SLOTS_H

#include "sched/task.h"

#define LIFO_ROOM (SCHED_LIFO_SLOTS > 0 ? SCHED_LIFO_SLOTS : 1)

struct lifo {				     /* owner only */
	struct sched_task *slots[LIFO_ROOM]; /* [0, count), newest last */
	uint32_t count;
	uint32_t polls; /* LIFO_CAP_COUNTS_POPS: what counts towards the cap, this tick */
	bool enabled;
};

static inline void lifo_init(struct lifo *lifo)
{
	lifo->count = 0;
	lifo->polls = 0;
	lifo->enabled = true;
}

static inline bool lifo_is_open(const struct lifo *lifo)
{
	return SCHED_LIFO_SLOTS > 0 && lifo->enabled;
}

/* Take the newcomer in; returns the task that had to leave, or NULL. */
static inline struct sched_task *lifo_push(struct lifo *lifo, struct sched_task *task)
{
	struct sched_task *displaced;

	if (LIFO_ROOM == 1) {
		displaced = lifo->count ? lifo->slots[0] : NULL;
		lifo->slots[0] = task;
		lifo->count = 1;
		return displaced;
	}
	if (lifo->count < LIFO_ROOM) {
		lifo->slots[lifo->count++] = task;
		return NULL;
	}
	if (SCHED_LIFO_EVICT == LIFO_EVICT_PREVIOUS) {
		displaced = lifo->slots[LIFO_ROOM - 1];
	} else {
		displaced = lifo->slots[0];
		for (uint32_t i = 1; i < LIFO_ROOM; i++)
			lifo->slots[i - 1] = lifo->slots[i];
	}
	lifo->slots[LIFO_ROOM - 1] = task;
	return displaced;
}

static inline struct sched_task *lifo_pop(struct lifo *lifo)
{
	if (SCHED_LIFO_SLOTS == 0 || lifo->count == 0)
		return NULL;
	return lifo->slots[--lifo->count];
}

/* The oldest, for emptying the slots in order. */
static inline struct sched_task *lifo_pop_oldest(struct lifo *lifo)
{
	struct sched_task *task;

	if (SCHED_LIFO_SLOTS == 0 || lifo->count == 0)
		return NULL;
	task = lifo->slots[0];
	lifo->count--;
	for (uint32_t i = 1; i < LIFO_ROOM; i++)
		lifo->slots[i - 1] = lifo->slots[i];
	return task;
}

#endif
