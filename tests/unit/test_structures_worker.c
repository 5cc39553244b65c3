/* SPDX-License-Identifier: MIT */
/*
 * Description: loops over workers end with the last one, and what a worker does step by step
 *
 * Memory behind an array is nobody's, so a loop that goes one too far shows only by chance.
 * Here it shows always: the runtime is made with three workers and told that it has two, and
 * the third has what nobody may find.
 */
#include "tests/policy/scene.h"

#include <unistd.h>

static struct sched_task hidden; /* in the third worker's ring */

static void begin_with_one_behind(void)
{
	struct worker *third;

	stage_begin(3);
	fake_tasks_init(&hidden, 1);
	third = &stage.runtime->workers[2];
	assert_int_equal(local_queue_try_push(&third->queue, &hidden), PUSH_DONE);
	metric_add(third->metrics.parks, 1000);
	metric_set(third->metrics.busy_ns, 1000);
	stage.runtime->config.workers = 2;
}

static void end_with_one_behind(void)
{
	struct worker *third = &stage.runtime->workers[2];

	assert_ptr_equal(local_queue_pop(&third->queue, &third->metrics), &hidden);
	stage.runtime->config.workers = 3;
	stage_end();
}

static void the_last_searcher_looks_at_the_last_worker_and_no_further(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	begin_with_one_behind();
	stage.runtime->idle.workers = 2;
	at_init(&stage.runtime->idle.word, 2 * IDLE_UNPARKED_ONE);
	scene_sleep(0);
	notify_if_work_pending(stage.runtime);
	assert_false(scene_was_told(0));
	stage_as(1);
	actor_spawn(&actor);
	worker_flush_lifo(stage_as(1));
	assert_int_equal(scene_ring(1), 1);
	notify_if_work_pending(stage.runtime);
	assert_true(scene_was_told(0));
	stage.runtime->idle.workers = 3;
	end_with_one_behind();
}

static void a_thief_passes_the_last_worker_and_no_further(void **unused)
{
	(void)unused;
	begin_with_one_behind();
	for (uint32_t i = 0; i < 20; i++) {
		struct worker *worker = stage_as(i % 2);

		assert_null(steal_work(worker));
		assert_true(worker->is_searching);
		worker_stop_searching(worker);
	}
	end_with_one_behind();
}

static void a_close_unparks_the_last_worker_and_no_further(void **unused)
{
	(void)unused;
	begin_with_one_behind();
	stage_as_outside();
	runtime_close(stage.runtime);
	assert_true(scene_was_told(0));
	assert_true(scene_was_told(1));
	assert_false(scene_was_told(2));
	runtime_close(stage.runtime); /* the second tells nobody */
	assert_false(scene_was_told(0));
	end_with_one_behind();
}

/* What lies in the queues goes with the last to arrive: one reference each. */
static void the_last_to_arrive_drains_for_all_and_no_further(void **unused)
{
	struct sched_task left[2];

	(void)unused;
	begin_with_one_behind();
	fake_tasks_init(left, 2);
	for (uint32_t i = 0; i < 2; i++)
		local_queue_try_push(&stage.runtime->workers[i].queue, &left[i]);
	runtime_worker_arrived(stage.runtime);
	assert_int_equal(scene_ring(0) + scene_ring(1), 2);
	runtime_worker_arrived(stage.runtime);
	assert_int_equal(scene_ring(0) + scene_ring(1), 0);
	for (uint32_t i = 0; i < 2; i++)
		assert_int_equal(at_load_relaxed(&left[i].state), STATE_INITIAL - STATE_REF_ONE);
	assert_int_equal(at_load_relaxed(&hidden.state), STATE_INITIAL);
	stage.runtime->arrived = 0;
	end_with_one_behind();
}

/* -------------------------------------------------------- introspection -- */

static struct sched_metric metric_called(struct sched_runtime *runtime, const char *name)
{
	struct sched_metric metrics[64];
	size_t count = sched_metrics(runtime, metrics, TEST_COUNT(metrics));

	for (size_t i = 0; i < count; i++)
		if (strcmp(metrics[i].name, name) == 0)
			return metrics[i];
	fail_msg("there is no metric %s", name);
	return metrics[0];
}

static void sums_are_over_all_workers_and_no_further(void **unused)
{
	struct sched_runtime *runtime;

	(void)unused;
	begin_with_one_behind();
	runtime = stage.runtime;
	for (uint32_t i = 0; i < 2; i++) {
		metric_add(runtime->workers[i].metrics.parks, 1 + i);
		metric_set(runtime->workers[i].metrics.busy_ns, 10 + i);
		metric_set(runtime->workers[i].metrics.interval_now, 40 + i);
		metric_set(runtime->workers[i].metrics.pop_retries_max, 5 - i);
	}
	metric_set(runtime->workers[2].metrics.interval_now, 1);
	metric_set(runtime->workers[2].metrics.pop_retries_max, 99);
	runtime->idle.unparks = 6;
	assert_int_equal(metric_called(runtime, "parks").value, 3);
	assert_int_equal(metric_called(runtime, "busy_ns").value, 21);
	assert_int_equal(metric_called(runtime, "unparks").value, 6);
	assert_int_equal(metric_called(runtime, "interval_now_smallest").value, 40);
	assert_int_equal(metric_called(runtime, "interval_now_largest").value, 41);
	assert_int_equal(metric_called(runtime, "pop_retries_max").value, 5);
	metric_set(runtime->workers[2].metrics.interval_now, 1000);
	assert_int_equal(metric_called(runtime, "interval_now_largest").value, 41);
	end_with_one_behind();
}

