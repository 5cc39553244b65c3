/* SPDX-License-Identifier: MIT */
/* blitz_doc: Blitz-IO as documented, defects repaired; see blitz_doc.h. */
#define VARIANT_NAME "blitz_doc"
#include "variants/blitz_doc.h"
#include "sched/engine.h"
