/* SPDX-License-Identifier: MIT */
/* multiplicity.c - step-down over what may still be true, step-up over rows; see multiplicity.h. */
#include "lab/stats/multiplicity.h"

#include <errno.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

static bool are_p_values(const double *p, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!(p[i] >= 0 && p[i] <= 1))
			return false;
	return true;
}

/* `open`: hypotheses of each row that are not yet rejected. */
static void step_down(const double *p, double *adjusted, const size_t *order, size_t *open,
		      size_t rows, size_t per_row)
{
	size_t may_be_true = rows;
	double reached = 0;

	for (size_t row = 0; row < rows; row++)
		open[row] = per_row;
	for (size_t i = 0; i < rows * per_row; i++) {
		reached = fmax(reached, fmin(1, p[order[i]] * (double)may_be_true));
		adjusted[order[i]] = reached;
		if (--open[order[i] / per_row] == 0)
			may_be_true--;
	}
}

int holm_adjust(const double *p, double *adjusted, size_t rows, size_t per_row)
{
	size_t count = rows * per_row, *order;

	if (!are_p_values(p, count))
		return -EINVAL;
	if (count == 0)
		return 0;
	order = malloc((count + rows) * sizeof(*order));
	if (order == NULL)
		return -ENOMEM;
	gsl_sort_index(order, p, 1, count);
	step_down(p, adjusted, order, order + count, rows, per_row);
	free(order);
	return 0;
}

static void smallest_of_rows(double *smallest, const double *p, size_t rows, size_t per_row)
{
	for (size_t row = 0; row < rows; row++) {
		smallest[row] = p[row * per_row];
		for (size_t i = 1; i < per_row; i++)
			smallest[row] = fmin(smallest[row], p[row * per_row + i]);
	}
}

/* The lowest alpha at which a threshold of p or more is reached; it rejects
 * something in every row whose smallest p is no larger. */
static double step_up(const double *ascending, size_t rows, double p)
{
	double lowest = 1;
	size_t rejected = 0;

	while (rejected < rows && ascending[rejected] <= p)
		rejected++;
	lowest = fmin(lowest, p * (double)rows / (double)rejected);
	for (; rejected < rows; rejected++)
		lowest = fmin(lowest, ascending[rejected] * (double)rows / (double)(rejected + 1));
	return lowest;
}

int fdr_adjust(const double *p, double *adjusted, size_t rows, size_t per_row)
{
	size_t count = rows * per_row;
	double *ascending;

	if (!are_p_values(p, count))
		return -EINVAL;
	if (count == 0)
		return 0;
	ascending = malloc(rows * sizeof(*ascending));
	if (ascending == NULL)
		return -ENOMEM;
	smallest_of_rows(ascending, p, rows, per_row);
	gsl_sort(ascending, 1, rows);
	for (size_t i = 0; i < count; i++)
		adjusted[i] = step_up(ascending, rows, p[i]);
	free(ascending);
	return 0;
}

double bonferroni_alpha(double alpha, size_t count)
{
	return alpha / (double)count;
}
