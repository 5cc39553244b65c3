/* SPDX-License-Identifier: MIT */
/* measured.c - see measured.h. */
#include "lab/measures/measured.h"

#include <math.h>
#include <stdlib.h>

#include "lab/stats/spread.h"

static double number_of(const json_t *json)
{
	return json_is_number(json) ? json_number_value(json) : NAN;
}

double measured_value(const json_t *row, const char *group, const char *name)
{
	return number_of(
		json_object_get(json_object_get(json_object_get(row, group), name), "value"));
}

static double sum_of_blocks(const json_t *row, const char *member)
{
	json_t *blocks = json_object_get(row, "blocks"), *block;
	double sum = json_array_size(blocks) > 0 ? 0 : NAN;
	size_t index;

	json_array_foreach(blocks, index, block)
		sum += number_of(json_object_get(block, member));
	return sum;
}

/* Within the bucket as if its observations lay evenly in it, so that a shift of less than a
 * bucket is seen as one. */
static double quantile_of(const json_t *latency, double quantile)
{
	json_t *buckets = json_object_get(latency, "buckets"), *bucket;
	double count = number_of(json_object_get(latency, "count")), seen = 0, low = NAN;
	double most = number_of(json_object_get(latency, "max_ns"));
	double wanted = quantile * count;
	size_t index;

	if (!(count > 0))
		return NAN;

	json_array_foreach(buckets, index, bucket) {
		double here = number_of(json_array_get(bucket, 1));

		low = number_of(json_array_get(bucket, 0));
		if (seen + here >= wanted) {
			/* 16 buckets a power of two (workloads/arm.h); below 16 ns, one a ns. */
			double width = low < 16 ? 1 : exp2(floor(log2(low)) - 4);

			return fmin(low + width * (wanted - seen) / here, most);
		}
		seen += here;
	}
	return low;
}

struct measured measured_of(const struct measure *measure, const json_t *row)
{
	static const char *const groups[] = {
		[IN_COUNTERS] = "counters", [IN_METRICS] = "metrics", [IN_EXTRAS] = "extras"
	};
	double units = sum_of_blocks(row, "units");
	const json_t *latency = json_object_get(row, measure->key);
	double sum;

	switch (measure->place) {
	case IN_LATENCIES:
		return (struct measured){ quantile_of(latency, measure->quantile),
					  number_of(json_object_get(latency, "count")), units };
	case IN_BLOCKS:
		sum = sum_of_blocks(row, measure->key);
		break;
	case IN_COUNTS:
		return (struct measured){ NAN, NAN, NAN };
	default:
		sum = measured_value(row, groups[measure->place], measure->key);
	}
	return (struct measured){ units > 0 ? sum / units : NAN, sum, units };
}

static double per_unit(const json_t *block, const char *member)
{
	return number_of(json_object_get(block, member)) /
	       number_of(json_object_get(block, "units"));
}

static double datum_of_blocks(const struct measure *measure, const json_t *a, const json_t *b)
{
	const json_t *blocks_a = json_object_get(a, "blocks");
	const json_t *blocks_b = json_object_get(b, "blocks");
	size_t count = json_array_size(blocks_a);
	double *data = malloc((count + 1) * sizeof(*data)), median = NAN;

	if (data == NULL || count == 0 || json_array_size(blocks_b) != count) {
		free(data);
		return NAN;
	}
	for (size_t i = 0; i < count; i++)
		data[i] = measure_datum_of(measure,
					   per_unit(json_array_get(blocks_a, i), measure->key),
					   per_unit(json_array_get(blocks_b, i), measure->key));
	if (all_finite(data, count))
		median = median_of(data, count);
	free(data);
	return median;
}

double measured_datum(const struct measure *measure, const json_t *a, const json_t *b)
{
	if (measure->place == IN_BLOCKS)
		return datum_of_blocks(measure, a, b);
	return measure_datum_of(measure, measured_of(measure, a).value,
				measured_of(measure, b).value);
}
