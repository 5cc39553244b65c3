/* SPDX-License-Identifier: MIT */
/* tokio_lifo8: tokio with 8 LIFO slots; the newest resident makes room. */
#define VARIANT_NAME	 "tokio_lifo8"
#define SCHED_LIFO_SLOTS 8
#include "sched/engine.h"
