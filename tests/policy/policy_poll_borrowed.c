/* SPDX-License-Identifier: MIT */
/* Description: a poll is lent a waker, which costs no reference */
#include "tests/policy/wakers.h"

static void poll_costs_no_reference(void **unused)
{
	struct actor pending = actor_of('P', act_look);
	struct actor ready = actor_of('R', act_look_and_end);

	(void)unused;
	stage_begin(1);
	poll_once(&pending);
	assert_int_equal(refs_in_poll, REFS_OF_A_POLL);
	assert_int_equal(taken + dropped, 0);
	poll_once(&ready);
	assert_int_equal(refs_in_poll, REFS_OF_A_POLL);
	assert_int_equal(taken + dropped, 0);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(poll_costs_no_reference),
};

POLICY_MAIN("a borrowed waker", rules)
