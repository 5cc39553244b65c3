/* SPDX-License-Identifier: MIT */
/* Description: whom a thief looks at, in which order, and what it takes */
#include "tests/policy/crowd.h"

#define WORKERS 4u
#define THIEF	1u

/* What one search of the worker finds. */
static struct sched_task *search(uint32_t index)
{
	return steal_work(stage_as(index));
}

/* The end of a search with a task. */
static void run_found(uint32_t index, struct sched_task *task)
{
	worker_run(stage_as(index), task);
}

/* ------------------------------------------------------------- the pass -- */

/* Every other worker once, itself never. */
static void a_pass_looks_at_each_other_worker_once(void **unused)
{
	(void)unused;
	stage_begin(WORKERS);
	for (uint32_t i = 0; i < WORKERS; i++) {
		assert_null(search(i));
		assert_int_equal(counted("steal_misses"), (i + 1) * (WORKERS - 1));
		worker_stop_searching(stage_as(i));
	}
	assert_int_equal(counted("steal_operations"), 0);
	stage_end();
}

/* What a worker has itself it does not steal. */
static void a_thief_skips_itself(void **unused)
{
	(void)unused;
	stage_begin(WORKERS);
	crowd_fill_ring(THIEF, 0, 5);
	for (int i = 0; i < 20; i++)
		assert_null(search(THIEF));
	expect_ring(THIEF, 0, 5);
	stage_end();
}

/* Distance from the start to the victim, over all but the thief. */
static uint32_t looks_before(uint32_t start, uint32_t victim)
{
	uint32_t looks = 0;

	for (uint32_t at = start; at != victim; at = (at + 1) % WORKERS)
		looks += at != THIEF;
	return looks;
}

/* From the start upwards, and on from worker 0 after the last. */
static void a_pass_goes_upwards_and_wraps(void **unused)
{
	(void)unused;
	for (uint64_t seed = 0; seed < 60; seed++) {
		uint32_t victim = (uint32_t[]){ 0, 2, 3 }[seed % 3];
		struct sched_task *task;
		uint32_t start;

		stage_begin(WORKERS);
		worker_reseed(&stage.runtime->workers[THIEF], seed);
		start = next_random(&stage.runtime->workers[THIEF], WORKERS);
		crowd_fill_ring(victim, 0, 1);
		task = search(THIEF);
		assert_non_null(task);
		assert_int_equal(counted("steal_misses"), looks_before(start, victim));
		assert_int_equal(counted("steal_operations"), 1);
		run_found(THIEF, task);
		stage_end();
	}
}

/* The first victim of a pass when all have tasks. */
static uint32_t first_victim(uint64_t seed)
{
	struct sched_task *task;
	uint32_t victim;

	stage_begin(WORKERS);
	worker_reseed(&stage.runtime->workers[THIEF], seed);
	for (uint32_t i = 0; i < WORKERS; i++)
		if (i != THIEF)
			crowd_fill_ring(i, i, 1);
	task = search(THIEF);
	assert_non_null(task);
	victim = crowd_number(task);
	assert_int_equal(counted("steal_misses"), 0);
	run_found(THIEF, task);
	stage_end();
	return victim;
}

/* Each of the workers is where a pass starts; who starts at himself goes on to the next. */
static void a_pass_starts_anywhere(void **unused)
{
	uint32_t firsts[WORKERS] = { 0 };

	(void)unused;
	for (uint64_t seed = 0; seed < 400; seed++)
		firsts[first_victim(seed)]++;
	assert_int_equal(firsts[THIEF], 0);
	assert_in_range(firsts[0], 70, 130);
	assert_in_range(firsts[THIEF + 1], 160, 240);
	assert_in_range(firsts[3], 70, 130);
}

static void equal_seeds_start_equally(void **unused)
{
	uint32_t differ = 0;

	(void)unused;
	for (uint64_t seed = 0; seed < 50; seed++) {
		assert_int_equal(first_victim(seed), first_victim(seed));
		differ += first_victim(seed) != first_victim(seed + 1);
	}
	assert_true(differ > 0);
}

/* Of one runtime: else all would run into each other at every search. */
static void workers_of_one_runtime_start_differently(void **unused)
{
	(void)unused;
	stage_begin(WORKERS);
	for (uint32_t i = 1; i < WORKERS; i++)
		assert_int_not_equal(next_random(&stage.runtime->workers[i], 1u << 31),
				     next_random(&stage.runtime->workers[i - 1], 1u << 31));
	stage_end();
}

/* The pass ends where it found something. */
static void the_first_victim_that_yields_wins(void **unused)
{
	struct sched_task *task;

	(void)unused;
	stage_begin(WORKERS);
	crowd_fill_ring(0, 0, 1);
	crowd_fill_ring(2, 1, 1);
	crowd_fill_ring(3, 2, 1);
	task = search(THIEF);
	assert_non_null(task);
	assert_int_equal(counted("steals"), 1);
	assert_int_equal(counted("steal_operations"), 1);
	run_found(THIEF, task);
	stage_end();
}

/* ------------------------------------------------- after it, before it -- */

/* Nobody had anything: one task of inject, not a batch. */
static void a_failed_pass_takes_one_of_inject(void **unused)
{
	struct sched_task *task;

	(void)unused;
	stage_begin(2);
	stage_as_outside();
	crowd_spawn(0, 20);
	task = search(0);
	assert_int_equal(crowd_number(task), 0);
	expect_injected(0, 1, 19);
	expect_ring(0, 0, 0);
	assert_int_equal(counted("inject_pops"), 1);
	assert_int_equal(counted("inject_batches"), 0);
	run_found(0, task);
	stage_end();
}

