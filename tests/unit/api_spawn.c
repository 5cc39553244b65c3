/* SPDX-License-Identifier: MIT */
/* Description: spawn from a worker, from block_on, from any thread; what create refuses */
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

static void spawn_on_any_thread(void **unused)
{
	struct sched_runtime *runtime = runtime_start(2);
	struct probe_state output = { NULL, 0 };
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 41, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, &output), 0);
	assert_null(join.task);
	assert_int_equal(output.value, 42);
	assert_int_equal(word_get(&probe.polls), 1);
	assert_true(probe_ended_once(&probe));
	assert_int_equal(word_get(&probe.output_drops), 0);
	assert_true(probe.worker_index >= 0 && probe.worker_index < 2);
	assert_ptr_equal(probe.current, runtime);
	runtime_stop(runtime);
	probe_fini(&probe);
}

/* ------------------------------------------------------ from a worker -- */

struct parent {
	struct probe *child;
	struct sched_join join;
	int error;
	int finished; /* of the child's handle: 0 or -ECANCELED */
	uint64_t value;
};

static enum sched_poll parent_poll(void *opaque, struct sched_context *context)
{
	struct parent *parent = *(struct parent **)opaque;
	struct probe_state output = { NULL, 0 };

	if (parent->error == 1)
		parent->error = probe_spawn(parent->child, 6, &parent->join);
	if (sched_join_poll(&parent->join, context, &output, &parent->finished) == SCHED_PENDING)
		return SCHED_PENDING;
	parent->value = output.value;
	sched_join_detach(&parent->join);
	return SCHED_READY;
}

static const struct sched_task_ops parent_ops = {
	.name = "parent",
	.poll = parent_poll,
	.state_bytes = sizeof(struct parent *),
};

static void spawn_from_a_worker(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct parent parent = { .error = 1, .finished = 1 };
	struct parent *state = &parent;
	struct sched_join join;
	struct probe child;

	(void)unused;
	probe_init(&child, PROBE_VALUE);
	parent.child = &child;
	assert_int_equal(sched_spawn_on(runtime, &parent_ops, &state, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	assert_int_equal(parent.error, 0);
	assert_int_equal(parent.finished, 0);
	assert_int_equal(parent.value, 7);
	assert_int_equal(child.worker_index, 0);
	assert_true(probe_ended_once(&child));
	runtime_stop(runtime);
	probe_fini(&child);
}

static enum sched_poll poll_parent_in_block_on(void *opaque, struct sched_context *context)
{
	return parent_poll(&opaque, context);
}

static void spawn_from_block_on(void **unused)
{
	struct sched_runtime *runtime = runtime_start(2);
	struct parent parent = { .error = 1, .finished = 1 };
	struct probe child;

	(void)unused;
	probe_init(&child, PROBE_VALUE);
	parent.child = &child;
	assert_int_equal(sched_block_on(runtime, poll_parent_in_block_on, &parent), 0);
	assert_int_equal(parent.error, 0);
	assert_int_equal(parent.finished, 0);
	assert_int_equal(parent.value, 7);
	assert_true(child.worker_index >= 0);
	runtime_stop(runtime);
	probe_fini(&child);
}

static void spawn_without_a_runtime(void **unused)
{
	struct sched_join join = { (struct sched_task *)&join };
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn(&probe, 0, &join), -ENXIO);
	assert_null(join.task);
	assert_int_equal(probe_spawn(&probe, 0, NULL), -ENXIO);
	assert_int_equal(word_get(&probe.polls) + word_get(&probe.drops), 0);
	assert_null(sched_current());
	assert_int_equal(sched_worker_index(), -1);
	probe_fini(&probe);
}

static void spawn_detached(void **unused)
{
	struct sched_runtime *runtime = runtime_start(2);
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, NULL), 0);
	word_await(&probe.output_drops, 1); /* nobody can take it */
	runtime_stop(runtime);
	assert_int_equal(word_get(&probe.output_drops), 1);
	assert_true(probe_ended_once(&probe));
	probe_fini(&probe);
}

/* ------------------------------------------------ states of any size -- */

#define LARGEST_STATE 4000

static at_u32 misaligned;

static enum sched_poll increment_poll(void *state, struct sched_context *context)
{
	unsigned char *bytes = (unsigned char *)state;

	(void)context;
	if ((uintptr_t)state % 16 != 0)
		at_fetch_add_relaxed(&misaligned, 1);
	for (size_t i = 0; i < LARGEST_STATE && bytes[i] != 0xff; i++)
		bytes[i]++;
	return SCHED_READY;
}

