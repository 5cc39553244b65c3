/* SPDX-License-Identifier: MIT */
/* Description: shutdown with tasks in every state; spawn during it and after */
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

#define EACH 12

enum { QUEUED, LOCAL, IDLE, YIELDING, COMPLETE, SELF_WAKING, STATES };

/* What one shutdown has to deal with. */
struct crowd {
	struct sched_runtime *runtime;
	struct probe probes[STATES][EACH];
	struct sched_join joins[STATES][EACH]; /* even ones are kept, odd ones detached */
	struct sched_waker wakers[EACH];       /* of the idle ones */
	struct probe holder;
	struct sched_join holder_join;
	at_u32 spawned; /* by the holder, to its own queues */
};

static const enum probe_kind crowd_kinds[STATES] = { PROBE_VALUE, PROBE_VALUE, PROBE_LATCHED,
						     PROBE_YIELD, PROBE_VALUE, PROBE_SELF_WAKE };

static void crowd_spawn(struct crowd *crowd, int state)
{
	for (int i = 0; i < EACH; i++) {
		assert_int_equal(probe_spawn_on(crowd->runtime, &crowd->probes[state][i], 1,
						&crowd->joins[state][i]),
				 0);
		if (i % 2)
			sched_join_detach(&crowd->joins[state][i]);
	}
}

/* A running task that fills LIFO slots, ring and more, then keeps its worker. */
static enum sched_poll crowd_holder_poll(void *opaque, struct sched_context *context)
{
	struct crowd *crowd = *(struct crowd **)opaque;

	(void)context;
	for (int i = 0; i < EACH; i++) {
		struct sched_join *join = i % 2 ? NULL : &crowd->joins[LOCAL][i];

		if (probe_spawn(&crowd->probes[LOCAL][i], 1, join) == 0)
			at_fetch_add_relaxed(&crowd->spawned, 1);
	}
	word_add(&crowd->holder.announced, 1);
	word_await(&crowd->holder.latch, 1);
	return SCHED_PENDING; /* cancelled after its last poll */
}

static void crowd_holder_drop(void *opaque)
{
	word_add(&(*(struct crowd **)opaque)->holder.drops, 1);
}

static const struct sched_task_ops crowd_holder_ops = {
	.name = "crowd holder",
	.poll = crowd_holder_poll,
	.drop = crowd_holder_drop,
	.state_bytes = sizeof(struct crowd *),
};

static void crowd_start(struct crowd *crowd, uint32_t workers)
{
	struct crowd *state = crowd;

	crowd->runtime = runtime_start(workers);
	at_init(&crowd->spawned, 0);
	memset(crowd->joins, 0, sizeof(crowd->joins));
	for (int s = 0; s < STATES; s++)
		for (int i = 0; i < EACH; i++)
			probe_init(&crowd->probes[s][i], crowd_kinds[s]);
	crowd_spawn(crowd, IDLE);
	crowd_spawn(crowd, COMPLETE);
	for (int i = 0; i < EACH; i++) {
		word_await(&crowd->probes[IDLE][i].announced, 1);
		crowd->wakers[i] = probe_take_waker(&crowd->probes[IDLE][i]);
		while (!word_get(&crowd->probes[COMPLETE][i].ready))
			at_spin_hint();
	}
	crowd_spawn(crowd, YIELDING);
	probe_init(&crowd->holder, PROBE_HOLD_READY);
	assert_int_equal(
		sched_spawn_on(crowd->runtime, &crowd_holder_ops, &state, &crowd->holder_join), 0);
	word_await(&crowd->holder.announced, 1);
	crowd_spawn(crowd, SELF_WAKING);
	crowd_spawn(crowd, QUEUED);
}

static void crowd_shutdown_main(void *opaque)
{
	sched_runtime_shutdown((struct sched_runtime *)opaque);
}

/* After the end: each task ended once, and each kept handle says how. */
static void crowd_check(struct crowd *crowd, int state, int i)
{
	struct probe *probe = &crowd->probes[state][i];
	struct sched_join *join = &crowd->joins[state][i];
	bool was_kept = join->task != NULL;
	struct probe_state output = { NULL, 0 };
	bool ran = word_get(&probe->ready) == 1;

	assert_true(probe_ended_once(probe));
	if (was_kept) {
		assert_true(sched_join_is_finished(join));
		assert_int_equal(sched_join_take(join, &output), ran ? 0 : -ECANCELED);
		sched_join_detach(join);
	}
	assert_int_equal(word_get(&probe->output_drops), ran && !was_kept ? 1 : 0);
	probe_fini(probe);
}

