/* SPDX-License-Identifier: MIT */
/*
 * worker_loop.h - what a worker does all day.
 * Source: Tokio 1.53, multi_thread/worker.rs run, next_task, run_task, steal_work,
 * park; in one page: docs/tokio.md section 0.
 *
 * Arrow: queues -> next_task -> run -> (nothing left) -> steal -> park.
 * There is no spinning: a failed search is one pass over the victims.
 */
#ifndef SCHED_WORKER_LOOP_H
#define SCHED_WORKER_LOOP_H

#include "sched/park_protocol.h"
#include "sched/task_run.h"

/* -------------------------------------------------------------- batches -- */

#define WORKER_READS_CLOCK (SCHED_METRICS_BATCHED || SCHED_INTERVAL_NEEDS_CLOCK)

static inline void worker_batch_start(struct worker *worker)
{
	worker->batch.polls = 0;
	worker->batch.is_open = true;
	if (WORKER_READS_CLOCK)
		worker->batch.started_ns = os_now();
}

static inline void worker_batch_end(struct worker *worker)
{
	struct batch *batch = &worker->batch;

	if (!batch->is_open)
		return;
	batch->is_open = false;
	if (WORKER_READS_CLOCK) {
		uint64_t ns = os_now() - batch->started_ns;

		batch->busy_ns += ns;
		if (batch->polls > 0)
			SCHED_INTERVAL_SAMPLE(&worker->interval, ns, batch->polls);
	}
	COUNT_NOW(&worker->metrics, busy_ns, batch->busy_ns);
}

/* The tick is a multiple of the interval. */
static inline void worker_tune_interval(struct worker *worker)
{
	uint32_t next = SCHED_INTERVAL_CURRENT(&worker->interval);
	uint32_t now = worker->global_queue_interval;

	if ((next > now ? next - now : now - next) > INTERVAL_HYSTERESIS) {
		COUNT(&worker->metrics, interval_changes, 1);
		worker->global_queue_interval = next;
		now = next;
	}
	COUNT(&worker->metrics, interval_looks, 1);
	COUNT(&worker->metrics, interval_ticks, now);
	COUNT_NOW(&worker->metrics, interval_now, now);
	worker->ticks_to_inject = now - worker->tick % now;
}

/* ------------------------------------------------------------ next task -- */

/* INJECT_BATCH_PRIVATE: the next of the latest batch, or NULL.  It is kept when a tick ends,
 * which F5 did not (B5), and out of reach of whoever has nothing to do (B19). */
static inline struct sched_task *next_private_task(struct worker *worker)
{
	struct sched_task *task = INJECT_BATCH_IS_PRIVATE ? *worker->private_batch : NULL;

	if (task)
		*worker->private_batch = task->queue_next;
	return task;
}

static inline struct sched_task *next_local_task(struct worker *worker)
{
	struct sched_task *task = next_private_task(worker);

	if (task)
		return task;
	task = lifo_next(worker);
	if (!task)
		task = local_queue_pop(&worker->queue, &worker->metrics);
	lifo_popped(worker, task);
	return task;
}

/* The shard to look at first: any, so that no shard is always last (B18). */
static inline uint32_t worker_inject_start(struct worker *worker)
{
	return SCHED_INJECT == INJECT_SHARDED ? worker_random(worker, INJECT_SHARDS) : 0;
}

static inline struct sched_task *next_remote_task(struct worker *worker)
{
	struct sched_runtime *runtime = worker->context.runtime;
	uint64_t taken;
	struct sched_task *task;

	if (inject_queue_is_empty(&runtime->inject))
		return NULL;
	task = inject_queue_pop(&runtime->inject, worker_inject_start(worker), 1, &taken);
	COUNT(&worker->metrics, inject_pops, taken);
	return task;
}

#define PRIVATE_BATCH_LEAST 4u
#define PRIVATE_BATCH_MOST  32u /* the array of F5, whose clamp goes to 64 */

/* INJECT_BATCH_PRIVATE, and none is left: a share, of which nobody hears. */
static inline struct sched_task *next_private_batch(struct worker *worker)
{
	struct sched_runtime *runtime = worker->context.runtime;
	uint64_t share = inject_queue_length(&runtime->inject) / runtime->config.workers;
	struct sched_task *first;
	uint64_t taken;

	share = share < PRIVATE_BATCH_LEAST ? PRIVATE_BATCH_LEAST : share;
	share = share > PRIVATE_BATCH_MOST ? PRIVATE_BATCH_MOST : share;
	first = inject_queue_pop_from_first(&runtime->inject, share, &taken);
	if (first)
		*worker->private_batch = first->queue_next;
	COUNT(&worker->metrics, inject_pops, taken);
	COUNT(&worker->metrics, inject_batches, taken > 0);
	return first;
}

