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
#include "lab/report/query_table.h"
#include "lab/report/section.h"

#define OF_PAIRS "FROM sample s JOIN cell c ON s.cell = c.id JOIN arm a ON s.arm = a.id"
#define IN_PAIR	 " WHERE s.pair IS NOT NULL AND s.status = 'ok' AND "

#define MISSING \
	OF_PAIRS IN_PAIR "ifnull(json_extract(s.row, '$.latency.count'), 0) = 0 AND EXISTS (" \
			 "SELECT 1 FROM sample o WHERE o.cell = s.cell AND json_type(o.row, " \
			 "'$.latency') IS NOT NULL)"

#define EXTRAS \
	OF_PAIRS ", json_each(s.row, '$.extras') e" IN_PAIR "e.key IN ('open_waits', " \
		 "'rounds_beyond', 'background_turns', 'background_wait_max_ns', " \
		 "'owner_gap_max_ns', " \
		 "'pop_spins', 'pops_refused', 'thief_holds')"

/* The middle ones of each number, which are one or two. */
#define SPREADS \
	"SELECT arm, workload, params, workers, key, unit, n, min(value), " \
	"avg(value) FILTER (WHERE place IN ((n + 1) / 2, (n + 2) / 2)), max(value) FROM (" \
	"SELECT a.id, c.id AS cell, a.name AS arm, workload, params, workers, e.key AS key, " \
	"json_extract(e.value, '$.unit') AS unit, json_extract(e.value, '$.value') AS value, " \
	"count(*) OVER (PARTITION BY c.id, a.id, e.key) AS n, " \
	"row_number() OVER (PARTITION BY c.id, a.id, e.key " \
	"ORDER BY json_extract(e.value, '$.value')) AS place " EXTRAS ") " \
	"GROUP BY cell, id, key ORDER BY cell, id, key"

static const struct column missing_columns[] = {
	{ "arm", false },
	{ "workload", false },
	{ "parameters", false },
	{ "workers", true },
	{ "samples without a recorded wait", true },
};

static const struct column extra_columns[] = {
	{ "arm", false },   { "workload", false }, { "parameters", false }, { "workers", true },
	{ "what", false },  { "unit", false },	   { "samples", true },	    { "min", true },
	{ "median", true }, { "max", true },
};

static bool has_waits(const struct report_set *set)
{
	return store_number(set->store,
			    "SELECT 1 " MISSING " UNION ALL SELECT 1 " EXTRAS " LIMIT 1") == 1;
}

static void write(struct page *page, const struct report_set *set)
{
	query_table(page, "No wait was recorded: there is nothing to compare",
		    PAGE_COLUMNS(missing_columns),
		    store_query(set->store,
				"SELECT a.name, c.workload, c.params, c.workers, count(*) " MISSING
				" GROUP BY c.id, a.id",
				""));
	query_table(page,
		    "Over the samples: open_waits had not ended with what was measured, so they "
		    "were at least as long as it says; rounds_beyond and background_turns are of "
		    "tasks that ran beside it; the fault build counts what holds an owner",
		    PAGE_COLUMNS(extra_columns), store_query(set->store, SPREADS, ""));
}

SECTION(waits) = {
	.place = 40,
	.title = "Waits that no distribution shows",
	.has = has_waits,
	.write = write,
};
