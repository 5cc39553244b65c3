/* SPDX-License-Identifier: MIT */
/* Description: runtimes end while other threads wake and abort its tasks; and start */
/*
 * The main thread returns from block_on and destroys the runtime at once, while other
 * threads are still inside a wake or an abort of its tasks, and go on with both after
 * it is gone.  What they touch too late is found by the sanitizers; what they lose or
 * end twice, by the ledger.
 *
 * The destroy ends whatever a wake or an abort forgot.  So in every other runtime main's
 * answer is not sent before one sleeper has ended by such a wake, or by such an abort.
 */
#include "sched/oneshot.h"
#include "tests/stress/stress.h"

#define RUNTIMES 400u
#define SLEEPERS 6u

struct scene {
	struct sched_runtime *runtime;
	struct ledger ledger;
	struct sched_oneshot *oneshot;	     /* the last thing that main waits for */
	struct sched_waker wakers[SLEEPERS]; /* written by the sleepers' first polls */
	struct sched_join joins[SLEEPERS];
	uint32_t entries[SLEEPERS];
	uint32_t awaited; /* the sleeper before whose end there is no answer, or SLEEPERS */
	at_u32 awaited_ended;
	at_u32 asleep; /* sleepers that were polled */
	at_u32 destroyed;
	at_u32 surprises;
	uint64_t seed;
};

/* ------------------------------------------------------------- its tasks -- */

struct sleeper {
	struct scene *scene;
	uint32_t index;
	uint32_t entry;
	uint32_t polls;
};

#define ABORTED_FIRST 1u /* never ready: ends by an abort */
#define WOKEN_FIRST   2u /* ready when it is woken */

/* Every third is woken over and over to the very end. */
static bool sleeper_is_steady(uint32_t index)
{
	return index % 3 == 0;
}

static void sleeper_ended(struct sleeper *sleeper)
{
	if (sleeper->index == sleeper->scene->awaited)
		word_set(&sleeper->scene->awaited_ended, 1);
}

/* Every other third is ready when it is polled again, the rest never. */
static enum sched_poll sleeper_poll(void *opaque, struct sched_context *context)
{
	struct sleeper *sleeper = (struct sleeper *)opaque;
	struct scene *scene = sleeper->scene;

	if (sleeper->polls++ == 0) {
		scene->wakers[sleeper->index] = sched_waker_clone(&context->waker);
		word_add(&scene->asleep, 1);
		return SCHED_PENDING;
	}
	if (sleeper->index % 3 < 2)
		return SCHED_PENDING;
	ledger_ran(&scene->ledger, sleeper->entry);
	sleeper_ended(sleeper);
	return SCHED_READY;
}

static void sleeper_drop(void *opaque)
{
	struct sleeper *sleeper = (struct sleeper *)opaque;

	ledger_dropped(&sleeper->scene->ledger, sleeper->entry);
	sleeper_ended(sleeper);
}

static const struct sched_task_ops sleeper_ops = { .name = "sleeper",
						   .poll = sleeper_poll,
						   .drop = sleeper_drop,
						   .state_bytes = sizeof(struct sleeper) };

/* The task that main waits for, or the body of main's block_on. */
static enum sched_poll answer_poll(void *opaque, struct sched_context *context)
{
	struct scene *scene = *(struct scene **)opaque;
	uint64_t value = 0;
	int status = 0;

