/* SPDX-License-Identifier: MIT */
/* combine.h - the cells of one workload: parameter values times workers. */
#ifndef LAB_COMBINE_H
#define LAB_COMBINE_H

#include "lab/plan/plan.h"

/* Are the request's parameters well-formed, known to a chosen workload and in
 * range?  LAB_OK or LAB_USAGE with the complaint made. */
int combine_check_params(const struct request *request, const struct arm_set *set,
			 const struct strings *workloads);

int combine_cells(const struct request *request, const struct workload_info *workload,
		  const char *flavour, struct cell **cells, size_t *count);

#endif
