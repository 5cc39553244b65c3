/* SPDX-License-Identifier: MIT */
/*
 * steps.h - work of a known amount: so many multiplications, each of which needs the one before,
 * so that there is nothing to leave out and nothing to do at once.
 *
 * For what must be the same on every machine and in every run; spin_for is of a known length.
 */
#ifndef WORKLOADS_STEPS_H
#define WORKLOADS_STEPS_H

#include <stdint.h>

#define STEPS_FIRST	 UINT64_C(0x9e3779b97f4a7c15)
#define STEPS_MULTIPLIER UINT64_C(6364136223846793005)

static inline uint64_t steps_work(uint64_t steps)
{
	uint64_t value = STEPS_FIRST;

	for (uint64_t i = 0; i < steps; i++)
		value = value * STEPS_MULTIPLIER + i;
	return value;
}

#endif