static void expect_dump(const char *expected)
{
	static char said[1024];
	ssize_t length;
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	sched_dump(stage.runtime, ends[1]);
	close(ends[1]);
	length = read(ends[0], said, sizeof(said) - 1);
	close(ends[0]);
	assert_true(length >= 0);
	said[length] = '\0';
	assert_string_equal(said, expected);
}

static void a_dump_says_what_is_where(void **unused)
{
	struct actor actors[2];
	struct worker *second;

	(void)unused;
	begin_with_one_behind();
	second = &stage.runtime->workers[1];
	stage_as_outside();
	for (uint32_t i = 0; i < 2; i++) {
		actors[i] = actor_of('A', act_ready);
		actor_spawn(&actors[i]);
	}
	scene_sleep(0);
	scene_search(1);
	at_init(&second->parker.state, PARK_PARKED);
	at_init(&second->queue.head, head_pack(3, 5));
	at_init(&second->queue.tail, 105);
	parker_unpark(&stage.runtime->workers[0].parker);
	metric_add(second->metrics.parks, 1234567890);
	at_init(&stage.runtime->is_closed, 1);
	expect_dump("searching 1, unparked 2, inject 2, closed 1\n"
		    "worker 0: notified, queue 0, being stolen 0, parks 0\n"
		    "worker 1: parked, queue 100, being stolen 2, parks 1234567890\n");
	at_init(&second->parker.state, 3);
	at_init(&second->queue.head, head_pack(5, 5));
	at_init(&second->queue.tail, 5);
	at_init(&stage.runtime->is_closed, 0);
	assert_true(scene_was_told(0));
	expect_dump("searching 1, unparked 2, inject 2, closed 0\n"
		    "worker 0: not parked, queue 0, being stolen 0, parks 0\n"
		    "worker 1: ?, queue 0, being stolen 0, parks 1234567890\n");
	at_init(&second->parker.state, PARK_EMPTY);
	end_with_one_behind();
}

/* --------------------------------------------------------------- parker -- */

/* An unpark that comes between the first look for a token and the announcement. */
static void a_token_comes_before_the_announcement(void **unused)
{
	struct parker parker;

	(void)unused;
	parker_init(&parker);
	parker_unpark(&parker);
	assert_false(parker_announce(&parker));
	assert_int_equal(at_load_relaxed(&parker.state), PARK_EMPTY);
	assert_true(parker_announce(&parker));
	assert_int_equal(at_load_relaxed(&parker.state), PARK_PARKED);
	assert_false(parker_try_take(&parker)); /* a sleep that ended by itself */
	assert_int_equal(at_load_relaxed(&parker.state), PARK_PARKED);
	parker_unpark(&parker);
	assert_true(parker_try_take(&parker));
	parker_unpark(&parker);
	parker_park_condvar(&parker); /* comes back at once */
	assert_false(os_mutex_was_held(&parker.mutex));
	parker_unpark(&parker);
	parker_park_futex(&parker);
	assert_int_equal(at_load_relaxed(&parker.state), PARK_EMPTY);
	parker_fini(&parker);
}

/* The real primitives, whatever the knob is. */
static void a_park_with_a_timeout_ends_by_a_token_or_by_its_time(void **unused)
{
	struct parker parker;

	(void)unused;
	parker_init(&parker);
	parker_unpark(&parker);
	assert_true(parker_park_for(&parker, OS_FOREVER));
	assert_int_equal(at_load_relaxed(&parker.state), PARK_EMPTY);
	assert_false(parker_park_condvar_for(&parker, 1));
	assert_false(os_mutex_was_held(&parker.mutex));
	assert_int_equal(at_load_relaxed(&parker.state), PARK_EMPTY);
	assert_false(parker_park_futex_for(&parker, 1));
	assert_int_equal(at_load_relaxed(&parker.state), PARK_EMPTY);
	parker_unpark(&parker); /* between the first look and the announcement */
	assert_true(parker_park_condvar_for(&parker, OS_FOREVER));
	parker_unpark(&parker);
	assert_true(parker_park_futex_for(&parker, OS_FOREVER));
	assert_true(parker_announce(&parker));
	parker_unpark(&parker); /* as the time ends */
	assert_true(parker_retract(&parker));
	assert_int_equal(at_load_relaxed(&parker.state), PARK_EMPTY);
	parker_fini(&parker);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_last_searcher_looks_at_the_last_worker_and_no_further),
		cmocka_unit_test(a_thief_passes_the_last_worker_and_no_further),
		cmocka_unit_test(a_close_unparks_the_last_worker_and_no_further),
		cmocka_unit_test(the_last_to_arrive_drains_for_all_and_no_further),
		cmocka_unit_test(sums_are_over_all_workers_and_no_further),
		cmocka_unit_test(a_dump_says_what_is_where),
		cmocka_unit_test(a_token_comes_before_the_announcement),
		cmocka_unit_test(a_park_with_a_timeout_ends_by_a_token_or_by_its_time),
	};
	int failed;

	watchdog_start(); /* for a park that does not come back */
	failed = cmocka_run_group_tests_name("worker structures", tests, NULL, NULL);

	return failed ? failed : stage_leaks();
}
