/* SPDX-License-Identifier: MIT */
/*
 * Description: a runtime's creation, step by step, and what each failure of it leaves
 *
 * Memory and threads are refused where the test says so; memory is never zero by chance, and
 * what is not given back is counted.
 */
#include "sched/os.h"

static void *counted_alloc(size_t bytes, size_t align);
static void counted_free(void *pointer, size_t bytes);
static int counted_start(struct os_thread *thread, const char *name, void (*run)(void *arg),
			 void *arg);
static void counted_join(struct os_thread *thread);
#define os_alloc	counted_alloc
#define os_free		counted_free
#define os_thread_start counted_start
#define os_thread_join	counted_join
#define VARIANT_NAME	"unit"
#include "sched/engine.h"
#undef os_alloc
#undef os_free
#undef os_thread_start
#undef os_thread_join
#include "tests/support/support.h"

static uint32_t blocks; /* of memory, that are not free */
static uint32_t allocations;
static uint32_t refused_allocation; /* the number of it; 0: none */
static uint32_t threads;	    /* that were not joined */
static uint32_t starts;
static uint32_t refused_start;
static char names[16][16];
static at_u32 arrivals; /* of workers in their loop */
static at_u32 departures;

#define MOST_BLOCKS 64

static struct block { /* that is not free */
	void *memory;
	size_t bytes;
} table[MOST_BLOCKS];

static struct block *block_of(void *memory)
{
	for (uint32_t i = 0; i < MOST_BLOCKS; i++)
		if (table[i].memory == memory)
			return &table[i];
	fail_msg("no block is at %p", memory);
	return NULL;
}

static void *counted_alloc(size_t bytes, size_t align)
{
	struct block *block;
	void *memory;

	assert_int_equal(align & (align - 1), 0); /* a power of two, of at least 16 */
	assert_true(align >= 16);
	if (++allocations == refused_allocation)
		return NULL;
	memory = os_alloc(bytes, align);
	assert_non_null(memory);
	block = block_of(NULL);
	block->memory = memory;
	block->bytes = bytes;
	blocks++;
	return memset(memory, 0xa5, bytes);
}

static void counted_free(void *pointer, size_t bytes)
{
	if (!pointer)
		return;
	assert_int_equal(block_of(pointer)->bytes, bytes);
	block_of(pointer)->memory = NULL;
	blocks--;
	os_free(pointer, bytes);
}

static int counted_start(struct os_thread *thread, const char *name, void (*run)(void *arg),
			 void *arg)
{
	snprintf(names[starts % 16], sizeof(names[0]), "%s", name);
	if (++starts == refused_start)
		return -EAGAIN;
	threads++;
	return os_thread_start(thread, name, run, arg);
}

static void counted_join(struct os_thread *thread)
{
	os_thread_join(thread);
	threads--;
}

/* ---------------------------------------------------------------- creation -- */

static struct sched_runtime *created;

static void started(uint32_t index, void *arg)
{
	(void)index;
	(void)arg;
	at_fetch_add_relaxed(&arrivals, 1);
}

static void stopped(uint32_t index, void *arg)
{
	(void)index;
	(void)arg;
	at_fetch_add_relaxed(&departures, 1);
}

static int create(uint32_t workers)
{
	struct sched_config config = {
		.workers = workers, .seed = 7, .on_worker_start = started, .on_worker_stop = stopped
	};

	created = (struct sched_runtime *)(void *)&config;
	starts = 0;
	allocations = 0;
	at_init(&arrivals, 0);
	at_init(&departures, 0);
	return (sched_runtime_create)(&config, &created);
}

static void expect_nothing_left(void)
{
	assert_null(created);
	assert_int_equal(blocks, 0);
	assert_int_equal(threads, 0);
	assert_int_equal(word_get(&arrivals), word_get(&departures));
}

static void the_number_of_workers_has_bounds(void **unused)
{
	(void)unused;
	assert_int_equal(create(0), -EINVAL);
	expect_nothing_left();
	assert_int_equal(create(SCHED_WORKERS_MAX + 1), -EINVAL);
	expect_nothing_left();
	assert_int_equal(allocations, 0);
	refused_allocation = 1;
	assert_int_equal(create(SCHED_WORKERS_MAX), -ENOMEM);
	refused_allocation = 0;
	expect_nothing_left();
	assert_int_equal(allocations, 1);
}

