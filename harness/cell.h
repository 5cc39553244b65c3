/* SPDX-License-Identifier: MIT */
/*
 * cell.h - which workload with which parameters: names resolved and checked.
 */
#ifndef HARNESS_CELL_H
#define HARNESS_CELL_H

#include <stddef.h>
#include <stdint.h>

#include "workloads/arm.h"

#define CELL_PARAMS_MAX	   32u
#define CELL_MESSAGE_BYTES 1024u

struct cell {
	const struct arm_workload *workload;
	uint64_t params[CELL_PARAMS_MAX]; /* in the workload's order */
	char message[CELL_MESSAGE_BYTES]; /* what is wrong, with the remedy */
};

void cell_defaults(struct cell *cell, const struct arm_workload *workload);

/* What a row can hold, at most. */
uint64_t cell_param_max(const struct arm_param *param);

/* 0, or -EINVAL with cell->message. */
int cell_find(struct cell *cell, const struct arm *arm, const char *workload);
int cell_set(struct cell *cell, const char *name_and_value);

#endif
