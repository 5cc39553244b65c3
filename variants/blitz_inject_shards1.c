/* SPDX-License-Identifier: MIT */
/* blitz_inject_shards1: blitz_doc with one inject shard. */
#define VARIANT_NAME	    "blitz_inject_shards1"
#define SCHED_INJECT_SHARDS 1
#include "variants/blitz_doc.h"
#include "sched/engine.h"
