/* SPDX-License-Identifier: MIT */
/* tokio_lifo4: tokio with 4 LIFO slots; the newest resident makes room. */
#define VARIANT_NAME	 "tokio_lifo4"
#define SCHED_LIFO_SLOTS 4
#include "sched/engine.h"
