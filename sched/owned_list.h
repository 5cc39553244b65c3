/* SPDX-License-Identifier: MIT */
/*
 * owned_list.h - every task of a runtime, so that shutdown finds them all.
 * Source: Tokio 1.53, runtime/task/list.rs and util/sharded_list.rs.
 *
 * Arrow: spawn -> bound to the owned list; complete -> removed from it.
 * next_pow2(workers) * 4 doubly linked lists, each under its mutex; a task's id
 * picks the list.  `closed` is stored before a closer visits list k, and bind
 * reads it under the lock of list k, so a bind is seen by the closer or sees
 * `closed` (tag OW1; the mutex alone would do, the order is Tokio's).
 *
 * OWNED_MUTEX is one list under one mutex.  OWNED_NONE keeps nothing but `closed`: a task has a
 * reference less, and shutdown ends those that it meets in a queue.  Weakness: what sleeps then is
 * not cancelled.  It ends when it is woken after the end, by whoever wakes it, or with its last
 * waker and handle, by whoever drops that; its joiner waits as long, and a task that nothing
 * refers to any more ends then and there.  A wake can so run the drop of a task, which may wake
 * the next: a chain of them is as deep on the stack.
 */
#ifndef SCHED_OWNED_LIST_H
#define SCHED_OWNED_LIST_H

#include "sched/task.h"

struct owned_shard {
	struct os_mutex mutex;
	struct sched_task *first; /* guarded by mutex */
};

struct owned_list {
	struct owned_shard *shards;
	uint64_t mask;
	at_u32 closed;
	at_u64 added; /* SCHED_OWNED_COUNT: shared, as Tokio's */
	at_u64 count;
};

static inline uint64_t owned_list_shards(uint32_t workers)
{
	uint64_t shards = 1;

	if (SCHED_OWNED != OWNED_SHARDED)
		return shards;
	while (shards < workers)
		shards *= 2;
	return shards * 4;
}

static inline bool owned_shards_init(struct owned_list *list, uint32_t workers)
{
	uint64_t shards = owned_list_shards(workers);

	list->shards = (struct owned_shard *)os_alloc(shards * sizeof(*list->shards), SCHED_LINE);
	if (!list->shards)
		return false;
	list->mask = shards - 1;
	for (uint64_t i = 0; i < shards; i++) {
		os_mutex_init(&list->shards[i].mutex);
		list->shards[i].first = NULL;
	}
	return true;
}

static inline void owned_shards_fini(struct owned_list *list)
{
	for (uint64_t i = 0; i <= list->mask; i++) {
		sched_assert(!list->shards[i].first);
		os_mutex_fini(&list->shards[i].mutex);
	}
	os_free(list->shards, (list->mask + 1) * sizeof(*list->shards));
}

static inline bool owned_list_init(struct owned_list *list, uint32_t workers)
{
	if (SCHED_OWNED == OWNED_NONE)
		list->shards = NULL;
	else if (!owned_shards_init(list, workers))
		return false;
	at_init(&list->closed, 0);
	at_init(&list->added, 0);
	at_init(&list->count, 0);
	return true;
}

static inline void owned_list_fini(struct owned_list *list)
{
	if (SCHED_OWNED != OWNED_NONE)
		owned_shards_fini(list);
	at_fini(&list->closed);
	at_fini(&list->added);
	at_fini(&list->count);
}

static inline struct owned_shard *owned_shard_of(struct owned_list *list, struct sched_task *task)
{
	if (SCHED_OWNED != OWNED_SHARDED)
		return list->shards;
	return &list->shards[task->id & list->mask];
}

static inline void owned_shard_link_locked(struct owned_shard *shard, struct sched_task *task)
{
	struct task_links *links = task_links(task);

	links->prev = NULL;
	links->next = shard->first;
	if (shard->first)
		task_links(shard->first)->prev = task;
	shard->first = task;
}

