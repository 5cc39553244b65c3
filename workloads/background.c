/* SPDX-License-Identifier: MIT */
/*
 * background.c - the members of background.h.
 *
 * What a member knows of itself is in its state, and goes from link to link of a
 * chain; it is added up when the member ends.  Turns are added up when they are read.  So
 * a turn costs a clock read and no shared write but the first.  Weakness: the waits of all members are one maximum,
 * for a histogram would be of tasks that nobody waits for.
 */
#include "workloads/background.h"

struct member {
	struct background *of; /* NULL after the end */
	uint64_t ready_ns;     /* since when it waits: spawned, or yielded */
	uint64_t longest_wait_ns;
	uint32_t watch; /* the last in which it had a turn */
	bool started;
};

static void count_turn(struct background *background)
{
	at_u64 *turns = &background->turns[sched_worker_index() + 1].runs;
	uint64_t before = at_load_owned(turns);

	at_store_relaxed(turns, before + 1);
}

static void member_note_turn(struct member *member)
{
	uint64_t wait = os_now() - member->ready_ns;
	uint32_t watch = at_load_acquire(&member->of->watch); /* pairs: WG1 */

	if (wait > member->longest_wait_ns)
		member->longest_wait_ns = wait;
	if (!member->started)
		workload_counter_add(&member->of->started, 1);
	member->started = true;
	if (watch == 0)
		return;
	count_turn(member->of);
	if (member->watch != watch)
		workload_counter_down(&member->of->waiting);
	member->watch = watch;
}

static void member_stall(const struct background_stall *stall)
{
	uint64_t until;

	if (stall->spins) {
		spin_for(stall->ns);
		return;
	}
	until = os_now() + stall->ns;
	while (os_now() < until)
		os_yield();
}

/* Who has ended waits no longer, whether it had a turn or was lost. */
static void member_end(struct member *member)
{
	struct background *of = member->of;
	uint64_t longest = at_load_relaxed(&of->longest_wait_ns);

	if (member->watch != at_load_acquire(&of->watch)) /* pairs: WG1 */
		workload_counter_down(&of->waiting);
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
	bool yielded = member->started;

	if (!member->of)
		return workload_ran_again();
	member_note_turn(member);
	if (yielded)
		member_stall(&member->of->stall);
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
		member_stall(&member->of->stall);
		member->ready_ns = os_now();
		workload_spawn(&link_ops, member, NULL);
		member->of = NULL;
	}
	return SCHED_READY;
}

/* ---------------------------------------------------------- start, stop -- */

void background_start(struct workload_env *env, struct background *background,
		      enum background_kind kind, uint64_t count, struct background_stall stall)
{
	at_init(&background->stopping, 0);
	at_init(&background->watch, 0);
	background->stall = stall;
	background->count = count;
	background->workers = env->config->workers;
	workload_counter_init(&background->running, count);
	workload_counter_init(&background->started, 0);
	workload_counter_init(&background->waiting, count);
	for (uint32_t i = 0; i <= background->workers; i++)
		at_init(&background->turns[i].runs, 0);
	at_init(&background->longest_wait_ns, 0);
	workload_signal_init(&background->ended);
	for (uint64_t i = 0; i < count; i++) {
		struct member member = {
			.of = background,
			.ready_ns = os_now(),
			.longest_wait_ns = 0,
			.watch = 0,
			.started = false,
		};

		workload_spawn_on(env->runtime,
				  kind == BACKGROUND_CHAINS ? &link_ops : &yielder_ops, &member,
				  NULL);
	}
}

/* Who has ended is promised nothing. */
void background_watch(struct background *background)
{
	uint32_t next = at_load_relaxed(&background->watch) + 1;

	workload_counter_set(&background->waiting, workload_counter_read(&background->running));
	at_store_release(&background->watch, next); /* pairs: WG1 - waiting is set */
}

uint64_t background_turns(struct background *background)
{
	uint64_t turns = 0;

	for (uint32_t i = 0; i <= background->workers; i++)
		turns += at_load_relaxed(&background->turns[i].runs);
	return turns;
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
		       (double)background_turns(background));
	workload_extra(env, "background_wait_max_ns", "ns", ARM_MAX,
		       (double)at_load_relaxed(&background->longest_wait_ns));
}

void background_stop(struct workload_env *env, struct background *background)
{
	uint64_t starved = workload_counter_read(&background->waiting);

	at_store_relaxed(&background->watch, 0);
	at_store_relaxed(&background->stopping, 1);
	if (background->count)
		workload_signal_wait(&background->ended);
	report(env, background, starved);
	at_fini(&background->stopping);
	at_fini(&background->watch);
	workload_counter_fini(&background->running);
	workload_counter_fini(&background->started);
	workload_counter_fini(&background->waiting);
	for (uint32_t i = 0; i <= background->workers; i++)
		at_fini(&background->turns[i].runs);
	at_fini(&background->longest_wait_ns);
	workload_signal_fini(&background->ended);
}

/* Until no member waits, as long as patience lasts; returns how many tasks that were. */
static uint64_t spawn_until_all_had_turns(struct workload_env *env, struct background *background,
					  struct sched_join *handles, uint64_t tasks)
{
	uint64_t runs = 0;

	while (background_waits(background) && runs < WORKLOAD_PATIENCE) {
		at_spin_hint(); /* it is others that must get on */
		workload_spawn_and_join(env, handles, tasks, 1);
		runs += tasks;
	}
	return runs;
}

/* One iteration at least, so that the spawning is at work as well. */
static uint64_t settle(struct workload_env *env, struct background *background,
		       struct sched_join *handles, uint64_t tasks)
{
	background_watch(background);
	workload_spawn_and_join(env, handles, tasks, 1);
	return tasks + spawn_until_all_had_turns(env, background, handles, tasks);
}

/* The iterations and nothing else are in the time; returns how many tasks were run.  Who is
 * starved before it begins is so as well: there is nothing to time. */
static uint64_t spawn_in_time(struct workload_env *env, struct background *background,
			      struct sched_join *handles, uint64_t tasks)
{
	uint64_t started = workload_counter_read(&background->started);
	uint64_t starts, tail;

	if (background_waits(background))
		return 0;
	background_watch(background);
	workload_start(env);
	workload_spawn_and_join(env, handles, tasks, env->block->iterations);
	workload_stop(env);
	starts = workload_counter_read(&background->started) - started;
	tail = spawn_until_all_had_turns(env, background, handles, tasks);
	workload_extra(env, "background_starts", "task", ARM_SUM, (double)starts);
	workload_extra(env, "background_tail", "task", ARM_SUM, (double)tail);
	return env->block->iterations * tasks + tail;
}

void background_spawn_and_join(struct workload_env *env, struct background *background,
			       struct sched_join *handles, uint64_t tasks)
{
	uint64_t runs = settle(env, background, handles, tasks);

	runs += spawn_in_time(env, background, handles, tasks);
	background_stop(env, background);
	env->block->units = env->block->iterations * tasks;
	workload_expect_runs(env, runs);
}
