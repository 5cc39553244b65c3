/* SPDX-License-Identifier: MIT */
/* tokio_lifo0: tokio without a LIFO slot: what the slot buys. */
#define VARIANT_NAME	 "tokio_lifo0"
#define SCHED_LIFO_SLOTS 0
#include "sched/engine.h"
