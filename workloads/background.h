/* SPDX-License-Identifier: MIT */
/*
 * background.h - tasks that keep the workers busy while something else is measured,
 * and how long they themselves wait.
 *
 * A member is a task that stalls and yields, or a chain of tasks each of which stalls
 * and spawns the next.  Each notes its waits, from its spawn to the poll that ends it,
 * so none is left out.  While something is measured each member is promised a turn:
 * who measures goes on until nobody waits or its patience ends, because a scheduler
 * that never runs them would be the faster one.  A member that had no turn then makes
 * the block wrong.
 *
 * Started before the timed region and stopped after it, once per block, by the code
 * that runs the block.  Must be static: see workload.h.
 */
#ifndef WORKLOADS_BACKGROUND_H
#define WORKLOADS_BACKGROUND_H

#include "workloads/workload.h"

enum background_kind { BACKGROUND_YIELDS, BACKGROUND_CHAINS };

struct background {
	at_u32 stopping;
	at_u32 watching; /* turns count: something is measured */
	uint64_t stall_ns;
	uint64_t count;
	struct workload_counter running;
	struct workload_counter waiting; /* for their first turn since background_watch */
	struct workload_counter turns;
	at_u64 longest_wait_ns;
	struct workload_signal ended;
};

/* Spawn `count` members, which may be 0. */
void background_start(struct workload_env *env, struct background *background,
		      enum background_kind kind, uint64_t count, uint64_t stall_ns);
/* From here on every member is promised a turn. */
static inline void background_watch(struct background *background)
{
	at_store_relaxed(&background->watching, 1);
}

/* Has a member had no turn yet? */
static inline bool background_waits(struct background *background)
{
	return workload_counter_read(&background->waiting) != 0;
}

/* End them all, and report: background_turns, while watched; background_wait_max_ns. */
void background_stop(struct workload_env *env, struct background *background);

/* workload_spawn_and_join among them, which it watches: the measured part of
 * spawn_remote_busy1 and _busy2.  Reports and ends them. */
void background_spawn_and_join(struct workload_env *env, struct background *background,
			       struct sched_join *handles, uint64_t tasks);

#endif
