/* SPDX-License-Identifier: MIT */
/* first.h - needs what comes later. */
#include "sched/second.h"
#include "sched/elsewhere.h"
static void defined_in_second(void);
static inline void defined_here(void)
{
	defined_in_second();
}
