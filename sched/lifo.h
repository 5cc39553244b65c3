/* SPDX-License-Identifier: MIT */
/*
 * lifo.h - axis: what the LIFO slots are for, as hooks; all else is the same for every policy.
 * Source: Tokio 1.53 worker.rs; Blitz-IO f533755 local_queue.zig, worker.zig.
 *
 * Arrow: schedule -> LIFO slot -> next_task.
 *
 *   hook            called for                       answers
 *   lifo_takes      a woken task                     do the slots take it in?
 *   lifo_schedule   one that they take               true: tell a parked worker
 *   lifo_next       the worker, before its ring      a task to run, or NULL
 *   lifo_popped     what slots and ring gave         -
 *   lifo_follow     the worker, after each poll      one to run on the same budget, or NULL
 *   lifo_settle     the worker, after the last       -
 *   lifo_reopen     a worker that finds no work      true: it had some out of reach
 *   lifo_steal      a thief, after the ring          the task in the victim's slot, or NULL
 *
 * The cap keeps tasks that wake each other from starving everything behind them.
 */
#ifndef SCHED_LIFO_H
#define SCHED_LIFO_H

#include "sched/overflow.h"

static inline bool lifo_is_capped(uint32_t polls)
{
	return SCHED_LIFO_CAP > 0 && polls > SCHED_LIFO_CAP - 1u;
}

/* ----------------------------------------------------- wherever they are -- */

/* Returns the task that had to leave, or NULL. */
static inline struct sched_task *worker_push_lifo(struct worker *worker, struct sched_task *task)
{
	if (LIFO_IS_STEALABLE)
		return local_queue_push_lifo(&worker->queue, task);
	return lifo_push(&worker->lifo, task);
}

static inline struct sched_task *worker_pop_lifo(struct worker *worker)
{
	if (LIFO_IS_STEALABLE)
		return local_queue_take_lifo(&worker->queue);
	return lifo_pop(&worker->lifo);
}

static inline struct sched_task *worker_pop_oldest_lifo(struct worker *worker)
{
	if (LIFO_IS_STEALABLE)
		return local_queue_take_lifo(&worker->queue);
	return lifo_pop_oldest(&worker->lifo);
}

/* ------------------------------------------------- push: who is displaced,
 * and who is told (SCHED_LIFO_NOTIFY) */

static inline bool lifo_takes(struct worker *worker)
{
	if (lifo_is_open(&worker->lifo))
		return true;
	COUNT(&worker->metrics, lifo_diverted, SCHED_LIFO_SLOTS > 0);
	return false;
}

static inline bool lifo_schedule(struct worker *worker, struct sched_task *task)
{
	struct sched_task *displaced = worker_push_lifo(worker, task);
	bool stays;

	COUNT(&worker->metrics, lifo_schedules, 1);
	if (!displaced) {
		COUNT(&worker->metrics, lifo_stacked, worker->lifo.count > 1);
		if (LOCAL_IS_QUIET)
			return false;
		return SCHED_LIFO_NOTIFY == LIFO_NOTIFY_ALWAYS;
	}
	COUNT(&worker->metrics, lifo_displaced, 1);
	stays = worker_push_back(worker, displaced);
	if (LOCAL_IS_QUIET)
		return !stays;
	return SCHED_LIFO_NOTIFY != LIFO_NOTIFY_NEVER;
}

/* --------------------------------------------------------------- a chain --
 * LIFO_CAP_COUNTS_CHAIN: after a poll the slots are followed, all on one budget. */

/* LIFO_AT_CAP_FLUSH, after the last allowed poll. */
static inline void worker_flush_lifo(struct worker *worker)
{
	struct sched_task *task = worker_pop_oldest_lifo(worker);

	while (task) {
		COUNT(&worker->metrics, lifo_diverted, 1);
		worker_push_back(worker, task);
		task = worker_pop_oldest_lifo(worker);
	}
}

