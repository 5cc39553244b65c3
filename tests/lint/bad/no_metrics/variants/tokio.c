/* SPDX-License-Identifier: MIT */
/* tokio.c - stands for the variant of that name. */
#include "sched/engine.h"
