/* SPDX-License-Identifier: MIT */
/*
 * spawn_burst - a parent writes a buffer, then spawns a few children that read it.
 *
 * Where a child runs decides whether the data are in its cache: staying on the
 * parent's worker is warm, being stolen is parallel.  Each child returns a
 * checksum of all of it.  Weakness: the parent's own writes are in the time.
 */
#include <errno.h>

#include "workloads/workload.h"

enum { PARAM_CHILDREN, PARAM_PARENT_KIB, PARAM_BURSTS };

#define CHILDREN_MAX 16

struct child {
	const uint64_t *words;
	uint64_t count;
	uint64_t salt;
};

static enum sched_poll child_poll(void *state, struct sched_context *context)
{
	struct child *child = (struct child *)state;
	uint64_t sum = child->salt;

	(void)context;
	for (uint64_t i = 0; i < child->count; i++)
		sum += child->words[i];
	workload_ran();
	*(uint64_t *)state = sum;
	return SCHED_READY;
}

static const struct sched_task_ops child_ops = {
	.name = "spawn_burst child",
	.poll = child_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(struct child),
	.output_bytes = sizeof(uint64_t),
};

/* --------------------------------------------------------------- parent -- */

struct parent {
	uint64_t *words;
	uint64_t count;
	uint64_t children;
	uint64_t bursts; /* left */
	uint64_t sum;	 /* of the words of this burst */
	uint64_t joined; /* == children between bursts */
	struct sched_join handles[CHILDREN_MAX];
};

static uint64_t write_words(uint64_t *words, uint64_t count, uint64_t burst)
{
	uint64_t sum = 0;

	for (uint64_t i = 0; i < count; i++) {
		words[i] = burst + i;
		sum += burst + i;
	}
	return sum;
}

static void burst_start(struct parent *parent)
{
	parent->sum = write_words(parent->words, parent->count, parent->bursts);
	for (uint64_t i = 0; i < parent->children; i++) {
		struct child child = {
			.words = parent->words,
			.count = parent->count,
			.salt = i,
		};

		workload_spawn(&child_ops, &child, &parent->handles[i]);
	}
	parent->joined = 0;
}

static enum sched_poll burst_join(struct parent *parent, struct sched_context *context)
{
	uint64_t sum;

	while (parent->joined < parent->children) {
		if (workload_join_one(&parent->handles[parent->joined], context, &sum) ==
		    SCHED_PENDING)
			return SCHED_PENDING;
		if (sum != parent->sum + parent->joined)
			workload_counter_add(&workload_wrong, 1);
		parent->joined++;
	}
	return SCHED_READY;
}

static enum sched_poll parent_poll(void *state, struct sched_context *context)
{
	struct parent *parent = (struct parent *)state;

	while (burst_join(parent, context) == SCHED_READY) {
		if (parent->bursts == 0)
			return SCHED_READY;
		burst_start(parent);
		parent->bursts--;
	}
	return SCHED_PENDING;
}

static const struct sched_task_ops parent_ops = {
	.name = "spawn_burst parent",
	.poll = parent_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(struct parent),
	.output_bytes = 0,
};

static int spawn_burst_run(struct workload_env *env)
{
	size_t bytes = env->params[PARAM_PARENT_KIB] * 1024;
	uint64_t units = env->params[PARAM_CHILDREN] * env->params[PARAM_BURSTS];
	struct parent parent = { .words = NULL, .count = bytes / sizeof(uint64_t) };

	if (bytes) {
		parent.words = (uint64_t *)sched_alloc(bytes);
		if (!parent.words)
			return -ENOMEM;
	}
	parent.children = env->params[PARAM_CHILDREN];
	parent.bursts = env->params[PARAM_BURSTS];
	parent.joined = parent.children;
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!workload_block_on_task(env, &parent_ops, &parent, NULL))
			break;
	}
	workload_stop(env);
	env->block->units = env->block->iterations * units;
	workload_expect_runs(env, env->block->units);
	if (bytes)
		sched_free(parent.words, bytes);
	return 0;
}

static const struct arm_param params[] = {
	{ "children", "tasks per burst", 4, 1, CHILDREN_MAX },
	{ "parent_kib", "KiB the parent writes and every child reads", 4, 0, 64 },
	{ "bursts", "bursts per iteration", 1000, 1, 10000000 },
};

WORKLOAD(spawn_burst) = {
	.about = {
		.name = "spawn_burst",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "A few children that read what their parent just wrote, joined by it.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.run = spawn_burst_run,
};
