/* SPDX-License-Identifier: MIT */
/* evidence.c - selects pairs and puts every question to them; see evidence.h. */
#include "lab/stats/evidence.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "lab/stats/equivalence.h"
#include "lab/stats/power.h"
#include "lab/stats/sign_test.h"

/* Copies, because medians sort in place. */
struct selection {
	size_t n;
	double *log_ratios, *work; /* n each */
	struct pair_layout *layouts;
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
	free(selection->layouts);
	free(selection->regimes);
}

static int selection_alloc(struct selection *selection, size_t room)
{
	selection->n = 0;
	selection->log_ratios = malloc((room + 1) * sizeof(*selection->log_ratios));
	selection->work = malloc((room + 1) * sizeof(*selection->work));
	selection->layouts = malloc((room + 1) * sizeof(*selection->layouts));
	selection->regimes = malloc((room + 1) * sizeof(*selection->regimes));
	if (selection->log_ratios != NULL && selection->work != NULL &&
	    selection->layouts != NULL && selection->regimes != NULL)
		return 0;
	selection_free(selection);
	return -ENOMEM;
}

static void select_pairs(struct selection *selection, const struct decide_row *row,
			 enum evidence_of set)
{
	static const struct pair_layout unknown = { { -1, -1 } };

	for (size_t i = 0; i < row->n && !row_is_red(row); i++) {
		size_t at = selection->n;

		if (set == UNFLAGGED_PAIRS && row->flagged != NULL && row->flagged[i])
			continue;
		selection->log_ratios[at] = selection->work[at] = row->log_ratios[i];
		selection->layouts[at] = row->layouts != NULL ? row->layouts[i] : unknown;
		selection->regimes[at] = row->regimes != NULL ? row->regimes[i] : REGIME_ONE;
		selection->n++;
	}
}

static int examine(struct evidence *evidence, struct selection *selection, double margin,
		   double alpha)
{
	struct sign_test difference;
	struct equivalence equivalence;
	size_t n = selection->n;
	int error;

	error = sign_test(&difference, selection->log_ratios, n, 0);
	if (error == 0)
		error = equivalence_test(&equivalence, selection->log_ratios, n, margin);
	if (error == 0)
		error = layout_envelope(&evidence->envelope, selection->log_ratios,
					selection->layouts, n);
	if (error == 0)
		error = regime_compare(&evidence->regimes, selection->log_ratios,
				       selection->regimes, n, alpha);
	if (error == 0)
		error = median_interval(&evidence->interval, selection->work, n, alpha);
	if (error != 0)
		return error;
	evidence->p_difference = difference.p;
	evidence->p_equivalence = equivalence.p;
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
	error = examine(evidence, &selection, row->margin, alpha);
	selection_free(&selection);
	return error;
}

/* More pairs do not help a difference below the envelope, nor a margin below
 * it; an envelope that is NAN is below nothing. */
static size_t fewest_pairs(const struct evidence *evidence, const struct noise *noise,
			   double margin, double alpha)
{
	double median = evidence->interval.median, envelope = evidence->envelope.envelope;
	size_t difference = 0, equivalence = 0;

	if (!(fabs(median) < envelope))
		difference = power_pairs(noise, alpha, median);
	if (!(margin < envelope))
		equivalence = power_pairs_equivalence(noise, alpha, median, margin);
	if (difference == 0 || equivalence == 0)
		return difference + equivalence;
	return difference < equivalence ? difference : equivalence;
}

int evidence_needed(size_t *needed, const struct evidence *unflagged, const struct decide_row *row,
		    double alpha)
{
	struct selection selection;
	struct noise noise;
	int error = selection_alloc(&selection, row->n);

	if (error != 0)
		return error;
	select_pairs(&selection, row, UNFLAGGED_PAIRS);
	noise = noise_from_pairs(selection.work, selection.n);
	*needed = selection.n < 2 ? 0 : fewest_pairs(unflagged, &noise, row->margin, alpha);
	selection_free(&selection);
	return 0;
}

static enum verdict_kind undecided(enum verdict_reason *reason, enum verdict_reason why)
{
	*reason = why;
	return UNDECIDED;
}

enum verdict_kind evidence_kind(const struct evidence *evidence, double margin,
				bool rejected_difference, bool rejected_equivalence,
				enum verdict_reason *reason)
{
	double median = evidence->interval.median, envelope = evidence->envelope.envelope;

	*reason = REASON_NONE;
	if (evidence->interval.n == 0)
		return undecided(reason, REASON_NO_PAIRS);
	if (evidence->regimes.disagree) {
		*reason = REASON_REGIME;
		return DEPENDS;
	}
	if (rejected_equivalence)
		return margin < envelope ? undecided(reason, REASON_MARGIN_ENVELOPE) : EQUIVALENT;
	if (rejected_difference && fabs(median) < envelope)
		return undecided(reason, REASON_ENVELOPE);
	if (rejected_difference)
		return median < 0 ? FASTER : SLOWER;
	return undecided(reason, REASON_NOT_SEPARATED);
}
