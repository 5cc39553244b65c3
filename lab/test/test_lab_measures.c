/* SPDX-License-Identifier: MIT */
/* Description: measures: their names, margins and data, and what a sample's row says of each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "lab/measures/reading.h"
#include "lab/stats/verdict_kind.h"

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

static struct reading read(const char *name)
{
	json_t *json = row();
	struct reading reading = reading_of(measure_find(name), json);

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
	near(reading_of(&third, json).value, 1024 + 64 * 2 / 4.0);
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
	near(reading_datum(measure_time(), a, b), (log(2) + log(8)) / 2);
	near(reading_datum(measure_find("parks"), a, b), 8.0 / 400);
	near(reading_datum(measure_find("parks"), b, a), -8.0 / 400);
	assert_true(isnan(reading_datum(measure_find("cpu_ns"), a, b))); /* 0 has no logarithm */
	assert_true(isnan(reading_datum(measure_find("switches"), a, b)));
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_readings), cmocka_unit_test(test_quantiles),
		cmocka_unit_test(test_data),	 cmocka_unit_test(test_margins),
		cmocka_unit_test(test_names),	 cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
