/* SPDX-License-Identifier: MIT */
/* Description: when a busy worker looks at inject, at a fixed interval */
#define SCHED_INTERVAL	     INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 5
#include "tests/policy/busy.h"

/* From the first tick on, whatever polls take. */
static void fixed_looks_at_its_multiples_from_the_start(void **unused)
{
	uint64_t ns = 1000000;
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns, 4);
	assert_int_equal(counted("interval_looks"), 0);
	assert_int_equal(turns_until_inject(), 1);
	for (uint32_t look = 2; look < 40; look++) {
		assert_int_equal(turns_until_inject(), 5);
		assert_int_equal(counted("interval_looks"), look);
	}
	stage_end();
}

static void fixed_never_changes(void **unused)
{
	uint64_t ns = 1000000;
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &ns, 400);
	assert_int_equal(interval_now(), 5);
	assert_int_equal(counted("interval_changes"), 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(fixed_looks_at_its_multiples_from_the_start),
	RULE(fixed_never_changes),
};

POLICY_MAIN("fixed interval", rules)
