/* SPDX-License-Identifier: MIT */
/*
 * internals.h - the whole engine inside a unit test, with the knobs that the test's
 * compile definitions or the lines before the include chose.
 */
#ifndef TESTS_UNIT_INTERNALS_H
#define TESTS_UNIT_INTERNALS_H

#define VARIANT_NAME "unit"
#include "sched/engine.h"

#include "tests/support/support.h"

/* Tasks that are only ever queued: what a queue gives back is compared by address. */
static inline void fake_tasks_init(struct sched_task *tasks, uint32_t count)
{
	memset(tasks, 0, count * sizeof(*tasks));
	for (uint32_t i = 0; i < count; i++) {
		at_init(&tasks[i].state, STATE_INITIAL);
		tasks[i].id = i;
	}
}

/* A runtime whose workers have no threads: the test is all of them.  Its end is
 * sched_runtime_destroy. */
static inline struct sched_runtime *runtime_without_threads(uint32_t workers)
{
	const struct sched_config config = { .workers = workers, .seed = 7 };
	struct sched_runtime *runtime = runtime_alloc(&config);

	assert_non_null(runtime);
	runtime_init(runtime);
	runtime->is_joined = true;
	return runtime;
}

/* The sum over workers since the runtime began; this build must count it. */
static inline uint64_t metric_value(struct sched_runtime *runtime, const char *name)
{
	struct sched_metric metrics[64];
	size_t count = sched_metrics(runtime, metrics, TEST_COUNT(metrics));

	assert_true(count <= TEST_COUNT(metrics));
	for (size_t i = 0; i < count; i++) {
		if (strcmp(metrics[i].name, name) != 0)
			continue;
		assert_true(metrics[i].counted);
		return metrics[i].value;
	}
	fail_msg("there is no metric %s", name);
	return 0;
}

#endif
