/* SPDX-License-Identifier: MIT */
/* Description: the null variant: handles, abort, wakers, yield, oneshot, shutdown. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sched/oneshot.h"
#include "sched/sched.h"

static int dropped;	    /* states dropped by cancellation */
static int dropped_outputs; /* outputs that nobody took */
static char trace[64];	    /* what ran, in order */

static void note(char what)
{
	size_t length = strlen(trace);

	assert_true(length + 1 < sizeof(trace));
	trace[length] = what;
	trace[length + 1] = '\0';
}

static void count_drop(void *state)
{
	(void)state;
	dropped++;
}

static void count_drop_output(void *output)
{
	(void)output;
	dropped_outputs++;
}

/* Yields `left` times, then its output is `number`. */
struct counting {
	uint64_t number;
	uint64_t left;
};

static enum sched_poll counting_poll(void *state, struct sched_context *context)
{
	struct counting *counting = state;

	note((char)('0' + counting->number));
	if (counting->left == 0)
		return SCHED_READY;
	counting->left--;
	return sched_yield_now(context);
}

static const struct sched_task_ops counting_ops = {
	.name = "counting",
	.poll = counting_poll,
	.drop = count_drop,
	.drop_output = count_drop_output,
	.state_bytes = sizeof(struct counting),
	.output_bytes = sizeof(uint64_t),
};

/* Never ready. */
static enum sched_poll forever_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	note('f');
	return SCHED_PENDING;
}

static const struct sched_task_ops forever_ops = {
	.name = "forever",
	.poll = forever_poll,
	.drop = count_drop,
	.state_bytes = 0,
	.output_bytes = 0,
};

/* -------------------------------------------------------------- fixture -- */

static int setup(void **state)
{
	const struct sched_config config = { .workers = 1 };
	struct sched_runtime *runtime;

	dropped = 0;
	dropped_outputs = 0;
	trace[0] = '\0';
	assert_int_equal(sched_runtime_create(&config, &runtime), 0);
	*state = runtime;
	return 0;
}

static int teardown(void **state)
{
	sched_runtime_destroy(*state);
	return 0;
}

static struct sched_join spawn_counting(struct sched_runtime *runtime, uint64_t number,
					uint64_t yields)
{
	struct counting counting = { .number = number, .left = yields };
	struct sched_join join;

	assert_int_equal(sched_spawn_on(runtime, &counting_ops, &counting, &join), 0);
	return join;
}

/* Let everything run that can. */
static enum sched_poll idle_poll(void *state, struct sched_context *context)
{
	int *polls = state;

	if ((*polls)-- == 0)
		return SCHED_READY;
	return sched_yield_now(context);
}

static void run_a_while(struct sched_runtime *runtime)
{
	int polls = 20;

	assert_int_equal(sched_block_on(runtime, idle_poll, &polls), 0);
}

/* ---------------------------------------------------------------- tests -- */

static void test_more_than_one_worker_is_refused(void **state)
{
	const struct sched_config config = { .workers = 2 };
	struct sched_runtime *runtime;

	(void)state;
	assert_int_equal(sched_runtime_create(&config, &runtime), -EINVAL);
}

static void test_first_in_first_out_and_outputs(void **state)
{
	struct sched_join first = spawn_counting(*state, 1, 2);
	struct sched_join second = spawn_counting(*state, 2, 0);
	uint64_t output = 0;

	assert_int_equal(sched_join_take(&first, &output), -EAGAIN);
	assert_int_equal(sched_block_on_join(*state, &first, &output), 0);
	assert_int_equal(output, 1);
	assert_string_equal(trace, "1211");
	assert_true(sched_join_is_finished(&second));
	assert_int_equal(sched_join_take(&second, &output), 0);
	assert_int_equal(output, 2);
	assert_int_equal(sched_join_take(&second, &output), -EINVAL);
	sched_join_detach(&second);
	assert_int_equal(dropped + dropped_outputs, 0);
}

static void test_detached_output_is_dropped(void **state)
{
	struct sched_join before = spawn_counting(*state, 1, 0);
	struct sched_join after = spawn_counting(*state, 2, 0);

	sched_join_detach(&before);
	assert_null(before.task);
	run_a_while(*state);
	assert_int_equal(dropped_outputs, 1);
	sched_join_detach(&after);
	assert_int_equal(dropped_outputs, 2);
}

static void test_abort_of_queued_suspended_and_complete(void **state)
{
	struct sched_join queued = spawn_counting(*state, 1, 0);
	struct sched_join complete = spawn_counting(*state, 2, 0);
	struct sched_join suspended;
	uint64_t output = 0;

	assert_int_equal(sched_spawn_on(*state, &forever_ops, NULL, &suspended), 0);
	sched_join_abort(&queued);
	run_a_while(*state);
	assert_string_equal(trace, "2f");
	sched_join_abort(&suspended);
	sched_join_abort(&complete);
	assert_int_equal(sched_block_on_join(*state, &queued, &output), -ECANCELED);
	assert_int_equal(sched_block_on_join(*state, &suspended, NULL), -ECANCELED);
	assert_int_equal(sched_block_on_join(*state, &complete, &output), 0);
	assert_int_equal(output, 2);
	assert_int_equal(dropped, 2);
}

static void test_shutdown_cancels_what_is_left(void **state)
{
	struct sched_join queued = spawn_counting(*state, 1, 0);
	struct sched_join suspended;
	uint64_t output;

	assert_int_equal(sched_spawn_on(*state, &forever_ops, NULL, &suspended), 0);
	run_a_while(*state);
	sched_join_detach(&queued);
	queued = spawn_counting(*state, 2, 0);
	assert_int_equal(sched_runtime_shutdown(*state), 0);
	assert_int_equal(sched_runtime_shutdown(*state), 0);
	assert_int_equal(dropped, 2);
	assert_int_equal(sched_join_take(&queued, &output), -ECANCELED);
	assert_int_equal(sched_join_take(&suspended, NULL), -ECANCELED);
	sched_join_detach(&queued);
	sched_join_detach(&suspended);
}