/* Local work ran dry: fetch a fair share, at most half a ring (that bound keeps a
 * task from going back to inject for ever, tokio.md 1.2). */
static inline struct sched_task *next_remote_batch(struct worker *worker)
{
	struct sched_runtime *runtime = worker->context.runtime;
	uint64_t room = local_queue_room_owned(&worker->queue);
	uint64_t most = room < LOCAL_QUEUE_HALF ? room : LOCAL_QUEUE_HALF;
	uint64_t share = inject_queue_length(&runtime->inject) / runtime->config.workers + 1;
	struct sched_task *first;
	uint64_t taken;

	share = share < most ? share : most;
	first = inject_queue_pop(&runtime->inject, worker_inject_start(worker),
				 share > 0 ? share : 1, &taken);
	if (taken > 1)
		local_queue_push_batch(&worker->queue, first->queue_next, (uint32_t)(taken - 1));
	COUNT(&worker->metrics, inject_pops, taken);
	COUNT(&worker->metrics, inject_batches, taken > 0);
	return first;
}

static inline struct sched_task *next_batch(struct worker *worker)
{
	return INJECT_BATCH_IS_PRIVATE ? next_private_batch(worker) : next_remote_batch(worker);
}

/* INJECT_IS_LAST: whatever the interval, local work keeps the worker from inject (B6). */
static inline struct sched_task *next_task_inject_last(struct worker *worker)
{
	struct sched_task *task = next_local_task(worker);

	if (task || worker->tick % worker->global_queue_interval != 0)
		return task;
	worker_tune_interval(worker);
	task = next_batch(worker);
	COUNT(&worker->metrics, interval_hits, task != NULL);
	return task;
}

static inline struct sched_task *next_task(struct worker *worker)
{
	struct sched_task *task;

	if (INJECT_IS_LAST)
		return next_task_inject_last(worker);
	if (SCHED_UNLIKELY(--worker->ticks_to_inject == 0)) {
		worker_tune_interval(worker);
		task = next_remote_task(worker);
		COUNT(&worker->metrics, interval_hits, task != NULL);
		return task ? task : next_local_task(worker);
	}
	task = next_local_task(worker);
	if (task || inject_queue_is_empty(&worker->context.runtime->inject))
		return task;
	return next_batch(worker);
}

/* ---------------------------------------------------------------- steal -- */

/* Fault build: what a descheduled thief looks like to its victim. */
static void worker_hold_thief(void *arg)
{
	struct sched_runtime *runtime = (struct sched_runtime *)arg;
	uint64_t hold_ns = at_load_relaxed(&runtime->fault_hold_ns);
	struct worker *thief = worker_current(runtime);
	uint64_t began, held_ns;

	if (hold_ns == 0)
		return;
	began = os_now();
	do {
		at_spin_hint();
		held_ns = os_now() - began;
	} while (held_ns < hold_ns);
	COUNT(&thief->metrics, thief_holds, 1);
	COUNT(&thief->metrics, thief_hold_ns, held_ns);
}

static inline struct sched_task *steal_from(struct worker *thief, uint32_t index)
{
	struct worker *victim = &thief->context.runtime->workers[index];
	uint32_t stolen;
	struct sched_task *task = local_queue_steal_into(&victim->queue, &thief->queue, &stolen,
							 worker_hold_thief, thief->context.runtime);

	if (!task) {
		task = lifo_steal(thief, victim);
		stolen = task != NULL;
	}
	COUNT(&thief->metrics, steals, stolen);
	COUNT(&thief->metrics, steal_operations, task != NULL);
	COUNT(&thief->metrics, steal_misses, task == NULL);
	return task;
}

/* SCHED_STEAL_VICTIMS: the first worker to look at. */
static inline uint32_t steal_start(struct worker *worker, uint32_t workers)
{
	if (SCHED_STEAL_VICTIMS == STEAL_VICTIMS_BY_TICK)
		return (worker->index + worker->tick) % workers;
	return worker_random(worker, workers);
}

