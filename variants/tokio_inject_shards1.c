/* SPDX-License-Identifier: MIT */
/* tokio_inject_shards1: tokio with one inject shard: the occupancy word alone. */
#define VARIANT_NAME	    "tokio_inject_shards1"
#define SCHED_INJECT	    INJECT_SHARDED
#define SCHED_INJECT_SHARDS 1
#include "sched/engine.h"