static void each_allocation_may_be_refused(void **unused)
{
	(void)unused;
	for (refused_allocation = 1; refused_allocation <= 4; refused_allocation++) {
		assert_int_equal(create(2), -ENOMEM);
		assert_int_equal(allocations, refused_allocation);
		assert_int_equal(starts, 0);
		expect_nothing_left();
	}
	assert_int_equal(create(2), 0); /* there is no fifth */
	refused_allocation = 0;
	assert_int_equal(allocations, 4);
	(sched_runtime_destroy)(created);
	created = NULL;
	expect_nothing_left();
}

static void each_thread_may_be_refused(void **unused)
{
	(void)unused;
	for (refused_start = 1; refused_start <= 3; refused_start++) {
		assert_int_equal(create(3), -EAGAIN);
		assert_int_equal(starts, refused_start);
		assert_int_equal(word_get(&arrivals), refused_start - 1);
		expect_nothing_left();
	}
	assert_int_equal(create(3), 0);
	refused_start = 0;
	assert_int_equal(threads, 3);
	for (uint32_t i = 0; i < 3; i++) {
		char name[16];

		snprintf(name, sizeof(name), "worker-%u", i);
		assert_string_equal(names[i], name);
	}
	assert_int_equal((sched_runtime_shutdown)(created), 0);
	assert_int_equal(threads, 0);
	assert_int_equal((sched_runtime_shutdown)(created), 0); /* joins nobody twice */
	assert_int_equal(threads, 0);
	assert_int_equal(word_get(&departures), 3);
	(sched_runtime_destroy)(created);
	created = NULL;
	expect_nothing_left();
}

/* --------------------------------------------------------------- its parts -- */

/* As Vigna's splitmix64.c. */
static void the_seed_is_drawn_from_by_splitmix(void **unused)
{
	uint64_t seed = 0;

	(void)unused;
	assert_true(splitmix(&seed) == 0xe220a8397b1dcdafu);
	assert_true(splitmix(&seed) == 0x6e789e6aa1b965f4u);
	assert_true(splitmix(&seed) == 0x06c45d188009454fu);
}

/* Two words of two workers, from the runtime's seed and no other. */
static void each_worker_draws_from_the_seed(void **unused)
{
	const struct sched_config config = { .workers = 2, .seed = 0 };
	struct sched_runtime *runtime = runtime_alloc(&config);

	(void)unused;
	runtime_init(runtime);
	runtime->is_joined = true;
	assert_true(runtime->workers[0].rng_one == 0x7b1dcdafu);
	assert_true(runtime->workers[0].rng_two == 0xe220a839u);
	assert_true(runtime->workers[1].rng_one == (0xa1b965f4u | 1));
	assert_true(runtime->workers[1].rng_two == (0x6e789e6au | 1));
	(sched_runtime_destroy)(runtime);
}

/* Marsaglia's, a step of it by hand. */
static void a_draw_moves_both_words(void **unused)
{
	static struct worker worker;

	(void)unused;
	worker.rng_one = 1;
	worker.rng_two = 0x30000;
	/* one: 1 ^ 1 << 17 = 0x20001; ^ 0x30000 ^ 0x20001 >> 7 ^ 0x30000 >> 16 */
	assert_int_equal(worker_random(&worker, 1u << 31), (0x30000u + 0x10402) >> 1);
	assert_int_equal(worker.rng_one, 0x30000);
	assert_int_equal(worker.rng_two, 0x20001 ^ 0x30000 ^ 0x400 ^ 3);
}

static void expect_worker(struct sched_runtime *runtime, uint32_t index)
{
	struct worker *worker = &runtime->workers[index];

	assert_ptr_equal(worker->context.runtime, runtime);
	assert_ptr_equal(worker->context.worker, worker);
	assert_int_equal(worker->context.budget, SCHED_BUDGET);
	assert_null(worker->poll_context.waker.target);
	assert_int_equal(worker->poll_context.waker.kind, WAKER_TASK);
	assert_ptr_equal(worker->poll_context.budget, &worker->context.budget);
	assert_int_equal(worker->index, index);
	assert_int_equal(worker->tick, 0);
	assert_int_equal(worker->ticks_to_event, SCHED_EVENT_INTERVAL);
	assert_int_equal(worker->polls_this_tick, 0);
	assert_false(worker->is_searching);
	assert_false(worker->is_shutdown);
	assert_false(worker->batch.is_open);
	assert_int_equal(worker->batch.busy_ns, 0);
	assert_int_equal(worker->polls_at_park, 0);
	assert_int_equal(worker->task_balance, 0);
	assert_int_equal(worker->next_id, (uint64_t)(index + 1) << 40);
	assert_int_equal(worker->lifo.count, 0);
	assert_int_equal(worker->lifo.polls, 0);
	assert_true(worker->lifo.enabled);
	assert_int_equal(worker->global_queue_interval, interval_initial());
	assert_int_equal(worker->ticks_to_inject, interval_initial());
	assert_int_equal(worker->defer.count, 0);
	assert_int_equal(worker->defer.room, 0);
	assert_int_equal(COUNTED(&worker->metrics, busy_ns), 0);
	assert_int_equal(local_queue_length_owned(&worker->queue), 0);
	assert_int_equal(local_queue_room_owned(&worker->queue), LOCAL_QUEUE_CAPACITY);
	assert_false(parker_try_take(&worker->parker));
}

