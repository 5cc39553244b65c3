/* SPDX-License-Identifier: MIT */
/*
 * test_arm.c - the smallest arm that obeys arm.h, for tests of the harness.
 *
 * Workers sleep on a condition variable and add up numbers when told to.  Its
 * workloads are what a harness meets: a right result, a wrong one, a block that
 * cannot run, one that hangs, one with producers and latencies, one refused.
 */
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "workloads/arm.h"

#define TEST_WORKERS_MAX 64u

struct test_runtime {
	struct arm_config config;
	pthread_t threads[TEST_WORKERS_MAX];
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	uint64_t round;	 /* by mutex, as all below */
	uint64_t amount; /* to add up by each worker in this round */
	uint32_t running;
	bool stopping;
	uint64_t sum;
	uint64_t rounds_done;
};

struct test_worker {
	struct test_runtime *runtime;
	uint32_t index;
};

static uint64_t add_up(uint64_t amount)
{
	volatile uint64_t sum = 0;
	uint64_t i;

	for (i = 0; i < amount; i++)
		sum += 1;
	return sum;
}

static void work(struct test_runtime *runtime, uint64_t amount)
{
	uint64_t sum = add_up(amount);

	pthread_mutex_lock(&runtime->mutex);
	runtime->sum += sum;
	if (--runtime->running == 0)
		pthread_cond_broadcast(&runtime->changed);
}

static void *worker_main(void *arg)
{
	struct test_worker self = *(struct test_worker *)arg;
	struct test_runtime *runtime = self.runtime;
	uint64_t seen = 0;

	free(arg);
	runtime->config.on_thread_start(ARM_THREAD_WORKER, self.index, runtime->config.arg);
	pthread_mutex_lock(&runtime->mutex);
	while (!runtime->stopping) {
		uint64_t amount = runtime->amount;

		if (runtime->round == seen) {
			pthread_cond_wait(&runtime->changed, &runtime->mutex);
			continue;
		}
		seen = runtime->round;
		pthread_mutex_unlock(&runtime->mutex);
		work(runtime, amount);
	}
	pthread_mutex_unlock(&runtime->mutex);
	runtime->config.on_thread_stop(ARM_THREAD_WORKER, self.index, runtime->config.arg);
	return NULL;
}

static int test_start(const struct arm_config *config, void **result)
{
	struct test_runtime *runtime;
	uint32_t i;

	if (config->workers > TEST_WORKERS_MAX)
		return -EINVAL;
	runtime = calloc(1, sizeof *runtime);
	runtime->config = *config;
	pthread_mutex_init(&runtime->mutex, NULL);
	pthread_cond_init(&runtime->changed, NULL);
	for (i = 0; i < config->workers; i++) {
		struct test_worker *worker = malloc(sizeof *worker);

		*worker = (struct test_worker){ runtime, i };
		pthread_create(&runtime->threads[i], NULL, worker_main, worker);
	}
	*result = runtime;
	return 0;
}

static void test_stop(void *arg)
{
	struct test_runtime *runtime = arg;
	uint32_t i;

	pthread_mutex_lock(&runtime->mutex);
	runtime->stopping = true;
	pthread_cond_broadcast(&runtime->changed);
	pthread_mutex_unlock(&runtime->mutex);
	for (i = 0; i < runtime->config.workers; i++)
		pthread_join(runtime->threads[i], NULL);
	pthread_cond_destroy(&runtime->changed);
	pthread_mutex_destroy(&runtime->mutex);
	free(runtime);
}

static uint64_t clock_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static uint64_t run_round(struct test_runtime *runtime, uint64_t amount)
{
	uint64_t sum;

	pthread_mutex_lock(&runtime->mutex);
	runtime->amount = amount;
	runtime->running = runtime->config.workers;
	runtime->sum = 0;
	runtime->round++;
	pthread_cond_broadcast(&runtime->changed);
	while (runtime->running)
		pthread_cond_wait(&runtime->changed, &runtime->mutex);
	runtime->rounds_done++;
	sum = runtime->sum;
	pthread_mutex_unlock(&runtime->mutex);
	return sum;
}

/* One producer thread that lives for the block, and does nothing. */
static void *producer_main(void *arg)
{
	struct test_runtime *runtime = arg;

	runtime->config.on_thread_start(ARM_THREAD_PRODUCER, 0, runtime->config.arg);
	runtime->config.on_thread_stop(ARM_THREAD_PRODUCER, 0, runtime->config.arg);
	return NULL;
}

