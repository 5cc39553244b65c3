/* SPDX-License-Identifier: MIT */
/*
 * plant.h - a slowdown of known size, to see whether the statistics find it.
 *
 * After the timed region of each block the main thread spins for a given share of
 * the block's own time, and what the spin took is added to the block.  The number
 * of loops comes from a calibration; what is added is what the clock says, so the
 * slowdown is real.  Nothing else of the sample knows, and C arms and peers are
 * slowed alike.
 *
 * Weakness: the spin is on one thread, after the work: it contends with nobody for
 * caches, locks or queues, and the workers are idle meanwhile.  It tests what a
 * known difference does to the statistics, not how a slower scheduler behaves.
 */
#ifndef HARNESS_PLANT_H
#define HARNESS_PLANT_H

#include <stdint.h>

struct plant {
	double percent; /* 0: nothing is planted */
	double loops_per_ns;
	uint64_t loops; /* summed over blocks, as ns */
	uint64_t ns;
	uint64_t calibration_loops; /* run to measure loops_per_ns */
};

/* Measures how fast this CPU loops now; takes a few milliseconds.  Without a
 * percentage it does nothing. */
void plant_calibrate(struct plant *plant);

/* The slowdown of a block that took block_ns; returns its measured length. */
uint64_t plant_spin(struct plant *plant, uint64_t block_ns);

#endif