static void a_new_runtime_is_idle_and_open(void **unused)
{
	const struct sched_config config = { .workers = 2, .seed = 3 };
	struct sched_runtime *runtime = runtime_alloc(&config);

	(void)unused;
	runtime_init(runtime);
	assert_false(runtime->is_joined);
	runtime->is_joined = true;
	expect_worker(runtime, 0);
	expect_worker(runtime, 1);
	assert_int_equal(at_load_relaxed(&runtime->is_closed), 0);
	assert_int_equal(at_load_relaxed(&runtime->fault_hold_ns), 0);
	assert_int_equal(at_load_relaxed(&runtime->remote_schedules), 0);
	assert_int_equal(runtime->arrived, 0);
	assert_int_equal(at_load_relaxed(&runtime->next_id), 1);
	assert_true(at_load_relaxed(&runtime->refs) == RUNTIME_REFS_BIAS + 1);
	assert_int_equal(at_load_relaxed(&runtime->driver), 0);
	assert_int_equal(at_load_relaxed(&runtime->driver_token), PARK_EMPTY);
	assert_int_equal(at_load_relaxed(&runtime->idle.word), 2 * IDLE_UNPARKED_ONE);
	assert_int_equal(runtime->idle.sleeper_count, 0);
	assert_false(inject_queue_is_closed(&runtime->inject));
	assert_true(inject_queue_is_empty(&runtime->inject));
	assert_true(owned_list_is_empty(&runtime->owned));
	(sched_runtime_destroy)(runtime);
	assert_int_equal(blocks, 0);
}

static enum sched_poll ready_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	return SCHED_READY;
}

/* Every block is given back by the size that it was asked for with. */
static void what_grew_is_given_back_as_it_is(void **unused)
{
	static const struct sched_task_ops ops = { .name = "ready", .poll = ready_poll };
	const struct sched_config config = { .workers = 3, .seed = 3 };
	struct sched_runtime *runtime = runtime_alloc(&config);
	struct worker *worker;
	void *memory;

	(void)unused;
	runtime_init(runtime);
	runtime->is_joined = true;
	worker = &runtime->workers[1];
	assert_true(defer_list_grow(&worker->defer));
	assert_int_equal(worker->defer.room, 64);
	assert_true(defer_list_grow(&worker->defer));
	assert_int_equal(worker->defer.room, 128);
	assert_int_equal(block_of(worker->defer.tasks)->bytes, 128 * sizeof(void *));
	assert_int_equal(sched_spawn_on(runtime, &ops, NULL, NULL), 0);
	os_set_current(&worker->context);
	task_run(worker, next_remote_task(worker));
	os_set_current(NULL);
	memory = sched_alloc(40);
	assert_int_equal(block_of(memory)->bytes, 40);
	sched_free(memory, 40);
	(sched_runtime_destroy)(runtime);
	assert_int_equal(sched_block_on(NULL, ready_poll, NULL), 0);
	assert_int_equal(blocks, 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_number_of_workers_has_bounds),
		cmocka_unit_test(each_allocation_may_be_refused),
		cmocka_unit_test(each_thread_may_be_refused),
		cmocka_unit_test(the_seed_is_drawn_from_by_splitmix),
		cmocka_unit_test(each_worker_draws_from_the_seed),
		cmocka_unit_test(a_draw_moves_both_words),
		cmocka_unit_test(a_new_runtime_is_idle_and_open),
		cmocka_unit_test(what_grew_is_given_back_as_it_is),
	};

	watchdog_start();
	return cmocka_run_group_tests_name("runtime structures", tests, NULL, NULL);
}