/* And how many.  By tick, who comes by itself does not get round: one victim is left out, and
 * the only one of two workers at every other tick. */
static inline uint32_t steal_looks(uint32_t workers)
{
	return SCHED_STEAL_VICTIMS == STEAL_VICTIMS_BY_TICK ? workers - 1 : workers;
}

/* One pass over the others, then one look at inject (unless INJECT_IS_LAST). */
static SCHED_COLD struct sched_task *steal_work(struct worker *worker)
{
	struct sched_runtime *runtime = worker->context.runtime;
	uint32_t workers = runtime->config.workers;
	uint32_t start;

	if (!worker->is_searching)
		worker->is_searching = idle_transition_to_searching(&runtime->idle);
	if (!worker->is_searching)
		return NULL;
	start = steal_start(worker, workers);
	for (uint32_t i = 0; i < steal_looks(workers); i++) {
		uint32_t victim = start + i < workers ? start + i : start + i - workers;
		struct sched_task *task = NULL;

		if (victim != worker->index)
			task = steal_from(worker, victim);
		if (task)
			return task;
	}
	return INJECT_IS_LAST ? NULL : next_remote_task(worker);
}

/* Beyond the worker's reach so far; by INJECT_IS_LAST inject comes after the search, even if
 * there was no permission to search. */
static inline struct sched_task *next_far_task(struct worker *worker)
{
	struct sched_task *task = steal_work(worker);

	return task || !INJECT_IS_LAST ? task : next_batch(worker);
}

/* ------------------------------------------------------------------ run -- */

static inline void worker_stop_searching(struct worker *worker)
{
	struct sched_runtime *runtime = worker->context.runtime;

	if (!worker->is_searching)
		return;
	worker->is_searching = false;
	if (idle_transition_from_searching(&runtime->idle))
		notify_parked(runtime);
}

/* What the slots chain to a root, all on its budget. */
static inline void worker_run_lifo_chain(struct worker *worker)
{
	uint32_t polls = 0;
	struct sched_task *task;

	while ((task = lifo_follow(worker, &polls)) != NULL)
		task_run(worker, task);
	lifo_settle(worker);
}

static inline void worker_run(struct worker *worker, struct sched_task *task)
{
	worker_count_rescue(worker);
	worker_stop_searching(worker);
	worker->context.budget = SCHED_BUDGET;
	worker->batch.polls++;
	COUNT(&worker->metrics, polls, 1);
	task_run(worker, task);
	worker_run_lifo_chain(worker);
}

/* ------------------------------------------------------ parking, closed -- */

static inline void worker_maintain(struct worker *worker)
{
	struct sched_runtime *runtime = worker->context.runtime;

	COUNT(&worker->metrics, maintenances, 1);
	if (worker->is_shutdown)
		return;
	if (SCHED_MAINTENANCE_LOCKS)
		worker->is_shutdown = inject_queue_is_closed(&runtime->inject);
	else
		worker->is_shutdown = at_load_acquire(&runtime->is_closed) != 0; /* pairs: CL1 */
}

/* Tokio tries the driver's lock even where no driver exists, and on success parks
 * there for no time: it looks for a token and unlocks.  Nobody ever leaves one. */
static inline void worker_poll_driver(struct worker *worker)
{
	struct sched_runtime *runtime = worker->context.runtime;
	uint32_t unlocked = 0;
	uint32_t notified = PARK_NOTIFIED;

	if (!SCHED_PARK_DRIVER)
		return;
	if (!at_cas_acquire(&runtime->driver, &unlocked, 1)) /* pairs: DR1 */
		return;
	at_cas_relaxed(&runtime->driver_token, &notified, PARK_EMPTY);
	at_swap_release(&runtime->driver, 0); /* pairs: DR1 */
}

/* After every park or poll of the driver: wakes of deferred tasks tell nobody one by
 * one, but one worker is told if there is more here than this one can run next. */
static inline void worker_resume_deferred(struct worker *worker)
{
	worker_wake_deferred(worker);
	if (!LOCAL_IS_QUIET && !worker->is_searching && worker_length(worker) > 1)
		notify_parked(worker->context.runtime);
}

static inline void worker_park_yield(struct worker *worker)
{
	worker_poll_driver(worker);
	worker_resume_deferred(worker);
}