	if (sched_oneshot_poll(scene->oneshot, context, &value, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	if (status != 0 || value != scene->seed)
		at_fetch_add_relaxed(&scene->surprises, 1);
	sched_oneshot_drop_receiver(scene->oneshot);
	return SCHED_READY;
}

static const struct sched_task_ops answer_ops = { .name = "answer",
						  .poll = answer_poll,
						  .state_bytes = sizeof(struct scene *) };

/* --------------------------------------------------- the foreign threads -- */

/* Not before every waker is there, and then at a random moment. */
static uint64_t scene_enter(struct scene *scene, uint64_t salt)
{
	uint64_t random = scene->seed ^ salt;

	word_await(&scene->asleep, SLEEPERS);
	for (uint64_t spins = test_random(&random) % 200; spins > 0; spins--)
		at_spin_hint();
	return random;
}

static void sender_main(void *opaque)
{
	struct scene *scene = (struct scene *)opaque;

	scene_enter(scene, 1);
	if (scene->awaited < SLEEPERS)
		word_await(&scene->awaited_ended, 1);
	if (sched_oneshot_send(scene->oneshot, scene->seed) != 0)
		at_fetch_add_relaxed(&scene->surprises, 1);
}

/* By reference until the runtime is gone and once more; by value before or after. */
static void waker_main(void *opaque)
{
	struct scene *scene = (struct scene *)opaque;
	uint64_t random = scene_enter(scene, 2);
	bool gone;

	do {
		gone = word_get(&scene->destroyed);
		for (uint32_t i = 0; i < SLEEPERS; i++) {
			struct sched_waker clone = sched_waker_clone(&scene->wakers[i]);

			sched_waker_wake_by_ref(&scene->wakers[i]);
			if (test_random(&random) % 2)
				sched_waker_wake(&clone);
			else
				sched_waker_drop(&clone);
			if (test_random(&random) % 4 == 0 && !sleeper_is_steady(i))
				sched_waker_wake(&scene->wakers[i]);
		}
	} while (!gone);
	for (uint32_t i = 0; i < SLEEPERS; i++) {
		if (i % 2)
			sched_waker_wake(&scene->wakers[i]);
		else
			sched_waker_drop(&scene->wakers[i]);
	}
}

/* Whether it is aborted beside the wakes; what is awaited ends as it should. */
static bool aborter_wants(const struct scene *scene, uint32_t index, uint64_t choice)
{
	if (index == scene->awaited)
		return index == ABORTED_FIRST;
	return choice % 2 && !sleeper_is_steady(index);
}

/* The runtime is gone, and with it the last moment of every sleeper; where nothing knew it, a
 * thread that woke it may still be about to end it. */
static void aborter_settle(struct scene *scene, uint32_t index)
{
	struct sched_join *join = &scene->joins[index];

	sched_join_abort(join);
	while (!(sched_capabilities() & SCHED_CAN_CANCEL) && !sched_join_is_finished(join))
		os_yield();
	if (!sched_join_is_finished(join) ||
	    !ledger_agrees(&scene->ledger, scene->entries[index], sched_join_take(join, NULL)) ||
	    sched_join_take(join, NULL) != -EINVAL)
		at_fetch_add_relaxed(&scene->surprises, 1);
	sched_join_detach(join);
}

/* A third of the handles go at once, the others when the runtime is gone. */
static void aborter_main(void *opaque)
{
	struct scene *scene = (struct scene *)opaque;
	uint64_t random = scene_enter(scene, 3);

	for (uint32_t i = 0; i < SLEEPERS; i++) {
		if (aborter_wants(scene, i, test_random(&random)))
			sched_join_abort(&scene->joins[i]);
		if (test_random(&random) % 3 == 0)
			sched_join_detach(&scene->joins[i]);
	}
	word_await(&scene->destroyed, 1);
	for (uint32_t i = 0; i < SLEEPERS; i++)
		if (scene->joins[i].task)
			aborter_settle(scene, i);
}

/* --------------------------------------------------------------- one end -- */

static void scene_open(struct scene *scene, uint32_t workers, uint32_t awaited)
{
	scene->awaited = awaited;
	scene->runtime = runtime_start(workers);
	scene->oneshot = sched_oneshot_create();
	assert_non_null(scene->oneshot);
	ledger_init(&scene->ledger, SLEEPERS);
	at_init(&scene->asleep, 0);
	at_init(&scene->destroyed, 0);
	at_init(&scene->awaited_ended, 0);
	at_init(&scene->surprises, 0);
	for (uint32_t i = 0; i < SLEEPERS; i++) {
		struct sleeper sleeper = { .scene = scene, .index = i };

		sleeper.entry = ledger_open(&scene->ledger);
		scene->entries[i] = sleeper.entry;
		assert_int_equal(sched_spawn_on(scene->runtime, &sleeper_ops, &sleeper,
						&scene->joins[i]),
				 0);
	}
}

/* Wait for the answer, in a task or in main itself, and not a moment longer. */
static void scene_end_runtime(struct scene *scene, bool in_task)
{
	struct sched_join join;

	if (in_task) {
		assert_int_equal(sched_spawn_on(scene->runtime, &answer_ops, &scene, &join), 0);
		assert_int_equal(sched_block_on_join(scene->runtime, &join, NULL), 0);
	} else {
		assert_int_equal(sched_block_on(scene->runtime, answer_poll, &scene), 0);
	}
	sched_runtime_destroy(scene->runtime);
	word_set(&scene->destroyed, 1);
}

static void scene_close(struct scene *scene)
{
	struct ledger_sums sums;

	ledger_await(&scene->ledger);
	sums = ledger_sums(&scene->ledger);
	assert_int_equal(sums.wrong, 0);
	assert_int_equal(sums.ran + sums.dropped, SLEEPERS);
	assert_int_equal(word_get(&scene->surprises), 0);
	ledger_fini(&scene->ledger);
	at_fini(&scene->asleep);
	at_fini(&scene->destroyed);
	at_fini(&scene->awaited_ended);
	at_fini(&scene->surprises);
}

static void wakes_and_aborts_race_the_destroy(void **unused)
{
	static void (*const mains[])(void *) = { sender_main, waker_main, aborter_main };
	static const uint32_t awaited[] = { SLEEPERS, SLEEPERS, ABORTED_FIRST, WOKEN_FIRST };
	static struct scene scene;
	uint64_t random = stress_seed;

	(void)unused;
	if (local_work_starves_inject())
		skip(); /* who waits for an answer may stand in inject, behind sleepers that wake */
	for (uint32_t i = 0; i < RUNTIMES; i++) {
		struct os_thread threads[TEST_COUNT(mains)];

		scene.seed = test_random(&random);
		scene_open(&scene, 1 + i % 3, awaited[i / 2 % TEST_COUNT(awaited)]);
		for (size_t k = 0; k < TEST_COUNT(mains); k++)
			assert_int_equal(os_thread_start(&threads[k], "scene", mains[k], &scene),
					 0);
		scene_end_runtime(&scene, i % 2);
		for (size_t k = 0; k < TEST_COUNT(mains); k++)
			os_thread_join(&threads[k]);
		scene_close(&scene);
	}
}

/* -------------------------------------------------------------- the start -- */

struct start {
	at_u32 ran;
	at_u32 refused;
};

static enum sched_poll first_poll(void *opaque, struct sched_context *context)
{
	(void)context;
	word_add(&(*(struct start **)opaque)->ran, 1);
	return SCHED_READY;
}

static const struct sched_task_ops first_ops = { .name = "first",
						 .poll = first_poll,
						 .state_bytes = sizeof(struct start *) };

static void start_hook(uint32_t index, void *arg)
{
	struct start *start = (struct start *)arg;

	(void)index;
	if (sched_spawn(&first_ops, &start, NULL) != 0)
		word_add(&start->refused, 1);
}

/* Nothing else wakes a worker here: a lost spawn and the test hangs. */
static void tasks_of_the_start_hook_run(void **unused)
{
	(void)unused;
	for (uint32_t workers = 1; workers <= 3; workers++) {
		struct start start;
		struct sched_config config = {
			.workers = workers, .seed = 1, .on_worker_start = start_hook, .arg = &start
		};
		struct sched_runtime *runtime;

		at_init(&start.ran, 0);
		at_init(&start.refused, 0);
		assert_int_equal(sched_runtime_create(&config, &runtime), 0);
		word_await(&start.ran, workers);
		runtime_stop(runtime);
		assert_int_equal(word_get(&start.refused), 0);
		at_fini(&start.ran);
		at_fini(&start.refused);
	}
}

int stress_destroy_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(wakes_and_aborts_race_the_destroy),
		cmocka_unit_test(tasks_of_the_start_hook_run),
	};

	return cmocka_run_group_tests_name("destroy", tests, NULL, NULL);
}
