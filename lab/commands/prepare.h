/* SPDX-License-Identifier: MIT */
/* prepare.h - the arms of a run: built where that can be done, described, never more than asked. */
#ifndef LAB_PREPARE_H
#define LAB_PREPARE_H

#include "lab/arms/arms.h"
#include "lab/commands/run_options.h"

/* Programs of a folder that was given (--arms-dir, $SCHEDLAB_ARMS), and those of a run that is gone
 * on with, are taken as they are.  Else those of the plan are built first; a dry run builds none,
 * and assumes them.  LAB_OK, LAB_USAGE or LAB_ENVIRONMENT, complaint made. */
int prepare_arms(struct arm_set *set, const struct run_options *options);

#endif
