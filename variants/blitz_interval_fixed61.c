/* SPDX-License-Identifier: MIT */
/* blitz_interval_fixed61: blitz_doc with a fixed inject interval of 61. */
#define VARIANT_NAME   "blitz_interval_fixed61"
#define SCHED_INTERVAL INTERVAL_FIXED
#include "variants/blitz_doc.h"
#include "sched/engine.h"
