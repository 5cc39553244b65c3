/* SPDX-License-Identifier: MIT */
/* added_preset: a preset that is there to be added; three LIFO slots. */
#define VARIANT_NAME	 "added_preset"
#define SCHED_LIFO_SLOTS 3
#include "sched/engine.h"
