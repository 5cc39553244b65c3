/* SPDX-License-Identifier: MIT */
/*
 * cost.h - how far the simulated clock moves with a step: the machine, and nothing
 * else.  One clock for all threads: it says in which order timeouts pass, not how long
 * a run would take.
 *
 * The unit cost makes every seam call equally long.  A model of a larger machine
 * (lines that move between caches) is another struct of this type.
 */
#ifndef VERIFY_EXEC_COST_H
#define VERIFY_EXEC_COST_H

#include <stdint.h>

#include "verify/exec/engine/trace.h"

struct exec_cost {
	/* A new execution; may be NULL. */
	void (*begin)(struct exec_cost *self);
	/* Nanoseconds that `op` on `object` (NULL: on none) takes `thread`. */
	uint64_t (*of)(struct exec_cost *self, uint32_t thread, enum exec_op op,
		       const void *object);
};

#define COST_UNIT_NS 10u

/* Every step COST_UNIT_NS; has no state, so all executions share it. */
extern struct exec_cost cost_unit;

#endif
