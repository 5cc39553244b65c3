/* SPDX-License-Identifier: MIT */
/*
 * scattered_poll - many live tasks, and each poll is of one that no cache has any more.
 *
 * Tasks with a state of `state` bytes are spawned one after the other, so they lie in memory
 * as the allocator puts them; each keeps its waker in a table, at a place drawn by a shuffle
 * that is the same in every run.  A root walks the table and wakes: it reads in order, and what
 * it wakes lies anywhere.  Per poll that is the lines of a task that a wake and a poll need,
 * beside the `touched` bytes of its state.
 *
 * Timed: the wakes and polls, `polls` per iteration; not: the spawns before, and a last round
 * in which all tasks end.  The root yields after each batch, so that what it woke fits into
 * a ring and is polled soon after.  Verified: each task knows how often it was woken, and
 * finds at its end that it was polled as often, and each touched word with it.
 *
 * Weakness: a wake brings the first line into the cache, and the poll finds it there: the two
 * misses of the header are one.  Each poll counts down one shared word.  What is not timed takes as
 * long as what is, so an iteration should poll as many as there are; with few tasks a good part
 * of it is the root's own.
 */
#include <errno.h>

#include "workloads/countdown.h"

enum { PARAM_TASKS, PARAM_STATE, PARAM_TOUCHED, PARAM_POLLS };

#define STATE_MAX    4096
#define STATE_WORDS  (STATE_MAX / sizeof(uint64_t))
#define BATCH	     64 /* wakes between two yields of the root */
#define ENDED	     UINT64_MAX
#define SHUFFLE_SEED UINT64_C(0x9e3779b97f4a7c15)

/* Static: see workload.h. */
static struct {
	struct sched_waker *wakers; /* by place */
	uint32_t *places;	    /* of the tasks, in the order of their spawn */
	const struct sched_task_ops *ops;
	uint64_t tasks;
	uint64_t touched; /* words */
	uint64_t woken;	  /* in all, in turns over the table */
	bool ending;	  /* between waves */
} shared;

/* ---------------------------------------------------------------- task -- */

/* words[0]: place in the table << 32, and how often it has been polled. */
static uint64_t place_of(const uint64_t *words)
{
	return words[0] >> 32;
}

static void task_begin(uint64_t *words, struct sched_context *context)
{
	words[0]++;
	shared.wakers[place_of(words)] = sched_waker_clone(&context->waker);
}

static void task_touch(uint64_t *words)
{
	for (uint64_t i = 0; i < shared.touched; i++)
		words[i]++;
}

/* The first poll and the last touch nothing. */
static void task_check(const uint64_t *words)
{
	uint64_t turns = shared.woken / shared.tasks;
	uint64_t expected = turns + (place_of(words) < shared.woken % shared.tasks);
	bool wrong = (uint32_t)words[0] != expected + 1;

	for (uint64_t i = 1; i < shared.touched; i++)
		wrong |= words[i] != expected;
	if (wrong)
		workload_counter_add(&workload_wrong, 1);
}

static enum sched_poll task_poll(void *state, struct sched_context *context)
{
	uint64_t *words = (uint64_t *)state;

	if (words[0] == ENDED)
		return workload_ran_again();
	if (shared.ending) {
		task_check(words);
		words[0] = ENDED;
		workload_ran();
		countdown_down();
		return SCHED_READY;
	}
	if ((uint32_t)words[0] == 0)
		task_begin(words, context);
	else
		task_touch(words);
	countdown_down();
	return SCHED_PENDING;
}

/* One for each size, because they must be there, as they are, until all of its tasks are gone:
 * a block of another size may come before. */
static const struct sched_task_ops *ops_of(uint64_t state_bytes)
{
	static struct sched_task_ops sized[STATE_WORDS + 1];
	struct sched_task_ops *ops = &sized[state_bytes / sizeof(uint64_t)];

	if (!ops->poll) {
		ops->name = "scattered_poll task";
		ops->poll = task_poll;
		ops->drop = countdown_drop;
		ops->state_bytes = (uint32_t)state_bytes;
	}
	return ops;
}

/* ---------------------------------------------------------------- root -- */

struct root {
	uint64_t first; /* place of the next one to wake */
	uint64_t left;
};

static void wake_batch(struct root *root)
{
	uint64_t count = root->left < BATCH ? root->left : BATCH;

	for (uint64_t i = 0; i < count; i++) {
		struct sched_waker *waker = &shared.wakers[root->first];

		if (waker->target)
			sched_waker_wake_by_ref(waker);
		else /* there was no memory for the task */
			countdown_down();
		if (++root->first == shared.tasks)
			root->first = 0;
	}
	root->left -= count;
}

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;

	if (root->left == 0)
		return countdown_poll(context);
	wake_batch(root);
	return sched_yield_now(context);
}

