/* SPDX-License-Identifier: MIT */
/* blitz_inject_rr: blitz_doc that pushes to the shards in turn. */
#define VARIANT_NAME	"blitz_inject_rr"
#define SCHED_SHARD_KEY SHARD_ROUND_ROBIN
#include "variants/blitz_doc.h"
#include "sched/engine.h"
