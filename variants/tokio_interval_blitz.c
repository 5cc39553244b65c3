/* SPDX-License-Identifier: MIT */
/* tokio_interval_blitz: tokio with Blitz-IO's interval tuner. */
#define VARIANT_NAME   "tokio_interval_blitz"
#define SCHED_INTERVAL INTERVAL_BLITZ
#include "sched/engine.h"
