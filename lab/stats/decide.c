/* SPDX-License-Identifier: MIT */
/*
 * decide.c - evidence of every row, one correction over all, then the rules.
 *
 * The correction runs twice, over the unflagged pairs of all rows and over all
 * their pairs, because a verdict has to stand in both.
 */
#include "lab/stats/decide.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lab/stats/evidence.h"
#include "lab/stats/multiplicity.h"
#include "lab/stats/sign_test.h"
#include "lab/stats/spread.h"

#define SETS	   2 /* enum evidence_of */
#define HYPOTHESES 2 /* of a row, exclusive: no difference, not equivalent */

typedef int adjust_fn(const double *p, double *adjusted, size_t rows, size_t per_row);

struct family {
	const struct decide_row *rows;
	size_t count;
	double alpha, row_alpha;
	struct evidence *evidence[SETS]; /* count each */
	double *adjusted[SETS];		 /* count * HYPOTHESES each */
};

const char *verdict_reason_text(enum verdict_reason reason)
{
	static const char *const texts[] = {
		[REASON_NONE] = "",
		[REASON_RED] = "a sample is red",
		[REASON_NO_PAIRS] = "no pairs",
		[REASON_FLAGGED] = "too many pairs flagged",
		[REASON_FLAGS_CHANGE_IT] = "changes with the flagged pairs",
		[REASON_REGIME] = "on the latency between the CPUs",
		[REASON_ENVELOPE] = "below the layout envelope",
		[REASON_MARGIN_ENVELOPE] = "the margin is below the layout envelope",
		[REASON_TOO_FEW] = "too few pairs to decide anything",
		[REASON_NOT_SEPARATED] = "neither a difference nor equivalence is shown",
	};

	return texts[reason];
}

static bool is_valid(const struct decide_row *row)
{
	return row->n <= row->planned && row->margin > 0 && all_finite(row->log_ratios, row->n);
}

static void family_free(struct family *family)
{
	for (int set = 0; set < SETS; set++) {
		free(family->evidence[set]);
		free(family->adjusted[set]);
	}
}

static int family_alloc(struct family *family)
{
	for (int set = 0; set < SETS; set++) {
		family->evidence[set] = calloc(family->count, sizeof(struct evidence));
		family->adjusted[set] = calloc(family->count, HYPOTHESES * sizeof(double));
	}
	for (int set = 0; set < SETS; set++)
		if (family->evidence[set] == NULL || family->adjusted[set] == NULL)
			return -ENOMEM;
	return 0;
}

/* Without flagged pairs both sets are the same. */
static int gather_row(struct family *family, enum evidence_of set, size_t i)
{
	const struct decide_row *row = &family->rows[i];

	if (set == ALL_PAIRS && row_flagged(row) == 0) {
		family->evidence[set][i] = family->evidence[UNFLAGGED_PAIRS][i];
		return 0;
	}
	return evidence_gather(&family->evidence[set][i], row, set, family->row_alpha);
}

/* The evidence of one set of pairs of all rows, and its p-values adjusted. */
static int gather(struct family *family, enum evidence_of set, adjust_fn *adjust)
{
	double *p = family->adjusted[set];

	for (size_t i = 0; i < family->count; i++) {
		int error = gather_row(family, set, i);

		if (error != 0)
			return error;
		p[HYPOTHESES * i] = family->evidence[set][i].p_difference;
		p[HYPOTHESES * i + 1] = family->evidence[set][i].p_equivalence;
	}
	return adjust(p, p, family->count, HYPOTHESES);
}

static enum verdict_kind kind_of(const struct family *family, enum evidence_of set, size_t i,
				 enum verdict_reason *reason)
{
	const double *adjusted = &family->adjusted[set][HYPOTHESES * i];

	return evidence_kind(&family->evidence[set][i], family->rows[i].margin,
			     adjusted[0] <= family->alpha, adjusted[1] <= family->alpha, reason);
}

static void settle(struct decision *verdict, enum verdict_kind kind, enum verdict_reason reason)
{
	verdict->kind = kind;
	verdict->reason = reason;
}

static bool can_decide(size_t n, double row_alpha)
{
	size_t contrary;

	return sign_test_allowed(&contrary, n, row_alpha); /* the laxest: half an equivalence */
}

