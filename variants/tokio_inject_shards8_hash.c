/* SPDX-License-Identifier: MIT */
/* tokio_inject_shards8_hash: tokio with eight inject shards, by hash of the task. */
#define VARIANT_NAME	"tokio_inject_shards8_hash"
#define SCHED_INJECT	INJECT_SHARDED
#define SCHED_SHARD_KEY SHARD_BY_TASK
#include "sched/engine.h"
