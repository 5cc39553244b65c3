/* SPDX-License-Identifier: MIT */
/* engine.h - an engine with a hot path of one line. */
#include "sched/metrics.h"
struct metrics {
	long polls;
};
void poll_once(struct metrics *metrics);
void poll_once(struct metrics *metrics)
{
	(void)metrics;
	COUNT(metrics, polls, 1);
}
