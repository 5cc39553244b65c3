/* SPDX-License-Identifier: MIT */
/*
 * local_queue.h - axis: the run queue of one worker, a ring that others steal from.
 * Source: Tokio 1.53, runtime/scheduler/multi_thread/queue.rs.
 *
 * Arrow: schedule -> local queue -> next_task, and the way to another worker.
 *
 * `head` packs two free-running 32-bit counters: real (low half) is the next
 * index the owner pops, steal (high half) the first index of a batch a thief is
 * still copying; equal: no thief is active.  `tail` is written by the owner only.
 * A thief claims by moving real ahead, copies, and releases by setting steal to
 * real: at most one thief per victim.  Room is measured against steal, emptiness
 * against real.
 *
 * Weakness: a thief that is descheduled between claim and release keeps its batch
 * and blocks other thieves; what the owner does meanwhile is SCHED_POP.
 */
#ifndef SCHED_LOCAL_QUEUE_H
#define SCHED_LOCAL_QUEUE_H

#include "sched/metrics.h"
#include "sched/padding.h"
#include "sched/task.h"

#define LOCAL_QUEUE_MASK (LOCAL_QUEUE_CAPACITY - 1u)
#define LOCAL_QUEUE_HALF (LOCAL_QUEUE_CAPACITY / 2u)

struct local_queue { /* invariant: tail - steal <= capacity, modulo 2^32 */
	at_u64 head SCHED_ALIGNED(QUEUE_PAD_ALIGN); /* owner and thieves, by CAS */
	at_u32 tail SCHED_ALIGNED(QUEUE_PAD_ALIGN); /* owner stores, thieves load */
	/* One if it can be stolen: the task made runnable last, or NULL; by swap. */
	__extension__ at_ptr lifo[LIFO_IS_STEALABLE] SCHED_ALIGNED(QUEUE_PAD_ALIGN);
	/* [real, tail) the ring's; [steal, real) the thief's */
	struct sched_task *slots[LOCAL_QUEUE_CAPACITY] SCHED_ALIGNED(QUEUE_PAD_ALIGN);
};

SCHED_STATIC_ASSERT(offsetof(struct local_queue, slots) ==
		    QUEUE_PAD_ALIGN * (2 + LIFO_IS_STEALABLE));

static inline uint64_t head_pack(uint32_t steal, uint32_t real)
{
	return (uint64_t)steal << 32 | real;
}

static inline uint32_t head_real(uint64_t head)
{
	return (uint32_t)head;
}

static inline uint32_t head_steal(uint64_t head)
{
	return (uint32_t)(head >> 32);
}

static inline bool head_is_stolen_from(uint64_t head)
{
	return head_steal(head) != head_real(head);
}

/* `start` is 0 but for tests of the wrap. */
static inline void local_queue_init(struct local_queue *queue, uint32_t start)
{
	at_init(&queue->head, head_pack(start, start));
	at_init(&queue->tail, start);
	if (LIFO_IS_STEALABLE)
		at_init(queue->lifo, NULL);
}

static inline void local_queue_fini(struct local_queue *queue)
{
	at_fini(&queue->head);
	at_fini(&queue->tail);
	if (LIFO_IS_STEALABLE)
		at_fini(queue->lifo);
}

/* ------------------------------------------- the slot that can be stolen --
 * SCHED_LIFO_STEAL: Tokio 1.51.0's queue.rs, its AtomicNotified.  A swap by either
 * side moves the task with it (LS1); Tokio has SeqCst, AcqRel would do (#8120). */

/* The owner puts a task in; returns the one that was there, or NULL. */
static inline struct sched_task *local_queue_push_lifo(struct local_queue *queue,
						       struct sched_task *task)
{
	void *displaced = at_swap_seq_cst(queue->lifo, task); /* pairs: LS1, LS1 */

	return (struct sched_task *)displaced;
}

/* Owner or thief; NULL: empty. */
static inline struct sched_task *local_queue_take_lifo(struct local_queue *queue)
{
	void *task = at_swap_seq_cst(queue->lifo, NULL); /* pairs: LS1, LS1 */

	return (struct sched_task *)task;
}

/* Counted as one more task, from any thread; 0 where there is no slot. */
static inline uint32_t local_queue_lifo_length(struct local_queue *queue)
{
	if (!LIFO_IS_STEALABLE)
		return 0;
	return at_load_acquire(queue->lifo) != NULL; /* pairs: LS1 */
}

/* ------------------------------------------------------------ the owner -- */

