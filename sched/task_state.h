/* SPDX-License-Identifier: MIT */
/*
 * task_state.h - the state word of a task: six bits and a reference count, and with
 * a guard (guard.h) how many of the references are wakers'.
 * Source: Tokio 1.53, runtime/task/state.rs, every transition.
 *
 * Arrow: all of them; each function below is one edge of a task's life.
 *
 *  RUNNING        a worker polls it, or a canceller owns its state
 *  COMPLETE       the output is stored (or was dropped); final
 *  NOTIFIED       exactly one notified reference exists (queued or about to be);
 *                 with RUNNING: the runner must create one when the poll ends
 *  JOIN_INTEREST  a join handle exists
 *  JOIN_WAKER     the join waker field is readable by the runtime (see join.h)
 *  CANCELLED      to be dropped instead of polled
 *
 * idle = neither RUNNING nor COMPLETE.  A new task has three references: owned
 * list (if there is one), notified, join handle.  With FIRST_REFERENCES_ONE it has the notified
 * one, and list and handle take theirs before anybody else can run it, an RMW each; a task
 * without a handle has no JOIN_INTEREST then.  Every transition is one RMW, so all of them are
 * in one order; the release half publishes the caller's writes to whoever makes
 * the next transition (tag ST1).
 *
 * The transitions of every poll first try the one edge that nearly always applies,
 * with one load and one CAS; the loop behind it is the whole truth and out of line.
 */
#ifndef SCHED_TASK_STATE_H
#define SCHED_TASK_STATE_H

#include "sched/atomics.h"
#include "sched/check.h"
#include "sched/knobs.h"

#define STATE_RUNNING	    1u
#define STATE_COMPLETE	    2u
#define STATE_NOTIFIED	    4u
#define STATE_JOIN_INTEREST 8u
#define STATE_JOIN_WAKER    16u
#define STATE_CANCELLED	    32u
#define STATE_REF_ONE	    64u
#define STATE_WAKER_ONE	    (SCHED_GUARD == GUARD_NONE ? (uint64_t)0 : (uint64_t)1 << 38)
#define STATE_LIFECYCLE	    (STATE_RUNNING | STATE_COMPLETE)
#define STATE_REFS_SPAWNED  (SCHED_OWNED == OWNED_NONE ? 2u : 3u)
#define STATE_SPAWNED	    (STATE_REFS_SPAWNED * STATE_REF_ONE | STATE_JOIN_INTEREST | STATE_NOTIFIED)
#define STATE_QUEUED	    (STATE_REF_ONE | STATE_NOTIFIED)
#define STATE_INITIAL \
	(SCHED_FIRST_REFERENCES == FIRST_REFERENCES_ONE ? STATE_QUEUED : STATE_SPAWNED)

static inline bool state_is_idle(uint64_t state)
{
	return !(state & STATE_LIFECYCLE);
}

static inline uint64_t state_refs(uint64_t state)
{
	return (state & (STATE_WAKER_ONE - 1)) / STATE_REF_ONE;
}

/* Is there a waker that was neither woken nor dropped?  Without a guard nobody knows. */
static inline bool state_has_waker(uint64_t state)
{
	return SCHED_GUARD == GUARD_NONE || (state & ~(STATE_WAKER_ONE - 1)) != 0;
}

/* ----------------------------------------------------- around one poll -- */

enum state_run { STATE_RUN, STATE_RUN_CANCELLED, STATE_RUN_FAILED, STATE_RUN_DEALLOC };

static SCHED_COLD enum state_run state_to_running_any(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */
	enum state_run action;
	uint64_t next;

	do {
		sched_assert(state & STATE_NOTIFIED);
		if (state_is_idle(state)) {
			next = (state | STATE_RUNNING) & ~(uint64_t)STATE_NOTIFIED;
			action = state & STATE_CANCELLED ? STATE_RUN_CANCELLED : STATE_RUN;
		} else {
			sched_assert(state_refs(state) > 0);
			next = state - STATE_REF_ONE;
			action = state_refs(next) == 0 ? STATE_RUN_DEALLOC : STATE_RUN_FAILED;
		}
	} while (!at_cas_acq_rel(word, &state, next)); /* pairs: ST1 */
	return action;
}

