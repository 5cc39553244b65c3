/* SPDX-License-Identifier: MIT */
/* blitz_inject_mutex: blitz_doc with Tokio's inject queue: one mutex, shared with the sleepers. */
#define VARIANT_NAME "blitz_inject_mutex"
#define SCHED_INJECT INJECT_WITH_SLEEPERS
#include "variants/blitz_doc.h"
#include "sched/engine.h"
