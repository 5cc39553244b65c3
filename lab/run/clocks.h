/* SPDX-License-Identifier: MIT */
/*
 * clocks.h - can the times that a sample says of its blocks be as short as that?
 *
 * The runner sees a block from outside: its own clock, the CPU time of the sample's
 * process, and how long threads that wanted to run had to wait for a CPU.  From above a
 * block's time is bounded by the runner's clock (answer.c).  From below:
 *
 * - by CPU time: so many CPUs cannot burn more in `ns` than `ns` times their number;
 * - by the clock on the wall, without what the sample's threads and the runner waited
 *   for a CPU: a sample that sleeps burns nothing, and must have slept in its block.
 *   That is read only after a first block that seemed short: honest ones pay nothing.
 *
 * Set-up, verification and the answer are outside the timed region, so a block may take
 * longer than it says: a sample is red only if more than half of its blocks (the datum is
 * a median) say less than a fifth (BLOCK_SHARE) of what was seen, or as to CPU time all
 * together less than a third (SHARE), without an allowance: per block 0.5 ms of CPU time, or
 * 4 ms on the wall.  A loaded machine does not make a liar: CPU time does not grow with
 * load, and waiting is taken off.  Honest samples beside busy loops were seen at 2.4 times
 * in single blocks of a millisecond and more, at 2.1 in the median over a sample's blocks,
 * and at 1.2 over the sum of blocks whose mean is a millisecond or more.
 *
 * The CPU time that a sample says is bounded by that of its process: from above, with an
 * allowance for another clock, and from below, where a SHARE and a tick of the kernel on
 * each CPU per block may be missing: getrusage knows running threads by the tick.
 *
 * Weakness: a lie by less than SHARE, or within the allowances, is not seen.  Where the
 * kernel does not tell waiting times the wall's bound is not applied.  The processes that a
 * sample starts are not looked at.
 */
#ifndef LAB_CLOCKS_H
#define LAB_CLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct block;
struct sample;

#define CLOCKS_SHARE	   3u
#define CLOCKS_BLOCK_SHARE 5u

/* Of a sample, over its blocks. */
struct clocks {
	unsigned int cpus; /* that it may use */
	bool suspicious;   /* a block seemed short: look at waiting from now on */
	uint64_t said_ns, wall_ns, said_cpu_ns, cpu_ns;
	bool cpu_known; /* of all blocks */
	size_t blocks, short_cpu, short_wall;
	uint64_t start_ns, start_cpu_ns, start_waited_ns; /* of the block that runs */
	bool waits_known;
};

void clocks_block_starts(struct clocks *clocks, pid_t pid);
/* What the runner's clock says the block took at most. */
uint64_t clocks_block_ns(const struct clocks *clocks);
/* What the block says, and its wall time. */
void clocks_block_ends(struct clocks *clocks, pid_t pid, const struct block *block,
		       uint64_t wall_ns);
/* After the last block.  False after sample_fail. */
bool clocks_check(struct sample *sample);

#endif