static inline uint32_t local_queue_length_owned(struct local_queue *queue)
{
	uint64_t head = at_load_acquire(&queue->head); /* pairs: Q2 */
	uint32_t tail = at_load_owned(&queue->tail);

	return tail - head_real(head) + local_queue_lifo_length(queue);
}

/* Slots a thief still copies from count as taken. */
static inline uint32_t local_queue_room_owned(struct local_queue *queue)
{
	uint64_t head = at_load_acquire(&queue->head); /* pairs: Q2 */
	uint32_t tail = at_load_owned(&queue->tail);

	return LOCAL_QUEUE_CAPACITY - (tail - head_steal(head));
}

static inline void local_queue_put(struct local_queue *queue, uint32_t tail,
				   struct sched_task *task)
{
	queue->slots[tail & LOCAL_QUEUE_MASK] = task;
	at_store_release(&queue->tail, tail + 1); /* pairs: Q1 - the slot before the tail */
}

enum local_queue_push { PUSH_DONE, PUSH_FULL, PUSH_FULL_STOLEN_FROM };

/* FULL: the caller overflows.  FULL_STOLEN_FROM: a thief is about to make room;
 * the caller sends just this task to inject. */
static inline enum local_queue_push local_queue_try_push(struct local_queue *queue,
							 struct sched_task *task)
{
	uint64_t head = at_load_acquire(&queue->head); /* pairs: Q2 - the thief's copies */
	uint32_t tail = at_load_owned(&queue->tail);

	if (SCHED_LIKELY(tail - head_steal(head) < LOCAL_QUEUE_CAPACITY)) {
		local_queue_put(queue, tail, task);
		return PUSH_DONE;
	}
	return head_is_stolen_from(head) ? PUSH_FULL_STOLEN_FROM : PUSH_FULL;
}

/* The caller has made sure of the room (local_queue_room_owned). */
static inline void local_queue_push_batch(struct local_queue *queue, struct sched_task *first,
					  uint32_t count)
{
	uint32_t tail = at_load_owned(&queue->tail);

	sched_assert(count <= local_queue_room_owned(queue));
	for (uint32_t i = 0; i < count; i++) {
		queue->slots[(tail + i) & LOCAL_QUEUE_MASK] = first;
		first = first->queue_next;
	}
	at_store_release(&queue->tail, tail + count); /* pairs: Q1 */
}

/*
 * Take the newest half out of a full queue, linked through queue_next, oldest
 * first.  NULL: a thief came first, push again.  The claim moves head by exactly
 * the capacity, so the oldest half is republished where it stands.
 */
static inline struct sched_task *local_queue_take_newest_half(struct local_queue *queue,
							      struct sched_task **last)
{
	uint32_t tail = at_load_owned(&queue->tail);
	uint32_t real = tail - LOCAL_QUEUE_CAPACITY;
	uint64_t head = head_pack(real, real);
	struct sched_task *first;

	if (!at_cas_weak_release(&queue->head, &head, head_pack(tail, tail))) /* pairs: Q2 */
		return NULL;
	first = queue->slots[(real + LOCAL_QUEUE_HALF) & LOCAL_QUEUE_MASK];
	*last = first;
	for (uint32_t i = LOCAL_QUEUE_HALF + 1; i < LOCAL_QUEUE_CAPACITY; i++) {
		struct sched_task *task = queue->slots[(real + i) & LOCAL_QUEUE_MASK];

		(*last)->queue_next = task;
		*last = task;
	}
	at_store_release(&queue->tail, tail + LOCAL_QUEUE_HALF); /* pairs: Q1 */
	return first;
}

/* SCHED_POP == POP_SPIN: wait for the thief to release. */
static inline uint64_t local_queue_await_thief(struct local_queue *queue,
					       struct worker_metrics *metrics)
{
	uint64_t head = at_load_acquire(&queue->head); /* pairs: Q2 */

	while (head_is_stolen_from(head)) {
		COUNT(metrics, pop_spins, 1);
		at_spin_hint();
		head = at_load_acquire(&queue->head); /* pairs: Q2 */
	}
	return head;
}

/*
 * The oldest task, or NULL: empty, or (POP_NULL only) a steal is in progress.
 * PROCEED is bounded wait-free with a strong CAS: the loop repeats only after a
 * thief's CAS succeeded, at most 17 times (docs/tokio.md 1.3).
 */
static inline struct sched_task *local_queue_pop(struct local_queue *queue,
						 struct worker_metrics *metrics)
{
	uint64_t head = at_load_acquire(&queue->head); /* pairs: Q2 */
	uint32_t tail = at_load_owned(&queue->tail);
	uint32_t retries = 0;
	uint32_t real;
	uint64_t next;

