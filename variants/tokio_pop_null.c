/* SPDX-License-Identifier: MIT */
/* tokio_pop_null: tokio whose owner gives up while a thief copies (Blitz-IO). */
#define VARIANT_NAME "tokio_pop_null"
#define SCHED_POP    POP_NULL
#include "sched/engine.h"
