/* SPDX-License-Identifier: MIT */
/*
 * spawn_burst - parents write a buffer each, then spawn a few children that read it.
 *
 * Where and when a child runs decides whether the data are in its cache.  On several
 * workers staying on the parent's is warm, being stolen is parallel.  On one worker
 * only the order counts, and only if there is something else to run: with one parent
 * its children are always next, with many (parents x parent_kib beyond the cache) a
 * child that runs before the next parent is warm, one that waits its turn is not.
 * Each child returns a checksum of all of it.  Weakness: the parents' own writes are
 * in the time, and compilers make loops of their own of those and of the checksum.
 */
#include <errno.h>

#include "workloads/workload.h"

enum { PARAM_CHILDREN, PARAM_PARENT_KIB, PARAM_BURSTS, PARAM_PARENTS };

#define CHILDREN_MAX 16
#define PARENTS_MAX  64

struct child {
	uint64_t sum; /* at first what makes it the child's own; the output */
	const uint64_t *words;
	uint64_t count;
};

static enum sched_poll child_poll(void *state, struct sched_context *context)
{
	struct child *child = (struct child *)state;
	uint64_t sum = child->sum;

	(void)context;
	for (uint64_t i = 0; i < child->count; i++)
		sum += child->words[i];
	workload_ran();
	child->sum = sum;
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

/* Fill the buffer with what no other burst has; the sum of it is worked out, not added
 * up, as on the side of the peers, so that no compiler's loop for it is in the time. */
static uint64_t write_words(uint64_t *words, uint64_t count, uint64_t burst)
{
	for (uint64_t i = 0; i < count; i++)
		words[i] = burst + i;
	return burst * count + (count ? count * (count - 1) / 2 : 0);
}

static void burst_start(struct parent *parent)
{
	parent->sum = write_words(parent->words, parent->count, parent->bursts);
	for (uint64_t i = 0; i < parent->children; i++) {
		struct child child = {
			.sum = i,
			.words = parent->words,
			.count = parent->count,
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
		if (parent->bursts == 0) {
			workload_ran();
			return SCHED_READY;
		}
		burst_start(parent);
		parent->bursts--;
	}
	return SCHED_PENDING;
}

static void parent_drop(void *state)
{
	struct parent *parent = (struct parent *)state;

	for (; parent->joined < parent->children; parent->joined++)
		sched_join_detach(&parent->handles[parent->joined]);
	workload_drop_lost(state);
}

static const struct sched_task_ops parent_ops = {
	.name = "spawn_burst parent",
	.poll = parent_poll,
	.drop = parent_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct parent),
	.output_bytes = 0,
};

/* ----------------------------------------------------------------- root -- */

/* The first parent, which starts and awaits the others. */
struct root {
	struct parent parent;
	uint64_t others;
	bool is_started;
	bool has_ended; /* its own bursts */
	struct sched_join *handles;
};

static void start_others(struct root *root)
{
	for (uint64_t i = 0; i < root->others; i++) {
		struct parent other = root->parent;

		if (other.words)
			other.words += (i + 1) * other.count;
		workload_spawn(&parent_ops, &other, &root->handles[i]);
	}
	root->is_started = true;
}

static enum sched_poll join_others(struct root *root, struct sched_context *context)
{
	int status;

	for (; root->others > 0; root->others--) {
		struct sched_join *handle = &root->handles[root->others - 1];

		if (sched_join_poll(handle, context, NULL, &status) == SCHED_PENDING)
			return SCHED_PENDING;
		sched_join_detach(handle);
		if (status != 0)
			workload_counter_add(&workload_lost, 1);
	}
	return SCHED_READY;
}

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;

	if (!root->is_started)
		start_others(root);
	if (!root->has_ended && parent_poll(&root->parent, context) == SCHED_PENDING)
		return SCHED_PENDING;
	root->has_ended = true;
	return join_others(root, context);
}

static void root_drop(void *state)
{
	struct root *root = (struct root *)state;

	for (; root->is_started && root->others > 0; root->others--)
		sched_join_detach(&root->handles[root->others - 1]);
	parent_drop(&root->parent);
}

static const struct sched_task_ops root_ops = {
	.name = "spawn_burst root",
	.poll = root_poll,
	.drop = root_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* ---------------------------------------------------------------- block -- */

static void run_iterations(struct workload_env *env, uint64_t *words, size_t bytes)
{
	struct sched_join handles[PARENTS_MAX];
	struct root root = {
		.parent = { .words = words, .count = bytes / sizeof(uint64_t) },
		.others = env->params[PARAM_PARENTS] - 1,
		.is_started = false,
		.has_ended = false,
		.handles = handles,
	};

	root.parent.children = env->params[PARAM_CHILDREN];
	root.parent.bursts = env->params[PARAM_BURSTS];
	root.parent.joined = root.parent.children;
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!workload_block_on_task(env, &root_ops, &root, NULL))
			break;
	}
	workload_stop(env);
}

static int spawn_burst_run(struct workload_env *env)
{
	size_t bytes = env->params[PARAM_PARENT_KIB] * 1024;
	uint64_t parents = env->params[PARAM_PARENTS];
	uint64_t units = parents * env->params[PARAM_CHILDREN] * env->params[PARAM_BURSTS];
	uint64_t *words = NULL;

	if (bytes) {
		words = (uint64_t *)sched_alloc(parents * bytes);
		if (!words)
			return -ENOMEM;
	}
	run_iterations(env, words, bytes);
	env->block->units = env->block->iterations * units;
	workload_expect_runs(env, env->block->units + env->block->iterations * parents);
	if (bytes)
		sched_free(words, parents * bytes);
	return 0;
}

static const struct arm_param params[] = {
	{ "children", "tasks per burst", 4, 1, CHILDREN_MAX },
	{ "parent_kib", "KiB the parent writes and every child reads", 4, 0, 64 },
	{ "bursts", "bursts of each parent per iteration", 1000, 1, 10000000 },
	{ "parents", "parents at the same time, each with data of its own", 1, 1, PARENTS_MAX },
};

WORKLOAD_UNITS(spawn_burst, values[PARAM_PARENTS] * values[PARAM_BURSTS] * values[PARAM_CHILDREN])

WORKLOAD(spawn_burst) = {
	.about = {
		.name = "spawn_burst",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Children that read what their parent just wrote: where and how soon "
			    "they run decides whether it is in cache.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES | WORKLOAD_CHECKS_RESULTS,
	.run = spawn_burst_run,
	.units = spawn_burst_units,
};
