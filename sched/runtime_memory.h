/* SPDX-License-Identifier: MIT */
/*
 * runtime_memory.h - a runtime's memory: made at once, with all workers, and freed by whoever
 * gives up the last reference.
 * Source: Tokio 1.53, multi_thread/worker.rs create; its Arc of the handle.
 */
#ifndef SCHED_RUNTIME_MEMORY_H
#define SCHED_RUNTIME_MEMORY_H

#include "sched/worker.h"

/*
 * Every task keeps its runtime's memory, because a wake from outside touches the
 * queues after the task itself may be gone.  SCHED_HANDLE_REF counts in one shared
 * word, as Tokio's Arc.  Otherwise each worker counts its own creations and frees
 * in a plain balance, others count in the word, which is biased so that it cannot
 * reach zero before destroy has added the balances up (runtime.h).
 */
#define RUNTIME_REFS_BIAS (SCHED_HANDLE_REF ? 0u : (uint64_t)1 << 62)

/* ----------------------------------------------------------------- made -- */

static uint64_t splitmix(uint64_t *seed)
{
	uint64_t z = *seed += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static void worker_init_protocol(struct worker *worker)
{
	if (!PARK_HAS_FLAG)
		return;
	worker->is_timed_out = false;
	at_init(&worker->about_to_park, 0);
}

static void worker_init(struct worker *worker, struct sched_runtime *runtime, uint32_t index,
			uint64_t *seed)
{
	uint64_t random = splitmix(seed);

	context_init(&worker->context, runtime, worker);
	worker->poll_context.waker = sched_waker_empty(); /* task_poll names the task */
	worker->poll_context.budget = &worker->context.budget;
	worker->index = index;
	worker->tick = 0;
	worker->ticks_to_event = SCHED_EVENT_INTERVAL;
	worker->polls_this_tick = 0;
	worker->is_searching = false;
	worker->is_shutdown = false;
	worker->batch.is_open = false;
	worker->batch.busy_ns = 0;
	worker->polls_at_park = 0;
	worker->task_balance = 0;
	worker->next_id = ((uint64_t)index + 1) << 40;
	worker->rng_one = (uint32_t)random | 1u;
	worker->rng_two = (uint32_t)(random >> 32) | 1u;
	if (INJECT_BATCH_IS_PRIVATE)
		*worker->private_batch = NULL;
	lifo_init(&worker->lifo);
	interval_init(&worker->interval);
	worker->global_queue_interval = interval_initial();
	worker->ticks_to_inject = worker->global_queue_interval;
	defer_list_init(&worker->defer);
	worker_metrics_init(&worker->metrics);
	COUNT_NOW(&worker->metrics, interval_now, worker->global_queue_interval);
	local_queue_init(&worker->queue, 0);
	parker_init(&worker->parker);
	worker_init_protocol(worker);
}

static struct sched_runtime *runtime_alloc(const struct sched_config *config)
{
	struct sched_runtime *runtime = (struct sched_runtime *)os_alloc(sizeof(*runtime),
									 SCHED_LINE);
	size_t workers_bytes = config->workers * sizeof(struct worker);

	if (!runtime)
		return NULL;
	runtime->config = *config;
	runtime->workers = (struct worker *)os_alloc(workers_bytes, SCHED_LINE);
	if (!runtime->workers)
		goto free_runtime;
	if (!owned_list_init(&runtime->owned, config->workers))
		goto free_workers;
	if (!idle_init(&runtime->idle, config->workers))
		goto fini_owned;
	return runtime;
fini_owned:
	owned_list_fini(&runtime->owned);
free_workers:
	os_free(runtime->workers, workers_bytes);
free_runtime:
	os_free(runtime, sizeof(*runtime));
	return NULL;
}

static void runtime_init(struct sched_runtime *runtime)
{
	uint64_t seed = runtime->config.seed;

	at_init(&runtime->is_closed, 0);
	at_init(&runtime->fault_hold_ns, 0);
	at_init(&runtime->remote_schedules, 0);
	os_mutex_init(&runtime->end_mutex);
	os_mutex_init(&runtime->join_mutex);
	runtime->arrived = 0;
	runtime->is_joined = false;
	at_init(&runtime->next_id, 1);
	at_init(&runtime->refs, RUNTIME_REFS_BIAS + 1);
	at_init(&runtime->driver, 0);
	at_init(&runtime->driver_token, PARK_EMPTY);
	inject_queue_init(&runtime->inject, &runtime->idle.mutex);
	if (SCHED_GUARD == GUARD_SENTINEL)
		guard_kept_init(runtime->kept);
	for (uint32_t i = 0; i < runtime->config.workers; i++)
		worker_init(&runtime->workers[i], runtime, i, &seed);
}

/* ---------------------------------------------------------------- freed -- */

static void worker_fini(struct worker *worker)
{
	defer_list_fini(&worker->defer);
	worker_metrics_fini(&worker->metrics);
	local_queue_fini(&worker->queue);
	parker_fini(&worker->parker);
	if (PARK_HAS_FLAG)
		at_fini(&worker->about_to_park);
}

/* Nobody holds a reference. */
static SCHED_COLD void runtime_free(struct sched_runtime *runtime)
{
	for (uint32_t i = 0; i < runtime->config.workers; i++)
		worker_fini(&runtime->workers[i]);
	os_free(runtime->workers, runtime->config.workers * sizeof(*runtime->workers));
	owned_list_fini(&runtime->owned);
	idle_fini(&runtime->idle);
	inject_queue_fini(&runtime->inject);
	if (SCHED_GUARD == GUARD_SENTINEL)
		guard_kept_fini(runtime->kept);
	os_mutex_fini(&runtime->end_mutex);
	os_mutex_fini(&runtime->join_mutex);
	at_fini(&runtime->is_closed);
	at_fini(&runtime->fault_hold_ns);
	at_fini(&runtime->remote_schedules);
	at_fini(&runtime->next_id);
	at_fini(&runtime->driver);
	at_fini(&runtime->driver_token);
	at_fini(&runtime->refs);
	os_free(runtime, sizeof(*runtime));
}

/* ----------------------------------------------------------- references -- */

static inline void runtime_ref(struct sched_runtime *runtime, struct worker *worker)
{
	if (!SCHED_HANDLE_REF && SCHED_LIKELY(worker != NULL))
		worker->task_balance++;
	else
		at_fetch_add_relaxed(&runtime->refs, 1);
}

static inline void runtime_unref(struct sched_runtime *runtime, struct worker *worker)
{
	uint64_t before;

	if (!SCHED_HANDLE_REF && SCHED_LIKELY(worker != NULL)) {
		worker->task_balance--;
		return;
	}
	before = at_fetch_sub_acq_rel(&runtime->refs, 1); /* pairs: RR1, RR1 */
	if (SCHED_UNLIKELY(before == 1))
		runtime_free(runtime);
}

/* The worker to count for; not looked up where the shared word is used anyway. */
static inline struct worker *runtime_counting_worker(struct sched_runtime *runtime)
{
	return SCHED_HANDLE_REF ? NULL : worker_current(runtime);
}

#endif
