/* SPDX-License-Identifier: MIT */
/* word.c - see word.h. */
#include "lab/stats/word.h"

#include <math.h>

/* Below 0 or above: as if it were below. */
static enum verdict_kind below(double low, double high, double margin,
			       const enum verdict_kind words[3])
{
	if (high < -margin)
		return words[0];
	return low < -margin ? words[1] : words[2];
}

enum verdict_kind word_of(double low, double high, double margin)
{
	static const enum verdict_kind faster[] = { FASTER, FASTER_AT_LEAST, SLIGHTLY_FASTER };
	static const enum verdict_kind slower[] = { SLOWER, SLOWER_AT_LEAST, SLIGHTLY_SLOWER };

	if (isnan(low) || isnan(high) || isnan(margin))
		return UNDECIDED;
	if (high < 0)
		return below(low, high, margin, faster);
	if (low > 0)
		return below(-high, -low, margin, slower);
	if (low >= -margin && high <= margin)
		return EQUIVALENT;
	if (high <= margin)
		return NOT_SLOWER;
	return low >= -margin ? NOT_FASTER : UNDECIDED;
}

double word_at_least_percent(double low, double high)
{
	if (high < 0)
		return -100 * expm1(high);
	return low > 0 ? 100 * expm1(low) : NAN;
}
