/* SPDX-License-Identifier: MIT */
/*
 * control: late_reference - the reference of a queued task is counted after the task
 * is in the queue: it may have run, and be freed, before.
 * Origin: Blitz-IO's defect B11 (count taken after publishing).
 */
#ifndef VERIFY_CONTROLS_LATE_REFERENCE_H
#define VERIFY_CONTROLS_LATE_REFERENCE_H

#define state_to_notified_by_value	right_state_to_notified_by_value
#define state_to_notified_by_ref	right_state_to_notified_by_ref
#define state_to_notified_and_cancelled right_state_to_notified_and_cancelled
#include "sched/task_state.h"
#undef state_to_notified_by_value
#undef state_to_notified_by_ref
#undef state_to_notified_and_cancelled

/* All three leave the new reference to whoever queues the task. */
static inline enum state_notify state_to_notified_by_value(at_u64 *word)
{
	enum state_notify action = right_state_to_notified_by_value(word);

	if (action == STATE_NOTIFY_SUBMIT)
		at_fetch_sub_acq_rel(word, STATE_REF_ONE);
	return action;
}

static inline bool state_to_notified_by_ref(at_u64 *word)
{
	bool submit = right_state_to_notified_by_ref(word);

	if (submit)
		at_fetch_sub_acq_rel(word, STATE_REF_ONE);
	return submit;
}

static inline bool state_to_notified_and_cancelled(at_u64 *word)
{
	bool submit = right_state_to_notified_and_cancelled(word);

	if (submit)
		at_fetch_sub_acq_rel(word, STATE_REF_ONE);
	return submit;
}

#define schedule       right_schedule
#define worker_enqueue right_worker_enqueue
#include "sched/schedule.h"
#undef schedule
#undef worker_enqueue

static inline void schedule(struct sched_task *task)
{
	right_schedule(task);
	state_ref_inc(&task->state);
}

static inline bool worker_enqueue(struct worker *worker, struct sched_task *task,
				  enum schedule_kind kind)
{
	bool tell = right_worker_enqueue(worker, task, kind);

	state_ref_inc(&task->state);
	return tell;
}

#endif
