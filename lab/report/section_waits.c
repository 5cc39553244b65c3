/* SPDX-License-Identifier: MIT */
/*
 * section_waits.c - waits that a distribution does not show, and the further numbers of
 * workloads, whatever they call them.
 *
 * A scheduler that lets somebody wait for ever has no long wait to show, unless it is
 * asked for.  Of rows without a histogram it is only known from other samples of the
 * cell that there should be one.  A sum and a maximum of a sample are both called by name
 * only, so they are summarised over samples and never added up.
 */
#include <math.h>

#include "lab/report/section.h"
#include "lab/show/table.h"

/* ----------------------------------------------------------- missing waits -- */

#define MISSING \
	"FROM sample s JOIN cell c ON s.cell = c.id JOIN arm a ON s.arm = a.id WHERE s.pair IS " \
	"NOT NULL AND s.status = 'ok' AND ifnull(json_extract(s.row, '$.latency.count'), 0) = 0 " \
	"AND EXISTS (SELECT 1 FROM sample o WHERE o.cell = s.cell AND json_type(o.row, " \
	"'$.latency') IS NOT NULL) "

static const struct column missing_columns[] = {
	{ "arm", false },
	{ "workload", false },
	{ "parameters", false },
	{ "workers", true },
	{ "samples without a recorded wait", true },
};

static void put_missing(struct page *page, struct store *store)
{
	sqlite3_stmt *missing = store_query(
		store,
		"SELECT a.name, c.workload, c.params, c.workers, count(*) " MISSING
		"GROUP BY c.id, a.id",
		"");
	bool any = false;

	while (store_next(missing)) {
		if (!any)
			page_table_begin(page, "No wait was recorded: there is nothing to compare",
					 PAGE_COLUMNS(missing_columns));
		any = true;
		for (int column = 0; column < 3; column++)
			page_cell(page, store_text(missing, column));
		for (int column = 3; column < 5; column++)
			page_cell_number(page, sqlite3_column_double(missing, column),
					 store_text(missing, column));
	}
	sqlite3_finalize(missing);
	if (any)
		page_table_end(page);
}

/* --------------------------------------------------------- further numbers -- */

#define EXTRAS \
	"FROM sample s JOIN cell c ON s.cell = c.id JOIN arm a ON s.arm = a.id, " \
	"json_each(s.row, '$.extras') e WHERE s.pair IS NOT NULL AND s.status = 'ok' AND "
#define OF_WAITS \
	"(c.workload <> 'stalled_thief' AND e.key IN ('open_waits', 'rounds_beyond', " \
	"'background_turns', 'background_wait_max_ns'))"
#define OF_STALLS "(c.workload = 'stalled_thief')"

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

static void put_extras(struct page *page, struct store *store, const char *caption,
		       const char *which_ones)
{
	sqlite3_stmt *which = store_query(
		store,
		lab_printf("SELECT c.id, a.id, a.name, c.workload, c.params, c.workers, e.key, "
			   "max(json_extract(e.value, '$.unit')) " EXTRAS
			   "%s GROUP BY c.id, a.id, e.key ORDER BY c.id, a.id, e.key",
			   which_ones),
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

/* ----------------------------------------------------------------- section -- */

static bool has_waits(const struct report_set *set)
{
	sqlite3_stmt *query = store_query(set->store,
					  "SELECT 1 " MISSING "UNION ALL SELECT 1 " EXTRAS
					  "(" OF_WAITS " OR " OF_STALLS ") LIMIT 1",
					  "");
	bool has = store_next(query);

	sqlite3_finalize(query);
	return has;
}

static void write(struct page *page, const struct report_set *set)
{
	put_missing(page, set->store);
	put_extras(page, set->store,
		   "Over the samples: open_waits had not ended with what was measured, so they "
		   "were at least as long as it says; rounds_beyond and background_turns are of "
		   "tasks that ran beside it",
		   OF_WAITS);
	put_extras(page, set->store,
		   "Counted by the fault build in stalled_thief, over the samples", OF_STALLS);
}

SECTION(waits) = {
	.place = 40,
	.title = "Waits that no distribution shows",
	.has = has_waits,
	.write = write,
};
