/* SPDX-License-Identifier: MIT */
/* tokio_lifo_steal_quiet: tokio whose LIFO slot thieves may empty; who fills an empty slot tells
 * nobody, as Tokio #8120 proposes. */
#define VARIANT_NAME	 "tokio_lifo_steal_quiet"
#define SCHED_LIFO_STEAL LIFO_STEAL_LAST
#include "sched/engine.h"
