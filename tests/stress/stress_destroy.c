/* SPDX-License-Identifier: MIT */
/* Description: wakes from outside meet the end of the runtime; no queue starves another */
#include "sched/oneshot.h"
#include "tests/stress/stress.h"

#define ENDINGS 60u
#define FLOOD	20000u
#define BACKLOG 64u

/* ------------------------------- a send whose notify outlives its task -- */

static enum sched_poll waiter_poll(void *opaque, struct sched_context *context)
{
	struct sched_oneshot *oneshot = *(struct sched_oneshot **)opaque;
	uint64_t value;
	int status;

	if (sched_oneshot_poll(oneshot, context, &value, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(oneshot);
	return SCHED_READY;
}

static void waiter_drop(void *opaque)
{
	sched_oneshot_drop_receiver(*(struct sched_oneshot **)opaque);
}

static const struct sched_task_ops waiter_ops = { .name = "waiter",
						  .poll = waiter_poll,
						  .drop = waiter_drop,
						  .state_bytes = sizeof(struct sched_oneshot *) };

static void send_main(void *opaque)
{
	sched_oneshot_send((struct sched_oneshot *)opaque, 1);
}

static void runtime_ends_under_a_send(void **unused)
{
	(void)unused;
	for (uint32_t i = 0; i < ENDINGS; i++) {
		struct sched_runtime *runtime = runtime_start(1 + i % 3);
		struct sched_oneshot *oneshot = sched_oneshot_create();
		struct sched_join join;
		struct os_thread thread;

		assert_non_null(oneshot);
		assert_int_equal(sched_spawn_on(runtime, &waiter_ops, &oneshot, &join), 0);
		assert_int_equal(os_thread_start(&thread, "sender", send_main, oneshot), 0);
		assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
		sched_runtime_destroy(runtime); /* the sender may be in the notify still */
		os_thread_join(&thread);
	}
}

/* ---------------------------- a waker and a handle used across the end -- */

struct late {
	struct sched_waker waker;
	at_u32 started;
	at_u32 stop;
};

static void wake_main(void *opaque)
{
	struct late *late = (struct late *)opaque;

	word_set(&late->started, 1);
	while (!word_get(&late->stop))
		sched_waker_wake_by_ref(&late->waker);
	sched_waker_wake(&late->waker);
}

static void runtime_ends_under_wakes(void **unused)
{
	(void)unused;
	for (uint32_t i = 0; i < ENDINGS; i++) {
		struct sched_runtime *runtime = runtime_start(1 + i % 3);
		struct sched_join join;
		struct os_thread thread;
		struct probe probe;
		struct late late;

		probe_init(&probe, PROBE_GATED);
		at_init(&late.started, 0);
		at_init(&late.stop, 0);
		assert_int_equal(probe_spawn_on(runtime, &probe, i, &join), 0);
		word_await(&probe.announced, 1);
		late.waker = probe_take_waker(&probe);
		assert_int_equal(os_thread_start(&thread, "waker", wake_main, &late), 0);
		word_await(&late.started, 1);
		sched_runtime_destroy(runtime);
		word_set(&late.stop, 1);
		os_thread_join(&thread);
		sched_join_abort(&join); /* a complete task of a runtime that is gone */
		assert_int_equal(sched_join_take(&join, NULL), -ECANCELED);
		sched_join_detach(&join);
		probe_fini(&probe);
	}
}

/* ------------------------------------------------- before the first tick -- */

static enum sched_poll early_poll(void *opaque, struct sched_context *context)
{
	(void)context;
	word_add(*(at_u32 **)opaque, 1);
	return SCHED_READY;
}

static const struct sched_task_ops early_ops = { .name = "early",
						 .poll = early_poll,
						 .state_bytes = sizeof(at_u32 *) };

static void spawn_early(uint32_t index, void *arg)
{
	at_u32 *ran = (at_u32 *)arg;

	(void)index;
	sched_spawn(&early_ops, &ran, NULL);
}

static void tasks_of_a_starting_worker_run(void **unused)
{
	at_u32 ran;
	struct sched_config config = {
		.workers = 2, .seed = stress_seed, .on_worker_start = spawn_early, .arg = &ran
	};
	struct sched_runtime *runtime;

	(void)unused;
	at_init(&ran, 0);
	assert_int_equal(sched_runtime_create(&config, &runtime), 0);
	word_await(&ran, 2);
	runtime_stop(runtime);
}

/* ------------------------------------- one thread's backlog, another's task -- */

struct flood {
	struct sched_runtime *runtime;
	at_u32 ran;
	at_u32 other_spawned;
	at_u32 other_ran;
	at_u32 spawned_after; /* tasks of the flood spawned since the other was */
};

static void flood_main(void *opaque)
{
	struct flood *flood = (struct flood *)opaque;
	at_u32 *ran = &flood->ran;
	uint32_t spawned = 0;
	uint32_t after = 0;

	while (after < FLOOD && !word_get(&flood->other_ran)) {
		if (spawned - word_get(ran) >= BACKLOG)
			continue;
		spawned += sched_spawn_on(flood->runtime, &early_ops, &ran, NULL) == 0;
		after += word_get(&flood->other_spawned);
	}
	word_set(&flood->spawned_after, after);
}

static void no_producer_starves_another(void **unused)
{
	struct flood flood = { .runtime = runtime_start(1) };
	at_u32 *other_ran = &flood.other_ran;
	struct os_thread thread;

	(void)unused;
	at_init(&flood.ran, 0);
	at_init(&flood.other_spawned, 0);
	at_init(&flood.other_ran, 0);
	at_init(&flood.spawned_after, 0);
	assert_int_equal(os_thread_start(&thread, "flood", flood_main, &flood), 0);
	word_await(&flood.ran, 1);
	assert_int_equal(sched_spawn_on(flood.runtime, &early_ops, &other_ran, NULL), 0);
	word_set(&flood.other_spawned, 1);
	os_thread_join(&thread);
	assert_true(word_get(&flood.spawned_after) < FLOOD);
	runtime_stop(flood.runtime);
}

int stress_destroy_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(runtime_ends_under_a_send),
		cmocka_unit_test(runtime_ends_under_wakes),
		cmocka_unit_test(tasks_of_a_starting_worker_run),
		cmocka_unit_test(no_producer_starves_another),
	};

	return cmocka_run_group_tests_name("destroy", tests, NULL, NULL);
}
