/* SPDX-License-Identifier: MIT */
/*
 * verdict.h - what the stored pairs say, row by row: the input of every report.
 *
 * Verdicts are never stored: they are worked out anew from the pairs, the claims
 * as they were when the plan was made, and the A/A history as it was when the
 * run ended, all of which the store keeps.  The same store gives the same bytes.
 * Everything below lives until the program ends.
 */
#ifndef LAB_VERDICT_VERDICT_H
#define LAB_VERDICT_VERDICT_H

#include "lab/claims/claim.h"
#include "lab/stats/verdict_kind.h"
#include "lab/summary.h"

/* One pair of a row, in the order they were run. */
struct pair_datum {
	double log_ratio; /* NAN: not completed */
	bool flagged;	  /* a gate was breached around it */
	const char *flag_reason;
	unsigned int layout_a, layout_b;
	int heap_a, heap_b; /* heap placement: 0, 16, ... 112 bytes; -1: not varied */
	double probe_ns[2]; /* core-to-core latency before and after; NAN: not probed */
	int regime;	    /* enum regime of stats/regime.h */
};

struct verdict {
	const struct result *result; /* arms, workload, medians per side, refusal */
	enum purpose purpose;
	const struct contrast *contrast; /* NULL: no claim's */
	double plant_percent;		 /* planted rows: how much, and on which side */
	enum side plant_side;

	struct pair_datum *pairs;
	size_t pair_count; /* done, completed or not */
	size_t used, missing, flagged;
	size_t reds[2];	      /* red samples of the baseline and of the arm in this cell */
	const char *red;      /* what is wrong with the first of them; NULL: none */
	unsigned int layouts; /* distinct layouts met, of the arm that met fewer */

	enum verdict_kind kind;
	const char *because;	/* one clause: why this kind */
	double median;		/* log ratio */
	double low, high;	/* family-wise interval of the log ratio; NAN: none at this n */
	double p;		/* of the difference, adjusted (Holm: primary; FDR: the others) */
	double envelope;	/* of the layouts of this cell, as a log ratio; NAN: not measured */
	size_t pairs_needed;	/* about so many decide; 0: decided, or not to be had */
	double ns_difference;	/* median over pairs of ns per unit, arm - baseline */
	double ns_low, ns_high; /* its own 95 % interval; NAN: too few pairs */
	double rmw_difference;	/* counts; NAN: not counted */
	double instructions_difference;
	double exercised_per_unit; /* NAN: not asked or not counted */
	const char *sentence;	   /* the fixed sentence */
};

/* A/A trials of this host: each is judged as a row would be, uncorrected. */
struct calibration {
	const char *host_key;
	size_t pairs;		/* A/A pairs ever */
	size_t trials, alarms;	/* trials that "differed" */
	double rate, low, high; /* Clopper-Pearson, 95 % */
	bool sufficient;	/* enough trials and `high` small enough to rank */
	const char *state;	/* "A/A: 6 of 210 trials differ, 2.9 % [1.1, 6.1]; sufficient" */
};

/* What the planted slowdowns of a run came to. */
struct planted {
	double percent;
	size_t rows, found; /* judged like a primary row */
};

struct verdicts {
	struct verdict *rows; /* in the order of the plan */
	size_t count;
	struct calibration calibration;
	struct planted planted[8];
	size_t planted_count;
	size_t family; /* hypotheses the primary verdicts are corrected over */
	size_t flagged, pairs;
	bool too_many_flagged;	    /* more than a third: nothing is ranked */
	double regime_threshold_ns; /* of the core-to-core latency; NAN: one regime */
	struct claim_set claims;
};

/* LAB_OK or LAB_ENVIRONMENT with the complaint made. */
int verdicts_load(struct verdicts *verdicts, struct store *store, const struct summary *summary);

/* The level at which one row is judged in a family of so many primary rows (0: the
 * default family): what a plan can promise before it is run. */
double verdict_alpha(enum purpose purpose, size_t family);

/* Faster, slower, equivalent: what a script may take for an answer. */
bool verdict_is_decided(enum verdict_kind kind);

#endif
