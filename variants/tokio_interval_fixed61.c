/* SPDX-License-Identifier: MIT */
/* tokio_interval_fixed61: tokio with a fixed inject interval of 61 (before 1.29). */
#define VARIANT_NAME   "tokio_interval_fixed61"
#define SCHED_INTERVAL INTERVAL_FIXED
#include "sched/engine.h"
