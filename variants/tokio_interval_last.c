/* SPDX-License-Identifier: MIT */
/*
 * tokio_interval_last: the inject interval follows the last batch alone; Tokio takes an average.
 *
 * What is the average good for?  This is also the example of a hook: the preset names functions
 * of its own, includes the engine, and defines them (`schedlab list hooks`).
 * Weakness: a batch that was interrupted sets the interval until the next one ends.
 */
#define VARIANT_NAME "tokio_interval_last"
#include <stdint.h>

struct interval; /* sched/interval.h: two words for what the functions remember */
static void last_sample(struct interval *interval, uint64_t ns, uint64_t polls);
static uint32_t last_current(const struct interval *interval);

#define SCHED_INTERVAL_SAMPLE  last_sample
#define SCHED_INTERVAL_CURRENT last_current
#include "sched/engine.h"

static void last_sample(struct interval *interval, uint64_t ns, uint64_t polls)
{
	interval->average_ns = (double)ns / (double)polls;
}

static uint32_t last_current(const struct interval *interval)
{
	return interval_tokio_current(interval);
}