/* false: there is work here, do not sleep. */
static inline bool worker_transition_to_parked(struct worker *worker)
{
	struct sched_runtime *runtime = worker->context.runtime;
	bool was_last;

	if (worker_keeps_awake(worker)) {
		worker_set_about_to_park(worker, false);
		return false;
	}
	was_last = idle_transition_to_parked(&runtime->idle, worker->index, worker->is_searching) &&
		   !PARK_HAS_FLAG;
	worker->is_searching = false;
	if (was_last)
		notify_if_work_pending(runtime);
	return true;
}

/* false: nobody took us off the sleepers, the wake was spurious. */
static inline bool worker_transition_from_parked(struct worker *worker)
{
	if (idle_is_parked(&worker->context.runtime->idle, worker->index))
		return false;
	worker_set_about_to_park(worker, false);
	worker->is_searching = true; /* the notifier counted us */
	return true;
}

/* The time is over: it looks around as a worker that ran dry does, and parks again. */
static inline bool worker_transition_from_timeout(struct worker *worker)
{
	if (!idle_transition_from_timeout(&worker->context.runtime->idle, worker->index))
		return worker_transition_from_parked(worker);
	worker_set_about_to_park(worker, false);
	worker->is_timed_out = true;
	return true;
}

static SCHED_COLD void worker_park(struct worker *worker)
{
	bool is_told;

	if (!worker_transition_to_parked(worker))
		return;
	if (PARK_IS_TIMED)
		worker->is_timed_out = false;
	while (!worker->is_shutdown) {
		uint64_t polls = COUNTED(&worker->metrics, polls);

		COUNT(&worker->metrics, parks, 1);
		COUNT(&worker->metrics, noop_parks, polls == worker->polls_at_park);
		if (SCHED_COUNTING)
			worker->polls_at_park = polls;
		is_told = worker_sleep(worker);
		worker_maintain(worker);
		if (is_told ? worker_transition_from_parked(worker) :
			      worker_transition_from_timeout(worker))
			return;
	}
}

/* ------------------------------------------------------------- the loop -- */

/* JOIN_POLL_BACKOFF: sleep, if nobody who is deferred would do anything but ask a handle
 * again.  As one that parks, the worker leaves the search first and sees to it that no work
 * is overlooked by that; but it does not join the sleepers, and none can wake it. */
static SCHED_COLD SCHED_UNUSED void worker_back_off(struct worker *worker)
{
	struct sched_runtime *runtime = worker->context.runtime;
	uint64_t ns;

	if (SCHED_JOIN != JOIN_POLL_BACKOFF || worker->context.backoff->asked < worker->defer.count)
		return;
	ns = join_next_round(worker->context.backoff);
	if (ns == 0)
		return;
	if (worker->is_searching) {
		worker->is_searching = false;
		if (idle_transition_from_searching(&runtime->idle))
			notify_if_work_pending(runtime);
	}
	join_sleep(ns);
}

static inline void worker_wait_deferred(struct worker *worker)
{
	if (SCHED_JOIN == JOIN_POLL_BACKOFF)
		worker_back_off(worker);
	worker_park_yield(worker);
}

/* No work anywhere in reach. */
static SCHED_COLD void worker_wait(struct worker *worker)
{
	if (lifo_reopen(worker))
		; /* the next tick has the slots again */
	else if (worker->defer.count > 0)
		worker_wait_deferred(worker);
	else
		worker_park(worker);
	worker_batch_start(worker);
}

static inline void worker_tick(struct worker *worker)
{
	worker->tick++;
	if (SCHED_LIKELY(--worker->ticks_to_event != 0))
		return;
	worker->ticks_to_event = SCHED_EVENT_INTERVAL;
	worker_batch_end(worker);
	worker_park_yield(worker);
	worker_maintain(worker);
	worker_batch_start(worker);
}

/* A test that is the worker brings its own, to go round once. */
#ifndef WORKER_GOES_ON
#define WORKER_GOES_ON(worker) (!(worker)->is_shutdown)
#endif

static void worker_loop(struct worker *worker)
{
	worker_batch_start(worker);
	while (WORKER_GOES_ON(worker)) {
		struct sched_task *task;

		worker_tick(worker);
		task = next_task(worker);
		if (SCHED_UNLIKELY(!task)) {
			worker_batch_end(worker);
			task = next_far_task(worker);
			if (!task) {
				worker_wait(worker);
				continue;
			}
			worker_batch_start(worker);
		}
		worker_run(worker, task);
	}
}

#endif
