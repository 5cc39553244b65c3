/* SPDX-License-Identifier: MIT */
/*
 * section_medians.c - every row of the plan with all its medians.
 *
 * A table for each cell: rows of different workloads never stand in one table, so
 * nobody can sort them into a league.
 */
#include <math.h>

#include "lab/report/section.h"
#include "lab/report/words.h"
#include "lab/show/table.h"

static const char *const of_the_pairs[] = {
	"arm / baseline", "ratio", "min..max", "n", "\u0394 ns", "\u0394 RMW", "\u0394 instr.",
};
#define OF_THE_PAIRS (sizeof(of_the_pairs) / sizeof(of_the_pairs[0]))

/* Those, time, what else there is of a side, and the remark. */
static size_t column_count(void)
{
	return OF_THE_PAIRS + summary_column_count + 2;
}

static const struct column *columns_for(const char *unit)
{
	struct column *columns = lab_alloc(sizeof(*columns) * column_count()), *next = columns;

	for (size_t i = 0; i < OF_THE_PAIRS; i++)
		*next++ = (struct column){ of_the_pairs[i], i > 0 };
	*next++ = (struct column){ lab_printf("ns/%s", unit), true };
	for (size_t i = 0; i < summary_column_count; i++)
		*next++ = (struct column){ lab_printf("%s/%s", summary_columns[i].brief, unit),
					   true };
	*next = (struct column){ "remark", false };
	return columns;
}

static const struct verdict *verdict_of(const struct verdicts *verdicts,
					const struct result *result)
{
	for (size_t i = 0; i < verdicts->count; i++)
		if (verdicts->rows[i].result == result)
			return &verdicts->rows[i];
	return NULL;
}

static void put_number(struct page *page, double value)
{
	page_cell_number(page, value, table_number(value, "-"));
}

static void put_difference(struct page *page, double value)
{
	page_cell_number(page, value, words_difference(value, "-"));
}

static void put_side(struct page *page, const struct side_summary *side)
{
	put_number(page, side->ns.n > 0 ? side->ns.median : NAN);
	for (size_t i = 0; i < summary_column_count; i++)
		put_number(page, side->values[i]);
}

static void put_baseline(struct page *page, const struct result *result)
{
	page_cell(page, lab_printf("%s = baseline", result_arm_label(&result->baseline)));
	page_cell_number(page, 1, "1");
	for (size_t i = 2; i < OF_THE_PAIRS; i++)
		page_cell_number(page, NAN, "");
	put_side(page, &result->sides[SIDE_A]);
	page_cell(page, "");
}

static void put_ratio(struct page *page, const struct spread *ratio)
{
	bool any = ratio->n > 0;

	page_cell_number(page, any ? ratio->median : NAN,
			 any ? lab_printf("%.3f", ratio->median) : "-");
	page_cell_number(page, any ? ratio->min : NAN,
			 any ? lab_printf("%.3f..%.3f", ratio->min, ratio->max) : "-");
	page_cell_number(page, (double)ratio->n, lab_printf("%zu", ratio->n));
}

static const char *remark(const struct result *result, const struct verdict *verdict)
{
	const char *trial = verdict != NULL ? words_trial(verdict) : NULL;

	if (result->refused != NULL)
		return lab_printf("%s%s",
				  result->ratio.n == 0 ? "not applicable: " :
							 "invalid, refused after its first pairs: ",
				  result->refused);
	if (result->ratio.n == 0)
		return "no pair was completed";
	if (!result_has_own_pairs(result))
		return "the same pairs as the other row of these arms";
	return trial != NULL ? trial : "";
}

static void put_arm(struct page *page, const struct verdicts *verdicts, const struct result *result)
{
	const struct verdict *verdict = verdict_of(verdicts, result);

	page_cell(page,
		  lab_printf("%s / %s", result_arm_label(&result->arm), result->baseline.name));
	put_ratio(page, &result->ratio);
	put_difference(page, verdict != NULL ? verdict->difference : NAN);
	put_difference(page, verdict != NULL ? verdict->rmw_difference : NAN);
	put_difference(page, verdict != NULL ? verdict->instructions_difference : NAN);
	put_side(page, &result->sides[SIDE_B]);
	page_cell(page, remark(result, verdict));
}

static bool cell_starts(const struct summary *summary, size_t index)
{
	return index == 0 || summary->results[index].cell != summary->results[index - 1].cell;
}

static bool has_rows(const struct report_set *set)
{
	return set->summary->count > 0;
}

static void write(struct page *page, const struct report_set *set)
{
	const struct summary *summary = set->summary;

	page_note(page,
		  "Ratio: ns per unit of the arm by that of its baseline, the median over "
		  "pairs (a pair is two fresh processes in lock-step). \u0394: arm minus "
		  "baseline, per unit, the median over pairs; RMW and instructions (instr.) "
		  "are counted under callgrind. min..max is over the n pairs; quartiles are "
		  "in the plot of all rows. A dash is not known, not counted or not measured; "
		  "it is never 0. A ratio here is a description, not a verdict. Every block "
		  "is in samples.csv. " WORDS_NO_EVIDENCE);
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];

		if (cell_starts(summary, i)) {
			page_section_begin(page, lab_printf("cell-%zu", i),
					   table_section_title(result));
			page_table_begin(page, NULL, columns_for(result->unit), column_count());
		}
		if (table_section_starts(summary, i))
			put_baseline(page, result);
		put_arm(page, set->verdicts, result);
		if (i + 1 == summary->count || cell_starts(summary, i + 1)) {
			page_table_end(page);
			page_section_end(page);
		}
	}
}

SECTION(medians) = { .place = 70, .title = "All raw medians", .has = has_rows, .write = write };
