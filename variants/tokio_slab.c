/* SPDX-License-Identifier: MIT */
/* tokio_slab: tokio with tasks and oneshots from the slab. */
#define VARIANT_NAME	 "tokio_slab"
#define SCHED_TASK_ALLOC TASK_ALLOC_SLAB
#include "sched/engine.h"
