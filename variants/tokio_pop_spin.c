/* SPDX-License-Identifier: MIT */
/* tokio_pop_spin: tokio whose owner waits for a thief (what design-claims says Tokio does). */
#define VARIANT_NAME "tokio_pop_spin"
#define SCHED_POP    POP_SPIN
#include "sched/engine.h"
