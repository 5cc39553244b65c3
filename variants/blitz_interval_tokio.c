/* SPDX-License-Identifier: MIT */
/* blitz_interval_tokio: blitz_doc with Tokio's interval tuner. */
#define VARIANT_NAME   "blitz_interval_tokio"
#define SCHED_INTERVAL INTERVAL_TOKIO
#include "variants/blitz_doc.h"
#include "sched/engine.h"
