/* SPDX-License-Identifier: MIT */
/* second.h - all in order. */
#include "sched/knobs.h"
