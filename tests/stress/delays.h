/* SPDX-License-Identifier: MIT */
/*
 * delays.h - before everything else (-include) in a stress build with delays: a thread
 * may pause before any access through the seams.
 *
 * Mechanism: each thread draws from its own random numbers, seeded by SCHEDLAB_SEED and
 * the order in which threads begin: spin a little, give the CPU up, or sleep.  The seed
 * also says how often and how long, and which places in the code are slow, so that
 * every seed stretches other windows.
 *
 * Weakness: the pauses are repeatable, the interleaving is the machine's.  A pause
 * orders nothing, but it lets store buffers drain.
 */
#ifndef TESTS_STRESS_DELAYS_H
#define TESTS_STRESS_DELAYS_H

#include <stdint.h>

void delays_pause(void);
#define AT_PAUSE() delays_pause()

/* What the calling thread did. */
struct delays_counts {
	uint64_t accesses;
	uint64_t spins;
	uint64_t yields;
	uint64_t sleeps;
};
struct delays_counts delays_counts(void);

/* The calling thread begins again as number `thread` of a run with this seed; the
 * manner of pausing, which is the process's, is the seed's as well.  No other thread
 * may be in a seam. */
void delays_begin(uint64_t seed, uint64_t thread);

#endif
