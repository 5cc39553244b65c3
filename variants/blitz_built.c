/* SPDX-License-Identifier: MIT */
/* blitz_built: Blitz-IO as its workers ran it, but on our task core; see blitz_built.h. */
#define VARIANT_NAME "blitz_built"
#include "variants/blitz_built.h"
#include "sched/engine.h"
