/* SPDX-License-Identifier: MIT */
/* section.h - the sections of a report, in the order in which they stand. */
#ifndef LAB_REPORT_SECTION_H
#define LAB_REPORT_SECTION_H

#include "lab/report/page.h"
#include "lab/report/report.h"

void section_answer(struct page *page, const struct report_set *set);
void section_host(struct page *page, const struct report_set *set);
void section_verdicts(struct page *page, const struct report_set *set);
void section_measures(struct page *page, const struct report_set *set);
void section_forest(struct page *page, const struct report_set *set);
void section_contention(struct page *page, const struct report_set *set);
void section_throughput(struct page *page, const struct report_set *set);
void section_latency(struct page *page, const struct report_set *set);
void section_stall(struct page *page, const struct report_set *set);
void section_cost(struct page *page, const struct report_set *set);
void section_cores(struct page *page, const struct report_set *set);
void section_calibration(struct page *page, const struct report_set *set);
void section_reds(struct page *page, const struct report_set *set);
void section_ledger(struct page *page, const struct report_set *set);
void section_medians(struct page *page, const struct report_set *set);
void section_provenance(struct page *page, const struct report_set *set);

/* Of the sets of one host: the same contrast, verdict beside verdict. */
void section_agreement(struct page *page, struct report_set *const *sets, size_t count);

/* Waits that are in no figure, if there are any. */
void section_waits(struct page *page, const struct report_set *set);

/* A table of the extras of the samples for which `condition` holds (SQL, of the sample
 * s, its cell c, its arm a and the extra e); nothing if there is none. */
void section_extras(struct page *page, struct store *store, const char *caption,
		    const char *condition);

/* The figures that belong to this section (figure.h), or why there are none. */
void section_figures(struct page *page, const struct report_set *set, const char *section);

#endif