static void spawn_states_of_any_size(void **unused)
{
	static const uint32_t sizes[] = { 1, 7, 8, 15, 16, 17, 47, 48, 49, 64, 1000, LARGEST_STATE };
	static struct sched_task_ops all_ops[TEST_COUNT(sizes)]; /* there until all are gone */
	struct sched_runtime *runtime = runtime_start(1);

	(void)unused;
	at_init(&misaligned, 0);
	for (size_t i = 0; i < TEST_COUNT(sizes); i++) {
		struct sched_task_ops *ops = &all_ops[i];
		unsigned char state[LARGEST_STATE];
		unsigned char output[LARGEST_STATE];
		struct sched_join join;

		ops->name = "sized";
		ops->poll = increment_poll;
		ops->state_bytes = sizes[i];
		ops->output_bytes = sizes[i];
		for (uint32_t k = 0; k < sizes[i]; k++)
			state[k] = k + 1 < sizes[i] ? (unsigned char)(k % 200) : 0xff;
		assert_int_equal(sched_spawn_on(runtime, ops, state, &join), 0);
		assert_int_equal(sched_block_on_join(runtime, &join, output), 0);
		for (uint32_t k = 0; k + 1 < sizes[i]; k++)
			assert_int_equal(output[k], k % 200 + 1);
		assert_int_equal(output[sizes[i] - 1], 0xff);
	}
	assert_int_equal(word_get(&misaligned), 0);
	runtime_stop(runtime);
}

static enum sched_poll fill_poll(void *state, struct sched_context *context)
{
	(void)context;
	memset(state, 0x5a, 300);
	return SCHED_READY;
}

static void output_larger_than_the_state(void **unused)
{
	static const struct sched_task_ops ops = {
		.name = "fill", .poll = fill_poll, .state_bytes = 0, .output_bytes = 300
	};
	struct sched_runtime *runtime = runtime_start(1);
	unsigned char output[300] = { 0 };
	struct sched_join join;

	(void)unused;
	assert_int_equal(sched_spawn_on(runtime, &ops, NULL, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, output), 0);
	for (size_t i = 0; i < sizeof(output); i++)
		assert_int_equal(output[i], 0x5a);
	runtime_stop(runtime);
}

/* ------------------------------------------------------------- create -- */

static void create_refuses_bad_worker_counts(void **unused)
{
	static const uint32_t bad[] = { 0, SCHED_WORKERS_MAX + 1, UINT32_MAX };

	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(bad); i++) {
		struct sched_config config = { .workers = bad[i] };
		struct sched_runtime *runtime = (struct sched_runtime *)&config;

		assert_int_equal(sched_runtime_create(&config, &runtime), -EINVAL);
		assert_null(runtime);
	}
}

struct hooks {
	at_u32 started[4];
	at_u32 stopped[4];
	at_u32 misplaced;
};

static void count_start(uint32_t index, void *arg)
{
	struct hooks *hooks = (struct hooks *)arg;

	if (index >= 4 || word_get(&hooks->stopped[index]))
		at_fetch_add_relaxed(&hooks->misplaced, 1);
	else
		at_fetch_add_relaxed(&hooks->started[index], 1);
}

static void count_stop(uint32_t index, void *arg)
{
	struct hooks *hooks = (struct hooks *)arg;

	if (index >= 4 || word_get(&hooks->started[index]) != 1)
		at_fetch_add_relaxed(&hooks->misplaced, 1);
	else
		at_fetch_add_relaxed(&hooks->stopped[index], 1);
}

static void create_calls_the_hooks_once_per_worker(void **unused)
{
	struct hooks hooks;
	struct sched_config config = { .workers = 4,
				       .on_worker_start = count_start,
				       .on_worker_stop = count_stop,
				       .arg = &hooks };
	struct sched_runtime *runtime;

	(void)unused;
	at_init(&hooks.misplaced, 0);
	for (int i = 0; i < 4; i++) {
		at_init(&hooks.started[i], 0);
		at_init(&hooks.stopped[i], 0);
	}
	assert_int_equal(sched_runtime_create(&config, &runtime), 0);
	runtime_stop(runtime);
	assert_int_equal(word_get(&hooks.misplaced), 0);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(word_get(&hooks.started[i]), 1);
		assert_int_equal(word_get(&hooks.stopped[i]), 1);
	}
}

static void create_many_workers(void **unused)
{
	struct sched_runtime *runtime = runtime_start(33);
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	runtime_stop(runtime);
	probe_fini(&probe);
}

int api_spawn_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(spawn_on_any_thread),
		cmocka_unit_test(spawn_from_a_worker),
		cmocka_unit_test(spawn_from_block_on),
		cmocka_unit_test(spawn_without_a_runtime),
		cmocka_unit_test(spawn_detached),
		cmocka_unit_test(spawn_states_of_any_size),
		cmocka_unit_test(output_larger_than_the_state),
		cmocka_unit_test(create_refuses_bad_worker_counts),
		cmocka_unit_test(create_calls_the_hooks_once_per_worker),
		cmocka_unit_test(create_many_workers),
	};

	return cmocka_run_group_tests_name("spawn", tests, NULL, NULL);
}
