/* SPDX-License-Identifier: MIT */
/* blitz_lifo1: blitz_doc with Tokio's single LIFO slot. */
#define VARIANT_NAME	 "blitz_lifo1"
#define SCHED_LIFO_SLOTS 1
#include "variants/blitz_doc.h"
#include "sched/engine.h"
