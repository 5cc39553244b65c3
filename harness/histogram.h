/* SPDX-License-Identifier: MIT */
/* histogram.h - latencies as JSON. */
#ifndef HARNESS_HISTOGRAM_H
#define HARNESS_HISTOGRAM_H

#include <jansson.h>

#include "workloads/arm.h"

/* count, sum_ns, max_ns and [lower bound, count] of the buckets in use. */
json_t *histogram_json(const struct arm_histogram *histogram);

#endif
