/* SPDX-License-Identifier: MIT */
/* Description: a variant says of every knob what its file says, or the default */
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

#ifdef SCHED_TINY
#define TINY_OR(tiny, real) #tiny
#else
#define TINY_OR(tiny, real) #real
#endif

struct knob_line {
	const char *variant; /* NULL: the default */
	const char *name;
	const char *value;
};

/* Tokio 1.54 as the reference reads it; then what a variant has otherwise. */
static const struct knob_line lines[] = {
	{ NULL, "SCHED_LIFO_SLOTS", "1" },
	{ NULL, "SCHED_LIFO_EVICT", "LIFO_EVICT_PREVIOUS" },
	{ NULL, "SCHED_LIFO_CAP", "3" },
	{ NULL, "SCHED_LIFO_CAP_COUNTS", "LIFO_CAP_COUNTS_CHAIN" },
	{ NULL, "SCHED_LIFO_AT_CAP", "LIFO_AT_CAP_DISABLE" },
	{ NULL, "SCHED_LIFO_NOTIFY", "LIFO_NOTIFY_DISPLACED" },
	{ NULL, "SCHED_LIFO_STEAL", "LIFO_STEAL_NEVER" },
	{ NULL, "SCHED_LOCAL_QUEUE_CAPACITY", TINY_OR(4, 256) },
	{ NULL, "SCHED_SHED", "SHED_HALF" },
	{ NULL, "SCHED_POP", "POP_PROCEED" },
	{ NULL, "SCHED_STEAL_HALF", "STEAL_HALF_UP" },
	{ NULL, "SCHED_INJECT", "INJECT_OWN_MUTEX" },
	{ NULL, "SCHED_STEAL_AMOUNT", "STEAL_AMOUNT_HALF" },
	{ NULL, "SCHED_STEAL_VICTIMS", "STEAL_VICTIMS_RANDOM" },
	{ NULL, "SCHED_INJECT_SHARDS", "8" },
	{ NULL, "SCHED_SHARD_KEY", "SHARD_KEY_THREAD" },
	{ NULL, "SCHED_INJECT_BATCH", "INJECT_BATCH_RING" },
	{ NULL, "SCHED_INTERVAL", "INTERVAL_TOKIO" },
	{ NULL, "SCHED_INTERVAL_FIXED", "61" },
	{ NULL, "SCHED_INJECT_WHEN", "INJECT_WHEN_DUE" },
	{ NULL, "SCHED_PARK", "PARK_CONDVAR" },
	{ NULL, "SCHED_QUEUE_PAD", "QUEUE_PAD_PACKED" },
	{ NULL, "SCHED_SHARED_PAD", "SHARED_PAD_128" },
	{ NULL, "SCHED_PARK_PROTOCOL", "PARK_PROTOCOL_SEARCHER" },
	{ NULL, "SCHED_LOCAL_NOTIFY", "LOCAL_NOTIFY_PARKED" },
	{ NULL, "SCHED_NOTIFY_WHOM", "NOTIFY_WHOM_LATEST" },
	{ NULL, "SCHED_TASK_ALLOC", "TASK_ALLOC_LIBC" },
	{ NULL, "SCHED_OWNED", "OWNED_SHARDED" },
	{ NULL, "SCHED_FIRST_REFERENCES", "FIRST_REFERENCES_THREE" },
	{ NULL, "SCHED_TASK_ALIGN", "128" },
	{ NULL, "SCHED_TASK_LAYOUT", "TASK_LAYOUT_HOT_COLD" },
	{ NULL, "SCHED_GUARD", "GUARD_NONE" },
	{ NULL, "SCHED_JOIN", "JOIN_WAKER" },
	{ NULL, "SCHED_POLL_WAKER", "POLL_WAKER_BORROWED" },
	{ NULL, "SCHED_YIELD", "YIELD_DEFERRED" },
	{ NULL, "SCHED_EVENT_INTERVAL", TINY_OR(3, 61) },
	{ NULL, "SCHED_BUDGET", TINY_OR(5, 128) },
	{ NULL, "SCHED_ID_GLOBAL", "1" },
	{ NULL, "SCHED_HANDLE_REF", "1" },
	{ NULL, "SCHED_OWNED_COUNT", "1" },
	{ NULL, "SCHED_REF_PER_WAKE", "1" },
	{ NULL, "SCHED_MAINTENANCE_LOCKS", "1" },
	{ NULL, "SCHED_METRICS_BATCHED", "1" },
	{ NULL, "SCHED_PARK_DRIVER", "1" },
	{ NULL, "SCHED_COUNTING", "0" },
	{ NULL, "SCHED_FAULT", "0" },
	{ "tokio_counting", "SCHED_COUNTING", "1" },
	{ "tokio_lean", "SCHED_PARK", "PARK_FUTEX" },
	{ "tokio_lean", "SCHED_TASK_ALLOC", "TASK_ALLOC_SLAB" },
	{ "tokio_lean", "SCHED_ID_GLOBAL", "0" },
	{ "tokio_lean", "SCHED_HANDLE_REF", "0" },
	{ "tokio_lean", "SCHED_OWNED_COUNT", "0" },
	{ "tokio_lean", "SCHED_REF_PER_WAKE", "0" },
	{ "tokio_lean", "SCHED_MAINTENANCE_LOCKS", "0" },
	{ "tokio_lean", "SCHED_METRICS_BATCHED", "0" },
	{ "tokio_lean", "SCHED_PARK_DRIVER", "0" },
	{ "tokio_as_claimed", "SCHED_POP", "POP_SPIN" },
	{ "tokio_as_claimed", "SCHED_SHARED_PAD", "SHARED_PAD_PACKED" },
	{ "tokio_as_claimed", "SCHED_INTERVAL", "INTERVAL_FIXED" },
	{ "tokio_1_53", "SCHED_INJECT", "INJECT_WITH_SLEEPERS" },
	{ "tokio_1_53", "SCHED_SHARED_PAD", "SHARED_PAD_PACKED" },
	{ "tokio_1_51", "SCHED_INJECT", "INJECT_WITH_SLEEPERS" },
	{ "tokio_1_51", "SCHED_SHARED_PAD", "SHARED_PAD_PACKED" },
	{ "tokio_1_51", "SCHED_LIFO_NOTIFY", "LIFO_NOTIFY_ALWAYS" },
	{ "tokio_1_51", "SCHED_LIFO_STEAL", "LIFO_STEAL_LAST" },
	{ "tokio_lifo0", "SCHED_LIFO_SLOTS", "0" },
	{ "tokio_pop_null", "SCHED_POP", "POP_NULL" },
	{ "tokio_inject_shards8", "SCHED_INJECT", "INJECT_SHARDED" },
	{ "tokio_slab", "SCHED_TASK_ALLOC", "TASK_ALLOC_SLAB" },
	{ "tokio_lifo_cap_flush", "SCHED_LIFO_AT_CAP", "LIFO_AT_CAP_FLUSH" },
	{ "tokio_lifo_steal", "SCHED_LIFO_NOTIFY", "LIFO_NOTIFY_ALWAYS" },
	{ "tokio_lifo_steal", "SCHED_LIFO_STEAL", "LIFO_STEAL_LAST" },
	{ "tokio_lifo_steal_quiet", "SCHED_LIFO_STEAL", "LIFO_STEAL_LAST" },
	{ "tokio_owned_mutex", "SCHED_OWNED", "OWNED_MUTEX" },
	{ "tokio_owned_none", "SCHED_OWNED", "OWNED_NONE" },
	{ "tokio_first_reference", "SCHED_FIRST_REFERENCES", "FIRST_REFERENCES_ONE" },
	{ "tokio_raw_task", "SCHED_TASK_ALLOC", "TASK_ALLOC_PACKED" },
	{ "tokio_raw_task", "SCHED_TASK_ALIGN", "16" },
	{ "tokio_raw_task", "SCHED_TASK_LAYOUT", "TASK_LAYOUT_FLAT" },
	{ "tokio_guard_debug", "SCHED_GUARD", "GUARD_DEBUG" },
	{ "tokio_guard_sentinel", "SCHED_GUARD", "GUARD_SENTINEL" },
	{ "blitz_doc", "SCHED_LIFO_SLOTS", "4" },
	{ "blitz_doc", "SCHED_LIFO_EVICT", "LIFO_EVICT_OLDEST" },
	{ "blitz_doc", "SCHED_LIFO_CAP_COUNTS", "LIFO_CAP_COUNTS_POPS" },
	{ "blitz_doc", "SCHED_LIFO_AT_CAP", "LIFO_AT_CAP_SKIP" },
	{ "blitz_doc", "SCHED_POP", "POP_NULL" },
	{ "blitz_doc", "SCHED_STEAL_HALF", "STEAL_HALF_DOWN" },
	{ "blitz_doc", "SCHED_INJECT", "INJECT_SHARDED" },
	{ "blitz_doc", "SCHED_SHARD_KEY", "SHARD_KEY_TASK" },
	{ "blitz_doc", "SCHED_INTERVAL", "INTERVAL_BLITZ" },
	{ "blitz_doc", "SCHED_PARK", "PARK_FUTEX" },
	{ "blitz_doc", "SCHED_QUEUE_PAD", "QUEUE_PAD_64" },
	{ "blitz_doc", "SCHED_SHARED_PAD", "SHARED_PAD_64" },
	{ "blitz_built", "SCHED_LIFO_SLOTS", "0" },
	{ "blitz_built", "SCHED_SHED", "SHED_ONE" },
	{ "blitz_built", "SCHED_STEAL_AMOUNT", "STEAL_AMOUNT_ONE" },
	{ "blitz_built", "SCHED_STEAL_VICTIMS", "STEAL_VICTIMS_BY_TICK" },
	{ "blitz_built", "SCHED_INJECT", "INJECT_SHARDED" },
	{ "blitz_built", "SCHED_SHARD_KEY", "SHARD_KEY_TASK" },
	{ "blitz_built", "SCHED_INJECT_BATCH", "INJECT_BATCH_PRIVATE" },
	{ "blitz_built", "SCHED_INTERVAL", "INTERVAL_BLITZ" },
	{ "blitz_built", "SCHED_INJECT_WHEN", "INJECT_WHEN_AFTER_LOCAL" },
	{ "blitz_built", "SCHED_PARK", "PARK_FUTEX" },
	{ "blitz_built", "SCHED_LOCAL_NOTIFY", "LOCAL_NOTIFY_NEVER" },
	{ "blitz_built", "SCHED_NOTIFY_WHOM", "NOTIFY_WHOM_LOWEST" },
	{ "blitz_built", "SCHED_YIELD", "YIELD_RING" },
	{ "blitz_built", "SCHED_EVENT_INTERVAL", TINY_OR(5, 128) },
	{ "blitz_built", "SCHED_HANDLE_REF", "0" },
	{ "blitz_built", "SCHED_OWNED_COUNT", "0" },
	{ "blitz_built", "SCHED_MAINTENANCE_LOCKS", "0" },
	{ "blitz_built", "SCHED_PARK_DRIVER", "0" },
};

