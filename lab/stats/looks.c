/* SPDX-License-Identifier: MIT */
/* looks.c - the walk of the count below the median, from look to look; see looks.h. */
#include "lab/stats/looks.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

int looks_start(struct looks *looks, double alpha, size_t planned)
{
	memset(looks, 0, sizeof(*looks));
	if (!(alpha > 0 && alpha < 1) || planned == 0 || planned > LOOKS_PAIRS)
		return -EINVAL;
	looks->alpha = alpha;
	looks->planned = planned;
	looks->walk = calloc(LOOKS_PAIRS + 1, sizeof(*looks->walk));
	if (looks->walk == NULL)
		return -ENOMEM;
	looks->walk[0] = 1;
	return 0;
}

void looks_end(struct looks *looks)
{
	free(looks->walk);
	looks->walk = NULL;
}

/* What all looks up to n pairs may have spent. */
static double allowance(const struct looks *looks, size_t n, bool last)
{
	double fraction = n < looks->planned && !last ? (double)n / (double)looks->planned : 1;

	return looks->alpha * pow(fraction, LOOKS_POWER);
}

/* One more pair lies below the median or above, by the toss of a coin. */
static void step(struct looks *looks)
{
	double *walk = looks->walk;

	for (size_t below = ++looks->n; below > 0; below--)
		walk[below] = (walk[below] + walk[below - 1]) / 2;
	walk[0] /= 2;
}

/* The chance that exactly so many lie on one side, either; the walk is symmetric, but the
 * middle is there once. */
static double on_either_side(const struct looks *looks, size_t count)
{
	return 2 * count == looks->n ? looks->walk[count] : 2 * looks->walk[count];
}

bool looks_next(struct looks *looks, size_t n, bool last, size_t *contrary)
{
	size_t outside = 0; /* counts below this one miss the median */

	if (looks->walk == NULL || n > LOOKS_PAIRS || n < looks->n || looks->count == LOOKS_MAX)
		return false;
	while (looks->n < n)
		step(looks);
	looks->count++;
	while (2 * outside < n &&
	       looks->spent + on_either_side(looks, outside) <= allowance(looks, n, last)) {
		looks->spent += on_either_side(looks, outside);
		looks->walk[outside] = looks->walk[n - outside] = 0;
		outside++;
	}
	if (outside == 0)
		return false;
	*contrary = outside - 1;
	return true;
}

const size_t looks_at[] = { 16, 32, 48, 64, 96, 128 };
#define LOOKS (sizeof(looks_at) / sizeof(looks_at[0]))

size_t looks_before(size_t n)
{
	size_t count = 0;

	while (count < LOOKS && looks_at[count] < n)
		count++;
	return count;
}

bool looks_are_at(size_t n)
{
	size_t before = looks_before(n);

	return before < LOOKS && looks_at[before] == n;
}
