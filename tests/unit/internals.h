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

#endif
