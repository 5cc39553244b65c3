/* SPDX-License-Identifier: MIT */
/*
 * Description: the system refuses a thread or memory: an error, and nothing is left behind
 * The engine is inside this test, and asks the test for threads and memory.  They are those of
 * the system until the test says how many are left.
 */
#include "sched/os.h"

static void *scarce_alloc(size_t bytes, size_t align);
static void scarce_free(void *pointer, size_t bytes);
static int scarce_thread_start(struct os_thread *thread, const char *name, void (*run)(void *arg),
			       void *arg);
static void scarce_thread_join(struct os_thread *thread);
#define os_alloc	scarce_alloc
#define os_free		scarce_free
#define os_thread_start scarce_thread_start
#define os_thread_join	scarce_thread_join
#define VARIANT_NAME	"unit"
#include "sched/engine.h"
#undef os_alloc
#undef os_free
#undef os_thread_start
#undef os_thread_join

#include "tests/support/support.h"

#define ENOUGH	UINT32_MAX
#define WORKERS 4u

static struct {
	at_u32 blocks_left; /* of memory that the system still gives; workers ask as well */
	uint32_t threads_left;
	at_u32 blocks; /* not freed; workers free as well */
	at_u64 bytes;  /* of these: a free tells as many as its allocation */
	struct os_thread threads[WORKERS];
	bool is_live[WORKERS]; /* started and not joined */
	uint32_t started;
	uint32_t wrong_joins;
} scarce;

static void *scarce_alloc(size_t bytes, size_t align)
{
	uint32_t left = at_load_relaxed(&scarce.blocks_left);
	void *memory;

	if (left == 0)
		return NULL;
	if (left != ENOUGH)
		at_store_relaxed(&scarce.blocks_left, left - 1);
	memory = os_alloc(bytes, align);
	at_fetch_add_relaxed(&scarce.blocks, 1);
	at_fetch_add_relaxed(&scarce.bytes, bytes);
	return memset(memory, 0xa5, bytes); /* what was not set up shows */
}

static void scarce_free(void *pointer, size_t bytes)
{
	if (pointer) {
		at_fetch_sub_relaxed(&scarce.blocks, 1);
		at_fetch_sub_relaxed(&scarce.bytes, bytes);
	}
	os_free(pointer, bytes);
}

static int scarce_thread_start(struct os_thread *thread, const char *name, void (*run)(void *arg),
			       void *arg)
{
	int error;

	if (scarce.threads_left == 0)
		return -EAGAIN;
	if (scarce.threads_left != ENOUGH)
		scarce.threads_left--;
	error = os_thread_start(thread, name, run, arg);
	assert_int_equal(error, 0);
	assert_true(scarce.started < WORKERS);
	scarce.threads[scarce.started] = *thread;
	scarce.is_live[scarce.started++] = true;
	return 0;
}

/* One that runs, and that nobody joined before. */
static void scarce_thread_join(struct os_thread *thread)
{
	for (uint32_t i = 0; i < scarce.started; i++) {
		if (!scarce.is_live[i] || scarce.threads[i].handle != thread->handle)
			continue;
		scarce.is_live[i] = false;
		os_thread_join(thread);
		return;
	}
	scarce.wrong_joins++;
}

static int setup(void **unused)
{
	(void)unused;
	memset(&scarce, 0, sizeof(scarce));
	at_init(&scarce.blocks, 0);
	at_init(&scarce.bytes, 0);
	at_init(&scarce.blocks_left, ENOUGH);
	scarce.threads_left = ENOUGH;
	return 0;
}

static void expect_nothing_left(uint32_t threads)
{
	assert_int_equal(scarce.started, threads);
	for (uint32_t i = 0; i < WORKERS; i++)
		assert_false(scarce.is_live[i]);
	assert_int_equal(scarce.wrong_joins, 0);
	assert_int_equal(word_get(&scarce.blocks), 0);
	assert_int_equal(at_load_acquire(&scarce.bytes), 0);
}

/* ------------------------------------------------------------ the tasks -- */

static at_u32 spawned, refused, dropped;
static at_u32 hooks_started, hooks_stopped;

static enum sched_poll restless_poll(void *state, struct sched_context *context)
{
	(void)state;
	return sched_yield_now(context);
}

static void restless_drop(void *state)
{
	(void)state;
	at_fetch_add_relaxed(&dropped, 1);
}

/* Is somewhere in a queue, until it is cancelled. */
static const struct sched_task_ops restless_ops = {
	.name = "restless", .poll = restless_poll, .drop = restless_drop, .state_bytes = 8
};

static void tasks_init(void)
{
	at_init(&spawned, 0);
	at_init(&refused, 0);
	at_init(&dropped, 0);
	at_init(&hooks_started, 0);
	at_init(&hooks_stopped, 0);
}

/* -------------------------------------------------------------- threads -- */

static void fill_queues(uint32_t index, void *unused)
{
	(void)index;
	(void)unused;
	for (uint64_t i = 0; i < 6; i++)
		at_fetch_add_relaxed(
			sched_spawn(&restless_ops, &i, NULL) == 0 ? &spawned : &refused, 1);
	at_fetch_add_relaxed(&hooks_started, 1);
}

