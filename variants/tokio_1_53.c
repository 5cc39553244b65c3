/* SPDX-License-Identifier: MIT */
/*
 * tokio_1_53: the twin of Tokio 1.52.2 to 1.53.
 *
 * Inject queue and sleepers share one mutex, and their words one line.  Results that were stored
 * when `tokio` meant 1.53 are shown under this name, although their inject queue and idle word
 * stood on lines of their own.
 */
#define VARIANT_NAME "tokio_1_53"
#include "variants/tokio_1_53.h"
#include "sched/engine.h"
