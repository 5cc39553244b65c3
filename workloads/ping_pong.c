/* SPDX-License-Identifier: MIT */
/*
 * ping_pong - Tokio's bench: many pairs of short-lived tasks, two oneshots each.
 *
 * A root spawns `pairs` tasks.  Each makes two oneshots, spawns a partner that
 * awaits the first and answers on the second, sends, awaits the answer, counts
 * down; the last one completes the root.  Main waits with block_on(root) where
 * Tokio's bench blocks on a channel, so that an executor of one thread can run
 * it too.  Weakness: spawn and free weigh more here than the messages.
 */
#include "workloads/countdown.h"

enum { PARAM_PAIRS, PARAM_CLONES };

static bool with_clones;

/* -------------------------------------------------------------- partner -- */

struct partner {
	struct sched_oneshot *ping; /* receiver; NULL after the end */
	struct sched_oneshot *pong; /* sender */
};

static void partner_drop(void *state)
{
	struct partner *partner = (struct partner *)state;

	workload_drop_lost(state);
	sched_oneshot_drop_receiver(partner->ping);
	sched_oneshot_drop_sender(partner->pong);
}

static enum sched_poll partner_poll(void *state, struct sched_context *context)
{
	struct partner *partner = (struct partner *)state;
	uint64_t value = 0;
	int status;

	if (__builtin_expect(!partner->ping, 0))
		return workload_ran_again();
	if (sched_oneshot_poll(partner->ping, context, &value, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(partner->ping);
	partner->ping = NULL;
	sched_oneshot_send(partner->pong, value + 1);
	return SCHED_READY;
}

static const struct sched_task_ops partner_ops = {
	.name = "ping_pong partner",
	.poll = partner_poll,
	.drop = partner_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct partner),
	.output_bytes = 0,
};

/* --------------------------------------------------------------- player -- */

struct player {
	uint64_t number;	    /* what it sends; PLAYED after the end */
	struct sched_oneshot *pong; /* receiver; NULL before the first poll and after the end */
};

#define PLAYED UINT64_MAX

static void player_end(void)
{
	if (with_clones)
		countdown_drop_clones();
	countdown_down();
}

static void player_drop(void *state)
{
	struct player *player = (struct player *)state;

	workload_drop_lost(state);
	if (player->pong)
		sched_oneshot_drop_receiver(player->pong);
	player_end();
}

static void drop_both_halves(struct sched_oneshot *oneshot)
{
	if (!oneshot)
		return;
	sched_oneshot_drop_sender(oneshot);
	sched_oneshot_drop_receiver(oneshot);
}

/* false if there is no memory. */
static bool player_serve(struct player *player)
{
	struct sched_oneshot *ping = workload_oneshot();
	struct partner partner = { .ping = ping, .pong = workload_oneshot() };

	if (!ping || !partner.pong) {
		drop_both_halves(ping);
		drop_both_halves(partner.pong);
		return false;
	}
	player->pong = partner.pong;
	workload_spawn(&partner_ops, &partner, NULL);
	sched_oneshot_send(ping, player->number);
	return true;
}

static enum sched_poll player_poll(void *state, struct sched_context *context)
{
	struct player *player = (struct player *)state;
	uint64_t answer = 0;
	int status;

	if (!player->pong) {
		if (__builtin_expect(player->number == PLAYED, 0))
			return workload_ran_again();
		if (!player_serve(player)) {
			player_drop(state);
			return SCHED_READY;
		}
	}
	if (sched_oneshot_poll(player->pong, context, &answer, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(player->pong);
	if (answer != player->number + 1)
		workload_counter_add(&workload_wrong, 1);
	player->pong = NULL;
	player->number = PLAYED;
	player_end();
	return SCHED_READY;
}

static const struct sched_task_ops player_ops = {
	.name = "ping_pong player",
	.poll = player_poll,
	.drop = player_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct player),
	.output_bytes = 0,
};

/* ---------------------------------------------------------------- block -- */

static void spawn_players(void)
{
	for (uint64_t i = 0; i < countdown.total; i++) {
		struct player player = { .number = i, .pong = NULL };

		if (with_clones)
			countdown_clone();
		workload_spawn(&player_ops, &player, NULL);
	}
}

/* Timed: from the spawn of the root until main knows it has ended.  Verified: each
 * answer, and that every count is back at zero after each iteration. */
static int ping_pong_run(struct workload_env *env)
{
	uint64_t pairs = env->params[PARAM_PAIRS];

	with_clones = env->params[PARAM_CLONES] != 0;
	countdown_run(env, pairs, spawn_players);
	env->block->units = env->block->iterations * pairs;
	return 0;
}

static const struct arm_param params[] = {
	{ "pairs", "pairs of tasks per iteration", 1000, 1, 10000000 },
	{ "clones", "1: each pair owns clones of an Arc and a Sender", 1, 0, 1 },
};

WORKLOAD_UNITS(ping_pong, values[PARAM_PAIRS])

WORKLOAD(ping_pong) = {
	.about = {
		.name = "ping_pong",
		.family = "ping-pong",
		.unit = "pair",
		.measures = "Two spawns, two oneshots and their wakes per pair of tasks.",
		.origin = "tokio rt_multi_threaded ping_pong",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.run = ping_pong_run,
	.units = ping_pong_units,
};
