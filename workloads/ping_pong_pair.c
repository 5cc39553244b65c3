/* SPDX-License-Identifier: MIT */
/*
 * ping_pong_pair - two long-lived tasks bounce a message; round trips in the
 * histogram.
 *
 * What a wake costs from the side of the one who waits: each way is a fresh
 * oneshot, nothing else runs.  Weakness: with the machine otherwise idle the two
 * tasks share one worker in schedulers that wake into a LIFO slot, so this shows
 * policy as much as speed.
 */
#include "workloads/bounce.h"

enum { PARAM_ROUNDS };

struct server {
	struct bounce bounce;
	uint64_t started;
};

static enum sched_poll server_poll(void *state, struct sched_context *context)
{
	struct server *server = (struct server *)state;

	if (!server->started) {
		server->started = 1;
		if (!bounce_start(&server->bounce)) {
			workload_counter_add(&workload_lost, 1);
			return SCHED_READY;
		}
	}
	return bounce_poll(&server->bounce, context);
}

static const struct sched_task_ops server_ops = {
	.name = "ping_pong_pair server",
	.poll = server_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(struct server),
	.output_bytes = 0,
};

static int ping_pong_pair_run(struct workload_env *env)
{
	uint64_t rounds = env->params[PARAM_ROUNDS];
	struct server server = {
		.bounce = { .rounds = rounds, .latency = env->block->latency, .waiting = NULL },
		.started = 0,
	};

	workload_start(env);
	for (uint64_t i = 0; i < env->block->iterations; i++) {
		if (!workload_block_on_task(env, &server_ops, &server, NULL))
			break;
	}
	workload_stop(env);
	env->block->units = env->block->iterations * rounds;
	return 0;
}

static const struct arm_param params[] = {
	{ "rounds", "round trips per iteration", 10000, 1, 10000000 },
};

WORKLOAD_UNITS(ping_pong_pair, values[PARAM_ROUNDS])

WORKLOAD(ping_pong_pair) = {
	.about = {
		.name = "ping_pong_pair",
		.family = "ping-pong",
		.unit = "round",
		.measures = "Round trip of a message between two tasks, a fresh oneshot each way.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_LATENCY,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.run = ping_pong_pair_run,
	.units = ping_pong_pair_units,
};
