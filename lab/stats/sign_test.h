/* SPDX-License-Identifier: MIT */
/*
 * sign_test.h - exact p-values for "the median lies above / below a value".
 *
 * If the median is at most m, each value lies above m with probability at most
 * 1/2, so the number above is at most Binomial(n, 1/2), whatever the
 * distribution.  Source: Arbuthnott (1710); Conover, Practical Nonparametric
 * Statistics, 3rd edition (1999), section 3.4.
 *
 * Ties with m never count for what is being shown, but stay in n.  Splitting
 * them in half or dropping them would test P(X > m) = P(X < m) instead of the
 * median, and rejects a true median if half of all values equal it; this rule
 * keeps the level exactly and says the same as the interval of interval.h: p is
 * at most alpha exactly if that interval excludes m.
 *
 * Weakness: only signs are used.  With normal noise that costs a third of the
 * pairs against a t test; with the heavy tails of timings it gains some back.
 */
#ifndef LAB_STATS_SIGN_TEST_H
#define LAB_STATS_SIGN_TEST_H

#include <stdbool.h>
#include <stddef.h>

struct sign_test {
	size_t n, above, below; /* the rest are ties */
	double p_above;		/* one-sided: small if the median lies above the null value */
	double p_below;		/* one-sided: small if it lies below */
	double p;		/* two-sided: twice the smaller, at most 1 */
};

/* `values`: caller's, n of them, any order.  n of 0 gives p = 1.  0; -EINVAL if
 * a value or `null_value` is not finite. */
int sign_test(struct sign_test *test, const double *values, size_t n, double null_value);

/* The one-sided p if `contrary` of n values lie on the other side, or tie. */
double sign_test_p(size_t contrary, size_t n);

/* The most of n values that may be contrary while the one-sided p stays at most
 * alpha, which is within 0..1, both excluded.  False if even none is too many. */
bool sign_test_allowed(size_t *contrary, size_t n, double alpha);

#endif
