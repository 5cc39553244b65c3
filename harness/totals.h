/* SPDX-License-Identifier: MIT */
/* totals.h - what blocks add up to: extras of workloads, metrics of the arm. */
#ifndef HARNESS_TOTALS_H
#define HARNESS_TOTALS_H

struct arm_block;
struct sample;

void totals_add_extras(struct sample *sample, const struct arm_block *block);

/* Metrics count since the start of the runtime; what happens between pause and
 * resume (calibration) is left out. */
void totals_pause_metrics(struct sample *sample);
void totals_resume_metrics(struct sample *sample);

#endif
