/* SPDX-License-Identifier: MIT */
/*
 * runtime.h - create, spawn, and the six steps of shutdown.
 * Source: Tokio 1.53, multi_thread/worker.rs and handle.rs.
 *
 * Shutdown.  1: inject is closed, every worker unparked.  2: each worker sees it
 * at its next maintenance and leaves the loop.  3: all workers close the owned
 * list and cancel what is suspended.  4: the last one to arrive drains the queues.
 * 5: the threads are joined.  6: memory goes with the last reference.
 * Both closed bits are needed: with inject's alone a task could still be bound
 * after the end, with the owned list's alone a notified reference could stay in
 * inject for ever.
 */
#ifndef SCHED_RUNTIME_H
#define SCHED_RUNTIME_H

#include "sched/block_on.h"
#include "sched/worker_loop.h"

/* ------------------------------------------------------------- shutdown -- */

static void worker_drop_queued(struct worker *worker)
{
	struct sched_task *task;

	while ((task = next_private_task(worker)) != NULL)
		task_drop_reference(task);
	while ((task = worker_pop_lifo(worker)) != NULL)
		task_drop_notified(task);
	while (local_queue_length_owned(&worker->queue) > 0) {
		task = local_queue_pop(&worker->queue, &worker->metrics);
		if (task)
			task_drop_notified(task);
	}
}

static void runtime_drop_injected(struct sched_runtime *runtime)
{
	uint64_t taken;
	struct sched_task *task = inject_queue_pop(&runtime->inject, 0, 1, &taken);

	while (task) {
		task_drop_notified(task);
		task = inject_queue_pop(&runtime->inject, 0, 1, &taken);
	}
}

/* Step 4: of the workers that ever started, the last one drains for all. */
static void runtime_worker_arrived(struct sched_runtime *runtime)
{
	bool is_last;

	os_mutex_lock(&runtime->end_mutex);
	is_last = ++runtime->arrived == runtime->config.workers;
	os_mutex_unlock(&runtime->end_mutex);
	if (!is_last)
		return;
	sched_assert_walk(owned_list_is_empty(&runtime->owned));
	for (uint32_t i = 0; i < runtime->config.workers; i++)
		worker_drop_queued(&runtime->workers[i]);
	runtime_drop_injected(runtime);
}

/* Step 1.  From any thread, any number of times. */
static void runtime_close(struct sched_runtime *runtime)
{
	if (!inject_queue_close(&runtime->inject))
		return;
	at_store_release(&runtime->is_closed, 1); /* pairs: CL1 - inject takes no more tasks */
	for (uint32_t i = 0; i < runtime->config.workers; i++)
		parker_unpark(&runtime->workers[i].parker);
}

static void worker_main(void *opaque)
{
	struct worker *worker = (struct worker *)opaque;
	struct sched_runtime *runtime = worker->context.runtime;
	const struct sched_config *config = &runtime->config;

	os_set_current(&worker->context);
	if (config->on_worker_start)
		config->on_worker_start(worker->index, config->arg);
	worker_loop(worker);
	owned_list_close(&runtime->owned, worker_random(worker, 1u << 16), task_shut_down);
	worker_wake_deferred(worker);
	os_set_current(NULL); /* wakes from here on are remote, and dropped */
	if (config->on_worker_stop)
		config->on_worker_stop(worker->index, config->arg);
	runtime_worker_arrived(runtime);
}

/* --------------------------------------------------------------- create -- */

static void worker_name(char *name, size_t room, uint32_t index)
{
	const char prefix[] = "worker-";
	char digits[12];
	size_t count = 0;
	size_t length = sizeof(prefix) - 1;

	memcpy(name, prefix, length);
	do
		digits[count++] = (char)('0' + index % 10);
	while ((index /= 10) > 0);
	while (count > 0 && length + 1 < room)
		name[length++] = digits[--count];
	name[length] = '\0';
}

static int runtime_start_workers(struct sched_runtime *runtime)
{
	for (uint32_t i = 0; i < runtime->config.workers; i++) {
		struct worker *worker = &runtime->workers[i];
		char name[16];

		worker_name(name, sizeof(name), i);
		if (os_thread_start(&worker->thread, name, worker_main, worker) == 0)
			continue;
		runtime_close(runtime);
		for (uint32_t missing = i; missing < runtime->config.workers; missing++)
			runtime_worker_arrived(runtime);
		for (uint32_t started = 0; started < i; started++)
			os_thread_join(&runtime->workers[started].thread);
		runtime->is_joined = true;
		return -EAGAIN;
	}
	return 0;
}

