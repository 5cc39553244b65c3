/* SPDX-License-Identifier: MIT */
/*
 * claim_line.h - a claim on one line: what came out, by how much, how sure.
 *
 * What the first screen of a report and the end of a run say.  The word is claim_answer's;
 * here stand the effects that it was read from, and in a few words what makes it sure or
 * keeps it open.
 */
#ifndef LAB_SHOW_CLAIM_LINE_H
#define LAB_SHOW_CLAIM_LINE_H

#include "lab/verdict/outcome.h"

#define CLAIM_EFFECTS 4

/* Of a contrast that carries the claim: its time, or where contrasts transfer its effect, by
 * that of what it is compared with.  Logarithms; NAN: not known, or no ratio. */
struct claim_effect {
	const struct verdict *row;
	double median, low, high, margin;
	const char *text; /* "0.952 [0.931, 0.974]" */
};

struct claim_line {
	struct claim_answer answer;
	struct claim_effect effects[CLAIM_EFFECTS];
	size_t count;
	size_t others;	  /* that carry the claim too, and stand with its details only */
	const char *sure; /* "95 %, 30 pairs"; "2 of 3 shown; about 280 pairs would decide" */
};

/* Of a row's own measure. */
struct claim_effect claim_effect(const struct verdict *row);

struct claim_line claim_line(const struct claim *claim, const struct verdicts *verdicts);

#endif
