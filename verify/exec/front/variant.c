/* SPDX-License-Identifier: MIT */
/*
 * variant.c - a variant and its probe in one unit: EXEC_VARIANT is the variant's file.
 *
 * Creation and destruction are wrapped, so that the probe knows which runtime there
 * is; the latest, if a program has several.
 */
#include "sched/sched.h"

int variant_runtime_create(const struct sched_config *config, struct sched_runtime **runtime);
void variant_runtime_destroy(struct sched_runtime *runtime);

#define sched_runtime_create  variant_runtime_create
#define sched_runtime_destroy variant_runtime_destroy
#include EXEC_VARIANT
#undef sched_runtime_create
#undef sched_runtime_destroy

#include "verify/exec/front/probe.h"

static struct sched_runtime *probed;

int sched_runtime_create(const struct sched_config *config, struct sched_runtime **runtime)
{
	int error;

	probed = NULL; /* of an execution that was left in the middle */
	error = variant_runtime_create(config, runtime);
	probed = *runtime;
	return error;
}

void sched_runtime_destroy(struct sched_runtime *runtime)
{
	sched_runtime_shutdown(runtime);
	if (probed == runtime)
		probed = NULL;
	variant_runtime_destroy(runtime);
}

static bool all_are_parked(void)
{
	for (uint32_t i = 0; i < probed->config.workers; i++) {
		uint32_t state = at_load_relaxed(&probed->workers[i].parker.state);

		if (state != PARK_PARKED)
			return false;
	}
	return true;
}

const char *probe_lost_work(void *unused)
{
	uint64_t injected;

	(void)unused;
	if (!probed || !all_are_parked())
		return NULL;
	injected = inject_queue_length(&probed->inject);
	if (injected > 0)
		return "all workers are parked, and a task is in the inject queue";
	for (uint32_t i = 0; i < probed->config.workers; i++) {
		struct worker *worker = &probed->workers[i];
		uint32_t length = local_queue_length(&worker->queue);

		if (length > 0)
			return "all workers are parked, and a task is in a local queue";
		if (worker->lifo.count > 0)
			return "all workers are parked, and a task is in a LIFO slot";
		if (worker->defer.count > 0)
			return "all workers are parked, and a task is deferred";
	}
	return NULL;
}
