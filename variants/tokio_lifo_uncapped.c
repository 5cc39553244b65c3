/* SPDX-License-Identifier: MIT */
/* tokio_lifo_uncapped: tokio with no cap on LIFO polls but the coop budget: what the cap costs. */
#define VARIANT_NAME   "tokio_lifo_uncapped"
#define SCHED_LIFO_CAP 0
#include "sched/engine.h"
