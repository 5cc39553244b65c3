/* SPDX-License-Identifier: MIT */
/* answer_numbers.c - can the numbers of a row that are printed be true?  See answer.h. */
#include "lab/run/answer.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#define LIE SAMPLE_LIED
/* Each block's time is given to Google Benchmark in seconds, as a double. */
#define SECONDS_SHARE 1e-6
#define SECONDS_SLACK 1e-9

static bool check_sum(struct sample *sample, json_t *row, const char *name, uint64_t sum)
{
	json_t *said = json_object_get(row, name);

	if (said == NULL || (json_is_integer(said) && json_integer_value(said) == (json_int_t)sum))
		return true;
	return sample_fail(sample, LIE, "its row says %s %.17g, its blocks add up to %" PRIu64,
			   name, json_number_value(said), sum);
}

/* What a row says in all is what its blocks say together. */
static bool check_sums(struct sample *sample, json_t *row)
{
	json_t *gbench = json_object_get(row, "gbench");
	double said = json_number_value(json_object_get(gbench, "seconds")), seconds;
	uint64_t units = 0, ns = 0;

	for (size_t i = 0; i < sample->block_count; i++) {
		units += sample->blocks[i].units;
		ns += sample->blocks[i].ns;
	}
	if (!check_sum(sample, row, "units", units) || !check_sum(sample, row, "ns", ns))
		return false;
	if (gbench == NULL)
		return true;
	seconds = (double)ns * 1e-9;
	if (fabs(said - seconds) > SECONDS_SHARE * seconds + SECONDS_SLACK)
		return sample_fail(sample, LIE,
				   "it says that Google Benchmark ran %g s, its blocks add up to "
				   "%g s",
				   said, seconds);
	return check_sum(sample, gbench, "iterations", sample->block_count);
}

/* Counters, metrics and extras count or last: null, or a number from 0. */
static bool check_counts(struct sample *sample, json_t *row, const char *group)
{
	const char *name;
	json_t *entry;

	json_object_foreach(json_object_get(row, group), name, entry) {
		json_t *value = json_object_get(entry, "value");

		if (value == NULL || json_is_null(value))
			continue;
		if (!json_is_number(value) || !(json_number_value(value) >= 0))
			return sample_fail(sample, LIE, "its row says %s %g among its %s", name,
					   json_number_value(value), group);
	}
	return true;
}

/* The counter is over the blocks and nothing else. */
static bool check_cpu_counter(struct sample *sample, json_t *row)
{
	json_t *counters = json_object_get(row, "counters");
	json_t *said = json_object_get(json_object_get(counters, "cpu_ns"), "value");
	uint64_t sum = 0;

	for (size_t i = 0; i < sample->block_count; i++)
		sum += sample->blocks[i].cpu_ns;
	if (!json_is_integer(said) || json_integer_value(said) == (json_int_t)sum)
		return true;
	return sample_fail(sample, LIE,
			   "its counter cpu_ns is %" JSON_INTEGER_FORMAT
			   ", its blocks add up to %" PRIu64,
			   json_integer_value(said), sum);
}

static bool check_buckets(struct sample *sample, json_t *buckets, json_int_t count, json_int_t max)
{
	json_int_t sum = 0, floor, in_bucket;
	json_error_t error;
	json_t *bucket;
	size_t index;

	json_array_foreach(buckets, index, bucket) {
		if (json_unpack_ex(bucket, &error, 0, "[I, I]", &floor, &in_bucket) != 0)
			return sample_fail(sample, LIE, "a bucket of its latency is malformed: %s",
					   error.text);
		if (floor < 0 || in_bucket < 0 || in_bucket > count - sum)
			return sample_fail(sample, LIE,
					   "its latency counts %" JSON_INTEGER_FORMAT
					   " waits, its buckets add up to something else",
					   count);
		if (in_bucket > 0 && floor > max)
			return sample_fail(sample, LIE,
					   "its latency has a bucket from %" JSON_INTEGER_FORMAT
					   " ns, and says that the longest is %" JSON_INTEGER_FORMAT
					   " ns",
					   floor, max);
		sum += in_bucket;
	}
	return sum == count || sample_fail(sample, LIE,
					   "its latency counts %" JSON_INTEGER_FORMAT
					   " waits, its buckets add up to %" JSON_INTEGER_FORMAT,
					   count, sum);
}

/* "flags" of the workload, as the arm described it. */
static bool has_latency_flag(const struct sample *sample)
{
	json_t *workload, *flag;
	size_t i, j;

	json_array_foreach(json_object_get(sample->arm->describe, "workloads"), i, workload) {
		const char *name = json_string_value(json_object_get(workload, "name"));

		if (name == NULL || strcmp(name, sample->cell->workload) != 0)
			continue;
		json_array_foreach(json_object_get(workload, "flags"), j, flag)
			if (json_is_string(flag) && strcmp(json_string_value(flag), "latency") == 0)
				return true;
	}
	return false;
}

static bool check_latency(struct sample *sample, json_t *latency)
{
	json_int_t count, sum, max;
	json_error_t error;
	json_t *buckets;

	if (latency == NULL && !has_latency_flag(sample))
		return true;
	if (latency == NULL)
		return sample_fail(sample, LIE,
				   "its row has no latency, and %s has the flag \"latency\"",
				   sample->cell->workload);
	if (json_unpack_ex(latency, &error, 0, "{s:I, s:I, s:I, s:o}", "count", &count, "sum_ns",
			   &sum, "max_ns", &max, "buckets", &buckets) != 0)
		return sample_fail(sample, LIE, "the latency of its row is malformed: %s",
				   error.text);
	if (count < 0 || sum < 0 || max < 0 || max > sum || !json_is_array(buckets))
		return sample_fail(sample, LIE,
				   "impossible latency: %" JSON_INTEGER_FORMAT
				   " waits, together %" JSON_INTEGER_FORMAT
				   " ns, the longest %" JSON_INTEGER_FORMAT " ns",
				   count, sum, max);
	return check_buckets(sample, buckets, count, max);
}

bool answer_numbers(struct sample *sample, json_t *row)
{
	return check_sums(sample, row) && check_counts(sample, row, "counters") &&
	       check_counts(sample, row, "metrics") && check_counts(sample, row, "extras") &&
	       check_cpu_counter(sample, row) &&
	       check_latency(sample, json_object_get(row, "latency"));
}
