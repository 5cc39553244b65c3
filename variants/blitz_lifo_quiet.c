/* SPDX-License-Identifier: MIT */
/* blitz_lifo_quiet: blitz_doc that tells nobody of a displaced task. */
#define VARIANT_NAME	  "blitz_lifo_quiet"
#define SCHED_LIFO_NOTIFY LIFO_NOTIFY_NEVER
#include "variants/blitz_doc.h"
#include "sched/engine.h"
