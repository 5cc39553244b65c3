/* SPDX-License-Identifier: MIT */
/* tokio_lifo_cap_flush: tokio that empties the slot into the ring at the cap (later Blitz-IO). */
#define VARIANT_NAME	  "tokio_lifo_cap_flush"
#define SCHED_LIFO_AT_CAP LIFO_AT_CAP_FLUSH
#include "sched/engine.h"
