/* SPDX-License-Identifier: MIT */
/* blitz_lifo_eager: blitz_doc that tells a parked worker of every LIFO push. */
#define VARIANT_NAME	  "blitz_lifo_eager"
#define SCHED_LIFO_NOTIFY LIFO_NOTIFY_ALWAYS
#include "variants/blitz_doc.h"
#include "sched/engine.h"
