/* SPDX-License-Identifier: MIT */
/* Description: measures: their names, margins and data, and what a sample's row says of each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lab/measures/measured.h"
#include "lab/stats/verdict_kind.h"
#include "lab/verdict/parts.h"

static const char row_text[] =
	"{\"units\":1,\"blocks\":[{\"units\":100,\"ns\":1000,\"cpu_ns\":1500},"
	"{\"units\":300,\"ns\":3000,\"cpu_ns\":9000}],"
	"\"counters\":{\"switches_voluntary\":{\"value\":8}},"
	"\"metrics\":{\"parks\":{\"value\":4},\"noop_parks\":{\"value\":null,\"reason\":\"r\"}},"
	"\"extras\":{\"polls_waited\":{\"value\":1200,\"unit\":\"poll\"}},"
	"\"latency\":{\"count\":10,\"max_ns\":4100,\"buckets\":[[15,1],[1024,4],[4096,5]]}}";

static json_t *row(void)
{
	json_t *json = json_loads(row_text, 0, NULL);

	assert_non_null(json);
	return json;
}

static struct measured read(const char *name)
{
	json_t *json = row();
	struct measured reading = measured_of(measure_find(name), json);

	json_decref(json);
	return reading;
}

static void near(double value, double wanted)
{
	assert_true(fabs(value - wanted) <= 1e-9 * fmax(1, fabs(wanted)));
}

/* The units are those of the blocks, whatever the row says of them. */
static void test_readings(void **state)
{
	(void)state;
	near(read("ns").value, 10);
	near(read("cpu_ns").value, 10500.0 / 400);
	near(read("switches").value, 8.0 / 400);
	near(read("switches").events, 8);
	near(read("parks").value, 4.0 / 400);
	near(read("polls_until_run").value, 3);
	assert_true(isnan(read("noop_parks").value)); /* not counted is not 0 */
	assert_true(isnan(read("lock_waits").value));
	assert_true(isnan(read("bytes_per_task").value));
	assert_true(isnan(read("rmw").value)); /* no sample knows */
}

/* Five of ten lie below 4096; a bucket from 1024 is 64 wide, and the last one ends with the most. */
static void test_quantiles(void **state)
{
	static const struct measure third = { .place = IN_LATENCIES,
					      .key = "latency",
					      .quantile = .3 };
	json_t *json = row();

	(void)state;
	near(read("latency_p50").value, 1024 + 64);
	near(read("latency_p50").events, 10);
	near(read("latency_p99").value, 4100);
	near(measured_of(&third, json).value, 1024 + 64 * 2 / 4.0);
	json_decref(json);
}

/* Of blocks the median of their ratios, of all else the ratio or difference of the whole. */
static void test_data(void **state)
{
	json_t *a = row(), *b = json_loads("{\"blocks\":[{\"units\":100,\"ns\":2000,\"cpu_ns\":0},"
					   "{\"units\":300,\"ns\":24000,\"cpu_ns\":9}],"
					   "\"metrics\":{\"parks\":{\"value\":12}}}",
					   0, NULL);

	(void)state;
	near(measured_datum(measure_time(), a, b), (log(2) + log(8)) / 2);
	near(measured_datum(measure_find("parks"), a, b), 8.0 / 400);
	near(measured_datum(measure_find("parks"), b, a), -8.0 / 400);
	assert_true(isnan(measured_datum(measure_find("cpu_ns"), a, b))); /* 0 has no logarithm */
	assert_true(isnan(measured_datum(measure_find("switches"), a, b)));
	near(measure_datum_of(measure_find("rmw"), 3, 5), 2);
	near(measure_datum_of(measure_find("rmw"), 0, 0), 0);
	json_decref(a);
	json_decref(b);
}

/* The wider of the two, and of a ratio in its own terms. */
static void test_margins(void **state)
{
	const struct measure *parks = measure_find("parks");
	const struct measure *bytes = measure_find("bytes_per_task");

	(void)state;
	near(measure_margin(measure_time(), .03, NAN), log1p(.03));
	near(measure_margin(measure_time(), NAN, 100), log1p(.03));
	near(measure_margin(parks, NAN, NAN), parks->absolute);
	near(measure_margin(parks, NAN, 0), parks->absolute);
	near(measure_margin(parks, NAN, 10), 1);
	near(measure_margin(parks, .2, 10), 2);
	near(measure_margin(bytes, NAN, 32), log1p(.5));
	near(measure_margin(bytes, NAN, 32000), log1p(.03));
}

