/* SPDX-License-Identifier: MIT */
/* cost.c - the unit cost. */
#include "verify/exec/engine/cost.h"

static uint64_t unit_of(struct exec_cost *self, uint32_t thread, enum exec_op op,
			const void *object)
{
	(void)self;
	(void)thread;
	(void)op;
	(void)object;
	return COST_UNIT_NS;
}

struct exec_cost cost_unit = { .of = unit_of };
