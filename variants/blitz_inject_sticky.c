/* SPDX-License-Identifier: MIT */
/* blitz_inject_sticky: blitz_doc whose threads push to their own shard. */
#define VARIANT_NAME	"blitz_inject_sticky"
#define SCHED_SHARD_KEY SHARD_BY_THREAD
#include "variants/blitz_doc.h"
#include "sched/engine.h"
