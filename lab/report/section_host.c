/* SPDX-License-Identifier: MIT */
/*
 * section_host.c - the machine, its gates, and what they saw around the pairs.
 */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "lab/gates/gate.h"
#include "lab/report/section.h"
#include "lab/report/words.h"
#include "lab/show/table.h"

static void put_fact(struct page *page, struct store *store, const char *name, const char *key)
{
	const char *value = store_meta(store, key);

	if (value != NULL && value[0] != '\0')
		page_fact(page, name, value);
}

static void put_facts(struct page *page, struct store *store)
{
	page_facts_begin(page);
	put_fact(page, store, "Class", "host_class");
	put_fact(page, store, "Key", "host_key");
	put_fact(page, store, "Kernel", "kernel");
	put_fact(page, store, "Governor", "governor");
	put_fact(page, store, "Counters", "perf");
	put_fact(page, store, "Measured", "date");
	page_facts_end(page);
}

static enum tone state_tone(const char *state)
{
	if (strcmp(state, "breached") == 0)
		return TONE_BAD;
	return strcmp(state, "pass") == 0 ? TONE_GOOD : TONE_CAUTION;
}

/* ------------------------------------------------- gates of the whole run -- */

static const struct column static_columns[] = {
	{ "gate", false }, { "state", false },	      { "value", true },
	{ "note", false }, { "what it asks", false }, { "remedy", false },
};

static void put_static_gate(struct page *page, sqlite3_stmt *query)
{
	const char *name = store_text(query, 0), *state = store_text(query, 1);
	const struct gate *gate = gate_find(name); /* NULL: one of another lab */
	bool known = sqlite3_column_type(query, 2) != SQLITE_NULL;
	double value = known ? sqlite3_column_double(query, 2) : NAN;

	page_cell(page, name);
	page_cell_badge(page, state_tone(state), state);
	page_cell_number(page, value,
			 lab_printf("%s%s%s", table_number(value, "-"),
				    known && gate != NULL ? " " : "",
				    known && gate != NULL ? gate->unit : ""));
	page_cell(page, store_text(query, 3) != NULL ? store_text(query, 3) : "");
	page_cell(page, gate != NULL ? gate->meaning : "not known to this schedlab");
	page_cell(page, gate != NULL && strcmp(state, "pass") != 0 ? gate->remedy : "-");
}

static void put_static_gates(struct page *page, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store, "SELECT gate, state, value, note FROM host_gate ORDER BY gate", "");
	bool any = false;

	while (store_next(query)) {
		if (!any)
			page_table_begin(page, "Gates of the host, read once",
					 PAGE_COLUMNS(static_columns));
		any = true;
		put_static_gate(page, query);
	}
	sqlite3_finalize(query);
	if (any)
		page_table_end(page);
	else
		page_paragraph(page, "The gates of the host were not read in this run.");
}

/* ---------------------------------------------------- gates around pairs -- */

static const struct column dynamic_columns[] = {
	{ "gate", false },	   { "breached before", true }, { "during", true },
	{ "after", true },	   { "unknown", true },		{ "readings", true },
	{ "what it asks", false },
};

static void put_dynamic_gate(struct page *page, sqlite3_stmt *query)
{
	const char *name = store_text(query, 0);
	const struct gate *gate = gate_find(name); /* NULL: one of another lab */

	page_cell(page, name);
	for (int column = 1; column < 6; column++)
		page_cell_number(page, sqlite3_column_double(query, column),
				 lab_printf("%lld", sqlite3_column_int64(query, column)));
	page_cell(page, gate != NULL ? gate->meaning : "not known to this schedlab");
}

