/* SPDX-License-Identifier: MIT */
/*
 * gate_ticks.c - whose CPU time was it?  Steal time and foreign load.
 *
 * Steal is a column of /proc/stat.  Foreign is what all tasks of the machine used
 * minus what the lab and its samples used, both to the ns.  Where the time of all
 * tasks is not to be had (in most containers), foreign is what was neither idle
 * nor stolen nor ours: an upper bound, because the way out of idle and interrupts
 * are in it.  Samples that park cause those themselves, so while they run a bound
 * must be over the limit by WAKING_PERCENT to count.
 *
 * The busy columns of /proc/stat are not used: they are sampled by the timer,
 * which tasks that sleep and wake can escape.  Two threads that wake each other
 * through pipes for 1 s on 2 CPUs, 17 quiet windows, Linux 6.18 with
 * TICK_CPU_ACCOUNTING: foreign by all tasks 0.4 to 1.6 %; by busy ticks -12 to
 * -17 %, so that much foreign load would go unseen; by the bound 3.5 to 5.5 %.
 *
 * Weakness: without all tasks, less than the bound is unknown, not measured; in a
 * container whose /proc/stat is its own, neighbours are invisible.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lab/gates/gate_file.h"
#include "lab/gates/gate_parts.h"

#define WAKING_PERCENT 5.0

/* In this order in every line of /proc/stat, see proc(5). */
enum { USER, NICE, SYSTEM, IDLE, IOWAIT, IRQ, SOFTIRQ, STEAL, COLUMNS };

static bool parse_total(const char *line, struct cpu_ticks *ticks)
{
	uint64_t t[COLUMNS];
	int got = sscanf(line,
			 "cpu %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64 " %" SCNu64
			 " %" SCNu64 " %" SCNu64,
			 &t[USER], &t[NICE], &t[SYSTEM], &t[IDLE], &t[IOWAIT], &t[IRQ], &t[SOFTIRQ],
			 &t[STEAL]);

	if (got != COLUMNS || strchr(line, '\n') == NULL)
		return false;
	ticks->idle = t[IDLE] + t[IOWAIT];
	ticks->steal = t[STEAL];
	for (int column = 0; column < COLUMNS; column++)
		ticks->total += t[column];
	return true;
}

static bool is_cpu_line(const char *line)
{
	return strncmp(line, "cpu", 3) == 0 && line[3] >= '0' && line[3] <= '9';
}

/* The lines behind those of the CPUs are long and of no use here. */
void ticks_read(const char *root, struct cpu_ticks *ticks)
{
	char path[GATE_PATH_BYTES], line[512];
	FILE *file;

	ticks->ticks_s = (unsigned int)sysconf(_SC_CLK_TCK);
	if (snprintf(path, sizeof(path), "%s/proc/stat", root) >= (int)sizeof(path))
		path[0] = '\0';
	file = fopen(path, "r");
	if (file == NULL) {
		strcpy(ticks->why, "/proc/stat cannot be read");
		return;
	}
	if (fgets(line, sizeof(line), file) == NULL || !parse_total(line, ticks))
		strcpy(ticks->why, "/proc/stat: its first line is not \"cpu\" and 8 numbers");
	while (fgets(line, sizeof(line), file) != NULL && is_cpu_line(line))
		ticks->cpus++;
	fclose(file);
	if (ticks->cpus == 0 && ticks->why[0] == '\0')
		strcpy(ticks->why, "/proc/stat: it has no line of a CPU");
}

static double ticks_ns(const struct gate_window *window, uint64_t ticks)
{
	return (double)ticks * 1e9 / window->end.ticks.ticks_s;
}

