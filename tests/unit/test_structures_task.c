/* SPDX-License-Identifier: MIT */
/*
 * Description: a task's block, its copies, kept memory, and wakes where no worker defers
 *
 * On the stage of the policy tests: memory is never zero by chance, it can run out, and what
 * is not given back is counted.
 */
#include "tests/policy/stage.h"

#include "sched/oneshot.h"

/* --------------------------------------------------------------- memory -- */

static void memory_for_others_is_given_back(void **unused)
{
	int64_t before = stage_blocks;
	void *memory = sched_alloc(100);

	(void)unused;
	assert_int_equal((uintptr_t)memory % 16, 0);
	assert_int_equal(stage_blocks, before + 1);
	sched_free(memory, 100);
	assert_int_equal(stage_blocks, before);
	sched_free(NULL, 100);
	assert_int_equal(stage_blocks, before);
	stage.is_scarce = true;
	assert_null(sched_alloc(100));
	stage.is_scarce = false;
}

/* Of every size, and not a byte beyond it. */
static void a_copy_ends_where_it_should(void **unused)
{
	unsigned char from[72];
	unsigned char to[72];

	(void)unused;
	for (size_t bytes = 0; bytes <= 64; bytes++) {
		for (size_t i = 0; i < sizeof(from); i++)
			from[i] = (unsigned char)(i + 1);
		memset(to, 0, sizeof(to));
		task_copy(to, from, bytes);
		for (size_t i = 0; i < sizeof(to); i++)
			assert_int_equal(to[i], i < bytes ? i + 1 : 0);
	}
}

static struct sched_task_ops ops_of(uint32_t state_bytes, uint32_t output_bytes)
{
	struct sched_task_ops ops = { .name = "sized",
				      .state_bytes = state_bytes,
				      .output_bytes = output_bytes };

	return ops;
}

/* Header, the larger of state and output in whole 16 bytes, trailer. */
static void a_block_has_room_for_state_or_output(void **unused)
{
	static const struct {
		uint32_t state, output, room;
	} sizes[] = { { 0, 0, 0 },    { 1, 0, 16 },   { 16, 0, 16 },
		      { 17, 16, 32 }, { 16, 17, 32 }, { 0, 100, 112 } };
	static const char state[32]; /* the most that gcc sees a copy of */

	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(sizes); i++) {
		struct sched_task_ops ops = ops_of(sizes[i].state, sizes[i].output);
		struct sched_task *task = task_create(NULL, &ops, state, 9);
		struct task_trailer *trailer = task_trailer(task);

		assert_int_equal((uintptr_t)task % TASK_ALIGN, 0);
		assert_int_equal((char *)task_state(task) - (char *)task, sizeof(*task));
		assert_int_equal((char *)trailer - (char *)task_state(task), sizes[i].room);
		assert_int_equal(task_bytes(task),
				 sizeof(*task) + sizes[i].room + sizeof(*trailer));
		assert_int_equal(task->id, 9);
		assert_int_equal(task_core(task)->stage, TASK_ALIVE);
		assert_null(task->queue_next);
		assert_null(trailer->join_waker.target);
		task_free(task, task_bytes(task), TASK_ALIGN);
	}
}

static void a_task_that_is_too_large_is_refused_before_it_is_asked_for(void **unused)
{
	struct sched_task_ops ops = ops_of(UINT32_MAX, 0);
	struct sched_join join;
	int64_t before;

	(void)unused;
	stage_begin(1);
	before = stage_blocks;
	join.task = (struct sched_task *)(void *)&ops;
	assert_int_equal(sched_spawn(&ops, &ops, &join), -ENOMEM);
	assert_null(join.task);
	assert_int_equal(stage_blocks, before);
	stage_end();
}

/* Nothing of a task that there was no memory for is left: the runtime can go. */
static void a_task_without_memory_leaves_nothing(void **unused)
{
	struct actor actor = actor_of('A', act_ready);
	struct actor *state = &actor;
	struct sched_join join;

	(void)unused;
	stage_begin(1);
	stage.is_scarce = true;
	assert_int_equal(sched_spawn(&actor_ops, &state, &join), -ENOMEM);
	assert_null(join.task);
	stage.is_scarce = false;
	stage_end();
}

/* ----------------------------------------------------------- kept memory -- */

static void end_one(struct actor *actor)
{
	*actor = actor_of('A', act_ready);
	actor_spawn(actor);
	stage_turn(0);
}

/* GUARD_SENTINEL keeps the memory of the last GUARD_KEPT tasks, all others none. */
static void the_memory_of_the_last_tasks_is_kept(void **unused)
{
	uint32_t most = SCHED_GUARD == GUARD_SENTINEL ? GUARD_KEPT : 0;
	struct actor actor;
	int64_t before;

	(void)unused;
	stage_begin(1);
	before = stage_blocks;
	for (uint32_t i = 1; i <= 2 * GUARD_KEPT + 1; i++) {
		end_one(&actor);
		assert_int_equal(stage_blocks - before, i < most ? i : most);
	}
	stage_end();
	assert_int_equal(stage_blocks, before - 4); /* runtime, workers, sleepers, shards */
}

/* ------------------------------------------- yields where nothing defers -- */

/* A sleeping actor, and its waker in a context. */
static struct sched_context sleeping_context(struct actor *actor)
{
	static uint32_t budget;
	struct sched_context context = { .budget = &budget };

	*actor = actor_of('S', act_sleep);
	actor_spawn(actor);
	stage_turn(0);
	expect_polled("S");
	context.waker = actor->waker;
	return context;
}

