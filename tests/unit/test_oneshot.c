/* SPDX-License-Identifier: MIT */
/* Description: oneshot: both orders, dropped halves, a change of the waiting task */
#include "sched/oneshot.h"
#include "tests/unit/internals.h"

/* A waker whose references can be counted: a fake task that is already notified. */
static struct sched_task task;
static struct sched_task other_task;
static struct sched_context context;
static struct sched_context other_context;
static uint32_t budget;

static int setup(void **unused)
{
	(void)unused;
	fake_tasks_init(&task, 1);
	fake_tasks_init(&other_task, 1);
	budget = 1000;
	context.budget = &budget;
	other_context.budget = &budget;
	context.waker = waker_of(&task, WAKER_TASK);
	other_context.waker = waker_of(&other_task, WAKER_TASK);
	return 0;
}

static uint64_t wakers_of(struct sched_task *of)
{
	return state_refs(at_load_relaxed(&of->state)) - state_refs(STATE_INITIAL);
}

static void send_then_receive(void **unused)
{
	struct sched_oneshot *oneshot = sched_oneshot_create();
	uint64_t value = 0;
	int status = 1;

	(void)unused;
	assert_int_equal(sched_oneshot_send(oneshot, 42), 0);
	assert_int_equal(sched_oneshot_poll(oneshot, &context, &value, &status), SCHED_READY);
	assert_int_equal(status, 0);
	assert_int_equal(value, 42);
	sched_oneshot_drop_receiver(oneshot);
	assert_int_equal(wakers_of(&task), 0);
}

static void wait_then_receive(void **unused)
{
	struct sched_oneshot *oneshot = sched_oneshot_create();
	uint64_t value = 0;
	int status = 1;

	(void)unused;
	for (int i = 0; i < 3; i++)
		assert_int_equal(sched_oneshot_poll(oneshot, &context, &value, &status),
				 SCHED_PENDING);
	assert_int_equal(wakers_of(&task), 1); /* cloned once, not thrice */
	assert_int_equal(sched_oneshot_send(oneshot, 7), 0);
	assert_int_equal(sched_oneshot_poll(oneshot, &context, &value, &status), SCHED_READY);
	assert_int_equal(status, 0);
	assert_int_equal(value, 7);
	sched_oneshot_drop_receiver(oneshot);
	assert_int_equal(wakers_of(&task), 0);
}

static void another_task_waits(void **unused)
{
	struct sched_oneshot *oneshot = sched_oneshot_create();
	uint64_t value = 0;
	int status = 1;

	(void)unused;
	sched_oneshot_poll(oneshot, &context, &value, &status);
	sched_oneshot_poll(oneshot, &other_context, &value, &status);
	assert_int_equal(wakers_of(&task), 0);
	assert_int_equal(wakers_of(&other_task), 1);
	assert_int_equal(sched_oneshot_send(oneshot, 8), 0);
	assert_int_equal(sched_oneshot_poll(oneshot, &context, &value, &status), SCHED_READY);
	assert_int_equal(value, 8);
	sched_oneshot_drop_receiver(oneshot);
	assert_int_equal(wakers_of(&other_task), 0);
}

static void sender_dropped(void **unused)
{
	(void)unused;
	for (int waits = 0; waits < 2; waits++) {
		struct sched_oneshot *oneshot = sched_oneshot_create();
		uint64_t value = 5;
		int status = 1;

		if (waits)
			sched_oneshot_poll(oneshot, &context, &value, &status);
		sched_oneshot_drop_sender(oneshot);
		assert_int_equal(sched_oneshot_poll(oneshot, &context, &value, &status),
				 SCHED_READY);
		assert_int_equal(status, -ECANCELED);
		assert_int_equal(value, 5);
		sched_oneshot_drop_receiver(oneshot);
		assert_int_equal(wakers_of(&task), 0);
	}
}

static void receiver_dropped(void **unused)
{
	(void)unused;
	for (int waits = 0; waits < 2; waits++) {
		for (int sends = 0; sends < 2; sends++) {
			struct sched_oneshot *oneshot = sched_oneshot_create();
			uint64_t value;
			int status;

			if (waits)
				sched_oneshot_poll(oneshot, &context, &value, &status);
			sched_oneshot_drop_receiver(oneshot);
			assert_int_equal(wakers_of(&task), 0);
			if (sends)
				assert_int_equal(sched_oneshot_send(oneshot, 1), -EPIPE);
			else
				sched_oneshot_drop_sender(oneshot);
		}
	}
}

/* Sent, never looked at. */
static void receiver_dropped_after_the_send(void **unused)
{
	(void)unused;
	for (int waits = 0; waits < 2; waits++) {
		struct sched_oneshot *oneshot = sched_oneshot_create();
		uint64_t value;
		int status;

		if (waits)
			sched_oneshot_poll(oneshot, &context, &value, &status);
		assert_int_equal(sched_oneshot_send(oneshot, 3), 0);
		sched_oneshot_drop_receiver(oneshot);
		assert_int_equal(wakers_of(&task), 0);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(send_then_receive, setup),
		cmocka_unit_test_setup(wait_then_receive, setup),
		cmocka_unit_test_setup(another_task_waits, setup),
		cmocka_unit_test_setup(sender_dropped, setup),
		cmocka_unit_test_setup(receiver_dropped, setup),
		cmocka_unit_test_setup(receiver_dropped_after_the_send, setup),
	};

	return cmocka_run_group_tests_name("oneshot", tests, NULL, NULL);
}
