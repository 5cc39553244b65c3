/* SPDX-License-Identifier: MIT */
/* modes.h - the ways to run a sample that is started; see CONTRACT.md. */
#ifndef HARNESS_MODES_H
#define HARNESS_MODES_H

#include "harness/options.h"
#include "workloads/arm.h"

struct sample;

/* N blocks, one after the other. */
void isolated_run(struct sample *sample);

/* Blocks on command, until "finish" or the end of input. */
void lockstep_run(struct sample *sample);

/* All workloads the arm can run, as a Google Benchmark program. */
int gbench_program(const struct arm *arm, const struct options *options);

#endif
