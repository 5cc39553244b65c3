/* SPDX-License-Identifier: MIT */
/* blitz_inject_own: blitz_doc with one inject queue and its own mutex. */
#define VARIANT_NAME "blitz_inject_own"
#define SCHED_INJECT INJECT_OWN_MUTEX
#include "variants/blitz_doc.h"
#include "sched/engine.h"
