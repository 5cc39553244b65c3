/* SPDX-License-Identifier: MIT */
/* tokio_inject_own: tokio whose inject queue has a mutex of its own. */
#define VARIANT_NAME "tokio_inject_own"
#define SCHED_INJECT INJECT_OWN_MUTEX
#include "sched/engine.h"
