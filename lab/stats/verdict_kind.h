/* SPDX-License-Identifier: MIT */
/*
 * verdict_kind.h - the eight things the lab may say about a row, and their names.
 *
 * The subject is always arm B, the row's arm, seen from arm A, its baseline:
 * FASTER means that B takes less time per unit, its log ratio lies below 0.
 * The first five come from the pairs (decide.h); the last three from whoever
 * knows why there are none to judge.
 */
#ifndef LAB_STATS_VERDICT_KIND_H
#define LAB_STATS_VERDICT_KIND_H

enum verdict_kind {
	FASTER,
	SLOWER,
	EQUIVALENT,    /* within the margin written before the run */
	UNDECIDED,     /* the reason and the pairs it would need stand beside it */
	DEPENDS,       /* on what stands beside it */
	NOT_EXERCISED, /* the mechanism never came into play */
	NOT_DECIDABLE, /* on this machine; what it would need stands beside it */
	INVALID,       /* a wrong or missing result: no timing counts */
};

/* "faster", "slower", "equivalent", "undecided", "depends", "not exercised",
 * "not decidable here", "invalid"; static text. */
const char *verdict_kind_name(enum verdict_kind kind);

#endif
