/* SPDX-License-Identifier: MIT */
/* tokio_pop_spin: tokio whose owner waits for a thief (Tokio, by docs/claims-document.md). */
#define VARIANT_NAME "tokio_pop_spin"
#define SCHED_POP    POP_SPIN
#include "sched/engine.h"
