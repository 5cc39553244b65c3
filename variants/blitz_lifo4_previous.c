/* SPDX-License-Identifier: MIT */
/* blitz_lifo4_previous: blitz_doc whose newest resident makes room (Tokio). */
#define VARIANT_NAME	 "blitz_lifo4_previous"
#define SCHED_LIFO_EVICT LIFO_EVICT_PREVIOUS
#include "variants/blitz_doc.h"
#include "sched/engine.h"