static void put_dynamic_gates(struct page *page, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT gate, sum(state = 'breached' AND moment = 'before'), "
		"sum(state = 'breached' AND moment = 'during'), "
		"sum(state = 'breached' AND moment = 'after'), "
		"sum(state NOT IN ('breached', 'pass')), count(*) FROM reading "
		"GROUP BY gate ORDER BY gate",
		"");
	bool any = false;

	while (store_next(query)) {
		if (!any)
			page_table_begin(page, "Gates around the pairs: a breach flags the pair",
					 PAGE_COLUMNS(dynamic_columns));
		any = true;
		put_dynamic_gate(page, query);
	}
	sqlite3_finalize(query);
	if (any)
		page_table_end(page);
	else
		page_paragraph(page, "No gate was read around the pairs of this run.");
}

/* ------------------------------------------------------- flags, latencies -- */

static const struct column flag_columns[] = {
	{ "arm", false },    { "build", false }, { "pairs", true },
	{ "flagged", true }, { "share", true },
};

/* An arm whose pairs are flagged more often than others' is suspect itself. */
static void put_flags(struct page *page, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT a.name, a.flavour, count(*), coalesce(sum(p.flagged), 0) FROM pair p "
		"JOIN plan l ON p.plan = l.id JOIN arm a ON a.id IN (l.arm, l.baseline) "
		"GROUP BY a.id ORDER BY a.id",
		"");
	bool any = false;

	while (store_next(query)) {
		double pairs = sqlite3_column_double(query, 2);
		double flagged = sqlite3_column_double(query, 3);

		if (!any)
			page_table_begin(page, "Flagged pairs of each arm",
					 PAGE_COLUMNS(flag_columns));
		any = true;
		page_cell(page, store_text(query, 0));
		page_cell(page, store_text(query, 1));
		page_cell_number(page, pairs, lab_printf("%.0f", pairs));
		page_cell_number(page, flagged, lab_printf("%.0f", flagged));
		page_cell_number(page, flagged / pairs, words_percent(flagged / pairs));
	}
	sqlite3_finalize(query);
	if (any)
		page_table_end(page);
}

static const struct column probe_columns[] = {
	{ "CPUs", false },     { "probes", true },     { "min ns", true }, { "quartile 1", true },
	{ "median ns", true }, { "quartile 3", true }, { "max ns", true },
};

static void put_probe(struct page *page, struct store *store, int64_t cpu_a, int64_t cpu_b)
{
	struct spread ns = summary_spread(store_query(
		store, "SELECT ns FROM probe WHERE cpu_a = ? AND cpu_b = ?", "ii", cpu_a, cpu_b));
	const double values[] = { ns.min, ns.quartile1, ns.median, ns.quartile3, ns.max };

	page_cell(page, lab_printf("%" PRId64 " and %" PRId64, cpu_a, cpu_b));
	page_cell_number(page, (double)ns.n, lab_printf("%zu", ns.n));
	for (size_t i = 0; i < 5; i++)
		page_cell_number(page, ns.n > 0 ? values[i] : NAN,
				 table_number(ns.n > 0 ? values[i] : NAN, "-"));
}

static void put_probes(struct page *page, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store, "SELECT DISTINCT cpu_a, cpu_b FROM probe ORDER BY cpu_a, cpu_b", "");
	bool any = false;

	while (store_next(query)) {
		if (!any)
			page_table_begin(page, "Latency between CPUs, before and after the pairs",
					 PAGE_COLUMNS(probe_columns));
		any = true;
		put_probe(page, store, sqlite3_column_int64(query, 0),
			  sqlite3_column_int64(query, 1));
	}
	sqlite3_finalize(query);
	if (any)
		page_table_end(page);
}

static void put_regimes(struct page *page, const struct verdicts *verdicts)
{
	if (isfinite(verdicts->regime_threshold_ns))
		page_paragraph(page, lab_printf("Two regimes: the CPUs are near each other below "
						"%.3g ns and far from each other above.",
						verdicts->regime_threshold_ns));
}

static void write(struct page *page, const struct report_set *set)
{
	put_facts(page, set->store);
	put_static_gates(page, set->store);
	put_dynamic_gates(page, set->store);
	put_flags(page, set->store);
	put_probes(page, set->store);
	put_regimes(page, set->verdicts);
}

SECTION(host) = { .place = 60, .title = "Host and gates", .write = write };
