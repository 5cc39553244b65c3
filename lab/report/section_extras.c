/* SPDX-License-Identifier: MIT */
/*
 * section_extras.c - the further numbers of workloads, whatever they call them.
 *
 * A sum and a maximum of a sample are both called by name only, so they are
 * summarised over samples and never added up.
 */
#include <math.h>

#include "lab/report/section.h"
#include "lab/show/table.h"

static const struct column extra_columns[] = {
	{ "arm", false },   { "workload", false }, { "parameters", false }, { "workers", true },
	{ "what", false },  { "unit", false },	   { "samples", true },	    { "min", true },
	{ "median", true }, { "max", true },
};

static void put_extra(struct page *page, struct store *store, sqlite3_stmt *which)
{
	const char *name = store_text(which, 6), *unit = store_text(which, 7);
	struct spread spread = summary_spread(store_query(
		store,
		"SELECT json_extract(e.value, '$.value') FROM sample s, "
		"json_each(s.row, '$.extras') e WHERE s.cell = ? AND s.arm = ? AND e.key = ? "
		"AND s.pair IS NOT NULL AND s.status = 'ok'",
		"iis", sqlite3_column_int64(which, 0), sqlite3_column_int64(which, 1), name));
	const double values[] = { (double)spread.n, spread.min, spread.median, spread.max };

	for (int column = 2; column < 5; column++)
		page_cell(page, store_text(which, column));
	page_cell_number(page, sqlite3_column_double(which, 5),
			 lab_printf("%lld", sqlite3_column_int64(which, 5)));
	page_cell(page, name);
	page_cell(page, unit != NULL ? unit : "");
	for (size_t i = 0; i < 4; i++)
		page_cell_number(page, spread.n > 0 ? values[i] : NAN,
				 table_number(spread.n > 0 ? values[i] : NAN, "-"));
}

void section_extras(struct page *page, struct store *store, const char *caption,
		    const char *condition)
{
	sqlite3_stmt *which = store_query(
		store,
		lab_printf("SELECT c.id, a.id, a.name, c.workload, c.params, c.workers, e.key, "
			   "max(json_extract(e.value, '$.unit')) FROM sample s JOIN cell c ON "
			   "s.cell = c.id JOIN arm a ON s.arm = a.id, json_each(s.row, '$.extras') "
			   "e WHERE %s AND s.pair IS NOT NULL AND s.status = 'ok' "
			   "GROUP BY c.id, a.id, e.key ORDER BY c.id, a.id, e.key",
			   condition),
		"");
	bool any = false;

	while (store_next(which)) {
		if (!any)
			page_table_begin(page, caption, PAGE_COLUMNS(extra_columns));
		any = true;
		put_extra(page, store, which);
	}
	sqlite3_finalize(which);
	if (any)
		page_table_end(page);
}