/* The holder of the notified reference wants to poll.  On FAILED and DEALLOC
 * that reference is gone. */
static inline enum state_run state_to_running(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 - the last transition */

	sched_assert(state & STATE_NOTIFIED);
	if (SCHED_LIKELY(!(state & (STATE_LIFECYCLE | STATE_CANCELLED)))) {
		uint64_t next = state ^ (STATE_RUNNING | STATE_NOTIFIED);

		if (SCHED_LIKELY(at_cas_acq_rel(word, &state, next))) /* pairs: ST1 */
			return STATE_RUN;
	}
	return state_to_running_any(word);
}

enum state_idle { STATE_IDLE, STATE_IDLE_NOTIFIED, STATE_IDLE_DEALLOC, STATE_IDLE_CANCELLED };

static SCHED_COLD enum state_idle state_to_idle_any(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */
	enum state_idle action;
	uint64_t next;

	do {
		sched_assert(state & STATE_RUNNING);
		if (state & STATE_CANCELLED)
			return STATE_IDLE_CANCELLED;
		next = state & ~(uint64_t)STATE_RUNNING;
		if (state & STATE_NOTIFIED) {
			next += SCHED_REF_PER_WAKE ? STATE_REF_ONE : 0;
			action = STATE_IDLE_NOTIFIED;
		} else {
			next -= STATE_REF_ONE;
			action = state_refs(next) == 0 ? STATE_IDLE_DEALLOC : STATE_IDLE;
		}
	} while (!at_cas_acq_rel(word, &state, next)); /* pairs: ST1 */
	return action;
}

/* The poll returned pending.  NOTIFIED: it was woken meanwhile; the caller
 * schedules it (the new notified reference exists already).  With
 * SCHED_REF_PER_WAKE the caller still holds its own reference as well.
 * DEALLOC does not happen where there is an owned list: it has a reference to a task that is
 * polled, or who took it out of the list sets CANCELLED before giving that up.  Tokio asks all
 * the same, two instructions of each poll, and so does its twin. */
static inline enum state_idle state_to_idle(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */

	sched_assert(state & STATE_RUNNING);
	if (SCHED_LIKELY(!(state & (STATE_CANCELLED | STATE_NOTIFIED)) && state_refs(state) >= 2)) {
		uint64_t next = state - STATE_RUNNING - STATE_REF_ONE;

		if (SCHED_LIKELY(at_cas_acq_rel(word, &state, next))) /* pairs: ST1 */
			return STATE_IDLE;
	}
	return state_to_idle_any(word);
}

/* RUNNING off, COMPLETE on; returns the state after. */
static inline uint64_t state_to_complete(at_u64 *word)
{
	uint64_t before = at_fetch_xor_acq_rel(word, STATE_LIFECYCLE); /* pairs: ST1 */

	sched_assert(before & STATE_RUNNING);
	sched_assert(!(before & STATE_COMPLETE));
	return before ^ STATE_LIFECYCLE;
}

/* Release `count` references at the end of completion; true: the last ones. */
static inline bool state_to_terminal(at_u64 *word, uint64_t count)
{
	uint64_t before = at_fetch_sub_acq_rel(word, count * STATE_REF_ONE); /* pairs: ST1 */

	sched_assert(state_refs(before) >= count);
	return state_refs(before) == count;
}

/* --------------------------------------------------------------- wakes -- */

enum state_notify {
	STATE_NOTIFY_NOTHING,
	STATE_NOTIFY_SUBMIT,
	STATE_NOTIFY_DEALLOC,
	STATE_NOTIFY_MISUSE /* guarded only: there is no waker that could wake */
};

