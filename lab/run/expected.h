/* SPDX-License-Identifier: MIT */
/*
 * expected.h - what the row of a sample should say: its arm's description, then what this
 * host and the kernel say of it, and over all of these what the plan asked for.
 *
 * Put together as an object of the same shape as the row, so that the table of facts
 * (arms/facts.h) needs no code for where a fact comes from.
 */
#ifndef LAB_RUN_EXPECTED_H
#define LAB_RUN_EXPECTED_H

#include "lab/run/sample.h"

/* Is the row what was asked of this program on this host?  Else sample_fail. */
bool row_is_expected(struct sample *sample, json_t *row);

#endif
