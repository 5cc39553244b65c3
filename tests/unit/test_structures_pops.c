/* SPDX-License-Identifier: MIT */
/* Description: Blitz-IO's long tick: what its two counters count, and when it ends */
#include "variants/blitz_doc.h"

#include "tests/policy/scene.h"

static void only_a_pop_that_found_something_counts(void **unused)
{
	struct actor actor = actor_of('A', act_ready);
	struct sched_task *task;
	struct worker *worker;

	(void)unused;
	stage_begin(1);
	worker = stage_as(0);
	assert_null(next_local_task(worker));
	assert_int_equal(worker->lifo.polls, 0);
	actor_spawn(&actor);
	task = next_local_task(worker);
	assert_non_null(task);
	assert_int_equal(worker->lifo.polls, 1);
	worker_push_back(worker, task);
	task = next_local_task(worker); /* from the ring as well */
	assert_int_equal(worker->lifo.polls, 2);
	task_run(worker, task);
	stage_end();
}

/* Only then is there something in the slots that was out of reach. */
static void a_long_tick_was_capped_if_slots_are_left(void **unused)
{
	struct actor actor = actor_of('A', act_ready);
	struct worker *worker;

	(void)unused;
	stage_begin(1);
	worker = stage_as(0);
	for (uint32_t slots = 0; slots < 2; slots++) {
		for (uint32_t polls = SCHED_LIFO_CAP - 1; polls <= SCHED_LIFO_CAP; polls++) {
			worker->lifo.polls = polls;
			worker->polls_this_tick = 5;
			assert_int_equal(lifo_reopen(worker), slots > 0 && polls == SCHED_LIFO_CAP);
			assert_int_equal(worker->lifo.polls, 0);
			assert_int_equal(worker->polls_this_tick, 0);
		}
		if (slots == 0)
			actor_spawn(&actor);
	}
	stage_turn(0);
	expect_polled("A");
	stage_end();
}

/* After SCHED_BUDGET polls, whatever there is; and not before twice as many again. */
static void a_long_tick_ends_with_its_budget_of_polls(void **unused)
{
	struct actor actor = actor_of('A', act_ready);
	struct worker *worker;

	(void)unused;
	stage_begin(1);
	worker = stage_as(0);
	for (uint32_t polls = 1; polls <= 2 * SCHED_BUDGET; polls++) {
		worker->lifo.polls = 1000;
		actor_spawn(&actor);
		worker_run(worker, lifo_pop(&worker->lifo));
		assert_int_equal(worker->polls_this_tick, polls % SCHED_BUDGET);
		assert_int_equal(worker->lifo.polls, polls % SCHED_BUDGET ? 1000 : 0);
	}
	stage_end();
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_a_pop_that_found_something_counts),
		cmocka_unit_test(a_long_tick_was_capped_if_slots_are_left),
		cmocka_unit_test(a_long_tick_ends_with_its_budget_of_polls),
	};
	int failed = cmocka_run_group_tests_name("long tick", tests, NULL, NULL);

	return failed ? failed : stage_leaks();
}
