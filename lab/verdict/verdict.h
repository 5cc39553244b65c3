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
#include "lab/measures/measure.h"
#include "lab/stats/verdict_kind.h"
#include "lab/store/summary.h"

/* One pair of a row, in the order they were run. */
struct pair_datum {
	int64_t id;   /* in the store */
	double datum; /* of the row's measure: log ratio or difference; NAN: not completed */
	bool flagged; /* a gate was breached around it */
	const char *flag_reason;
	unsigned int layout_a, layout_b;
	int heap_a, heap_b; /* heap placement: 0, 16, ... 112 bytes; -1: not varied */
	double probe_ns[2]; /* core-to-core latency before and after; NAN: not probed */
	int regime;	    /* enum regime of stats/regime.h */
};

struct verdict {
	const struct result *result; /* arms, workload, medians per side, refusal */
	enum purpose purpose;
	/* What the arms are compared by.  All that follows is in its data: log ratios, or
	 * differences per unit of work (measure->datum). */
	const struct measure *measure;
	bool is_further;    /* a measure besides the contrast's own: of the second family */
	bool is_unsupplied; /* ... and the build that supplies it was not measured */
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
	double levels[2];     /* per unit of work, the median over pairs; NAN: not known */
	double events;	      /* of the median sample, of the side with more; NAN: nobody asks */
	double units;	      /* of work of the median sample; NAN: nobody asks */
	size_t aa_trials, aa_alarms; /* of this measure in this cell; time's are the set's */

	enum verdict_kind kind;
	const char *word;    /* the kind as every view says it: "faster by at least 3.1 %" */
	bool flags_agree;    /* the same word without the flagged pairs and with them */
	const char *because; /* one clause: why this kind */
	double limit;	     /* a person's own margin, a fraction; 0: that of claim or measure */
	double margin;	     /* what does not matter */
	double median;
	double own_low, own_high; /* its interval, from the pairs alone; NAN: none at this n */
	double envelope; /* what layouts may add on either side (envelope.h); NAN: not known */
	const char *layouts_why; /* why it is not; NULL: it is */
	double low, high;	 /* with it: what the word is read from; NAN: none */
	size_t family;		 /* rows that are right together at 95 % */
	bool looked_at;		 /* while it ran (look.h) */
	bool cut;		 /* ... and ended with the time of the run, not with its word */
	double p;		 /* of no difference, times the family; decides nothing */
	double visible;		 /* the smallest difference such pairs show in 4 of 5 runs; NAN */
	double aa_spread;	 /* standard deviation of A/A pairs in this cell; NAN: none */
	size_t pairs_needed;	 /* about so many decide; 0: decided, or not to be had */
	/* arm - baseline, per unit of work: what a ratio makes of the baseline's median, or the
	 * difference itself; and what low and high make of it. */
	double difference, difference_low, difference_high;
	double rmw_difference; /* counts; NAN: not counted */
	double instructions_difference;
	double exercised_per_unit; /* NAN: not asked or not counted */
	const char *sentence;	   /* the fixed sentence */
};

/* Is it one arm beside itself? */
bool verdict_is_aa(const struct verdict *verdict);
/* Is it judged by time?  Then its words are faster and slower, else less and more. */
bool verdict_is_of_time(const struct verdict *verdict);
/* Its kind in the words of its measure. */
const char *verdict_name(const struct verdict *verdict);
/* What supplies it: "timed build", "fault build", "counting build", "callgrind". */
const char *verdict_program(const struct verdict *verdict);
/* One of its data: "0.939", a ratio; "+0.012", a difference per unit of work. */
const char *verdict_datum_text(const struct verdict *verdict, double datum);
/* "[0.925, 0.953]", of two of its data. */
const char *verdict_interval_text(const struct verdict *verdict, double low, double high);
/* "0.939 [0.914, 0.965]": the ratio, and the interval that the word is read from, if there
 * is one; "-" without pairs. */
const char *verdict_ratio_text(const struct verdict *row);

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
	/* The further measures of contrasts (a second family), in the order of the rows, then
	 * as the claim names them. */
	struct verdict *further;
	size_t further_count;
	/* Rows of counting builds, which only supply measures and A/A pairs for those. */
	struct verdict *suppliers;
	size_t supplier_count;
	struct calibration calibration;
	struct planted planted[8];
	size_t planted_count;
	bool looks;    /* its primary rows were looked at while they ran (look.h) ... */
	bool cut;      /* ... until the time of the run was over */
	size_t family; /* hypotheses the primary verdicts are corrected over */
	size_t pairs;
	const char *provisional;    /* why words are; NULL: they are not */
	double regime_threshold_ns; /* of the core-to-core latency; NAN: one regime */
	struct claim_set claims;
};

/* LAB_OK or LAB_ENVIRONMENT with the complaint made. */
int verdicts_load(struct verdicts *verdicts, struct store *store, const struct summary *summary);
/* The rows in copies that may be given limits, and all of them judged anew beside those. */
struct verdicts verdicts_copy(const struct verdicts *verdicts);
int verdicts_judge_again(struct verdicts *copy, const struct summary *summary);
/* ... and no other measure than time: what a run looks at on its way. */
int verdicts_load_time(struct verdicts *verdicts, struct store *store,
		       const struct summary *summary);

/* The level at which one row is judged in a family of so many (0: the default family): what
 * a plan can promise before it is run. */
double verdict_alpha(enum purpose purpose, size_t family);

#endif
