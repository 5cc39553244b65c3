/* SPDX-License-Identifier: MIT */
/* describe.h - one answer to --describe, checked and turned into an arm. */
#ifndef LAB_DESCRIBE_H
#define LAB_DESCRIBE_H

#include "lab/arms/arms.h"

/* NULL, or what is wrong with the answer.  On success `arm` borrows `answer`. */
const char *describe_parse(struct arm_info *arm, const char *program, json_t *answer);

#endif
