/* SPDX-License-Identifier: MIT */
/* simulate.h - seeded noise of known shape for the tests of the statistics. */
#ifndef LAB_TEST_SIMULATE_H
#define LAB_TEST_SIMULATE_H

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "lab/stats/decide.h"
#include "lab/stats/layout.h"

/* Fewer than the lab takes: thousands of rows are simulated, and a rougher envelope is wrong
 * more often. */
#define SIMULATED_DEALS 64u

#define near(a, b, tolerance) assert_true(fabs((a) - (b)) <= (tolerance))

/* Every shape has the median 0. */
enum shape {
	SHAPE_NORMAL,
	SHAPE_SKEWED,	 /* exponential */
	SHAPE_LONG_TAIL, /* log-normal with sigma 2 */
	SHAPE_HEAVY,	 /* Cauchy: no variance */
	SHAPE_DISTURBED, /* one in ten is ten times as far out, upwards */
	SHAPE_ROUNDED,	 /* whole halves: many ties, also with the median */
	SHAPE_COUNT
};

static inline gsl_rng *new_rng(unsigned long seed)
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);

	assert_non_null(rng);
	gsl_rng_set(rng, seed);
	return rng;
}

static inline double draw(gsl_rng *rng, enum shape shape, double scale)
{
	switch (shape) {
	case SHAPE_SKEWED:
		return scale * (gsl_ran_exponential(rng, 1) - log(2));
	case SHAPE_LONG_TAIL:
		return scale * (gsl_ran_lognormal(rng, 0, 2) - 1);
	case SHAPE_HEAVY:
		return gsl_ran_cauchy(rng, scale);
	case SHAPE_DISTURBED: {
		double value = gsl_ran_gaussian(rng, scale);

		return value > 0 && gsl_rng_uniform(rng) < 0.2 ? 10 * value : value;
	}
	case SHAPE_ROUNDED:
		return scale * round(2 * gsl_ran_gaussian(rng, 1)) / 2;
	default:
		return gsl_ran_gaussian(rng, scale);
	}
}

static inline void draw_all(gsl_rng *rng, enum shape shape, double scale, double median,
			    double *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		values[i] = median + draw(rng, shape, scale);
}

/* How the rows of a simulated family come about. */
struct world {
	enum shape shape;
	double scale;	/* of the noise of a pair */
	double layouts; /* standard deviation of what a layout does, log ratio */
	bool two_point; /* layouts do that much or that little; else normal */
	double margin;
};

#define WORLD_PAIRS   40
#define WORLD_LAYOUTS 4
#define WORLD_FAMILY  12

static inline void draw_layouts(gsl_rng *rng, const struct world *world, double *effects)
{
	for (int i = 0; i < WORLD_LAYOUTS; i++)
		effects[i] = !world->two_point		? gsl_ran_gaussian(rng, world->layouts) :
			     gsl_rng_uniform(rng) < 0.5 ? world->layouts :
							  -world->layouts;
}

/* From 24 layout A/A pairs: each two of four, in either order, twice. */
static inline struct layout_range range_of_layouts(gsl_rng *rng, const struct world *world,
						   const double *effects)
{
	struct layout_pair pairs[2 * WORLD_LAYOUTS * (WORLD_LAYOUTS - 1)];
	struct layout_range range;
	size_t n = 0;

	for (int i = 0; i < 2 * WORLD_LAYOUTS * WORLD_LAYOUTS; i++) {
		int a = i % WORLD_LAYOUTS, b = i / WORLD_LAYOUTS % WORLD_LAYOUTS;
		double noise = draw(rng, world->shape, world->scale);

		if (a != b)
			pairs[n++] = (struct layout_pair){ effects[b] - effects[a] + noise, a, b };
	}
	assert_int_equal(layout_range(&range, pairs, n, WORLD_LAYOUTS, SIMULATED_DEALS), 0);
	return range;
}

static inline double measure_layouts(gsl_rng *rng, const struct world *world, const double *effects)
{
	return range_of_layouts(rng, world, effects).envelope;
}

/* A row of 40 pairs whose sources differ by `truth`, in four layouts an arm, each met
 * equally often; its envelope is measured beside it, as the lab does. */
static inline struct decide_row draw_row(gsl_rng *rng, const struct world *world, double truth,
					 double *logs)
{
	double effects[2][WORLD_LAYOUTS];

	draw_layouts(rng, world, effects[0]);
	draw_layouts(rng, world, effects[1]);
	for (int i = 0; i < WORLD_PAIRS; i++)
		logs[i] = truth + draw(rng, world->shape, world->scale) -
			  effects[0][i % WORLD_LAYOUTS] +
			  effects[1][(i + i / WORLD_LAYOUTS) % WORLD_LAYOUTS];
	return (struct decide_row){ .log_ratios = logs,
				    .n = WORLD_PAIRS,
				    .planned = WORLD_PAIRS,
				    .margin = world->margin,
				    .envelope = measure_layouts(rng, world, effects[0]) +
						measure_layouts(rng, world, effects[1]) };
}

static inline void expect_kind(const struct decision *verdict, enum verdict_kind kind,
			       enum verdict_reason reason)
{
	assert_string_equal(verdict_kind_name(verdict->kind), verdict_kind_name(kind));
	assert_string_equal(verdict_reason_text(verdict->reason), verdict_reason_text(reason));
}

/* Is what a word says, read from low..high, untrue of this median?  The words of word.h. */
static inline bool word_is_wrong(enum verdict_kind kind, double median, double margin, double low,
				 double high)
{
	switch (kind) {
	case FASTER:
		return !(median < -margin);
	case FASTER_AT_LEAST:
		return !(median <= high);
	case SLIGHTLY_FASTER:
		return !(median < 0 && median >= -margin);
	case EQUIVALENT:
		return !(fabs(median) <= margin);
	case NOT_SLOWER:
		return !(median <= margin);
	case NOT_FASTER:
		return !(median >= -margin);
	case SLIGHTLY_SLOWER:
		return !(median > 0 && median <= margin);
	case SLOWER_AT_LEAST:
		return !(median >= low);
	case SLOWER:
		return !(median > margin);
	default:
		return false;
	}
}

#endif
