/* SPDX-License-Identifier: MIT */
/* parts.h - the steps of verdicts_load that come once the rows have their pairs. */
#ifndef LAB_VERDICT_PARTS_H
#define LAB_VERDICT_PARTS_H

#include "lab/stats/decide.h"
#include "lab/verdict/verdict.h"

/* Of one side, per unit of work, in the median; NAN: no pair says it, which is not 0. */
double verdict_ns(const struct result *result, enum side side);

/* The data of rows with another measure than time, and the further rows: LAB_OK or
 * LAB_ENVIRONMENT.  And their envelopes, before they are judged. */
int verdicts_load_measures(struct verdicts *verdicts, struct store *store);
void verdicts_measure_envelopes(struct verdicts *verdicts, struct store *store);

/* What stands beside a verdict: differences of counts, and whether the mechanism was
 * used at all. */
void verdict_load_exposure(struct verdict *row, struct store *store);

#define VERDICT_ALPHA 0.05 /* of a family */

/* What a row is judged by; lives until the program ends. */
struct decide_row verdict_input(const struct verdict *verdict);

/* The kinds, from the statistics and the facts. */
int verdicts_judge(struct verdicts *verdicts);

/* ... of rows that know their families already; counts no planted ones. */
int verdicts_judge_rows(struct verdicts *verdicts);

/* The fixed sentence of each row. */
void verdicts_word(struct verdicts *verdicts, const struct summary *summary);

#endif
