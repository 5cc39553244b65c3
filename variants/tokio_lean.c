/* SPDX-License-Identifier: MIT */
/* tokio_lean: Tokio 1.54's semantics without its bookkeeping, ours to make fast, and a slab. */
#define VARIANT_NAME "tokio_lean"
#include "variants/tokio_lean.h"
#include "sched/engine.h"
