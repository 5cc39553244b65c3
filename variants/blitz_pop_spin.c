/* SPDX-License-Identifier: MIT */
/* blitz_pop_spin: blitz_doc whose owner waits for a thief. */
#define VARIANT_NAME "blitz_pop_spin"
#define SCHED_POP    POP_SPIN
#include "variants/blitz_doc.h"
#include "sched/engine.h"
