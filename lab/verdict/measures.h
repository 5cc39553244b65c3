/* SPDX-License-Identifier: MIT */
/*
 * measures.h - rows that are not judged by time: their data, and their envelopes.
 *
 * A further measure has its pairs from the row of its contrast, or from one of the counting
 * builds; the datum of each pair is worked out anew from what its two samples said.  So it
 * is with the A/A pairs of the cell, from which the envelope and the spread of such a row
 * come, and its own A/A trials: what scatters little in time may scatter much in parks.
 */
#ifndef LAB_VERDICT_MEASURES_H
#define LAB_VERDICT_MEASURES_H

#include "lab/verdict/verdict.h"

/* The data of rows with another measure than time, and the further rows.  LAB_OK or
 * LAB_ENVIRONMENT. */
int verdicts_load_measures(struct verdicts *verdicts, struct store *store);

/* Of the same rows, before they are judged. */
void verdicts_measure_envelopes(struct verdicts *verdicts, struct store *store);

#endif
