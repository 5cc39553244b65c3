/* SPDX-License-Identifier: MIT */
/*
 * agreement.c - sets side by side: do they say the same?
 *
 * Nothing is pooled: each set keeps its own word and its own ratio.
 */
#include <string.h>

#include "lab/report/report_parts.h"
#include "lab/report/words.h"
#include "lab/verdict/agree.h"
#include "lab/verdict/rows.h"

static const enum tone tones[AGREEMENTS] = {
	[AGREEMENT_SAME] = TONE_GOOD,	      [AGREEMENT_OVERLAPS] = TONE_SAME,
	[AGREEMENT_NO_INTERVAL] = TONE_PLAIN, [AGREEMENT_DISJOINT] = TONE_CAUTION,
	[AGREEMENT_OPPOSITE] = TONE_BAD,      [AGREEMENT_MISSING] = TONE_PLAIN,
};

struct totals {
	size_t agreement[AGREEMENTS];
	size_t decided, agreed; /* of every set a word; and none of them the opposite */
	size_t undecided;	/* of one set or more no word */
};

/* A claim of one name may have asked something else elsewhere. */
static bool is_same(const struct verdict *row, const struct verdict *other)
{
	return strcmp(row->result->arm.name, other->result->arm.name) == 0 &&
	       strcmp(row->result->baseline.name, other->result->baseline.name) == 0 &&
	       strcmp(words_cell(row->result), words_cell(other->result)) == 0;
}

/* The contrast in each set; NULL where it was not measured. */
static const struct verdict **beside(const struct report_set *const *sets, size_t count,
				     const struct verdict *row)
{
	const struct verdict **rows = lab_alloc(count * sizeof(*rows));

	for (size_t i = 0; i < count; i++) {
		rows[i] = verdicts_row(sets[i]->verdicts, row->contrast->claim,
				       row->contrast->name);
		if (rows[i] != NULL && !is_same(row, rows[i]))
			rows[i] = NULL;
	}
	return rows;
}

static void add_up(struct totals *totals, const struct verdict *const *rows, size_t count,
		   enum agreement agreement)
{
	size_t words = 0, measured = 0;

	for (size_t i = 0; i < count; i++) {
		measured += rows[i] != NULL;
		words += rows[i] != NULL && verdict_kind_is_decided(rows[i]->kind);
	}
	totals->agreement[agreement]++;
	if (measured < 2)
		return;
	totals->decided += words == measured;
	totals->undecided += words < measured;
	totals->agreed += words == measured &&
			  (agreement == AGREEMENT_SAME || agreement == AGREEMENT_OVERLAPS);
}

static void put_row(struct page *page, const struct verdict *row, const struct verdict *const *rows,
		    size_t count, enum agreement agreement)
{
	page_cell(page, lab_printf("%s: %s / %s", words_contrast(row), row->result->arm.name,
				   row->result->baseline.name));
	page_cell(page, row->purpose == PURPOSE_PRIMARY ? "primary" : "exploratory");
	page_cell(page, words_cell(row->result));
	page_cell_badge(page, tones[agreement], agreement_name(agreement));
	for (size_t i = 0; i < count; i++)
		page_cell(page, rows[i] == NULL ? "not measured" :
						  lab_printf("%s, %s", rows[i]->word,
							     verdict_ratio_text(rows[i])));
}

/* Of all contrasts each once, where it comes up first. */
static struct totals put_rows(struct page *page, const struct report_set *const *sets, size_t count)
{
	struct totals totals = { { 0 }, 0, 0, 0 };

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < sets[i]->verdicts->count; k++) {
			const struct verdict *row = &sets[i]->verdicts->rows[k], **rows;
			enum agreement agreement;
			size_t first = 0;

			if (row->contrast == NULL)
				continue;
			rows = beside(sets, count, row);
			while (first < count && rows[first] == NULL)
				first++;
			if (first == count || rows[first] != row)
				continue;
			agreement = verdicts_agree(rows, count);
			add_up(&totals, rows, count, agreement);
			put_row(page, row, rows, count, agreement);
		}
	return totals;
}

static void put_totals(struct page *page, const struct totals *totals)
{
	page_notices_begin(page);
	for (size_t i = 0; i < AGREEMENTS; i++)
		if (totals->agreement[i] > 0)
			page_notice(page, tones[i],
				    lab_printf("%s:", agreement_name((enum agreement)i)),
				    words_count(totals->agreement[i], "contrast"));
	page_notices_end(page);
	page_paragraph(page,
		       lab_printf("Of the %zu that all sets that have them decided, %zu agree; "
				  "%zu more are undecided in one of them or in all.",
				  totals->decided, totals->agreed, totals->undecided));
	page_note(page, "The same contrast in each set, judged there by itself; nothing is pooled. "
			"Sets agree if none says the opposite direction of another and their "
			"intervals overlap.");
}

void report_agreement(struct page *page, const struct report_set *const *sets, size_t count)
{
	struct column *columns = lab_alloc((4 + count) * sizeof(*columns));
	struct totals totals;

	columns[0].name = "contrast";
	columns[1].name = "family";
	columns[2].name = "cell";
	columns[3].name = "agreement";
	for (size_t i = 0; i < count; i++)
		columns[4 + i].name = sets[i]->name;
	page_table_begin(page, "Words of the sets, side by side", columns, 4 + count);
	totals = put_rows(page, sets, count);
	put_totals(page, &totals); /* above the table, which is written when it ends */
	page_table_end(page);
}
