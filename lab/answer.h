/* SPDX-License-Identifier: MIT */
/* answer.h - what a sample may truthfully answer; each check blames by name. */
#ifndef LAB_ANSWER_H
#define LAB_ANSWER_H

#include "lab/sample.h"

/* Each returns false after sample_fail. */
bool answer_ready(struct sample *sample, json_t *answer);
bool answer_calibrated(struct sample *sample, json_t *answer, uint64_t *iterations, uint64_t *ns);
/* `wall_ns`: what the runner's own clock says the block took at most. */
bool answer_block(struct sample *sample, json_t *answer, uint64_t wall_ns, struct block *block);
/* Also takes over refusals and admitted errors.  Keeps the answer. */
bool answer_row(struct sample *sample, json_t *answer, bool isolated);

#endif
