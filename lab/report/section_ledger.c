/* SPDX-License-Identifier: MIT */
/*
 * section_ledger.c - what the twin `tokio` adds or lacks against real Tokio.
 *
 * The ledger was put into the store when the run was made, so that a report made
 * later shows the ledger of the programs that were measured.
 */
#include <stdlib.h>
#include <string.h>

#include "lab/report/section.h"

static const struct column columns[] = {
	{ "kind", false },	  { "cell", false },   { "what", false },
	{ "twin - Tokio", true }, { "reason", false },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

/* Fields are separated by tabs; an empty one is a field. */
static void put_line(struct page *page, char *line)
{
	for (size_t i = 0; i < COLUMNS; i++) {
		char *field = line != NULL ? line : lab_strdup("");
		char *tab = i + 1 < COLUMNS ? strchr(field, '\t') : NULL;

		line = tab != NULL ? tab + 1 : NULL;
		if (tab != NULL)
			*tab = '\0';
		if (columns[i].numeric)
			page_cell_number(page, strtod(field, NULL), field);
		else
			page_cell(page, field);
	}
}

static bool has_ledger(const struct report_set *set)
{
	return store_meta(set->store, "ledger") != NULL;
}

static void write(struct page *page, const struct report_set *set)
{
	const char *text = store_meta(set->store, "ledger");
	struct strings lines = { NULL, 0 };

	page_note(page, "Every locked instruction per unit and system call per thousand units that "
			"the twin adds or lacks against tokio-bare, one worker, outside the "
			"allocator. The twin's speed against Tokio is no evidence for a design.");
	strings_split(&lines, text, '\n');
	page_table_begin(page, "Ledger of the twin", PAGE_COLUMNS(columns));
	for (size_t i = 0; i < lines.count; i++)
		if (lines.items[i][0] != '#')
			put_line(page, lines.items[i]);
	page_table_end(page);
}

SECTION(ledger) = { .place = 80, .title = "Ledger of the twin", .has = has_ledger, .write = write };
