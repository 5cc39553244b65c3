/* SPDX-License-Identifier: MIT */
/*
 * program.h - what exec-VARIANT can run: the workloads and the scenarios, as bodies for
 * exec_run.
 */
#ifndef VERIFY_EXEC_PROGRAM_H
#define VERIFY_EXEC_PROGRAM_H

#include <stdbool.h>
#include <stdint.h>

#include "workloads/arm.h"

struct scenario;

#define PROGRAM_PARAMS_MAX 32u
#define PROGRAM_SMALL	   6u /* no parameter is larger than this unless its minimum is */

struct program {
	const char *name;
	const struct arm_workload *workload; /* one of the two */
	const struct scenario *scenario;
	uint32_t workers;
	uint64_t iterations;		     /* of a workload */
	uint64_t params[PROGRAM_PARAMS_MAX]; /* of a workload */
	bool errors_are_expected;	     /* allocations fail: what is reported is no bug */
};

/* All there are; NULL past the last.  Workloads first, each group by name. */
const char *program_name(uint32_t index);
/* One line on what it is. */
const char *program_about(const char *name);
/* 0 or -ENOENT.  Workers as the program likes it, parameters small. */
int program_find(const char *name, struct program *program);
/* "NAME=VALUE": 0, -ENOENT (no such parameter), -EINVAL (no such value). */
int program_set_param(struct program *program, const char *text);
/* NULL, or why the variant cannot run it so. */
const char *program_refuses(const struct program *program);
/* NULL, or the end that must be found, because the variant's design has the defect. */
const char *program_fails_by_design(const struct program *program);
/* NULL, or why it is left out where everything is run. */
const char *program_left_out(const struct program *program);
/* The faults a scenario wants, or "". */
const char *program_faults(const struct program *program);
/* The body; arg is the struct program. */
void program_run(void *arg);

#endif
