/* SPDX-License-Identifier: MIT */
/*
 * broken.h - what the broken presets share.  Each is the twin of Tokio with one defect,
 * which verification must reject: `workload_promise` of workloads/workload.h says which
 * workload has to notice which.  Never measured; a green row of one is a fault of the lab,
 * but where the workload promises nothing that is broken.
 *
 * Tasks are picked by their number, in the order of spawning, so that the same ones are
 * hit in every run; number 1 is the root where there is one.  No preset touches memory
 * that is not its own: what comes of it is the workload's doing.
 */
#ifndef VARIANTS_BROKEN_H
#define VARIANTS_BROKEN_H

#include "sched/task.h"

#ifdef SCHED_TINY
#define BROKEN_EVERY 4u
#else
#define BROKEN_EVERY 1000u
#endif

static inline bool broken_hits(uint64_t number)
{
	return number % BROKEN_EVERY == 2;
}

#endif
