/* SPDX-License-Identifier: MIT */
/* strategy_pct.c - priorities, and the few steps at which they change. */
#include "verify/exec/engine/draw.h"
#include "verify/exec/search/strategy.h"

#include <stdlib.h>

static int compare_steps(const void *a, const void *b)
{
	uint64_t one = *(const uint64_t *)a;
	uint64_t two = *(const uint64_t *)b;

	return (one > two) - (one < two);
}

static void pct_begin(struct exec_strategy *base, uint64_t seed)
{
	struct strategy_pct *self = (struct strategy_pct *)base;

	self->stream = seed;
	self->known = 0;
	self->lowest = 0;
	self->picks = 0;
	self->changed = 0;
	for (uint32_t i = 0; i + 1 < self->depth; i++)
		self->changes[i] = 1 + draw_below(&self->stream, self->length ? self->length : 1);
	qsort(self->changes, self->depth - 1, sizeof(self->changes[0]), compare_steps);
}

/* New threads get one above all that ever fell. */
static void give_priorities(struct strategy_pct *self, uint64_t runnable)
{
	uint64_t unknown = runnable & ~self->known;

	for (; unknown; unknown &= unknown - 1)
		self->priorities[__builtin_ctzll(unknown)] = 1 +
							     (int64_t)(draw_next(&self->stream) >>
								       2);
	self->known |= runnable;
}

static uint32_t highest(const struct strategy_pct *self, uint64_t runnable)
{
	uint32_t best = (uint32_t)__builtin_ctzll(runnable);

	for (runnable &= runnable - 1; runnable; runnable &= runnable - 1) {
		uint32_t thread = (uint32_t)__builtin_ctzll(runnable);

		if (self->priorities[thread] > self->priorities[best])
			best = thread;
	}
	return best;
}

static void pct_fall(struct exec_strategy *base, uint32_t thread)
{
	struct strategy_pct *self = (struct strategy_pct *)base;

	self->priorities[thread] = --self->lowest;
}

static uint32_t pct_pick(struct exec_strategy *base, uint64_t runnable, uint32_t current,
			 uint64_t step)
{
	struct strategy_pct *self = (struct strategy_pct *)base;
	uint32_t best;

	if (runnable & ~self->known)
		give_priorities(self, runnable);
	while (self->changed + 1 < self->depth && step >= self->changes[self->changed]) {
		pct_fall(base, current);
		self->changed++;
	}
	best = highest(self, runnable);
	if (++self->picks >= STRATEGY_FAIR_STEPS) {
		self->picks = 0;
		pct_fall(base, best);
		best = highest(self, runnable);
	}
	return best;
}

void strategy_pct_init(struct strategy_pct *self, uint32_t depth, uint64_t length)
{
	*self = (struct strategy_pct){
		.base = { .begin = pct_begin, .pick = pct_pick, .yielded = pct_fall },
		.depth = depth,
		.length = length,
	};
}