static const char *expected_value(const char *name)
{
	const char *value = NULL;

	for (size_t i = 0; i < TEST_COUNT(lines); i++)
		if (strcmp(lines[i].name, name) == 0 &&
		    (!lines[i].variant || strcmp(lines[i].variant, api_expected_variant) == 0))
			value = lines[i].value;
	if (!value)
		fail_msg("%s is a knob that no line of this test knows", name);
	return value;
}

static void knobs_are_those_of_the_file(void **unused)
{
	size_t count, expected = 0;
	const struct sched_knob *knobs = sched_knobs(&count);

	(void)unused;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(knobs[i].value, expected_value(knobs[i].name)) != 0)
			fail_msg("%s is %s, not %s", knobs[i].name, knobs[i].value,
				 expected_value(knobs[i].name));
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(knobs[i].name, knobs[k].name);
	}
	for (size_t i = 0; i < TEST_COUNT(lines); i++)
		expected += !lines[i].variant;
	assert_int_equal(count, expected);
}

/* What is told must also be what is done: the counting build is the one that counts. */
static void capabilities_are_those_of_the_build(void **unused)
{
	uint32_t expected = SCHED_CAN_REMOTE | SCHED_CAN_PARALLEL;

	(void)unused;
	if (knob_number("SCHED_COUNTING") == 1)
		expected |= SCHED_CAN_COUNT;
	if (strcmp(knob_value("SCHED_OWNED"), "OWNED_NONE") != 0)
		expected |= SCHED_CAN_CANCEL;
	assert_int_equal(sched_capabilities(), expected);
}

int api_knobs_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(knobs_are_those_of_the_file),
		cmocka_unit_test(capabilities_are_those_of_the_build),
	};

	return cmocka_run_group_tests_name("knobs", tests, NULL, NULL);
}
