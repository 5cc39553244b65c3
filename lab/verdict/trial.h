/* SPDX-License-Identifier: MIT */
/*
 * trial.h - a change on trial: is the head worse than the base, and where?
 *
 * A set of the suite "trial" has, for each cell, the words of its outcomes: time, or what else a
 * user pays for.  What is asked of an outcome is one thing only, whether it got worse:
 *
 *   WORSE		more than the margin, certainly (the word is "slower" or "more").
 *   WORSE_UNSIZED	certainly more, by how much beside the margin is open ("by at least").
 *   OPEN		it may be worse than the margin, or there is no word.
 *   NO_WORSE		certainly not by more than the margin: "equivalent", "not slower", ...
 *   BETTER		certainly less.
 *   NOT_REACHED	the change cannot come into play in this cell (its counter counts nothing).
 *   WITHDRAWN		a control of it failed; see below.
 *   RED		a result was wrong or missing: no number counts.
 *   ABSENT		nobody counted it, as instructions where the cell cannot be counted.
 *
 * With limits of a person's own (--fail-on) the limit takes the place of the margin, and only the
 * outcomes that have one decide.  Without them the primary outcome of each cell decides between
 * "no worse" and "open", and any outcome that is WORSE decides "worse".
 *
 * Controls.  Each is about some outcomes; where it fails it withdraws them.
 *   A/A	programs beside themselves in other layouts: their trials of an outcome, over all
 *		cells, must not differ more often than chance (1 % level) lets them.
 *   planted	a base slowed down on purpose, in the cell, must be found slower; withdraws time there.
 *   known	the switches that Tokio 1.51.0 added must be found; withdraws switches and parks.
 *   reach	a cell that the change cannot reach must not differ beyond the margin; withdraws the
 *		outcome.
 *   A control that was not measured withdraws nothing, and is said.
 */
#ifndef LAB_VERDICT_TRIAL_H
#define LAB_VERDICT_TRIAL_H

#include "lab/verdict/verdict.h"

enum trial_standing {
	TRIAL_RED,
	TRIAL_WORSE,
	TRIAL_WORSE_UNSIZED,
	TRIAL_WITHDRAWN,
	TRIAL_OPEN,
	TRIAL_BETTER,
	TRIAL_NO_WORSE,
	TRIAL_NOT_REACHED,
	TRIAL_ABSENT
};
#define TRIAL_STANDINGS 9

/* An outcome in a cell. */
struct trial_outcome {
	const struct verdict *row;
	enum trial_standing standing;
	const char *withdrawn; /* by which control, or NULL */
	bool decides;	       /* between "no worse" and "open" */
};

enum trial_control_state { CONTROL_PASSED, CONTROL_FAILED, CONTROL_NOT_MEASURED };

struct trial_control {
	const char *text; /* "A/A: 1 of 44 trials of ns differ" */
	enum trial_control_state state;
};

/* What a person lets pass: "slower:5%" is of ns. */
struct trial_limit {
	const struct measure *measure;
	double fraction;
};

struct trial_limits {
	struct trial_limit *limits;
	size_t count;
};

struct trial {
	const char *base, *head, *knob;			  /* arms; the knob may be NULL */
	const char *base_about, *head_about, *knob_about; /* for a person; may be NULL */
	bool is_same;					  /* one program beside itself */
	struct trial_outcome *outcomes; /* worst first, then by how far beyond the margin */
	size_t count;
	size_t of[TRIAL_STANDINGS];
	size_t cells;
	struct trial_control *controls; /* those that failed first */
	size_t control_count, failed;
	int status; /* LAB_OK, LAB_UNDECIDED, LAB_WORSE or LAB_RED */
};

/* "worse", "worse, size open", ...; static. */
const char *trial_standing_name(enum trial_standing standing);

/* Adds a limit, "slower:5%" or "MEASURE:5%".  False: what is wrong has been said. */
bool trial_add_limit(struct trial_limits *limits, const char *text);

/* False: the set is no trial. */
bool trial_is(struct store *store);

/* LAB_OK, or LAB_NO_DATA with the complaint made if the set is no trial. */
int trial_judge(struct trial *trial, const struct verdicts *verdicts, struct store *store,
		const struct trial_limits *limits);

#endif
