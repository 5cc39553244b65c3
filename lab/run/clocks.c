/* SPDX-License-Identifier: MIT */
/* clocks.c - see clocks.h. */
#include "lab/run/clocks.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "lab/base/lab.h"
#include "lab/gates/cpus.h"
#include "lab/gates/gate.h"
#include "lab/run/sample.h"

/* What a block may take beside what it times, whatever it says: of CPU time, and of the
 * wall's, in which a hypervisor may take a CPU away without a word. */
#define CPU_ALLOWANCE_NS  500000u
#define WALL_ALLOWANCE_NS 4000000u
/* Of the CPU time that a block says: above, for another clock; below, for a tick per CPU. */
#define MORE_ALLOWANCE_NS 1000000u
#define TICK_NS		  4000000u

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

static uint64_t minus(uint64_t a, uint64_t b)
{
	return a > b ? a - b : 0;
}

static bool is_too_short(uint64_t said_ns, uint64_t seen_ns, uint64_t allowance_ns, uint64_t share)
{
	return said_ns < minus(seen_ns, allowance_ns) / share;
}

void clocks_block_starts(struct clocks *clocks, pid_t pid)
{
	if (clocks->blocks == 0) {
		clocks->cpus = cpus_allowed_count();
		clocks->cpu_known = true;
	}
	if (clocks->suspicious)
		clocks->waits_known = waited(pid, &clocks->start_waited_ns);
	clocks->start_cpu_ns = gates_process_cpu_ns(pid);
	clocks->start_ns = now_ns();
}

uint64_t clocks_block_ns(const struct clocks *clocks)
{
	return now_ns() - clocks->start_ns;
}

void clocks_block_ends(struct clocks *clocks, pid_t pid, const struct block *block,
		       uint64_t wall_ns)
{
	uint64_t until_ns = gates_process_cpu_ns(pid),
		 cpu_ns = minus(until_ns, clocks->start_cpu_ns);
	uint64_t waits = 0;

	clocks->cpu_known = clocks->cpu_known && clocks->start_cpu_ns != 0 && until_ns != 0;
	clocks->blocks++;
	clocks->said_ns += block->ns;
	clocks->wall_ns += wall_ns;
	clocks->said_cpu_ns += block->cpu_ns;
	clocks->cpu_ns += cpu_ns;
	clocks->short_cpu += is_too_short(block->ns, cpu_ns / clocks->cpus, CPU_ALLOWANCE_NS,
					  CLOCKS_BLOCK_SHARE);
	if (clocks->suspicious && clocks->waits_known && waited(pid, &waits))
		clocks->short_wall += is_too_short(
			block->ns, minus(wall_ns, minus(waits, clocks->start_waited_ns)),
			WALL_ALLOWANCE_NS, CLOCKS_BLOCK_SHARE);
	clocks->suspicious = clocks->suspicious ||
			     is_too_short(block->ns, wall_ns, WALL_ALLOWANCE_NS,
					  CLOCKS_BLOCK_SHARE);
}

/* Together: what excuses one block does not excuse them all. */
static bool are_short(const struct clocks *clocks)
{
	return clocks->cpu_known && is_too_short(clocks->said_ns, clocks->cpu_ns / clocks->cpus,
						 clocks->blocks * CPU_ALLOWANCE_NS, CLOCKS_SHARE);
}

/* The CPU time that it says, beside that of its process. */
static bool check_cpu(struct sample *sample)
{
	const struct clocks *clocks = &sample->clocks;
	uint64_t seen = clocks->cpu_ns, blocks = clocks->blocks;

	if (!clocks->cpu_known)
		return true;
	if (clocks->said_cpu_ns <= seen + seen / 20 + blocks * MORE_ALLOWANCE_NS &&
	    !is_too_short(clocks->said_cpu_ns, seen, blocks * clocks->cpus * TICK_NS, CLOCKS_SHARE))
		return true;
	return sample_fail(sample, SAMPLE_LIED,
			   "it says that its blocks took %" PRIu64
			   " ns of CPU time, its process took %" PRIu64 " ns",
			   clocks->said_cpu_ns, seen);
}

bool clocks_check(struct sample *sample)
{
	const struct clocks *clocks = &sample->clocks;

	if (clocks->short_cpu > clocks->blocks / 2 || are_short(clocks))
		return sample_fail(sample, SAMPLE_LIED,
				   "it says that its blocks took %" PRIu64
				   " ns together, in which it burnt %" PRIu64
				   " ns of CPU time on %u CPUs",
				   clocks->said_ns, clocks->cpu_ns, clocks->cpus);
	/* The first that seemed short was not looked at so closely. */
	if (clocks->blocks > 1 && clocks->short_wall > (clocks->blocks - 1) / 2)
		return sample_fail(sample, SAMPLE_LIED,
				   "it says that its blocks took %" PRIu64
				   " ns together, the runner waited %" PRIu64 " ns for them",
				   clocks->said_ns, clocks->wall_ns);
	return check_cpu(sample);
}
