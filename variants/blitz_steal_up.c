/* SPDX-License-Identifier: MIT */
/* blitz_steal_up: blitz_doc whose thieves take the larger half (Tokio). */
#define VARIANT_NAME	 "blitz_steal_up"
#define SCHED_STEAL_HALF STEAL_HALF_UP
#include "variants/blitz_doc.h"
#include "sched/engine.h"