/* LIFO_AT_CAP_DISABLE, before the last allowed poll. */
static inline void chain_reach_cap(struct worker *worker)
{
	COUNT(&worker->metrics, lifo_capped, 1);
	if (SCHED_LIFO_AT_CAP == LIFO_AT_CAP_DISABLE)
		worker->lifo.enabled = false;
}

/* `polls`: of this chain, after its root.  Inlined by force: left to itself, gcc 12 lays out
 * the two polls of worker_run otherwise, which costs a yield 2 % of its instructions. */
static SCHED_HOT_INLINE struct sched_task *chain_next(struct worker *worker, uint32_t *polls)
{
	struct sched_task *task = NULL;

	if (!lifo_is_capped(*polls))
		task = worker_pop_lifo(worker);
	else if (SCHED_LIFO_AT_CAP == LIFO_AT_CAP_FLUSH)
		worker_flush_lifo(worker);
	if (!task)
		return NULL;
	if (worker->context.budget == 0) {
		worker_push_back(worker, task); /* nobody is told, as in Tokio */
		return NULL;
	}
	if (SCHED_LIFO_CAP == 0)
		worker->context.budget--; /* else a chain need never end */
	if (lifo_is_capped(++*polls))
		chain_reach_cap(worker);
	COUNT(&worker->metrics, lifo_polls, 1);
	return task;
}

/* ----------------------------------------------------------- a long tick --
 * LIFO_CAP_COUNTS_POPS: a tick is up to SCHED_BUDGET polls, any local pop counts, and at
 * the cap the slots are out of reach until the tick ends. */

static inline struct sched_task *long_tick_next(struct worker *worker)
{
	if (!lifo_is_capped(worker->lifo.polls))
		return lifo_pop(&worker->lifo);
	COUNT(&worker->metrics, lifo_diverted, worker->lifo.count > 0);
	return NULL;
}

static inline void long_tick_end(struct worker *worker)
{
	worker->polls_this_tick = 0;
	worker->lifo.polls = 0;
}

/* ------------------------------------------------------------- the hooks -- */

#define LIFO_COUNTS_POPS (SCHED_LIFO_CAP_COUNTS == LIFO_CAP_COUNTS_POPS)

static inline struct sched_task *lifo_next(struct worker *worker)
{
	return LIFO_COUNTS_POPS ? long_tick_next(worker) : worker_pop_lifo(worker);
}

static inline void lifo_popped(struct worker *worker, const struct sched_task *task)
{
	if (LIFO_COUNTS_POPS && SCHED_LIFO_CAP > 0 && task)
		worker->lifo.polls++;
}

static SCHED_HOT_INLINE struct sched_task *lifo_follow(struct worker *worker, uint32_t *polls)
{
	return LIFO_COUNTS_POPS || SCHED_LIFO_SLOTS == 0 ? NULL : chain_next(worker, polls);
}

static inline void lifo_settle(struct worker *worker)
{
	if (!LIFO_COUNTS_POPS && SCHED_LIFO_SLOTS > 0)
		worker->lifo.enabled = true;
	if (LIFO_COUNTS_POPS && ++worker->polls_this_tick >= SCHED_BUDGET)
		long_tick_end(worker);
}

static inline bool lifo_reopen(struct worker *worker)
{
	bool was_capped = lifo_is_capped(worker->lifo.polls) && worker->lifo.count > 0;

	if (!LIFO_COUNTS_POPS)
		return false;
	long_tick_end(worker);
	return was_capped;
}

/* One difference to Tokio 1.51.0: a thief that cannot take half a ring, because somebody
 * steals from it, takes the task in the slot all the same. */
static inline struct sched_task *lifo_steal(struct worker *thief, struct worker *victim)
{
	struct sched_task *task;

	if (!LIFO_IS_STEALABLE)
		return NULL;
	task = local_queue_take_lifo(&victim->queue);
	COUNT(&thief->metrics, lifo_steals, task != NULL);
	return task;
}

#endif
