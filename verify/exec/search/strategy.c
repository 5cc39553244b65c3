/* SPDX-License-Identifier: MIT */
/* strategy.c - random walk, following an interleaving, and the strategies' names. */
#include "verify/exec/search/strategy.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "verify/exec/engine/draw.h"

static inline bool has(uint64_t mask, uint32_t thread)
{
	return mask >> thread & 1;
}

/* --------------------------------------------------------------- random -- */

static void random_begin(struct exec_strategy *base, uint64_t seed)
{
	((struct strategy_random *)base)->stream = seed;
}

static uint32_t random_pick(struct exec_strategy *base, uint64_t runnable, uint32_t current,
			    uint64_t step)
{
	struct strategy_random *self = (struct strategy_random *)base;
	uint64_t draw;

	(void)step;
	if ((runnable & (runnable - 1)) == 0)
		return (uint32_t)__builtin_ctzll(runnable);
	draw = draw_next(&self->stream);
	if (self->percent < 100 && has(runnable, current) &&
	    (draw & 0xffff) * 100 >> 16 >= self->percent)
		return current;
	return draw_thread(runnable, draw);
}

void strategy_random_init(struct strategy_random *self, uint32_t percent)
{
	*self = (struct strategy_random){ .base = { .begin = random_begin, .pick = random_pick },
					  .percent = percent };
}

/* -------------------------------------------------------- interleaving -- */

static void interleaving_begin(struct exec_strategy *base, uint64_t seed)
{
	struct strategy_interleaving *self = (struct strategy_interleaving *)base;

	(void)seed;
	self->at = 0;
	self->done = 0;
	self->in_a_row = 0;
}

/* Without a word from the interleaving. */
static uint32_t pick_by_default(struct strategy_interleaving *self, uint64_t runnable,
				uint32_t current)
{
	uint64_t later = current < 63 ? runnable >> (current + 1) << (current + 1) : 0;

	if (has(runnable, current) && self->in_a_row++ < STRATEGY_FAIR_STEPS)
		return current;
	self->in_a_row = 0;
	return (uint32_t)__builtin_ctzll(later ? later : runnable);
}

static uint32_t interleaving_pick(struct exec_strategy *base, uint64_t runnable, uint32_t current,
				  uint64_t step)
{
	struct strategy_interleaving *self = (struct strategy_interleaving *)base;

	(void)step;
	while (self->at < self->interleaving->count) {
		const struct interleaving_run *run = &self->interleaving->runs[self->at];

		if (self->done < run->steps && has(runnable, run->thread)) {
			self->done++;
			return run->thread;
		}
		self->at++;
		self->done = 0;
	}
	return pick_by_default(self, runnable, current);
}

void strategy_interleaving_init(struct strategy_interleaving *self,
				const struct interleaving *interleaving)
{
	*self = (struct strategy_interleaving){ .base = { .begin = interleaving_begin,
							  .pick = interleaving_pick },
						.interleaving = interleaving };
}

/* ---------------------------------------------------------------- names -- */

#define BOUND_MAX 1000u

/* "NAME", "NAME:A" or "NAME:A:B"; what is not there stays as it was. */
static bool matches(const char *text, const char *name, uint64_t *first, uint64_t *second)
{
	size_t length = strlen(name);
	char rest;
	int values;

	if (strncmp(text, name, length) != 0)
		return false;
	if (text[length] == '\0')
		return true;
	values = sscanf(text + length, ":%" SCNu64 ":%" SCNu64 "%c", first, second, &rest);
	if (values == 1) /* nothing may follow the first number */
		return sscanf(text + length, ":%" SCNu64 "%c", first, &rest) == 1;
	return values == 2;
}

int strategy_parse(struct strategy_any *strategy, const char *text)
{
	uint64_t percent = 100;
	uint64_t depth = 3;
	uint64_t length = 0;
	uint64_t bound = 2;
	uint64_t none = 0;

	memset(strategy, 0, sizeof(*strategy));
	if (matches(text, "random", &percent, &none) && percent >= 1 && percent <= 100 && !none) {
		strategy_random_init(&strategy->as.random, (uint32_t)percent);
	} else if (matches(text, "pct", &depth, &length) && depth >= 1 && depth <= PCT_DEPTH_MAX) {
		strategy_pct_init(&strategy->as.pct, (uint32_t)depth, length);
		strategy->wants_length = length == 0;
	} else if (matches(text, "bounded", &bound, &none) && bound <= BOUND_MAX && !none) {
		strategy_bounded_init(&strategy->as.bounded, (uint32_t)bound);
	} else {
		return -EINVAL;
	}
	return 0;
}

void strategy_free(struct strategy_any *strategy)
{
	if (strategy->as.base.next)
		strategy_bounded_free(&strategy->as.bounded);
}

void strategy_print(const struct strategy_any *strategy, char *text, size_t room)
{
	if (strategy->as.base.begin == random_begin)
		snprintf(text, room, "random:%" PRIu32, strategy->as.random.percent);
	else if (strategy->as.base.next)
		snprintf(text, room, "bounded:%" PRIu32, strategy->as.bounded.bound);
	else
		snprintf(text, room, "pct:%" PRIu32 ":%" PRIu64, strategy->as.pct.depth,
			 strategy->as.pct.length);
}
