/* SPDX-License-Identifier: MIT */
/*
 * counter_table.c - what can be counted, and how.
 *
 * A lower rung stands in only where it counts the same thing: context switches
 * can be had four ways, instructions only from hardware.  Generic kernel events
 * come first, then the names of CPU families, because the kernel knows its PMU
 * best.  wakeups are those the thread made, not those it got.
 */
#include "harness/counter_table.h"

#include <string.h>

/* A table is read in columns. */
/* clang-format off */
#define HARDWARE(encoded) { .rung = RUNG_HARDWARE, .name = encoded }
#define TRACEPOINT(encoded) { .rung = RUNG_TRACEPOINT, .name = encoded }
#define SOFTWARE(encoded) { .rung = RUNG_SOFTWARE, .name = encoded }
#define RUSAGE(field, text) { .rung = RUNG_RUSAGE, .name = text, .usage = field }

/* Generic; AMD Zen; Intel; Arm. */
#define INSTRUCTIONS \
	{ HARDWARE("perf::INSTRUCTIONS"), HARDWARE("RETIRED_INSTRUCTIONS"), \
	  HARDWARE("INSTRUCTION_RETIRED"), HARDWARE("INST_RETIRED") }
#define CYCLES \
	{ HARDWARE("perf::CYCLES"), HARDWARE("CYCLES_NOT_IN_HALT"), \
	  HARDWARE("UNHALTED_CORE_CYCLES"), HARDWARE("CPU_CYCLES") }

/* name, user_only, never_zero, ways */
static const struct counter_event events[] = {
	{ "instructions", false, true, INSTRUCTIONS },
	{ "instructions_user", true, true, INSTRUCTIONS },
	{ "cycles", false, true, CYCLES },
	{ "cycles_user", true, true, CYCLES },
	{ "branches", false, true,
	  { HARDWARE("perf::BRANCHES"), HARDWARE("RETIRED_BRANCH_INSTRUCTIONS"),
	    HARDWARE("BRANCH_INSTRUCTIONS_RETIRED"), HARDWARE("BR_INST_RETIRED:ALL_BRANCHES"),
	    HARDWARE("BR_RETIRED") } },
	{ "branch_misses", false, false,
	  { HARDWARE("perf::BRANCH-MISSES"), HARDWARE("RETIRED_BRANCH_INSTRUCTIONS_MISPREDICTED"),
	    HARDWARE("MISPREDICTED_BRANCH_RETIRED"), HARDWARE("BR_MISP_RETIRED:ALL_BRANCHES"),
	    HARDWARE("BR_MIS_PRED_RETIRED") } },
	{ "cache_references", false, false,
	  { HARDWARE("perf::CACHE-REFERENCES"), HARDWARE("LONGEST_LAT_CACHE:REFERENCE"),
	    HARDWARE("L2D_CACHE") } },
	{ "cache_misses", false, false,
	  { HARDWARE("perf::CACHE-MISSES"), HARDWARE("LONGEST_LAT_CACHE:MISS"),
	    HARDWARE("L2D_CACHE_REFILL") } },
	{ "l1d_load_misses", false, false,
	  { HARDWARE("perf::L1-DCACHE-LOAD-MISSES"), HARDWARE("MEM_LOAD_RETIRED:L1_MISS"),
	    HARDWARE("L1D_CACHE_REFILL") } },
	/* Atomic read-modify-writes.  x86 only: Arm has no single event for them.
	 * Zen 3 and 4 have but the bus locks of this event, which are rarer. */
	{ "locked_instructions", true, false,
	  { HARDWARE("RETIRED_LOCK_INSTRUCTIONS:CACHEABLE_LOCKS"),
	    HARDWARE("MEM_INST_RETIRED:LOCK_LOADS"), HARDWARE("MEM_UOPS_RETIRED:LOCK_LOADS") } },
	{ "context_switches", false, false,
	  { TRACEPOINT("sched:sched_switch"), SOFTWARE("perf::CONTEXT-SWITCHES"),
	    RUSAGE(USAGE_SWITCHES, "ru_nvcsw + ru_nivcsw") } },
	{ "wakeups", false, false, { TRACEPOINT("sched:sched_waking") } },
	{ "futex_calls", false, false, { TRACEPOINT("syscalls:sys_enter_futex") } },
	{ "migrations", false, false, { SOFTWARE("perf::CPU-MIGRATIONS") } },
	{ "page_faults", false, false,
	  { SOFTWARE("perf::PAGE-FAULTS"), RUSAGE(USAGE_FAULTS, "ru_minflt + ru_majflt") } },
	{ "major_faults", false, false,
	  { SOFTWARE("perf::MAJOR-FAULTS"), RUSAGE(USAGE_MAJOR_FAULTS, "ru_majflt") } },
	{ "task_clock", false, false,
	  { SOFTWARE("perf::TASK-CLOCK"), RUSAGE(USAGE_CPU_NS, "ru_utime + ru_stime") } },
};

static const struct counter_group groups[] = {
	{ "default",
	  { "instructions", "instructions_user", "cycles", "locked_instructions",
	    "context_switches", "wakeups", "migrations", "page_faults" } },
	{ "software",
	  { "task_clock", "context_switches", "migrations", "page_faults", "major_faults" } },
	{ "hardware",
	  { "instructions", "instructions_user", "cycles", "cycles_user", "branch_misses",
	    "cache_misses", "locked_instructions" } },
	{ "tracepoints", { "context_switches", "wakeups", "futex_calls" } },
	{ "cache", { "instructions", "cache_references", "cache_misses", "l1d_load_misses" } },
	{ "branch", { "instructions", "branches", "branch_misses" } },
	{ "none", { NULL } },
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

const char *counter_rung_name(enum counter_rung rung)
{
	static const char *const names[] = { "hardware", "tracepoint", "software", "rusage",
					     "unavailable" };

	return names[rung];
}

const struct counter_event *counter_event_find(const char *name)
{
	size_t i;

	for (i = 0; i < COUNT(events); i++)
		if (strcmp(events[i].name, name) == 0)
			return &events[i];
	return NULL;
}

const struct counter_group *counter_groups(size_t *count)
{
	*count = COUNT(groups);
	return groups;
}

const struct counter_group *counter_group_find(const char *name)
{
	size_t i;

	for (i = 0; i < COUNT(groups); i++)
		if (strcmp(groups[i].name, name) == 0)
			return &groups[i];
	return NULL;
}
