/* SPDX-License-Identifier: MIT */
/* markdown.h - an entry of EXPERIMENTS.md: one claim and what became of it. */
#ifndef LAB_VERDICT_MARKDOWN_H
#define LAB_VERDICT_MARKDOWN_H

#include <stdio.h>

#include "lab/verdict/verdict.h"

/* One run of the claim, and NULL or another run made on the same host. */
struct entry_run {
	const struct verdicts *verdicts;
	const struct summary *summary;
	const char *directory;
};

/* How far two runs agree: a table of all contrasts, and the sums of it. */
void markdown_agreement(FILE *out, const struct entry_run *run, const struct entry_run *again);

void markdown_entry(FILE *out, const struct claim *claim, const struct entry_run *run,
		    const struct entry_run *again);

#endif
