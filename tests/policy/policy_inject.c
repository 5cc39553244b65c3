/* SPDX-License-Identifier: MIT */
/* Description: how many tasks go to inject and come from it, and in which order */
#include "tests/policy/crowd.h"

/* From outside, into inject. */
static void inject(uint32_t first, uint32_t count)
{
	stage_as_outside();
	crowd_spawn(first, count);
	stage_as(0);
}

/* ---------------------------------------------------------------- batch -- */

/* What a dry worker of `workers` takes of `length` in inject. */
static uint64_t batch_of(uint32_t workers, uint32_t length)
{
	uint64_t taken;

	stage_begin(workers);
	inject(0, length);
	stage_turn(0);
	taken = counted("inject_pops");
	assert_int_equal(taken, length - inject_queue_length(&stage.runtime->inject));
	expect_ring(0, 1, (uint32_t)taken - 1);
	stage_end();
	return taken;
}

/* The length over the workers, and one. */
static void a_batch_is_a_fair_share_and_one(void **unused)
{
	(void)unused;
	assert_int_equal(batch_of(4, 1), 1);
	assert_int_equal(batch_of(4, 3), 1);
	assert_int_equal(batch_of(4, 4), 2);
	assert_int_equal(batch_of(4, 7), 2);
	assert_int_equal(batch_of(4, 8), 3);
	assert_int_equal(batch_of(2, 100), 51);
	assert_int_equal(batch_of(1, 100), 100);
}

static void a_batch_is_at_most_half_a_ring(void **unused)
{
	(void)unused;
	assert_int_equal(batch_of(1, 127), 127);
	assert_int_equal(batch_of(1, 128), 128);
	assert_int_equal(batch_of(1, 300), 128);
	assert_int_equal(batch_of(2, 600), 128);
}

/* A dry worker whose ring has `room`, because a thief still copies the rest. */
static uint64_t batch_into_room(uint32_t room)
{
	uint32_t copied = LOCAL_QUEUE_CAPACITY - room;
	struct local_queue *queue;
	uint64_t taken;

	stage_begin(1);
	inject(0, 200);
	queue = &stage.runtime->workers[0].queue;
	at_init(&queue->head, head_pack(0, copied));
	at_init(&queue->tail, copied);
	stage_turn(0);
	assert_int_equal(counted("inject_batches"), 1);
	taken = counted("inject_pops");
	at_init(&queue->head, head_pack(copied, copied));
	stage_end();
	return taken;
}

/* But one always: there is something to run, and for that no room is needed. */
static void a_batch_fits_into_the_ring(void **unused)
{
	(void)unused;
	assert_int_equal(batch_into_room(127), 127);
	assert_int_equal(batch_into_room(5), 5);
	assert_int_equal(batch_into_room(1), 1);
	assert_int_equal(batch_into_room(0), 1);
}

/* The oldest is run, the others follow from the ring, and what is left stays in order. */
static void a_batch_keeps_the_order(void **unused)
{
	(void)unused;
	stage_begin(2);
	inject(0, 10);
	expect_next(0, 0);
	expect_ring(0, 1, 5);
	expect_injected(0, 6, 4);
	for (uint32_t i = 1; i < 6; i++)
		expect_next(0, i);
	expect_next(0, 6);
	stage_end();
}

static void a_batch_takes_one_lock(void **unused)
{
	(void)unused;
	stage_begin(2);
	inject(0, 10);
	assert_int_equal(counted("inject_locks"), 10);
	stage_turn(0);
	assert_int_equal(counted("inject_locks"), 11);
	assert_int_equal(counted("inject_batches"), 1);
	assert_int_equal(counted("inject_pops"), 6);
	stage_end();
}

/* Others sleep on: who has work now will tell if it is too much. */
static void a_batch_tells_nobody(void **unused)
{
	(void)unused;
	stage_begin(3);
	inject(0, 30);
	for (uint32_t i = 1; i < 3; i++)
		idle_transition_to_parked(&stage.runtime->idle, i, false);
	stage_turn(0);
	expect_ring(0, 1, 10);
	assert_int_equal(counted("unparks"), 0);
	stage_end();
}

