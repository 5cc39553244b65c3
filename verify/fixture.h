/* SPDX-License-Identifier: MIT */
/*
 * fixture.h - a whole scheduler for models: with its own worker threads, or with
 * model threads in their place.
 *
 * A model that includes this is one variant with the knobs of its build.  Threads
 * are few (four with loom), so most models start no worker: fixture_create makes
 * the runtime, and a model thread becomes worker k with fixture_enter.
 */
#ifndef VERIFY_FIXTURE_H
#define VERIFY_FIXTURE_H

#ifndef VARIANT_NAME
#define VARIANT_NAME "model"
#endif
/* Tokio looks at both under a mutex, here they would only be more steps. */
#ifndef SCHED_MAINTENANCE_LOCKS
#define SCHED_MAINTENANCE_LOCKS 0
#endif
#ifndef SCHED_PARK_DRIVER
#define SCHED_PARK_DRIVER 0
#endif
#ifndef SCHED_METRICS_BATCHED
#define SCHED_METRICS_BATCHED 0
#endif
#ifndef SCHED_OWNED_COUNT
#define SCHED_OWNED_COUNT 0
#endif
#ifndef SCHED_INTERVAL
#define SCHED_INTERVAL INTERVAL_FIXED
#endif

#include "sched/engine.h"
#include "verify/model.h"

static inline SCHED_UNUSED struct sched_config fixture_config(uint32_t workers)
{
	struct sched_config config = { workers, 1, NULL, NULL, NULL };

	return config;
}

/* No worker thread is started. */
static inline SCHED_UNUSED struct sched_runtime *fixture_create(uint32_t workers)
{
	struct sched_config config = fixture_config(workers);
	struct sched_runtime *runtime = runtime_alloc(&config);

	runtime_init(runtime);
	runtime->is_joined = true; /* there is nobody to join */
	return runtime;
}

/* The calling thread is worker `index` from here on. */
static inline SCHED_UNUSED struct worker *fixture_enter(struct sched_runtime *runtime,
							uint32_t index)
{
	os_set_current(&runtime->workers[index].context);
	return &runtime->workers[index];
}

/* What the workers do at their end, and destroy. */
static inline SCHED_UNUSED void fixture_destroy(struct sched_runtime *runtime)
{
	uint32_t workers = runtime->config.workers;

	os_set_current(NULL);
	runtime_close(runtime);
	owned_list_close(&runtime->owned, 0, task_shut_down);
	for (uint32_t i = 0; i < workers; i++)
		runtime_worker_arrived(runtime);
	sched_runtime_destroy(runtime);
}

/* The task that inject gives a worker first, or NULL. */
static inline SCHED_UNUSED struct sched_task *fixture_pop_injected(struct sched_runtime *runtime)
{
	uint64_t taken;

	return inject_queue_pop(&runtime->inject, 0, 1, &taken);
}

#endif
