/* SPDX-License-Identifier: MIT */
/*
 * control: missing_idle_recheck - the last searcher goes to sleep without a last look
 * at the queues.  With a timeout on the sleep it would be late only; there is none.
 * Origin: Blitz-IO's defect B16.
 */
#ifndef VERIFY_CONTROLS_MISSING_IDLE_RECHECK_H
#define VERIFY_CONTROLS_MISSING_IDLE_RECHECK_H

#define notify_if_work_pending right_notify_if_work_pending
#include "sched/schedule.h"
#undef notify_if_work_pending

static inline void notify_if_work_pending(struct sched_runtime *runtime)
{
	(void)runtime;
}

#endif
