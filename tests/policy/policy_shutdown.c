/* SPDX-License-Identifier: MIT */
/* Description: the end: who is woken, what is cancelled in which order, what is drained by whom */
#define SCHED_LIFO_SLOTS 4
#include "tests/policy/scene.h"

static char dropped[64]; /* letters of the cancelled, in order */

static void actor_drop(void *state)
{
	size_t length = strlen(dropped);

	assert_true(length + 1 < sizeof(dropped));
	dropped[length] = (*(struct actor **)state)->name;
	dropped[length + 1] = '\0';
}

static const struct sched_task_ops mortal_ops = { .name = "mortal",
						  .poll = actor_poll,
						  .drop = actor_drop,
						  .state_bytes = sizeof(struct actor *) };

static struct actor mortals[64];

static int mortal_spawn(uint32_t index,
			enum sched_poll (*act)(struct actor *, struct sched_context *))
{
	struct actor *mortal = &mortals[index];

	*mortal = actor_of((char)('0' + index), act);
	return sched_spawn_on(stage.runtime, &mortal_ops, &mortal, NULL);
}

static void shutdown_begin(uint32_t workers)
{
	stage_begin(workers);
	dropped[0] = '\0';
}

/* The worker's thread from the moment it saw that the runtime is closed. */
static void arrive(uint32_t index)
{
	stage.runtime->workers[index].is_shutdown = true;
	worker_main(&stage.runtime->workers[index]);
}

/* All have arrived: nothing keeps the runtime but its creator. */
static void expect_nothing_left(void)
{
	assert_int_equal(at_load_relaxed(&stage.runtime->refs), 1);
	sched_runtime_destroy(stage.runtime);
}

static void shutdown_end(void)
{
	runtime_close(stage.runtime);
	for (uint32_t i = 0; i < stage.runtime->config.workers; i++)
		arrive(i);
	expect_nothing_left();
}

/* ---------------------------------------------------------------- close -- */

static void close_unparks_every_worker(void **unused)
{
	(void)unused;
	shutdown_begin(3);
	runtime_close(stage.runtime);
	for (uint32_t i = 0; i < 3; i++)
		assert_true(scene_was_told(i));
	shutdown_end();
}

static void second_close_unparks_nobody(void **unused)
{
	(void)unused;
	shutdown_begin(1);
	runtime_close(stage.runtime);
	assert_true(scene_was_told(0));
	runtime_close(stage.runtime);
	assert_false(scene_was_told(0));
	shutdown_end();
}

/* ----------------------------------------------------------- the owned list -- */

static void shards_are_four_for_each_worker_of_a_power_of_two(void **unused)
{
	static const uint32_t table[][2] = { { 1, 4 },	{ 2, 8 },  { 3, 16 }, { 4, 16 },
					     { 5, 32 }, { 8, 32 }, { 9, 64 }, { 1024, 4096 } };

	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(table); i++)
		assert_int_equal(owned_list_shards(table[i][0]), table[i][1]);
}

/* As many tasks as shards, spawned one after the other: one in each. */
static void consecutive_tasks_use_every_shard(void **unused)
{
	struct owned_list *owned;

	(void)unused;
	shutdown_begin(2);
	owned = &stage.runtime->owned;
	for (uint32_t i = 0; i < 8; i++)
		mortal_spawn(i, act_ready);
	for (uint32_t i = 0; i < 8; i++) {
		assert_non_null(owned->shards[i].first);
		assert_null(task_links(owned->shards[i].first)->next);
	}
	shutdown_end();
}

/* Ids are 1 to 8 as the letters are 0 to 7: letter 2 is in shard 3. */
static void eight_mortals(void)
{
	shutdown_begin(2);
	for (uint32_t i = 0; i < 8; i++)
		mortal_spawn(i, act_ready);
}

static void closer_begins_at_its_start_and_wraps(void **unused)
{
	(void)unused;
	eight_mortals();
	owned_list_close(&stage.runtime->owned, 3, task_shut_down);
	assert_string_equal(dropped, "23456701");
	shutdown_end();
}

static void closer_visits_every_shard(void **unused)
{
	(void)unused;
	for (uint64_t start = 0; start < 16; start++) {
		eight_mortals();
		owned_list_close(&stage.runtime->owned, start, task_shut_down);
		assert_int_equal(strlen(dropped), 8);
		shutdown_end();
	}
}

