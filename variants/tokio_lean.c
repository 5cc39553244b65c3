/* SPDX-License-Identifier: MIT */
/* tokio_lean: Tokio 1.53's semantics, ours to make fast: slab, no bookkeeping. */
#define VARIANT_NAME "tokio_lean"
#include "variants/tokio_lean.h"
#include "sched/engine.h"
