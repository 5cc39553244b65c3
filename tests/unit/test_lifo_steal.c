/* SPDX-License-Identifier: MIT */
/* Description: a LIFO slot that thieves may empty: last, once, and never slept over */
#include "tests/unit/internals.h"

#define TASKS 64

static struct sched_task tasks[TASKS];
static struct sched_runtime *runtime;
static struct worker *owner;
static struct worker *thief;

static int setup(void **unused)
{
	(void)unused;
	fake_tasks_init(tasks, TASKS);
	runtime = runtime_without_threads(2);
	owner = &runtime->workers[0];
	thief = &runtime->workers[1];
	return 0;
}

static int teardown(void **unused)
{
	(void)unused;
	sched_runtime_destroy(runtime);
	return 0;
}

static void one_task_that_counts(void **unused)
{
	(void)unused;
	assert_int_equal(local_queue_length(&owner->queue), 0);
	assert_null(worker_push_lifo(owner, &tasks[0]));
	assert_ptr_equal(worker_push_lifo(owner, &tasks[1]), &tasks[0]);
	assert_int_equal(local_queue_length(&owner->queue), 1);
	assert_int_equal(local_queue_length_owned(&owner->queue), 1);
	assert_int_equal(local_queue_room_owned(&owner->queue), LOCAL_QUEUE_CAPACITY);
	assert_true(worker_has_tasks(owner));
	assert_ptr_equal(next_local_task(owner), &tasks[1]);
	assert_null(next_local_task(owner));
	assert_false(worker_has_tasks(owner));
}

static void the_ring_goes_first(void **unused)
{
	(void)unused;
	worker_push_back(owner, &tasks[0]);
	worker_push_back(owner, &tasks[1]);
	assert_null(worker_push_lifo(owner, &tasks[2]));
	assert_ptr_equal(steal_from(thief, 0), &tasks[0]);
	assert_ptr_equal(steal_from(thief, 0), &tasks[1]);
	assert_ptr_equal(steal_from(thief, 0), &tasks[2]);
	assert_null(steal_from(thief, 0));
	assert_int_equal(local_queue_length(&thief->queue), 0); /* nothing went through its ring */
}

/* While another thief is active the ring gives nothing, and the slot is next. */
static void beside_an_active_thief(void **unused)
{
	uint64_t head = 0;

	(void)unused;
	worker_push_back(owner, &tasks[0]);
	worker_push_back(owner, &tasks[1]);
	worker_push_lifo(owner, &tasks[2]);
	assert_int_equal(local_queue_claim(&owner->queue, &head), 1);
	assert_ptr_equal(steal_from(thief, 0), &tasks[2]);
	assert_null(steal_from(thief, 0));
	local_queue_release(&owner->queue, head);
	assert_ptr_equal(next_local_task(owner), &tasks[1]);
}

static void who_is_told(void **unused)
{
	bool always = SCHED_LIFO_NOTIFY == LIFO_NOTIFY_ALWAYS;

	(void)unused;
	assert_int_equal(worker_enqueue(owner, &tasks[0], SCHEDULE_WOKEN), always);
	assert_true(worker_enqueue(owner, &tasks[1], SCHEDULE_WOKEN)); /* tasks[0] to the ring */
	assert_true(worker_enqueue(owner, &tasks[2], SCHEDULE_YIELDED));
	assert_ptr_equal(next_local_task(owner), &tasks[1]);
	assert_ptr_equal(next_local_task(owner), &tasks[0]);
	assert_ptr_equal(next_local_task(owner), &tasks[2]);
}

/* ---------------------------------------------------------------- parks -- */

static void no_sleep_over_a_full_slot(void **unused)
{
	(void)unused;
	worker_push_lifo(owner, &tasks[0]);
	assert_false(worker_transition_to_parked(owner));
	assert_int_equal(runtime->idle.sleeper_count, 0);
	assert_ptr_equal(next_local_task(owner), &tasks[0]);
}

/* The owner filled its slot after the last searcher had looked there. */
static void the_last_searcher_looks_again(void **unused)
{
	(void)unused;
	thief->is_searching = idle_transition_to_searching(&runtime->idle);
	assert_true(thief->is_searching);
	assert_null(steal_from(thief, 0));
	worker_push_lifo(owner, &tasks[0]);
	assert_true(worker_transition_to_parked(thief));
	assert_int_equal(runtime->idle.unparks, 1); /* itself: it is the only sleeper */
	assert_true(worker_transition_from_parked(thief));
	assert_ptr_equal(steal_from(thief, 0), &tasks[0]);
	worker_stop_searching(thief);
}

/* ---------------------------------------------------------- two threads -- */

#define ROUNDS 20000u

static struct {
	at_u32 is_over;
	uint32_t taken[TASKS]; /* by the thief; read when it is joined */
} race;

static void race_thief(void *unused)
{
	(void)unused;
	while (at_load_acquire(&race.is_over) == 0) {
		struct sched_task *task = local_queue_take_lifo(&owner->queue);

		if (task)
			race.taken[task->id]++;
		else
			at_spin_hint();
	}
}

/* Each push is answered once: displaced, taken back, or stolen. */
static void every_task_once(void **unused)
{
	uint32_t pushed[TASKS] = { 0 };
	uint32_t kept[TASKS] = { 0 };
	struct os_thread thread;

	(void)unused;
	at_init(&race.is_over, 0);
	assert_int_equal(os_thread_start(&thread, "thief", race_thief, NULL), 0);
	for (uint32_t i = 0; i < ROUNDS; i++) {
		struct sched_task *out = worker_push_lifo(owner, &tasks[i % TASKS]);

		pushed[i % TASKS]++;
		if (!out && i % 3 == 0)
			out = worker_pop_lifo(owner);
		if (out)
			kept[out->id]++;
	}
	at_store_release(&race.is_over, 1);
	os_thread_join(&thread);
	for (struct sched_task *out = worker_pop_lifo(owner); out; out = worker_pop_lifo(owner))
		kept[out->id]++;
	for (uint32_t i = 0; i < TASKS; i++)
		assert_int_equal(kept[i] + race.taken[i], pushed[i]);
	at_fini(&race.is_over);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(one_task_that_counts, setup, teardown),
		cmocka_unit_test_setup_teardown(the_ring_goes_first, setup, teardown),
		cmocka_unit_test_setup_teardown(beside_an_active_thief, setup, teardown),
		cmocka_unit_test_setup_teardown(who_is_told, setup, teardown),
		cmocka_unit_test_setup_teardown(no_sleep_over_a_full_slot, setup, teardown),
		cmocka_unit_test_setup_teardown(the_last_searcher_looks_again, setup, teardown),
		cmocka_unit_test_setup_teardown(every_task_once, setup, teardown),
	};

	return cmocka_run_group_tests_name("lifo steal", tests, NULL, NULL);
}
