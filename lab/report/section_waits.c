/* SPDX-License-Identifier: MIT */
/*
 * section_waits.c - waits that a distribution does not show: none was recorded, or
 * they had not ended, or they are those of tasks in the background.
 *
 * A scheduler that lets somebody wait for ever has no long wait to show, unless it is
 * asked for.  Of rows without a histogram it is only known from other samples of the
 * cell that there should be one.
 */
#include "lab/report/section.h"

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
		"SELECT a.name, c.workload, c.params, c.workers, count(*) FROM sample s JOIN cell "
		"c "
		"ON s.cell = c.id JOIN arm a ON s.arm = a.id WHERE s.pair IS NOT NULL AND "
		"s.status = 'ok' AND ifnull(json_extract(s.row, '$.latency.count'), 0) = 0 AND "
		"EXISTS (SELECT 1 FROM sample o WHERE o.cell = s.cell AND "
		"json_type(o.row, '$.latency') IS NOT NULL) GROUP BY c.id, a.id",
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

void section_waits(struct page *page, const struct report_set *set)
{
	put_missing(page, set->store);
	section_extras(page, set->store,
		       "Waits that a distribution does not show, over the samples: open_waits had "
		       "not ended with what was measured, so they were at least as long as it "
		       "says; rounds_beyond and background_turns are of tasks that ran beside it",
		       "c.workload <> 'stalled_thief' AND e.key IN ('open_waits', "
		       "'rounds_beyond', 'background_turns', 'background_wait_max_ns')");
}
