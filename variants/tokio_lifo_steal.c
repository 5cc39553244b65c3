/* SPDX-License-Identifier: MIT */
/* tokio_lifo_steal: tokio whose LIFO slot thieves may empty, with a wake for every local push, as
 * Tokio 1.51.0 had both (reverted in 1.51.2). */
#define VARIANT_NAME	  "tokio_lifo_steal"
#define SCHED_LIFO_STEAL  LIFO_STEAL_LAST
#define SCHED_LIFO_NOTIFY LIFO_NOTIFY_ALWAYS
#include "sched/engine.h"