static void run_sums(struct test_runtime *runtime, struct arm_block *block, bool latency)
{
	uint64_t amount = block->params[0], expected = amount * runtime->config.workers;
	uint64_t i;

	for (i = 0; i < block->iterations; i++) {
		uint64_t began = clock_ns(), took;

		if (run_round(runtime, amount) != expected)
			strcpy(block->error, "the sum is wrong");
		took = clock_ns() - began;
		block->timed_ns += took;
		block->units += expected;
		if (latency)
			arm_histogram_add(block->latency, took);
	}
}

static int run_producer(struct test_runtime *runtime, struct arm_block *block)
{
	static const char *const names[] = { "rounds", "largest", "smallest", "mean" };
	pthread_t producer;

	if (pthread_create(&producer, NULL, producer_main, runtime))
		return -EAGAIN;
	run_sums(runtime, block, true);
	pthread_join(producer, NULL);
	for (uint32_t kind = ARM_SUM; kind <= ARM_MEAN; kind++)
		block->extras[kind] = (struct arm_extra){ names[kind], "round", kind, 0,
							  (double)block->iterations };
	block->extra_count = ARM_MEAN + 1;
	return 0;
}

static int test_run(void *arg, const struct arm_workload *workload, struct arm_block *block)
{
	struct test_runtime *runtime = arg;

	if (strcmp(workload->name, "fails") == 0)
		return -EIO;
	while (strcmp(workload->name, "hangs") == 0)
		pause();
	if (strcmp(workload->name, "producer") == 0)
		return run_producer(runtime, block);
	run_sums(runtime, block, false);
	if (strcmp(workload->name, "wrong") == 0)
		strcpy(block->error, "wrong on purpose");
	return 0;
}

static size_t test_metrics(void *arg, struct arm_metric *metrics, size_t max)
{
	struct test_runtime *runtime = arg;

	if (max < 2)
		return 0;
	metrics[0] = (struct arm_metric){ "rounds", 1, 0, 0 };
	metrics[1] = (struct arm_metric){ "steals", 0, 0, 0 };
	if (!runtime)
		return 2;
	pthread_mutex_lock(&runtime->mutex);
	metrics[0].value = runtime->rounds_done;
	pthread_mutex_unlock(&runtime->mutex);
	return 2;
}

static void test_dump(void *arg, int fd)
{
	static const char text[] = "test arm: its workers are where they are\n";
	ssize_t written = write(fd, text, sizeof text - 1);

	(void)arg;
	(void)written;
}

static const char *test_refuses(const struct arm_workload *workload, const uint64_t *params,
				uint32_t workers)
{
	(void)params;
	if (strcmp(workload->name, "refused") == 0)
		return "the test arm refuses it";
	return workers > TEST_WORKERS_MAX ? "too many workers for the test arm" : NULL;
}

static const struct arm_param amount_param = { "amount", "numbers per worker and round", 100, 1,
					       1000000 };

#define WORKLOAD(id, what, its_flags) \
	static const struct arm_workload workload_##id = { \
		.name = #id, \
		.family = "probe", \
		.unit = "number", \
		.measures = what, \
		.origin = "schedlab", \
		.params = &amount_param, \
		.param_count = 1, \
		.flags = its_flags, \
	}

WORKLOAD(sum, "workers add up numbers", 0);
WORKLOAD(producer, "the same beside a producer thread", ARM_LATENCY | ARM_PARKS);
WORKLOAD(wrong, "a result that does not verify", 0);
WORKLOAD(fails, "a block that cannot run", 0);
WORKLOAD(hangs, "a block that never ends", 0);
WORKLOAD(refused, "a cell this arm refuses", ARM_NEEDS_REMOTE);

static const struct arm_workload *const workloads[] = {
	&workload_sum,	 &workload_producer, &workload_wrong,
	&workload_fails, &workload_hangs,    &workload_refused,
};

static const struct arm_pair knobs[] = { { "TEST_KNOB", "1" } };

const struct arm *arm_self(void)
{
	static const struct arm arm = {
		.abi = ARM_ABI,
		.name = "test",
		.kind = "peer",
		.version = "test arm",
		.flavour = "timed",
		.allocator = "libc",
		.isa = "any",
		.knobs = knobs,
		.knob_count = 1,
		.workload_count = sizeof workloads / sizeof workloads[0],
		.workloads = workloads,
		.refuses = test_refuses,
		.start = test_start,
		.run = test_run,
		.stop = test_stop,
		.metrics = test_metrics,
		.dump = test_dump,
	};

	return &arm;
}