/* ------------------------------------------------------- interval, empty -- */

/* One, however many there are, and none of them to the ring. */
static void an_interval_tick_takes_one(void **unused)
{
	struct actor local = actor_of('L', act_wake_self);

	(void)unused;
	stage_begin(1);
	actor_spawn(&local);
	inject(0, 200);
	stage_turns(0, INTERVAL_SEED);
	assert_int_equal(crowd[0].polls, 1);
	expect_injected(0, 1, 199);
	assert_int_equal(counted("inject_pops"), 1);
	assert_int_equal(counted("inject_batches"), 0);
	assert_int_equal(counted("interval_hits"), 1);
	stage_end();
}

/* Its length says so: no lock for it, neither on the interval tick nor in a search. */
static void an_empty_inject_is_not_locked(void **unused)
{
	struct actor local = actor_of('L', act_wake_self);

	(void)unused;
	stage_begin(2);
	actor_spawn(&local);
	stage_turns(0, INTERVAL_SEED);
	assert_int_equal(counted("interval_looks"), 1);
	assert_int_equal(counted("interval_hits"), 0);
	assert_null(steal_work(stage_as(0)));
	assert_int_equal(counted("inject_locks"), 0);
	worker_stop_searching(stage_as(0));
	stage_end();
}

/* ------------------------------------------------------------- overflow -- */

/* So many in worker 0's ring, from crowd[0], and the next one in its slot. */
static void fill_ring_and_slot(uint32_t count)
{
	stage_as(0);
	crowd_spawn(0, count + 1);
	expect_ring(0, 0, count);
}

/* And sheds nothing until there is one more. */
static void a_ring_holds_256(void **unused)
{
	(void)unused;
	stage_begin(1);
	fill_ring_and_slot(256);
	assert_int_equal(counted("overflows"), 0);
	expect_injected(0, 0, 0);
	crowd_spawn(257, 1);
	assert_int_equal(counted("overflows"), 1);
	stage_end();
}

/* 129 of 257: the newest half in its order, and behind it the one that found no room. */
static void overflow_sheds_the_newest_half_and_the_new_one(void **unused)
{
	(void)unused;
	stage_begin(1);
	fill_ring_and_slot(LOCAL_QUEUE_CAPACITY);
	crowd_spawn(LOCAL_QUEUE_CAPACITY + 1, 1);
	expect_injected(0, LOCAL_QUEUE_HALF, LOCAL_QUEUE_HALF + 1);
	assert_int_equal(counted("overflows"), 1);
	assert_int_equal(counted("inject_pushed"), LOCAL_QUEUE_HALF + 1);
	assert_int_equal(counted("inject_locks"), 1);
	stage_end();
}

/* What waited longest in the ring stays there, and is next. */
static void overflow_leaves_the_oldest_half(void **unused)
{
	(void)unused;
	stage_begin(1);
	fill_ring_and_slot(LOCAL_QUEUE_CAPACITY);
	crowd_spawn(LOCAL_QUEUE_CAPACITY + 1, 1);
	expect_ring(0, 0, LOCAL_QUEUE_HALF);
	expect_next(0, LOCAL_QUEUE_CAPACITY + 1); /* the slot */
	expect_next(0, 0);
	stage_end();
}

/* A thief copies from the ring, and will make room: only what does not fit goes to inject. */
static void a_ring_stolen_from_sheds_one(void **unused)
{
	struct local_queue *queue;

	(void)unused;
	stage_begin(1);
	fill_ring_and_slot(LOCAL_QUEUE_CAPACITY);
	queue = &stage.runtime->workers[0].queue;
	at_init(&queue->head, head_pack(0, 1));
	crowd_spawn(LOCAL_QUEUE_CAPACITY + 1, 1);
	expect_injected(0, LOCAL_QUEUE_CAPACITY, 1);
	expect_ring(0, 1, LOCAL_QUEUE_CAPACITY - 1);
	assert_int_equal(counted("overflows"), 0);
	at_init(&queue->head, head_pack(0, 0));
	stage_end();
}

