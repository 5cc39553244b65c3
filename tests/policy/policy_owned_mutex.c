/* SPDX-License-Identifier: MIT */
/* Description: one list of owned tasks: all are in it, in one row, and one closer empties it */
#define SCHED_OWNED OWNED_MUTEX
#include "tests/policy/scene.h"

#define ACTORS 12

static struct actor actors[ACTORS];

static void row_begin(void)
{
	stage_begin(4);
	for (uint32_t i = 0; i < ACTORS; i++) {
		actors[i] = actor_of('A', act_sleep);
		actor_spawn(&actors[i]);
	}
}

static uint32_t row_length(void)
{
	struct sched_task *task = stage.runtime->owned.shards[0].first;
	uint32_t length = 0;

	for (; task; task = task_links(task)->next)
		length++;
	return length;
}

static void one_list_is_one_whatever_the_workers(void **unused)
{
	(void)unused;
	assert_int_equal(owned_list_shards(1), 1);
	assert_int_equal(owned_list_shards(5), 1);
	assert_int_equal(owned_list_shards(1024), 1);
}

/* Whatever their ids are. */
static void one_list_has_every_task(void **unused)
{
	(void)unused;
	row_begin();
	assert_int_equal(row_length(), ACTORS);
	stage_end();
}

static const struct CMUnitTest rules[] = {
	RULE(one_list_is_one_whatever_the_workers),
	RULE(one_list_has_every_task),
};

POLICY_MAIN("owned mutex", rules)
