/* SPDX-License-Identifier: MIT */
/* cmd_run.h - carrying out parsed options, for run and for compare --run. */
#ifndef LAB_CMD_RUN_H
#define LAB_CMD_RUN_H

#include "lab/run_options.h"

int run_with_options(const struct run_options *options);

#endif