	for (;;) {
		real = head_real(head);
		if (real == tail)
			return NULL;
		COUNT(metrics, pops, 1);
		next = head_pack(real + 1, real + 1);
		if (SCHED_UNLIKELY(head_is_stolen_from(head))) {
			COUNT(metrics, pops_during_steal, 1);
			if (SCHED_POP == POP_NULL) {
				COUNT(metrics, pops_refused, 1);
				return NULL;
			}
			if (SCHED_POP == POP_SPIN) {
				head = local_queue_await_thief(queue, metrics);
				continue;
			}
			next = head_pack(head_steal(head), real + 1);
		}
		if (SCHED_LIKELY(at_cas_weak_acq_rel(&queue->head, &head, next))) /* pairs: Q2 */
			break;
		retries++;
		COUNT(metrics, pop_retries, 1);
		COUNT_MOST(metrics, pop_retries_max, retries);
	}
	return queue->slots[real & LOCAL_QUEUE_MASK];
}

/* ------------------------------------------------------------ the thief -- */

/* From any thread; head before tail, so that a task seen pushed is not missed. */
static inline uint32_t local_queue_length(struct local_queue *queue)
{
	uint64_t head = at_load_acquire(&queue->head); /* pairs: Q2 */
	uint32_t tail = at_load_acquire(&queue->tail); /* pairs: Q1 */

	return tail - head_real(head) + local_queue_lifo_length(queue);
}

static inline uint32_t steal_share(uint32_t available)
{
	if (SCHED_STEAL_AMOUNT == STEAL_AMOUNT_ONE)
		return available > 0;
	if (SCHED_STEAL_HALF == STEAL_HALF_DOWN)
		return available > 1 ? available / 2 : available;
	return available - available / 2;
}

/* Claim: move real ahead, leave steal.  Returns the count, *head is what the
 * claim left; 0: nothing to take, or somebody else is stealing here. */
static inline uint32_t local_queue_claim(struct local_queue *victim, uint64_t *head)
{
	uint64_t before = at_load_acquire(&victim->head); /* pairs: Q2 */
	uint32_t count;

	do {
		uint32_t tail = at_load_acquire(&victim->tail); /* pairs: Q1 - slots up to tail */

		if (head_is_stolen_from(before))
			return 0;
		count = steal_share(tail - head_real(before));
		if (count == 0)
			return 0;
		*head = head_pack(head_steal(before), head_steal(before) + count);
	} while (!at_cas_weak_acq_rel(&victim->head, &before, *head)); /* pairs: Q2, Q2 */
	sched_assert(count <= LOCAL_QUEUE_HALF); /* else the CAS would have failed */
	return count;
}

/* Release: steal catches up with real, wherever the owner's pops moved it. */
static inline void local_queue_release(struct local_queue *victim, uint64_t head)
{
	uint64_t next;

	do {
		next = head_pack(head_real(head), head_real(head));
	} while (!at_cas_weak_acq_rel(&victim->head, &head, next)); /* pairs: Q2, Q2 */
}

/*
 * Move a share of the victim's tasks into `thief`, a queue the caller owns.  The
 * newest of them is returned to be run at once, the others are published;
 * *stolen counts all.  `hold` is the fault build's hook between claim and
 * release.
 */
static inline struct sched_task *local_queue_steal_into(struct local_queue *victim,
							struct local_queue *thief, uint32_t *stolen,
							void (*hold)(void *arg), void *arg)
{
	uint64_t own = at_load_acquire(&thief->head); /* pairs: Q2 */
	uint32_t tail = at_load_owned(&thief->tail);
	uint64_t head;
	uint32_t count;
	uint32_t from;

	*stolen = 0;
	if (tail - head_steal(own) > LOCAL_QUEUE_HALF)
		return NULL; /* somebody steals from us: no guarantee of room */
	count = local_queue_claim(victim, &head);
	if (count == 0)
		return NULL;
	from = head_steal(head);
	for (uint32_t i = 0; i < count; i++)
		thief->slots[(tail + i) & LOCAL_QUEUE_MASK] =
			victim->slots[(from + i) & LOCAL_QUEUE_MASK];
	if (SCHED_FAULT && hold)
		hold(arg);
	local_queue_release(victim, head);
	*stolen = count;
	if (count > 1)
		at_store_release(&thief->tail, tail + count - 1); /* pairs: Q1 */
	return thief->slots[(tail + count - 1) & LOCAL_QUEUE_MASK];
}

#endif