static void crowd_stop(struct crowd *crowd)
{
	for (int i = 0; i < EACH; i++)
		assert_int_equal(word_get(&crowd->probes[IDLE][i].drops), 1);
	sched_runtime_destroy(crowd->runtime);
	for (int i = 0; i < EACH; i++) { /* wakers of dead tasks of a dead runtime */
		if (i % 2)
			sched_waker_wake(&crowd->wakers[i]);
		else
			sched_waker_drop(&crowd->wakers[i]);
	}
	for (int s = 0; s < STATES; s++)
		for (int i = 0; i < EACH; i++)
			crowd_check(crowd, s, i);
	assert_int_equal(word_get(&crowd->holder.drops), 1);
	assert_int_equal(sched_join_take(&crowd->holder_join, NULL), -ECANCELED);
	sched_join_detach(&crowd->holder_join);
	assert_int_equal(word_get(&crowd->spawned), EACH);
	probe_fini(&crowd->holder);
}

static void shut_down_with_tasks_in_every_state(void **unused)
{
	static const uint32_t worker_counts[] = { 1, 2, 4 };
	static struct crowd crowd;

	(void)unused;
	needs_cancel();
	if (local_work_starves_inject() || batch_starves_inject())
		skip(); /* some yield for ever and one keeps its worker, until all were polled */
	for (size_t k = 0; k < TEST_COUNT(worker_counts); k++) {
		struct os_thread thread;

		crowd_start(&crowd, worker_counts[k]);
		assert_int_equal(os_thread_start(&thread, "shutdown", crowd_shutdown_main,
						 crowd.runtime),
				 0);
		word_set(&crowd.holder.latch, 1);
		assert_int_equal(sched_runtime_shutdown(crowd.runtime), 0);
		os_thread_join(&thread);
		crowd_stop(&crowd);
	}
}

/* ---------------------------------------------------- once, and after -- */

static void shut_down_twice(void **unused)
{
	struct sched_runtime *runtime = runtime_start(2);

	(void)unused;
	assert_int_equal(sched_runtime_shutdown(runtime), 0);
	assert_int_equal(sched_runtime_shutdown(runtime), 0);
	sched_runtime_destroy(runtime);
}

static void destroy_without_shutdown(void **unused)
{
	struct sched_runtime *runtime;
	struct probe probe;

	(void)unused;
	needs_cancel();
	runtime = runtime_start(2);
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, NULL), 0);
	sched_runtime_destroy(runtime);
	assert_int_equal(word_get(&probe.drops), 1);
	probe_fini(&probe);
}

static void spawn_after_shutdown(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct sched_join join = { NULL };
	struct probe probe;
	struct probe detached;

	(void)unused;
	probe_init(&probe, PROBE_VALUE);
	probe_init(&detached, PROBE_VALUE);
	assert_int_equal(sched_runtime_shutdown(runtime), 0);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), -ECANCELED);
	assert_non_null(join.task);
	assert_true(sched_join_is_finished(&join));
	assert_int_equal(word_get(&probe.drops), 1);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), -ECANCELED);
	assert_int_equal(probe_spawn_on(runtime, &detached, 0, NULL), -ECANCELED);
	assert_int_equal(word_get(&detached.drops), 1);
	sched_runtime_destroy(runtime);
	assert_int_equal(word_get(&probe.polls) + word_get(&detached.polls), 0);
	assert_true(probe_ended_once(&probe));
	probe_fini(&probe);
	probe_fini(&detached);
}

/* -------------------------------------------------- tasks that interact -- */

struct nest {
	struct probe *child;
	struct sched_waker waker; /* of another task, woken by the drop */
	struct sched_join join;	  /* of another task, released by the drop */
	at_u32 *error;		  /* minus what the spawn in the drop returned */
};

static enum sched_poll nest_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	return SCHED_PENDING; /* for ever */
}

static void nest_drop(void *opaque)
{
	struct nest *nest = (struct nest *)opaque;

	sched_waker_wake(&nest->waker);
	sched_join_detach(&nest->join);
	word_set(nest->error, (uint32_t)-probe_spawn(nest->child, 0, NULL));
}

