/* SPDX-License-Identifier: MIT */
/*
 * flip.h - where an answer turns over: contrasts of a claim that differ in one parameter only.
 *
 * Such contrasts are a sweep.  A point is proven if its interval, layouts included, leaves 0
 * out.  Where a point is proven on one side and the next proven one on the other, the answer
 * flips somewhere between the two, and nothing narrower is known; the estimate is where the
 * line between the medians of the points next to the change of sign meets 0, over the
 * logarithm of the parameter (over the parameter itself from 0).
 *
 * Weakness: the intervals of a sweep hold together only where its contrasts are of one family.
 */
#ifndef LAB_VERDICT_FLIP_H
#define LAB_VERDICT_FLIP_H

#include "lab/verdict/verdict.h"

enum flip_kind {
	FLIP_OPEN,   /* no point is proven, or none but undecided ones beside it */
	FLIP_ALWAYS, /* every point is proven, all on one side */
	FLIP_FADES,  /* proven on one side, and elsewhere at most the margin */
	FLIP_TURNS   /* proven on both sides */
};

struct flip_point {
	double at;		       /* the parameter */
	double median, low, high;      /* of b, as its measure has it; NAN: none at this n */
	double margin;		       /* what does not matter */
	const struct verdict *verdict; /* or NULL, in tests */
};

struct flip {
	enum flip_kind kind;
	bool less_first; /* TURNS, FADES: b is less (faster) at the lower end */
	double from, to; /* TURNS, FADES: it happens between these two */
	double estimate; /* TURNS: about here; NAN: no line between medians says so */
};

struct sweep_of_claim {
	const struct contrast *first;
	const char *param;
	struct flip_point *points; /* ascending, in the arena */
	size_t count;
	struct flip flip;
	const char *sentence; /* "along parent_kib: faster at 0, 4; slower at 64; it turns ..." */
};

struct sweeps_of_claim {
	struct sweep_of_claim *items;
	size_t count;
};

/* Of ascending points; the pure part. */
struct flip flip_find(const struct flip_point *points, size_t count);

/* Those of a claim that have three points or more, each with pairs, and two of them judged. */
struct sweeps_of_claim flips_of(const struct verdicts *verdicts, const char *claim);

/* The value of "NAME=VALUE" in the parameters of a cell; -1: it has no such. */
int64_t params_value(const char *params, const char *name);
/* "tasks=10000 completion=0": the parameters without one of them. */
const char *params_without(const char *params, const char *name);

/* "spawn_burst, tokio+lifo_slots=4 beside tokio, along parent_kib: ..." */
const char *flip_text(const struct sweep_of_claim *sweep);

#endif
