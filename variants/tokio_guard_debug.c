/* SPDX-License-Identifier: MIT */
/* tokio_guard_debug: tokio that counts wakers, and tells when one is used that is none any more. */
#define VARIANT_NAME "tokio_guard_debug"
#define SCHED_GUARD  GUARD_DEBUG
#include "sched/engine.h"
