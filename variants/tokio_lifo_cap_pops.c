/* SPDX-License-Identifier: MIT */
/* tokio_lifo_cap_pops: tokio whose cap counts every local pop of a long tick (Blitz-IO). */
#define VARIANT_NAME	      "tokio_lifo_cap_pops"
#define SCHED_LIFO_CAP_COUNTS LIFO_CAP_COUNTS_POPS
#define SCHED_LIFO_AT_CAP     LIFO_AT_CAP_SKIP
#include "sched/engine.h"
