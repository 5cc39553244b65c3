/* SPDX-License-Identifier: MIT */
/*
 * null_task.h - tasks of the null variant: their life, the queue, the loop that
 * runs them.  Included by null.c only.
 */
#ifndef VARIANTS_NULL_TASK_H
#define VARIANTS_NULL_TASK_H

#include "sched/check.h"
#include "variants/null_alloc.h"

#define BUDGET 128u /* Tokio's; also in sched_knobs */

/*
 * task->word: phase, flags and, above them, the references: one of the executor
 * until completion, one per handle and per waker.  In one word, so that the task
 * nobody else knows of is recognised with one comparison.
 */
enum {
	TASK_ACTIVE = 0,    /* in the queue, or being polled */
	TASK_NOTIFIED = 1,  /* being polled, and woken meanwhile */
	TASK_SUSPENDED = 2, /* in the suspended list */
	TASK_COMPLETE = 3,
	TASK_PHASE = 3,
	TASK_JOINED = 4,     /* a join handle exists */
	TASK_ABORTED = 8,    /* cancellation was asked for */
	TASK_CANCELLED = 16, /* completed by cancellation */
	TASK_TAKEN = 32,     /* the output was moved out */
	TASK_PLAIN = 64,     /* spawned detached, small, without output */
	TASK_REFERENCE = 256
};

#define PLAIN_BYTES 16u /* largest state of a plain task */

struct sched_task {
	struct sched_task *next; /* queue, suspended list, or free list */
	const struct sched_task_ops *ops;
	uint64_t word;
	struct sched_runtime *runtime; /* valid until completion */
	struct sched_task **back;      /* suspended list: what points here */
	struct sched_waker join_waker;
	uint64_t unused;
	uint8_t state[];
};
SCHED_STATIC_ASSERT(sizeof(struct sched_task) % 16 == 0); /* the state is 16-byte aligned */

struct sched_runtime {
	struct sched_task *head;      /* queue */
	struct sched_task **tail;     /* the NULL that ends the queue */
	struct sched_context context; /* of the poll in progress: its task, or no target */
	struct sched_task *suspended;
	struct sched_task *block_on; /* the future of the block_on in progress, as a task */
	uint32_t budget;
	bool closed;
	bool stopped;
	struct sched_config config;
};

/* The runtime that is open and inside block_on, if there is one: sched_spawn may
 * take its short way.  PLAIN_BYTES + 1, else 0: no state is as small as that. */
static struct sched_runtime *plain_runtime;
static uint64_t plain_end;
static struct sched_task *free_plain_tasks;

static uint64_t task_phase(const struct sched_task *task)
{
	return task->word & TASK_PHASE;
}

static inline void queue_push(struct sched_runtime *runtime, struct sched_task *task)
{
	task->next = NULL;
	*runtime->tail = task;
	runtime->tail = &task->next;
}

static void suspend(struct sched_runtime *runtime, struct sched_task *task)
{
	task->word |= TASK_SUSPENDED;
	task->next = runtime->suspended;
	task->back = &runtime->suspended;
	if (task->next)
		task->next->back = &task->next;
	runtime->suspended = task;
}

static void unsuspend(struct sched_task *task)
{
	task->word &= ~(uint64_t)TASK_PHASE;
	*task->back = task->next;
	if (task->next)
		task->next->back = task->back;
}

static size_t task_bytes(const struct sched_task_ops *ops)
{
	uint32_t payload = ops->state_bytes > ops->output_bytes ? ops->state_bytes :
								  ops->output_bytes;

	return sizeof(struct sched_task) + payload;
}

static inline void free_plain(struct sched_task *task)
{
	if (!KEEP_FREED) {
		os_free(task, sizeof(*task) + PLAIN_BYTES);
		return;
	}
	task->next = free_plain_tasks;
	free_plain_tasks = task;
}

static void free_plain_trim(void)
{
	while (free_plain_tasks) {
		struct sched_task *task = free_plain_tasks;

		free_plain_tasks = task->next;
		os_free(task, sizeof(*task) + PLAIN_BYTES);
	}
}

static void task_release(struct sched_task *task)
{
	task->word -= TASK_REFERENCE;
	if (task->word >= TASK_REFERENCE)
		return;
	if (task->word & TASK_PLAIN)
		free_plain(task);
	else
		sched_free(task, task_bytes(task->ops));
}

static void task_wake(struct sched_task *task)
{
	if (task_phase(task) == TASK_SUSPENDED) {
		unsuspend(task);
		queue_push(task->runtime, task);
	} else if (task_phase(task) == TASK_ACTIVE && task->runtime->context.waker.target == task) {
		task->word |= TASK_NOTIFIED;
	}
}

static void task_complete(struct sched_task *task)
{
	task->word |= TASK_COMPLETE;
	if (task->word & TASK_JOINED)
		sched_waker_wake(&task->join_waker);
	else if (task->ops->drop_output && !(task->word & TASK_CANCELLED))
		task->ops->drop_output(task->state);
	task_release(task);
}

static void task_cancel(struct sched_task *task)
{
	if (task->ops->drop)
		task->ops->drop(task->state);
	task->word |= TASK_CANCELLED;
	task_complete(task);
}

/* What follows a poll, in general. */
static void task_settle(struct sched_runtime *runtime, struct sched_task *task,
			enum sched_poll polled)
{
	if (polled == SCHED_READY) {
		task_complete(task);
	} else if (task->word & TASK_ABORTED) {
		task_cancel(task);
	} else if (task_phase(task) == TASK_NOTIFIED) {
		task->word &= ~(uint64_t)TASK_PHASE;
		queue_push(runtime, task);
	} else {
		suspend(runtime, task);
	}
}

/* Everything that is queued now, as a list; the queue is empty after. */
static struct sched_task *queue_take(struct sched_runtime *runtime)
{
	struct sched_task *batch = runtime->head;

	runtime->head = NULL;
	runtime->tail = &runtime->head;
	return batch;
}

/* Back to the front of the queue. */
static void queue_return(struct sched_runtime *runtime, struct sched_task *batch)
{
	struct sched_task **end = &batch;

	while (*end)
		end = &(*end)->next;
	*end = runtime->head;
	if (!runtime->head && batch)
		runtime->tail = end;
	runtime->head = batch;
}

/* The cold half of run_tasks; false when block_on's future has completed. */
static __attribute__((noinline)) bool task_settled(struct sched_runtime *runtime,
						   struct sched_task *task, enum sched_poll polled)
{
	task_settle(runtime, task, polled);
	return runtime->block_on != NULL;
}

/* Run what is queued until block_on's future completes or nothing can run. */
static void run_tasks(struct sched_runtime *runtime)
{
	struct sched_task *batch = NULL;

	for (;;) {
		struct sched_task *task = batch ? batch : queue_take(runtime);
		enum sched_poll polled = SCHED_PENDING;

		if (!task)
			break;
		batch = task->next;
		runtime->context.waker.target = task;
		runtime->budget = BUDGET;
		if (__builtin_expect(!(task->word & TASK_ABORTED), 1))
			polled = task->ops->poll(task->state, &runtime->context);
		if (__builtin_expect(polled == SCHED_READY, 1) &&
		    task->word == (TASK_PLAIN | TASK_REFERENCE))
			free_plain(task); /* complete, and nobody else knows it */
		else if (!task_settled(runtime, task, polled))
			break;
	}
	runtime->context.waker.target = NULL;
	queue_return(runtime, batch);
}

#endif
