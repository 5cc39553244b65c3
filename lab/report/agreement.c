/* SPDX-License-Identifier: MIT */
/*
 * agreement.c - sets side by side: do they say the same?
 *
 * Nothing is pooled: each set keeps its own verdict and its own ratio.
 */
#include <math.h>
#include <string.h>

#include "lab/report/report_parts.h"
#include "lab/report/words.h"
#include "lab/verdict/agree.h"

static const enum tone tones[AGREEMENTS] = {
	[AGREEMENT_SAME] = TONE_GOOD,	      [AGREEMENT_OVERLAPS] = TONE_SAME,
	[AGREEMENT_NO_INTERVAL] = TONE_PLAIN, [AGREEMENT_DISJOINT] = TONE_CAUTION,
	[AGREEMENT_OPPOSITE] = TONE_BAD,      [AGREEMENT_MISSING] = TONE_PLAIN,
};

struct side_by_side {
	struct report_set *const *sets;
	size_t count;
	size_t totals[AGREEMENTS];
};

static bool is_contrast(const struct verdict *verdict)
{
	return verdict->contrast != NULL &&
	       (verdict->purpose == PURPOSE_PRIMARY || verdict->purpose == PURPOSE_SECONDARY);
}

/* What makes two rows of different sets the same question. */
static const char *key_of(const struct verdict *verdict)
{
	return lab_printf("%s %s %s %s", words_contrast(verdict), words_cell(verdict->result),
			  verdict->result->arm.name, verdict->result->baseline.name);
}

static const struct verdict *find(const struct report_set *set, const char *key)
{
	for (size_t i = 0; i < set->verdicts->count; i++) {
		const struct verdict *verdict = &set->verdicts->rows[i];

		if (is_contrast(verdict) && strcmp(key_of(verdict), key) == 0)
			return verdict;
	}
	return NULL;
}

static enum agreement judge(const struct side_by_side *all, const char *key)
{
	const struct verdict **rows = lab_alloc(all->count * sizeof(*rows));

	for (size_t i = 0; i < all->count; i++)
		rows[i] = find(all->sets[i], key);
	return verdicts_agree(rows, all->count);
}

/* ----------------------------------------------------------------- table -- */

static const struct column *columns_for(const struct side_by_side *all, size_t *count)
{
	struct column *columns = lab_alloc((4 + 2 * all->count) * sizeof(*columns));

	*count = 0;
	columns[(*count)++].name = "contrast";
	columns[(*count)++].name = "family";
	columns[(*count)++].name = "cell";
	columns[(*count)++].name = "agreement";
	for (size_t i = 0; i < all->count; i++) {
		columns[(*count)++].name = all->sets[i]->name;
		columns[(*count)++] = (struct column){
			lab_printf("ratio in %s", all->sets[i]->name), true
		};
	}
	return columns;
}

static void put_set(struct page *page, const struct verdict *verdict)
{
	if (verdict == NULL) {
		page_cell(page, "not measured");
		page_cell_number(page, NAN, "-");
		return;
	}
	page_cell_badge(page, words_tone(verdict->kind), verdict->word);
	page_cell_number(page, verdict->median,
			 lab_printf("%s %s", words_median(verdict), words_interval(verdict)));
}

static void put_row(struct page *page, struct side_by_side *all, const struct verdict *verdict,
		    const char *key)
{
	enum agreement agreement = judge(all, key);

	page_cell(page, lab_printf("%s: %s / %s", words_contrast(verdict),
				   verdict->result->arm.name, verdict->result->baseline.name));
	page_cell(page, verdict->purpose == PURPOSE_PRIMARY ? "primary" : "exploratory");
	page_cell(page, words_cell(verdict->result));
	page_cell_badge(page, tones[agreement], agreement_name(agreement));
	for (size_t i = 0; i < all->count; i++)
		put_set(page, find(all->sets[i], key));
}

static void put_totals(struct page *page, const struct side_by_side *all)
{
	page_notices_begin(page);
	for (size_t i = 0; i < AGREEMENTS; i++)
		if (all->totals[i] > 0)
			page_notice(page, tones[i],
				    lab_printf("%s:", agreement_name((enum agreement)i)),
				    words_count(all->totals[i], "contrast"));
	page_notices_end(page);
}

/* Calls back for each question once, in the order in which they come up. */
static void for_each_question(struct page *page, struct side_by_side *all,
			      void (*call)(struct page *page, struct side_by_side *all,
					   const struct verdict *verdict, const char *key))
{
	struct strings seen = { NULL, 0 };

	for (size_t i = 0; i < all->count; i++) {
		const struct verdicts *verdicts = all->sets[i]->verdicts;

		for (size_t j = 0; j < verdicts->count; j++) {
			const char *key;

			if (!is_contrast(&verdicts->rows[j]))
				continue;
			key = key_of(&verdicts->rows[j]);
			if (strings_contain(&seen, key))
				continue;
			strings_add(&seen, key);
			call(page, all, &verdicts->rows[j], key);
		}
	}
}

static void count(struct page *page, struct side_by_side *all, const struct verdict *verdict,
		  const char *key)
{
	(void)page;
	(void)verdict;
	all->totals[judge(all, key)]++;
}

/* "quick-1: AMD EPYC, 2026-11-24; quick-2: ..." */
static const char *hosts_text(const struct side_by_side *all)
{
	const char *text = "";

	for (size_t i = 0; i < all->count; i++)
		text = lab_printf("%s%s%s: %s, %s", text, i > 0 ? "; " : "", all->sets[i]->name,
				  all->sets[i]->summary->host_class, all->sets[i]->summary->date);
	return text;
}

void report_agreement(struct page *page, struct report_set *const *sets, size_t set_count)
{
	struct side_by_side all = { sets, set_count, { 0 } };
	size_t column_count;
	const struct column *columns = columns_for(&all, &column_count);

	for_each_question(page, &all, count);
	put_totals(page, &all);
	page_note(page,
		  lab_printf("The same contrast in each set, judged there by itself; nothing "
			     "is pooled. %s. Two sets agree on a contrast if neither says the "
			     "opposite direction of the other and their intervals overlap.",
			     hosts_text(&all)));
	page_table_begin(page, "Verdicts of the sets, side by side", columns, column_count);
	for_each_question(page, &all, put_row);
	page_table_end(page);
}
