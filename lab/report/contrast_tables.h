/* SPDX-License-Identifier: MIT */
/* contrast_tables.h - the contrasts of a claim: their words, their evidence, what they cost
 * besides, and each in its sentence; within lab/report only. */
#ifndef LAB_REPORT_CONTRAST_TABLES_H
#define LAB_REPORT_CONTRAST_TABLES_H

#include "lab/report/page.h"
#include "lab/verdict/verdict.h"

void contrasts_put_answers(struct page *page, const struct verdicts *verdicts,
			   const struct claim *claim);
void contrasts_put_evidence(struct page *page, const struct verdicts *verdicts,
			    const struct claim *claim);
/* The further measures: a second family, which decides nothing about the claim. */
size_t contrasts_count_measures(const struct verdicts *verdicts, const struct claim *claim);
void contrasts_put_measures(struct page *page, const struct verdicts *verdicts,
			    const struct claim *claim);
/* The one place where a contrast's sentence stands. */
void contrasts_put_sentences(struct page *page, const struct verdicts *verdicts,
			     const struct claim *claim);

#endif
