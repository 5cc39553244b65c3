/* SPDX-License-Identifier: MIT */
/* Description: join handles: poll, await, take, detach, and their misuse */
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

/* Poll the handle until it is ready, inside block_on. */
struct await {
	struct sched_join *join;
	struct probe_state output;
	int status;
	uint32_t polls;
	uint32_t polls_wanted; /* then ready, whatever the handle says; 0: no limit */
};

static enum sched_poll await_poll(void *opaque, struct sched_context *context)
{
	struct await *await = (struct await *)opaque;
	enum sched_poll result = sched_join_poll(await->join, context, &await->output,
						 &await->status);

	await->polls++;
	return await->polls_wanted == await->polls ? SCHED_READY : result;
}

static void await_pends_then_gives_the_output(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;
	struct await await = { .join = &join, .status = 1, .polls_wanted = 1 };

	(void)unused;
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 9, &join), 0);
	word_await(&probe.announced, 1);
	assert_int_equal(sched_block_on(runtime, await_poll, &await), 0); /* pending, left */
	assert_int_equal(await.status, 1);
	assert_false(sched_join_is_finished(&join));
	await.polls_wanted = 0;
	probe_release(&probe);
	assert_int_equal(sched_block_on(runtime, await_poll, &await), 0); /* another waker */
	assert_int_equal(await.status, 0);
	assert_int_equal(await.output.value, 10);
	assert_true(sched_join_is_finished(&join));
	sched_join_detach(&join);
	runtime_stop(runtime);
	assert_int_equal(word_get(&probe.output_drops), 0);
	probe_fini(&probe);
}

static void take_again_later_and_never_twice(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct probe_state output = { NULL, 0 };
	struct sched_join join;
	struct probe probe;
	struct await await = { .join = &join, .status = 1 };

	(void)unused;
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 1, &join), 0);
	word_await(&probe.announced, 1);
	assert_int_equal(sched_join_take(&join, &output), -EAGAIN);
	probe_release(&probe);
	while (!sched_join_is_finished(&join))
		at_spin_hint();
	assert_int_equal(sched_join_take(&join, &output), 0);
	assert_int_equal(output.value, 2);
	assert_int_equal(sched_join_take(&join, &output), -EINVAL);
	assert_int_equal(sched_block_on(runtime, await_poll, &await), 0);
	assert_int_equal(await.status, -EINVAL);
	sched_join_detach(&join);
	assert_null(join.task);
	runtime_stop(runtime);
	assert_int_equal(word_get(&probe.output_drops), 0);
	probe_fini(&probe);
}

static void poll_after_ready_is_refused(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;
	struct await await = { .join = &join, .status = 1 };

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 1, &join), 0);
	assert_int_equal(sched_block_on(runtime, await_poll, &await), 0);
	assert_int_equal(await.status, 0);
	assert_int_equal(sched_block_on(runtime, await_poll, &await), 0);
	assert_int_equal(await.status, -EINVAL);
	assert_int_equal(sched_join_take(&join, &await.output), -EINVAL);
	sched_join_abort(&join); /* of a complete task: nothing */
	sched_join_detach(&join);
	runtime_stop(runtime);
	assert_true(probe_ended_once(&probe));
	assert_int_equal(word_get(&probe.output_drops), 0);
	probe_fini(&probe);
}

static void detach_before_the_end_drops_the_output(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 1, &join), 0);
	word_await(&probe.announced, 1);
	sched_join_detach(&join);
	assert_null(join.task);
	assert_int_equal(word_get(&probe.output_drops), 0);
	probe_release(&probe);
	word_await(&probe.output_drops, 1);
	runtime_stop(runtime);
	assert_true(probe_ended_once(&probe));
	assert_int_equal(word_get(&probe.output_drops), 1);
	probe_fini(&probe);
}

static void detach_after_the_end_drops_the_output(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 1, &join), 0);
	while (!sched_join_is_finished(&join))
		at_spin_hint();
	assert_int_equal(word_get(&probe.output_drops), 0);
	sched_join_detach(&join);
	assert_int_equal(word_get(&probe.output_drops), 1);
	runtime_stop(runtime);
	probe_fini(&probe);
}

static void detach_with_a_waker_registered(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;
	struct await await = { .join = &join, .status = 1, .polls_wanted = 1 };

	(void)unused;
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 1, &join), 0);
	word_await(&probe.announced, 1);
	assert_int_equal(sched_block_on(runtime, await_poll, &await), 0);
	sched_join_detach(&join); /* frees the waker of a block_on that is over */
	probe_release(&probe);
	word_await(&probe.output_drops, 1);
	runtime_stop(runtime);
	probe_fini(&probe);
}

/* -------------------------------------------------- await from a task -- */

struct joiner {
	struct sched_join join;
	struct await *await;
};

