/* SPDX-License-Identifier: MIT */
/* clocks.c - see clocks.h. */
#include "lab/clocks.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "lab/gates/cpus.h"
#include "lab/lab.h"
#include "lab/sample.h"

/* What a block may take beside what it times, whatever it says: of CPU time, and of the
 * wall's, in which a hypervisor may take a CPU away without a word. */
#define CPU_ALLOWANCE_NS  2000000u
#define WALL_ALLOWANCE_NS 4000000u

/* The second number of schedstat; false: this kernel does not count it. */
static bool thread_waited(const char *path, uint64_t *ns)
{
	FILE *file = fopen(path, "r");
	uint64_t waited = 0;
	bool known = file != NULL && fscanf(file, "%*u %" SCNu64, &waited) == 1;

	if (file != NULL)
		fclose(file);
	*ns += waited;
	return known;
}

/* What all threads of the sample and the runner's waited for a CPU so far. */
static bool waited(pid_t pid, uint64_t *ns)
{
	char path[320];
	struct dirent *entry;
	DIR *directory;
	bool known;

	*ns = 0;
	known = thread_waited("/proc/thread-self/schedstat", ns);
	snprintf(path, sizeof(path), "/proc/%d/task", (int)pid);
	directory = opendir(path);
	while (directory != NULL && (entry = readdir(directory)) != NULL) {
		snprintf(path, sizeof(path), "/proc/%d/task/%s/schedstat", (int)pid, entry->d_name);
		if (entry->d_name[0] != '.') /* a thread may end while we look */
			thread_waited(path, ns);
	}
	if (directory != NULL)
		closedir(directory);
	return known && directory != NULL;
}

/* 0: not to be had. */
static uint64_t cpu_time(pid_t pid)
{
	struct timespec time;
	clockid_t clock;

	if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0)
		return 0;
	return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static uint64_t minus(uint64_t a, uint64_t b)
{
	return a > b ? a - b : 0;
}

static bool is_too_short(uint64_t said_ns, uint64_t seen_ns, uint64_t allowance_ns)
{
	return said_ns < seen_ns / CLOCKS_SHARE && seen_ns - said_ns > allowance_ns;
}

void clocks_block_starts(struct clocks *clocks, pid_t pid)
{
	if (clocks->blocks == 0)
		clocks->cpus = cpus_allowed_count();
	if (clocks->suspicious)
		clocks->waits_known = waited(pid, &clocks->start_waited_ns);
	clocks->start_cpu_ns = cpu_time(pid);
	clocks->start_ns = now_ns();
}

uint64_t clocks_block_ns(const struct clocks *clocks)
{
	return now_ns() - clocks->start_ns;
}

void clocks_block_ends(struct clocks *clocks, pid_t pid, uint64_t ns, uint64_t wall_ns)
{
	uint64_t cpu_ns = minus(cpu_time(pid), clocks->start_cpu_ns), waits = 0;

	clocks->blocks++;
	clocks->said_ns += ns;
	clocks->wall_ns += wall_ns;
	clocks->short_cpu += is_too_short(ns, cpu_ns / clocks->cpus, CPU_ALLOWANCE_NS);
	if (clocks->suspicious && clocks->waits_known && waited(pid, &waits))
		clocks->short_wall += is_too_short(
			ns, minus(wall_ns, minus(waits, clocks->start_waited_ns)),
			WALL_ALLOWANCE_NS);
	clocks->suspicious = clocks->suspicious || is_too_short(ns, wall_ns, WALL_ALLOWANCE_NS);
}

bool clocks_check(struct sample *sample)
{
	const struct clocks *clocks = &sample->clocks;

	if (clocks->short_cpu > clocks->blocks / 2)
		return sample_fail(sample, SAMPLE_LIED,
				   "it says that its blocks took %" PRIu64
				   " ns together, but it burnt the CPU for much longer in %zu of "
				   "%zu",
				   clocks->said_ns, clocks->short_cpu, clocks->blocks);
	/* The first that seemed short was not looked at so closely. */
	if (clocks->blocks > 1 && clocks->short_wall > (clocks->blocks - 1) / 2)
		return sample_fail(sample, SAMPLE_LIED,
				   "it says that its blocks took %" PRIu64
				   " ns together, the runner waited %" PRIu64 " ns for them",
				   clocks->said_ns, clocks->wall_ns);
	return true;
}
