/* SPDX-License-Identifier: MIT */
/* section_host.c - the gates of the machine, and what they saw around the pairs. */
#include <math.h>

#include "lab/report/query_table.h"
#include "lab/report/section.h"

static const struct column static_columns[] = {
	{ "gate", false },
	{ "state", false },
	{ "value", true },
	{ "note", false },
};

static const struct column dynamic_columns[] = {
	{ "gate", false }, { "breached before", true }, { "during", true },
	{ "after", true }, { "unknown", true },		{ "readings", true },
};

static const struct column flag_columns[] = {
	{ "arm", false },    { "build", false },       { "pairs", true },
	{ "flagged", true }, { "of a hundred", true },
};

static void put_gates(struct page *page, struct store *store)
{
	size_t rows = query_table(
		page, "Gates of the host, read once", PAGE_COLUMNS(static_columns),
		store_query(store, "SELECT gate, state, value, note FROM host_gate ORDER BY gate",
			    ""));

	if (rows == 0)
		page_paragraph(page, "The gates of the host were not read in this run.");
	rows = query_table(
		page, "Gates around the pairs: a breach flags the pair",
		PAGE_COLUMNS(dynamic_columns),
		store_query(store,
			    "SELECT gate, sum(state = 'breached' AND moment = 'before'), "
			    "sum(state = 'breached' AND moment = 'during'), "
			    "sum(state = 'breached' AND moment = 'after'), "
			    "sum(state NOT IN ('breached', 'pass')), count(*) FROM reading "
			    "GROUP BY gate ORDER BY gate",
			    ""));
	if (rows == 0)
		page_paragraph(page, "No gate was read around the pairs of this run.");
}

/* An arm whose pairs are flagged more often than others' is suspect itself. */
static void put_flags(struct page *page, struct store *store)
{
	query_table(page, "Arms with flagged pairs", PAGE_COLUMNS(flag_columns),
		    store_query(store,
				"SELECT a.name, a.flavour, count(*) AS pairs, "
				"sum(p.flagged) AS flags, 100.0 * sum(p.flagged) / count(*) "
				"FROM pair p JOIN plan l ON p.plan = l.id "
				"JOIN arm a ON a.id IN (l.arm, l.baseline) "
				"GROUP BY a.id HAVING flags > 0 ORDER BY a.id",
				""));
}

static void write(struct page *page, const struct report_set *set)
{
	double threshold_ns = set->verdicts->regime_threshold_ns;

	page_note(page, "What each gate asks, and what to do about it: schedlab doctor.");
	put_gates(page, set->store);
	put_flags(page, set->store);
	if (isfinite(threshold_ns))
		page_paragraph(page, lab_printf("Two regimes: the CPUs are near each other below "
						"%.3g ns and far from each other above.",
						threshold_ns));
}

SECTION(host) = { .place = 60, .title = "Host and gates", .write = write };