/* A ring goes before inject in a search. */
static void a_search_looks_at_rings_before_inject(void **unused)
{
	struct sched_task *task;

	(void)unused;
	stage_begin(2);
	crowd_fill_ring(1, 0, 1);
	stage_as_outside();
	crowd_spawn(1, 1);
	task = search(0);
	assert_int_equal(crowd_number(task), 0);
	expect_injected(0, 1, 1);
	run_found(0, task);
	stage_end();
}

/* Half of the workers search: no pass, and no look at inject. */
static void no_permission_no_search(void **unused)
{
	(void)unused;
	stage_begin(2);
	crowd_fill_ring(1, 0, 3);
	stage_as_outside();
	crowd_spawn(3, 3);
	assert_true(idle_transition_to_searching(&stage.runtime->idle));
	assert_null(search(0));
	assert_false(stage.runtime->workers[0].is_searching);
	assert_int_equal(counted("steal_operations") + counted("steal_misses"), 0);
	expect_ring(1, 0, 3);
	expect_injected(0, 3, 3);
	assert_true(idle_transition_from_searching(&stage.runtime->idle));
	stage_end();
}

/* Who searches already asks nobody, and is not counted twice. */
static void a_searcher_goes_on_searching(void **unused)
{
	struct idle *idle;

	(void)unused;
	stage_begin(2);
	idle = &stage.runtime->idle;
	assert_null(search(0));
	assert_int_equal(at_load_seq_cst(&idle->word) & IDLE_SEARCHING_MASK, 1);
	assert_null(search(0));
	assert_int_equal(at_load_seq_cst(&idle->word) & IDLE_SEARCHING_MASK, 1);
	assert_int_equal(counted("steal_misses"), 2);
	worker_stop_searching(stage_as(0));
	stage_end();
}

/* ------------------------------------------------------- what is taken -- */

/* After a steal by worker 0 from worker 1's ring of `count`. */
static struct sched_task *steal_of(uint32_t count)
{
	struct sched_task *task;

	stage_begin(2);
	crowd_fill_ring(1, 0, count);
	task = search(0);
	assert_non_null(task);
	return task;
}

/* The larger half. */
static void a_thief_takes_the_larger_half(void **unused)
{
	static const uint32_t counts[][2] = { { 1, 1 }, { 2, 1 },     { 3, 2 },	   { 6, 3 },
					      { 7, 4 }, { 255, 128 }, { 256, 128 } };

	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(counts); i++) {
		struct sched_task *task = steal_of(counts[i][0]);

		assert_int_equal(counted("steals"), counts[i][1]);
		expect_ring(1, counts[i][1], counts[i][0] - counts[i][1]);
		run_found(0, task);
		stage_end();
	}
}

/* The half that waited longest; of it the newest runs at once, the others follow in order. */
static void the_newest_of_the_stolen_half_runs_first(void **unused)
{
	struct sched_task *task = steal_of(9);

	(void)unused;
	assert_int_equal(crowd_number(task), 4);
	expect_ring(0, 0, 4);
	run_found(0, task);
	for (uint32_t i = 0; i < 4; i++)
		expect_next(0, i);
	stage_end();
}

/* Nobody but its owner reaches the slot. */
static void the_slot_is_not_stolen(void **unused)
{
	(void)unused;
	stage_begin(2);
	stage_as(1);
	crowd_spawn(0, 1);
	assert_null(search(0));
	worker_stop_searching(stage_as(0));
	expect_next(1, 0);
	stage_end();
}

/* A second thief goes away at once while the first one copies. */
static void one_thief_at_a_time(void **unused)
{
	struct local_queue *victim;
	uint64_t head;

	(void)unused;
	stage_begin(4);
	crowd_fill_ring(1, 0, 8);
	victim = &stage.runtime->workers[1].queue;
	assert_int_equal(local_queue_claim(victim, &head), 4);
	assert_null(search(0));
	assert_int_equal(counted("steal_misses"), 3);
	at_init(&victim->head, head_pack(0, 0)); /* as if nobody had come */
	worker_stop_searching(stage_as(0));
	stage_end();
}

/* Half a ring of room is needed, slots that a thief still copies from are taken. */
static void a_thief_needs_room_for_half_a_ring(void **unused)
{
	struct sched_task *task;
	struct local_queue *own;

	(void)unused;
	stage_begin(4);
	own = &stage.runtime->workers[0].queue;
	crowd_fill_ring(1, 0, 2);
	at_init(&own->head, head_pack(0, LOCAL_QUEUE_HALF + 1));
	at_init(&own->tail, LOCAL_QUEUE_HALF + 1);
	assert_null(search(0));
	at_init(&own->head, head_pack(1, LOCAL_QUEUE_HALF + 1));
	task = search(0);
	assert_non_null(task);
	at_init(&own->head, head_pack(LOCAL_QUEUE_HALF + 1, LOCAL_QUEUE_HALF + 1));
	run_found(0, task);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_failed_pass_takes_one_of_inject),
	RULE(a_pass_goes_upwards_and_wraps),
	RULE(a_pass_looks_at_each_other_worker_once),
	RULE(a_pass_starts_anywhere),
	RULE(a_search_looks_at_rings_before_inject),
	RULE(a_searcher_goes_on_searching),
	RULE(a_thief_needs_room_for_half_a_ring),
	RULE(a_thief_skips_itself),
	RULE(a_thief_takes_the_larger_half),
	RULE(equal_seeds_start_equally),
	RULE(no_permission_no_search),
	RULE(one_thief_at_a_time),
	RULE(the_first_victim_that_yields_wins),
	RULE(the_newest_of_the_stolen_half_runs_first),
	RULE(the_slot_is_not_stolen),
	RULE(workers_of_one_runtime_start_differently),
};

POLICY_MAIN("steal", rules)
