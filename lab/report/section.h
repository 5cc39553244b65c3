/* SPDX-License-Identifier: MIT */
/*
 * section.h - a section of the report is one file, which no other names.
 *
 * To add one, drop lab/report/section_NAME.c into its folder:
 *
 *	static void write(struct page *page, const struct report_set *set)
 *	{
 *		page_paragraph(page, "...");
 *	}
 *
 *	SECTION(NAME) = { .place = 45, .title = "What it is about", .write = write };
 *
 * The build finds it by its name, its identifier on the page is NAME, and it stands behind
 * the sections of lower places.  What it says goes through page.h only, and so into both
 * files.  Place 0 is the first screen and stands open; everything else opens on demand.
 * One whose `has` says no is left out: what was not measured needs no section.
 */
#ifndef LAB_REPORT_SECTION_H
#define LAB_REPORT_SECTION_H

#include "lab/report/page.h"
#include "lab/report/report.h"

struct section {
	int place;
	const char *title;
	bool (*has)(const struct report_set *set); /* NULL: always */
	void (*write)(struct page *page, const struct report_set *set);
};

#define SECTION(name) \
	extern const struct section section_##name; \
	const struct section section_##name

#endif