static enum sched_poll joiner_poll(void *opaque, struct sched_context *context)
{
	struct joiner *joiner = (struct joiner *)opaque;
	struct await *await = joiner->await;

	await->join = &joiner->join;
	if (await_poll(await, context) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_join_detach(&joiner->join);
	return SCHED_READY;
}

static void joiner_drop(void *opaque)
{
	sched_join_detach(&((struct joiner *)opaque)->join);
}

static const struct sched_task_ops joiner_ops = {
	.name = "joiner",
	.poll = joiner_poll,
	.drop = joiner_drop,
	.state_bytes = sizeof(struct joiner),
};

static void the_latest_waker_wins(void **unused)
{
	struct sched_runtime *runtime = runtime_start(2);
	struct await await = { .status = 1, .polls_wanted = 1 };
	struct await in_task = { .status = 1 };
	struct joiner joiner = { .await = &in_task };
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 20, &joiner.join), 0);
	word_await(&probe.announced, 1);
	await.join = &joiner.join;
	assert_int_equal(sched_block_on(runtime, await_poll, &await), 0); /* registers a thread */
	assert_int_equal(sched_spawn_on(runtime, &joiner_ops, &joiner, &join), 0);
	probe_release(&probe);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	assert_int_equal(in_task.status, 0);
	assert_int_equal(in_task.output.value, 21);
	runtime_stop(runtime);
	probe_fini(&probe);
}

/* A chain of joiners, each awaiting the one before. */
static void await_in_a_chain(void **unused)
{
	enum { LINKS = 20 };
	struct sched_runtime *runtime = runtime_start(2);
	struct await awaits[LINKS];
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	for (int i = 0; i < LINKS; i++) {
		struct joiner joiner = { .join = join, .await = &awaits[i] };

		memset(&awaits[i], 0, sizeof(awaits[i]));
		awaits[i].status = 1;
		assert_int_equal(sched_spawn_on(runtime, &joiner_ops, &joiner, &join), 0);
	}
	word_await(&probe.announced, 1);
	probe_release(&probe);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	for (int i = 0; i < LINKS; i++)
		assert_int_equal(awaits[i].status, 0);
	runtime_stop(runtime);
	probe_fini(&probe);
}

/* ------------------------------------------------------- empty handles -- */

static void the_empty_handle(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join empty = { NULL };
	struct await await = { .join = &empty, .status = 1 };
	uint64_t output = 5;

	(void)unused;
	assert_int_equal(sched_join_take(&empty, &output), -EINVAL);
	assert_true(sched_join_is_finished(&empty));
	sched_join_abort(&empty);
	sched_join_detach(&empty);
	assert_int_equal(sched_block_on(runtime, await_poll, &await), 0);
	assert_int_equal(await.status, -EINVAL);
	assert_int_equal(sched_block_on_join(runtime, &empty, &output), -EINVAL);
	assert_int_equal(output, 5);
	runtime_stop(runtime);
}

static void handles_outlive_the_runtime(void **unused)
{
	struct sched_runtime *runtime;
	struct probe probes[3];
	struct sched_join joins[3];
	struct probe_state output = { NULL, 0 };

	(void)unused;
	needs_cancel();
	runtime = runtime_start(1);
	for (int i = 0; i < 3; i++) {
		probe_init(&probes[i], i < 2 ? PROBE_VALUE : PROBE_LATCHED);
		assert_int_equal(probe_spawn_on(runtime, &probes[i], 7, &joins[i]), 0);
	}
	for (int i = 0; i < 2; i++)
		while (!sched_join_is_finished(&joins[i]))
			at_spin_hint();
	runtime_stop(runtime);
	assert_int_equal(sched_join_take(&joins[0], &output), 0);
	assert_int_equal(output.value, 8);
	assert_true(sched_join_is_finished(&joins[2]));
	sched_join_abort(&joins[2]);
	assert_int_equal(sched_join_take(&joins[2], &output), -ECANCELED);
	for (int i = 0; i < 3; i++) {
		sched_join_detach(&joins[i]);
		assert_true(probe_ended_once(&probes[i]));
		assert_int_equal(word_get(&probes[i].output_drops), i == 1);
		probe_fini(&probes[i]);
	}
}

int api_join_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(await_pends_then_gives_the_output),
		cmocka_unit_test(take_again_later_and_never_twice),
		cmocka_unit_test(poll_after_ready_is_refused),
		cmocka_unit_test(detach_before_the_end_drops_the_output),
		cmocka_unit_test(detach_after_the_end_drops_the_output),
		cmocka_unit_test(detach_with_a_waker_registered),
		cmocka_unit_test(the_latest_waker_wins),
		cmocka_unit_test(await_in_a_chain),
		cmocka_unit_test(the_empty_handle),
		cmocka_unit_test(handles_outlive_the_runtime),
	};

	return cmocka_run_group_tests_name("join", tests, NULL, NULL);
}
