/* SPDX-License-Identifier: MIT */
/* blitz_slab: blitz_doc with tasks and oneshots from the slab. */
#define VARIANT_NAME	 "blitz_slab"
#define SCHED_TASK_ALLOC TASK_ALLOC_SLAB
#include "variants/blitz_doc.h"
#include "sched/engine.h"
