/* SPDX-License-Identifier: MIT */
/* Description: a thread that spawns without end does not starve another's one task */
/*
 * One thread never lets its backlog run dry.  A worker that always begins with the
 * same shard, or stays with one as long as there is something in it, would not get to
 * the single task of another thread.  A FIFO gets there after the backlog, a random
 * choice among 8 shards within 300 batches of 128 but for once in 10^17.
 */
#include "tests/stress/stress.h"

#define BACKLOG 1000u
#define BOUND	(BACKLOG + 300u * 128u)
#define SINGLES 9u /* thread numbers are in sequence: every shard has its turn */

struct crowd {
	struct sched_runtime *runtime;
	at_u32 spawned;
	at_u32 ran;
	at_u32 single_ran;
	at_u32 stopping;
};

static enum sched_poll crowd_poll(void *opaque, struct sched_context *context)
{
	struct crowd *crowd = *(struct crowd **)opaque;

	(void)context;
	for (int spins = 0; spins < 300; spins++)
		at_spin_hint(); /* the producer is to be faster than that */
	at_fetch_add_release(&crowd->ran, 1);
	return SCHED_READY;
}

static enum sched_poll single_poll(void *opaque, struct sched_context *context)
{
	struct crowd *crowd = *(struct crowd **)opaque;

	(void)context;
	word_set(&crowd->single_ran, 1);
	return SCHED_READY;
}

static const struct sched_task_ops crowd_ops = { .name = "crowd",
						 .poll = crowd_poll,
						 .state_bytes = sizeof(struct crowd *) };
static const struct sched_task_ops single_ops = { .name = "single",
						  .poll = single_poll,
						  .state_bytes = sizeof(struct crowd *) };

static void crowd_main(void *opaque)
{
	struct crowd *crowd = (struct crowd *)opaque;

	while (!word_get(&crowd->stopping)) {
		if (word_get(&crowd->spawned) - word_get(&crowd->ran) >= BACKLOG)
			at_spin_hint();
		else if (sched_spawn_on(crowd->runtime, &crowd_ops, &crowd, NULL) == 0)
			at_fetch_add_release(&crowd->spawned, 1);
	}
}

/* Ends when the task ran or when BOUND others have run since it was there. */
static void single_main(void *opaque)
{
	struct crowd *crowd = (struct crowd *)opaque;
	uint32_t from;

	if (sched_spawn_on(crowd->runtime, &single_ops, &crowd, NULL) != 0)
		return;
	from = word_get(&crowd->ran);
	while (!word_get(&crowd->single_ran) && word_get(&crowd->ran) - from <= BOUND)
		os_wait(&crowd->single_ran, 0, 1000000);
}

static void no_producer_starves_another(void **unused)
{
	struct crowd crowd;
	struct os_thread producer;
	uint32_t singles_run = 0;

	(void)unused;
	if (batch_starves_inject())
		skip();
	crowd.runtime = runtime_start(1);
	at_init(&crowd.spawned, 0);
	at_init(&crowd.ran, 0);
	at_init(&crowd.single_ran, 0);
	at_init(&crowd.stopping, 0);
	assert_int_equal(os_thread_start(&producer, "crowd", crowd_main, &crowd), 0);
	for (uint32_t i = 0; i < SINGLES && singles_run == i; i++) {
		struct os_thread thread;

		while (word_get(&crowd.spawned) < BACKLOG)
			at_spin_hint();
		word_set(&crowd.single_ran, 0);
		assert_int_equal(os_thread_start(&thread, "single", single_main, &crowd), 0);
		os_thread_join(&thread);
		singles_run += word_get(&crowd.single_ran);
	}
	word_set(&crowd.stopping, 1);
	os_thread_join(&producer);
	runtime_stop(crowd.runtime);
	assert_int_equal(singles_run, SINGLES);
	at_fini(&crowd.spawned);
	at_fini(&crowd.ran);
	at_fini(&crowd.single_ran);
	at_fini(&crowd.stopping);
}

int stress_fair_tests(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(no_producer_starves_another) };

	return cmocka_run_group_tests_name("fair", tests, NULL, NULL);
}
