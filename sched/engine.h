/* SPDX-License-Identifier: MIT */
/*
 * engine.h - the scheduler as a template: a variant's file defines its knobs and
 * hooks, then includes this once, and is a whole scheduler behind sched.h.
 */
#ifdef SCHED_ENGINE_H
#error "one variant, one translation unit: engine.h is included twice"
#endif
#define SCHED_ENGINE_H

#ifndef VARIANT_NAME
#error "a variant defines VARIANT_NAME before it includes engine.h"
#endif

#ifndef ARM_NAME /* of a preset with settings it is the whole expression */
#define ARM_NAME VARIANT_NAME
#endif

#include "sched/introspect.h"

#define KNOB(name)			   SCHED_##name
#define ENGINE_REFUSES(nonsense, sentence) SCHED_STATIC_ASSERT_SAYS(!(nonsense), sentence);
SCHED_NONSENSE(ENGINE_REFUSES)
