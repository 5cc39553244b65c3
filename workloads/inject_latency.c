/* SPDX-License-Identifier: MIT */
/*
 * inject_latency - how long a task from outside waits for its first poll.
 *
 * A producer thread spawns one task at a time and blocks until it has run, onto
 * workers that run `load` tasks which yield for ever.  With load=0 it is mostly
 * the wake of a sleeping worker; with load it is how often busy workers look at
 * the shared queue.  Each task of the load is promised a turn per block (background.h):
 * probing goes on until all have had it.  Weakness: one probe in flight, so no queueing.
 *
 * With load the extra polls_waited says how long in polls, which no clock and no speed of
 * the machine is in: polls of the load that began between a spawn and the first poll of its
 * probe, added up over the probes that are units, those of the iterations asked for.  So
 * polls_waited / units is the mean.  Without load there is nothing to count, and no number.
 * Weakness: the load is counted just before the spawn and just after the first poll, so each
 * other worker may add a poll of those moments.
 */
#include <errno.h>

#include "workloads/background.h"

enum { PARAM_PROBES, PARAM_LOAD, PARAM_STALL_US };

/* A probe writes what it found, then raises: there is one at a time. */
static struct {
	struct sched_runtime *runtime;
	struct arm_histogram *latency;
	struct background load;
	struct workload_signal ran;
	uint64_t probes;
	uint64_t turns_before; /* of the load, when the probe was spawned */
	uint64_t polls_waited;
} shared;

struct probe {
	uint64_t spawned_ns; /* 0 after the end */
};

static void probe_drop(void *state)
{
	workload_drop_lost(state);
	workload_signal_raise(&shared.ran);
}

/* No look at what is not there: an idle runtime is to stay so. */
static uint64_t load_turns(void)
{
	return shared.load.count ? background_turns(&shared.load) : 0;
}

static enum sched_poll probe_poll(void *state, struct sched_context *context)
{
	struct probe *probe = (struct probe *)state;

	(void)context;
	if (!probe->spawned_ns)
		return workload_ran_again();
	arm_histogram_add(shared.latency, os_now() - probe->spawned_ns);
	shared.polls_waited += load_turns() - shared.turns_before;
	probe->spawned_ns = 0;
	workload_ran();
	workload_signal_raise(&shared.ran);
	return SCHED_READY;
}

static const struct sched_task_ops probe_ops = {
	.name = "inject_latency probe",
	.poll = probe_poll,
	.drop = probe_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct probe),
	.output_bytes = 0,
};

static void send_probes(void *arg)
{
	(void)arg;
	for (uint64_t i = 0; i < shared.probes; i++) {
		struct probe probe;

		shared.turns_before = load_turns();
		probe.spawned_ns = os_now();
		workload_spawn_on(shared.runtime, &probe_ops, &probe, NULL);
		workload_signal_wait(&shared.ran);
	}
}

static int iteration(struct workload_env *env)
{
	struct workload_producer producer;
	int error;

	workload_start(env);
	error = workload_producer_start(env, &producer, 0, send_probes, NULL);
	if (error == 0)
		workload_producer_join(&producer);
	workload_stop(env);
	return error;
}

/* Iterations; what is done beyond those asked for is no work, and no probe of it counts.
 * Sets *waited to polls_waited of the others. */
static int probe_all(struct workload_env *env, uint64_t *waited)
{
	uint64_t most = env->block->iterations + WORKLOAD_PATIENCE / shared.probes + 1;
	uint64_t done = 0;
	int error = 0;

	background_watch(&shared.load);
	while (error == 0 &&
	       (done < env->block->iterations || (background_waits(&shared.load) && done < most))) {
		error = iteration(env);
		if (++done == env->block->iterations)
			*waited = shared.polls_waited;
	}
	env->block->units = env->block->iterations * shared.probes;
	if (error == 0)
		workload_expect_runs(env, done * shared.probes);
	return error;
}

static int inject_latency_run(struct workload_env *env)
{
	uint64_t waited = 0;
	int error;

	shared.runtime = env->runtime;
	shared.latency = env->block->latency;
	shared.probes = env->params[PARAM_PROBES];
	shared.polls_waited = 0;
	workload_signal_init(&shared.ran);
	background_start(env, &shared.load, BACKGROUND_YIELDS, env->params[PARAM_LOAD],
			 (struct background_stall){ .ns = 1000 * env->params[PARAM_STALL_US],
						    .spins = true });
	error = probe_all(env, &waited);
	background_stop(env, &shared.load);
	if (shared.load.count)
		workload_extra(env, "polls_waited", "poll", ARM_SUM, (double)waited);
	workload_signal_fini(&shared.ran);
	return error;
}

static const struct arm_param params[] = {
	{ "probes", "tasks spawned, one at a time, per iteration", 1000, 1, 10000000 },
	{ "load", "tasks that spin and yield on the workers meanwhile", 0, 0, 100000 },
	{ "stall_us", "how long each of them spins per turn", 1, 1, 10000 },
};

/* The task that is starved is the second: one of the load, where there are two. */
static const struct workload_setting settings[] = {
	{ { "load=1" }, WORKLOAD_GIVES_TURNS },
	{ { "load=2" }, WORKLOAD_ENDS_BESIDE_LOAD },
	{ { NULL }, 0 },
};

WORKLOAD_UNITS(inject_latency, values[PARAM_PROBES])

WORKLOAD(inject_latency) = {
	.about = {
		.name = "inject_latency",
		.family = "probe",
		.unit = "probe",
		.measures = "Time from a remote spawn to the first poll of the task, until each "
			    "task of the load has had a turn; polls_waited: polls of the "
			    "load meanwhile.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = ARM_NEEDS_REMOTE | ARM_PARKS | ARM_LATENCY,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_ENDS_BESIDE_LOAD | WORKLOAD_GIVES_TURNS,
	.settings = settings,
	.run = inject_latency_run,
	.units = inject_latency_units,
};
