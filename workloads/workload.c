/* SPDX-License-Identifier: MIT */
/*
 * workload.c - the out-of-line half of workload.h: reports, joins, producers,
 * blocking rendezvous; the oracles are in checks.c.
 *
 * Nothing here knows a scheduler or a particular workload.  Weakness: a producer
 * that cannot be started is reported, not retried.
 */
#include "workloads/workload.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define METRICS_MAX 64

/* -------------------------------------------------------------- reports -- */

void workload_fail(struct workload_env *env, const char *format, ...)
{
	va_list arguments;

	if (env->block->error[0])
		return;
	va_start(arguments, format);
	vsnprintf(env->block->error, sizeof(env->block->error), format, arguments);
	va_end(arguments);
}

void workload_extra(struct workload_env *env, const char *name, const char *unit,
		    enum arm_extra_kind kind, double value)
{
	struct arm_extra *extra;

	if (env->block->extra_count == ARM_EXTRAS) {
		workload_fail(env, "extra %s: a workload has at most %u extras", name, ARM_EXTRAS);
		return;
	}
	extra = &env->block->extras[env->block->extra_count++];
	extra->name = name;
	extra->unit = unit;
	extra->kind = (uint32_t)kind;
	extra->reserved = 0;
	extra->value = value;
}

bool workload_heap_bytes(struct workload_env *env, uint64_t *bytes)
{
	return env->block->heap_bytes && !env->block->heap_bytes(bytes);
}

void workload_histogram_clear(struct arm_histogram *histogram)
{
	memset(histogram, 0, sizeof(*histogram));
}

void workload_histogram_merge(struct arm_histogram *into, const struct arm_histogram *from)
{
	into->count += from->count;
	into->sum_ns += from->sum_ns;
	if (from->max_ns > into->max_ns)
		into->max_ns = from->max_ns;
	for (uint32_t i = 0; i < ARM_BUCKETS; i++)
		into->buckets[i] += from->buckets[i];
}

bool workload_metric(struct workload_env *env, const char *name, uint64_t *value)
{
	struct sched_metric metrics[METRICS_MAX];
	size_t count = sched_metrics(env->runtime, metrics, METRICS_MAX);

	for (size_t i = 0; i < count && i < METRICS_MAX; i++) { /* arm.c: there are no more */
		if (strcmp(metrics[i].name, name) == 0) {
			*value = metrics[i].value;
			return metrics[i].counted;
		}
	}
	return false;
}

/* --------------------------------------------------------- spawn, join -- */

void workload_spawn_failed(const struct sched_task_ops *ops, void *state, int error)
{
	if (error == -ENOMEM)
		workload_lacks(error);
	else
		workload_counter_add(&workload_lost, 1);
	if (error != -ECANCELED && ops->drop) /* -ECANCELED has dropped it already */
		ops->drop(state);
}

static enum sched_poll unit_poll(void *state, struct sched_context *context)
{
	(void)context;
	*(uint64_t *)state += 1;
	workload_ran();
	return SCHED_READY;
}

const struct sched_task_ops workload_unit_ops = {
	.name = "unit",
	.poll = unit_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(uint64_t),
	.output_bytes = sizeof(uint64_t),
};

