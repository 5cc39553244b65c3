/* SPDX-License-Identifier: MIT */
/* tokio_interval_fixed255: tokio with a fixed inject interval of 255: the most that Blitz-IO's tuner chooses. */
#define VARIANT_NAME	     "tokio_interval_fixed255"
#define SCHED_INTERVAL	     INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 255
#include "sched/engine.h"
