/* SPDX-License-Identifier: MIT */
/* scenario.c - what scenarios share: a runtime, the ledger, the variant's knobs. */
#include "verify/exec/front/scenario.h"

#include <string.h>

static at_u32 ended[LEDGER_ROOM]; /* 0, or how the task ended */
enum ledger_end { LEDGER_OPEN, LEDGER_RAN, LEDGER_DROPPED };

struct sched_runtime *scenario_start(const struct scenario_env *env)
{
	struct sched_config config = { .workers = env->workers, .seed = env->seed };
	struct sched_runtime *runtime;

	return sched_runtime_create(&config, &runtime) == 0 ? runtime : NULL;
}

void ledger_init(void)
{
	for (uint32_t i = 0; i < LEDGER_ROOM; i++)
		at_init(&ended[i], LEDGER_OPEN);
}

void ledger_fini(void)
{
	for (uint32_t i = 0; i < LEDGER_ROOM; i++)
		at_fini(&ended[i]);
}

static void end(uint32_t task, enum ledger_end how)
{
	uint32_t before = LEDGER_OPEN;
	bool first;

	first = at_cas_acq_rel(&ended[task], &before, how); /* pairs: LG1, LG1 */
	scenario_check(first, "a task ends exactly once: run or dropped");
}

void ledger_ran(uint32_t task)
{
	end(task, LEDGER_RAN);
}

void ledger_dropped(uint32_t task)
{
	end(task, LEDGER_DROPPED);
}

bool ledger_has_ended(uint32_t task)
{
	return at_load_acquire(&ended[task]) != LEDGER_OPEN; /* pairs: LG1 */
}

void ledger_check(uint32_t count, uint32_t *ran)
{
	*ran = 0;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t how = at_load_acquire(&ended[i]); /* pairs: LG1 */

		scenario_check(how != LEDGER_OPEN, "no task is lost: each was run or dropped");
		*ran += how == LEDGER_RAN;
	}
}

const char *scenario_knob(const char *name)
{
	size_t count;
	const struct sched_knob *knobs = sched_knobs(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(knobs[i].name, name) == 0)
			return knobs[i].value;
	return "";
}

bool scenario_knob_is(const char *name, const char *value)
{
	return strcmp(scenario_knob(name), value) == 0;
}

bool scenario_slots_starve(void)
{
	return scenario_knob_is("SCHED_LIFO_CAP_COUNTS", "LIFO_CAP_COUNTS_POPS") &&
	       !scenario_knob_is("SCHED_LIFO_SLOTS", "0") &&
	       !scenario_knob_is("SCHED_LIFO_SLOTS", "1");
}
