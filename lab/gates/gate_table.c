/* SPDX-License-Identifier: MIT */
/*
 * gate_table.c - every gate with its limit and the reason for the limit.
 *
 * "quiet" as it was used when this lab was planned: foreign CPU at most 5 % of
 * all CPUs, steal at most 2 %.
 */
#include <math.h>

#include "lab/gates/gate_parts.h"

const struct gate gate_table[GATE_COUNT] = {
	[GATE_GOVERNOR] = {
		.name = "governor",
		.meaning = "does the clock of a CPU follow its load, so that early blocks of "
			   "a sample run slower than late ones?",
		.remedy = "sudo cpupower frequency-set -g performance",
		.unit = "",
		.limit = NAN,
		.limit_reason = "every CPU has the governor performance",
		.kind = GATE_STATIC,
		.read = governor_read,
	},
	[GATE_TURBO] = {
		.name = "turbo",
		.meaning = "does the clock of a CPU depend on how busy and hot the others "
			   "are, so that a scheduler that leaves CPUs idle looks faster?",
		.remedy = "echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo "
			  "(without intel_pstate: echo 0 | sudo tee "
			  "/sys/devices/system/cpu/cpufreq/boost)",
		.unit = "",
		.limit = NAN,
		.limit_reason = "it is switched off",
		.kind = GATE_STATIC,
		.read = turbo_read,
	},
	[GATE_SMT] = {
		.name = "smt",
		.meaning = "may two workers share one core and take turns in its pipelines?",
		.remedy = "echo off | sudo tee /sys/devices/system/cpu/smt/control (or run with "
			  "--pin core)",
		.unit = "",
		.limit = NAN,
		.limit_reason = "no core has two threads",
		.kind = GATE_STATIC,
		.read = smt_read,
	},
	[GATE_CLOCK_SOURCE] = {
		.name = "clock_source",
		.meaning = "is reading the clock a system call, which is then in every short "
			   "interval?",
		.remedy = "echo tsc | sudo tee "
			  "/sys/devices/system/clocksource/clocksource0/current_clocksource",
		.unit = "",
		.limit = NAN,
		.limit_reason = "it is one that is read in user space",
		.kind = GATE_STATIC,
		.read = clock_source_read,
	},
	[GATE_PERF] = {
		.name = "perf_permission",
		.meaning = "are samples forbidden to count instructions, switches and "
			   "migrations?",
		.remedy = "sudo sysctl kernel.perf_event_paranoid=2",
		.unit = "",
		.limit = 2,
		.limit_reason = "up to 2 a process may count itself",
		.kind = GATE_STATIC,
		.read = perf_read,
	},
	[GATE_HUGE_PAGES_TRANSPARENT] = {
		.name = "huge_pages_transparent",
		.meaning = "is it chance whether a heap gets huge pages, so that two "
			   "processes of one program differ?",
		.remedy = "echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled",
		.unit = "",
		.limit = NAN,
		.limit_reason = "given only to those who ask, and no arm asks",
		.kind = GATE_STATIC,
		.read = huge_pages_transparent_read,
	},
	[GATE_HUGE_PAGES_RESERVED] = {
		.name = "huge_pages_reserved",
		.meaning = "is memory set aside that no arm uses? Told only, never a breach.",
		.remedy = "none needed",
		.unit = "pages",
		.limit = NAN,
		.limit_reason = "any number will do",
		.kind = GATE_STATIC,
		.read = huge_pages_reserved_read,
	},
	[GATE_QUOTA] = {
		.name = "quota",
		.meaning = "may the control group stop all threads until its next period?",
		.remedy = "run outside the limited group: docker run without --cpus, or "
			  "systemctl set-property UNIT CPUQuota=",
		.unit = "CPUs",
		.limit = NAN,
		.limit_reason = "a quota of all CPUs allowed cannot be used up",
		.kind = GATE_STATIC,
		.read = quota_read,
	},
	[GATE_STEAL] = {
		.name = "steal",
		.meaning = "did the hypervisor run another guest on these CPUs?",
		.remedy = "nothing helps from inside: another hour, or a machine with CPUs of its "
			  "own",
		.unit = "%",
		.limit = 2,
		.limit_reason = "the measurements this lab was planned from called up to 2 % quiet",
		.kind = GATE_DYNAMIC,
		.judge = steal_judge,
	},
	[GATE_FOREIGN_LOAD] = {
		.name = "foreign_load",
		.meaning = "did programs that are not samples take CPU time and caches?",
		.remedy = "find them with: top -b -n 1 | head -15; stop them or wait",
		.unit = "%",
		.limit = 5,
		.limit_reason = "the measurements this lab was planned from called up to 5 % of all "
				"CPUs quiet",
		.kind = GATE_DYNAMIC,
		.judge = foreign_load_judge,
	},
	[GATE_THROTTLED] = {
		.name = "throttled",
		.meaning = "had the control group used up its quota, so that all threads "
			   "stood still?",
		.remedy = "run outside the limited group: docker run without --cpus, or "
			  "systemctl set-property UNIT CPUQuota=",
		.unit = "periods",
		.limit = 0,
		.limit_reason = "one period lasts longer than a block",
		.kind = GATE_DYNAMIC,
		.judge = throttled_judge,
	},
	[GATE_PRESSURE] = {
		.name = "pressure",
		.meaning = "were threads ready to run that had to wait for a CPU?",
		.remedy = "see who waits with: vmstat 1 5; stop it or wait",
		.unit = "%",
		.limit = 5,
		.limit_reason = "the same part of the time as foreign load may take",
		.kind = GATE_DYNAMIC,
		.judge = pressure_judge,
	},
	[GATE_THERMAL] = {
		.name = "thermal",
		.meaning = "was a CPU slowed down because it was hot?",
		.remedy = "let it cool, or cap the clock: sudo cpupower frequency-set -u FREQUENCY",
		.unit = "events",
		.limit = 0,
		.limit_reason = "no throttling, and every zone is below its trip points",
		.kind = GATE_DYNAMIC,
		.judge = thermal_judge,
	},
	[GATE_CORE_LATENCY] = {
		.name = "core_latency",
		.meaning = "how long does a cache line take between two CPUs? Pairs are "
			   "binned by it; it is never a breach.",
		.remedy = "none needed",
		.unit = "ns",
		.limit = NAN,
		.limit_reason = "any value will do",
		.kind = GATE_PROBE,
	},
};
