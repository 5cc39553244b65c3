/* SPDX-License-Identifier: MIT */
/*
 * block_on.h - a thread that is no worker drives one poll function to its end.
 * Source: Tokio 1.53, runtime/park.rs CachedParkThread::block_on.
 */
#ifndef SCHED_BLOCK_ON_H
#define SCHED_BLOCK_ON_H

#include "sched/task_run.h"

static struct sleeping_thread *sleeping_thread_create(void)
{
	struct sleeping_thread *thread = (struct sleeping_thread *)os_alloc(sizeof(*thread), 16);

	if (!thread)
		return NULL;
	at_init(&thread->refs, 1);
	parker_init(&thread->parker);
	return thread;
}

int sched_block_on(struct sched_runtime *runtime, sched_poll_fn *poll, void *state)
{
	struct sched_context sched_context;
	struct sleeping_thread *thread;
	struct context context;

	if (os_current())
		return -EDEADLK;
	thread = sleeping_thread_create();
	if (!thread)
		return -ENOMEM;
	context_init(&context, runtime, NULL);
	sched_context.waker = waker_of(thread, WAKER_THREAD);
	sched_context.budget = &context.budget;
	os_set_current(&context);
	while (poll(state, &sched_context) == SCHED_PENDING) {
		parker_park(&thread->parker);
		context.budget = SCHED_BUDGET;
	}
	os_set_current(NULL);
	sleeping_thread_unref(thread, 1);
	return 0;
}

struct block_on_join {
	struct sched_join *join;
	void *output;
	int status;
};

static enum sched_poll block_on_join_poll(void *opaque, struct sched_context *context)
{
	struct block_on_join *state = (struct block_on_join *)opaque;

	return sched_join_poll(state->join, context, state->output, &state->status);
}

int sched_block_on_join(struct sched_runtime *runtime, struct sched_join *join, void *output)
{
	struct block_on_join state;
	int error;

	state.join = join;
	state.output = output;
	state.status = 0;
	error = sched_block_on(runtime, block_on_join_poll, &state);
	if (error)
		return error;
	sched_join_detach(join);
	return state.status;
}

#endif
