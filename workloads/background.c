/* SPDX-License-Identifier: MIT */
/*
 * background.c - the members of background.h.
 *
 * What a member knows of itself is in its state, and goes from link to link of a
 * chain; it is added up when the member ends.  So a turn costs a clock read and no
 * shared write but the first.  Weakness: the waits of all members are one maximum,
 * for a histogram would be of tasks that nobody waits for.
 */
#include "workloads/background.h"

struct member {
	struct background *of; /* NULL after the end */
	uint64_t ready_ns;     /* since when it waits: spawned, or yielded */
	uint64_t longest_wait_ns;
	uint64_t turns;
	bool had_turn; /* while watched */
	bool started;
};

static void member_note_turn(struct member *member)
{
	uint64_t wait = os_now() - member->ready_ns;

	if (wait > member->longest_wait_ns)
		member->longest_wait_ns = wait;
	if (!at_load_relaxed(&member->of->watching))
		return;
	member->turns++;
	if (!member->had_turn)
		workload_counter_down(&member->of->waiting);
	member->had_turn = true;
}

/* Who has ended waits no longer, whether it had a turn or was lost. */
static void member_end(struct member *member)
{
	struct background *of = member->of;
	uint64_t longest = at_load_relaxed(&of->longest_wait_ns);

	if (!member->had_turn)
		workload_counter_down(&of->waiting);
	workload_counter_add(&of->turns, member->turns);
	while (longest < member->longest_wait_ns &&
	       !at_cas_relaxed(&of->longest_wait_ns, &longest, member->longest_wait_ns))
		;
	member->of = NULL;
	if (workload_counter_down(&of->running))
		workload_signal_raise(&of->ended);
}

static void member_drop(void *state)
{
	workload_drop_lost(state);
	member_end((struct member *)state);
}

/* --------------------------------------------------------------- yields -- */

static enum sched_poll yielder_poll(void *state, struct sched_context *context)
{
	struct member *member = (struct member *)state;

	if (!member->of)
		return workload_ran_again();
	member_note_turn(member);
	if (member->started)
		spin_for(member->of->stall_ns);
	member->started = true;
	if (at_load_relaxed(&member->of->stopping)) {
		member_end(member);
		return SCHED_READY;
	}
	member->ready_ns = os_now();
	return sched_yield_now(context);
}

static const struct sched_task_ops yielder_ops = {
	.name = "background yielder",
	.poll = yielder_poll,
	.drop = member_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct member),
	.output_bytes = 0,
};

/* --------------------------------------------------------------- chains -- */

static enum sched_poll link_poll(void *state, struct sched_context *context);

static const struct sched_task_ops link_ops = {
	.name = "background link",
	.poll = link_poll,
	.drop = member_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct member),
	.output_bytes = 0,
};

static enum sched_poll link_poll(void *state, struct sched_context *context)
{
	struct member *member = (struct member *)state;

	(void)context;
	if (!member->of)
		return workload_ran_again();
	member_note_turn(member);
	if (at_load_relaxed(&member->of->stopping)) {
		member_end(member);
	} else {
		spin_for(member->of->stall_ns);
		member->ready_ns = os_now();
		workload_spawn(&link_ops, member, NULL);
		member->of = NULL;
	}
	return SCHED_READY;
}

/* ---------------------------------------------------------- start, stop -- */

void background_start(struct workload_env *env, struct background *background,
		      enum background_kind kind, uint64_t count, uint64_t stall_ns)
{
	at_init(&background->stopping, 0);
	at_init(&background->watching, 0);
	background->stall_ns = stall_ns;
	background->count = count;
	workload_counter_init(&background->running, count);
	workload_counter_init(&background->waiting, count);
	workload_counter_init(&background->turns, 0);
	at_init(&background->longest_wait_ns, 0);
	workload_signal_init(&background->ended);
	for (uint64_t i = 0; i < count; i++) {
		struct member member = {
			.of = background,
			.ready_ns = os_now(),
			.longest_wait_ns = 0,
			.turns = 0,
			.had_turn = false,
			.started = false,
		};

		workload_spawn_on(env->runtime,
				  kind == BACKGROUND_CHAINS ? &link_ops : &yielder_ops, &member,
				  NULL);
	}
}

static void report(struct workload_env *env, struct background *background, uint64_t starved)
{
	if (background->count == 0)
		return;
	workload_expect_equal(env, "background tasks not ended, or ended twice",
			      workload_counter_read(&background->running), 0);
	if (starved)
		workload_fail(env, "starved: %llu of %llu background tasks had no turn meanwhile",
			      (unsigned long long)starved, (unsigned long long)background->count);
	workload_extra(env, "background_turns", "turn", ARM_SUM,
		       (double)workload_counter_read(&background->turns));
	workload_extra(env, "background_wait_max_ns", "ns", ARM_MAX,
		       (double)at_load_relaxed(&background->longest_wait_ns));
}

void background_stop(struct workload_env *env, struct background *background)
{
	uint64_t starved = workload_counter_read(&background->waiting);

	at_store_relaxed(&background->watching, 0);
	at_store_relaxed(&background->stopping, 1);
	if (background->count)
		workload_signal_wait(&background->ended);
	report(env, background, starved);
	at_fini(&background->stopping);
	at_fini(&background->watching);
	workload_counter_fini(&background->running);
	workload_counter_fini(&background->waiting);
	workload_counter_fini(&background->turns);
	at_fini(&background->longest_wait_ns);
	workload_signal_fini(&background->ended);
}

void background_spawn_and_join(struct workload_env *env, struct background *background,
			       struct sched_join *handles, uint64_t tasks)
{
	uint64_t runs = env->block->iterations * tasks;
	uint64_t most = runs + WORKLOAD_PATIENCE;

	background_watch(background);
	workload_start(env);
	workload_spawn_and_join(env, handles, tasks, env->block->iterations);
	while (background_waits(background) && runs < most) {
		at_spin_hint(); /* it is others that must get on */
		workload_spawn_and_join(env, handles, tasks, 1);
		runs += tasks;
	}
	workload_stop(env);
	background_stop(env, background);
	env->block->units = env->block->iterations * tasks;
	workload_expect_runs(env, runs);
}
