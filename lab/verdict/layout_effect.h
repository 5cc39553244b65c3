/* SPDX-License-Identifier: MIT */
/*
 * layout_effect.h - what another layout alone does to the time of one source.
 *
 * From the layout A/A rows of a set: the pairs that put layout N beside layout 0
 * (on whichever side), the median log ratio of N over 0 and its exact 95 %
 * interval, uncorrected: a description of the treatment, no verdict.
 *
 * Weakness: a layout differs from layout 0 in link order, alignment and padding
 * at once; which of them did it is not known.
 */
#ifndef LAB_VERDICT_LAYOUT_EFFECT_H
#define LAB_VERDICT_LAYOUT_EFFECT_H

#include "lab/stats/interval.h"
#include "lab/verdict/verdict.h"

struct layout_effect {
	const struct result *result;
	unsigned int layout;		 /* against layout 0 */
	const char *made_of;		 /* as its program describes it */
	struct median_interval interval; /* of the log ratio */
};

struct layout_effects {
	struct layout_effect *rows; /* by cell, then layout */
	size_t count;
};

/* An enum lab_exit. */
int layout_effects_load(struct layout_effects *effects, struct store *store,
			const struct verdicts *verdicts);

#endif
