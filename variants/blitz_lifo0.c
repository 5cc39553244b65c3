/* SPDX-License-Identifier: MIT */
/* blitz_lifo0: blitz_doc without LIFO slots. */
#define VARIANT_NAME	 "blitz_lifo0"
#define SCHED_LIFO_SLOTS 0
#include "variants/blitz_doc.h"
#include "sched/engine.h"