/* false: not in the list (a null prev that is not first means just that). */
static inline bool owned_shard_unlink_locked(struct owned_shard *shard, struct sched_task *task)
{
	struct task_links *links = task_links(task);

	if (links->prev)
		task_links(links->prev)->next = links->next;
	else if (shard->first == task)
		shard->first = links->next;
	else
		return false;
	if (links->next)
		task_links(links->next)->prev = links->prev;
	links->prev = NULL;
	links->next = NULL;
	return true;
}

/* Take the list's reference to a new task.  false: closed, the caller shuts the
 * task down.  Without a list a late look does no harm: the queues end what comes after. */
static inline bool owned_list_bind(struct owned_list *list, struct sched_task *task)
{
	struct owned_shard *shard = owned_shard_of(list, task);
	uint32_t closed;

	if (SCHED_OWNED == OWNED_NONE)
		return !at_load_relaxed(&list->closed);
	os_mutex_lock(&shard->mutex);
	closed = at_load_acquire(&list->closed); /* pairs: OW1 - either we see it or it sees us */
	if (SCHED_FIRST_REFERENCES == FIRST_REFERENCES_ONE && !closed)
		state_take_first(&task->state, 0);
	if (SCHED_LIKELY(!closed))
		owned_shard_link_locked(shard, task);
	os_mutex_unlock(&shard->mutex);
	if (SCHED_UNLIKELY(closed)) {
		struct task_links *links = task_links(task);

		links->prev = NULL; /* in no list */
		links->next = NULL;
		return false;
	}
	if (SCHED_OWNED_COUNT) {
		at_fetch_add_relaxed(&list->added, 1);
		at_fetch_add_relaxed(&list->count, 1);
	}
	return true;
}

/* true: the list's reference is now the caller's. */
static inline bool owned_list_remove(struct owned_list *list, struct sched_task *task)
{
	struct owned_shard *shard = owned_shard_of(list, task);
	bool linked;

	if (SCHED_OWNED == OWNED_NONE)
		return false;
	os_mutex_lock(&shard->mutex);
	linked = owned_shard_unlink_locked(shard, task);
	os_mutex_unlock(&shard->mutex);
	if (SCHED_OWNED_COUNT && linked)
		at_fetch_sub_relaxed(&list->count, 1);
	return linked;
}

static inline struct sched_task *owned_shard_pop(struct owned_list *list, uint64_t index)
{
	struct owned_shard *shard = &list->shards[index];
	struct sched_task *task;
	bool linked SCHED_UNUSED;

	os_mutex_lock(&shard->mutex);
	task = shard->first;
	if (task)
		linked = owned_shard_unlink_locked(shard, task);
	os_mutex_unlock(&shard->mutex);
	if (SCHED_OWNED_COUNT && task)
		at_fetch_sub_relaxed(&list->count, 1);
	return task;
}

/* Refuse new tasks and hand every task to `shut_down` with the list's reference.
 * Any number of workers may do this at once, each from its own start. */
static inline void owned_list_close(struct owned_list *list, uint64_t start,
				    void (*shut_down)(struct sched_task *task))
{
	at_store_release(&list->closed, 1); /* pairs: OW1 */
	for (uint64_t i = 0; SCHED_OWNED != OWNED_NONE && i <= list->mask; i++) {
		uint64_t index = (start + i) & list->mask;
		struct sched_task *task = owned_shard_pop(list, index);

		while (task) {
			shut_down(task);
			task = owned_shard_pop(list, index);
		}
	}
}

static inline bool owned_list_is_empty(struct owned_list *list)
{
	bool empty = true;

	for (uint64_t i = 0; SCHED_OWNED != OWNED_NONE && i <= list->mask; i++) {
		os_mutex_lock(&list->shards[i].mutex);
		empty = empty && !list->shards[i].first;
		os_mutex_unlock(&list->shards[i].mutex);
	}
	return empty;
}

#endif
