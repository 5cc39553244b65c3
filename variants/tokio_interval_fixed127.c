/* SPDX-License-Identifier: MIT */
/* tokio_interval_fixed127: tokio with a fixed inject interval of 127: the most that Tokio's tuner chooses. */
#define VARIANT_NAME	     "tokio_interval_fixed127"
#define SCHED_INTERVAL	     INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 127
#include "sched/engine.h"