static void a_yield_outside_wakes_the_task_at_once(void **unused)
{
	struct sched_context context;
	struct actor actor;

	(void)unused;
	stage_begin(1);
	context = sleeping_context(&actor);
	stage_as_outside();
	assert_int_equal(sched_yield_now(&context), SCHED_PENDING);
	assert_int_equal(inject_queue_length(&stage.runtime->inject), 1);
	stage_turn(0);
	expect_polled("S");
	actor_end(&actor);
	stage_end();
}

/* On a thread in block_on, which has a context and no worker. */
static void a_yield_in_block_on_wakes_the_task_at_once(void **unused)
{
	struct context outside = { .worker = NULL, .budget = 1 };
	struct sched_context context;
	struct actor actor;

	(void)unused;
	stage_begin(1);
	context = sleeping_context(&actor);
	outside.runtime = stage.runtime;
	os_set_current(&outside);
	assert_int_equal(sched_yield_now(&context), SCHED_PENDING);
	assert_int_equal(inject_queue_length(&stage.runtime->inject), 1);
	assert_int_equal(stage.runtime->workers[0].defer.count, 0);
	actor_end(&actor);
	stage_end();
}

/* The list of the worker that happens to be here is for tasks. */
static void a_thread_that_yields_is_woken_at_once(void **unused)
{
	struct sleeping_thread *thread = sleeping_thread_create();
	struct sched_context context;
	struct worker *worker;

	(void)unused;
	stage_begin(1);
	worker = stage_as(0);
	context.waker = waker_of(thread, WAKER_THREAD);
	for (uint32_t i = 0; i < 2; i++) { /* without a list, and with one */
		assert_int_equal(sched_yield_now(&context), SCHED_PENDING);
		assert_int_equal(worker->defer.count, 0);
		assert_true(parker_try_take(&thread->parker));
		assert_true(defer_list_grow(&worker->defer));
	}
	assert_int_equal(at_load_relaxed(&thread->refs), 1);
	sleeping_thread_unref(thread, 1);
	stage_end();
}

static void a_yield_without_room_or_memory_wakes_the_task_at_once(void **unused)
{
	struct sched_context context;
	struct actor actor;

	(void)unused;
	stage_begin(1);
	context = sleeping_context(&actor);
	stage_as(0);
	stage.is_scarce = true;
	assert_int_equal(sched_yield_now(&context), SCHED_PENDING);
	stage.is_scarce = false;
	assert_int_equal(stage.runtime->workers[0].defer.count, 0);
	stage_turn(0);
	expect_polled("S");
	actor_end(&actor);
	stage_end();
}

/* A full list is told by its last entry as any other. */
static void a_full_list_takes_a_task_once(void **unused)
{
	struct sched_context context;
	struct defer_list *list;
	struct actor actor;
	uint64_t references;

	(void)unused;
	stage_begin(1);
	context = sleeping_context(&actor);
	list = &stage_as(0)->defer;
	sched_yield_now(&context);
	list->room = list->count; /* as if it were full */
	references = state_refs(at_load_relaxed(&((struct sched_task *)actor.waker.target)->state));
	sched_yield_now(&context);
	assert_int_equal(list->count, 1);
	assert_int_equal(
		state_refs(at_load_relaxed(&((struct sched_task *)actor.waker.target)->state)),
		references);
	stage_turns(0, 2);
	expect_polled("S");
	actor_end(&actor);
	stage_end();
}

/* ------------------------------------------------------- the last of all -- */

/* No waker was ever stored in it, so there is none to drop. */
static void a_oneshot_without_waker_drops_none(void **unused)
{
	int64_t before = stage_blocks;
	struct sched_oneshot *oneshot;

	(void)unused;
	for (uint32_t receiver_first = 0; receiver_first < 2; receiver_first++) {
		oneshot = sched_oneshot_create();
		if (receiver_first)
			sched_oneshot_drop_receiver(oneshot);
		assert_int_equal(sched_oneshot_send(oneshot, 1), receiver_first ? -EPIPE : 0);
		if (!receiver_first)
			sched_oneshot_drop_receiver(oneshot);
		assert_int_equal(stage_blocks, before);
	}
}

/* A waker keeps its task, and the task its runtime's memory, beyond the destroy. */
static void the_last_waker_gives_the_runtime_back(void **unused)
{
	struct sched_waker clone;
	struct actor actor;
	int64_t before;

	(void)unused;
	before = stage_blocks;
	stage_begin(1);
	sleeping_context(&actor);
	clone = sched_waker_clone(&actor.waker);
	stage_end();
	assert_true(stage_blocks > before);
	actor_end(&actor);
	assert_true(stage_blocks > before);
	sched_waker_drop(&clone);
	assert_int_equal(stage_blocks, before);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_for_others_is_given_back),
		cmocka_unit_test(a_copy_ends_where_it_should),
		cmocka_unit_test(a_block_has_room_for_state_or_output),
		cmocka_unit_test(a_task_that_is_too_large_is_refused_before_it_is_asked_for),
		cmocka_unit_test(a_task_without_memory_leaves_nothing),
		cmocka_unit_test(the_memory_of_the_last_tasks_is_kept),
		cmocka_unit_test(a_yield_outside_wakes_the_task_at_once),
		cmocka_unit_test(a_yield_in_block_on_wakes_the_task_at_once),
		cmocka_unit_test(a_thread_that_yields_is_woken_at_once),
		cmocka_unit_test(a_yield_without_room_or_memory_wakes_the_task_at_once),
		cmocka_unit_test(a_full_list_takes_a_task_once),
		cmocka_unit_test(a_oneshot_without_waker_drops_none),
		cmocka_unit_test(the_last_waker_gives_the_runtime_back),
	};
	int failed = cmocka_run_group_tests_name("task structures", tests, NULL, NULL);

	return failed ? failed : stage_leaks();
}
