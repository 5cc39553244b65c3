/* SPDX-License-Identifier: MIT */
/*
 * claims_by_set.c - several sets, the first screen: each claim's word in each of them.
 *
 * Words stand beside words and nothing is pooled: a claim may hold on one machine and
 * not on another, which is what the table is for.
 */
#include <string.h>

#include "lab/report/report_parts.h"
#include "lab/report/words.h"

static const struct claim *find(const struct report_set *set, const char *name)
{
	const struct claim_set *claims = &set->verdicts->claims;

	for (size_t i = 0; i < claims->count; i++)
		if (strcmp(claims->claims[i].name, name) == 0)
			return &claims->claims[i];
	return NULL;
}

/* The host, where it tells sets apart. */
static const struct column *columns_for(const struct report_set *sets, size_t count)
{
	struct column *columns = lab_alloc((count + 1) * sizeof(*columns));
	bool one_host = true;

	for (size_t i = 1; i < count; i++)
		one_host &= strcmp(sets[i].summary->host_class, sets[0].summary->host_class) == 0;
	columns[0].name = "claim";
	for (size_t i = 0; i < count; i++)
		columns[i + 1].name = one_host ? sets[i].name :
						 lab_printf("%s: %s", sets[i].name,
							    sets[i].summary->host_class);
	return columns;
}

static void put_word(struct page *page, const struct report_set *set, size_t index,
		     const char *name)
{
	const struct claim *claim = find(set, name);
	struct claim_answer answer;

	if (claim == NULL) {
		page_cell(page, "-");
		return;
	}
	answer = claim_answer(claim, set->verdicts);
	page_cell_badge_link(page, words_claim_tone(claim, &answer), answer.word,
			     lab_printf("#%s%s", report_set_prefix(index), words_claim_id(claim)));
}

void report_claims_by_set(struct page *page, const struct report_set *sets, size_t count)
{
	struct strings seen = { NULL, 0 };

	page_overview_begin(page, "The claims", columns_for(sets, count), count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct claim_set *claims = &sets[i].verdicts->claims;

		for (size_t k = 0; k < claims->count; k++) {
			if (strings_contain(&seen, claims->claims[k].name))
				continue;
			strings_add(&seen, claims->claims[k].name);
			page_cell(page, claims->claims[k].title);
			for (size_t j = 0; j < count; j++)
				put_word(page, &sets[j], j, claims->claims[k].name);
		}
	}
	page_table_end(page);
}
