/* SPDX-License-Identifier: MIT */
/* Description: a sample of the test arm, run in this process, and what its row says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "harness/blocks.h"
#include "harness/describe.h"
#include "harness/facts.h"
#include "harness/histogram.h"
#include "harness/row.h"
#include "harness/sample.h"

static const struct options defaults = {
	.pin = "compact",
	.workers = 1,
	.seed = 7,
	.counters = "software",
};

static struct sample *open_sample(struct options *options, const char *workload)
{
	struct sample *sample = malloc(sizeof *sample);

	*options = defaults;
	options->workload = workload;
	sample_init(sample, arm_self(), options);
	return sample;
}

static json_t *close_sample(struct sample *sample)
{
	json_t *row;

	sample_stop(sample);
	row = row_json(sample);
	sample_free(sample);
	free(sample);
	return row;
}

static const char *text(json_t *row, const char *name)
{
	return json_string_value(json_object_get(row, name));
}

static json_int_t number(json_t *row, const char *name)
{
	return json_integer_value(json_object_get(row, name));
}

static void test_ok(void **state)
{
	struct options options;
	struct sample *sample = open_sample(&options, "sum");
	uint64_t iterations, ns;
	json_t *row;

	(void)state;
	assert_int_equal(sample_prepare(sample), 0);
	assert_int_equal(sample_start(sample), 0);
	assert_int_equal(sample_calibrate(sample, 100000, &iterations, &ns), 0);
	assert_true(iterations >= 1);
	assert_int_equal(blocks_run(sample, 3, 4), 0);
	assert_int_equal(blocks_run(sample, 2, 1), 0);
	row = close_sample(sample);
	assert_string_equal(text(row, "status"), "ok");
	assert_string_equal(text(row, "cause"), "");
	assert_int_equal(json_array_size(json_object_get(row, "blocks")), 5);
	assert_int_equal(number(row, "units"), 14 * 100);
	assert_int_equal(number(json_object_get(row, "gbench"), "iterations"), 5);
	assert_int_equal(number(json_object_get(row, "params"), "amount"), 100);
	/* Calibration is not in the metrics. */
	assert_int_equal(
		number(json_object_get(json_object_get(row, "metrics"), "rounds"), "value"), 14);
	assert_null(json_object_get(row, "latency"));
	assert_null(json_object_get(row, "extras"));
	assert_null(json_object_get(row, "planted"));
	json_decref(row);
}

/* How many loops go with how much time is exact; how long they take is not. */
static void test_plant(void **state)
{
	struct plant plant = { .percent = 10, .loops_per_ns = 2 };
	uint64_t ns;

	(void)state;
	ns = plant_spin(&plant, 1000000);
	assert_int_equal(plant.loops, 200000);
	assert_true(ns > 0);
	ns += plant_spin(&plant, 50);
	assert_int_equal(plant.loops, 200010);
	assert_int_equal(plant.ns, ns);
	assert_int_equal(plant_spin(&plant, 4), 0); /* less than a loop */
	plant.percent = 0;
	assert_int_equal(plant_spin(&plant, 1000000), 0);
	plant_calibrate(&plant);
	assert_int_equal(plant.calibration_loops, 0);
	plant.percent = 1;
	plant_calibrate(&plant);
	assert_true(plant.calibration_loops > 0 && plant.loops_per_ns > 0);
}

static void test_planted_row(void **state)
{
	struct options options;
	struct sample *sample = open_sample(&options, "sum");
	uint64_t iterations, ns, calibrated;
	json_t *row, *planted;

	(void)state;
	sample->plant.percent = 100;
	assert_int_equal(sample_prepare(sample), 0);
	assert_int_equal(sample_start(sample), 0);
	calibrated = sample->plant.calibration_loops;
	assert_int_equal(sample_calibrate(sample, 100000, &iterations, &ns), 0);
	assert_true(sample->plant.calibration_loops > calibrated);
	assert_int_equal(sample->plant.loops, 0);
	assert_int_equal(blocks_run(sample, 3, 4), 0);
	row = close_sample(sample);
	planted = json_object_get(row, "planted");
	assert_true(number(planted, "loops") > 0);
	assert_true(number(planted, "ns") > 0 && number(planted, "ns") < number(row, "ns"));
	json_decref(row);
}

static void expect_extra(json_t *extras, const char *name, double expected)
{
	json_t *value = json_object_get(json_object_get(extras, name), "value");

	assert_true(fabs(json_real_value(value) - expected) < 1e-9);
}

static void test_latency_and_extras(void **state)
{
	struct options options;
	struct sample *sample = open_sample(&options, "producer");
	json_t *row, *extras;

	(void)state;
	assert_int_equal(sample_prepare(sample), 0);
	assert_int_equal(sample_start(sample), 0);
	assert_int_equal(blocks_run(sample, 3, 2), 0);
	assert_int_equal(blocks_run(sample, 2, 2), 0);
	row = close_sample(sample);
	extras = json_object_get(row, "extras");
	assert_int_equal(number(json_object_get(row, "latency"), "count"), 10);
	expect_extra(extras, "rounds", 10);
	expect_extra(extras, "largest", 3);
	expect_extra(extras, "smallest", 2);
	expect_extra(extras, "mean", 2.5);
	assert_int_equal(json_array_size(json_object_get(json_object_get(row, "pin"), "producers")),
			 1);
	json_decref(row);
}

