/* SPDX-License-Identifier: MIT */
/*
 * join.h - axis: how who waits for a task learns of its end; the caller's claim on a
 * task: await, take, detach, abort.
 * Source: Tokio 1.53, runtime/task/mod.rs (protocol) and harness.rs.
 *
 * The join waker is a plain field; the JOIN_WAKER bit is the right to it.  Bit 0:
 * the handle may write it.  Bit 1: the handle may only read, and once COMPLETE is
 * set the runtime may read.  Before COMPLETE only the handle changes the bit,
 * after it only the runtime.  JOIN_INTEREST 0 with COMPLETE 1: the runtime owns
 * it.  The output belongs to the handle iff JOIN_INTEREST was set when COMPLETE
 * was.
 *
 * JOIN_POLL and JOIN_POLL_BACKOFF: the bit is never set.  Who awaits a task that has not
 * ended is resumed as if it had yielded, and asks again: a task after its worker has looked
 * at its other work, block_on after it has let another thread have the CPU.  With the
 * back-off a thread that has asked JOIN_EAGER times in a row and has nothing else to do
 * sleeps before it asks again, 16 us at first, twice as long each time, 1,024 us at most.
 * Source: the comparison of Blitz-IO with Tokio, The Bad, 5; Blitz-IO f533755, task.zig
 * JoinHandle, which has neither a waker nor a blocking join, so how to ask is ours.
 *
 * Weakness: nobody can wake a thread that sleeps so, with whatever; and the trailer keeps
 * its place for a waker, so what a task takes is the same on this axis.
 */
#ifndef SCHED_JOIN_H
#define SCHED_JOIN_H

#include <errno.h>

#include "sched/coop.h"

/* !SCHED_REF_PER_WAKE: the handle of a task that is over; false if it is not. */
static inline bool task_drop_complete_join_handle(struct sched_task *task)
{
	uint64_t state = at_load_acquire(&task->state); /* pairs: ST1 */

	if ((state & (STATE_COMPLETE | STATE_JOIN_WAKER)) != STATE_COMPLETE)
		return false;
	task_drop_output(task);
	waker_drop(&task_trailer(task)->join_waker);
	if (state_drop_complete_join_handle(&task->state))
		task_dealloc(task);
	return true;
}

/* Give up the handle's claim and its reference, whatever the task has come to. */
static inline void task_drop_join_handle(struct sched_task *task)
{
	uint64_t after;
	uint64_t before;

	if (SCHED_LIKELY(state_drop_join_handle_fast(&task->state)))
		return;
	before = state_to_join_handle_dropped(&task->state, &after);
	if (before & STATE_COMPLETE)
		task_drop_output(task);
	if (!(after & STATE_JOIN_WAKER))
		waker_drop(&task_trailer(task)->join_waker);
	task_drop_reference(task);
}

/* Store the waker (the bit is clear, so the field is ours); true if the task
 * completed before it could be published. */
static inline bool join_waker_store(struct sched_task *task, const struct sched_waker *waker)
{
	struct task_trailer *trailer = task_trailer(task);

	trailer->join_waker = waker_clone(waker);
	if (state_set_join_waker(&task->state))
		return false;
	waker_drop(&trailer->join_waker);
	return true;
}

/* true: complete, the output is the caller's.  false: `waker` will be woken, if there
 * are join wakers. */
static inline bool join_is_ready(struct sched_task *task, const struct sched_waker *waker)
{
	uint64_t state = at_load_acquire(&task->state); /* pairs: ST1 - the output */
	struct task_trailer *trailer = task_trailer(task);

	sched_assert(state & STATE_JOIN_INTEREST);
	if (state & STATE_COMPLETE)
		return true;
	if (SCHED_JOIN != JOIN_WAKER)
		return false;
	if (state & STATE_JOIN_WAKER) {
		if (sched_waker_will_wake(&trailer->join_waker, waker))
			return false;
		if (!state_unset_join_waker(&task->state))
			return true;
		waker_drop(&trailer->join_waker);
	}
	return join_waker_store(task, waker);
}

/* ------------------------------------------------------- asking again -- */

#define JOIN_EAGER     8u /* rounds without a sleep: microseconds, where there is nothing to do */
#define JOIN_SLEEP_NS  UINT64_C(16000)
#define JOIN_DOUBLINGS 6u

/* For how long to sleep before the next round; 0: not at all. */
static inline uint64_t join_backoff_ns(uint32_t rounds)
{
	uint32_t doublings = rounds - JOIN_EAGER - 1;

	if (rounds <= JOIN_EAGER)
		return 0;
	return JOIN_SLEEP_NS << (doublings < JOIN_DOUBLINGS ? doublings : JOIN_DOUBLINGS);
}