static SCHED_COLD enum state_notify state_to_notified_by_value_any(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */
	enum state_notify action;
	uint64_t next;

	do {
		if (!state_has_waker(state))
			return STATE_NOTIFY_MISUSE;
		if (state & STATE_RUNNING) {
			next = (state | STATE_NOTIFIED) - STATE_REF_ONE;
			sched_assert(state_refs(next) > 0);
			action = STATE_NOTIFY_NOTHING;
		} else if (state & (STATE_COMPLETE | STATE_NOTIFIED)) {
			next = state - STATE_REF_ONE;
			action = state_refs(next) == 0 ? STATE_NOTIFY_DEALLOC :
							 STATE_NOTIFY_NOTHING;
		} else {
			next = (state | STATE_NOTIFIED) + (SCHED_REF_PER_WAKE ? STATE_REF_ONE : 0);
			action = STATE_NOTIFY_SUBMIT;
		}
		next -= STATE_WAKER_ONE;
	} while (!at_cas_acq_rel(word, &state, next)); /* pairs: ST1 */
	return action;
}

/* Wake, consuming the caller's waker.  SUBMIT: the caller queues the task;
 * with SCHED_REF_PER_WAKE it then drops its own reference, else its reference
 * has become the notified one. */
static inline enum state_notify state_to_notified_by_value(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */

	if (SCHED_LIKELY(!(state & (STATE_LIFECYCLE | STATE_NOTIFIED)))) {
		uint64_t next = state + STATE_NOTIFIED + (SCHED_REF_PER_WAKE ? STATE_REF_ONE : 0);

		next -= STATE_WAKER_ONE;
		if (SCHED_LIKELY(state_has_waker(state) &&
				 at_cas_acq_rel(word, &state, next))) /* pairs: ST1 */
			return STATE_NOTIFY_SUBMIT;
	}
	return state_to_notified_by_value_any(word);
}

/* Wake without consuming.  true: the caller queues the task with a new notified
 * reference.  Already notified is still an RMW: the poller must see what the
 * waker wrote. */
static inline bool state_to_notified_by_ref(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */
	uint64_t next;
	bool submit;

	do {
		if (state & STATE_COMPLETE)
			return false;
		submit = !(state & (STATE_RUNNING | STATE_NOTIFIED));
		next = state | STATE_NOTIFIED;
		if (submit)
			next += STATE_REF_ONE;
	} while (!at_cas_acq_rel(word, &state, next)); /* pairs: ST1 */
	return submit;
}

/* Abort: true if the caller must queue the task (with a new notified reference),
 * so that a worker drops it. */
static inline bool state_to_notified_and_cancelled(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */
	uint64_t next;
	bool submit;

	do {
		if (state & (STATE_CANCELLED | STATE_COMPLETE))
			return false;
		submit = !(state & (STATE_RUNNING | STATE_NOTIFIED));
		next = state | STATE_CANCELLED | STATE_NOTIFIED;
		if (submit)
			next += STATE_REF_ONE;
	} while (!at_cas_acq_rel(word, &state, next)); /* pairs: ST1 */
	return submit;
}

/* Runtime shutdown: true if the task was idle and is now owned by the caller;
 * else its runner will see CANCELLED. */
static inline bool state_to_shutdown(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */
	uint64_t next;

	do {
		next = state | STATE_CANCELLED;
		if (state_is_idle(state))
			next |= STATE_RUNNING;
	} while (!at_cas_acq_rel(word, &state, next)); /* pairs: ST1 */
	return state_is_idle(state);
}

/* --------------------------------------------------------- join handle -- */

/* Nothing has happened since the spawn: drop the handle in one step. */
static inline bool state_drop_join_handle_fast(at_u64 *word)
{
	uint64_t state = STATE_SPAWNED;

	return at_cas_release(word, &state, /* pairs: ST1 */
			      (STATE_SPAWNED - STATE_REF_ONE) & ~(uint64_t)STATE_JOIN_INTEREST);
}

