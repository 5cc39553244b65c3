/* SPDX-License-Identifier: MIT */
/* plant.c - the planted slowdown: a loop of two instructions, calibrated. */
#include "harness/plant.h"

#include "harness/clock.h"

/* A third of a millisecond each; the fastest counts, because whatever disturbs
 * makes it slower. */
#define CALIBRATION_LOOPS 1000000u
#define CALIBRATION_RUNS  5u

/* Exactly two instructions a loop where it is written out, so that what was added
 * can be counted; a function of its own, so that it can be found. */
static void __attribute__((noinline)) plant_loop(uint64_t loops)
{
#if defined(__x86_64__)
	__asm__ volatile("1: dec %0\n\tjnz 1b" : "+r"(loops)::"cc");
#elif defined(__aarch64__)
	__asm__ volatile("1: subs %0, %0, #1\n\tb.ne 1b" : "+r"(loops)::"cc");
#else
	while (loops-- > 0)
		__asm__ volatile("" ::: "memory");
#endif
}

/* loops > 0; at least a nanosecond, because the clock may not have moved. */
static uint64_t timed_loop(uint64_t loops)
{
	uint64_t began = clock_now_ns();
	uint64_t took;

	plant_loop(loops);
	took = clock_now_ns() - began;
	return took ? took : 1;
}

void plant_calibrate(struct plant *plant)
{
	uint64_t best = UINT64_MAX;

	if (plant->percent <= 0)
		return;
	for (unsigned run = 0; run < CALIBRATION_RUNS; run++) {
		uint64_t took = timed_loop(CALIBRATION_LOOPS);

		best = took < best ? took : best;
		plant->calibration_loops += CALIBRATION_LOOPS;
	}
	plant->loops_per_ns = (double)CALIBRATION_LOOPS / (double)best;
}

uint64_t plant_spin(struct plant *plant, uint64_t block_ns)
{
	double share_ns = (double)block_ns * plant->percent / 100;
	uint64_t loops = (uint64_t)(share_ns * plant->loops_per_ns);
	uint64_t took;

	if (loops == 0)
		return 0;
	took = timed_loop(loops);
	plant->loops += loops;
	plant->ns += took;
	return took;
}
