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
 * that runs the block: between blocks a sample process is at rest.  So that the length
 * of a block is not measured with it, background_spawn_and_join begins the time only
 * when all members have had a turn beside the same load, and ends it with the last
 * iteration: who has had no turn in it is given one beside the same load, after the time.
 * Weakness: so who delays the members is faster, until it is red; background_wait_max_ns
 * shows it.  Must be static: see workload.h.
 *
 * Turns are counted as they begin, so that who measures can read how many have begun: each
 * worker counts those it gives on a line of its own, which costs no shared write.
 */
#ifndef WORKLOADS_BACKGROUND_H
#define WORKLOADS_BACKGROUND_H

#include "workloads/workload.h"

enum background_kind { BACKGROUND_YIELDS, BACKGROUND_CHAINS };

/* What a member does of its own: keeps its CPU, or asks the system to run others there, over
 * and over, as Tokio's benches do. */
struct background_stall {
	uint64_t ns;
	bool spins;
};

struct background {
	at_u32 stopping;
	at_u32 watch; /* number of the one that is kept: something is measured, turns count; or 0 */
	struct background_stall stall;
	uint64_t count;
	uint32_t workers;
	struct workload_counter running;
	struct workload_counter started; /* have had their very first turn */
	struct workload_counter waiting; /* for their first turn since background_watch */
	struct workload_tally_line turns[SCHED_WORKERS_MAX + 1]; /* while watched; by worker + 1 */
	at_u64 longest_wait_ns;
	struct workload_signal ended;
};

/* Spawn `count` members, which may be 0. */
void background_start(struct workload_env *env, struct background *background,
		      enum background_kind kind, uint64_t count, struct background_stall stall);
/* From here on every member is promised a turn; again, and it is promised another. */
void background_watch(struct background *background);

/* Has a member had no turn yet? */
static inline bool background_waits(struct background *background)
{
	return at_load_acquire(&background->waiting.value) != 0; /* pairs: WC1 - their turns */
}

/* How many turns have begun while watched, so far; from any thread.  Who reads it again
 * later, ordered after the first time, finds no fewer. */
uint64_t background_turns(struct background *background);

/* End them all, and report: background_turns, while watched; background_wait_max_ns. */
void background_stop(struct workload_env *env, struct background *background);

/* workload_spawn_and_join among them, which it watches: untimed until all members are at
 * work, then timed, untimed again until all have had another turn.  All of spawn_remote_busy1
 * and _busy2 but for the start.  Reports and ends them; also background_starts: members whose
 * first turn was in the time, 0; and background_tail: tasks that were run after it. */
void background_spawn_and_join(struct workload_env *env, struct background *background,
			       struct sched_join *handles, uint64_t tasks);

#endif
