/* SPDX-License-Identifier: MIT */
/* added_hook: a preset with a tuner of its own, which looks at inject every thirteenth tick. */
#define VARIANT_NAME "added_hook"
#include <stdint.h>

struct interval;
static void added_sample(struct interval *interval, uint64_t ns, uint64_t polls);
static uint32_t added_current(const struct interval *interval);

#define SCHED_INTERVAL_SAMPLE	   added_sample
#define SCHED_INTERVAL_CURRENT	   added_current
#define SCHED_INTERVAL_NEEDS_CLOCK 0
#include "sched/engine.h"

static void added_sample(struct interval *interval, uint64_t ns, uint64_t polls)
{
	(void)interval, (void)ns, (void)polls;
}

static uint32_t added_current(const struct interval *interval)
{
	(void)interval;
	return 13;
}
