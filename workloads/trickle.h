/* SPDX-License-Identifier: MIT */
/*
 * trickle.h - work that comes at a pace: a unit per period, and nothing to do in between.
 *
 * For what a scheduler costs that is nearly idle: CPU time, switches and parks per unit.  The
 * time per unit is the period by construction, so it decides nothing.
 *
 * A unit is due at an absolute time, begin + number * period.  One whose time has passed
 * already is not left out but counted, in the extra `late`: all arms do the same number.
 * Whoever paces sleeps until then, by a wait with a timeout, and never spins: spinning would
 * take a CPU away from the workers, and be most of the CPU time.  A sleep is one voluntary
 * switch and some CPU time per unit, which are in what is counted, of each arm alike.
 *
 * Weakness: Linux lets a sleep end 50 us late, so units with a shorter period come a few at
 * once; `late` says how many.
 */
#ifndef WORKLOADS_TRICKLE_H
#define WORKLOADS_TRICKLE_H

#include "workloads/countdown.h"

/* Of the block that runs. */
struct workload_trickle {
	uint64_t period_ns;
	uint64_t due_ns; /* the last that was due */
	uint64_t late;
	at_u32 never; /* nobody wakes who waits here */
	struct workload_signal ended;
};
extern struct workload_trickle trickle;

/* The timed region of a block, in which a task per iteration is to end; what it sets is all
 * that a block reports.  false, with the reason recorded: a stray task has moved a count. */
bool trickle_begin(struct workload_env *env, uint64_t period_us);
void trickle_end(struct workload_env *env);

/* Sleep until the next is due. */
void trickle_next(void);

/* A producer thread pushes a task of these ops per iteration, at the pace; returns when all
 * have ended.  Their state is a uint64_t: the number of the task, from 1.  0, or -EAGAIN. */
int trickle_from_outside(struct workload_env *env, const struct sched_task_ops *ops);

/* Such a task may end: false if it has done so before.  It says so by trickle_task_end. */
static inline bool trickle_task_begin(uint64_t *number)
{
	bool ends = *number != 0;

	*number = 0;
	return ends;
}

static inline void trickle_task_end(void)
{
	if (workload_counter_down(&countdown.remaining))
		workload_signal_raise(&trickle.ended);
}

/* The `drop` of such tasks: the loss counts, and nobody waits for it. */
void trickle_task_drop(void *state);

/* All of a workload whose tasks do nothing. */
int trickle_run(struct workload_env *env, uint64_t period_us);

#endif
