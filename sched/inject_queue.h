/* SPDX-License-Identifier: MIT */
/*
 * inject_queue.h - axis: the queue for tasks made runnable outside the workers,
 * and for what a full local queue sheds.
 * Sources: Tokio 1.54 runtime/scheduler/inject (one mutex; until 1.53 shared with the
 * list of sleepers); Blitz-IO f533755 global_queue.zig (shards with an occupancy word).
 *
 * Arrow: schedule -> inject queue -> next_task.
 * Intrusive FIFOs through queue_next.  `length` is written under the shard's mutex
 * and read without it.  With shards, one occupancy word says which are not empty;
 * its bits are set and cleared under the shard's mutex (outside it, a clear can
 * overtake a set: Blitz-IO's defect B4), so "any work?" is a single load.
 *
 * Weakness: with one mutex every remote wake serialises; with shards FIFO order
 * across threads is lost and a consumer may take a lock per shard.
 */
#ifndef SCHED_INJECT_QUEUE_H
#define SCHED_INJECT_QUEUE_H

#include "sched/metrics.h"
#include "sched/padding.h"
#include "sched/task.h"

#define INJECT_SHARDS (SCHED_INJECT == INJECT_SHARDED ? SCHED_INJECT_SHARDS : 1)

struct inject_shard {
	struct os_mutex mutex; /* unused by INJECT_WITH_SLEEPERS */
	bool is_closed;	       /* guarded by mutex, as all below */
	struct sched_task *first;
	struct sched_task *last;
	__extension__ uint32_t pusher[SCHED_COUNTING]; /* who pushed last; 0 before */
	struct shard_metrics metrics;
	at_u64 length; /* written under mutex, read by anybody */
} SCHED_ALIGNED(SHARED_PAD_ALIGN);

struct inject_queue {
	struct os_mutex *shared_mutex; /* INJECT_WITH_SLEEPERS: the idle list's */
	at_u64 occupancy;	       /* bit k: shard k is not empty */
	at_u32 next_shard;	       /* SHARD_KEY_ROUND_ROBIN */
	struct inject_shard shards[INJECT_SHARDS];
};

static inline void inject_queue_init(struct inject_queue *queue, struct os_mutex *sleepers_mutex)
{
	queue->shared_mutex = sleepers_mutex;
	at_init(&queue->occupancy, 0);
	at_init(&queue->next_shard, 0);
	for (uint32_t i = 0; i < INJECT_SHARDS; i++) {
		os_mutex_init(&queue->shards[i].mutex);
		queue->shards[i].is_closed = false;
		queue->shards[i].first = NULL;
		queue->shards[i].last = NULL;
		at_init(&queue->shards[i].length, 0);
		if (SCHED_COUNTING)
			*queue->shards[i].pusher = 0;
		shard_metrics_init(&queue->shards[i].metrics);
	}
}

static inline void inject_queue_fini(struct inject_queue *queue)
{
	for (uint32_t i = 0; i < INJECT_SHARDS; i++) {
		os_mutex_fini(&queue->shards[i].mutex);
		at_fini(&queue->shards[i].length);
		shard_metrics_fini(&queue->shards[i].metrics);
	}
	at_fini(&queue->occupancy);
	at_fini(&queue->next_shard);
}

static inline struct os_mutex *inject_mutex(struct inject_queue *queue, uint32_t shard)
{
	if (SCHED_INJECT == INJECT_WITH_SLEEPERS)
		return queue->shared_mutex;
	return &queue->shards[shard].mutex;
}

/* For a push or a pop. */
static inline void inject_lock(struct inject_queue *queue, uint32_t index)
{
	struct shard_metrics *metrics = &queue->shards[index].metrics;
	struct os_mutex *mutex = inject_mutex(queue, index);
	bool was_held = SCHED_COUNTING && os_mutex_was_held(mutex);

	os_mutex_lock(mutex);
	COUNT(metrics, inject_locks, 1);
	COUNT(metrics, inject_locks_contended, was_held);
}

static inline void inject_shard_count_push_locked(struct inject_shard *shard, uint64_t count)
{
	uint32_t pusher, last;

	if (!SCHED_COUNTING)
		return;
	pusher = os_thread_number() + 1;
	last = *shard->pusher;
	COUNT(&shard->metrics, inject_pushed, count);
	COUNT(&shard->metrics, inject_pusher_changes, last != 0 && last != pusher);
	*shard->pusher = pusher;
}

/* Any work?  The caller is ordered with the pusher by the idle word (idle.h) or
 * asks only as a hint. */
static inline bool inject_queue_is_empty(struct inject_queue *queue)
{
	if (SCHED_INJECT == INJECT_SHARDED)
		return at_load_acquire(&queue->occupancy) == 0; /* pairs: IN2 */
	return at_load_acquire(&queue->shards[0].length) == 0;	/* pairs: IN1 */
}

static inline uint64_t inject_queue_length(struct inject_queue *queue)
{
	uint64_t length = 0;

	for (uint32_t i = 0; i < INJECT_SHARDS; i++)
		length += at_load_acquire(&queue->shards[i].length); /* pairs: IN1 */
	return length;
}

/* Write the length, and the occupancy bit when it changes.  Under the mutex. */
static inline void inject_shard_set_length_locked(struct inject_queue *queue, uint32_t index,
						  uint64_t before, uint64_t after)
{
	uint64_t bit = (uint64_t)1 << index;

	at_store_release(&queue->shards[index].length, after); /* pairs: IN1 */
	if (SCHED_INJECT != INJECT_SHARDED)
		return;
	if (before == 0 && after > 0)
		at_fetch_or_release(&queue->occupancy, bit); /* pairs: IN2 */
	else if (before > 0 && after == 0)
		at_fetch_and_release(&queue->occupancy, ~bit); /* pairs: IN2 */
}

