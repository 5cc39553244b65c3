/* SPDX-License-Identifier: MIT */
/*
 * measure.h - what two arms can be compared by: time, and what else a user pays for.
 *
 * A contrast has one primary measure ("ns" unless its claim says otherwise) and may have
 * further ones, which are a second family.  Of each measure it is fixed here, before any run:
 *
 *   program	which build supplies it.  Timed: from the pairs that are timed.  Counting: from
 *		pairs of the counting builds, whose time nobody reads.  Callgrind: counted by
 *		scripts/counts, exactly; such a measure is decided by the margin alone.
 *   datum	of a pair: the log of B's value over A's, per unit of work; or, where 0 is an
 *		honest value, B's minus A's, per unit of work.
 *   margin	what does not matter: relative to the baseline, or absolute per unit of
 *		work, whichever is wider.
 *   least	of a quantile: observations that the median sample must have, else it is
 *		undecided.  Of events: so many that the median sample of the busier side must
 *		have for a word that denies a difference (equivalent, slightly, not more, not
 *		less), unless the margin is an event per sample or more.
 *
 * Ties of differences stay in the order statistics, so pairs without any event on
 * either side say "no difference".  Weakness: a word is about the median pair.  An event
 * that most samples do not have at all leaves the median at 0 whatever its mean.
 */
#ifndef LAB_MEASURES_MEASURE_H
#define LAB_MEASURES_MEASURE_H

#include "lab/base/lab.h"

enum measure_program { MEASURE_TIMED, MEASURE_COUNTING, MEASURE_CALLGRIND };
enum measure_datum { DATUM_LOG_RATIO, DATUM_DIFFERENCE };

/* Where a sample says it; `key` names which. */
enum measure_place {
	IN_BLOCKS,    /* a member of each block, which both sides have in turn */
	IN_COUNTERS,  /* of the operating system */
	IN_METRICS,   /* of the scheduler */
	IN_EXTRAS,    /* of the workload */
	IN_LATENCIES, /* a quantile of the histogram */
	IN_COUNTS     /* the store's counts */
};

struct measure {
	const char *name; /* as a claim says it */
	const char *noun; /* "voluntary switches": so many of these per unit of work */
	enum measure_program program;
	enum measure_datum datum;
	enum measure_place place;
	const char *key;
	double quantile; /* IN_LATENCIES */
	double relative; /* margin: a fraction of the baseline's value */
	double absolute; /* margin: per unit of work; 0: none */
	double least;	 /* events a sample; 0: any number */
};

/* NULL: there is none of that name. */
const struct measure *measure_find(const char *name);
/* "ns" */
const struct measure *measure_time(void);
void measure_names(struct strings *names);
bool measure_is_time(const struct measure *measure);

/* What does not matter, as a datum: `relative` in place of the measure's own (NAN: that),
 * `level` what the baseline has per unit of work, NAN: not known. */
double measure_margin(const struct measure *measure, double relative, double level);

/* The datum of two values per unit of work; NAN: one is not known, or has no logarithm. */
double measure_datum_of(const struct measure *measure, double a, double b);

/* "callgrind", "counting build", "timed build" */
const char *measure_program_name(enum measure_program program);

#endif