/* What all CPUs together could have done, in ns; 0 with the reason given. */
static double capacity(const struct gate_window *window, struct gate_reading *reading)
{
	const struct cpu_ticks *begin = &window->begin.ticks, *end = &window->end.ticks;
	const char *why = window_why(begin->why, end->why);
	double all = (double)(window->end.ns - window->begin.ns) * end->cpus;

	if (why != NULL)
		reading_unknown(reading, "%s", why);
	else if (begin->cpus != end->cpus)
		reading_unknown(reading, "%u CPUs became %u", begin->cpus, end->cpus);
	else if (end->idle < begin->idle || end->steal < begin->steal)
		reading_unknown(reading, "/proc/stat: a counter ran backwards");
	else if (all <= 0)
		reading_unknown(reading, "the window is empty");
	else if (end->total == begin->total)
		reading_unknown(reading, "/proc/stat stood still for %.0f ms",
				1e3 * window_seconds(window));
	else
		return all;
	return 0;
}

static void steal_judge(const struct gate_window *window, struct gate_reading *reading)
{
	double all = capacity(window, reading);
	uint64_t stolen = window->end.ticks.steal - window->begin.ticks.steal;

	if (all > 0)
		reading_judge(reading, 100 * ticks_ns(window, stolen) / all,
			      100 * ticks_ns(window, 1) / all);
}

GATE(steal) = {
	.place = 90,
	.name = "steal",
	.meaning = "did the hypervisor run another guest on these CPUs?",
	.remedy = "nothing helps from inside: another hour, or a machine with CPUs of its "
		  "own",
	.unit = "%",
	.limit = 2,
	.limit_reason = "the measurements this lab was planned from called up to 2 % quiet",
	.judge = steal_judge,
};

/* `ns` may be wrong by so many ticks.  Somewhat less than nothing is that; much
 * less means that the numbers do not belong together. */
static void judge_ns(const struct gate_window *window, double ns, unsigned int ticks, double all,
		     struct gate_reading *reading)
{
	double resolution = 100 * ticks_ns(window, ticks) / all;
	double percent = 100 * ns / all;

	if (percent < -(reading->gate->limit + resolution))
		reading_unknown(reading, "the lab used more CPU time than all tasks together");
	else
		reading_judge(reading, percent > 0 ? percent : 0, resolution);
}

/* Each CPU may be behind by a tick; idle and waiting are rounded down. */
static void judge_bound(const struct gate_window *window, double all, struct gate_reading *reading)
{
	const struct cpu_ticks *begin = &window->begin.ticks, *end = &window->end.ticks;
	double idle = ticks_ns(window, end->idle - begin->idle);
	double stolen = ticks_ns(window, end->steal - begin->steal);

	judge_ns(window, all - idle - stolen - (double)window->own_cpu_ns, end->cpus + 2, all,
		 reading);
	if (reading->state == GATE_BREACHED && window->moment == GATE_DURING &&
	    reading->value <= reading->gate->limit + WAKING_PERCENT)
		reading_unknown(reading,
				"an upper bound, and the samples' own waking may be in it");
	else if (reading->state != GATE_UNKNOWN)
		reading_note(reading, "an upper bound: what was neither idle, stolen nor ours");
}

static void foreign_load_judge(const struct gate_window *window, struct gate_reading *reading)
{
	const struct task_time *begin = &window->begin.tasks, *end = &window->end.tasks;
	double all = capacity(window, reading);

	if (all <= 0)
		return;
	/* Tasks that run are charged by the timer: each CPU may be behind by a tick. */
	if (window_why(begin->why, end->why) == NULL && end->ns >= begin->ns &&
	    end->groups == begin->groups)
		judge_ns(window, (double)(end->ns - begin->ns) - (double)window->own_cpu_ns,
			 window->end.ticks.cpus, all, reading);
	else
		judge_bound(window, all, reading);
}

GATE(foreign_load) = {
	.place = 100,
	.name = "foreign_load",
	.meaning = "did programs that are not samples take CPU time and caches?",
	.remedy = "find them with: top -b -n 1 | head -15; stop them or wait",
	.unit = "%",
	.limit = 5,
	.limit_reason = "the measurements this lab was planned from called up to 5 % of all "
			"CPUs quiet",
	.judge = foreign_load_judge,
};
