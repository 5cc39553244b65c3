/* SPDX-License-Identifier: MIT */
/* histogram.c - latencies as JSON, empty buckets left out. */
#include "harness/histogram.h"

json_t *histogram_json(const struct arm_histogram *histogram)
{
	json_t *buckets = json_array();
	uint32_t i;

	for (i = 0; i < ARM_BUCKETS; i++)
		if (histogram->buckets[i])
			json_array_append_new(
				buckets, json_pack("[I, I]", (json_int_t)arm_histogram_floor(i),
						   (json_int_t)histogram->buckets[i]));
	return json_pack("{s:I, s:I, s:I, s:o}", "count", (json_int_t)histogram->count, "sum_ns",
			 (json_int_t)histogram->sum_ns, "max_ns", (json_int_t)histogram->max_ns,
			 "buckets", buckets);
}
