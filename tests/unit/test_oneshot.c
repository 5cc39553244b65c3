/* SPDX-License-Identifier: MIT */
/*
 * Description: oneshot: both orders, dropped halves, a change of the waiting task; what comes between
 * The oneshot is inside the test: each read-modify-write is counted, before one of them the other
 * half may act, and its memory is counted.  The wakers are of threads that do not exist, so a
 * wake is a token at their parker, and a clone a reference.
 */
#include "tests/unit/internals.h"

static void before_rmw(void);
static void *counted_alloc(size_t bytes);
static void counted_free(void *pointer, size_t bytes);
#undef at_fetch_or_acq_rel
#undef at_fetch_and_acq_rel
#undef at_fetch_sub_acq_rel
#undef at_cas_weak_acq_rel
#define at_fetch_or_acq_rel(p, v)  (before_rmw(), AT_RMW(fetch_or, p, v, acq_rel))
#define at_fetch_and_acq_rel(p, v) (before_rmw(), AT_RMW(fetch_and, p, v, acq_rel))
#define at_fetch_sub_acq_rel(p, v) (before_rmw(), AT_RMW(fetch_sub, p, v, acq_rel))
#define at_cas_weak_acq_rel(p, expected, v) \
	(before_rmw(), AT_CAS(strong, p, expected, v, acq_rel, acquire))
#define sched_alloc counted_alloc
#define sched_free  counted_free
#include "sched/oneshot.c"
#undef sched_alloc
#undef sched_free

#define BUDGET 1000

static struct {
	struct sched_oneshot *oneshot;
	uint64_t value;
	int status;
	uint32_t rmws;
	void (*meanwhile)(void); /* once, before that many RMWs have been made */
	uint32_t meanwhile_after;
	int sent; /* what the send meanwhile returned */
	uint32_t blocks;
	bool is_scarce;
	uint32_t budget;
	struct sched_context context[2];
	struct sleeping_thread *thread[2];
} world;

static void before_rmw(void)
{
	void (*meanwhile)(void) = world.meanwhile;
	uint32_t rmws = world.rmws;

	if (meanwhile && rmws == world.meanwhile_after) {
		world.meanwhile = NULL;
		meanwhile();
		world.rmws = rmws; /* the other half's are its own */
	}
	world.rmws++;
}

static void *counted_alloc(size_t bytes)
{
	void *memory = world.is_scarce ? NULL : sched_alloc(bytes);

	if (!memory)
		return NULL;
	world.blocks++;
	return memset(memory, 1, bytes); /* what was not set up shows, a bool as well */
}

static void counted_free(void *pointer, size_t bytes)
{
	world.blocks--;
	sched_free(pointer, bytes);
}

static int setup(void **unused)
{
	(void)unused;
	memset(&world, 0, sizeof(world));
	world.budget = BUDGET;
	world.value = 5;
	world.status = 1;
	for (int i = 0; i < 2; i++) {
		world.thread[i] = sleeping_thread_create();
		world.context[i].budget = &world.budget;
		world.context[i].waker = waker_of(world.thread[i], WAKER_THREAD);
	}
	world.oneshot = sched_oneshot_create();
	return world.oneshot ? 0 : -1;
}

/* Both halves are gone, and with them memory and wakers. */
static int teardown(void **unused)
{
	(void)unused;
	assert_null(world.meanwhile);
	assert_int_equal(world.blocks, 0);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(at_load_relaxed(&world.thread[i]->refs), 1);
		sleeping_thread_unref(world.thread[i], 1);
	}
	return 0;
}

/* ---------------------------------------------------- steps that expect -- */

static void expect_rmws(uint32_t rmws)
{
	assert_int_equal(world.rmws, rmws);
	world.rmws = 0;
}

/* The task waits, with its waker kept once; nothing was spent. */
static void expect_pending(int task)
{
	uint32_t budget = world.budget;

	assert_int_equal(sched_oneshot_poll(world.oneshot, &world.context[task], &world.value,
					    &world.status),
			 SCHED_PENDING);
	assert_int_equal(world.budget, budget);
	assert_int_equal(world.status, 1);
	for (int i = 0; i < 2; i++)
		assert_int_equal(at_load_relaxed(&world.thread[i]->refs), 1 + (i == task));
}

static void expect_ready(int task, int status, uint64_t value)
{
	uint32_t budget = world.budget;

	assert_int_equal(sched_oneshot_poll(world.oneshot, &world.context[task], &world.value,
					    &world.status),
			 SCHED_READY);
	assert_int_equal(world.budget, budget - 1);
	assert_int_equal(world.status, status);
	assert_int_equal(world.value, value);
}

static void expect_wakes(bool first, bool second)
{
	assert_int_equal(parker_try_take(&world.thread[0]->parker), first);
	assert_int_equal(parker_try_take(&world.thread[1]->parker), second);
}

static void expect_send(int error)
{
	assert_int_equal(sched_oneshot_send(world.oneshot, 42), error);
}

static void drop_receiver(void)
{
	sched_oneshot_drop_receiver(world.oneshot);
}

/* ------------------------------------------------------- one after another -- */

static void send_then_receive(void **unused)
{
	(void)unused;
	expect_send(0);
	expect_rmws(2);
	expect_ready(0, 0, 42);
	expect_rmws(0);
	assert_int_equal(world.blocks, 1);
	drop_receiver();
	expect_rmws(1);
	expect_wakes(false, false);
}

static void wait_then_receive(void **unused)
{
	(void)unused;
	expect_pending(0);
	expect_rmws(1);
	expect_pending(0); /* the same waker stays */
	expect_rmws(0);
	expect_wakes(false, false);
	expect_send(0);
	expect_rmws(2);
	expect_wakes(true, false);
	expect_ready(0, 0, 42);
	drop_receiver();
	expect_rmws(1);
}

