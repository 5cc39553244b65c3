/* SPDX-License-Identifier: MIT */
/*
 * scene.h - sleepers and chains, for the rules about wakes, slots and sleep.
 *
 * A worker sleeps here without its loop: it has joined the sleepers and does nothing
 * more, so the test sees whom an act of another worker told.
 */
#ifndef TESTS_POLICY_SCENE_H
#define TESTS_POLICY_SCENE_H

#include "tests/policy/stage.h"

/* ------------------------------------------------------------ sleepers -- */

/* The worker goes to sleep; the thread is afterwards whoever it was. */
static SCHED_UNUSED void scene_sleep(uint32_t index)
{
	void *current = os_current();

	assert_true(worker_transition_to_parked(stage_as(index)));
	os_set_current(current);
}

/* The worker searches, as after its local work ran dry. */
static SCHED_UNUSED void scene_search(uint32_t index)
{
	struct worker *worker = &stage.runtime->workers[index];

	worker->is_searching = idle_transition_to_searching(&stage.runtime->idle);
	assert_true(worker->is_searching);
}

/* A token lies at the worker's parker, and is taken away. */
static SCHED_UNUSED bool scene_was_told(uint32_t index)
{
	return parker_try_take(&stage.runtime->workers[index].parker);
}

static SCHED_UNUSED void expect_idle(uint64_t searching, uint64_t unparked)
{
	struct idle *idle = &stage.runtime->idle;

	assert_int_equal(at_load_seq_cst(&idle->word),
			 searching * IDLE_SEARCHING_ONE + unparked * IDLE_UNPARKED_ONE);
	assert_int_equal(idle->sleeper_count, idle->workers - unparked);
}

/* -------------------------------------------------------------- queues -- */

static SCHED_UNUSED uint32_t scene_ring(uint32_t index)
{
	return local_queue_length_owned(&stage.runtime->workers[index].queue);
}

static SCHED_UNUSED uint64_t scene_inject(void)
{
	return inject_queue_length(&stage.runtime->inject);
}

/* --------------------------------------------------------- more actors -- */

/* Makes the next actor (its arg, or NULL) runnable, and is done. */
static SCHED_UNUSED enum sched_poll act_spawn_next(struct actor *actor,
						   struct sched_context *context)
{
	(void)context;
	if (actor->arg)
		actor_spawn((struct actor *)actor->arg);
	return SCHED_READY;
}

/* A row of actors, each of which makes the next one runnable. */
static SCHED_UNUSED void chain_of(struct actor *actors, uint32_t count, char name)
{
	for (uint32_t i = 0; i < count; i++) {
		actors[i] = actor_of(name, act_spawn_next);
		actors[i].arg = i + 1 < count ? &actors[i + 1] : NULL;
	}
}

/* Yields in its first poll, ready in the second. */
static SCHED_UNUSED enum sched_poll act_yield_once(struct actor *actor,
						   struct sched_context *context)
{
	return actor->polls == 1 ? sched_yield_now(context) : SCHED_READY;
}

/* Wakes itself in its first poll, ready in the second. */
static SCHED_UNUSED enum sched_poll act_wake_self_once(struct actor *actor,
						       struct sched_context *context)
{
	if (actor->polls > 1)
		return SCHED_READY;
	return act_wake_self(actor, context);
}

/* Spends the whole budget, then does as act_spawn_next. */
static SCHED_UNUSED enum sched_poll act_exhaust(struct actor *actor, struct sched_context *context)
{
	while (*context->budget > 0)
		sched_coop_proceed(context);
	return act_spawn_next(actor, context);
}

#endif