/* With room left a ring takes what comes, also while somebody copies from it. */
static void a_ring_stolen_from_takes_while_it_has_room(void **unused)
{
	struct local_queue *queue;

	(void)unused;
	stage_begin(1);
	fill_ring_and_slot(LOCAL_QUEUE_CAPACITY - 1);
	queue = &stage.runtime->workers[0].queue;
	at_init(&queue->head, head_pack(0, 1));
	crowd_spawn(LOCAL_QUEUE_CAPACITY, 1);
	expect_injected(0, 0, 0);
	expect_ring(0, 1, LOCAL_QUEUE_CAPACITY - 1);
	at_init(&queue->head, head_pack(0, 0));
	stage_end();
}

/* --------------------------------------------------------- order, closed -- */

/* First in, first out, also behind what an overflow brought. */
static void inject_is_first_in_first_out(void **unused)
{
	(void)unused;
	stage_begin(1);
	inject(0, 3);
	expect_injected(0, 0, 3);
	expect_next(0, 0);
	inject(3, 2);
	expect_injected(0, 3, 2);
	for (uint32_t i = 1; i < 5; i++)
		expect_next(0, i);
	stage_end();
}

/* A wake from outside, after the close, ends nowhere. */
static void a_closed_inject_refuses(void **unused)
{
	struct actor sleeper = actor_of('S', act_sleep);

	(void)unused;
	stage_begin(1);
	actor_spawn(&sleeper);
	stage_turn(0);
	stage_as_outside();
	runtime_close(stage.runtime);
	actor_wake(&sleeper);
	assert_int_equal(inject_queue_length(&stage.runtime->inject), 0);
	assert_int_equal(counted("inject_pushed"), 0);
	actor_end(&sleeper);
	stage_end();
}

/* As many references as tasks are dropped: the owned list's is left of each. */
static void a_closed_inject_drops_all_of_a_batch(void **unused)
{
	struct sched_task *shed[LOCAL_QUEUE_HALF + 1];
	struct worker *worker;

	(void)unused;
	stage_begin(1);
	fill_ring_and_slot(LOCAL_QUEUE_CAPACITY);
	worker = stage_as(0);
	for (uint32_t i = 0; i < LOCAL_QUEUE_HALF; i++)
		shed[i] = worker->queue.slots[LOCAL_QUEUE_HALF + i];
	shed[LOCAL_QUEUE_HALF] = worker->lifo.slots[0];
	inject_queue_close(&stage.runtime->inject);
	crowd_spawn(LOCAL_QUEUE_CAPACITY + 1, 1);
	for (uint32_t i = 0; i <= LOCAL_QUEUE_HALF; i++)
		assert_int_equal(state_refs(at_load_acquire(&shed[i]->state)), 1);
	stage_end();
}

/* Every push from outside is counted, and no local one. */
static void pushes_from_outside_are_counted(void **unused)
{
	(void)unused;
	stage_begin(1);
	crowd_spawn(0, 3);
	inject(3, 4);
	assert_int_equal(counted("remote_schedules"), 4);
	assert_int_equal(counted("inject_pushed"), 4);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_batch_fits_into_the_ring),
	RULE(a_batch_is_a_fair_share_and_one),
	RULE(a_batch_is_at_most_half_a_ring),
	RULE(a_batch_keeps_the_order),
	RULE(a_batch_takes_one_lock),
	RULE(a_batch_tells_nobody),
	RULE(a_closed_inject_drops_all_of_a_batch),
	RULE(a_closed_inject_refuses),
	RULE(a_ring_holds_256),
	RULE(a_ring_stolen_from_sheds_one),
	RULE(a_ring_stolen_from_takes_while_it_has_room),
	RULE(an_empty_inject_is_not_locked),
	RULE(an_interval_tick_takes_one),
	RULE(inject_is_first_in_first_out),
	RULE(overflow_leaves_the_oldest_half),
	RULE(overflow_sheds_the_newest_half_and_the_new_one),
	RULE(pushes_from_outside_are_counted),
};

POLICY_MAIN("inject", rules)
