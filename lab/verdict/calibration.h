/* SPDX-License-Identifier: MIT */
/*
 * calibration.h - how often identical things "differ" on this host.
 *
 * Every run holds some pairs of a program with itself (or with another layout
 * of itself).  Six consecutive ones that no gate flagged are a trial, judged as
 * a row would be, uncorrected at 95 %: six is the least for which an exact
 * interval exists.  A trial whose interval excludes "no difference" is a false
 * alarm; honest statistics give 3.1 % of them (two of the 64 patterns of signs).
 *
 * A rate is never tried again within a run: a run makes the trials that it has pairs for, or
 * that its suite asks for ("until_trials"), and takes what they say.
 *
 * Trials accumulate per class of host in a local file, $SCHEDLAB_HISTORY or
 * $XDG_STATE_HOME/schedlab/history.db (~/.local/state by default).  What was
 * known when a run ended is kept with the run; a set is judged by that, or by what is known
 * of its host today, if that is more, and says so.
 *
 * Weakness: it sees chance, drift and a favoured side; it cannot see an effect
 * that hits one arm only, which is what the layouts are for.
 */
#ifndef LAB_VERDICT_CALIBRATION_H
#define LAB_VERDICT_CALIBRATION_H

#include "lab/verdict/verdict.h"

#define CALIBRATION_TRIALS_LEAST 200u
#define CALIBRATION_HIGH_MOST	 0.09

/* The counts of one set, or of many. */
struct calibration_counts {
	size_t pairs, trials, alarms;
};

/* Of the A/A rows of a set. */
struct calibration_counts calibration_of(const struct verdicts *verdicts);

/* Adds the set to the history of this host (once, however often it is called),
 * and keeps the sums with the set.  A history that cannot be written is said in
 * one line and is no failure: the set then knows its own trials only. */
int calibration_remember(struct store *store, const struct verdicts *verdicts);

/* What the history says of a host now; zeroes if there is none. */
struct calibration_counts calibration_recall(const char *host_key);

/* Rate, bounds and the word on them. */
void calibration_judge(struct calibration *calibration, const char *host_key,
		       struct calibration_counts counts);

/* Of a set: what was known when its run ended (of a run that did not end, its own trials), or
 * what is known of that host here and now, if that is more. */
void calibration_load(struct verdicts *verdicts, struct store *store);

#endif
