/* SPDX-License-Identifier: MIT */
/*
 * control: missing_notified - a wake that comes while the task is polled is forgotten.
 * Origin: Blitz-IO's draft D4; the reason why Tokio's state word has NOTIFIED.
 */
#ifndef VERIFY_CONTROLS_MISSING_NOTIFIED_H
#define VERIFY_CONTROLS_MISSING_NOTIFIED_H

#define state_to_idle right_state_to_idle
#include "sched/task_state.h"
#undef state_to_idle

/* As the right one, but NOTIFIED is wiped out and nobody queues the task. */
static inline enum state_idle state_to_idle(at_u64 *word)
{
	uint64_t state = at_load_acquire(word);
	uint64_t next;

	do {
		if (state & STATE_CANCELLED)
			return STATE_IDLE_CANCELLED;
		next = (state & ~(uint64_t)(STATE_RUNNING | STATE_NOTIFIED)) - STATE_REF_ONE;
	} while (!at_cas_acq_rel(word, &state, next));
	return state_refs(next) == 0 ? STATE_IDLE_DEALLOC : STATE_IDLE;
}

#endif
