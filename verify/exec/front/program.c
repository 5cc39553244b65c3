/* SPDX-License-Identifier: MIT */
/* program.c - workloads by arm.h, scenarios by their section. */
#include "verify/exec/front/program.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "verify/exec/engine/exec.h"
#include "verify/exec/front/scenario.h"

extern const struct scenario *const __start_scenario_set[];
extern const struct scenario *const __stop_scenario_set[];

static int by_name(const void *a, const void *b)
{
	const struct scenario *const *one = a, *const *other = b;

	return strcmp((*one)->name, (*other)->name);
}

/* In order of names; NULL behind the last. */
static const struct scenario *scenario_at(uint32_t index)
{
	static const struct scenario **sorted;
	size_t count = (size_t)(__stop_scenario_set - __start_scenario_set);

	if (sorted == NULL) {
		sorted = malloc(count * sizeof(*sorted) + 1);
		if (sorted == NULL)
			abort();
		memcpy(sorted, __start_scenario_set, count * sizeof(*sorted));
		qsort(sorted, count, sizeof(*sorted), by_name);
	}
	return index < count ? sorted[index] : NULL;
}

const char *program_name(uint32_t index)
{
	const struct arm *arm = arm_self();
	const struct scenario *scenario;

	if (index < arm->workload_count)
		return arm->workloads[index]->name;
	scenario = scenario_at(index - arm->workload_count);
	return scenario ? scenario->name : NULL;
}

const char *program_about(const char *name)
{
	struct program program;

	if (program_find(name, &program) != 0)
		return "";
	return program.workload ? program.workload->measures : program.scenario->checks;
}

static void choose_params(struct program *program)
{
	for (uint32_t i = 0; i < program->workload->param_count && i < PROGRAM_PARAMS_MAX; i++) {
		const struct arm_param *param = &program->workload->params[i];
		uint64_t value = param->fallback < PROGRAM_SMALL ? param->fallback : PROGRAM_SMALL;

		value = value < param->min ? param->min : value;
		program->params[i] = value > param->max ? param->max : value;
	}
}

int program_find(const char *name, struct program *program)
{
	const struct arm *arm = arm_self();
	const struct scenario *scenario;

	*program = (struct program){ .name = name, .workers = 2, .iterations = 1 };
	for (uint32_t i = 0; i < arm->workload_count; i++)
		if (strcmp(arm->workloads[i]->name, name) == 0)
			program->workload = arm->workloads[i];
	if (program->workload) {
		choose_params(program);
		return 0;
	}
	for (uint32_t i = 0; (scenario = scenario_at(i)) != NULL; i++)
		if (strcmp(scenario->name, name) == 0)
			program->scenario = scenario;
	if (!program->scenario)
		return -ENOENT;
	program->workers = program->scenario->workers;
	return 0;
}

int program_set_param(struct program *program, const char *text)
{
	const char *value = strchr(text, '=');
	char *end;

	for (uint32_t i = 0; value && program->workload && i < program->workload->param_count;
	     i++) {
		const struct arm_param *param = &program->workload->params[i];
		size_t length = (size_t)(value - text);
		uint64_t number;

		if (strlen(param->name) != length || strncmp(param->name, text, length) != 0)
			continue;
		number = strtoull(value + 1, &end, 10);
		if (end == value + 1 || *end || number < param->min || number > param->max)
			return -EINVAL;
		program->params[i] = number;
		return 0;
	}
	return -ENOENT;
}

const char *program_faults(const struct program *program)
{
	return program->scenario && program->scenario->faults ? program->scenario->faults : "";
}

/* NULL, or why an allocation that fails would be no finding. */
static const char *program_needs_memory(const struct program *program)
{
	static const char *const pairs[] = { "ping_pong_bystanders", "ping_pong_pair",
					     "rendezvous" };
	const char *faults = program_faults(program);

	if (program->scenario && !strstr(faults, "alloc"))
		return "it takes every allocation for granted; out_of_memory does not";
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (strcmp(program->name, pairs[i]) == 0)
			return "two tasks hold what the other needs to end, so a spawn that fails "
			       "is the end";
	return NULL;
}

const char *program_refuses(const struct program *program)
{
	const struct scenario *scenario = program->scenario;

	if (program->errors_are_expected && program_needs_memory(program))
		return program_needs_memory(program);
	if (scenario)
		return scenario->refuses ? scenario->refuses() : NULL;
	return arm_self()->refuses(program->workload, program->params, program->workers);
}

const char *program_fails_by_design(const struct program *program)
{
	const struct scenario *scenario = program->scenario;

	return scenario && scenario->fails_by_design ? scenario->fails_by_design() : NULL;
}

/* Yielding bystanders, and chains that spawn, refill the slots for ever; bystanders that
 * overflow the local queue, the inject queue. */
const char *program_left_out(const struct program *program)
{
	bool bystanders = strcmp(program->name, "ping_pong_bystanders") == 0;
	bool chains = strcmp(program->name, "spawn_remote_busy2") == 0;

	if (scenario_slots_starve() && (bystanders || chains))
		return "may starve by design, B17 (fair_lifo shows it)";
	if (bystanders && scenario_knob_is("SCHED_INTERVAL", "INTERVAL_FIXED") &&
	    scenario_knob_is("SCHED_INTERVAL_FIXED", "1"))
		return "may starve by design: the inject queue always goes first";
	return NULL;
}

/* ------------------------------------------------------------------ run -- */

static void workload_run(const struct program *program, uint64_t seed)
{
	static struct arm_histogram latency;
	const struct arm *arm = arm_self();
	struct arm_config config = { .workers = program->workers, .seed = seed };
	struct arm_block block = { .params = program->params,
				   .iterations = program->iterations,
				   .seed = seed,
				   .latency = &latency };
	void *runtime = NULL;
	int error;

	memset(&latency, 0, sizeof(latency));
	error = arm->start(&config, &runtime);
	if (error == 0) {
		error = arm_run_whole(arm, runtime, program->workload, &block);
		if (block.error[0] && !program->errors_are_expected)
			exec_wrong(block.error);
		arm->stop(runtime);
	}
	if (error != 0 && !program->errors_are_expected)
		exec_wrong(strerror(-error));
}

void program_run(void *arg)
{
	const struct program *program = arg;
	struct scenario_env env = { .workers = program->workers, .seed = mc_random_seed() };

	if (program->scenario)
		program->scenario->run(&env);
	else
		workload_run(program, env.seed);
}