static void closer_empties_each_shard(void **unused)
{
	(void)unused;
	shutdown_begin(1); /* four shards */
	for (uint32_t i = 0; i < 12; i++)
		mortal_spawn(i, act_ready);
	assert_int_equal(at_load_relaxed(&stage.runtime->owned.count), 12);
	owned_list_close(&stage.runtime->owned, 0, task_shut_down);
	assert_int_equal(strlen(dropped), 12);
	assert_int_equal(at_load_relaxed(&stage.runtime->owned.count), 0);
	shutdown_end();
}

/* Wherever the one task is. */
static void list_with_one_task_is_not_empty(void **unused)
{
	(void)unused;
	for (uint32_t i = 0; i < 4; i++) {
		shutdown_begin(1);
		assert_true(owned_list_is_empty(&stage.runtime->owned));
		at_store_relaxed(&stage.runtime->next_id, i);
		mortal_spawn(0, act_ready);
		assert_false(owned_list_is_empty(&stage.runtime->owned));
		shutdown_end();
	}
}

/* Workers that close at once do not queue up at one mutex. */
static void workers_begin_to_close_anywhere(void **unused)
{
	uint32_t firsts = 0;

	(void)unused;
	for (uint32_t seed = 1; seed <= 64; seed++) {
		eight_mortals();
		runtime_close(stage.runtime);
		stage.runtime->workers[0].rng_one = seed * 2654435761u;
		arrive(0);
		firsts |= 1u << (dropped[0] - '0');
		arrive(1);
		expect_nothing_left();
	}
	assert_int_equal(firsts, 0xff);
}

/* ------------------------------------------------------------- the queues -- */

/* Two tasks in worker `index`'s slots, two in its ring. */
static void fill(uint32_t index)
{
	struct worker *worker = stage_as(index);

	mortal_spawn(4 * index, act_ready);
	mortal_spawn(4 * index + 1, act_ready);
	worker_flush_lifo(worker);
	mortal_spawn(4 * index + 2, act_ready);
	mortal_spawn(4 * index + 3, act_ready);
	assert_int_equal(worker->lifo.count, 2);
	assert_int_equal(scene_ring(index), 2);
}

static void expect_drained(void (*queue)(void))
{
	shutdown_begin(2);
	queue();
	runtime_close(stage.runtime);
	arrive(0);
	arrive(1);
	expect_nothing_left();
}

static void fill_first(void)
{
	fill(0);
}

static void fill_last(void)
{
	fill(1);
}

static void fill_inject(void)
{
	stage_as_outside();
	mortal_spawn(0, act_ready);
	mortal_spawn(1, act_ready);
	assert_int_equal(scene_inject(), 2);
}

static void every_slot_is_drained(void **unused)
{
	(void)unused;
	expect_drained(fill_first);
}

static void whole_ring_is_drained(void **unused)
{
	(void)unused;
	expect_drained(fill_first);
}

static void first_workers_queues_are_drained(void **unused)
{
	(void)unused;
	expect_drained(fill_first);
}

static void last_workers_queues_are_drained(void **unused)
{
	(void)unused;
	expect_drained(fill_last);
}

static void whole_inject_queue_is_drained(void **unused)
{
	(void)unused;
	expect_drained(fill_inject);
}

/* Not before all have arrived: another may still use its queues. */
static void last_to_arrive_drains_for_all(void **unused)
{
	(void)unused;
	shutdown_begin(2);
	fill(1);
	runtime_close(stage.runtime);
	arrive(0);
	assert_int_equal(stage.runtime->workers[1].lifo.count, 2);
	assert_int_equal(scene_ring(1), 2);
	arrive(1);
	assert_int_equal(stage.runtime->workers[1].lifo.count, 0);
	expect_nothing_left();
}

static void defer_one(void)
{
	mortal_spawn(0, act_yield);
	stage_turn(0);
	assert_int_equal(stage.runtime->workers[0].defer.count, 1);
}

static void deferred_tasks_do_not_outlive_the_worker(void **unused)
{
	(void)unused;
	expect_drained(defer_one);
}

/* -------------------------------------------------------------- the tasks -- */