enum sched_poll workload_join_one(struct sched_join *join, struct sched_context *context,
				  uint64_t *output)
{
	int status = 0;

	*output = 0;
	if (sched_join_poll(join, context, output, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	if (status != 0)
		workload_counter_add(&workload_lost, 1);
	sched_join_detach(join);
	return SCHED_READY;
}

void workload_joins_drop(struct workload_joins *joins)
{
	for (; joins->next < joins->count; joins->next++)
		sched_join_detach(&joins->handles[joins->next]);
}

/* A wait that failed, for want of memory for one, leaves tasks behind: end them all. */
static void give_up(struct workload_env *env, const char *what, int error)
{
	workload_fail(env, "block_on(%s): %s", what, strerror(-error));
	if (error == -ENOMEM)
		workload_lacks(error);
	sched_runtime_shutdown(env->runtime);
}

static enum sched_poll joins_poll(void *state, struct sched_context *context)
{
	return workload_joins_poll((struct workload_joins *)state, context);
}

bool workload_block_on_joins(struct workload_env *env, struct sched_join *handles, uint64_t count)
{
	struct workload_joins joins = {
		.handles = handles,
		.count = count,
		.first = 0,
		.next = 0,
	};
	int error = sched_block_on(env->runtime, joins_poll, &joins);

	if (error != 0) {
		give_up(env, "handles", error);
		workload_joins_drop(&joins);
	}
	return error == 0;
}

void workload_spawn_and_join(struct workload_env *env, struct sched_join *handles, uint64_t tasks,
			     uint64_t iterations)
{
	for (uint64_t i = 0; i < iterations; i++) {
		for (uint64_t task = 0; task < tasks; task++) {
			uint64_t index = task;

			workload_spawn_on(env->runtime, &workload_unit_ops, &index, &handles[task]);
		}
		if (!workload_block_on_joins(env, handles, tasks))
			break;
	}
}

bool workload_block_on_task(struct workload_env *env, const struct sched_task_ops *ops, void *state,
			    void *output)
{
	struct sched_join join;
	int error = sched_spawn_on(env->runtime, ops, state, &join);

	if (error != 0) {
		workload_fail(env, "spawn of %s: %s", ops->name, strerror(-error));
		workload_spawn_failed(ops, state, error);
		sched_join_detach(&join);
		return false;
	}
	error = sched_block_on_join(env->runtime, &join, output);
	if (error != 0) {
		give_up(env, ops->name, error);
		sched_join_detach(&join);
	}
	return error == 0;
}

/* ----------------------------------------------------------- producers -- */

static void producer_main(void *opaque)
{
	struct workload_producer *producer = (struct workload_producer *)opaque;
	const struct arm_config *config = producer->config;

	if (config->on_thread_start)
		config->on_thread_start(ARM_THREAD_PRODUCER, producer->index, config->arg);
	producer->run(producer->arg);
	if (config->on_thread_stop)
		config->on_thread_stop(ARM_THREAD_PRODUCER, producer->index, config->arg);
}

int workload_producer_start(struct workload_env *env, struct workload_producer *producer,
			    uint32_t index, void (*run)(void *arg), void *arg)
{
	char name[16];

	producer->config = env->config;
	producer->index = index;
	producer->run = run;
	producer->arg = arg;
	snprintf(name, sizeof(name), "producer-%u", index);
	return os_thread_start(&producer->thread, name, producer_main, producer);
}

void workload_producer_join(struct workload_producer *producer)
{
	os_thread_join(&producer->thread);
}

/* ------------------------------------------------- blocking rendezvous -- */

void workload_barrier_arrive(struct workload_barrier *barrier)
{
	uint32_t missing = at_fetch_sub_acq_rel(&barrier->missing, 1); /* pairs: WB1, WB1 */

	if (missing == 1)
		os_wake(&barrier->missing, UINT32_MAX >> 1);
}

void workload_barrier_wait(struct workload_barrier *barrier)
{
	workload_barrier_arrive(barrier);
	for (;;) {
		uint32_t missing = at_load_acquire(&barrier->missing); /* pairs: WB1 */

		if (missing == 0)
			return;
		os_wait(&barrier->missing, missing, OS_FOREVER);
	}
}

void workload_signal_raise(struct workload_signal *signal)
{
	uint32_t before = at_swap_release(&signal->raised, 1); /* pairs: WS1 - what led here */

	if (before == 0)
		os_wake(&signal->raised, 1);
}

void workload_signal_wait(struct workload_signal *signal)
{
	for (;;) {
		uint32_t raised = at_load_acquire(&signal->raised); /* pairs: WS1 */

		if (raised)
			break;
		os_wait(&signal->raised, 0, OS_FOREVER);
	}
	at_store_relaxed(&signal->raised, 0);
}
