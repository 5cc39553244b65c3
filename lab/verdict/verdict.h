/* SPDX-License-Identifier: MIT */
/*
 * verdict.h - what the stored pairs say, row by row: the input of every report.
 *
 * Verdicts are never stored: they are worked out anew from the pairs, the claims
 * as they were when the plan was made, and the A/A history as it was when the
 * run ended, all of which the store keeps, or as it is today (calibration.h).  The
 * same store and history give the same bytes.
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
	/* The row whose pairs these are, since it asks for the same arms in the same cell;
	 * NULL: its own. */
	const struct verdict *measured_with;
	double plant_percent; /* planted rows: how much, and on which side */
	enum side plant_side;

	struct pair_datum *pairs;
	size_t pair_count; /* done, completed or not */
	size_t used, missing, flagged;
	size_t reds[2];	      /* red samples of the baseline and of the arm in this cell */
	const char *red;      /* what is wrong with the first of them; NULL: none */
	unsigned int layouts; /* distinct layouts met, of the arm that met fewer */

	enum verdict_kind kind;
	const char *word;	  /* the kind as every view says it: "faster by at least 3.1 %" */
	bool flags_agree;	  /* the same word without the flagged pairs and with them */
	const char *because;	  /* one clause: why this kind */
	double margin;		  /* log ratio: what does not matter */
	double median;		  /* log ratio */
	double own_low, own_high; /* its interval, from the pairs alone; NAN: none at this n */
	double envelope; /* what layouts may add on either side (envelope.h); NAN: not known */
	const char *layouts_why; /* why it is not; NULL: it is */
	double low, high;	 /* with it: what the word is read from; NAN: none */
	size_t family;		 /* rows that are right together at 95 % */
	bool looked_at;		 /* while it ran (look.h) */
	double p;		 /* of no difference, times the family; decides nothing */
	double visible; /* the smallest difference such pairs show in 4 of 5 runs, log ratio; NAN */
	double aa_spread; /* standard deviation of A/A pairs in this cell, log ratio; NAN: none */
	size_t pairs_needed;	/* about so many decide; 0: decided, or not to be had */
	double ns_difference;	/* arm - baseline: what the ratio makes of the baseline's median */
	double ns_low, ns_high; /* ... and what low and high make of it */
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
	bool looks;    /* its primary rows were looked at while they ran (look.h) */
	size_t family; /* hypotheses the primary verdicts are corrected over */
	size_t pairs;
	const char *provisional;    /* why words are; NULL: they are not */
	double regime_threshold_ns; /* of the core-to-core latency; NAN: one regime */
	struct claim_set claims;
};

/* LAB_OK or LAB_ENVIRONMENT with the complaint made. */
int verdicts_load(struct verdicts *verdicts, struct store *store, const struct summary *summary);

/* The level at which one row is judged in a family of so many (0: the default family): what
 * a plan can promise before it is run. */
double verdict_alpha(enum purpose purpose, size_t family);

#endif