static void another_task_waits(void **unused)
{
	(void)unused;
	expect_pending(0);
	expect_rmws(1);
	expect_pending(1);
	expect_rmws(2);
	expect_send(0);
	expect_wakes(false, true);
	expect_ready(0, 0, 42);
	drop_receiver();
}

static void sender_dropped(void **unused)
{
	(void)unused;
	sched_oneshot_drop_sender(world.oneshot);
	expect_ready(0, -ECANCELED, 5);
	drop_receiver();
}

static void sender_dropped_while_it_waits(void **unused)
{
	(void)unused;
	expect_pending(0);
	sched_oneshot_drop_sender(world.oneshot);
	expect_wakes(true, false);
	expect_ready(0, -ECANCELED, 5);
	drop_receiver();
}

static void receiver_dropped(void **unused)
{
	(void)unused;
	drop_receiver();
	expect_rmws(2);
	assert_int_equal(world.blocks, 1);
	expect_send(-EPIPE);
	expect_rmws(1);
}

/* It waits no more: its waker is gone before the sender is. */
static void receiver_dropped_while_it_waits(void **unused)
{
	(void)unused;
	expect_pending(0);
	expect_rmws(1);
	drop_receiver();
	expect_rmws(3);
	assert_int_equal(at_load_relaxed(&world.thread[0]->refs), 1);
	sched_oneshot_drop_sender(world.oneshot);
	expect_wakes(false, false);
}

/* Sent, never looked at: the sender may still be reading the waker, so the end drops it. */
static void receiver_dropped_after_the_send(void **unused)
{
	(void)unused;
	expect_pending(0);
	expect_send(0);
	world.rmws = 0;
	drop_receiver();
	expect_rmws(2);
}

static void a_budget_that_is_spent(void **unused)
{
	(void)unused;
	expect_send(0);
	world.budget = 0;
	assert_int_equal(sched_oneshot_poll(world.oneshot, &world.context[0], &world.value,
					    &world.status),
			 SCHED_PENDING);
	assert_int_equal(world.budget, 0);
	expect_wakes(true, false); /* it is to come again */
	world.budget = BUDGET;
	expect_ready(0, 0, 42);
	drop_receiver();
}

static void no_memory(void **unused)
{
	(void)unused;
	world.is_scarce = true;
	assert_null(sched_oneshot_create());
	sched_oneshot_drop_sender(world.oneshot);
	drop_receiver();
}

/* ------------------------------------------------------ what comes between -- */

static void send_meanwhile(void)
{
	world.sent = sched_oneshot_send(world.oneshot, 42);
}

static void poll_meanwhile(void)
{
	sched_oneshot_poll(world.oneshot, &world.context[0], &world.value, &world.status);
}

/* Before that many more RMWs of what is done next. */
static void let_happen(void (*meanwhile)(void), uint32_t after)
{
	world.rmws = 0;
	world.sent = 1;
	world.meanwhile = meanwhile;
	world.meanwhile_after = after;
}

/* The first look saw nothing, showing the waker sees the value. */
static void sent_while_it_registers(void **unused)
{
	(void)unused;
	let_happen(send_meanwhile, 0);
	expect_ready(0, 0, 42);
	assert_int_equal(world.sent, 0);
	expect_wakes(false, false);
	drop_receiver();
}

/* Before the other task's waker is taken back: it is shown again, and was woken. */
static void sent_while_the_waker_is_taken_back(void **unused)
{
	(void)unused;
	expect_pending(0);
	let_happen(send_meanwhile, 0);
	expect_ready(1, 0, 42);
	expect_wakes(true, false);
	assert_int_equal(at_load_relaxed(&world.thread[0]->refs), 2);
	drop_receiver();
}

/* After that, while no waker is shown: nobody is woken, and nobody need be. */
static void sent_between_two_wakers(void **unused)
{
	(void)unused;
	expect_pending(0);
	let_happen(send_meanwhile, 1);
	expect_ready(1, 0, 42);
	expect_wakes(false, false);
	drop_receiver();
}

/* The sender looks again, and wakes. */
static void registered_while_it_sends(void **unused)
{
	(void)unused;
	let_happen(poll_meanwhile, 0);
	expect_send(0);
	expect_wakes(true, false);
	expect_ready(0, 0, 42);
	drop_receiver();
}

static void closed_while_it_sends(void **unused)
{
	(void)unused;
	let_happen(drop_receiver, 0);
	expect_send(-EPIPE);
}

static void sent_while_it_closes(void **unused)
{
	(void)unused;
	expect_pending(0);
	let_happen(send_meanwhile, 0);
	drop_receiver();
	assert_int_equal(world.sent, 0);
	expect_wakes(true, false);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		CASE(send_then_receive),
		CASE(wait_then_receive),
		CASE(another_task_waits),
		CASE(sender_dropped),
		CASE(sender_dropped_while_it_waits),
		CASE(receiver_dropped),
		CASE(receiver_dropped_while_it_waits),
		CASE(receiver_dropped_after_the_send),
		CASE(a_budget_that_is_spent),
		CASE(no_memory),
		CASE(sent_while_it_registers),
		CASE(sent_while_the_waker_is_taken_back),
		CASE(sent_between_two_wakers),
		CASE(registered_while_it_sends),
		CASE(closed_while_it_sends),
		CASE(sent_while_it_closes),
	};

	return cmocka_run_group_tests_name("oneshot", tests, NULL, NULL);
}
