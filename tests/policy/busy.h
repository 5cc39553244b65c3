/* SPDX-License-Identifier: MIT */
/* busy.h - actors whose polls take time: the stage's clock moves by `arg`, a uint64_t of ns. */
#ifndef TESTS_POLICY_BUSY_H
#define TESTS_POLICY_BUSY_H

#include "tests/policy/stage.h"

static void busy_for(struct actor *actor)
{
	stage.now += *(uint64_t *)actor->arg;
}

static SCHED_UNUSED enum sched_poll act_busy(struct actor *actor, struct sched_context *context)
{
	busy_for(actor);
	return act_wake_self(actor, context);
}

static SCHED_UNUSED enum sched_poll act_busy_once(struct actor *actor,
						  struct sched_context *context)
{
	(void)context;
	busy_for(actor);
	return SCHED_READY;
}

static SCHED_UNUSED struct actor actor_busy(enum sched_poll (*act)(struct actor *,
								   struct sched_context *),
					    uint64_t *ns)
{
	struct actor actor = actor_of('B', act);

	actor.arg = ns;
	return actor;
}

/* An endless actor of so many ns a poll is all that worker 0 has, for so many turns. */
static SCHED_UNUSED void stage_begin_busy(struct actor *actor, uint64_t *ns, uint32_t turns)
{
	*actor = actor_busy(act_busy, ns);
	stage_begin(1);
	actor_spawn(actor);
	stage_turns(0, turns);
}

/* The interval of worker 0 as of now. */
static SCHED_UNUSED uint32_t interval_now(void)
{
	return stage.runtime->workers[0].global_queue_interval;
}

/* So many turns more of worker 0 until a task that is put into inject now is polled. */
static SCHED_UNUSED uint32_t turns_until_inject(void)
{
	struct actor remote = actor_of('R', act_ready);
	uint32_t turns = 0;

	stage_as_outside();
	actor_spawn(&remote);
	for (; remote.polls == 0 && turns < 1000; turns++)
		stage_turn(0);
	return turns;
}

#endif