/* Give up the interest; returns the state before.  The caller then owns the
 * output if it was COMPLETE, and the join waker if JOIN_WAKER is clear now. */
static inline uint64_t state_to_join_handle_dropped(at_u64 *word, uint64_t *after)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */
	uint64_t next;

	do {
		sched_assert(state & STATE_JOIN_INTEREST);
		next = state & ~(uint64_t)STATE_JOIN_INTEREST;
		if (!(state & STATE_COMPLETE))
			next &= ~(uint64_t)STATE_JOIN_WAKER;
	} while (!at_cas_acq_rel(word, &state, next)); /* pairs: ST1 */
	*after = next;
	return state;
}

/* The task is complete and the runtime done with the join waker, so that only the
 * handle changes these bits: interest and reference go in one step.  true: that
 * was the last reference. */
static inline bool state_drop_complete_join_handle(at_u64 *word)
{
	uint64_t before = at_fetch_sub_acq_rel(word, /* pairs: ST1 */
					       STATE_REF_ONE + STATE_JOIN_INTEREST);

	sched_assert(before & STATE_JOIN_INTEREST);
	return state_refs(before) == 1;
}

/* Publish the join waker; false if the task completed first. */
static inline bool state_set_join_waker(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */

	do {
		sched_assert(state & STATE_JOIN_INTEREST);
		sched_assert(!(state & STATE_JOIN_WAKER));
		if (state & STATE_COMPLETE)
			return false;
	} while (!at_cas_acq_rel(word, &state, state | STATE_JOIN_WAKER)); /* pairs: ST1 */
	return true;
}

/* Take the join waker back; false if the task completed first. */
static inline bool state_unset_join_waker(at_u64 *word)
{
	uint64_t state = at_load_acquire(word); /* pairs: ST1 */

	do {
		sched_assert(state & STATE_JOIN_INTEREST);
		if (state & STATE_COMPLETE)
			return false;
		sched_assert(state & STATE_JOIN_WAKER);
	} while (!at_cas_acq_rel(word, &state, /* pairs: ST1 */
				 state & ~(uint64_t)STATE_JOIN_WAKER));
	return true;
}

/* The runtime is done with the join waker; returns the state after. */
static inline uint64_t state_unset_waker_after_complete(at_u64 *word)
{
	uint64_t before = at_fetch_and_acq_rel(word, ~(uint64_t)STATE_JOIN_WAKER); /* pairs: ST1 */

	sched_assert(before & STATE_COMPLETE);
	sched_assert(before & STATE_JOIN_WAKER);
	return before & ~(uint64_t)STATE_JOIN_WAKER;
}

/* ---------------------------------------------------------- references -- */

/* A waker's.  The caller holds a reference already, so no order is needed. */
static inline void state_ref_inc(at_u64 *word)
{
	uint64_t before SCHED_UNUSED = at_fetch_add_relaxed(word, STATE_REF_ONE + STATE_WAKER_ONE);

	sched_assert(before < (uint64_t)INT64_MAX);
}

/* A waker's; returns the state before. */
static inline uint64_t state_waker_dec(at_u64 *word)
{
	uint64_t before = at_fetch_sub_acq_rel(word, /* pairs: ST1 */
					       STATE_REF_ONE + STATE_WAKER_ONE);

	return before;
}

/* FIRST_REFERENCES_ONE: the owned list's, or with STATE_JOIN_INTEREST the handle's; of a task that
 * nobody else can run yet. */
static inline void state_take_first(at_u64 *word, uint64_t interest)
{
	at_fetch_add_relaxed(word, STATE_REF_ONE + interest);
}

/* Any other; true: that was the last reference. */
static inline bool state_ref_dec(at_u64 *word)
{
	uint64_t before = at_fetch_sub_acq_rel(word, STATE_REF_ONE); /* pairs: ST1 */

	sched_assert(state_refs(before) > 0);
	return state_refs(before) == 1;
}

#endif
