/* SPDX-License-Identifier: MIT */
/*
 * idle.h - who is searching, who sleeps, and whom to wake.
 * Source: Tokio 1.53, runtime/scheduler/multi_thread/idle.rs.
 *
 * One word: searching workers (low 16 bits) and unparked workers (the rest); a
 * stack of sleepers under a mutex.  At most one wake is in flight: the notifier
 * counts the worker it wakes as searching, and nobody is woken while somebody
 * searches.  The last searcher to leave looks once more.
 *
 * No wake is lost (tag ID1): a producer publishes a task, then does an RMW on the
 * word; a searcher that leaves does an RMW on the word, then looks at all queues.
 * The two RMWs are in one order: either the searcher sees the task, or the
 * producer sees no searcher and wakes one.  A load in place of the producer's RMW
 * loses wakes (Tokio issue 1768).  With park_protocol=flag and flag_timed nobody looks
 * once more (park_protocol.h), and wakes are lost.
 */
#ifndef SCHED_IDLE_H
#define SCHED_IDLE_H

#include "sched/check.h"
#include "sched/knobs.h"
#include "sched/os.h"
#include "sched/padding.h"

#define IDLE_SEARCHING_ONE  ((uint64_t)1)
#define IDLE_UNPARKED_ONE   ((uint64_t)1 << 16)
#define IDLE_SEARCHING_MASK (IDLE_UNPARKED_ONE - 1)

struct idle {
	at_u64 word SCHED_ALIGNED(SHARED_PAD_ALIGN);
	uint32_t workers; /* read together with the word */
	/* INJECT_WITH_SLEEPERS: the inject queue's as well */
	struct os_mutex mutex SCHED_ALIGNED(SHARED_PAD_ALIGN);
	uint32_t sleeper_count;
	/* worker indices, last parked last (SCHED_NOTIFY_WHOM); guarded by mutex */
	uint32_t *sleepers;
	uint64_t unparks; /* wakes sent; guarded by mutex */
};

static inline bool idle_init(struct idle *idle, uint32_t workers)
{
	idle->sleepers = (uint32_t *)os_alloc(workers * sizeof(*idle->sleepers), 16);
	if (!idle->sleepers)
		return false;
	at_init(&idle->word, workers * IDLE_UNPARKED_ONE);
	os_mutex_init(&idle->mutex);
	idle->sleeper_count = 0;
	idle->workers = workers;
	idle->unparks = 0;
	return true;
}

static inline void idle_fini(struct idle *idle)
{
	at_fini(&idle->word);
	os_mutex_fini(&idle->mutex);
	os_free(idle->sleepers, idle->workers * sizeof(*idle->sleepers));
}

/* An RMW on purpose, see above. */
static inline bool idle_wants_wake(struct idle *idle)
{
	uint64_t word = at_fetch_add_seq_cst(&idle->word, 0); /* pairs: ID1, ID1 */

	return word / IDLE_UNPARKED_ONE < idle->workers && (word & IDLE_SEARCHING_MASK) == 0;
}

/* NOTIFY_WHOM_LOWEST: who comes next off the end. */
static inline void idle_put_lowest_last_locked(struct idle *idle)
{
	uint32_t *last = &idle->sleepers[idle->sleeper_count - 1];

	for (uint32_t i = 0; i < idle->sleeper_count; i++) {
		uint32_t worker = idle->sleepers[i];

		if (worker >= *last)
			continue;
		idle->sleepers[i] = *last;
		*last = worker;
	}
}

/* The worker to unpark, now counted as searching; -1: nobody. */
static inline int64_t idle_worker_to_notify(struct idle *idle)
{
	int64_t worker = -1;

	if (SCHED_LIKELY(!idle_wants_wake(idle)))
		return -1;
	os_mutex_lock(&idle->mutex);
	if (idle_wants_wake(idle) && idle->sleeper_count > 0) {
		at_fetch_add_seq_cst(&idle->word, /* pairs: ID1 */
				     IDLE_UNPARKED_ONE + IDLE_SEARCHING_ONE);
		if (SCHED_NOTIFY_WHOM == NOTIFY_WHOM_LOWEST)
			idle_put_lowest_last_locked(idle);
		worker = idle->sleepers[--idle->sleeper_count];
		idle->unparks++;
	}
	os_mutex_unlock(&idle->mutex);
	return worker;
}

/* Join the sleepers; true if this was the last searcher. */
static inline bool idle_transition_to_parked(struct idle *idle, uint32_t worker, bool is_searching)
{
	uint64_t leave = IDLE_UNPARKED_ONE + (is_searching ? IDLE_SEARCHING_ONE : 0);
	uint64_t before;

	os_mutex_lock(&idle->mutex);
	before = at_fetch_sub_seq_cst(&idle->word, leave); /* pairs: ID1, ID1 */
	idle->sleepers[idle->sleeper_count++] = worker;
	os_mutex_unlock(&idle->mutex);
	return is_searching && (before & IDLE_SEARCHING_MASK) == 1;
}

static inline int64_t idle_find_sleeper_locked(const struct idle *idle, uint32_t worker)
{
	for (uint32_t i = 0; i < idle->sleeper_count; i++)
		if (idle->sleepers[i] == worker)
			return i;
	return -1;
}

/* A sleeper whose time is over leaves by itself, and nobody counted it as searching; false: a
 * notifier took it off before. */
static inline bool idle_transition_from_timeout(struct idle *idle, uint32_t worker)
{
	int64_t at;

	os_mutex_lock(&idle->mutex);
	at = idle_find_sleeper_locked(idle, worker);
	if (at >= 0) {
		idle->sleeper_count--;
		for (uint32_t i = (uint32_t)at; i < idle->sleeper_count; i++)
			idle->sleepers[i] = idle->sleepers[i + 1];
		at_fetch_add_seq_cst(&idle->word, IDLE_UNPARKED_ONE); /* pairs: ID1 */
	}
	os_mutex_unlock(&idle->mutex);
	return at >= 0;
}

/* At most about half of the workers search; a small overshoot does no harm. */
static inline bool idle_transition_to_searching(struct idle *idle)
{
	uint64_t word = at_load_seq_cst(&idle->word); /* pairs: ID1 - a hint */

	if (2 * (word & IDLE_SEARCHING_MASK) >= idle->workers)
		return false;
	at_fetch_add_seq_cst(&idle->word, IDLE_SEARCHING_ONE); /* pairs: ID1 */
	return true;
}

/* Leave the search with work in hand; true if this was the last searcher. */
static inline bool idle_transition_from_searching(struct idle *idle)
{
	uint64_t before = at_fetch_sub_seq_cst(&idle->word, IDLE_SEARCHING_ONE); /* pairs: ID1 */

	sched_assert((before & IDLE_SEARCHING_MASK) > 0);
	return (before & IDLE_SEARCHING_MASK) == 1;
}

static inline bool idle_is_parked(struct idle *idle, uint32_t worker)
{
	bool parked;

	os_mutex_lock(&idle->mutex);
	parked = idle_find_sleeper_locked(idle, worker) >= 0;
	os_mutex_unlock(&idle->mutex);
	return parked;
}

#endif
