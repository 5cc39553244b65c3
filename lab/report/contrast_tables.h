/* SPDX-License-Identifier: MIT */
/* contrast_tables.h - the contrasts of a claim; within lab/report only. */
#ifndef LAB_REPORT_CONTRAST_TABLES_H
#define LAB_REPORT_CONTRAST_TABLES_H

#include "lab/report/page.h"
#include "lab/verdict/verdict.h"

/* What they say; on demand what they cost besides, what the words rest on, and each in its
 * sentence.  Nothing if the claim has none. */
void contrasts_put(struct page *page, const struct verdicts *verdicts, const struct claim *claim);

#endif
