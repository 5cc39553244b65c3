/* SPDX-License-Identifier: MIT */
/* slots.h - six tasks and four slots: which are run when. */
#ifndef TESTS_POLICY_SLOTS_H
#define TESTS_POLICY_SLOTS_H

#include "tests/policy/scene.h"

static struct actor six[6];

/* Begins, and makes `count` runnable in the order of their digits. */
static SCHED_UNUSED void slots_begin(uint32_t count)
{
	stage_begin(2);
	scene_sleep(1);
	for (uint32_t i = 0; i < count; i++) {
		six[i] = actor_of((char)('0' + i), act_ready);
		actor_spawn(&six[i]);
	}
}

#endif
