/* SPDX-License-Identifier: MIT */
/*
 * decide.h - from the pairs of a row to a verdict; rules fixed before the run.
 *
 * A row compares arm B with its baseline A in one cell.  In this order:
 *   1. A red sample on either arm: INVALID.  Wrong work has no speed, and
 *	without its slowest samples an arm looks faster than it is.
 *   2. More than a third of the pairs flagged by the gates: UNDECIDED.
 *   3. Near and far core-to-core latency disagree (regime.h): DEPENDS.
 *   4. What the layouts of the two arms do in this cell is not known: UNDECIDED.
 *   5. The word of the interval (word.h).
 * 3 to 5 are gone through without the flagged pairs and again with all.  If the
 * words differ, the word is that of an interval which holds both; if one of them
 * is undecided, or that word is: UNDECIDED.  Missing pairs are left out and counted.
 *
 * The interval: between two order statistics, of level 1 - alpha / N in a family
 * of N rows, so all N hold together with probability 1 - alpha, under any
 * dependence (Bonferroni); then widened on both sides by the layout envelope
 * (layout.h), which comes from other pairs than these.  Every word is true if its
 * interval holds the true median, so all words of a family are true together at
 * that level.  p-values stand beside the words and decide nothing.
 *
 * A row that is looked at while it runs ends as soon as its word is final (looks.h); its
 * intervals are wider, so that all of its looks are right together at that level.
 *
 * What that costs: a step-down procedure (Holm) would test the last of N rows at
 * alpha instead of alpha / N, but gives no interval from which a word could be
 * read.  With N = 12 and 40 pairs the interval lies three order statistics further
 * out at each end than that of a row alone: in normal noise 1.5 times as wide.  A margin below
 * the envelope can never be shown: then a row may be faster or slower, and not
 * equivalent, however many pairs it has.
 *
 * Weakness: DEPENDS withholds a word, so it is not part of the family; each row
 * says it wrongly with probability at most its share of alpha.  The envelope is
 * an estimate from a few layouts (layout.h).
 *
 * Everything is a pure function of the caller's arrays; safe from any thread.
 */
#ifndef LAB_STATS_DECIDE_H
#define LAB_STATS_DECIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "lab/stats/interval.h"
#include "lab/stats/regime.h"
#include "lab/stats/verdict_kind.h"

/* One row.  The arrays have one entry per complete pair and are borrowed for the call. */
struct decide_row {
	const double *log_ratios;   /* log(ns per unit of B / of A), finite */
	const bool *flagged;	    /* a gate was breached; NULL: none */
	const enum regime *regimes; /* NULL: one regime */
	size_t n;
	size_t planned;	 /* pairs; what n lacks is missing */
	size_t red[2];	 /* red samples of A and of B */
	double margin;	 /* log ratio, above 0: log(1.03) for "within 3 %" */
	double envelope; /* of the layouts of both arms: log ratio, >= 0; NAN: not known */
	/* After how many of the pairs it was looked at while it ran, ascending, in 1 .. n - 1
	 * (looks.h); the look at all n of them is not among them. */
	const size_t *looks;
	size_t look_count; /* 0: it ran to its end unseen */
	/* It was looked at and ended with the run's time, not with its word: the look at all n
	 * is its last, as it is if n are all that were planned. */
	bool cut;
};

enum verdict_reason {
	REASON_NONE,		/* decided */
	REASON_RED,		/* INVALID: a sample is red */
	REASON_NO_PAIRS,	/* UNDECIDED from here on, but for REASON_REGIME */
	REASON_FLAGGED,		/* more than a third flagged */
	REASON_FLAGS_CHANGE_IT, /* with and without flagged pairs differ */
	REASON_REGIME,		/* DEPENDS: near and far disagree */
	REASON_LAYOUTS,		/* the envelope is not known */
	REASON_ENVELOPE,	/* it would be decided if the layouts did nothing */
	REASON_TOO_FEW,		/* n pairs have no interval at this level */
	REASON_WIDE		/* the interval is too wide for a word */
};

/* "too many pairs flagged", "the layouts may explain it", ...; static text,
 * "" for REASON_NONE. */
const char *verdict_reason_text(enum verdict_reason reason);

struct decision {
	enum verdict_kind kind; /* any but NOT_EXERCISED and NOT_DECIDABLE */
	enum verdict_reason reason;
	size_t n;		 /* pairs used: neither missing nor flagged */
	size_t flagged, missing; /* pairs */
	/* Over the n pairs used; log ratios. */
	struct median_interval interval; /* level 1 - alpha / rows: all hold together */
	double margin;			 /* as given */
	double low, high; /* what the word is read from: the interval, widened by the envelope */
	struct regime_effects regimes;
	double p, p_adjusted; /* of no difference: of the row alone, for the family; 1: no pairs */
	/* What rules 3 to 5 say without and with the flagged pairs. */
	enum verdict_kind kind_unflagged, kind_all;
	/* UNDECIDED: unflagged pairs in all with which a row like this one gets, with probability
	 * POWER_TARGET, a direction or "equivalent", or where neither can be, "not slower" or
	 * "not faster"; 0: not by more pairs (or more than POWER_PAIRS_MAX). */
	size_t needed;
	/* The smallest difference that n such pairs show with probability POWER_TARGET, a log
	 * ratio, envelope included; NAN: none. */
	double visible;
};

/*
 * A row of a family of so many (1: by itself) whose words are all true together with
 * probability 1 - alpha (.05).  Every preregistered row counts, also one without
 * pairs: leaving it out would change the others.  0; -EINVAL if a log ratio is not
 * finite, the margin not above 0, the envelope below 0, n > planned, alpha not
 * within 0..1, family 0 or looks that are not as above; -ENOMEM.  After an error *verdict means nothing.
 */
int decide_row(struct decision *verdict, const struct decide_row *row, double alpha, size_t family);

#endif
