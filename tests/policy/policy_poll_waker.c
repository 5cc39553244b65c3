/* SPDX-License-Identifier: MIT */
/* Description: a waker of its own for each poll: one reference, taken before and dropped after */
#define SCHED_POLL_WAKER POLL_WAKER_OWNED

#include "tests/policy/wakers.h"

static void each_poll_has_a_waker_of_its_own(void **unused)
{
	struct actor actor = actor_of('A', act_look);

	(void)unused;
	stage_begin(1);
	poll_once(&actor);
	assert_int_equal(refs_in_poll, REFS_OF_A_POLL + 1);
	stage_end();
}

/* While the task still runs, so that the last reference is another's. */
static void waker_is_dropped_after(struct actor actor)
{
	stage_begin(1);
	poll_once(&actor);
	assert_int_equal(taken, 1);
	assert_int_equal(dropped, 1);
	assert_int_equal(dropped_running, 1);
	stage_end();
}

static void waker_of_a_pending_poll_is_dropped(void **unused)
{
	(void)unused;
	waker_is_dropped_after(actor_of('A', act_look));
}

static void waker_of_the_last_poll_is_dropped(void **unused)
{
	(void)unused;
	waker_is_dropped_after(actor_of('A', act_look_and_end));
}

static const struct CMUnitTest rules[] = {
	RULE(each_poll_has_a_waker_of_its_own),
	RULE(waker_of_a_pending_poll_is_dropped),
	RULE(waker_of_the_last_poll_is_dropped),
};

POLICY_MAIN("a waker for each poll", rules)
