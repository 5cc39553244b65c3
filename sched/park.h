/* SPDX-License-Identifier: MIT */
/*
 * park.h - axis: how one thread sleeps until another unparks it.
 * Sources: Tokio 1.53 runtime/park.rs (mutex and condition variable); Blitz-IO
 * f533755 worker.zig ParkState (one futex word), its plain reset repaired (B21).
 *
 * A token that is set stays set: an unpark before the park makes the park return
 * at once.  No timeouts: correctness never rests on one, but where the setting
 * park_protocol=flag_timed is about just that (park_protocol.h).  Every change of `state`
 * is an RMW and an unpark always writes, so the sleeper sees what every unparker
 * did before (tag PK1).
 */
#ifndef SCHED_PARK_H
#define SCHED_PARK_H

#include "sched/check.h"
#include "sched/knobs.h"
#include "sched/os.h"

enum park_state { PARK_EMPTY, PARK_PARKED, PARK_NOTIFIED };

struct parker {
	at_u32 state;
	struct os_mutex mutex; /* PARK_CONDVAR */
	struct os_cond cond;
};

static inline void parker_init(struct parker *parker)
{
	at_init(&parker->state, PARK_EMPTY);
	os_mutex_init(&parker->mutex);
	os_cond_init(&parker->cond);
}

static inline void parker_fini(struct parker *parker)
{
	at_fini(&parker->state);
	os_mutex_fini(&parker->mutex);
	os_cond_fini(&parker->cond);
}

/* Consume a token if there is one. */
static inline bool parker_try_take(struct parker *parker)
{
	uint32_t notified = PARK_NOTIFIED;

	return at_cas_seq_cst(&parker->state, &notified, PARK_EMPTY); /* pairs: PK1, PK1 */
}

/* Announce the sleep; false: a token came first and is consumed. */
static inline bool parker_announce(struct parker *parker)
{
	uint32_t empty = PARK_EMPTY;

	if (at_cas_seq_cst(&parker->state, &empty, PARK_PARKED)) /* pairs: PK1, PK1 */
		return true;
	sched_assert(empty == PARK_NOTIFIED);
	at_swap_seq_cst(&parker->state, PARK_EMPTY); /* pairs: PK1 - an RMW, to see the unparker */
	return false;
}

static SCHED_COLD void parker_park_condvar(struct parker *parker)
{
	os_mutex_lock(&parker->mutex);
	if (parker_announce(parker)) {
		do
			os_cond_wait(&parker->cond, &parker->mutex);
		while (!parker_try_take(parker));
	}
	os_mutex_unlock(&parker->mutex);
}

static SCHED_COLD void parker_park_futex(struct parker *parker)
{
	if (!parker_announce(parker))
		return;
	do
		os_wait(&parker->state, PARK_PARKED, OS_FOREVER);
	while (!parker_try_take(parker));
}

static inline void parker_park(struct parker *parker)
{
	if (parker_try_take(parker))
		return;
	if (SCHED_PARK == PARK_CONDVAR)
		parker_park_condvar(parker);
	else
		parker_park_futex(parker);
}

/* ------------------------------------------------------- with a timeout -- */

#define PARK_TIMEOUT_NS 10000000u /* Blitz-IO's */

/* The end of a wait: true if an unpark came first, whose token is consumed. */
static inline bool parker_retract(struct parker *parker)
{
	uint32_t before = at_swap_seq_cst(&parker->state, PARK_EMPTY); /* pairs: PK1, PK1 */

	return before == PARK_NOTIFIED;
}

static SCHED_COLD bool parker_park_condvar_for(struct parker *parker, uint64_t timeout_ns)
{
	bool is_notified = true;

	os_mutex_lock(&parker->mutex);
	if (parker_announce(parker)) {
		os_cond_wait_for(&parker->cond, &parker->mutex, timeout_ns);
		is_notified = parker_retract(parker);
	}
	os_mutex_unlock(&parker->mutex);
	return is_notified;
}

static SCHED_COLD bool parker_park_futex_for(struct parker *parker, uint64_t timeout_ns)
{
	if (!parker_announce(parker))
		return true;
	os_wait(&parker->state, PARK_PARKED, timeout_ns);
	return parker_retract(parker);
}

/* False: nobody unparked within the time.  One wait, as in both sources: one that ends early
 * for no reason counts as the time. */
static inline bool parker_park_for(struct parker *parker, uint64_t timeout_ns)
{
	if (parker_try_take(parker))
		return true;
	if (SCHED_PARK == PARK_CONDVAR)
		return parker_park_condvar_for(parker, timeout_ns);
	return parker_park_futex_for(parker, timeout_ns);
}

/* ------------------------------------------------------------- the other side -- */

static inline void parker_unpark(struct parker *parker)
{
	uint32_t before = at_swap_seq_cst(&parker->state, PARK_NOTIFIED); /* pairs: PK1, PK1 */

	if (before != PARK_PARKED)
		return;
	if (SCHED_PARK == PARK_FUTEX) {
		os_wake(&parker->state, 1);
		return;
	}
	/* The sleeper announced under the mutex: once we hold it, it waits. */
	os_mutex_lock(&parker->mutex);
	os_mutex_unlock(&parker->mutex);
	os_cond_notify_one(&parker->cond);
}

#endif
