/* SPDX-License-Identifier: MIT */
/*
 * heap_effect.h - what another heap placement alone does to the time of one program.
 *
 * From the A/A rows of a set, where both sides are one program in one code layout: the
 * pairs in which one side has step N (its heap lies N steps of 16 bytes further on) and
 * the other side step 0, and those in which the other side has any other step.  Of each,
 * the median log ratio of N over the other and its exact 95 % interval, uncorrected: a
 * description of the treatment, no verdict.
 *
 * Weakness: of 64 pairs two say something about N over 0, and fourteen about N over the
 * others, which is what a set of usual length can tell.
 */
#ifndef LAB_VERDICT_HEAP_EFFECT_H
#define LAB_VERDICT_HEAP_EFFECT_H

#include "lab/stats/interval.h"
#include "lab/verdict/verdict.h"

/* Of one cell; log ratios, `n` 0: no such pair. */
struct heap_effect {
	const struct result *result;
	int heap;			    /* bytes */
	struct median_interval over_zero;   /* against step 0; of step 0 itself: none */
	struct median_interval over_others; /* against all other steps */
};

struct heap_effects {
	struct heap_effect *rows; /* by row of the plan, then step; steps without a pair not */
	size_t count;
};

/* An enum lab_exit; the list lives until the program ends. */
int heap_effects_load(struct heap_effects *effects, const struct verdicts *verdicts);

/* NULL: varied in every pair.  Else one clause that says so of the pairs where it was not,
 * on one side or both: "heap placement: not varied". */
const char *heap_unvaried(const struct verdicts *verdicts);

#endif
