/* SPDX-License-Identifier: MIT */
/* Description: which mutex maintenance takes while inject queue and sleepers share one */
#include "variants/tokio_1_53.h"

#include "tests/policy/locks.h"

#include "tests/policy/busy.h"

static uint64_t no_time;

/* That of the sleepers, and the queue's own lies idle. */
static void maintenance_takes_the_shared_mutex(void **unused)
{
	struct actor busy;

	(void)unused;
	stage_begin_busy(&busy, &no_time, 0);
	locks_of = &stage.runtime->idle.mutex;
	locks = 0;
	stage_turns(0, 60);
	assert_int_equal(locks, 0);
	stage_turn(0);
	assert_int_equal(locks, 1);
	locks_of = &stage.runtime->inject.shards[0].mutex;
	stage_turns(0, 61);
	assert_int_equal(locks, 1);
	stage_end();
}

/* Who spawns from outside holds it as well. */
static void push_takes_the_shared_mutex(void **unused)
{
	struct actor actor = actor_of('A', act_ready);

	(void)unused;
	stage_begin(1);
	locks_of = &stage.runtime->idle.mutex;
	locks = 0;
	stage_as_outside();
	actor_spawn(&actor);
	assert_int_equal(locks, 1);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(maintenance_takes_the_shared_mutex),
	RULE(push_takes_the_shared_mutex),
};

POLICY_MAIN("maintenance of Tokio 1.53", rules)