/* ----------------------------------------------------------------- push -- */

static inline uint32_t inject_shard_of(struct inject_queue *queue, const struct sched_task *task)
{
	uint64_t key;

	if (INJECT_SHARDS == 1)
		return 0;
	if (SCHED_SHARD_KEY == SHARD_KEY_THREAD)
		key = os_thread_number();
	else if (SCHED_SHARD_KEY == SHARD_KEY_TASK)
		key = (task->id * 0x9e3779b97f4a7c15u) >> 32;
	else
		key = at_fetch_add_relaxed(&queue->next_shard, 1);
	return (uint32_t)(key & (INJECT_SHARDS - 1));
}

/*
 * Append `count` tasks, linked first to last.  The links are made before the
 * lock.  false: closed, nothing was taken (the caller drops the references).
 */
static inline bool inject_queue_push(struct inject_queue *queue, struct sched_task *first,
				     struct sched_task *last, uint64_t count)
{
	uint32_t index = inject_shard_of(queue, first);
	struct inject_shard *shard = &queue->shards[index];
	bool open;

	last->queue_next = NULL;
	inject_lock(queue, index);
	open = !shard->is_closed;
	if (SCHED_LIKELY(open)) {
		uint64_t length = at_load_relaxed(&shard->length);

		inject_shard_count_push_locked(shard, count);
		if (shard->last)
			shard->last->queue_next = first;
		else
			shard->first = first;
		shard->last = last;
		inject_shard_set_length_locked(queue, index, length, length + count);
	}
	os_mutex_unlock(inject_mutex(queue, index));
	return open;
}

/* ------------------------------------------------------------------ pop -- */

/* Up to `most` tasks from one shard, linked; the caller holds its mutex. */
static inline struct sched_task *inject_shard_take_locked(struct inject_queue *queue,
							  uint32_t index, uint64_t most,
							  uint64_t *taken)
{
	struct inject_shard *shard = &queue->shards[index];
	uint64_t length = at_load_relaxed(&shard->length);
	struct sched_task *first = shard->first;
	struct sched_task *last = first;

	*taken = length < most ? length : most;
	if (*taken == 0)
		return NULL;
	for (uint64_t i = 1; i < *taken; i++)
		last = last->queue_next;
	shard->first = last->queue_next;
	if (!shard->first)
		shard->last = NULL;
	last->queue_next = NULL;
	inject_shard_set_length_locked(queue, index, length, length - *taken);
	return first;
}

/* The first shard at or after `start`, wrapping, whose occupancy bit is set. */
static inline uint32_t inject_next_occupied(uint64_t occupancy, uint32_t start)
{
	uint64_t from_start = occupancy >> start << start;
	uint64_t pick = from_start ? from_start : occupancy;

	return (uint32_t)__builtin_ctzll(pick);
}

/*
 * Take up to `most` tasks, oldest first, linked; `start` is where a consumer
 * begins to look among shards, so that consumers spread.  NULL: empty.
 */
static inline struct sched_task *inject_queue_pop(struct inject_queue *queue, uint32_t start,
						  uint64_t most, uint64_t *taken)
{
	uint32_t index = 0;
	struct sched_task *first;
	uint64_t occupancy;

	*taken = 0;
	if (SCHED_INJECT != INJECT_SHARDED && inject_queue_is_empty(queue))
		return NULL;
	for (uint32_t tries = 0; tries < INJECT_SHARDS; tries++) {
		if (SCHED_INJECT == INJECT_SHARDED) {
			occupancy = at_load_acquire(&queue->occupancy); /* pairs: IN2 */
			if (occupancy == 0)
				return NULL;
			index = inject_next_occupied(occupancy, (start + tries) % INJECT_SHARDS);
		}
		inject_lock(queue, index);
		first = inject_shard_take_locked(queue, index, most, taken);
		os_mutex_unlock(inject_mutex(queue, index));
		if (first)
			return first;
	}
	return NULL;
}

/*
 * INJECT_BATCH_PRIVATE: up to `most` tasks of all shards, from shard 0 on until there are enough.
 * A shard is locked whether it has tasks or not, and the later ones wait (B18).
 */
static inline struct sched_task *inject_queue_pop_from_first(struct inject_queue *queue,
							     uint64_t most, uint64_t *taken)
{
	struct sched_task *first = NULL;
	struct sched_task **end = &first;

	*taken = 0;
	for (uint32_t index = 0; index < INJECT_SHARDS && *taken < most; index++) {
		uint64_t count;

		inject_lock(queue, index);
		*end = inject_shard_take_locked(queue, index, most - *taken, &count);
		os_mutex_unlock(inject_mutex(queue, index));
		*taken += count;
		while (*end)
			end = &(*end)->queue_next;
	}
	return first;
}

/* --------------------------------------------------------------- closed -- */

/* Refuse all further pushes; true for the first closer.  Shard 0 last: that is
 * where workers look, and by then all are closed. */
static inline bool inject_queue_close(struct inject_queue *queue)
{
	bool first = false;

	for (uint32_t i = INJECT_SHARDS; i-- > 0;) {
		os_mutex_lock(inject_mutex(queue, i));
		if (i == 0)
			first = !queue->shards[i].is_closed;
		queue->shards[i].is_closed = true;
		os_mutex_unlock(inject_mutex(queue, i));
	}
	return first;
}

/* Read under the mutex, as Tokio's maintenance does. */
static inline bool inject_queue_is_closed(struct inject_queue *queue)
{
	bool closed;

	os_mutex_lock(inject_mutex(queue, 0));
	closed = queue->shards[0].is_closed;
	os_mutex_unlock(inject_mutex(queue, 0));
	return closed;
}

#endif
