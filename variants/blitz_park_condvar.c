/* SPDX-License-Identifier: MIT */
/* blitz_park_condvar: blitz_doc parking by condition variable (Tokio). */
#define VARIANT_NAME "blitz_park_condvar"
#define SCHED_PARK   PARK_CONDVAR
#include "variants/blitz_doc.h"
#include "sched/engine.h"
