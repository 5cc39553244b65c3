/* SPDX-License-Identifier: MIT */
/*
 * Description: the fault build's held thief: for how long, and between claim and release
 *
 * The clock moves by ten at each look, so that the looks tell how long it was.
 */
#include "sched/os.h"

static uint64_t clock_now(void);
#define os_now clock_now
#include "tests/unit/internals.h"
#undef os_now

static uint64_t now;
static uint32_t looks;
static struct sched_runtime *runtime;

static uint64_t clock_now(void)
{
	looks++;
	return now += 10;
}

static void hold(uint64_t hold_ns, uint32_t expected_looks, uint64_t expected_ns)
{
	struct worker_metrics *metrics;

	runtime = runtime_without_threads(2);
	metrics = &runtime->workers[1].metrics;
	os_set_current(&runtime->workers[1].context);
	assert_int_equal(sched_fault_hold_thief(runtime, hold_ns), 0);
	looks = 0;
	worker_hold_thief(runtime);
	assert_int_equal(looks, expected_looks);
	assert_int_equal(at_load_relaxed(metrics->thief_hold_ns), expected_ns);
	assert_int_equal(at_load_relaxed(metrics->thief_holds), hold_ns > 0);
	os_set_current(NULL);
	sched_runtime_destroy(runtime);
}

static void a_thief_is_held_until_its_time_has_passed(void **unused)
{
	(void)unused;
	hold(0, 0, 0);
	hold(1, 2, 10);
	hold(20, 3, 20);
	hold(21, 4, 30);
}

static bool was_claimed;

/* The victim's ring, as the clock is looked at: the thief has claimed and not released. */
static void look_at_victim(void *arg)
{
	struct worker *victim = &runtime->workers[0];
	uint64_t head = at_load_relaxed(&victim->queue.head);

	was_claimed = head_real(head) - head_steal(head) == 1;
	worker_hold_thief(arg);
}

static void it_is_held_between_claim_and_release(void **unused)
{
	struct sched_task tasks[2];
	struct worker *thief;
	struct worker *victim;
	uint32_t stolen;

	(void)unused;
	fake_tasks_init(tasks, 2);
	runtime = runtime_without_threads(2);
	victim = &runtime->workers[0];
	thief = &runtime->workers[1];
	os_set_current(&thief->context);
	for (int i = 0; i < 2; i++)
		local_queue_try_push(&victim->queue, &tasks[i]);
	sched_fault_hold_thief(runtime, 100);
	looks = 0;
	assert_ptr_equal(steal_from(thief, 0), &tasks[0]);
	assert_int_equal(looks, 11);
	assert_ptr_equal(local_queue_steal_into(&victim->queue, &thief->queue, &stolen,
						look_at_victim, runtime),
			 &tasks[1]);
	assert_true(was_claimed);
	assert_int_equal(head_real(at_load_relaxed(&victim->queue.head)), 2);
	assert_int_equal(head_steal(at_load_relaxed(&victim->queue.head)), 2);
	assert_true(sched_capabilities() & SCHED_CAN_FAULT);
	os_set_current(NULL);
	sched_runtime_destroy(runtime);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_thief_is_held_until_its_time_has_passed),
		cmocka_unit_test(it_is_held_between_claim_and_release),
	};

	return cmocka_run_group_tests_name("held thief", tests, NULL, NULL);
}
