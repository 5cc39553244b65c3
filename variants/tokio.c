/* SPDX-License-Identifier: MIT */
/* tokio: the twin of Tokio 1.54, same RMW and system call sequence.  All knobs at
 * their defaults. */
#define VARIANT_NAME "tokio"
#include "sched/engine.h"
