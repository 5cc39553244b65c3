/* SPDX-License-Identifier: MIT */
/* answer.h - what a sample may truthfully answer; each check blames by name. */
#ifndef LAB_ANSWER_H
#define LAB_ANSWER_H

#include "lab/run/sample.h"

/* Each returns false after sample_fail. */
bool answer_ready(struct sample *sample, json_t *answer);
/* `wall_ns` here and below: what the runner's own clock says it took at most. */
bool answer_calibrated(struct sample *sample, json_t *answer, uint64_t wall_ns,
		       uint64_t *iterations, uint64_t *ns);
bool answer_block(struct sample *sample, json_t *answer, uint64_t wall_ns, struct block *block);
/* Also takes over refusals and admitted errors.  Keeps the answer. */
bool answer_row(struct sample *sample, json_t *answer, bool isolated);

/* For answer.c: the sums, counters, metrics, extras and latencies of an "ok" row whose blocks
 * are in the sample. */
bool answer_numbers(struct sample *sample, json_t *row);

#endif
