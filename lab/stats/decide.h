/* SPDX-License-Identifier: MIT */
/*
 * decide.h - from the pairs of a row to a verdict; rules fixed before the run.
 *
 * A row compares arm B with its baseline A in one cell.  In this order:
 *   1. A red sample on either arm: INVALID.  Wrong work has no speed, and
 *	without its slowest samples an arm looks faster than it is.
 *   2. More than a third of the pairs flagged by the gates: UNDECIDED.
 *   3. Near and far core-to-core latency disagree (regime.h): DEPENDS.
 *   4. The median is within the margin (equivalence.h): EQUIVALENT, even if it
 *	differs from 0: the margin was written down as what does not matter.
 *	A margin below the layout envelope (layout.h) decides nothing: UNDECIDED.
 *   5. The median differs from 0 (sign_test.h): FASTER or SLOWER; UNDECIDED if
 *	it is smaller than the layout envelope.
 *   6. Else UNDECIDED, with the pairs it would need.
 * 3 to 6 are gone through without the flagged pairs and again with all; if the
 * verdicts differ: UNDECIDED.  Missing pairs are left out and counted.
 *
 * Family of N rows: each asks D (median = 0) and E (|median| >= margin).  They
 * exclude each other, so a row has at most one true hypothesis and may spend its
 * whole share of alpha on both (partitioning: Finner and Strassburger, Annals of
 * Statistics 30 (2002) 1194).  A wrong direction costs no more: if median >=
 * margin, "B faster" implies rejecting E's upper half; otherwise E is not wrong.
 * holm_adjust steps down over the rows that still have an open hypothesis, and
 * not over single claims: "D rejected" leaves E of that row open.
 * (For the direction of rows that are closed, steps after the first also need
 * independent rows: Shaffer, Annals of Statistics 8 (1980) 1342.)
 *
 * Weakness: DEPENDS withholds a verdict, so it is not part of the family; each
 * row says it wrongly with probability at most its Bonferroni share.  And the
 * margin of the quick suite (12 rows, 40 pairs, typical noise) is thin: 10 % is
 * found in 93 of 100 runs, in 91 if four layouts that change nothing are drawn.
 *
 * Everything is a pure function of the caller's arrays; safe from any thread.
 */
#ifndef LAB_STATS_DECIDE_H
#define LAB_STATS_DECIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "lab/stats/interval.h"
#include "lab/stats/layout.h"
#include "lab/stats/regime.h"
#include "lab/stats/verdict_kind.h"

/* One row.  The arrays have one entry per complete pair and are borrowed for the call. */
struct decide_row {
	const double *log_ratios;	   /* log(ns per unit of B / of A), finite */
	const bool *flagged;		   /* a gate was breached; NULL: none */
	const struct pair_layout *layouts; /* NULL: not known */
	const enum regime *regimes;	   /* NULL: one regime */
	size_t n;
	size_t planned; /* pairs; what n lacks is missing */
	size_t red[2];	/* red samples of A and of B */
	double margin;	/* log ratio, above 0: log(1.1) for "within 10 %" */
};

enum verdict_reason {
	REASON_NONE,		/* decided */
	REASON_RED,		/* INVALID: a sample is red */
	REASON_NO_PAIRS,	/* UNDECIDED from here on, but for REASON_REGIME */
	REASON_FLAGGED,		/* more than a third flagged */
	REASON_FLAGS_CHANGE_IT, /* with and without flagged pairs differ */
	REASON_REGIME,		/* DEPENDS: near and far disagree */
	REASON_ENVELOPE,	/* a difference below the layout envelope */
	REASON_MARGIN_ENVELOPE, /* equivalent, but the margin is below the envelope */
	REASON_TOO_FEW,		/* n pairs cannot decide at this level, whatever they show */
	REASON_NOT_SEPARATED	/* neither different nor equivalent */
};

/* "too many pairs flagged", "below the layout envelope", ...; static text,
 * "" for REASON_NONE. */
const char *verdict_reason_text(enum verdict_reason reason);

struct decision {
	enum verdict_kind kind; /* FASTER, SLOWER, EQUIVALENT, UNDECIDED, DEPENDS or INVALID */
	enum verdict_reason reason;
	bool exploratory;	 /* false discovery rate, no family-wise claim */
	size_t n;		 /* pairs used: neither missing nor flagged */
	size_t flagged, missing; /* pairs */
	size_t red[2];		 /* samples, as given */
	/* Over the n pairs used; log ratios. */
	struct median_interval interval; /* level 1 - alpha / rows: all hold together */
	struct layout_envelope envelope; /* NAN: rule 4 and 5 had none to apply */
	struct regime_effects regimes;
	double margin;
	double p_difference, p_equivalence;		  /* of the row alone; 1 without pairs */
	double adjusted_difference, adjusted_equivalence; /* for the family, or FDR */
	/* What rules 3 to 6 say without and with the flagged pairs. */
	enum verdict_kind kind_unflagged, kind_all;
	/* UNDECIDED: unflagged pairs in all with which a row like this one is decided
	 * (as different or as equivalent, whichever needs fewer) with probability
	 * POWER_TARGET; 0: not by more pairs (or more than POWER_PAIRS_MAX). */
	size_t needed;
};

/*
 * The primary family, family-wise error alpha (.05).  `verdicts` is the
 * caller's, one a row.  Every preregistered row is in, also one without pairs:
 * leaving it out would change the others.  0; -EINVAL if a log ratio is not
 * finite, a margin not above 0, n > planned, a layout out of range, or alpha
 * not within 0..1; -ENOMEM.  After an error `verdicts` means nothing.
 */
int decide_family(struct decision *verdicts, const struct decide_row *rows, size_t count,
		  double alpha);

/* Rows nobody preregistered: false discovery rate alpha, `exploratory` set.
 * Intervals are at the same Bonferroni level as in a family. */
int decide_exploratory(struct decision *verdicts, const struct decide_row *rows, size_t count,
		       double alpha);

/* One row by itself at a per-row alpha that was corrected elsewhere (a row of
 * a Bonferroni family). */
int decide_row(struct decision *verdict, const struct decide_row *row, double alpha);

#endif
