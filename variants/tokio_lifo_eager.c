/* SPDX-License-Identifier: MIT */
/* tokio_lifo_eager: tokio that tells a parked worker of every LIFO push (Tokio 1.51.0, reverted). */
#define VARIANT_NAME	  "tokio_lifo_eager"
#define SCHED_LIFO_NOTIFY LIFO_NOTIFY_ALWAYS
#include "sched/engine.h"
