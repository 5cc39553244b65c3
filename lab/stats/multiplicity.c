/* SPDX-License-Identifier: MIT */
/* multiplicity.c - see multiplicity.h. */
#include "lab/stats/multiplicity.h"

double bonferroni_alpha(double alpha, size_t count)
{
	return alpha / (double)count;
}
