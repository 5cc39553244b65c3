/* SPDX-License-Identifier: MIT */
/*
 * wakers.h - what a poll costs in references: the two places where one is taken or dropped
 * are watched.
 *
 * A program chooses whose the waker is (SCHED_POLL_WAKER) before it includes this.
 */
#ifndef TESTS_POLICY_WAKERS_H
#define TESTS_POLICY_WAKERS_H

#include "sched/task_state.h"

static void watched_ref_inc(at_u64 *state);
static bool watched_ref_dec(at_u64 *state);
#define state_ref_inc watched_ref_inc
#define state_ref_dec watched_ref_dec
#include "tests/policy/scene.h"
#undef state_ref_inc
#undef state_ref_dec

static uint32_t taken, dropped, dropped_running;
static uint64_t refs_in_poll;

static void watched_ref_inc(at_u64 *state)
{
	taken++;
	state_ref_inc(state);
}

static bool watched_ref_dec(at_u64 *state)
{
	dropped++;
	dropped_running += (at_load_relaxed(state) & STATE_RUNNING) != 0;
	return state_ref_dec(state);
}

static struct sched_task *looked_at(struct sched_context *context)
{
	return (struct sched_task *)context->waker.target;
}

/* Pending, and nobody will ever wake it. */
static enum sched_poll act_look(struct actor *actor, struct sched_context *context)
{
	(void)actor;
	refs_in_poll = state_refs(at_load_relaxed(&looked_at(context)->state));
	return SCHED_PENDING;
}

static enum sched_poll act_look_and_end(struct actor *actor, struct sched_context *context)
{
	act_look(actor, context);
	return SCHED_READY;
}

/* One poll of a detached task: the owned list and the runner keep it. */
static void poll_once(struct actor *actor)
{
	actor_spawn(actor);
	taken = dropped = dropped_running = 0;
	refs_in_poll = 0;
	stage_turn(0);
	assert_int_equal(actor->polls, 1);
}

#define REFS_OF_A_POLL 2

#endif
