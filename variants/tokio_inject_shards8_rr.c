/* SPDX-License-Identifier: MIT */
/* tokio_inject_shards8_rr: tokio with eight inject shards, in turn. */
#define VARIANT_NAME	"tokio_inject_shards8_rr"
#define SCHED_INJECT	INJECT_SHARDED
#define SCHED_SHARD_KEY SHARD_ROUND_ROBIN
#include "sched/engine.h"