int sched_runtime_create(const struct sched_config *config, struct sched_runtime **runtime)
{
	struct sched_runtime *created;
	int error;

	*runtime = NULL;
	if (config->workers < 1 || config->workers > SCHED_WORKERS_MAX)
		return -EINVAL;
	created = runtime_alloc(config);
	if (!created)
		return -ENOMEM;
	runtime_init(created);
	error = runtime_start_workers(created);
	if (error) {
		sched_runtime_destroy(created);
		return error;
	}
	*runtime = created;
	return 0;
}

int sched_runtime_shutdown(struct sched_runtime *runtime)
{
	if (worker_current(runtime))
		return -EDEADLK;
	runtime_close(runtime);
	os_mutex_lock(&runtime->join_mutex);
	for (uint32_t i = 0; !runtime->is_joined && i < runtime->config.workers; i++)
		os_thread_join(&runtime->workers[i].thread);
	runtime->is_joined = true;
	os_mutex_unlock(&runtime->join_mutex);
	return 0;
}

/* The workers are gone: their balances become references like all others, and the
 * bias goes, together with the creator's reference. */
static void runtime_settle(struct sched_runtime *runtime)
{
	uint64_t balance = 0;
	uint64_t before;

	for (uint32_t i = 0; i < runtime->config.workers; i++)
		balance += (uint64_t)runtime->workers[i].task_balance;
	balance -= RUNTIME_REFS_BIAS + 1;
	before = at_fetch_add_acq_rel(&runtime->refs, balance); /* pairs: RR1, RR1 */
	if (before + balance == 0)
		runtime_free(runtime);
}

void sched_runtime_destroy(struct sched_runtime *runtime)
{
	if (sched_runtime_shutdown(runtime) != 0)
		return; /* from a worker of its own: a misuse that must not free */
	runtime_settle(runtime);
}

/* ---------------------------------------------------------------- spawn -- */

static inline uint64_t task_next_id(struct sched_runtime *runtime, struct worker *worker)
{
	if (!SCHED_ID_GLOBAL && SCHED_LIKELY(worker != NULL))
		return worker->next_id++;
	return at_fetch_add_relaxed(&runtime->next_id, 1);
}

/* The owned list is closed: the task ends before it began. */
static SCHED_COLD int task_refuse(struct sched_task *task)
{
	if (SCHED_OWNED == OWNED_NONE || SCHED_FIRST_REFERENCES == FIRST_REFERENCES_ONE) {
		unlisted_end(task); /* the notified reference; the list has taken none */
		return -ECANCELED;
	}
	task_shut_down(task);	   /* the owned list's reference */
	task_drop_reference(task); /* the notified one */
	return -ECANCELED;
}

/* `worker`: the calling one, if it is the runtime's. */
static inline int spawn(struct sched_runtime *runtime, struct worker *worker,
			const struct sched_task_ops *ops, const void *state,
			struct sched_join *join)
{
	uint64_t id = task_next_id(runtime, worker);
	struct sched_task *task = task_create(runtime, ops, state, id);
	int error = 0;

	if (join)
		join->task = task;
	if (SCHED_UNLIKELY(!task))
		return -ENOMEM;
	runtime_ref(runtime, worker);
	if (SCHED_FIRST_REFERENCES == FIRST_REFERENCES_ONE && join)
		state_take_first(&task->state, STATE_JOIN_INTEREST);
	if (SCHED_UNLIKELY(!owned_list_bind(&runtime->owned, task)))
		error = task_refuse(task);
	else if (SCHED_LIKELY(worker != NULL))
		schedule_local(worker, task, SCHEDULE_WOKEN);
	else
		schedule_remote(runtime, task);
	if (SCHED_FIRST_REFERENCES != FIRST_REFERENCES_ONE && SCHED_LIKELY(!join))
		task_drop_join_handle(task);
	return error;
}

int sched_spawn_on(struct sched_runtime *runtime, const struct sched_task_ops *ops,
		   const void *state, struct sched_join *join)
{
	return spawn(runtime, worker_current(runtime), ops, state, join);
}

int sched_spawn(const struct sched_task_ops *ops, const void *state, struct sched_join *join)
{
	struct context *context = context_current();

	if (SCHED_LIKELY(context != NULL))
		return spawn(context->runtime, context->worker, ops, state, join);
	if (join)
		join->task = NULL;
	return -ENXIO;
}

struct sched_runtime *sched_current(void)
{
	struct context *context = context_current();

	return context ? context->runtime : NULL;
}

int sched_worker_index(void)
{
	struct context *context = context_current();

	return context && context->worker ? (int)context->worker->index : -1;
}

uint32_t sched_worker_interval(void)
{
	struct context *context = context_current();

	return context && context->worker ? context->worker->global_queue_interval : 0;
}

void *sched_alloc(size_t bytes)
{
	return task_alloc(bytes, 16);
}

void sched_free(void *pointer, size_t bytes)
{
	if (pointer)
		task_free(pointer, bytes, 16);
}

#endif
