/* SPDX-License-Identifier: MIT */
/*
 * treatment_effect.h - what another layout or another heap placement alone does to the time of
 * one program.
 *
 * From the A/A rows of a set.  Layouts: the layout A/A pairs, which put two layouts of one
 * source side by side.  Heap: the other ones, where both sides are one program in one code
 * layout and differ in how far their heap is moved on.  Of each treatment, the pairs that have
 * it on one side: the median log ratio of that side over the other and its exact 95 % interval,
 * uncorrected: a description of the treatment, no verdict.
 *
 * Weakness: a layout differs from layout 0 in link order, alignment and padding at once; which
 * of them did it is not known.  Of 64 pairs two say something about one step of the heap over
 * step 0, and fourteen about it over the others, which is what a set of usual length can tell.
 */
#ifndef LAB_VERDICT_TREATMENT_EFFECT_H
#define LAB_VERDICT_TREATMENT_EFFECT_H

#include "lab/stats/interval.h"
#include "lab/verdict/verdict.h"

/* Of one cell; log ratios, `n` 0: no such pair. */
struct treatment_effect {
	const struct result *result;
	int treatment;			    /* the layout, or bytes that the heap is moved by */
	struct median_interval over_zero;   /* against treatment 0; of that itself: none */
	struct median_interval over_others; /* against all others */
};

struct treatment_effects {
	struct treatment_effect *rows; /* by row of the plan, then treatment; none without a pair */
	size_t count;
};

/* PURPOSE_AA_LAYOUT: of the layouts, against 0; PURPOSE_AA_SAME: of the heap.  An enum lab_exit;
 * the list lives until the program ends. */
int treatment_effects_load(struct treatment_effects *effects, const struct verdicts *verdicts,
			   enum purpose purpose);

/* As its program describes it; "" if nobody did. */
const char *layout_made_of(struct store *store, const char *arm, int layout);

/* NULL: varied in every pair.  Else one clause that says so of the pairs where it was not,
 * on one side or both: "heap placement: not varied". */
const char *heap_unvaried(const struct verdicts *verdicts);

#endif
