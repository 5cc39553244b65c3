/* SPDX-License-Identifier: MIT */
/*
 * control: missing_join_waker - the joiner stores its waker and does not say so with
 * JOIN_WAKER: whoever completes the task does not look.
 * Origin: the join protocol of Tokio 1.53 (runtime/task/mod.rs), one step left out.
 */
#ifndef VERIFY_CONTROLS_MISSING_JOIN_WAKER_H
#define VERIFY_CONTROLS_MISSING_JOIN_WAKER_H

#define state_set_join_waker right_state_set_join_waker
#include "sched/task_state.h"
#undef state_set_join_waker

static inline bool state_set_join_waker(at_u64 *word)
{
	uint64_t state = at_load_acquire(word);

	return !(state & STATE_COMPLETE);
}

#endif
