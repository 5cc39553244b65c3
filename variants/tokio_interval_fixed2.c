/* SPDX-License-Identifier: MIT */
/* tokio_interval_fixed2: tokio with a fixed inject interval of 2: the least that Tokio's tuner chooses. */
#define VARIANT_NAME	     "tokio_interval_fixed2"
#define SCHED_INTERVAL	     INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 2
#include "sched/engine.h"
