/* SPDX-License-Identifier: MIT */
/*
 * section_answer.c - the first screen: which is better, and how sure are we?
 *
 * Whether the lab may be believed on this host stands before what it says, and once.  A
 * row for each claim: no claim is summed up in a number, and claims stand in the order of
 * their names.
 */
#include <math.h>

#include "lab/report/section.h"
#include "lab/report/words.h"
#include "lab/show/claim_line.h"

/* ------------------------------------------------------ may it be believed -- */

static void put_calibration(struct page *page, const struct verdicts *verdicts)
{
	const struct calibration *calibration = &verdicts->calibration;

	if (calibration->sufficient)
		page_notice(page, TONE_GOOD, "Calibrated on this host.",
			    lab_printf("%s.", calibration->state));
	else
		page_notice(page, TONE_CAUTION, "Not calibrated on this host.",
			    lab_printf("%s. Until then answers are provisional and nothing is "
				       "ranked.",
				       calibration->state));
}

static void put_flags(struct page *page, const struct summary *summary)
{
	page_notice(page, summary->too_many_flagged ? TONE_BAD : TONE_PLAIN,
		    "Gates:", lab_printf("%s.", summary->flags));
}

static void put_reds(struct page *page, const struct summary *summary)
{
	const char *text = "";

	if (summary->red_count == 0) {
		page_notice(page, TONE_GOOD, "Red rows:", "none.");
		return;
	}
	for (size_t i = 0; i < summary->red_count && i < 3; i++)
		text = lab_printf("%s%s%s in %s: %s", text, i > 0 ? "; " : "", summary->reds[i].arm,
				  summary->reds[i].workload, summary->reds[i].status);
	page_notice(page, TONE_BAD, lab_printf("Red rows: %zu.", summary->red_count),
		    lab_printf("%s%s", text, summary->red_count > 3 ? "; ..." : "."));
}

/* ---------------------------------------------------------------- claims -- */

/* Of a transfer the effects are compared: its tone is the claim's. */
static struct effect *drawn_effects(const struct claim_line *line, const struct claim *claim)
{
	struct effect *effects = lab_alloc((line->count + 1) * sizeof(*effects));

	for (size_t i = 0; i < line->count; i++) {
		const struct contrast *contrast = line->effects[i].row->contrast;

		effects[i] = words_effect(line->effects[i],
					  line->count + line->others > 1 ? contrast->name : "");
		if (contrast->transfers != NULL)
			effects[i].tone = words_claim_tone(claim, &line->answer);
	}
	if (line->others > 0)
		effects[line->count - 1].name = lab_printf(
			"%s, and %zu more below", effects[line->count - 1].name, line->others);
	return effects;
}

static double common_axis(struct effect *const *effects, const struct claim_line *lines,
			  size_t count)
{
	double axis = 1.25;

	for (size_t i = 0; i < count; i++)
		axis = fmax(axis, page_axis(effects[i], lines[i].count));
	return axis;
}

static const struct column claim_columns[] = {
	{ "claim", false },
	{ "answer", false },
	{ "its time / the other's", false },
	{ "how sure", false },
};

static void put_claims(struct page *page, const struct verdicts *verdicts)
{
	const struct claim_set *set = &verdicts->claims;
	struct claim_line *lines = lab_alloc(set->count * sizeof(*lines));
	struct effect **effects = lab_alloc(set->count * sizeof(*effects));
	double axis;

	for (size_t i = 0; i < set->count; i++) {
		lines[i] = claim_line(&set->claims[i], verdicts);
		effects[i] = drawn_effects(&lines[i], &set->claims[i]);
	}
	axis = common_axis(effects, lines, set->count);
	page_overview_begin(page, "The claims", PAGE_COLUMNS(claim_columns));
	for (size_t i = 0; i < set->count; i++) {
		page_cell_link(page, set->claims[i].title,
			       page_address(page, words_claim_id(&set->claims[i])));
		page_cell_badge(page, words_claim_tone(&set->claims[i], &lines[i].answer),
				lines[i].answer.word);
		page_cell_effects(page, effects[i], lines[i].count, axis);
		page_cell(page, lines[i].sure);
	}
	page_table_end(page);
	page_note(page, "Left of 1 the arm that stands for the claim takes less time. Dot: median "
			"over pairs; bar: interval; shaded: what does not matter, set before the "
			"run. Of the twin: its effect by Tokio's.");
}

/* ------------------------------------------------------------------ rows -- */

static const struct column row_columns[] = {
	{ "arm / baseline", false },
	{ "cell", false },
	{ "its time / the other's", false },
	{ "pairs", true },
};

/* Of a run without claims: the range of its pairs stands where an interval would. */
static struct effect described(const struct result *result)
{
	const struct spread *ratio = &result->ratio;

	return (struct effect){ ratio->median,
				ratio->min,
				ratio->max,
				NAN,
				TONE_PLAIN,
				lab_printf("%.3f, %.3f to %.3f", ratio->median, ratio->min,
					   ratio->max),
				"" };
}

static bool is_described(const struct result *result)
{
	return result->purpose == PURPOSE_SCREENING && result->ratio.n > 0;
}

static void put_rows(struct page *page, const struct summary *summary)
{
	struct effect *effects = lab_alloc((summary->count + 1) * sizeof(*effects));
	size_t count = 0;
	double axis;

	for (size_t i = 0; i < summary->count; i++)
		if (is_described(&summary->results[i]))
			effects[count++] = described(&summary->results[i]);
	axis = page_axis(effects, count);
	if (count == 0)
		return;
	page_overview_begin(page, "The rows", PAGE_COLUMNS(row_columns));
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];

		if (!is_described(result))
			continue;
		page_cell(page, lab_printf("%s / %s", result->arm.name, result->baseline.name));
		page_cell(page, words_cell(result));
		page_cell_effects(page, effects++, 1, axis);
		page_cell_number(page, (double)result->ratio.n, lab_printf("%zu", result->ratio.n));
	}
	page_table_end(page);
	page_note(page,
		  "Left of 1 the arm takes less time. Dot: median over pairs; bar: from the "
		  "least to the most. What could not run, and why, is under All raw medians.");
}

/* --------------------------------------------------------------- section -- */

static void write(struct page *page, const struct report_set *set)
{
	const struct summary *summary = set->summary;

	page_notices_begin(page);
	put_calibration(page, set->verdicts);
	put_flags(page, summary);
	put_reds(page, summary);
	page_notices_end(page);
	if (set->verdicts->claims.count > 0) {
		put_claims(page, set->verdicts);
	} else {
		page_paragraph(page, "This run tests no claim: its rows describe the pairs that "
				     "were run and are not judged.");
		put_rows(page, summary);
	}
	if (summary->label[0] != '\0')
		page_note(page, summary->label);
	if (summary->tokio != NULL)
		page_note(page, summary->tokio);
	if (summary->left_out[0] != '\0')
		page_note(page, lab_printf("Left out: %s", summary->left_out));
}

SECTION(answer) = { .place = 0, .title = "Which is better, and how sure is that?", .write = write };
