/* SPDX-License-Identifier: MIT */
/* blitz_lifo8: blitz_doc with 8 LIFO slots. */
#define VARIANT_NAME	 "blitz_lifo8"
#define SCHED_LIFO_SLOTS 8
#include "variants/blitz_doc.h"
#include "sched/engine.h"
