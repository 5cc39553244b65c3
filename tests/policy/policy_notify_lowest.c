/* SPDX-License-Identifier: MIT */
/* Description: a wake goes to the sleeper with the lowest number (Blitz-IO) */
#define SCHED_NOTIFY_WHOM NOTIFY_WHOM_LOWEST
#include "tests/policy/scene.h"

#define WORKERS 5u

/* As if whoever was woken found work and searches no more. */
static int64_t told_next(void)
{
	int64_t told = notify_parked(stage.runtime);

	if (told >= 0)
		idle_transition_from_searching(&stage.runtime->idle);
	return told;
}

/* In whichever order they fell asleep. */
static void the_lowest_sleeper_is_woken_first(void **unused)
{
	static const uint32_t orders[][WORKERS] = { { 0, 1, 2, 3, 4 },
						    { 4, 3, 2, 1, 0 },
						    { 2, 4, 0, 3, 1 } };

	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(orders); i++) {
		stage_begin(WORKERS);
		for (uint32_t k = 0; k < WORKERS; k++)
			scene_sleep(orders[i][k]);
		for (uint32_t k = 0; k < WORKERS; k++)
			assert_int_equal(told_next(), k);
		assert_int_equal(told_next(), -1);
		expect_idle(0, WORKERS);
		stage_end();
	}
}

/* The one woken is no sleeper any more, so the next wake is another's (F5 did not claim). */
static void a_woken_worker_is_not_woken_again(void **unused)
{
	(void)unused;
	stage_begin(3);
	scene_sleep(1);
	scene_sleep(2);
	assert_int_equal(told_next(), 1);
	assert_int_equal(told_next(), 2);
	assert_int_equal(told_next(), -1);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(a_woken_worker_is_not_woken_again),
	RULE(the_lowest_sleeper_is_woken_first),
};

POLICY_MAIN("notify the lowest", rules)
