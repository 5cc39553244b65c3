/* SPDX-License-Identifier: MIT */
/* tokio_inject_shards8: tokio with eight inject shards, each thread to its own. */
#define VARIANT_NAME "tokio_inject_shards8"
#define SCHED_INJECT INJECT_SHARDED
#include "sched/engine.h"
