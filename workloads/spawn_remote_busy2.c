/* SPDX-License-Identifier: MIT */
/*
 * spawn_remote_busy2 - spawn_remote_idle on workers that are busy with chains of
 * tasks that stall and spawn their successor.
 *
 * Each successor is a local spawn and goes first, so remote tasks depend on the
 * scheduler's care not to starve its shared queue.  The chains start before the
 * timed region and end after it, once per block.  Weakness: as in busy1.
 */
#include <errno.h>

#include "workloads/workload.h"

enum { PARAM_TASKS, PARAM_BACKGROUND, PARAM_STALL_US };

static struct {
	at_u32 stopping;
	struct workload_counter chains;
	struct workload_signal ended;
	uint64_t stall_ns;
} shared;

static void chain_end(void)
{
	if (workload_counter_down(&shared.chains))
		workload_signal_raise(&shared.ended);
}

static void link_drop(void *state)
{
	workload_drop_lost(state);
	chain_end();
}

static enum sched_poll link_poll(void *state, struct sched_context *context);

static const struct sched_task_ops link_ops = {
	.name = "spawn_remote_busy2 link",
	.poll = link_poll,
	.drop = link_drop,
	.drop_output = NULL,
	.state_bytes = 0,
	.output_bytes = 0,
};

static enum sched_poll link_poll(void *state, struct sched_context *context)
{
	(void)state;
	(void)context;
	if (at_load_relaxed(&shared.stopping)) {
		chain_end();
	} else {
		spin_for(shared.stall_ns);
		workload_spawn(&link_ops, NULL, NULL);
	}
	return SCHED_READY;
}

static void chains_start(struct workload_env *env, uint64_t chains)
{
	at_init(&shared.stopping, 0);
	workload_counter_init(&shared.chains, chains);
	workload_signal_init(&shared.ended);
	shared.stall_ns = env->params[PARAM_STALL_US] * 1000;
	for (uint64_t i = 0; i < chains; i++)
		workload_spawn_on(env->runtime, &link_ops, NULL, NULL);
}

static void chains_stop(struct workload_env *env)
{
	at_store_relaxed(&shared.stopping, 1);
	workload_signal_wait(&shared.ended);
	workload_expect_equal(env, "chains not ended, or ended twice",
			      workload_counter_read(&shared.chains), 0);
	at_fini(&shared.stopping);
	workload_counter_fini(&shared.chains);
	workload_signal_fini(&shared.ended);
}

static int spawn_remote_busy2_run(struct workload_env *env)
{
	uint64_t tasks = env->params[PARAM_TASKS];
	uint64_t chains = env->params[PARAM_BACKGROUND];
	size_t bytes = tasks * sizeof(struct sched_join);
	struct sched_join *handles = (struct sched_join *)sched_alloc(bytes);

	if (!handles)
		return -ENOMEM;
	chains_start(env, chains ? chains : env->config->workers);
	workload_spawn_and_join(env, handles, tasks);
	chains_stop(env);
	workload_expect_runs(env, env->block->units);
	sched_free(handles, bytes);
	return 0;
}

static const struct arm_param params[] = {
	{ "tasks", "tasks spawned per iteration", 1000, 1, 10000000 },
	{ "background", "background chains; 0: one per worker", 0, 0, 100000 },
	{ "stall_us", "how long a link of a chain spins", 10, 0, 1000000 },
};

WORKLOAD(spawn_remote_busy2) = {
	.about = {
		.name = "spawn_remote_busy2",
		.family = "spawn-heavy",
		.unit = "task",
		.measures = "Remote spawn and join while every task run locally spawns another.",
		.origin = "tokio rt_multi_threaded spawn_many_remote_busy2",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE,
	},
	.run = spawn_remote_busy2_run,
};