static void test_names(void **state)
{
	struct strings names = { NULL, 0 };

	(void)state;
	measure_names(&names);
	assert_true(names.count >= 12);
	for (size_t i = 0; i < names.count; i++) {
		const struct measure *measure = measure_find(names.items[i]);

		assert_non_null(measure);
		assert_string_equal(measure->name, names.items[i]); /* each name is there once */
		assert_true(measure->relative > 0);
		assert_true(measure->datum == DATUM_LOG_RATIO || measure->absolute > 0);
		assert_int_equal(measure->program == MEASURE_CALLGRIND,
				 measure->place == IN_COUNTS);
		assert_int_equal(measure_is_time(measure), strcmp(measure->name, "ns") == 0);
	}
	assert_null(measure_find("nanoseconds"));
}

/* "less" is of an amount what "faster" is of time. */
static void test_words(void **state)
{
	static const char *const said[][2] = { { "faster", "less" },
					       { "slower", "more" },
					       { "not slower", "not more" },
					       { "not faster", "not less" },
					       { "equivalent", "equivalent" } };

	(void)state;
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		for (int kind = 0; kind < VERDICT_KINDS; kind++) {
			assert_int_equal(verdict_kind_shows(kind, said[i][0]),
					 verdict_kind_shows(kind, said[i][1]));
			assert_int_equal(verdict_kind_refutes(kind, said[i][0]),
					 verdict_kind_refutes(kind, said[i][1]));
		}
		assert_true(verdict_kind_suits(said[i][0], true));
		assert_true(verdict_kind_suits(said[i][1], false));
		assert_int_equal(verdict_kind_suits(said[i][0], false), i == 4);
	}
	assert_int_equal(verdict_kind_said_direction("less"), -1);
	assert_int_equal(verdict_kind_said_direction("slower"), 1);
	assert_int_equal(verdict_kind_said_direction("not more"), 0);
	assert_string_equal(verdict_kind_amount_name(FASTER_AT_LEAST), "less by at least");
	assert_string_equal(verdict_kind_amount_name(NOT_SLOWER), "not more");
	assert_string_equal(verdict_kind_amount_name(SLOWER), "more");
	assert_string_equal(verdict_kind_amount_name(UNDECIDED), "undecided");
}

/* A row of so many pairs with one datum, by one measure. */
static struct verdict judged(const char *measure, double datum, double events, double units)
{
	static struct result result = { .pairs = 20, .unit = "task" };
	struct pair_datum pairs[20] = { { 0 } };
	struct verdict row = { .result = &result,
			       .purpose = PURPOSE_PRIMARY,
			       .measure = measure_find(measure),
			       .pairs = pairs,
			       .pair_count = 20,
			       .levels = { 2, 2 },
			       .events = events,
			       .units = units,
			       .is_further = true,
			       .family = 1 };
	struct verdicts all = { .rows = &row, .count = 1 };

	for (size_t i = 0; i < 20; i++)
		pairs[i].datum = datum;
	assert_int_equal(verdicts_judge_rows(&all), LAB_OK);
	row.pairs = NULL;
	return row;
}

static void expect_kind(struct verdict row, enum verdict_kind kind)
{
	assert_string_equal(verdict_kind_name(row.kind), verdict_kind_name(kind));
}

/* Ten events, or a margin of one, for a word that denies; none for one that finds. */
static void test_least_events(void **state)
{
	(void)state;
	/* the margin is a tenth of 2 per task: .2 */
	expect_kind(judged("switches", 0, 10, 4), EQUIVALENT);
	expect_kind(judged("switches", 0, 9, 4), UNDECIDED);
	assert_string_equal(judged("switches", 0, 9, 4).because,
			    "9 events a sample, and 10 are the fewest");
	expect_kind(judged("switches", 0, 9, 5), EQUIVALENT); /* an event a sample */
	expect_kind(judged("switches", .1, 9, 4), UNDECIDED); /* slightly more */
	expect_kind(judged("switches", 1, 1, 4), SLOWER);
	expect_kind(judged("latency_p99", 1, 999, 999), UNDECIDED);
	expect_kind(judged("latency_p99", 1, 1000, 1000), SLOWER);
	/* What nobody counted is not few. */
	expect_kind(judged("cpu_ns", 0, NAN, NAN), EQUIVALENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_readings),     cmocka_unit_test(test_quantiles),
		cmocka_unit_test(test_data),	     cmocka_unit_test(test_margins),
		cmocka_unit_test(test_names),	     cmocka_unit_test(test_words),
		cmocka_unit_test(test_least_events),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
