/* SPDX-License-Identifier: MIT */
/* blitz_pop_proceed: blitz_doc whose owner proceeds during a steal (Tokio). */
#define VARIANT_NAME "blitz_pop_proceed"
#define SCHED_POP    POP_PROCEED
#include "variants/blitz_doc.h"
#include "sched/engine.h"
