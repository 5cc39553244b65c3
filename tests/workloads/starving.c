/* SPDX-License-Identifier: MIT */
/*
 * starving: a scheduler that lets two tasks which wake each other keep a worker for
 * ever, because neither the cap on LIFO polls nor the budget ever ends a tick.  Each
 * task runs once, so no sum is wrong.  Never measured; for test_starving.c.
 */
#define VARIANT_NAME   "starving"
#define SCHED_LIFO_CAP 1000000000
#define SCHED_BUDGET   1000000000
#include "sched/engine.h"
