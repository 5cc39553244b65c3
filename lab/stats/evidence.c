/* SPDX-License-Identifier: MIT */
/* evidence.c - selects pairs and puts every question to them; see evidence.h. */
#include "lab/stats/evidence.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "lab/stats/looks.h"
#include "lab/stats/power.h"
#include "lab/stats/sign_test.h"
#include "lab/stats/word.h"

/* Copies, because medians sort in place. */
struct selection {
	size_t n;
	double *log_ratios, *work; /* n each */
	enum regime *regimes;
};

bool row_is_red(const struct decide_row *row)
{
	return row->red[0] > 0 || row->red[1] > 0;
}

size_t row_flagged(const struct decide_row *row)
{
	size_t count = 0;

	for (size_t i = 0; i < row->n; i++)
		count += row->flagged != NULL && row->flagged[i];
	return count;
}

static void selection_free(struct selection *selection)
{
	free(selection->log_ratios);
	free(selection->work);
	free(selection->regimes);
}

static int selection_alloc(struct selection *selection, size_t room)
{
	selection->n = 0;
	selection->log_ratios = malloc((room + 1) * sizeof(*selection->log_ratios));
	selection->work = malloc((room + 1) * sizeof(*selection->work));
	selection->regimes = malloc((room + 1) * sizeof(*selection->regimes));
	if (selection->log_ratios != NULL && selection->work != NULL && selection->regimes != NULL)
		return 0;
	selection_free(selection);
	return -ENOMEM;
}

static void select_pairs(struct selection *selection, const struct decide_row *row,
			 enum evidence_of set)
{
	for (size_t i = 0; i < row->n && !row_is_red(row); i++) {
		size_t at = selection->n;

		if (set == UNFLAGGED_PAIRS && row->flagged != NULL && row->flagged[i])
			continue;
		selection->log_ratios[at] = selection->work[at] = row->log_ratios[i];
		selection->regimes[at] = row->regimes != NULL ? row->regimes[i] : REGIME_ONE;
		selection->n++;
	}
}

/* How many of the first `pairs` are in the set. */
static size_t selected(const struct decide_row *row, enum evidence_of set, size_t pairs)
{
	size_t count = 0;

	for (size_t i = 0; i < pairs; i++)
		count += set == ALL_PAIRS || row->flagged == NULL || !row->flagged[i];
	return count;
}

/* The interval at the last look, which is at all pairs; its values are sorted. */
static int look(struct median_interval *interval, const struct selection *selection,
		const struct decide_row *row, enum evidence_of set, double alpha)
{
	size_t contrary = 0, n = selection->n;
	struct looks looks;
	int error = looks_start(&looks, alpha, row->planned);

	if (error != 0)
		return error;
	for (size_t i = 0; i < row->look_count; i++)
		looks_next(&looks, selected(row, set, row->looks[i]), false, &contrary);
	interval->exists = looks_next(&looks, n, row->cut || row->n == row->planned, &contrary);
	interval->lower = interval->exists ? selection->work[contrary] : -INFINITY;
	interval->upper = interval->exists ? selection->work[n - 1 - contrary] : INFINITY;
	interval->coverage = interval->exists ? 1 - looks.spent : 1;
	looks_end(&looks);
	return 0;
}

static int examine(struct evidence *evidence, struct selection *selection,
		   const struct decide_row *row, enum evidence_of set, double alpha)
{
	struct sign_test difference;
	size_t n = selection->n;
	int error;

	error = sign_test(&difference, selection->log_ratios, n, 0);
	if (error == 0)
		error = regime_compare(&evidence->regimes, selection->log_ratios,
				       selection->regimes, n, alpha);
	if (error == 0)
		error = median_interval(&evidence->interval, selection->work, n, alpha);
	if (error == 0 && row->look_count > 0)
		error = look(&evidence->interval, selection, row, set, alpha);
	if (error != 0)
		return error;
	evidence->low = evidence->interval.lower - row->envelope;
	evidence->high = evidence->interval.upper + row->envelope;
	evidence->p = difference.p;
	return 0;
}

int evidence_gather(struct evidence *evidence, const struct decide_row *row, enum evidence_of set,
		    double alpha)
{
	struct selection selection;
	int error = selection_alloc(&selection, row->n);

	if (error != 0)
		return error;
	select_pairs(&selection, row, set);
	error = examine(evidence, &selection, row, set, alpha);
	selection_free(&selection);
	return error;
}

/* Of a difference that is larger than what layouts may do, or of an equivalence within
 * what they leave of the margin, whichever needs fewer; if neither can be shown, of "not
 * slower" (or "not faster"), which only asks that one end be within the margin. */
static size_t fewest_pairs(const struct noise *noise, const struct decide_row *row, double median,
			   double alpha)
{
	double effect = fabs(median), within = row->margin - row->envelope;
	size_t difference = 0, equivalence = 0;

	if (effect > row->envelope)
		difference = power_pairs(noise, alpha, effect - row->envelope);
	if (within > 0) /* each end of the interval has half of alpha */
		equivalence = power_pairs_equivalence(noise, alpha / 2, median, within);
	if (difference == 0 && equivalence == 0)
		return effect + within > 0 ? power_pairs(noise, alpha, effect + within) : 0;
	if (difference == 0 || equivalence == 0)
		return difference + equivalence;
	return difference < equivalence ? difference : equivalence;
}

int evidence_power(size_t *needed, double *visible, const struct evidence *unflagged,
		   const struct decide_row *row, double alpha)
{
	struct selection selection;
	struct noise noise;
	int error = selection_alloc(&selection, row->n);

	if (error != 0)
		return error;
	select_pairs(&selection, row, UNFLAGGED_PAIRS);
	noise = noise_from_pairs(selection.work, selection.n);
	*needed = 0;
	*visible = NAN;
	if (selection.n >= 2 && !isnan(row->envelope)) {
		*needed = fewest_pairs(&noise, row, unflagged->interval.median, alpha);
		*visible = power_smallest_effect(&noise, selection.n, alpha) + row->envelope;
	}
	selection_free(&selection);
	return 0;
}

static enum verdict_kind undecided(enum verdict_reason *reason, enum verdict_reason why)
{
	*reason = why;
	return UNDECIDED;
}

enum verdict_kind evidence_kind(const struct evidence *evidence, const struct decide_row *row,
				enum verdict_reason *reason)
{
	const struct median_interval *interval = &evidence->interval;
	enum verdict_kind kind = word_of(evidence->low, evidence->high, row->margin);

	*reason = REASON_NONE;
	if (interval->n == 0)
		return undecided(reason, REASON_NO_PAIRS);
	if (evidence->regimes.disagree) {
		*reason = REASON_REGIME;
		return DEPENDS;
	}
	if (!interval->exists)
		return undecided(reason, REASON_TOO_FEW);
	if (isnan(row->envelope))
		return undecided(reason, REASON_LAYOUTS);
	if (kind != UNDECIDED)
		return kind;
	return undecided(reason,
			 word_of(interval->lower, interval->upper, row->margin) != UNDECIDED ?
				 REASON_ENVELOPE :
				 REASON_WIDE);
}
