/* SPDX-License-Identifier: MIT */
/*
 * fair_* - one task must not wait for ever while others keep a worker busy; one worker,
 * and a bound on the polls of the others instead of a time.
 *
 * Origins: defects B6, B17 and B18 of Blitz-IO (verify/exec/README.md).  B17 is part of
 * the design that blitz_doc rebuilds, so there it must be found; the other two are
 * repaired in every variant and come back as controls.
 */
#include "verify/exec/front/scenario.h"

#define POLLS_BOUND 3000u /* far above the longest inject interval, 255 ticks of a few polls */

static struct sched_runtime *runtime;
static at_u32 busy_polls;
static at_u32 patient_queued;
static at_u32 patient_ran;
static at_u32 waited; /* polls of others since it was queued */

/* In every poll of another task; false: the patient one has run. */
static bool busy_goes_on(void)
{
	uint32_t queued = at_load_acquire(&patient_queued); /* pairs: FR2 */
	uint32_t ran = at_load_acquire(&patient_ran);	    /* pairs: FR1 */

	at_fetch_add_relaxed(&busy_polls, 1);
	if (queued && !ran) {
		uint32_t polls = at_fetch_add_relaxed(&waited, 1);

		scenario_check(polls < POLLS_BOUND,
			       "fairness: a task waits while others are polled on and on");
	}
	return !ran;
}

/* Spawns itself again until the patient one has run, or the bound is reached. */
static enum sched_poll busy_poll(void *state, struct sched_context *context);
static const struct sched_task_ops busy_ops = { .name = "busy",
						.poll = busy_poll,
						.state_bytes = sizeof(uint32_t) };

static enum sched_poll busy_poll(void *state, struct sched_context *context)
{
	(void)context;
	if (busy_goes_on())
		scenario_check(sched_spawn(&busy_ops, state, NULL) == 0, "a worker may spawn");
	return SCHED_READY;
}

static enum sched_poll patient_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	at_store_release(&patient_ran, 1); /* pairs: FR1 */
	return SCHED_READY;
}

static const struct sched_task_ops patient_ops = { .name = "patient", .poll = patient_poll };

static void open(const struct scenario_env *env)
{
	at_init(&busy_polls, 0);
	at_init(&patient_queued, 0);
	at_init(&patient_ran, 0);
	at_init(&waited, 0);
	runtime = scenario_start(env);
	scenario_check(runtime, "the runtime starts");
}

static void close(void)
{
	sched_runtime_destroy(runtime);
	at_fini(&busy_polls);
	at_fini(&patient_queued);
	at_fini(&patient_ran);
	at_fini(&waited);
}

static void spawn(const struct sched_task_ops *ops, uint32_t state, struct sched_join *join)
{
	int error = sched_spawn_on(runtime, ops, &state, join);

	scenario_check(error == 0, "an open runtime takes every task");
}

static void spawn_patient(struct sched_join *join)
{
	spawn(&patient_ops, 0, join);
	at_store_release(&patient_queued, 1); /* pairs: FR2 */
}

static void await(struct sched_join *join)
{
	int status = sched_block_on_join(runtime, join, NULL);

	scenario_check(status == 0, "an awaited task completes");
}

/* ------------------------------------------------------------------- B6 -- */

static void fair_inject(const struct scenario_env *env)
{
	struct sched_join join;

	open(env);
	spawn(&busy_ops, 0, NULL);
	for (uint32_t polls = 0; polls == 0; polls = at_load_relaxed(&busy_polls))
		at_spin_hint();
	spawn_patient(&join);
	await(&join);
	close();
}

SCENARIO(fair_inject) = {
	.name = "fair_inject",
	.checks = "B6: an injected task runs although local work never ends.",
	.workers = 1,
	.run = fair_inject,
};

/* ------------------------------------------------------------------ B17 -- */

/* Two that wake each other at the top of the slots, and one below them. */
static struct sched_waker pair[2];

static enum sched_poll player_poll(void *state, struct sched_context *context)
{
	uint32_t player = *(uint32_t *)state;

	if (!pair[player].target)
		pair[player] = sched_waker_clone(&context->waker);
	if (busy_goes_on()) {
		if (pair[1 - player].target)
			sched_waker_wake_by_ref(&pair[1 - player]);
		return SCHED_PENDING;
	}
	sched_waker_wake(&pair[1 - player]);
	return SCHED_READY;
}

