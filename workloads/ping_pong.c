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
#include "workloads/workload.h"

enum { PARAM_PAIRS, PARAM_CLONES };

static struct {
	struct workload_counter remaining;
	struct workload_counter references; /* the Arc's count */
	struct workload_counter senders;    /* the Sender's count */
	struct sched_oneshot *done;
	uint64_t pairs;
	bool clones;
} shared;

/* -------------------------------------------------------------- partner -- */

struct partner {
	struct sched_oneshot *ping; /* receiver */
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

	if (sched_oneshot_poll(partner->ping, context, &value, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(partner->ping);
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
	uint64_t number;	    /* what it sends */
	struct sched_oneshot *pong; /* receiver; NULL before the first poll */
};

static void player_end(void)
{
	if (shared.clones) {
		workload_counter_down(&shared.references);
		workload_counter_down(&shared.senders);
	}
	if (workload_counter_down(&shared.remaining))
		sched_oneshot_send(shared.done, shared.pairs);
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
	struct sched_oneshot *ping = sched_oneshot_create();
	struct partner partner = { .ping = ping, .pong = sched_oneshot_create() };

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

	if (!player->pong && !player_serve(player)) {
		player_drop(state);
		return SCHED_READY;
	}
	if (sched_oneshot_poll(player->pong, context, &answer, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(player->pong);
	if (answer != player->number + 1)
		workload_counter_add(&workload_wrong, 1);
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

/* ----------------------------------------------------------------- root -- */

struct root {
	uint64_t spawned;
};

static void spawn_players(void)
{
	for (uint64_t i = 0; i < shared.pairs; i++) {
		struct player player = { .number = i, .pong = NULL };

		if (shared.clones) {
			workload_counter_add(&shared.references, 1);
			workload_counter_add(&shared.senders, 1);
		}
		workload_spawn(&player_ops, &player, NULL);
	}
}

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;
	uint64_t pairs = 0;
	int status;

	if (!root->spawned) {
		root->spawned = 1;
		spawn_players();
	}
	if (sched_oneshot_poll(shared.done, context, &pairs, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(shared.done);
	if (pairs != shared.pairs)
		workload_counter_add(&workload_wrong, 1);
	return SCHED_READY;
}

static const struct sched_task_ops root_ops = {
	.name = "ping_pong root",
	.poll = root_poll,
	.drop = NULL,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* ---------------------------------------------------------------- block -- */

static bool all_ran_once(struct workload_env *env)
{
	uint64_t remaining = workload_counter_read(&shared.remaining);
	uint64_t references = workload_counter_read(&shared.references);

	return workload_expect_equal(env, "pairs not done, or done twice", remaining, 0) &&
	       workload_expect_equal(env, "references", references, 1);
}

static bool iteration(struct workload_env *env)
{
	struct root root = { .spawned = 0 };

	shared.done = sched_oneshot_create();
	if (!shared.done) {
		workload_fail(env, "no memory for a oneshot");
		return false;
	}
	workload_counter_set(&shared.remaining, shared.pairs);
	return workload_block_on_task(env, &root_ops, &root, NULL);
}

static int ping_pong_run(struct workload_env *env)
{
	shared.pairs = env->params[PARAM_PAIRS];
	shared.clones = env->params[PARAM_CLONES] != 0;
	workload_counter_init(&shared.remaining, 0);
	workload_counter_init(&shared.references, 1);
	workload_counter_init(&shared.senders, 1);
	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!all_ran_once(env) || !iteration(env)) /* a stray shows one iteration late */
			break;
	}
	workload_stop(env);
	all_ran_once(env);
	env->block->units = env->block->iterations * shared.pairs;
	workload_counter_fini(&shared.remaining);
	workload_counter_fini(&shared.references);
	workload_counter_fini(&shared.senders);
	return 0;
}

static const struct arm_param params[] = {
	{ "pairs", "pairs of tasks per iteration", 1000, 1, 10000000 },
	{ "clones", "1: each pair owns clones of an Arc and a Sender", 1, 0, 1 },
};

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
	.run = ping_pong_run,
};
