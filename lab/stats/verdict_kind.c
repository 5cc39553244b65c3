/* SPDX-License-Identifier: MIT */
/* verdict_kind.c - the names of the verdicts. */
#include "lab/stats/verdict_kind.h"

const char *verdict_kind_name(enum verdict_kind kind)
{
	static const char *const names[] = {
		[FASTER] = "faster",
		[SLOWER] = "slower",
		[EQUIVALENT] = "equivalent",
		[UNDECIDED] = "undecided",
		[DEPENDS] = "depends",
		[NOT_EXERCISED] = "not exercised",
		[NOT_DECIDABLE] = "not decidable here",
		[INVALID] = "invalid",
	};

	return names[kind];
}
