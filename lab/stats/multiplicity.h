/* SPDX-License-Identifier: MIT */
/*
 * multiplicity.h - p-values adjusted for the number of questions asked.
 *
 * The questions come in rows of `per_row` hypotheses of which at most one can
 * be true (per_row 1: any hypotheses at all).  `p` holds rows * per_row values
 * in 0..1, row after row; `adjusted`, as large, may be the same array; both are
 * the caller's.  A hypothesis is rejected at level alpha if its adjusted p is
 * at most alpha.  0; -EINVAL if a p is outside 0..1 or NAN (a question without
 * data is asked all the same: its p is 1); -ENOMEM.
 */
#ifndef LAB_STATS_MULTIPLICITY_H
#define LAB_STATS_MULTIPLICITY_H

#include <stddef.h>

/*
 * Family-wise error: the chance of any wrong rejection is at most alpha, under
 * any dependence.  Step-down: the smallest p is held against alpha / t, where
 * t is the number of hypotheses that may still be true together: the rows with
 * one not yet rejected.  per_row 1 is Holm, Scandinavian Journal of Statistics
 * 6 (1979) 65; the bound for exclusive hypotheses is Shaffer, Journal of the
 * American Statistical Association 81 (1986) 826, procedure S2.
 */
int holm_adjust(const double *p, double *adjusted, size_t rows, size_t per_row);

/*
 * False discovery rate: of the rows with a rejection, the expected share with
 * a wrong one is at most alpha, for independent rows.  The step-up runs over
 * rows, each by its smallest p; the row's others are held against the same
 * threshold.  per_row 1 is Benjamini and Hochberg, Journal of the Royal
 * Statistical Society B 57 (1995) 289.
 */
int fdr_adjust(const double *p, double *adjusted, size_t rows, size_t per_row);

/* The level of each of `count` questions so that all hold together at alpha. */
double bonferroni_alpha(double alpha, size_t count);

#endif
