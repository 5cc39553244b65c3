/* SPDX-License-Identifier: MIT */
/* tokio_as_claimed: Tokio as docs/claims-document.md describes it, wrong where that is:
 * the owner's pop waits for a thief, inject has a mutex of its own, interval 61. */
#define VARIANT_NAME   "tokio_as_claimed"
#define SCHED_INJECT   INJECT_OWN_MUTEX
#define SCHED_POP      POP_SPIN
#define SCHED_INTERVAL INTERVAL_FIXED
#include "sched/engine.h"
