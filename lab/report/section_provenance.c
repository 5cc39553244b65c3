/* SPDX-License-Identifier: MIT */
/* section_provenance.c - where the numbers come from: run, host, build, arms. */
#include "lab/report/query_table.h"
#include "lab/report/section.h"
#include "lab/verdict/treatment_effect.h"

static const struct column meta_columns[] = { { "what", false }, { "value", false } };

static const struct column arm_columns[] = {
	{ "arm", false },     { "build", false },	   { "kind", false },
	{ "version", false }, { "allocates from", false },
};

/* What is longer than a line stands elsewhere or in results.db only. */
static void put_meta(struct page *page, struct store *store)
{
	query_table(page, "The run", PAGE_COLUMNS(meta_columns),
		    store_query(store,
				"SELECT key, value FROM meta WHERE instr(value, char(10)) = 0 "
				"AND length(value) < 2000 ORDER BY key",
				""));
}

static void put_arms(struct page *page, struct store *store)
{
	query_table(page, "The arms", PAGE_COLUMNS(arm_columns),
		    store_query(store,
				"SELECT DISTINCT b.name, b.flavour, b.kind, b.version, "
				"b.allocator FROM arm b JOIN plan l ON b.id IN (l.arm, "
				"l.baseline) ORDER BY b.id",
				""));
}

/* Where code lies is told with the verdicts; where the heap lies is the same for all rows. */
static void put_heap(struct page *page, const struct report_set *set)
{
	const char *unvaried = heap_unvaried(set->verdicts);

	page_note(page, unvaried != NULL ?
				unvaried :
				"heap placement: drawn for each side of each pair, 0 to 112 bytes");
}

static void write(struct page *page, const struct report_set *set)
{
	page_note(page, "Everything else, down to each block of each sample, is in results.db: "
			"topology, layouts, claims, readings of the gates.");
	put_heap(page, set);
	put_meta(page, set->store);
	put_arms(page, set->store);
}

SECTION(provenance) = { .place = 90, .title = "Provenance", .write = write };
