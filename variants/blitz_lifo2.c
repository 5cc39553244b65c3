/* SPDX-License-Identifier: MIT */
/* blitz_lifo2: blitz_doc with 2 LIFO slots. */
#define VARIANT_NAME	 "blitz_lifo2"
#define SCHED_LIFO_SLOTS 2
#include "variants/blitz_doc.h"
#include "sched/engine.h"
