/* SPDX-License-Identifier: MIT */
/* tokio_interval_fixed1: tokio with a fixed inject interval of 1: looks at inject before every task. */
#define VARIANT_NAME	     "tokio_interval_fixed1"
#define SCHED_INTERVAL	     INTERVAL_FIXED
#define SCHED_INTERVAL_FIXED 1
#include "sched/engine.h"
