/* SPDX-License-Identifier: MIT */
/* tokio_lifo4_oldest: tokio with 4 LIFO slots; the oldest makes room (Blitz-IO). */
#define VARIANT_NAME	 "tokio_lifo4_oldest"
#define SCHED_LIFO_SLOTS 4
#define SCHED_LIFO_EVICT LIFO_EVICT_OLDEST
#include "sched/engine.h"
