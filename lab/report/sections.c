/* SPDX-License-Identifier: MIT */
/* sections.c - finds the sections, whichever files there are, and puts them onto a page. */
#include <stdlib.h>

#include "lab/report/report_parts.h"
#include "lab/report/section.h"
#include "report_sections.h" /* made by the build: REPORT_SECTIONS(X), X(NAME) for each file */

#define DECLARE(name) extern const struct section section_##name;
REPORT_SECTIONS(DECLARE)

struct entry {
	const char *id;
	const struct section *section;
};

static int by_place(const void *a, const void *b)
{
	return ((const struct entry *)a)->section->place -
	       ((const struct entry *)b)->section->place;
}

static void put(struct page *page, const struct report_set *set, const struct entry *entry)
{
	const struct section *section = entry->section;

	if (section->has != NULL && !section->has(set))
		return;
	if (section->place == 0)
		page_section_begin(page, entry->id, section->title);
	else
		page_fold_begin(page, entry->id, section->title, TONE_PLAIN, NULL);
	section->write(page, set);
	if (section->place == 0)
		page_section_end(page);
	else
		page_fold_end(page);
}

void report_sections(struct page *page, const struct report_set *set)
{
#define ENTRY(name) { #name, &section_##name },
	struct entry entries[] = { REPORT_SECTIONS(ENTRY) };
	size_t count = sizeof(entries) / sizeof(entries[0]);

	qsort(entries, count, sizeof(entries[0]), by_place);
	for (size_t i = 0; i < count; i++)
		put(page, set, &entries[i]);
}
