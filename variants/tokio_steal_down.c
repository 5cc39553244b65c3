/* SPDX-License-Identifier: MIT */
/* tokio_steal_down: tokio whose thieves take the smaller half (Blitz-IO). */
#define VARIANT_NAME	 "tokio_steal_down"
#define SCHED_STEAL_HALF STEAL_HALF_DOWN
#include "sched/engine.h"
