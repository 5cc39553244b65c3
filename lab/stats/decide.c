/* SPDX-License-Identifier: MIT */
/*
 * decide.c - evidence of a row, without the flagged pairs and with them, then the rules.
 *
 * Rows of a family do not touch each other: their number alone sets the level.
 */
#include "lab/stats/decide.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "lab/stats/evidence.h"
#include "lab/stats/multiplicity.h"
#include "lab/stats/spread.h"
#include "lab/stats/word.h"

const char *verdict_reason_text(enum verdict_reason reason)
{
	static const char *const texts[] = {
		[REASON_NONE] = "",
		[REASON_RED] = "a sample is red",
		[REASON_NO_PAIRS] = "no pairs",
		[REASON_FLAGGED] = "too many pairs flagged",
		[REASON_FLAGS_CHANGE_IT] = "changes with the flagged pairs",
		[REASON_REGIME] = "on the latency between the CPUs",
		[REASON_LAYOUTS] = "layouts: what they do here was not measured",
		[REASON_ENVELOPE] = "layouts: they may explain it",
		[REASON_TOO_FEW] = "too few pairs for an interval",
		[REASON_WIDE] = "the interval is too wide for a word",
	};

	return texts[reason];
}

static bool are_looks(const struct decide_row *row)
{
	for (size_t i = 0; i < row->look_count; i++)
		if (row->looks[i] <= (i > 0 ? row->looks[i - 1] : 0) || row->looks[i] >= row->n)
			return false;
	return true;
}

static bool is_valid(const struct decide_row *row)
{
	return are_looks(row) && row->n <= row->planned && row->margin > 0 &&
	       !(row->envelope < 0) && all_finite(row->log_ratios, row->n);
}

static void settle(struct decision *verdict, enum verdict_kind kind, enum verdict_reason reason)
{
	verdict->kind = kind;
	verdict->reason = reason;
}

/* Flagged pairs change the word: what holds with them and without them. */
static void reconcile(struct decision *verdict, const struct evidence *all)
{
	enum verdict_kind kind = UNDECIDED;

	if (verdict_kind_is_decided(verdict->kind_unflagged) &&
	    verdict_kind_is_decided(verdict->kind_all)) {
		verdict->low = fmin(verdict->low, all->low);
		verdict->high = fmax(verdict->high, all->high);
		kind = word_of(verdict->low, verdict->high, verdict->margin);
	}
	settle(verdict, kind, kind == UNDECIDED ? REASON_FLAGS_CHANGE_IT : REASON_NONE);
}

/* Rules 1 to 5. */
static void apply_rules(struct decision *verdict, const struct decide_row *row,
			const struct evidence *unflagged, const struct evidence *all)
{
	enum verdict_reason reason, ignored;

	verdict->kind_unflagged = evidence_kind(unflagged, row, &reason);
	verdict->kind_all = evidence_kind(all, row, &ignored);
	if (row_is_red(row))
		settle(verdict, INVALID, REASON_RED);
	else if (verdict->flagged > row->n / 3)
		settle(verdict, UNDECIDED, REASON_FLAGGED);
	else if (verdict->kind_unflagged != verdict->kind_all)
		reconcile(verdict, all);
	else
		settle(verdict, verdict->kind_unflagged, reason);
}

static void copy_evidence(struct decision *verdict, const struct evidence *evidence)
{
	verdict->interval = evidence->interval;
	verdict->regimes = evidence->regimes;
	verdict->low = evidence->low;
	verdict->high = evidence->high;
	verdict->p = evidence->p;
}

static void count_pairs(struct decision *verdict, const struct decide_row *row)
{
	verdict->flagged = row_flagged(row);
	verdict->n = row->n - verdict->flagged;
	verdict->missing = row->planned - row->n;
	verdict->margin = row->margin;
}

/* More pairs are of no use where it is not their number that is wrong. */
static void plan_more(struct decision *verdict)
{
	if (verdict->kind != UNDECIDED || verdict->reason == REASON_LAYOUTS)
		verdict->needed = 0;
	else if (verdict->needed > 0 && verdict->needed <= verdict->n &&
		 verdict->reason != REASON_FLAGGED)
		verdict->needed = verdict->n + 1; /* the ones there are did not suffice */
}

int decide_row(struct decision *verdict, const struct decide_row *row, double alpha, size_t family)
{
	struct evidence unflagged, all;
	double share = bonferroni_alpha(alpha, family);
	int error;

	if (!(share > 0 && alpha < 1) || !is_valid(row))
		return -EINVAL;
	memset(verdict, 0, sizeof(*verdict));
	error = evidence_gather(&unflagged, row, UNFLAGGED_PAIRS, share);
	if (error == 0)
		error = evidence_gather(&all, row, ALL_PAIRS, share);
	if (error != 0)
		return error;
	count_pairs(verdict, row);
	copy_evidence(verdict, &unflagged);
	verdict->p_adjusted = fmin(1, (double)family * verdict->p);
	apply_rules(verdict, row, &unflagged, &all);
	error = evidence_power(&verdict->needed, &verdict->visible, &unflagged, row, share);
	plan_more(verdict);
	return error;
}
