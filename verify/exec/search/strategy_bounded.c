/* SPDX-License-Identifier: MIT */
/*
 * strategy_bounded.c - all interleavings with few preemptions, depth first (Musuvathi and
 * Qadeer, PLDI 2007).
 *
 * A choice is a step at which more than one thread may be picked: the one that goes on
 * comes first, the others cost a preemption each; when it cannot go on, all are free.
 * Weakness: no reduction, so equal executions are run again in another order.
 */
#include "verify/exec/engine/draw.h"
#include "verify/exec/search/strategy.h"

#include <stdlib.h>

struct bounded_choice {
	uint32_t taken; /* index among the alternatives */
	uint32_t alternatives;
};

static void bounded_begin(struct exec_strategy *base, uint64_t seed)
{
	struct strategy_bounded *self = (struct strategy_bounded *)base;

	(void)seed;
	self->at = 0;
	self->preemptions = 0;
	self->in_a_row = 0;
}

/* The choice that is due; a new one begins with its first alternative. */
static uint32_t choose(struct strategy_bounded *self, uint32_t alternatives)
{
	if (self->at == self->count) {
		if (self->count == self->room) {
			size_t room = self->room ? 2 * self->room : 1024;

			self->choices = realloc(self->choices, room * sizeof(*self->choices));
			if (!self->choices)
				abort();
			self->room = room;
		}
		self->choices[self->count++] = (struct bounded_choice){ 0, alternatives };
	}
	return self->choices[self->at++].taken;
}

static uint32_t bounded_pick(struct exec_strategy *base, uint64_t runnable, uint32_t current,
			     uint64_t step)
{
	struct strategy_bounded *self = (struct strategy_bounded *)base;
	uint32_t count = (uint32_t)__builtin_popcountll(runnable);
	bool goes_on = runnable >> current & 1 && self->in_a_row++ < STRATEGY_FAIR_STEPS;
	uint32_t taken;

	(void)step;
	if (goes_on && (count == 1 || self->preemptions == self->bound))
		return current;
	if (!goes_on)
		self->in_a_row = 0;
	if (count == 1)
		return (uint32_t)__builtin_ctzll(runnable);
	taken = choose(self, count);
	if (!goes_on)
		return draw_bit(runnable, taken);
	if (taken == 0)
		return current;
	self->preemptions++;
	self->in_a_row = 0;
	return draw_bit(runnable & ~((uint64_t)1 << current), taken - 1);
}

/* The deepest choice that has an alternative left takes it. */
static bool bounded_next(struct exec_strategy *base)
{
	struct strategy_bounded *self = (struct strategy_bounded *)base;

	while (self->count > 0) {
		struct bounded_choice *last = &self->choices[self->count - 1];

		if (++last->taken < last->alternatives)
			return true;
		self->count--;
	}
	self->is_complete = true;
	return false;
}

void strategy_bounded_free(struct strategy_bounded *self)
{
	free(self->choices);
	self->choices = NULL;
	self->count = 0;
	self->room = 0;
}

void strategy_bounded_init(struct strategy_bounded *self, uint32_t bound)
{
	*self = (struct strategy_bounded){
		.base = { .begin = bounded_begin, .pick = bounded_pick, .next = bounded_next },
		.bound = bound,
	};
}
