/* SPDX-License-Identifier: MIT */
/* engine.h - a map with faults. */
#include "sched/first.h"
#include "sched/second.h"
#include "sched/first.h"
