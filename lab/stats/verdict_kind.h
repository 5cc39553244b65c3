/* SPDX-License-Identifier: MIT */
/*
 * verdict_kind.h - the words that the lab may say about a row.
 *
 * The subject is always arm B, the row's arm, seen from arm A, its baseline:
 * FASTER means that B takes less, its log ratio lies below 0.  The first nine
 * are read from one interval and the margin (word.h), UNDECIDED and DEPENDS
 * from the pairs as well (decide.h); the last three come from whoever knows why
 * there are none to judge.
 */
#ifndef LAB_STATS_VERDICT_KIND_H
#define LAB_STATS_VERDICT_KIND_H

#include <stdbool.h>

enum verdict_kind {
	FASTER,		 /* by more than the margin */
	FASTER_AT_LEAST, /* certainly; by how much at least stands beside it */
	SLIGHTLY_FASTER, /* certainly, and within the margin */
	EQUIVALENT,	 /* within the margin, of either sign */
	NOT_SLOWER,	 /* or by less than the margin */
	NOT_FASTER,
	SLIGHTLY_SLOWER,
	SLOWER_AT_LEAST,
	SLOWER,
	UNDECIDED,     /* the reason and what would decide it stand beside it */
	DEPENDS,       /* on what stands beside it */
	NOT_EXERCISED, /* the mechanism never came into play */
	NOT_DECIDABLE, /* on this machine; what it would need stands beside it */
	INVALID	       /* a wrong or missing result: no timing counts */
};
#define VERDICT_KINDS 14

/* "faster", "faster by at least", "slightly faster", "equivalent", "not slower", ...,
 * "undecided", "depends", "not exercised", "not decidable here", "invalid"; static. */
const char *verdict_kind_name(enum verdict_kind kind);
/* The same of what is no time: "less", "less by at least", "slightly less", "equivalent",
 * "not more", ... */
const char *verdict_kind_amount_name(enum verdict_kind kind);

/* -1: B is certainly faster, 1: certainly slower, 0: neither is said. */
int verdict_kind_direction(enum verdict_kind kind);

/* One of the first nine: what a script may take for an answer. */
bool verdict_kind_is_decided(enum verdict_kind kind);

/* A word that more pairs would not make another in sense: a row may end with it. */
bool verdict_kind_is_final(enum verdict_kind kind);

/* Does a row of this kind show what somebody said of it ("faster", "not slower", ...; or
 * "less", "not more", ..., which mean the same)?
 * What is shown with more precision is shown: "faster" also says "not slower". */
bool verdict_kind_shows(enum verdict_kind kind, const char *said);

/* Can it no longer become so, however many pairs follow?  Both false: open. */
bool verdict_kind_refutes(enum verdict_kind kind, const char *said);

/* Is it a name that verdict_kind_shows knows? */
bool verdict_kind_is_sayable(const char *said);
/* ... and one that is said of time, or of what is none? */
bool verdict_kind_suits(const char *said, bool of_time);
/* "faster" and "less" are -1, "slower" and "more" 1, all others 0. */
int verdict_kind_said_direction(const char *said);

#endif
