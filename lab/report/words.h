/* SPDX-License-Identifier: MIT */
/* words.h - numbers and verdicts in the words that all sections use. */
#ifndef LAB_REPORT_WORDS_H
#define LAB_REPORT_WORDS_H

#include "lab/report/page.h"
#include "lab/show/claim_line.h"

/* Beside whatever shows arms of different runtimes. */
#define WORDS_NO_EVIDENCE \
	"How fast tokio, the twin in C, is beside real Tokio is no evidence for a design. " \
	"blitz_doc is Blitz-IO as documented, repaired; it never ran elsewhere as a whole, and " \
	"no row of it is evidence about Blitz-IO."

/* "lifo/slots4": claim and contrast; the verdict has one. */
const char *words_contrast(const struct verdict *verdict);
/* "spawn_burst children=4, 2 workers", and the build if it is not the timed one. */
const char *words_cell(const struct result *result);

/* What a row that tests the lab compares; NULL: it tests arms. */
const char *words_trial(const struct verdict *verdict);

/* Of the section with the claim's details: "claim-lifo". */
const char *words_claim_id(const struct claim *claim);
enum tone words_claim_tone(const struct claim *claim, const struct claim_answer *answer);
/* As it is drawn; `name` tells it from others beside it, or "". */
struct effect words_effect(struct claim_effect effect, const char *name);

/* The fixed sentence; a row that has none says why. */
const char *words_sentence(const struct verdict *verdict);
enum tone words_tone(enum verdict_kind kind);

/* In its own data: "0.952"; "[0.931, 0.974]" or why there is none. */
const char *words_median(const struct verdict *verdict);
const char *words_interval(const struct verdict *verdict);
/* A margin or a spread: "3.0 %" where ratios are compared, else an amount per unit. */
const char *words_length(const struct verdict *verdict, double length);
/* What the claim's primary contrasts cost or save besides their own measure, as far as it
 * is decided; NULL: nothing is. */
const char *words_further(const struct verdicts *verdicts, const char *claim);
/* "+3.2", "-0.41"; `otherwise` if it is not finite. */
const char *words_difference(double value, const char *otherwise);
/* "1 pair", "3 pairs" */
const char *words_count(size_t count, const char *unit);

#endif
