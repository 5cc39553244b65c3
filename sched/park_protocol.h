/* SPDX-License-Identifier: MIT */
/*
 * park_protocol.h - axis: what a worker does before it sleeps, so that no wake is lost; the
 * primitive it sleeps on (park.h) is another knob.
 * Sources: Tokio 1.53, multi_thread/worker.rs; Blitz-IO f533755, worker.zig.
 *
 *   searcher     it joins the sleepers; the last searcher then looks at all queues, and wakes one
 *                if there is work (idle.h).  No timeout.
 *   flag         it says that it is about to park, moves its slots to its ring, looks at its own
 *                queue and joins the sleepers.  Nobody looks again.  No timeout.
 *   flag_timed   the same, and after 10 ms it leaves the sleepers and looks around.
 *
 * What the flag leaves out is what others push to, inject and the rings of others: who pushes
 * there while one worker still searches tells nobody, and the searcher goes to sleep past it
 * (B16).  A worker's own queue nobody else pushes to, so the second look finds nothing.  Whom a
 * push tells is Tokio's for all three, so that only what the sleeper does differs.
 *
 * Weakness: `flag` may stall for ever, by design.  It is for model checks and the executor; a
 * measured run of it may hang.
 */
#ifndef SCHED_PARK_PROTOCOL_H
#define SCHED_PARK_PROTOCOL_H

#include "sched/lifo.h"

/* Nobody reads the flag, in Blitz-IO as here.  A store has no partner then; the swap is the same
 * instruction on x86-64, and pairs with itself. */
static inline void worker_set_about_to_park(struct worker *worker, bool is_about)
{
	if (PARK_HAS_FLAG)
		at_swap_seq_cst(&worker->about_to_park, is_about); /* pairs: PF1, PF1 */
}

static inline void worker_empty_slots(struct worker *worker)
{
	struct sched_task *task = worker_pop_oldest_lifo(worker);

	for (; task; task = worker_pop_oldest_lifo(worker))
		worker_push_back(worker, task);
}

/* Whether there is work of its own, by which it must not sleep. */
static inline bool worker_keeps_awake(struct worker *worker)
{
	if (PARK_HAS_FLAG) {
		worker_set_about_to_park(worker, true);
		worker_empty_slots(worker);
	}
	return worker_has_tasks(worker);
}

/* False: the time is over, and nobody unparked it. */
static inline bool worker_sleep(struct worker *worker)
{
	if (PARK_IS_TIMED)
		return parker_park_for(&worker->parker, PARK_TIMEOUT_NS);
	parker_park(&worker->parker);
	return true;
}

/* A task after a park that its timeout ended: nobody had told this worker of it.  Weakness: a
 * push that came since, while the worker looked around, counts as well. */
static inline void worker_count_rescue(struct worker *worker)
{
	if (!PARK_IS_TIMED || !worker->is_timed_out)
		return;
	worker->is_timed_out = false;
	COUNT(&worker->metrics, rescued_wakes, 1);
}

#endif
