/* SPDX-License-Identifier: MIT */
/* simulate.h - seeded noise of known shape for the tests of the statistics. */
#ifndef LAB_TEST_SIMULATE_H
#define LAB_TEST_SIMULATE_H

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>
#include <stddef.h>

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

#endif
