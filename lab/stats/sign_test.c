/* SPDX-License-Identifier: MIT */
/* sign_test.c - binomial tails by GSL; see sign_test.h. */
#include "lab/stats/sign_test.h"

#include <errno.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "lab/stats/spread.h"

double sign_test_p(size_t contrary, size_t n)
{
	return gsl_cdf_binomial_P((unsigned int)contrary, 0.5, (unsigned int)n);
}

int sign_test(struct sign_test *test, const double *values, size_t n, double null_value)
{
	if (!isfinite(null_value) || !all_finite(values, n))
		return -EINVAL;
	test->n = n;
	test->above = test->below = 0;
	for (size_t i = 0; i < n; i++) {
		test->above += values[i] > null_value;
		test->below += values[i] < null_value;
	}
	test->p_above = sign_test_p(n - test->above, n);
	test->p_below = sign_test_p(n - test->below, n);
	test->p = fmin(1, 2 * fmin(test->p_above, test->p_below));
	return 0;
}

/* A few below the normal approximation: from there the walk is short. */
static size_t first_guess(size_t n, double alpha)
{
	double guess = 0.5 * ((double)n - gsl_cdf_ugaussian_Qinv(alpha) * sqrt((double)n)) - 2;

	return guess > 0 ? (size_t)guess : 0;
}

bool sign_test_allowed(size_t *contrary, size_t n, double alpha)
{
	size_t count = first_guess(n, alpha);

	while (count > 0 && sign_test_p(count, n) > alpha)
		count--;
	if (sign_test_p(count, n) > alpha)
		return false;
	while (sign_test_p(count + 1, n) <= alpha)
		count++;
	*contrary = count;
	return true;
}