static const struct sched_task_ops player_ops = { .name = "player",
						  .poll = player_poll,
						  .state_bytes = sizeof(uint32_t) };

/* On the worker: the patient one first, so that it lies at the bottom. */
static enum sched_poll dealer_poll(void *state, struct sched_context *context)
{
	struct sched_join *joins = *(struct sched_join **)state;
	uint32_t player;

	(void)context;
	scenario_check(sched_spawn(&patient_ops, NULL, &joins[0]) == 0, "a worker may spawn");
	at_store_release(&patient_queued, 1); /* pairs: FR2 */
	for (player = 0; player < 2; player++)
		scenario_check(sched_spawn(&player_ops, &player, NULL) == 0, "a worker may spawn");
	return SCHED_READY;
}

static const struct sched_task_ops dealer_ops = { .name = "dealer",
						  .poll = dealer_poll,
						  .state_bytes = sizeof(struct sched_join *) };

static void fair_lifo(const struct scenario_env *env)
{
	struct sched_join joins[2];
	struct sched_join *state = joins;
	int error;

	pair[0] = sched_waker_empty();
	pair[1] = sched_waker_empty();
	open(env);
	error = sched_spawn_on(runtime, &dealer_ops, &state, &joins[1]);
	scenario_check(error == 0, "an open runtime takes every task");
	await(&joins[1]);
	await(&joins[0]);
	close();
	sched_waker_drop(&pair[0]);
	sched_waker_drop(&pair[1]);
}

static const char *starves(void)
{
	return scenario_slots_starve() ? "check" : NULL;
}

SCENARIO(fair_lifo) = {
	.name = "fair_lifo",
	.checks = "B17: a task below two that wake each other runs.",
	.workers = 1,
	.fails_by_design = starves,
	.run = fair_lifo,
};

/* ------------------------------------------------------------------ B18 -- */

#define CROWD 40u /* injected all the time, all in one shard if the key allows */

static at_u32 crowding; /* tasks of the crowd that are queued */

static enum sched_poll crowd_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	busy_goes_on();
	at_fetch_sub_relaxed(&crowding, 1);
	return SCHED_READY;
}

static const struct sched_task_ops crowd_ops = { .name = "crowd",
						 .poll = crowd_poll,
						 .state_bytes = sizeof(uint32_t) };

/* One thread that keeps its shard full: by thread, its number is the key. */
static void crowd_main(void *arg)
{
	uint32_t ran;

	(void)arg;
	do {
		uint32_t queued = at_load_relaxed(&crowding);

		if (queued < CROWD) {
			at_fetch_add_relaxed(&crowding, 1);
			spawn(&crowd_ops, 0, NULL);
		} else {
			at_spin_hint();
		}
		ran = at_load_acquire(&patient_ran); /* pairs: FR1 */
	} while (!ran);
}

/* Threads without work of their own, so that thread numbers move on. */
static void idle_main(void *arg)
{
	(void)arg;
}

static const char *needs_sticky_shards(void)
{
	if (!scenario_knob_is("SCHED_INJECT", "INJECT_SHARDED") ||
	    !scenario_knob_is("SCHED_SHARD_KEY", "SHARD_KEY_THREAD"))
		return "it has no shards by thread";
	return NULL;
}

/* main has number 1 and the worker 2; the crowd's is 8, which is shard 0 of 8. */
static void fair_shards(const struct scenario_env *env)
{
	struct os_thread thread;
	struct sched_join join;

	at_init(&crowding, 0);
	open(env);
	for (uint32_t number = 2 + env->workers; number < 8; number++) {
		scenario_check(os_thread_start(&thread, "idle", idle_main, NULL) == 0,
			       "a thread starts");
		os_thread_join(&thread);
	}
	scenario_check(os_thread_start(&thread, "crowd", crowd_main, NULL) == 0, "a thread starts");
	for (uint32_t polls = 0; polls == 0; polls = at_load_relaxed(&busy_polls))
		at_spin_hint();
	spawn_patient(&join);
	await(&join);
	os_thread_join(&thread);
	close();
	at_fini(&crowding);
}

SCENARIO(fair_shards) = {
	.name = "fair_shards",
	.checks = "B18: a task in one inject shard runs although another shard is always full.",
	.workers = 1,
	.refuses = needs_sticky_shards,
	.run = fair_shards,
};