static inline uint64_t join_next_round(struct join_backoff *backoff)
{
	if (backoff->rounds <= JOIN_EAGER + JOIN_DOUBLINGS)
		backoff->rounds++;
	return join_backoff_ns(backoff->rounds);
}

/* Nobody writes the word, so nothing but time ends it. */
static SCHED_COLD void join_sleep(uint64_t ns)
{
	at_u32 never;

	at_init(&never, 0);
	os_wait(&never, 0, ns);
	at_fini(&never);
}

/* A thread that is no worker has nothing else to do. */
static SCHED_COLD SCHED_UNUSED void join_pause(struct context *context)
{
	uint64_t ns = 0;

	if (SCHED_JOIN == JOIN_POLL_BACKOFF && context)
		ns = join_next_round(context->backoff);
	if (ns > 0)
		join_sleep(ns);
	else
		os_yield();
}

/* A worker sees about a sleep when it has nothing else to do (worker_loop.h). */
static inline void join_ask_again(struct sched_context *sched_context)
{
	struct context *context = context_current();
	struct worker *worker = context ? context->worker : NULL;
	uint32_t deferred = worker ? worker->defer.count : 0;

	if (!worker)
		join_pause(context);
	defer_wake(context, &sched_context->waker);
	if (SCHED_JOIN == JOIN_POLL_BACKOFF && worker)
		context->backoff->asked += worker->defer.count - deferred;
}

/* Whatever the thread waits for next is another matter. */
static inline void join_asked(void)
{
	struct context *context = context_current();

	if (SCHED_JOIN == JOIN_POLL_BACKOFF && context)
		context->backoff->rounds = 0;
}

static inline void join_count_ask(void)
{
	struct context *context = context_current();

	if (context && context->worker)
		COUNT(&context->worker->metrics, join_asks, 1);
}

/* ---------------------------------------------------- the public names -- */

/* The task is complete and its output the caller's. */
static inline int join_take_output(struct sched_task *task, void *output)
{
	uint64_t stage = task_core(task)->stage;

	task_core(task)->stage = TASK_CONSUMED;
	if (stage == TASK_FINISHED) {
		if (output)
			task_copy(output, task_state(task), task->ops->output_bytes);
		return 0;
	}
	return stage == TASK_CANCELLED ? -ECANCELED : -EINVAL;
}

enum sched_poll sched_join_poll(struct sched_join *join, struct sched_context *context,
				void *output, int *status)
{
	if (SCHED_UNLIKELY(!join->task)) {
		*status = -EINVAL;
		return SCHED_READY;
	}
	guard_handle(join->task, GUARD_JOIN_POLL);
	if (!sched_coop_proceed(context))
		return SCHED_PENDING;
	if (!join_is_ready(join->task, &context->waker)) {
		sched_coop_refund(context);
		if (SCHED_COUNTING)
			join_count_ask();
		if (SCHED_JOIN != JOIN_WAKER)
			join_ask_again(context);
		return SCHED_PENDING;
	}
	if (SCHED_JOIN == JOIN_POLL_BACKOFF)
		join_asked();
	*status = join_take_output(join->task, output);
	return SCHED_READY;
}

int sched_join_take(struct sched_join *join, void *output)
{
	if (!join->task)
		return -EINVAL;
	guard_handle(join->task, GUARD_JOIN_TAKE);
	if (!sched_join_is_finished(join))
		return -EAGAIN;
	return join_take_output(join->task, output);
}

void sched_join_detach(struct sched_join *join)
{
	struct sched_task *task = join->task;

	join->task = NULL;
	if (!task)
		return;
	guard_handle(task, GUARD_JOIN_DETACH);
	if (SCHED_JOIN == JOIN_POLL_BACKOFF)
		join_asked();
	if (!SCHED_REF_PER_WAKE && task_drop_complete_join_handle(task))
		return;
	task_drop_join_handle(task);
}

void sched_join_abort(struct sched_join *join)
{
	if (!join->task)
		return;
	guard_handle(join->task, GUARD_JOIN_ABORT);
	if (state_to_notified_and_cancelled(&join->task->state))
		schedule(join->task);
}

bool sched_join_is_finished(const struct sched_join *join)
{
	uint64_t state;

	if (!join->task)
		return true;
	guard_handle(join->task, GUARD_JOIN_IS_FINISHED);
	state = at_load_acquire(&join->task->state); /* pairs: ST1 */
	return (state & STATE_COMPLETE) != 0;
}

#endif