static void count_stop(uint32_t index, void *unused)
{
	(void)index;
	(void)unused;
	at_fetch_add_relaxed(&hooks_stopped, 1);
}

static int create(uint32_t workers, struct sched_runtime **runtime)
{
	const struct sched_config config = { .workers = workers,
					     .seed = 1,
					     .on_worker_start = fill_queues,
					     .on_worker_stop = count_stop };

	*runtime = (struct sched_runtime *)&scarce;
	return sched_runtime_create(&config, runtime);
}

/* Those that started have gone again, with what they had in their queues. */
static void a_thread_that_cannot_start_ends_the_runtime(void **unused)
{
	(void)unused;
	for (uint32_t workers = 1; workers <= WORKERS; workers++) {
		for (uint32_t threads = 0; threads < workers; threads++) {
			struct sched_runtime *runtime;

			setup(NULL);
			tasks_init();
			scarce.threads_left = threads;
			assert_int_equal(create(workers, &runtime), -EAGAIN);
			assert_null(runtime);
			assert_int_equal(word_get(&hooks_started), threads);
			assert_int_equal(word_get(&hooks_stopped), threads);
			assert_int_equal(word_get(&dropped), 6 * threads);
			expect_nothing_left(threads);
		}
	}
}

/* 1 to 1024 get as far as to ask for a thread, others not even for memory. */
static void worker_counts_out_of_range_ask_for_nothing(void **unused)
{
	static const struct {
		uint32_t workers;
		int error;
	} lines[] = { { 0, -EINVAL },
		      { 1, -EAGAIN },
		      { 1024, -EAGAIN },
		      { 1025, -EINVAL },
		      { UINT32_MAX, -EINVAL } };

	(void)unused;
	scarce.threads_left = 0;
	for (size_t i = 0; i < TEST_COUNT(lines); i++) {
		struct sched_runtime *runtime;

		at_store_relaxed(&scarce.blocks_left, lines[i].error == -EINVAL ? 0 : ENOUGH);
		assert_int_equal(create(lines[i].workers, &runtime), lines[i].error);
		assert_null(runtime);
		expect_nothing_left(0);
	}
}

/* --------------------------------------------------------------- memory -- */

/* The runtime itself, its workers, owned lists and sleepers. */
static void memory_for_a_runtime_may_run_out_anywhere(void **unused)
{
	struct sched_runtime *runtime;

	(void)unused;
	tasks_init();
	for (uint32_t blocks = 0; blocks < 4; blocks++) {
		at_store_relaxed(&scarce.blocks_left, blocks);
		assert_int_equal(create(2, &runtime), -ENOMEM);
		assert_null(runtime);
		assert_int_equal(word_get(&scarce.blocks_left), 0);
		expect_nothing_left(0);
	}
	at_store_relaxed(&scarce.blocks_left, ENOUGH);
	assert_int_equal(create(2, &runtime), 0);
	sched_runtime_destroy(runtime);
	assert_int_equal(word_get(&dropped), 12);
	expect_nothing_left(2);
}

static struct sched_runtime *quiet_runtime(void)
{
	const struct sched_config config = { .workers = 1, .seed = 1 };
	struct sched_runtime *runtime;

	tasks_init();
	assert_int_equal(sched_runtime_create(&config, &runtime), 0);
	return runtime;
}

/* Nothing is taken over: the handle is empty, and the state is still the caller's. */
static void expect_no_spawn(struct sched_runtime *runtime)
{
	struct sched_join join = { (struct sched_task *)&join };
	uint64_t state = 1;

	at_store_relaxed(&scarce.blocks_left, 0);
	assert_int_equal(sched_spawn_on(runtime, &restless_ops, &state, &join), -ENOMEM);
	assert_null(join.task);
	assert_int_equal(sched_spawn_on(runtime, &restless_ops, &state, NULL), -ENOMEM);
	at_store_relaxed(&scarce.blocks_left, ENOUGH);
	assert_int_equal(word_get(&dropped), 0);
}

static void spawn_without_memory(void **unused)
{
	struct sched_runtime *runtime = quiet_runtime();
	uint64_t state = 1;

	(void)unused;
	expect_no_spawn(runtime);
	assert_int_equal(sched_spawn_on(runtime, &restless_ops, &state, NULL), 0);
	expect_no_spawn(runtime);
	sched_runtime_destroy(runtime);
	assert_int_equal(word_get(&dropped), 1);
	expect_nothing_left(1);
}

struct spawner_state {
	at_u32 *errors; /* minus what the spawns returned */
};

/* On the worker; the test's thread waits meanwhile. */
static enum sched_poll spawner_poll(void *opaque, struct sched_context *context)
{
	at_u32 *errors = ((struct spawner_state *)opaque)->errors;
	struct sched_join join = { (struct sched_task *)opaque };
	uint64_t state = 1;

