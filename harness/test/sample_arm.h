/* SPDX-License-Identifier: MIT */
/* sample_arm.h - an arm for the life of a sample: it does as told, and keeps what it saw. */
#ifndef HARNESS_TEST_SAMPLE_ARM_H
#define HARNESS_TEST_SAMPLE_ARM_H

#include "harness/test/kernel_answers.h"

#include <signal.h>
#include <unistd.h>

#include "harness/sample.h"

static struct {
	int error;
	uint32_t start_at_once; /* workers that report from start() */
	uint64_t metric;	/* what it has counted */
	const char *refusal;
	/* seen */
	unsigned int starts, stops, dumps, refusals;
	struct arm_config config;
	bool held; /* SIGUSR1, while it starts */
	size_t threads_counted;
} arm_does;

static struct sample *sample;
static struct options options;
static int runtime;
static const struct arm_param params[] = { { "tasks", "tasks of a round", 50, 1, 1000 },
					   { "depth", "calls deep", 3, 2, 9 } };
static const struct arm_workload busy = { "busy", "fan-out", "task", "all", "tokio", params, 2, 0 };
static const struct arm_workload *const workloads[] = { &busy };

/* The worker is a thread of its own, which ends at once. */
static inline void *worker_main(void *arg)
{
	uint32_t index = *(const uint32_t *)arg;

	arm_does.config.on_thread_start(ARM_THREAD_WORKER, index, arm_does.config.arg);
	arm_does.threads_counted += sample->counters.thread_count;
	arm_does.config.on_thread_stop(ARM_THREAD_WORKER, index, arm_does.config.arg);
	fake_unbind();
	return NULL;
}

static inline void start_worker(uint32_t index)
{
	pthread_t thread;

	pthread_create(&thread, NULL, worker_main, &index);
	pthread_join(thread, NULL);
}

static inline int scripted_start(const struct arm_config *config, void **result)
{
	sigset_t held;

	arm_does.starts++;
	arm_does.config = *config;
	pthread_sigmask(SIG_BLOCK, NULL, &held);
	arm_does.held = sigismember(&held, SIGUSR1);
	*result = &runtime;
	for (uint32_t i = 0; i < arm_does.start_at_once; i++)
		start_worker(i);
	return arm_does.error;
}

static inline void scripted_stop(void *its)
{
	assert_ptr_equal(its, &runtime);
	arm_does.stops++;
	arm_does.metric += 1000; /* too late */
}

static inline void scripted_dump(void *its, int fd)
{
	(void)fd;
	arm_does.dumps += its == &runtime;
}

static inline size_t scripted_metrics(void *its, struct arm_metric *metrics, size_t max)
{
	(void)max;
	assert_ptr_equal(its, &runtime);
	metrics[0] = (struct arm_metric){ "polls", 1, 0, arm_does.metric };
	return 1;
}

static inline const char *scripted_refuses(const struct arm_workload *workload,
					   const uint64_t *values, uint32_t workers)
{
	arm_does.refusals++;
	assert_ptr_equal(workload, &busy);
	assert_int_equal(values[0], 51);
	assert_int_equal(workers, options.workers);
	return arm_does.refusal;
}

static struct arm scripted;

static inline int sample_setup(void **state)
{
	setup(state);
	memset(&arm_does, 0, sizeof arm_does);
	scripted = (struct arm){ .abi = ARM_ABI,
				 .name = "scripted",
				 .refuses = scripted_refuses,
				 .start = scripted_start,
				 .stop = scripted_stop,
				 .dump = scripted_dump,
				 .metrics = scripted_metrics,
				 .workloads = workloads,
				 .workload_count = 1 };
	options = (struct options){ .pin = "compact",
				    .workers = 2,
				    .seed = 7,
				    .counters = "branch",
				    .workload = "busy",
				    .params = { "tasks=51", "depth=4" },
				    .param_count = 2 };
	fake.cpus = "4-6";
	fake.step_count = 1; /* the clock stands still */
	fake.clock_ns = 1000000000000 + 5;
	sample = malloc(sizeof *sample);
	memset(sample, 0xff, sizeof *sample);
	sample_init(sample, &scripted, &options);
	return 0;
}

static inline int sample_teardown(void **state)
{
	sample_free(sample);
	free(sample);
	return teardown(state);
}

static inline void expect_status(enum sample_status status, int exit_code, const char *cause)
{
	assert_int_equal(sample->status, status);
	assert_int_equal(sample->exit_code, exit_code);
	assert_string_equal(sample->cause, cause);
}

#define SAMPLE_UNIT(test) cmocka_unit_test_setup_teardown(test, sample_setup, sample_teardown)

#endif
