/* SPDX-License-Identifier: MIT */
/* tokio_lifo2: tokio with 2 LIFO slots; the newest resident makes room. */
#define VARIANT_NAME	 "tokio_lifo2"
#define SCHED_LIFO_SLOTS 2
#include "sched/engine.h"
