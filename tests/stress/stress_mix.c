/* SPDX-License-Identifier: MIT */
/* Description: random tasks spawn, yield, sleep, abort, detach; threads wake them */
#include "tests/stress/stress.h"

#define SLOTS  64u
#define WAKERS 2
#define TASKS  1500u
#define ROOTS  40u

/* Sleeping tasks leave their waker in a slot; outside threads wake what they find. */
struct slot {
	struct os_mutex mutex;
	struct sched_waker waker; /* guarded by mutex */
};

struct mix {
	struct sched_runtime *runtime;
	struct ledger ledger;
	struct slot slots[SLOTS];
	at_u32 stopping;
	uint64_t seed;
};

struct mix_task {
	struct mix *mix;
	uint64_t random;
	uint32_t cell;
	uint32_t steps;
	struct sched_join child;
};

static enum sched_poll mix_poll(void *opaque, struct sched_context *context);

static void mix_drop(void *opaque)
{
	struct mix_task *task = (struct mix_task *)opaque;

	sched_join_detach(&task->child);
	ledger_dropped(&task->mix->ledger, task->cell);
}

static const struct sched_task_ops mix_ops = {
	.name = "mix",
	.poll = mix_poll,
	.drop = mix_drop,
	.state_bytes = sizeof(struct mix_task),
};

static void mix_spawn(struct mix *mix, uint64_t random, bool outside, struct sched_join *join)
{
	struct mix_task task = { .mix = mix, .random = random };

	task.cell = ledger_open(&mix->ledger);
	if (task.cell == UINT32_MAX)
		return;
	task.steps = 1 + (uint32_t)(random >> 8) % 8;
	if (outside)
		sched_spawn_on(mix->runtime, &mix_ops, &task, join);
	else
		sched_spawn(&mix_ops, &task, join);
}

static enum sched_poll mix_sleep(struct mix_task *task, struct sched_context *context)
{
	struct slot *slot = &task->mix->slots[test_random(&task->random) % SLOTS];
	struct sched_waker evicted;

	os_mutex_lock(&slot->mutex);
	evicted = slot->waker;
	slot->waker = sched_waker_clone(&context->waker);
	os_mutex_unlock(&slot->mutex);
	sched_waker_wake(&evicted);
	return SCHED_PENDING;
}

/* Let go of the child one way or another; pending: it is awaited. */
static enum sched_poll mix_settle_child(struct mix_task *task, struct sched_context *context,
					uint64_t choice)
{
	int status;

	if (choice % 4 == 0)
		sched_join_abort(&task->child);
	if (choice % 3 == 0) {
		sched_join_detach(&task->child);
		return SCHED_READY;
	}
	if (sched_join_poll(&task->child, context, NULL, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_join_detach(&task->child);
	return SCHED_READY;
}

static enum sched_poll mix_poll(void *opaque, struct sched_context *context)
{
	struct mix_task *task = (struct mix_task *)opaque;

	while (task->steps > 0) {
		uint64_t choice = test_random(&task->random);

		if (task->child.task) {
			if (mix_settle_child(task, context, choice >> 8) == SCHED_PENDING)
				return SCHED_PENDING;
			continue;
		}
		task->steps--;
		switch (choice % 8) {
		case 0:
			return mix_sleep(task, context);
		case 1:
			return sched_yield_now(context);
		case 2:
			sched_waker_wake_by_ref(&context->waker);
			return SCHED_PENDING;
		case 3:
			mix_spawn(task->mix, choice, false, NULL);
			break;
		case 4:
			mix_spawn(task->mix, choice, true, NULL);
			break;
		default:
			mix_spawn(task->mix, choice, choice & 256, &task->child);
			break;
		}
	}
	sched_join_detach(&task->child);
	ledger_ran(&task->mix->ledger, task->cell);
	return SCHED_READY;
}

/* Wakes what sleeps, by value or by reference, until the end; spawns now and then. */
static void mix_waker_main(void *opaque)
{
	struct mix *mix = (struct mix *)opaque;
	uint64_t random = mix->seed ^ os_thread_number();

	while (!word_get(&mix->stopping)) {
		uint64_t choice = test_random(&random);
		struct slot *slot = &mix->slots[choice % SLOTS];
		struct sched_waker waker;

		os_mutex_lock(&slot->mutex);
		waker = slot->waker;
		slot->waker = sched_waker_empty();
		os_mutex_unlock(&slot->mutex);
		if (!waker.target) {
			os_wait(&mix->stopping, 0, 20000); /* leave the CPU to the workers */
			continue;
		}
		if (choice & 4096) {
			sched_waker_wake(&waker);
		} else {
			sched_waker_wake_by_ref(&waker);
			sched_waker_drop(&waker);
		}
	}
}

static void mix_start(struct mix *mix, uint32_t workers)
{
	mix->seed = stress_seed ^ workers;
	mix->runtime = runtime_start(workers);
	ledger_init(&mix->ledger, TASKS);
	at_init(&mix->stopping, 0);
	for (uint32_t i = 0; i < SLOTS; i++) {
		os_mutex_init(&mix->slots[i].mutex);
		mix->slots[i].waker = sched_waker_empty();
	}
}

static void mix_stop(struct mix *mix)
{
	struct ledger_sums sums;

	runtime_stop(mix->runtime);
	for (uint32_t i = 0; i < SLOTS; i++) {
		sched_waker_drop(&mix->slots[i].waker);
		os_mutex_fini(&mix->slots[i].mutex);
	}
	sums = ledger_sums(&mix->ledger);
	assert_int_equal(sums.wrong, 0);
	assert_int_equal(sums.ran + sums.dropped, sums.opened);
	assert_true(sums.opened >= ROOTS);
	at_fini(&mix->stopping);
	ledger_fini(&mix->ledger);
}

static void random_mix(void **unused)
{
	static const uint32_t worker_counts[] = { 1, 2, 5 };
	static struct mix mix;

	(void)unused;
	for (size_t k = 0; k < TEST_COUNT(worker_counts); k++) {
		struct os_thread threads[WAKERS];
		uint64_t random;

		mix_start(&mix, worker_counts[k]);
		random = mix.seed;
		for (int i = 0; i < WAKERS; i++)
			assert_int_equal(
				os_thread_start(&threads[i], "waker", mix_waker_main, &mix), 0);
		for (uint32_t i = 0; i < ROOTS; i++)
			mix_spawn(&mix, test_random(&random), true, NULL);
		ledger_await(&mix.ledger);
		word_set(&mix.stopping, 1);
		for (int i = 0; i < WAKERS; i++)
			os_thread_join(&threads[i]);
		mix_stop(&mix);
	}
}

int stress_mix_tests(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(random_mix) };

	return cmocka_run_group_tests_name("mix", tests, NULL, NULL);
}
