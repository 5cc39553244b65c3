/* SPDX-License-Identifier: MIT */
/* Description: idle word, owned list, defer list, parker, random numbers of a worker */
#include "tests/unit/internals.h"

/* ------------------------------------------------------------ idle word -- */

static uint64_t idle_word(uint32_t searching, uint32_t unparked)
{
	return searching * IDLE_SEARCHING_ONE + unparked * IDLE_UNPARKED_ONE;
}

static void expect_idle(struct idle *idle, uint32_t searching, uint32_t unparked)
{
	assert_int_equal(at_load_seq_cst(&idle->word), idle_word(searching, unparked));
	assert_int_equal(idle->sleeper_count, idle->workers - unparked);
}

static void idle_transitions(void **unused)
{
	struct idle idle;

	(void)unused;
	assert_true(idle_init(&idle, 4));
	expect_idle(&idle, 0, 4);
	assert_int_equal(idle_worker_to_notify(&idle), -1); /* nobody sleeps */
	assert_true(idle_transition_to_searching(&idle));
	assert_true(idle_transition_to_searching(&idle));
	assert_false(idle_transition_to_searching(&idle)); /* half of the workers */
	expect_idle(&idle, 2, 4);
	assert_false(idle_transition_to_parked(&idle, 3, true));
	expect_idle(&idle, 1, 3);
	assert_true(idle_is_parked(&idle, 3));
	assert_false(idle_is_parked(&idle, 0));
	assert_int_equal(idle_worker_to_notify(&idle), -1);	/* somebody searches */
	assert_true(idle_transition_to_parked(&idle, 1, true)); /* the last searcher */
	expect_idle(&idle, 0, 2);
	assert_int_equal(idle_worker_to_notify(&idle), 1); /* last parked, first woken */
	expect_idle(&idle, 1, 3);
	assert_false(idle_is_parked(&idle, 1));
	assert_int_equal(idle_worker_to_notify(&idle), -1); /* one wake at a time */
	assert_true(idle_transition_from_searching(&idle));
	expect_idle(&idle, 0, 3);
	assert_false(idle_transition_to_parked(&idle, 0, false)); /* was not searching */
	assert_int_equal(idle_worker_to_notify(&idle), 0);
	assert_true(idle_transition_from_searching(&idle));
	assert_int_equal(idle_worker_to_notify(&idle), 3);
	expect_idle(&idle, 1, 4);
	assert_int_equal(idle.unparks, 3);
	idle_fini(&idle);
}

static void idle_of_one_worker(void **unused)
{
	struct idle idle;

	(void)unused;
	assert_true(idle_init(&idle, 1));
	assert_true(idle_transition_to_searching(&idle));
	assert_false(idle_transition_to_searching(&idle));
	assert_true(idle_transition_to_parked(&idle, 0, true));
	expect_idle(&idle, 0, 0);
	assert_int_equal(idle_worker_to_notify(&idle), 0);
	expect_idle(&idle, 1, 1);
	idle_fini(&idle);
}

static void idle_holds_the_most_workers(void **unused)
{
	struct idle idle;

	(void)unused;
	assert_true(idle_init(&idle, SCHED_WORKERS_MAX));
	for (uint32_t i = 0; i < SCHED_WORKERS_MAX; i++)
		idle_transition_to_parked(&idle, i, false);
	expect_idle(&idle, 0, 0);
	for (uint32_t i = SCHED_WORKERS_MAX; i > 0; i--) {
		assert_int_equal(idle_worker_to_notify(&idle), i - 1);
		idle_transition_from_searching(&idle);
	}
	expect_idle(&idle, 0, SCHED_WORKERS_MAX);
	idle_fini(&idle);
}

/* ----------------------------------------------------------- owned list -- */

static enum sched_poll never_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	return SCHED_PENDING;
}

static const struct sched_task_ops listed_ops = { .name = "listed",
						  .poll = never_poll,
						  .state_bytes = 24 };

#define LISTED 50
static struct sched_task *listed[LISTED];
static uint32_t shut_down_count;

static void count_shut_down(struct sched_task *task)
{
	(void)task;
	shut_down_count++;
}

static void listed_create(void)
{
	static const uint64_t state[3];

	shut_down_count = 0;
	for (uint64_t i = 0; i < LISTED; i++) {
		listed[i] = task_create(NULL, &listed_ops, state, i * 7);
		assert_non_null(listed[i]);
		assert_int_equal((uintptr_t)listed[i] % TASK_ALIGN, 0);
	}
}

static void listed_free(void)
{
	for (uint64_t i = 0; i < LISTED; i++)
		task_free(listed[i], task_bytes(listed[i]), TASK_ALIGN);
}

static void owned_list_binds_and_removes(void **unused)
{
	struct owned_list list;

	(void)unused;
	listed_create();
	assert_true(owned_list_init(&list, 3));
	/* the next power of two, times four; or one */
	assert_int_equal(list.mask + 1, SCHED_OWNED == OWNED_SHARDED ? 16 : 1);
	assert_true(owned_list_is_empty(&list));
	for (int i = 0; i < LISTED; i++)
		assert_true(owned_list_bind(&list, listed[i]));
	for (int i = 0; i < LISTED; i += 2) { /* heads, middles and tails of the shards */
		assert_true(owned_list_remove(&list, listed[i]));
		assert_false(owned_list_remove(&list, listed[i])); /* no member any more */
	}
	for (int i = 1; i < LISTED; i += 2)
		assert_true(owned_list_remove(&list, listed[i]));
	assert_true(owned_list_is_empty(&list));
	if (SCHED_OWNED_COUNT) {
		assert_int_equal(at_load_relaxed(&list.count), 0);
		assert_int_equal(at_load_relaxed(&list.added), LISTED);
	}
	owned_list_fini(&list);
	listed_free();
}

