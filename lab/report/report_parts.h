/* SPDX-License-Identifier: MIT */
/* report_parts.h - what the pages of one set and of several share; within lab/report only. */
#ifndef LAB_REPORT_REPORT_PARTS_H
#define LAB_REPORT_REPORT_PARTS_H

#include "lab/report/page.h"
#include "lab/report/report.h"

/* Writes both files.  One of them that cannot be written leaves the other: LAB_OK, or
 * LAB_ENVIRONMENT with the complaint made. */
int report_page(const char *html, const char *markdown,
		void (*write)(struct page *page, const void *what), const void *what);

/* Makes the figures of a set and draws them into its directory. */
int report_draw(struct report_set *set);

const char *report_title(const struct summary *summary);
/* The host, what became of the run, when. */
const char *report_host_line(const struct summary *summary);

/* All sections of a set, below the section that is open. */
void report_sections(struct page *page, const struct report_set *set);

/* Of the sets of one host: the same contrast, verdict beside verdict. */
void report_agreement(struct page *page, const struct report_set *const *sets, size_t count);

#endif