/* The drop of a cancelled task wakes a task, lets go of one, and spawns one. */
static void a_drop_may_use_the_runtime(void **unused)
{
	static const struct sched_task_ops ops = { .name = "nest",
						   .poll = nest_poll,
						   .drop = nest_drop,
						   .state_bytes = sizeof(struct nest) };
	struct sched_runtime *runtime;
	struct probe child;
	struct probe awaited;
	struct nest nest;
	at_u32 error;

	(void)unused;
	needs_cancel();
	runtime = runtime_start(1);
	at_init(&error, 0);
	probe_init(&child, PROBE_VALUE);
	probe_init(&awaited, PROBE_LATCHED);
	nest.child = &child;
	nest.error = &error;
	assert_int_equal(probe_spawn_on(runtime, &awaited, 0, &nest.join), 0);
	word_await(&awaited.announced, 1);
	nest.waker = probe_take_waker(&awaited);
	assert_int_equal(sched_spawn_on(runtime, &ops, &nest, NULL), 0);
	runtime_stop(runtime);
	assert_int_equal(word_get(&error), ECANCELED);
	assert_int_equal(word_get(&child.drops), 1);
	assert_int_equal(word_get(&awaited.drops), 1);
	probe_fini(&child);
	probe_fini(&awaited);
}

static void await_main(void *opaque)
{
	sched_runtime_shutdown((struct sched_runtime *)opaque);
}

static void block_on_ends_when_its_task_is_cancelled(void **unused)
{
	struct sched_runtime *runtime;
	struct os_thread thread;
	struct sched_join join;
	struct probe probe;

	(void)unused;
	needs_cancel();
	runtime = runtime_start(2);
	probe_init(&probe, PROBE_LATCHED);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	word_await(&probe.announced, 1);
	assert_int_equal(os_thread_start(&thread, "shutdown", await_main, runtime), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), -ECANCELED);
	os_thread_join(&thread);
	sched_runtime_destroy(runtime);
	probe_fini(&probe);
}

/* ---------------------------------------------- spawn during a shutdown -- */

#define RACERS 200

struct racer {
	struct sched_runtime *runtime;
	struct probe probes[RACERS];
	int errors[RACERS];
	at_u32 spawned;
};

static void racer_main(void *opaque)
{
	struct racer *racer = (struct racer *)opaque;

	for (int i = 0; i < RACERS; i++) {
		probe_init(&racer->probes[i], i % 3 ? PROBE_VALUE : PROBE_LATCHED);
		racer->errors[i] = probe_spawn_on(racer->runtime, &racer->probes[i], 0, NULL);
		word_add(&racer->spawned, 1);
	}
}

static void spawn_during_shutdown(void **unused)
{
	static struct racer racer;

	(void)unused;
	needs_cancel();
	for (uint32_t round = 0; round < 10; round++) {
		struct os_thread thread;

		racer.runtime = runtime_start(1 + round % 3);
		at_init(&racer.spawned, 0);
		assert_int_equal(os_thread_start(&thread, "racer", racer_main, &racer), 0);
		word_await(&racer.spawned, round * RACERS / 10);
		assert_int_equal(sched_runtime_shutdown(racer.runtime), 0);
		os_thread_join(&thread);
		for (int i = 0; i < RACERS; i++) {
			struct probe *probe = &racer.probes[i];

			assert_true(racer.errors[i] == 0 || racer.errors[i] == -ECANCELED);
			assert_true(probe_ended_once(probe));
			if (racer.errors[i] == -ECANCELED)
				assert_int_equal(word_get(&probe->polls), 0);
			assert_int_equal(word_get(&probe->output_drops), word_get(&probe->ready));
			probe_fini(probe);
		}
		sched_runtime_destroy(racer.runtime);
	}
}

int api_shutdown_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(shut_down_with_tasks_in_every_state),
		cmocka_unit_test(shut_down_twice),
		cmocka_unit_test(destroy_without_shutdown),
		cmocka_unit_test(spawn_after_shutdown),
		cmocka_unit_test(a_drop_may_use_the_runtime),
		cmocka_unit_test(block_on_ends_when_its_task_is_cancelled),
		cmocka_unit_test(spawn_during_shutdown),
	};

	return cmocka_run_group_tests_name("shutdown", tests, NULL, NULL);
}
