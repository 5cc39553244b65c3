/* SPDX-License-Identifier: MIT */
/*
 * Description: what a guard says is wrong, word for word, and of which count of wakers
 *
 * A misuse ends the process; here it is written down instead.
 */
#include "sched/check.h"

static const char *told; /* what was wrong, last */

static void write_down(const char *operation, const char *kind, const char *wrong,
		       const char *detail)
{
	(void)operation;
	(void)kind;
	(void)detail;
	told = wrong;
}
#define sched_misused write_down
#include "tests/unit/internals.h"
#undef sched_misused

static void a_complete_task_is_told_apart(void **unused)
{
	static const struct sched_task_ops ops = { .name = "task" };
	struct sched_task task;

	(void)unused;
	fake_tasks_init(&task, 1);
	task.ops = &ops;
	guard_fail_without_waker(&task, STATE_INITIAL, GUARD_WAKE);
	assert_string_equal(told, GUARD_NO_WAKER_LEFT);
	guard_fail_without_waker(&task, STATE_INITIAL | STATE_COMPLETE, GUARD_WAKE);
	assert_string_equal(told, GUARD_COMPLETE_AND_NO_WAKER_LEFT);
}

/* Whatever other references there are. */
static void the_last_waker_of_a_thread_may_end_and_no_other(void **unused)
{
	(void)unused;
	for (uint64_t others = 2; others <= 5; others++) {
		struct sleeping_thread *thread = sleeping_thread_create();

		at_init(&thread->refs, others + 1 + THREAD_WAKER_ONE);
		told = NULL;
		sleeping_thread_end_waker(thread, GUARD_DROP);
		assert_null(told);
		assert_int_equal(at_load_relaxed(&thread->refs), others);
		sleeping_thread_end_waker(thread, GUARD_DROP);
		assert_non_null(told);
		at_init(&thread->refs, 1);
		sleeping_thread_unref(thread, 1);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_complete_task_is_told_apart),
		cmocka_unit_test(the_last_waker_of_a_thread_may_end_and_no_other),
	};

	return cmocka_run_group_tests_name("what a guard says", tests, NULL, NULL);
}
