/* SPDX-License-Identifier: MIT */
/*
 * Description: who asks a handle in vain, and has nothing else to do, sleeps longer and longer
 *
 * Watched: each wait with an end, which is a sleep between two askings.
 */
#define SCHED_JOIN JOIN_POLL_BACKOFF

#include "sched/park.h"

static bool watched_wait(at_u32 *word, uint32_t expected, uint64_t timeout_ns);
#define os_wait watched_wait
#include "tests/policy/scene.h"
#undef os_wait

#include "tests/policy/asking.h"

#define SLEEPS_MOST 64

static uint64_t sleeps[SLEEPS_MOST]; /* how long */
static uint32_t sleep_count;
static uint64_t idle_word_asleep; /* in the latest */
static void (*while_asleep)(void);

static bool watched_wait(at_u32 *word, uint32_t expected, uint64_t timeout_ns)
{
	assert_int_equal(at_load_relaxed(word), expected);
	assert_true(sleep_count < SLEEPS_MOST);
	sleeps[sleep_count++] = timeout_ns;
	idle_word_asleep = at_load_seq_cst(&stage.runtime->idle.word);
	if (while_asleep)
		while_asleep();
	return false;
}

static void begin(uint32_t workers)
{
	sleep_count = 0;
	while_asleep = NULL;
	asking_begin(workers);
}

/* So many rounds of a worker that has nothing else to do: one to ask, one to wait. */
static void ask(uint32_t rounds)
{
	stage_turns(0, 2 * rounds);
}

static void first_rounds_are_without_a_sleep(void **unused)
{
	(void)unused;
	begin(1);
	actor_spawn(&asker);
	ask(8);
	assert_int_equal(asker.polls, 8);
	assert_int_equal(sleep_count, 0);
	ask(1);
	assert_int_equal(sleep_count, 1);
	asking_end();
}

static void sleeps_double_up_to_a_millisecond(void **unused)
{
	static const uint64_t us[] = { 16, 32, 64, 128, 256, 512, 1024, 1024, 1024 };

	(void)unused;
	begin(1);
	actor_spawn(&asker);
	ask(8 + TEST_COUNT(us));
	assert_int_equal(sleep_count, TEST_COUNT(us));
	for (uint32_t i = 0; i < TEST_COUNT(us); i++)
		assert_int_equal(sleeps[i], 1000 * us[i]);
	assert_int_equal(counted("parks"), 0);
	asking_end();
}

/* What yields is to go on at once, whoever asks beside it. */
static void nobody_sleeps_beside_a_task_that_yields(void **unused)
{
	struct actor yielding = actor_of('Y', act_yield);

	(void)unused;
	begin(1);
	stage.runtime->workers[0].ticks_to_event = 1000; /* no maintenance resumes them */
	actor_spawn(&asker);
	ask(9);
	assert_int_equal(sleep_count, 1);
	actor_spawn(&yielding);
	stage_turns(0, 30);
	assert_int_equal(sleep_count, 1);
	yielding.act = act_ready;
	asking_end();
}

/* Each of two is told apart: both ask, so there is nothing else to do. */
static void two_that_ask_are_slept_on(void **unused)
{
	struct actor other = actor_of('K', act_ask);

	(void)unused;
	begin(1);
	stage.runtime->workers[0].ticks_to_event = 1000;
	actor_spawn(&asker);
	actor_spawn(&other);
	stage_turns(0, 3 * 9);
	assert_int_equal(sleep_count, 1);
	other.act = act_ready;
	asking_end();
}

/* A maintenance resumes who asked without a wait: they are not counted beyond it. */
static void resumed_askers_are_forgotten(void **unused)
{
	(void)unused;
	begin(1);
	actor_spawn(&asker);
	stage_turn(0);
	assert_int_equal(stage.runtime->workers[0].context.backoff->asked, 1);
	worker_resume_deferred(stage_as(0));
	assert_int_equal(stage.runtime->workers[0].context.backoff->asked, 0);
	asking_end();
}

static void a_task_that_ended_begins_anew(void **unused)
{
	(void)unused;
	begin(1);
	actor_spawn(&asker);
	ask(10);
	assert_int_equal(sleep_count, 2);
	asked_ends_on(0);
	stage_turn(0);
	assert_int_equal(asker_status, 0);
	assert_int_equal(stage.runtime->workers[0].context.backoff->rounds, 0);
	asking_end();
}

static void a_handle_given_up_begins_anew(void **unused)
{
	(void)unused;
	begin(1);
	actor_spawn(&asker);
	ask(10);
	asker.act = act_ready;
	stage_turn(0);
	stage_as(0);
	sched_join_detach(&asked_handle);
	assert_int_equal(stage.runtime->workers[0].context.backoff->rounds, 0);
	asking_end();
}

/* It holds no place in the search, in which nobody would be told of new work. */
static void sleeper_has_left_the_search(void **unused)
{
	(void)unused;
	begin(2);
	actor_spawn(&asker);
	ask(8);
	stage_turn(0);
	scene_sleep(1); /* after the asking, which would wake it */
	stage_turn(0);
	assert_int_equal(sleep_count, 1);
	assert_int_equal(idle_word_asleep & IDLE_SEARCHING_MASK, 0);
	asking_end();
}

static struct actor overlooked;
static bool was_told;

static void note_told(void)
{
	was_told = scene_was_told(1);
}

/* As the last that searches it looks whether work came that nobody was told of. */
static void sleeper_leaves_no_work_behind(void **unused)
{
	struct worker *worker;

	(void)unused;
	begin(2);
	actor_spawn(&asker);
	ask(8);
	stage_turn(0);
	scene_sleep(1);
	overlooked = actor_of('O', act_ready);
	worker = stage_as(0);
	worker->is_searching = idle_transition_to_searching(&stage.runtime->idle);
	stage_as_outside();
	actor_spawn(&overlooked);
	assert_false(scene_was_told(1));
	while_asleep = note_told;
	was_told = false;
	stage_as(0);
	worker_back_off(worker);
	assert_int_equal(sleep_count, 1);
	assert_true(was_told);
	asking_end();
}

static void ends_meanwhile(void)
{
	if (sleep_count == 3)
		asked_ends_on(0);
}

static void thread_outside_sleeps_likewise(void **unused)
{
	(void)unused;
	begin(1);
	stage_as_outside();
	while_asleep = ends_meanwhile;
	assert_int_equal(sched_block_on(stage.runtime, asker_outside_poll, NULL), 0);
	assert_int_equal(asker_status, 0);
	assert_int_equal(sleep_count, 3);
	assert_int_equal(sleeps[2], 64000);
	asking_end();
}

static const struct CMUnitTest rules[] = {
	RULE(first_rounds_are_without_a_sleep),
	RULE(sleeps_double_up_to_a_millisecond),
	RULE(nobody_sleeps_beside_a_task_that_yields),
	RULE(two_that_ask_are_slept_on),
	RULE(resumed_askers_are_forgotten),
	RULE(a_task_that_ended_begins_anew),
	RULE(a_handle_given_up_begins_anew),
	RULE(sleeper_has_left_the_search),
	RULE(sleeper_leaves_no_work_behind),
	RULE(thread_outside_sleeps_likewise),
};

POLICY_MAIN("handles that are asked less and less", rules)
