/* SPDX-License-Identifier: MIT */
/* section_added.c - a section that is there to be added. */
#include "lab/report/section.h"

static void write(struct page *page, const struct report_set *set)
{
	page_paragraph(page, lab_printf("This set has %zu rows.", set->summary->count));
}

SECTION(added) = { .place = 95, .title = "Added section", .write = write };
