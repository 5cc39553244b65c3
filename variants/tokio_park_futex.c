/* SPDX-License-Identifier: MIT */
/* tokio_park_futex: tokio parking on a futex word (Blitz-IO). */
#define VARIANT_NAME "tokio_park_futex"
#define SCHED_PARK   PARK_FUTEX
#include "sched/engine.h"
