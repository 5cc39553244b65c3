/* SPDX-License-Identifier: MIT */
/* Description: the counting build tells whether a mechanism was exercised */
#include "tests/unit/internals.h"

#define TASKS 8

static struct sched_task tasks[TASKS];
static struct sched_runtime *runtime;
static struct worker *worker;

static int setup(void **unused)
{
	(void)unused;
	fake_tasks_init(tasks, TASKS);
	runtime = runtime_without_threads(2);
	worker = &runtime->workers[0];
	return 0;
}

static int teardown(void **unused)
{
	(void)unused;
	while (next_local_task(worker))
		;
	sched_runtime_destroy(runtime);
	return 0;
}

static uint64_t counted(const char *name)
{
	return metric_value(runtime, name);
}

/* A second slot is of use when it keeps what one slot would have displaced. */
static void slots(void **unused)
{
	(void)unused;
	schedule_local(worker, &tasks[0], SCHEDULE_WOKEN);
	assert_int_equal(counted("lifo_stacked"), 0);
	schedule_local(worker, &tasks[1], SCHEDULE_WOKEN);
	assert_int_equal(counted("lifo_stacked"), SCHED_LIFO_SLOTS > 1);
	assert_int_equal(counted("lifo_displaced"), SCHED_LIFO_SLOTS == 1);
}

static void notify_on_displacement(void **unused)
{
	(void)unused;
	for (int i = 0; i <= SCHED_LIFO_SLOTS; i++) /* nobody sleeps */
		schedule_local(worker, &tasks[i], SCHEDULE_WOKEN);
	assert_int_equal(counted("notifies"), 1);
	assert_int_equal(counted("notify_wakes"), 0);
	idle_transition_to_parked(&runtime->idle, 1, false);
	schedule_local(worker, &tasks[6], SCHEDULE_WOKEN);
	assert_int_equal(counted("notifies"), 2);
	assert_int_equal(counted("notify_wakes"), 1);
	assert_int_equal(counted("displaced_wakes"), 1);
	idle_transition_from_searching(&runtime->idle);
	idle_transition_to_parked(&runtime->idle, 1, false);
	schedule_local(worker, &tasks[7], SCHEDULE_YIELDED);
	assert_int_equal(counted("notify_wakes"), 2);
	assert_int_equal(counted("displaced_wakes"), 1);
	idle_transition_from_searching(&runtime->idle);
}

static void the_cap(void **unused)
{
	(void)unused;
	worker->lifo.enabled = false;
	schedule_local(worker, &tasks[0], SCHEDULE_YIELDED);
	assert_int_equal(counted("lifo_diverted"), 0);
	schedule_local(worker, &tasks[1], SCHEDULE_WOKEN);
	assert_int_equal(counted("lifo_diverted"), 1);
}

static void the_interval(void **unused)
{
	(void)unused;
	worker->ticks_to_inject = 1;
	assert_null(next_task(worker));
	assert_int_equal(counted("interval_looks"), 1);
	assert_int_equal(counted("interval_hits"), 0);
	assert_int_equal(counted("interval_ticks"), worker->global_queue_interval);
	inject_or_drop(runtime, &tasks[0], &tasks[0], 1);
	worker->ticks_to_inject = 1;
	assert_ptr_equal(next_task(worker), &tasks[0]);
	assert_int_equal(counted("interval_looks"), 2);
	assert_int_equal(counted("interval_hits"), 1);
}

/* --------------------------------------------------------------- inject -- */

static void push_from_elsewhere(void *task)
{
	inject_or_drop(runtime, (struct sched_task *)task, (struct sched_task *)task, 1);
}

static void on_a_thread(struct os_thread *thread, struct sched_task *task)
{
	assert_int_equal(os_thread_start(thread, "pusher", push_from_elsewhere, task), 0);
}

static void drain_inject(void)
{
	uint64_t taken;

	while (inject_queue_pop(&runtime->inject, 0, TASKS, &taken))
		;
}

static void pushers(void **unused)
{
	struct os_thread thread;

	(void)unused;
	inject_or_drop(runtime, &tasks[0], &tasks[0], 1);
	inject_or_drop(runtime, &tasks[1], &tasks[1], 1);
	assert_int_equal(counted("inject_pushed"), 2);
	assert_int_equal(counted("inject_pusher_changes"), 0);
	on_a_thread(&thread, &tasks[2]);
	os_thread_join(&thread);
	inject_or_drop(runtime, &tasks[3], &tasks[3], 1);
	/* one shard: there and back; several: these two threads may meet or not */
	if (INJECT_SHARDS == 1)
		assert_int_equal(counted("inject_pusher_changes"), 2);
	assert_int_equal(counted("inject_pushed"), 4);
	drain_inject();
}

/* All mutexes are held, so the pusher finds its own held, whichever that is. */
static void contention(void **unused)
{
	struct os_thread thread;
	bool waits = false;

	(void)unused;
	for (uint32_t i = 0; i < INJECT_SHARDS; i++)
		os_mutex_lock(inject_mutex(&runtime->inject, i));
	on_a_thread(&thread, &tasks[0]);
	while (!waits) {
		for (uint32_t i = 0; i < INJECT_SHARDS; i++)
			waits |= at_load_relaxed(&inject_mutex(&runtime->inject, i)->word) == 2;
	}
	for (uint32_t i = 0; i < INJECT_SHARDS; i++)
		os_mutex_unlock(inject_mutex(&runtime->inject, i));
	os_thread_join(&thread);
	assert_int_equal(counted("inject_locks"), 1);
	assert_int_equal(counted("inject_locks_contended"), 1);
	drain_inject();
	assert_int_equal(counted("inject_locks_contended"), 1);
	assert_true(counted("inject_locks") > 1);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(slots, setup, teardown),
		cmocka_unit_test_setup_teardown(notify_on_displacement, setup, teardown),
		cmocka_unit_test_setup_teardown(the_cap, setup, teardown),
		cmocka_unit_test_setup_teardown(the_interval, setup, teardown),
		cmocka_unit_test_setup_teardown(pushers, setup, teardown),
		cmocka_unit_test_setup_teardown(contention, setup, teardown),
	};

	return cmocka_run_group_tests_name("exposure", tests, NULL, NULL);
}