static void test_spawn_after_shutdown_is_cancelled(void **state)
{
	struct counting counting = { .number = 1, .left = 0 };
	struct sched_join join;
	uint64_t output;

	assert_int_equal(sched_runtime_shutdown(*state), 0);
	assert_int_equal(sched_spawn_on(*state, &counting_ops, &counting, &join), -ECANCELED);
	assert_int_equal(dropped, 1);
	assert_int_equal(sched_join_take(&join, &output), -ECANCELED);
	sched_join_detach(&join);
	assert_int_equal(sched_spawn_on(*state, &counting_ops, &counting, NULL), -ECANCELED);
	assert_int_equal(dropped, 2);
}

static void test_spawn_outside_of_a_runtime(void **state)
{
	struct sched_join join;

	(void)state;
	assert_null(sched_current());
	assert_int_equal(sched_worker_index(), -1);
	assert_int_equal(sched_spawn(&forever_ops, NULL, &join), -ENXIO);
	assert_null(join.task);
}

static enum sched_poll nested_poll(void *state, struct sched_context *context)
{
	int polls = 0;

	(void)context;
	assert_ptr_equal(sched_current(), state);
	assert_int_equal(sched_worker_index(), -1);
	assert_int_equal(sched_block_on(state, idle_poll, &polls), -EDEADLK);
	assert_int_equal(sched_runtime_shutdown(state), -EDEADLK);
	return SCHED_READY;
}

static void test_block_on_inside_and_for_nothing(void **state)
{
	assert_int_equal(sched_block_on(*state, nested_poll, *state), 0);
	assert_int_equal(sched_block_on(*state, forever_poll, NULL), -EDEADLK);
	assert_null(sched_current());
}

/* -------------------------------------------------------------- oneshot -- */

struct receiver {
	struct sched_oneshot *oneshot;
	struct sched_waker seen; /* keeps a waker beyond the task */
	uint64_t value;
	int status;
};

static enum sched_poll receiver_poll(void *state, struct sched_context *context)
{
	struct receiver *receiver = *(struct receiver **)state;

	sched_waker_drop(&receiver->seen);
	receiver->seen = sched_waker_clone(&context->waker);
	if (sched_oneshot_poll(receiver->oneshot, context, &receiver->value, &receiver->status) ==
	    SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(receiver->oneshot);
	return SCHED_READY;
}

static const struct sched_task_ops receiver_ops = {
	.name = "receiver",
	.poll = receiver_poll,
	.state_bytes = sizeof(struct receiver *),
	.output_bytes = 0,
};

static void test_oneshot_value_arrives(void **state)
{
	struct receiver receiver = { .oneshot = sched_oneshot_create() };
	struct receiver *self = &receiver;
	struct sched_join join;

	assert_int_equal(sched_spawn_on(*state, &receiver_ops, &self, &join), 0);
	run_a_while(*state);
	assert_false(sched_join_is_finished(&join));
	assert_int_equal(sched_oneshot_send(receiver.oneshot, 42), 0);
	assert_int_equal(sched_block_on_join(*state, &join, NULL), 0);
	assert_int_equal(receiver.status, 0);
	assert_int_equal(receiver.value, 42);
	sched_waker_wake(&receiver.seen); /* of a complete task: nothing happens */
	assert_null(receiver.seen.target);
}

static void test_oneshot_sender_dropped(void **state)
{
	struct receiver receiver = { .oneshot = sched_oneshot_create() };
	struct receiver *self = &receiver;

	sched_oneshot_drop_sender(receiver.oneshot);
	assert_int_equal(sched_block_on(*state, receiver_poll, &self), 0);
	assert_int_equal(receiver.status, -ECANCELED);
	sched_waker_drop(&receiver.seen);
}

static void test_oneshot_receiver_dropped(void **state)
{
	struct sched_oneshot *oneshot = sched_oneshot_create();

	(void)state;
	sched_oneshot_drop_receiver(oneshot);
	assert_int_equal(sched_oneshot_send(oneshot, 1), -EPIPE);
}

/* Polled by one block_on, left pending, then by a task: the second is woken. */
static void test_oneshot_follows_the_latest_waker(void **state)
{
	struct receiver receiver = { .oneshot = sched_oneshot_create() };
	struct receiver *self = &receiver;
	struct sched_join join;

	assert_int_equal(sched_block_on(*state, receiver_poll, &self), -EDEADLK);
	assert_int_equal(sched_spawn_on(*state, &receiver_ops, &self, &join), 0);
	run_a_while(*state);
	assert_int_equal(sched_oneshot_send(receiver.oneshot, 7), 0);
	assert_int_equal(sched_block_on_join(*state, &join, NULL), 0);
	assert_int_equal(receiver.value, 7);
	sched_waker_drop(&receiver.seen);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_more_than_one_worker_is_refused),
		TEST(test_first_in_first_out_and_outputs),
		TEST(test_detached_output_is_dropped),
		TEST(test_abort_of_queued_suspended_and_complete),
		TEST(test_shutdown_cancels_what_is_left),
		TEST(test_spawn_after_shutdown_is_cancelled),
		TEST(test_spawn_outside_of_a_runtime),
		TEST(test_block_on_inside_and_for_nothing),
		TEST(test_oneshot_value_arrives),
		TEST(test_oneshot_sender_dropped),
		TEST(test_oneshot_receiver_dropped),
		TEST(test_oneshot_follows_the_latest_waker),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