static void suspended_task_is_cancelled_at_once(void **unused)
{
	(void)unused;
	shutdown_begin(1);
	mortal_spawn(0, act_sleep);
	stage_turn(0);
	assert_string_equal(dropped, "");
	runtime_close(stage.runtime);
	assert_string_equal(dropped, ""); /* closed is not cancelled */
	actor_end(&mortals[0]);
	arrive(0);
	assert_string_equal(dropped, "0");
	expect_nothing_left();
}

/* Another worker closes while this one polls. */
static enum sched_poll act_be_closed(struct actor *actor, struct sched_context *context)
{
	(void)actor;
	(void)context;
	owned_list_close(&stage.runtime->owned, 0, task_shut_down);
	assert_string_equal(dropped, "");
	return SCHED_PENDING;
}

static void running_task_is_cancelled_after_its_poll(void **unused)
{
	(void)unused;
	shutdown_begin(1);
	mortal_spawn(0, act_be_closed);
	stage_turn(0);
	assert_string_equal(dropped, "0");
	assert_true(owned_list_is_empty(&stage.runtime->owned));
	shutdown_end();
}

/* Inject is closed, the owned list not yet: bound, never queued, cancelled later. */
static void spawn_between_the_two_closes_is_cancelled_later(void **unused)
{
	(void)unused;
	shutdown_begin(1);
	runtime_close(stage.runtime);
	stage_as_outside();
	assert_int_equal(mortal_spawn(0, act_ready), 0);
	assert_int_equal(scene_inject(), 0);
	assert_string_equal(dropped, "");
	arrive(0);
	assert_string_equal(dropped, "0");
	expect_nothing_left();
}

/* Refused, and dropped before spawn returns, with both of its references. */
static void spawn_after_both_closes_is_refused(void **unused)
{
	(void)unused;
	shutdown_begin(1);
	runtime_close(stage.runtime);
	arrive(0);
	assert_int_equal(mortal_spawn(0, act_ready), -ECANCELED);
	assert_string_equal(dropped, "0");
	expect_nothing_left();
}

/* -------------------------------------------------------------- callbacks -- */

static int worker_at_start, worker_at_stop;

static void note_start(uint32_t index, void *arg)
{
	*(uint32_t *)arg = index;
	worker_at_start = sched_worker_index();
}

static void note_stop(uint32_t index, void *arg)
{
	*(uint32_t *)arg += 10 * index;
	worker_at_stop = sched_worker_index();
}

/* A wake from the last callback is from outside, and dropped. */
static void worker_is_none_any_more_when_it_stops(void **unused)
{
	uint32_t told = 0;

	(void)unused;
	shutdown_begin(2);
	stage.runtime->config.on_worker_start = note_start;
	stage.runtime->config.on_worker_stop = note_stop;
	stage.runtime->config.arg = &told;
	runtime_close(stage.runtime);
	arrive(0);
	arrive(1);
	assert_int_equal(told, 11);
	assert_int_equal(worker_at_start, 1);
	assert_int_equal(worker_at_stop, -1);
	expect_nothing_left();
}

static const struct CMUnitTest rules[] = {
	RULE(close_unparks_every_worker),
	RULE(second_close_unparks_nobody),
	RULE(shards_are_four_for_each_worker_of_a_power_of_two),
	RULE(consecutive_tasks_use_every_shard),
	RULE(closer_begins_at_its_start_and_wraps),
	RULE(closer_visits_every_shard),
	RULE(closer_empties_each_shard),
	RULE(list_with_one_task_is_not_empty),
	RULE(workers_begin_to_close_anywhere),
	RULE(every_slot_is_drained),
	RULE(whole_ring_is_drained),
	RULE(first_workers_queues_are_drained),
	RULE(last_workers_queues_are_drained),
	RULE(whole_inject_queue_is_drained),
	RULE(last_to_arrive_drains_for_all),
	RULE(deferred_tasks_do_not_outlive_the_worker),
	RULE(suspended_task_is_cancelled_at_once),
	RULE(running_task_is_cancelled_after_its_poll),
	RULE(spawn_between_the_two_closes_is_cancelled_later),
	RULE(spawn_after_both_closes_is_refused),
	RULE(worker_is_none_any_more_when_it_stops),
};

POLICY_MAIN("shutdown", rules)
