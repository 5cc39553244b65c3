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
 * With limits of a person's own (trial_limits.h) these take the place of margins, and only the
 * outcomes that have one decide.  Without them the primary outcome of each cell decides between
 * "no worse" and "open", and any outcome that is WORSE or WORSE_UNSIZED has its say.  Nothing is
 * passed by what was not measured: it takes one deciding outcome that is BETTER or NO_WORSE.
 *
 * Controls.  Each is about some outcomes; where it does not come out it withdraws them, whether it
 * failed or could not be read (flagged pairs, a run that was cut), which it says.
 *   A/A	programs beside themselves in other layouts: their trials of an outcome in a cell must
 *		not differ more often than chance (1 % level) lets them; withdraws it there.
 *   planted	a base slowed down on purpose, in the cell, must be found slower; withdraws time there.
 *   known	the switches that Tokio 1.51.0 added must be found; withdraws switches and parks.
 *   reach	a cell that the change cannot reach must not differ beyond the margin; withdraws the
 *		outcome.
 * A control that was not measured at all withdraws nothing, and is said.
 *
 * A wrong or missing result anywhere in the set, also of a control or of the twin, is RED.
 */
#ifndef LAB_VERDICT_TRIAL_H
#define LAB_VERDICT_TRIAL_H

#include "lab/verdict/trial_limits.h"
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

enum trial_control_state { CONTROL_PASSED, CONTROL_FAILED, CONTROL_UNREAD, CONTROL_NOT_MEASURED };

struct trial_control {
	const char *text; /* "A/A: 1 of 44 trials of ns differ" */
	enum trial_control_state state;
};

struct trial {
	const char *base, *head, *knob;			  /* arms; the knob may be NULL */
	const char *base_about, *head_about, *knob_about; /* for a person; may be NULL */
	bool is_same;					  /* one program beside itself */
	struct trial_limits limits;
	struct verdicts verdicts;	/* judged beside the limits */
	const struct verdict *red;	/* a row with a wrong or missing result, or NULL */
	struct trial_outcome *outcomes; /* worst first, then by how far beyond the margin */
	size_t count;
	size_t of[TRIAL_STANDINGS];
	size_t cells;
	struct trial_control *controls; /* those that failed first */
	size_t control_count, failed;	/* ... or could not be read */
	int status;			/* LAB_OK, LAB_UNDECIDED, LAB_WORSE or LAB_RED */
};

/* "worse", "worse, size open", ...; static. */
const char *trial_standing_name(enum trial_standing standing);

/* False: the set is no trial. */
bool trial_is(struct store *store);

/* Limits: those given, else those that the trial was made with.  LAB_OK; LAB_NO_DATA if the set is
 * no trial, LAB_USAGE if a limit is of no outcome of it, LAB_ENVIRONMENT; with the complaint made. */
int trial_judge(struct trial *trial, const struct verdicts *verdicts, const struct summary *summary,
		struct store *store, const struct trial_limits *limits);

#endif
