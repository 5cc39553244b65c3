/* SPDX-License-Identifier: MIT */
/* tokio_lifo_quiet: tokio that tells nobody of a displaced task. */
#define VARIANT_NAME	  "tokio_lifo_quiet"
#define SCHED_LIFO_NOTIFY LIFO_NOTIFY_NEVER
#include "sched/engine.h"