/* Rules 1 to 6. */
static void apply_rules(struct decision *verdict, const struct family *family, size_t i)
{
	enum verdict_reason reason, ignored;

	verdict->kind_unflagged = kind_of(family, UNFLAGGED_PAIRS, i, &reason);
	verdict->kind_all = kind_of(family, ALL_PAIRS, i, &ignored);
	if (row_is_red(&family->rows[i]))
		settle(verdict, INVALID, REASON_RED);
	else if (verdict->flagged > family->rows[i].n / 3)
		settle(verdict, UNDECIDED, REASON_FLAGGED);
	else if (verdict->kind_unflagged != verdict->kind_all)
		settle(verdict, UNDECIDED, REASON_FLAGS_CHANGE_IT);
	else if (reason == REASON_NOT_SEPARATED && !can_decide(verdict->n, family->row_alpha))
		settle(verdict, UNDECIDED, REASON_TOO_FEW);
	else
		settle(verdict, verdict->kind_unflagged, reason);
}

static void copy_evidence(struct decision *verdict, const struct evidence *evidence,
			  const double *adjusted)
{
	verdict->interval = evidence->interval;
	verdict->envelope = evidence->envelope;
	verdict->regimes = evidence->regimes;
	verdict->p_difference = evidence->p_difference;
	verdict->p_equivalence = evidence->p_equivalence;
	verdict->adjusted_difference = adjusted[0];
	verdict->adjusted_equivalence = adjusted[1];
}

static void count_pairs(struct decision *verdict, const struct decide_row *row)
{
	verdict->flagged = row_flagged(row);
	verdict->n = row->n - verdict->flagged;
	verdict->missing = row->planned - row->n;
	verdict->red[0] = row->red[0];
	verdict->red[1] = row->red[1];
	verdict->margin = row->margin;
}

static int judge(struct decision *verdict, const struct family *family, size_t i)
{
	const struct evidence *unflagged = &family->evidence[UNFLAGGED_PAIRS][i];
	int error;

	memset(verdict, 0, sizeof(*verdict));
	count_pairs(verdict, &family->rows[i]);
	copy_evidence(verdict, unflagged, &family->adjusted[UNFLAGGED_PAIRS][HYPOTHESES * i]);
	apply_rules(verdict, family, i);
	if (verdict->kind != UNDECIDED)
		return 0;
	error = evidence_needed(&verdict->needed, unflagged, &family->rows[i], family->row_alpha);
	if (verdict->reason == REASON_NOT_SEPARATED && verdict->needed > 0 &&
	    verdict->needed <= verdict->n)
		verdict->needed = verdict->n + 1; /* the ones there are did not suffice */
	return error;
}

static int decide(struct decision *verdicts, const struct decide_row *rows, size_t count,
		  double alpha, adjust_fn *adjust)
{
	struct family family = { rows, count, alpha, 0, { NULL, NULL }, { NULL, NULL } };
	int error;

	if (!(alpha > 0 && alpha < 1))
		return -EINVAL;
	for (size_t i = 0; i < count; i++)
		if (!is_valid(&rows[i]))
			return -EINVAL;
	if (count == 0)
		return 0;
	family.row_alpha = bonferroni_alpha(alpha, count);
	error = family_alloc(&family);
	if (error == 0)
		error = gather(&family, UNFLAGGED_PAIRS, adjust);
	if (error == 0)
		error = gather(&family, ALL_PAIRS, adjust);
	for (size_t i = 0; i < count && error == 0; i++)
		error = judge(&verdicts[i], &family, i);
	family_free(&family);
	return error;
}

int decide_family(struct decision *verdicts, const struct decide_row *rows, size_t count,
		  double alpha)
{
	return decide(verdicts, rows, count, alpha, holm_adjust);
}

int decide_exploratory(struct decision *verdicts, const struct decide_row *rows, size_t count,
		       double alpha)
{
	int error = decide(verdicts, rows, count, alpha, fdr_adjust);

	for (size_t i = 0; i < count && error == 0; i++)
		verdicts[i].exploratory = true;
	return error;
}

int decide_row(struct decision *verdict, const struct decide_row *row, double alpha)
{
	return decide_family(verdict, row, 1, alpha);
}
