/* SPDX-License-Identifier: MIT */
/*
 * ping_pong_bystanders - what two tasks that wake each other for ever do to the
 * rest: bystanders yield in a loop and record how long they wait for each turn.
 *
 * A scheduler that runs a woken task before anything else can keep the pair
 * going and let the bystanders wait; the histogram is of those waits.  The first
 * begins at the spawn, and the last ends with the poll that ends the bystander, so
 * none is left out, however long.  Each bystander is promised a turn while the pair
 * plays: the pair plays on until all have had it (rounds_beyond, which are no units
 * of work), and a block in which one never had it is wrong.
 *
 * Each bystander has a histogram of its own, merged when all have ended.  Weakness:
 * the clock read per yield is in the time of the rounds; and one turn is little, so
 * between that and a fair share the waits are to be read, not the time.
 */
#include <errno.h>

#include "workloads/bounce.h"

enum { PARAM_ROUNDS, PARAM_BYSTANDERS };

static at_u32 stopping;
static struct workload_counter waiting; /* bystanders without a turn in this iteration */

struct bystander {
	uint64_t ended; /* the output */
	struct arm_histogram *delays;
	uint64_t ready_ns; /* since when it waits for its turn: spawned, or yielded */
	bool had_turn;
};

static void note_turn(struct bystander *bystander)
{
	uint64_t now = os_now();

	arm_histogram_add(bystander->delays, now - bystander->ready_ns);
	bystander->ready_ns = now;
	if (__builtin_expect(!bystander->had_turn, 0)) {
		bystander->had_turn = true;
		workload_counter_down(&waiting);
	}
}

static enum sched_poll bystander_poll(void *state, struct sched_context *context)
{
	struct bystander *bystander = (struct bystander *)state;

	note_turn(bystander);
	if (at_load_relaxed(&stopping)) {
		workload_ran();
		bystander->ended = 1;
		return SCHED_READY;
	}
	return sched_yield_now(context);
}

/* Lost, and so nobody that the pair would play on for. */
static void bystander_drop(void *state)
{
	workload_drop_lost(state);
	if (!((struct bystander *)state)->had_turn)
		workload_counter_down(&waiting);
}

static const struct sched_task_ops bystander_ops = {
	.name = "ping_pong_bystanders bystander",
	.poll = bystander_poll,
	.drop = bystander_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct bystander),
	.output_bytes = sizeof(uint64_t),
};

/* --------------------------------------------------------------- server -- */

/* What the server works with is in memory of its own, not in its state. */
struct table {
	struct bounce bounce;
	uint64_t bystanders;
	uint64_t joined;
	struct sched_join *handles;
	struct arm_histogram *delays;
	uint64_t rounds_beyond; /* of the block */
	uint64_t starved;
	bool started;
	bool played;
};

static bool table_start(struct table *table)
{
	for (uint64_t i = 0; i < table->bystanders; i++) {
		struct bystander bystander = {
			.ended = 0,
			.delays = &table->delays[i],
			.ready_ns = os_now(),
			.had_turn = false,
		};

		workload_spawn(&bystander_ops, &bystander, &table->handles[i]);
	}
	table->started = true;
	return bounce_start(&table->bounce);
}

static enum sched_poll table_play(struct table *table, struct sched_context *context)
{
	if (!table->started && !table_start(table)) {
		workload_counter_add(&workload_lost, 1);
		table->played = true;
	}
	if (table->played)
		return SCHED_READY;
	if (bounce_poll(&table->bounce, context) == SCHED_PENDING)
		return SCHED_PENDING;
	table->played = true;
	table->rounds_beyond += table->bounce.done - table->bounce.rounds;
	table->starved += workload_counter_read(&waiting);
	return SCHED_READY;
}

static enum sched_poll server_poll(void *state, struct sched_context *context)
{
	struct table *table = *(struct table **)state;
	uint64_t ended;

	if (table_play(table, context) == SCHED_PENDING)
		return SCHED_PENDING;
	at_store_relaxed(&stopping, 1);
	while (table->joined < table->bystanders) {
		if (workload_join_one(&table->handles[table->joined], context, &ended) ==
		    SCHED_PENDING)
			return SCHED_PENDING;
		table->joined++;
	}
	workload_ran();
	return SCHED_READY;
}

static const struct sched_task_ops server_ops = {
	.name = "ping_pong_bystanders server",
	.poll = server_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(struct table *),
	.output_bytes = 0,
};

/* ---------------------------------------------------------------- block -- */

static void play_iterations(struct workload_env *env, struct table *table)
{
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		at_store_relaxed(&stopping, 0);
		workload_counter_set(&waiting, table->bystanders);
		table->started = false;
		table->played = false;
		table->joined = 0;
		if (!workload_block_on_task(env, &server_ops, &table, NULL))
			break;
	}
	workload_stop(env);
}

static void report(struct workload_env *env, const struct table *table)
{
	for (uint64_t i = 0; i < table->bystanders; i++)
		workload_histogram_merge(env->block->latency, &table->delays[i]);
	workload_extra(env, "rounds_beyond", "round", ARM_SUM, (double)table->rounds_beyond);
	if (table->starved)
		workload_fail(env, "starved: %llu bystanders had no turn while the pair played on",
			      (unsigned long long)table->starved);
	env->block->units = env->block->iterations * table->bounce.rounds;
	workload_expect_runs(env, env->block->iterations * (table->bystanders + 1));
}

static int ping_pong_bystanders_run(struct workload_env *env)
{
	uint64_t bystanders = env->params[PARAM_BYSTANDERS];
	size_t handle_bytes = bystanders * sizeof(struct sched_join) + 1;
	size_t delay_bytes = bystanders * sizeof(struct arm_histogram) + 1;
	struct table table = {
		.bounce = {
			.rounds = env->params[PARAM_ROUNDS],
			.latency = NULL,
			.waiting = &waiting,
		},
		.bystanders = bystanders,
		.joined = 0,
		.rounds_beyond = 0,
		.starved = 0,
		.handles = (struct sched_join *)os_alloc(handle_bytes, 16),
		.delays = (struct arm_histogram *)os_alloc(delay_bytes, 16),
	};
	int error = table.handles && table.delays ? 0 : -ENOMEM;

	at_init(&stopping, 0);
	workload_counter_init(&waiting, 0);
	if (error == 0) {
		for (uint64_t i = 0; i < bystanders; i++)
			workload_histogram_clear(&table.delays[i]);
		play_iterations(env, &table);
		report(env, &table);
	}
	os_free(table.handles, handle_bytes);
	os_free(table.delays, delay_bytes);
	at_fini(&stopping);
	workload_counter_fini(&waiting);
	return error;
}

static const struct arm_param params[] = {
	{ "rounds", "round trips of the pair per iteration", 10000, 1, 10000000 },
	{ "bystanders", "tasks that yield meanwhile", 8, 0, 1024 },
};

static const struct workload_setting settings[] = {
	{ { "rounds=200", "bystanders=2" }, 0 },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(ping_pong_bystanders, values[PARAM_ROUNDS])

WORKLOAD(ping_pong_bystanders) = {
	.about = {
		.name = "ping_pong_bystanders",
		.family = "ping-pong",
		.unit = "round",
		.measures = "How long yielding tasks wait, from their spawn, while two others wake "
			    "each other until each has had a turn.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_LATENCY,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES | WORKLOAD_GIVES_TURNS,
	.settings = settings,
	.run = ping_pong_bystanders_run,
	.units = ping_pong_bystanders_units,
};
