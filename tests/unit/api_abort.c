/* SPDX-License-Identifier: MIT */
/* Description: abort of a task that is queued, idle, running, yielding or complete */
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

/* What must hold of a task that was cancelled. */
static void assert_cancelled(struct sched_runtime *runtime, struct probe *probe,
			     struct sched_join *join)
{
	struct probe_state output = { NULL, 77 };

	assert_int_equal(sched_block_on_join(runtime, join, &output), -ECANCELED);
	assert_int_equal(output.value, 77);
	assert_int_equal(word_get(&probe->ready), 0);
	assert_int_equal(word_get(&probe->drops), 1);
	assert_int_equal(word_get(&probe->output_drops), 0);
}

static void abort_queued(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join holder_join;
	struct sched_join join;
	struct probe holder;
	struct probe probe;

	(void)unused;
	probe_hold_worker(runtime, &holder, &holder_join);
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	sched_join_abort(&join);
	sched_join_abort(&join);
	assert_false(sched_join_is_finished(&join)); /* a worker must get to it */
	probe_release(&holder);
	assert_int_equal(sched_block_on_join(runtime, &holder_join, NULL), 0);
	assert_cancelled(runtime, &probe, &join);
	assert_int_equal(word_get(&probe.polls), 0);
	runtime_stop(runtime);
	probe_fini(&holder);
	probe_fini(&probe);
}

static void abort_idle(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	word_await(&probe.announced, 1);
	sched_join_abort(&join);
	assert_cancelled(runtime, &probe, &join);
	assert_int_equal(word_get(&probe.polls), 1);
	probe_release(&probe); /* the waker of a dead task */
	runtime_stop(runtime);
	probe_fini(&probe);
}

static void abort_running(enum probe_kind kind, int expected)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;

	probe_init(&probe, kind);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	word_await(&probe.announced, 1);
	sched_join_abort(&join);
	probe_release(&probe);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), expected);
	assert_true(probe_ended_once(&probe));
	assert_int_equal(word_get(&probe.polls), 1);
	assert_int_equal(word_get(&probe.output_drops), 0);
	runtime_stop(runtime);
	probe_fini(&probe);
}

static void abort_running_then_ready(void **unused)
{
	(void)unused;
	abort_running(PROBE_HOLD_READY, 0); /* too late: the poll was its last */
}

static void abort_running_then_pending(void **unused)
{
	(void)unused;
	abort_running(PROBE_HOLD_PENDING, -ECANCELED);
}

static void abort_yielding(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_YIELD);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	while (word_get(&probe.polls) < 3)
		at_spin_hint();
	sched_join_abort(&join);
	assert_cancelled(runtime, &probe, &join);
	runtime_stop(runtime);
	probe_fini(&probe);
}

static void abort_complete(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct probe_state output = { NULL, 0 };
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 4, &join), 0);
	while (!sched_join_is_finished(&join))
		at_spin_hint();
	sched_join_abort(&join);
	assert_int_equal(sched_block_on_join(runtime, &join, &output), 0);
	assert_int_equal(output.value, 5);
	assert_int_equal(word_get(&probe.drops), 0);
	runtime_stop(runtime);
	probe_fini(&probe);
}

static void abort_then_detach(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join;
	struct probe probe;

	(void)unused;
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	word_await(&probe.announced, 1);
	sched_join_abort(&join);
	sched_join_detach(&join);
	word_await(&probe.drops, 1);
	runtime_stop(runtime);
	assert_true(probe_ended_once(&probe));
	probe_fini(&probe);
}

int api_abort_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(abort_queued),
		cmocka_unit_test(abort_idle),
		cmocka_unit_test(abort_running_then_ready),
		cmocka_unit_test(abort_running_then_pending),
		cmocka_unit_test(abort_yielding),
		cmocka_unit_test(abort_complete),
		cmocka_unit_test(abort_then_detach),
	};

	return cmocka_run_group_tests_name("abort", tests, NULL, NULL);
}