/* A workload that waits and had no wait to record: that is in the row. */
static void test_latency_that_is_empty(void **state)
{
	struct options options;
	struct sample *sample = open_sample(&options, "producer");
	json_t *row;

	(void)state;
	assert_int_equal(sample_prepare(sample), 0);
	assert_int_equal(sample_start(sample), 0);
	row = close_sample(sample);
	assert_non_null(json_object_get(row, "latency"));
	assert_int_equal(number(json_object_get(row, "latency"), "count"), 0);
	json_decref(row);
}

static void test_wrong(void **state)
{
	struct options options;
	struct sample *sample = open_sample(&options, "wrong");
	json_t *row;

	(void)state;
	assert_int_equal(sample_prepare(sample), 0);
	assert_int_equal(sample_start(sample), 0);
	blocks_run(sample, 1, 5);
	assert_int_equal(sample->exit_code, EXIT_ROW_WRONG);
	row = close_sample(sample);
	assert_string_equal(text(row, "status"), "wrong");
	assert_string_equal(text(row, "cause"), "wrong on purpose");
	/* The first wrong block ends it. */
	assert_int_equal(json_array_size(json_object_get(row, "blocks")), 1);
	json_decref(row);
}

static void test_fails(void **state)
{
	struct options options;
	struct sample *sample = open_sample(&options, "fails");
	json_t *row;

	(void)state;
	assert_int_equal(sample_prepare(sample), 0);
	assert_int_equal(sample_start(sample), 0);
	assert_int_not_equal(blocks_run(sample, 1, 5), 0);
	assert_int_equal(sample->exit_code, EXIT_ERROR);
	row = close_sample(sample);
	assert_string_equal(text(row, "status"), "error");
	assert_int_equal(json_array_size(json_object_get(row, "blocks")), 0);
	json_decref(row);
}

static void test_refused(void **state)
{
	struct options options;
	struct sample *sample = open_sample(&options, "refused");
	json_t *row;

	(void)state;
	assert_int_not_equal(sample_prepare(sample), 0);
	assert_int_equal(sample->exit_code, EXIT_REFUSED);
	row = close_sample(sample);
	assert_string_equal(text(row, "status"), "refused");
	assert_string_equal(text(row, "cause"), "the test arm refuses it");
	json_decref(row);
}

static void test_impossible(void **state)
{
	struct options options;
	struct sample *sample = open_sample(&options, "sum");
	json_t *row;

	(void)state;
	options.counters = "no such group";
	assert_int_not_equal(sample_prepare(sample), 0);
	assert_int_equal(sample->exit_code, EXIT_IMPOSSIBLE);
	row = close_sample(sample);
	assert_string_equal(text(row, "status"), "error");
	json_decref(row);
}

static void test_histogram(void **state)
{
	struct arm_histogram *histogram = calloc(1, sizeof *histogram);
	json_t *json, *buckets;
	uint64_t ns;

	(void)state;
	for (ns = 0; ns < 100000; ns++) {
		uint32_t bucket = arm_histogram_bucket(ns);

		assert_true(arm_histogram_floor(bucket) <= ns);
		assert_true(arm_histogram_floor(bucket + 1) > ns);
	}
	assert_true(arm_histogram_bucket(UINT64_MAX) < ARM_BUCKETS);
	arm_histogram_add(histogram, 5);
	arm_histogram_add(histogram, 5);
	arm_histogram_add(histogram, 1000);
	json = histogram_json(histogram);
	buckets = json_object_get(json, "buckets");
	assert_int_equal(json_array_size(buckets), 2);
	assert_int_equal(json_integer_value(json_array_get(json_array_get(buckets, 0), 1)), 2);
	assert_int_equal(number(json, "max_ns"), 1000);
	json_decref(json);
	free(histogram);
}

static void test_describe(void **state)
{
	json_t *json = describe_json(arm_self());
	json_t *workloads = json_object_get(json, "workloads");

	(void)state;
	assert_int_equal(number(json, "contract"), 1);
	assert_string_equal(text(json, "event"), "describe");
	/* "steals" is not counted by this build. */
	assert_int_equal(json_array_size(json_object_get(json, "metrics")), 1);
	assert_string_equal(json_string_value(json_array_get(json_object_get(json, "metrics"), 0)),
			    "rounds");
	assert_int_equal(json_array_size(workloads), 6);
	assert_null(text(json_array_get(workloads, 0), "refused"));
	assert_string_equal(text(json_array_get(workloads, 5), "refused"),
			    "the test arm refuses it");
	json_decref(json);
}

/* Error texts may hold any bytes; rows are UTF-8. */
static void test_text(void **state)
{
	json_t *plain = facts_text("as it is"), *repaired = facts_text("b\xff"
								       "d");

	(void)state;
	assert_string_equal(json_string_value(plain), "as it is");
	assert_string_equal(json_string_value(repaired), "b?d");
	json_decref(repaired);
	json_decref(plain);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ok),
		cmocka_unit_test(test_latency_and_extras),
		cmocka_unit_test(test_latency_that_is_empty),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_fails),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_impossible),
		cmocka_unit_test(test_histogram),
		cmocka_unit_test(test_describe),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_plant),
		cmocka_unit_test(test_planted_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
