/* SPDX-License-Identifier: MIT */
/* cmd_run.h - carrying out parsed options, for run and for compare --run. */
#ifndef LAB_CMD_RUN_H
#define LAB_CMD_RUN_H

#include "lab/commands/run_options.h"

/* `out` says afterwards where the results are, given or not. */
int run_with_options(struct run_options *options);

#endif
