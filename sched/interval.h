/* SPDX-License-Identifier: MIT */
/*
 * interval.h - axis: after how many ticks a busy worker looks at the inject queue
 * first.
 * Sources: Tokio 1.53 multi_thread/stats.rs; Blitz-IO f533755 worker.zig.
 *
 * A hook pair: `sample` hears of each batch of polls (its length in ns and its
 * polls), `current` answers the interval in ticks.  A variant may bring its own
 * pair: define SCHED_INTERVAL_SAMPLE and SCHED_INTERVAL_CURRENT, functions of the
 * types below, and keep its state in struct interval's two words.  Every result row
 * then says SCHED_INTERVAL INTERVAL_HOOK and names both functions.
 *
 * Weakness: both tuners take the batch's length, which includes the scheduler's
 * own work and, on a shared CPU, other people's time.
 */
#ifndef SCHED_INTERVAL_H
#define SCHED_INTERVAL_H

#include "sched/check.h"
#include "sched/knobs.h"

#include <stdint.h>

struct interval {		   /* owner only */
	double average_ns;	   /* Tokio: per tick */
	uint64_t average_whole_ns; /* Blitz-IO: integer */
};

#define INTERVAL_SEED		 61u
#define INTERVAL_TOKIO_TARGET_NS 200000.0
#define INTERVAL_TOKIO_MIN	 2u
#define INTERVAL_TOKIO_MAX	 127u
#define INTERVAL_BLITZ_TARGET_NS 1000000u
#define INTERVAL_BLITZ_SEED_NS	 50000u
#define INTERVAL_BLITZ_MIN	 8u
#define INTERVAL_BLITZ_MAX	 255u

static inline void interval_init(struct interval *interval)
{
	interval->average_ns = INTERVAL_TOKIO_TARGET_NS / INTERVAL_SEED;
	interval->average_whole_ns = INTERVAL_BLITZ_SEED_NS;
}

/* 0.9^polls by squaring; polls is small. */
static inline double interval_decay(uint64_t polls)
{
	double factor = 0.9;
	double decay = 1.0;

	for (; polls > 0; polls >>= 1) {
		if (polls & 1)
			decay *= factor;
		factor *= factor;
	}
	return decay;
}

/* Tokio: mean of the batch, weighted by 1 - 0.9^polls. */
static inline void interval_tokio_sample(struct interval *interval, uint64_t ns, uint64_t polls)
{
	double mean = (double)ns / (double)polls;
	double weight = 1.0 - interval_decay(polls);

	interval->average_ns = weight * mean + (1.0 - weight) * interval->average_ns;
}

static inline uint32_t interval_tokio_current(const struct interval *interval)
{
	double polls = INTERVAL_TOKIO_TARGET_NS / interval->average_ns;

	if (polls < INTERVAL_TOKIO_MIN)
		return INTERVAL_TOKIO_MIN;
	if (!(polls < INTERVAL_TOKIO_MAX))
		return INTERVAL_TOKIO_MAX;
	return (uint32_t)polls;
}

/* Blitz-IO: a tenth of the batch's mean, whatever its size; truncating. */
static inline void interval_blitz_sample(struct interval *interval, uint64_t ns, uint64_t polls)
{
	double mean = (double)(ns / polls);
	double average = 0.1 * mean + 0.9 * (double)interval->average_whole_ns;

	interval->average_whole_ns = average < 1.0 ? 1 : (uint64_t)average;
}

static inline uint32_t interval_blitz_current(const struct interval *interval)
{
	uint64_t polls = INTERVAL_BLITZ_TARGET_NS / interval->average_whole_ns;

	if (polls < INTERVAL_BLITZ_MIN)
		return INTERVAL_BLITZ_MIN;
	return polls > INTERVAL_BLITZ_MAX ? INTERVAL_BLITZ_MAX : (uint32_t)polls;
}

static inline void interval_default_sample(struct interval *interval, uint64_t ns, uint64_t polls)
{
	if (SCHED_INTERVAL == INTERVAL_TOKIO)
		interval_tokio_sample(interval, ns, polls);
	else if (SCHED_INTERVAL == INTERVAL_BLITZ)
		interval_blitz_sample(interval, ns, polls);
}

static inline uint32_t interval_default_current(const struct interval *interval)
{
	if (SCHED_INTERVAL == INTERVAL_TOKIO)
		return interval_tokio_current(interval);
	if (SCHED_INTERVAL == INTERVAL_BLITZ)
		return interval_blitz_current(interval);
	return SCHED_INTERVAL_FIXED;
}

/* Changes of up to so many ticks are not made. */
#define INTERVAL_HYSTERESIS \
	(SCHED_INTERVAL == INTERVAL_TOKIO || SCHED_INTERVAL == INTERVAL_HOOK ? 2u : 0u)

/* Before the first sample. */
static inline uint32_t interval_initial(void)
{
	return SCHED_INTERVAL == INTERVAL_FIXED ? SCHED_INTERVAL_FIXED : INTERVAL_SEED;
}

#ifndef SCHED_INTERVAL_SAMPLE
#define SCHED_INTERVAL_SAMPLE	   interval_default_sample
#define SCHED_INTERVAL_CURRENT	   interval_default_current
#define SCHED_INTERVAL_NEEDS_CLOCK (SCHED_INTERVAL != INTERVAL_FIXED)
#endif
#ifndef SCHED_INTERVAL_NEEDS_CLOCK
#define SCHED_INTERVAL_NEEDS_CLOCK 1
#endif

#endif
