/* SPDX-License-Identifier: MIT */
/*
 * section_stall.c - owner stall against thief stall, and what the fault build
 * counted meanwhile, whatever it calls it.
 */
#include <math.h>

#include "lab/report/section.h"
#include "lab/table.h"

static const struct column extra_columns[] = {
	{ "arm", false },  { "parameters", false }, { "workers", true },
	{ "what", false }, { "unit", false },	    { "samples", true },
	{ "min", true },   { "median", true },	    { "max", true },
};

/* A sum and a maximum of a sample are both called by name only, so they are
 * summarised over samples and never added up. */
static void put_extra(struct page *page, struct store *store, sqlite3_stmt *which)
{
	const char *name = store_text(which, 5), *unit = store_text(which, 6);
	struct spread spread = summary_spread(store_query(
		store,
		"SELECT json_extract(e.value, '$.value') FROM sample s, "
		"json_each(s.row, '$.extras') e WHERE s.cell = ? AND s.arm = ? AND e.key = ? "
		"AND s.pair IS NOT NULL AND s.status = 'ok'",
		"iis", sqlite3_column_int64(which, 0), sqlite3_column_int64(which, 1), name));
	const double values[] = { (double)spread.n, spread.min, spread.median, spread.max };

	page_cell(page, store_text(which, 2));
	page_cell(page, store_text(which, 3));
	page_cell_number(page, sqlite3_column_double(which, 4),
			 lab_printf("%lld", sqlite3_column_int64(which, 4)));
	page_cell(page, name);
	page_cell(page, unit != NULL ? unit : "");
	for (size_t i = 0; i < 4; i++)
		page_cell_number(page, spread.n > 0 ? values[i] : NAN,
				 table_number(spread.n > 0 ? values[i] : NAN, "-"));
}

static void put_extras(struct page *page, struct store *store)
{
	sqlite3_stmt *which = store_query(
		store,
		"SELECT c.id, a.id, a.name, c.params, c.workers, e.key, "
		"max(json_extract(e.value, '$.unit')) FROM sample s JOIN cell c ON s.cell = c.id "
		"JOIN arm a ON s.arm = a.id, json_each(s.row, '$.extras') e "
		"WHERE c.workload = 'stalled_thief' AND s.pair IS NOT NULL AND s.status = 'ok' "
		"GROUP BY c.id, a.id, e.key ORDER BY c.id, a.id, e.key",
		"");
	bool any = false;

	while (store_next(which)) {
		if (!any)
			page_table_begin(page,
					 "Counted by the fault build in stalled_thief, over "
					 "the samples",
					 PAGE_COLUMNS(extra_columns));
		any = true;
		put_extra(page, store, which);
	}
	sqlite3_finalize(which);
	if (any)
		page_table_end(page);
}

void section_stall(struct page *page, const struct report_set *set)
{
	section_figures(page, set, "stall", "Not measured in this run.");
	put_extras(page, set->store);
}
