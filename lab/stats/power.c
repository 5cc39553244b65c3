/* SPDX-License-Identifier: MIT */
/*
 * power.c - binomial power of one or two one-sided sign tests; see power.h.
 *
 * Both questions have one shape: a pair is contrary to a half of the question
 * with a probability that does not depend on n, and each half stands as long as
 * the contrary pairs are not too many.  A difference has one half.
 */
#include "lab/stats/power.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

#include "lab/stats/bisect.h"
#include "lab/stats/sign_test.h"

#define STEADY 8 /* the saw of the power has shorter teeth */

struct question {
	double alpha;	    /* one-sided */
	double contrary[2]; /* chance of a pair to contradict; 0 for a half not asked */
};

static struct question ask_difference(const struct noise *noise, double alpha, double effect)
{
	struct question question = { alpha / 2, { noise_above(noise, fabs(effect)), 0 } };

	return question;
}

static struct question ask_equivalence(const struct noise *noise, double alpha, double effect,
				       double margin)
{
	struct question question = {
		alpha, { noise_above(noise, margin - effect), noise_above(noise, margin + effect) }
	};

	return question;
}

/* The chance of more than `allowed` contrary pairs; 1 if that chance is unknown. */
static double failure(size_t allowed, size_t n, double contrary)
{
	if (contrary <= 0)
		return 0;
	if (!(contrary < 1))
		return 1;
	return gsl_cdf_binomial_Q((unsigned int)allowed, contrary, (unsigned int)n);
}

static double power_at(const struct question *question, size_t n)
{
	size_t allowed;

	if (n == 0 || !sign_test_allowed(&allowed, n, question->alpha))
		return 0;
	return fmax(0, 1 - failure(allowed, n, question->contrary[0]) -
			       failure(allowed, n, question->contrary[1]));
}

static bool reaches_target(const struct question *question, size_t n)
{
	for (size_t i = 0; i < STEADY; i++)
		if (power_at(question, n + i) < POWER_TARGET)
			return false;
	return true;
}

static size_t pairs_for(const struct question *question)
{
	size_t low = 0, high = 1;

	/* Contrary half of the time or more: more pairs make it no better. */
	if (!(question->contrary[0] < 0.5 && question->contrary[1] < 0.5))
		return 0;
	while (!reaches_target(question, high)) {
		low = high;
		if (high >= POWER_PAIRS_MAX)
			return 0;
		high = high * 2 < POWER_PAIRS_MAX ? high * 2 : POWER_PAIRS_MAX;
	}
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (reaches_target(question, middle))
			high = middle;
		else
			low = middle;
	}
	return high;
}

double power_difference(const struct noise *noise, size_t n, double alpha, double effect)
{
	struct question question = ask_difference(noise, alpha, effect);

	return power_at(&question, n);
}

double power_equivalence(const struct noise *noise, size_t n, double alpha, double effect,
			 double margin)
{
	struct question question = ask_equivalence(noise, alpha, effect, margin);

	return power_at(&question, n);
}

size_t power_pairs(const struct noise *noise, double alpha, double effect)
{
	struct question question = ask_difference(noise, alpha, effect);

	return pairs_for(&question);
}

size_t power_pairs_equivalence(const struct noise *noise, double alpha, double effect,
			       double margin)
{
	struct question question = ask_equivalence(noise, alpha, effect, margin);

	return pairs_for(&question);
}

struct wanted {
	const struct noise *noise;
	size_t n;
	double alpha;
};

static bool shows_effect(double effect, const void *context)
{
	const struct wanted *wanted = context;

	return power_difference(wanted->noise, wanted->n, wanted->alpha, effect) >= POWER_TARGET;
}

/* No pair of this noise lies further out, but for a chance of 1e-15 or so. */
static double reach(const struct noise *noise)
{
	double largest = 0;

	if (noise->deviations == NULL)
		return 8 * noise->sd;
	for (size_t i = 0; i < noise->count; i++)
		largest = fmax(largest, fabs(noise->deviations[i]));
	return largest + 8 * noise->bandwidth;
}

double power_smallest_effect(const struct noise *noise, size_t n, double alpha)
{
	struct wanted wanted = { noise, n, alpha };
	double high = reach(noise);

	/* Without any noise every effect shows, if n suffices at all. */
	if (!(high > 0))
		return high == 0 && shows_effect(1, &wanted) ? 0 : NAN;
	return shows_effect(high, &wanted) ? bisect(shows_effect, &wanted, 0, high) : NAN;
}