static void owned_list_closes(void **unused)
{
	struct owned_list list;

	(void)unused;
	listed_create();
	assert_true(owned_list_init(&list, 1));
	for (int i = 1; i < LISTED; i++)
		assert_true(owned_list_bind(&list, listed[i]));
	owned_list_close(&list, 12345, count_shut_down);
	assert_int_equal(shut_down_count, LISTED - 1);
	assert_true(owned_list_is_empty(&list));
	assert_false(owned_list_bind(&list, listed[0]));
	assert_false(owned_list_remove(&list, listed[0]));
	owned_list_close(&list, 0, count_shut_down);
	assert_int_equal(shut_down_count, LISTED - 1);
	owned_list_fini(&list);
	listed_free();
}

/* ------------------------------------------------------------ defer list -- */

static void defer_list_keeps_what_it_holds(void **unused)
{
	struct sched_task tasks[3];
	struct defer_list list;

	(void)unused;
	fake_tasks_init(tasks, 3);
	defer_list_init(&list);
	for (uint32_t i = 0; i < 500; i++) {
		struct sched_task *task = &tasks[i % 3];

		assert_false(defer_list_ends_with(&list, task));
		if (list.count == list.room)
			assert_true(defer_list_grow(&list));
		list.tasks[list.count++] = task;
		assert_true(defer_list_ends_with(&list, task));
	}
	for (uint32_t i = 0; i < 500; i++) /* growing kept them */
		assert_ptr_equal(list.tasks[i], &tasks[i % 3]);
	list.count = 0;
	defer_list_fini(&list);
}

/* Yielding twice in one poll defers once. */
static void yields_of_one_poll_merge(void **unused)
{
	static struct sched_runtime runtime;
	static struct worker worker;
	struct sched_task tasks[2];
	struct sched_context one;
	struct sched_context two;

	(void)unused;
	fake_tasks_init(tasks, 2);
	worker.context.runtime = &runtime;
	worker.context.worker = &worker;
	worker_metrics_init(&worker.metrics);
	defer_list_init(&worker.defer);
	one.waker = waker_of(&tasks[0], WAKER_TASK);
	two.waker = waker_of(&tasks[1], WAKER_TASK);
	os_set_current(&worker.context);
	assert_int_equal(sched_yield_now(&one), SCHED_PENDING);
	assert_int_equal(sched_yield_now(&one), SCHED_PENDING);
	assert_int_equal(worker.defer.count, 1);
	sched_yield_now(&two);
	sched_yield_now(&one);
	assert_int_equal(worker.defer.count, 3); /* only the last is looked at */
	os_set_current(NULL);
	worker.defer.count = 0;
	defer_list_fini(&worker.defer);
}

/* --------------------------------------------------------- parker, random -- */

static void unparker_main(void *opaque)
{
	parker_unpark((struct parker *)opaque);
}

static void a_token_is_kept_and_taken_once(void **unused)
{
	struct os_thread thread;
	struct parker parker;

	(void)unused;
	parker_init(&parker);
	assert_false(parker_try_take(&parker));
	parker_unpark(&parker);
	parker_unpark(&parker); /* the second adds nothing */
	parker_park(&parker);
	assert_false(parker_try_take(&parker));
	for (int i = 0; i < 50; i++) {
		assert_int_equal(os_thread_start(&thread, "unparker", unparker_main, &parker), 0);
		parker_park(&parker);
		os_thread_join(&thread);
	}
	assert_false(parker_try_take(&parker));
	parker_fini(&parker);
}

static void equal_seeds_equal_choices(void **unused)
{
	static struct worker a;
	static struct worker b;
	uint32_t seen = 0;

	(void)unused;
	a.rng_one = b.rng_one = 12345;
	a.rng_two = b.rng_two = 67891;
	for (int i = 0; i < 1000; i++) {
		uint32_t below = 1 + (uint32_t)i % 8;
		uint32_t choice = worker_random(&a, below);

		assert_true(choice < below);
		assert_int_equal(choice, worker_random(&b, below));
		if (below == 8)
			seen |= 1u << choice;
	}
	assert_int_equal(seen, 0xff);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(idle_transitions),
		cmocka_unit_test(idle_of_one_worker),
		cmocka_unit_test(idle_holds_the_most_workers),
		cmocka_unit_test(owned_list_binds_and_removes),
		cmocka_unit_test(owned_list_closes),
		cmocka_unit_test(defer_list_keeps_what_it_holds),
		cmocka_unit_test(yields_of_one_poll_merge),
		cmocka_unit_test(a_token_is_kept_and_taken_once),
		cmocka_unit_test(equal_seeds_equal_choices),
	};

	return cmocka_run_group_tests_name("worker parts", tests, NULL, NULL);
}