static void root_drop(void *state)
{
	workload_drop_lost(state);
	sched_oneshot_drop_receiver(countdown.done);
}

static const struct sched_task_ops root_ops = {
	.name = "scattered_poll root",
	.poll = root_poll,
	.drop = root_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* Wake so many, each once, and wait until they have been polled. */
static bool wave(struct workload_env *env, uint64_t count)
{
	struct root root = { .first = shared.woken % shared.tasks, .left = count };

	return countdown_prepare(env, count) && workload_block_on_task(env, &root_ops, &root, NULL);
}

/* --------------------------------------------------------------- spawn -- */

static uint64_t random_below(uint64_t *random, uint64_t bound)
{
	*random ^= *random << 13;
	*random ^= *random >> 7;
	*random ^= *random << 17;
	return *random % bound;
}

static void shuffle(uint32_t *places, uint64_t count)
{
	uint64_t random = SHUFFLE_SEED;

	for (uint64_t i = 0; i < count; i++)
		places[i] = (uint32_t)i;
	for (uint64_t i = count; i > 1; i--) {
		uint64_t other = random_below(&random, i);
		uint32_t place = places[i - 1];

		places[i - 1] = places[other];
		places[other] = place;
	}
}

/* In the order of their spawn; places are drawn. */
static void spawn_tasks(void)
{
	static uint64_t words[STATE_WORDS]; /* zero but for the first */

	shuffle(shared.places, shared.tasks);
	for (uint64_t i = 0; i < shared.tasks; i++) {
		words[0] = (uint64_t)shared.places[i] << 32;
		workload_spawn(shared.ops, words, NULL);
	}
}

/* ----------------------------------------------------------------- run -- */

static void play(struct workload_env *env, uint64_t polls)
{
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		bool went_well;

		workload_start(env);
		went_well = wave(env, polls);
		workload_stop(env);
		if (!went_well)
			return;
		shared.woken += polls;
	}
	shared.ending = true;
	wave(env, shared.tasks);
}

static int scattered_poll_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_TASKS], polls = env->params[PARAM_POLLS];
	size_t waker_bytes = tasks * sizeof(*shared.wakers);
	size_t place_bytes = tasks * sizeof(*shared.places);

	shared.ops = ops_of(env->params[PARAM_STATE]);
	shared.tasks = tasks;
	shared.touched = env->params[PARAM_TOUCHED] / sizeof(uint64_t);
	shared.woken = 0;
	shared.ending = false;
	shared.wakers = (struct sched_waker *)os_alloc(waker_bytes, 16);
	shared.places = (uint32_t *)os_alloc(place_bytes, 16);
	if (shared.wakers && shared.places) {
		for (uint64_t i = 0; i < tasks; i++)
			shared.wakers[i] = sched_waker_empty();
		if (countdown_once(env, tasks, spawn_tasks))
			play(env, polls);
		for (uint64_t i = 0; i < tasks; i++)
			sched_waker_drop(&shared.wakers[i]);
	} else {
		workload_lacks(-ENOMEM);
	}
	os_free(shared.wakers, waker_bytes);
	os_free(shared.places, place_bytes);
	shared.wakers = NULL;
	env->block->units = env->block->iterations * polls;
	workload_expect_runs(env, tasks);
	return 0;
}

static const char *scattered_poll_refuses(const uint64_t *values, uint32_t workers)
{
	(void)workers;
	if (values[PARAM_STATE] % 8 || values[PARAM_TOUCHED] % 8)
		return "state and touched are whole words of 8 bytes";
	if (values[PARAM_TOUCHED] > values[PARAM_STATE])
		return "touched is no more than state";
	if (values[PARAM_POLLS] > values[PARAM_TASKS])
		return "polls is no more than tasks: a wave wakes each task once";
	return NULL;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks that are alive", 100000, 1, 10000000 },
	{ "state", "bytes of a task's state, whole words", 64, 8, STATE_MAX },
	{ "touched", "bytes of it that a poll reads and writes", 8, 8, STATE_MAX },
	{ "polls", "tasks woken and polled per iteration, each once", 100000, 1, 10000000 },
};

static const struct workload_setting settings[] = {
	{ { "tasks=20", "polls=7", "state=16" }, 0 },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(scattered_poll, values[PARAM_POLLS])

WORKLOAD(scattered_poll) = {
	.about = {
		.name = "scattered_poll",
		.family = "ping-pong",
		.unit = "poll",
		.measures = "Wake and poll of a task among many, in an order that no cache and no "
			    "prefetcher follows.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.settings = settings,
	.run = scattered_poll_run,
	.units = scattered_poll_units,
	.refuses = scattered_poll_refuses,
};
