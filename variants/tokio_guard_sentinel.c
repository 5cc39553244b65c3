/* SPDX-License-Identifier: MIT */
/* tokio_guard_sentinel: tokio that counts wakers, and keeps released tasks for a while to tell who uses them. */
#define VARIANT_NAME "tokio_guard_sentinel"
#define SCHED_GUARD  GUARD_SENTINEL
#include "sched/engine.h"