	(void)context;
	at_store_relaxed(&scarce.blocks_left, 0);
	at_store_relaxed(&errors[0], (uint32_t)-sched_spawn(&restless_ops, &state, &join));
	at_store_relaxed(&errors[1], join.task != NULL);
	at_store_relaxed(&errors[2], (uint32_t)-sched_spawn(&restless_ops, &state, NULL));
	at_store_relaxed(&scarce.blocks_left, ENOUGH);
	at_store_relaxed(&errors[3], (uint32_t)-sched_spawn(&restless_ops, &state, NULL));
	return SCHED_READY;
}

static const struct sched_task_ops spawner_ops = { .name = "spawner",
						   .poll = spawner_poll,
						   .state_bytes = sizeof(struct spawner_state) };

static void spawn_from_a_worker_without_memory(void **unused)
{
	struct sched_runtime *runtime = quiet_runtime();
	at_u32 errors[4];
	struct spawner_state state = { errors };
	struct sched_join join;

	(void)unused;
	for (int i = 0; i < 4; i++)
		at_init(&errors[i], 99);
	assert_int_equal(sched_spawn_on(runtime, &spawner_ops, &state, &join), 0);
	while (!sched_join_is_finished(&join))
		os_yield();
	sched_join_detach(&join);
	assert_int_equal(word_get(&errors[0]), ENOMEM);
	assert_int_equal(word_get(&errors[1]), 0);
	assert_int_equal(word_get(&errors[2]), ENOMEM);
	assert_int_equal(word_get(&errors[3]), 0);
	sched_runtime_destroy(runtime);
	assert_int_equal(word_get(&dropped), 1);
	expect_nothing_left(1);
}

/* A thread that waits needs memory for that: without it, the handle is as it was. */
static void block_on_without_memory(void **unused)
{
	struct sched_runtime *runtime = quiet_runtime();
	struct sched_join join;
	uint64_t state = 1;

	(void)unused;
	assert_int_equal(sched_spawn_on(runtime, &restless_ops, &state, &join), 0);
	at_store_relaxed(&scarce.blocks_left, 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), -ENOMEM);
	assert_null(os_current());
	at_store_relaxed(&scarce.blocks_left, ENOUGH);
	assert_non_null(join.task);
	sched_join_abort(&join);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), -ECANCELED);
	sched_runtime_destroy(runtime);
	expect_nothing_left(1);
}

static void sched_alloc_without_memory(void **unused)
{
	void *memory = sched_alloc(40);

	(void)unused;
	assert_non_null(memory);
	at_store_relaxed(&scarce.blocks_left, 0);
	assert_null(sched_alloc(40));
	at_store_relaxed(&scarce.blocks_left, ENOUGH);
	sched_free(memory, 40);
	sched_free(NULL, 40);
	expect_nothing_left(0);
}

/* A state that no block of memory is for is refused like one for which there is none. */
static void spawn_of_too_large_a_state(void **unused)
{
	const struct sched_task_ops huge = { .name = "huge",
					     .poll = restless_poll,
					     .state_bytes = UINT32_MAX };
	struct sched_runtime *runtime = quiet_runtime();
	struct sched_join join = { (struct sched_task *)&join };

	(void)unused;
	assert_int_equal(sched_spawn_on(runtime, &huge, &huge, &join), -ENOMEM);
	assert_null(join.task);
	sched_runtime_destroy(runtime);
	expect_nothing_left(1);
}

/* -------------------------------------------------------- after the end -- */

/* Refused, and dropped; the handle says so, and is all that keeps the task. */
static void spawn_after_shutdown(void **unused)
{
	struct sched_runtime *runtime = quiet_runtime();
	struct sched_join join;
	uint64_t state = 1;

	(void)unused;
	assert_int_equal(sched_runtime_shutdown(runtime), 0);
	assert_int_equal(sched_spawn_on(runtime, &restless_ops, &state, NULL), -ECANCELED);
	assert_int_equal(word_get(&dropped), 1);
	assert_int_equal(sched_spawn_on(runtime, &restless_ops, &state, &join), -ECANCELED);
	assert_int_equal(word_get(&dropped), 2);
	sched_runtime_destroy(runtime);
	assert_true(sched_join_is_finished(&join));
	assert_int_equal(sched_join_take(&join, NULL), -ECANCELED);
	assert_true(word_get(&scarce.blocks) > 0);
	sched_join_detach(&join);
	expect_nothing_left(1);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_thread_that_cannot_start_ends_the_runtime, setup),
		cmocka_unit_test_setup(worker_counts_out_of_range_ask_for_nothing, setup),
		cmocka_unit_test_setup(memory_for_a_runtime_may_run_out_anywhere, setup),
		cmocka_unit_test_setup(spawn_without_memory, setup),
		cmocka_unit_test_setup(spawn_from_a_worker_without_memory, setup),
		cmocka_unit_test_setup(block_on_without_memory, setup),
		cmocka_unit_test_setup(sched_alloc_without_memory, setup),
		cmocka_unit_test_setup(spawn_of_too_large_a_state, setup),
		cmocka_unit_test_setup(spawn_after_shutdown, setup),
	};

	return cmocka_run_group_tests_name("refusal", tests, NULL, NULL);
}
