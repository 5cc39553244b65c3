/* SPDX-License-Identifier: MIT */
/* Description: many oversubscribed workers steal the bursts of one spawner */
#include "tests/stress/stress.h"

#define BURST  300u
#define ROUNDS 5u

struct storm {
	struct ledger ledger;
	at_u64 sum; /* of i + 1 over all children */
};

struct storm_child {
	struct storm *storm;
	uint32_t entry;
	uint32_t yields;
};

static enum sched_poll storm_child_poll(void *opaque, struct sched_context *context)
{
	struct storm_child *child = (struct storm_child *)opaque;

	if (child->yields > 0) {
		child->yields--;
		return sched_yield_now(context);
	}
	at_fetch_add_relaxed(&child->storm->sum, (uint64_t)child->entry + 1);
	ledger_ran(&child->storm->ledger, child->entry);
	return SCHED_READY;
}

static void storm_child_drop(void *opaque)
{
	struct storm_child *child = (struct storm_child *)opaque;

	ledger_dropped(&child->storm->ledger, child->entry);
}

static const struct sched_task_ops storm_child_ops = {
	.name = "storm child",
	.poll = storm_child_poll,
	.drop = storm_child_drop,
	.state_bytes = sizeof(struct storm_child),
};

static enum sched_poll storm_poll(void *opaque, struct sched_context *context)
{
	struct storm *storm = *(struct storm **)opaque;

	(void)context;
	for (uint32_t i = 0; i < BURST; i++) {
		struct storm_child child = { .storm = storm, .yields = i % 7 == 0 };

		child.entry = ledger_open(&storm->ledger);
		if (child.entry != UINT32_MAX)
			sched_spawn(&storm_child_ops, &child, NULL);
	}
	return SCHED_READY;
}

static void steal_storm(void **unused)
{
	static const struct sched_task_ops ops = { .name = "storm",
						   .poll = storm_poll,
						   .state_bytes = sizeof(struct storm *) };
	static const uint32_t worker_counts[] = { 2, 4, 8 };

	(void)unused;
	for (size_t k = 0; k < TEST_COUNT(worker_counts); k++) {
		struct sched_runtime *runtime = runtime_start(worker_counts[k]);
		uint64_t expected = (uint64_t)BURST * ROUNDS;
		struct storm storm;
		struct storm *state = &storm;
		struct ledger_sums sums;

		ledger_init(&storm.ledger, BURST * ROUNDS);
		at_init(&storm.sum, 0);
		for (uint32_t round = 0; round < ROUNDS; round++) {
			struct sched_join join;

			assert_int_equal(sched_spawn_on(runtime, &ops, &state, &join), 0);
			assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
		}
		ledger_await(&storm.ledger);
		runtime_stop(runtime);
		sums = ledger_sums(&storm.ledger);
		assert_int_equal(sums.wrong, 0);
		assert_int_equal(sums.ran, expected);
		assert_int_equal(at_load_acquire(&storm.sum), expected * (expected + 1) / 2);
		at_fini(&storm.sum);
		ledger_fini(&storm.ledger);
	}
}

/* Every task spawns two more, down to a depth: work appears on every worker. */
struct tree {
	struct storm *storm;
	uint32_t entry;
	uint32_t depth;
};

static enum sched_poll tree_poll(void *opaque, struct sched_context *context);

static void tree_drop(void *opaque)
{
	struct tree *tree = (struct tree *)opaque;

	ledger_dropped(&tree->storm->ledger, tree->entry);
}

static const struct sched_task_ops tree_ops = {
	.name = "tree", .poll = tree_poll, .drop = tree_drop, .state_bytes = sizeof(struct tree)
};

static enum sched_poll tree_poll(void *opaque, struct sched_context *context)
{
	struct tree *tree = (struct tree *)opaque;

	(void)context;
	for (int i = 0; i < 2 && tree->depth > 0; i++) {
		struct tree child = { tree->storm, 0, tree->depth - 1 };

		child.entry = ledger_open(&tree->storm->ledger);
		sched_spawn(&tree_ops, &child, NULL);
	}
	ledger_ran(&tree->storm->ledger, tree->entry);
	return SCHED_READY;
}

static void tree_of_spawns(void **unused)
{
	enum { DEPTH = 10, NODES = (1 << (DEPTH + 1)) - 1 };
	struct sched_runtime *runtime = runtime_start(4);
	struct tree root = { NULL, 0, DEPTH };
	struct storm storm;
	struct ledger_sums sums;

	(void)unused;
	ledger_init(&storm.ledger, NODES);
	root.storm = &storm;
	root.entry = ledger_open(&storm.ledger);
	assert_int_equal(sched_spawn_on(runtime, &tree_ops, &root, NULL), 0);
	ledger_await(&storm.ledger);
	runtime_stop(runtime);
	sums = ledger_sums(&storm.ledger);
	assert_int_equal(sums.wrong, 0);
	assert_int_equal(sums.ran, NODES);
	ledger_fini(&storm.ledger);
}

int stress_steal_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(steal_storm),
		cmocka_unit_test(tree_of_spawns),
	};

	return cmocka_run_group_tests_name("steal", tests, NULL, NULL);
}
