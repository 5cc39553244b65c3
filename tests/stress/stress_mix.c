/* SPDX-License-Identifier: MIT */
/* Description: random tasks spawn, yield, sleep, abort, detach; threads wake them */
/*
 * Some children are never ready: they end by their parent's abort and by nothing else.
 * Everything has ended before the runtime does, so each drop is one that was asked for.
 */
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
	at_u32 surprises;
	uint64_t seed;
};

struct mix_task {
	struct mix *mix;
	uint64_t random;
	uint32_t entry;
	uint32_t steps;
	bool is_endless;
	bool saw_doom;
	struct sched_join child;
	uint32_t child_entry;
	bool child_is_endless;
};

static enum sched_poll mix_poll(void *opaque, struct sched_context *context);

static void mix_surprise(struct mix *mix)
{
	at_fetch_add_relaxed(&mix->surprises, 1);
}

static void mix_abort_child(struct mix_task *task)
{
	struct ledger *ledger = &task->mix->ledger;

	ledger_ask(ledger, task->child_entry);
	sched_join_abort(&task->child);
	if (task->child_is_endless)
		ledger_doom(ledger, task->child_entry);
}

/* Not of a child that would then never end. */
static void mix_let_go(struct mix_task *task)
{
	if (task->child.task && task->child_is_endless)
		mix_abort_child(task);
	sched_join_detach(&task->child);
}

static void mix_drop(void *opaque)
{
	struct mix_task *task = (struct mix_task *)opaque;

	mix_let_go(task);
	ledger_dropped(&task->mix->ledger, task->entry);
}

static const struct sched_task_ops mix_ops = {
	.name = "mix",
	.poll = mix_poll,
	.drop = mix_drop,
	.state_bytes = sizeof(struct mix_task),
};

static void mix_spawn_task(struct mix_task *task, bool outside, struct sched_join *join)
{
	int error;

	if (outside)
		error = sched_spawn_on(task->mix->runtime, &mix_ops, task, join);
	else
		error = sched_spawn(&mix_ops, task, join);
	if (error)
		mix_surprise(task->mix);
}

static void mix_spawn(struct mix *mix, uint64_t random, bool outside)
{
	struct mix_task task = { .mix = mix, .random = random };

	task.entry = ledger_open(&mix->ledger);
	if (task.entry == UINT32_MAX)
		return;
	task.steps = 1 + (uint32_t)(random >> 8) % 8;
	mix_spawn_task(&task, outside, NULL);
}

static void mix_spawn_child(struct mix_task *parent, uint64_t random)
{
	struct mix_task task = { .mix = parent->mix, .random = random };

	task.entry = ledger_open(&parent->mix->ledger);
	if (task.entry == UINT32_MAX)
		return;
	task.steps = 1 + (uint32_t)(random >> 8) % 8;
	task.is_endless = (random >> 16) % 4 == 0;
	parent->child_entry = task.entry;
	parent->child_is_endless = task.is_endless;
	mix_spawn_task(&task, random & 256, &parent->child);
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

	if (choice % 4 == 0 || task->child_is_endless)
		mix_abort_child(task);
	if (choice % 3 == 0) {
		sched_join_detach(&task->child);
		return SCHED_READY;
	}
	if (sched_join_poll(&task->child, context, NULL, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	if (!ledger_agrees(&task->mix->ledger, task->child_entry, status))
		mix_surprise(task->mix);
	sched_join_detach(&task->child);
	return SCHED_READY;
}

/* Sleeps again and again.  The poll in which it learns of its abort may have begun
 * before that; one that begins later shows that the abort did nothing. */
static enum sched_poll mix_poll_endless(struct mix_task *task, struct sched_context *context)
{
	if (task->saw_doom) {
		ledger_ran(&task->mix->ledger, task->entry);
		return SCHED_READY;
	}
	task->saw_doom = ledger_is_doomed(&task->mix->ledger, task->entry);
	return task->saw_doom ? sched_yield_now(context) : mix_sleep(task, context);
}

static enum sched_poll mix_poll(void *opaque, struct sched_context *context)
{
	struct mix_task *task = (struct mix_task *)opaque;

	if (task->is_endless)
		return mix_poll_endless(task, context);
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
			mix_spawn(task->mix, choice, false);
			break;
		case 4:
			mix_spawn(task->mix, choice, true);
			break;
		default:
			mix_spawn_child(task, choice);
			break;
		}
	}
	mix_let_go(task);
	ledger_ran(&task->mix->ledger, task->entry);
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
	at_init(&mix->surprises, 0);
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
	assert_int_equal(sums.unasked, 0);
	assert_int_equal(word_get(&mix->surprises), 0);
	assert_int_equal(sums.ran + sums.dropped, sums.opened);
	assert_true(sums.opened >= ROOTS);
	at_fini(&mix->stopping);
	at_fini(&mix->surprises);
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
			mix_spawn(&mix, test_random(&random), true);
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
