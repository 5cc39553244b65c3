/* SPDX-License-Identifier: MIT */
/*
 * Description: where an answer turns over: of a sweep that is proven on both sides the range
 * between them and where the medians meet 0, of one that fades where it ends, of all others
 * what each point says.
 */
#include "check.h"

#include <math.h>

#include "lab/verdict/flip.h"

/* At so much, proven by `half` beside the median. */
static struct flip_point point(double at, double median, double half)
{
	return (struct flip_point){ .at = at,
				    .median = median,
				    .low = median - half,
				    .high = median + half,
				    .margin = .03 };
}

static void test_turns(void **state)
{
	const struct flip_point points[] = { point(1, -.2, .05), point(10, -.1, .2),
					     point(100, .1, .05), point(1000, .4, .1) };
	struct flip flip = flip_find(points, 4);

	(void)state;
	assert_int_equal(flip.kind, FLIP_TURNS);
	assert_true(flip.less_first);
	assert_float_equal(flip.from, 1, 0); /* the point at 10 proves nothing */
	assert_float_equal(flip.to, 100, 0);
	assert_float_equal(flip.estimate, sqrt(1000), 1e-9); /* half way on a log axis */
}

/* From 0 on there is no log axis. */
static void test_turns_from_zero(void **state)
{
	const struct flip_point points[] = { point(0, .1, .05), point(10, -.3, .05) };
	struct flip flip = flip_find(points, 2);

	(void)state;
	assert_int_equal(flip.kind, FLIP_TURNS);
	assert_false(flip.less_first);
	assert_float_equal(flip.estimate, 2.5, 1e-9);
}

static void test_fades(void **state)
{
	const struct flip_point points[] = { point(1, -.2, .05), point(4, -.1, .05),
					     point(16, .01, .01), point(64, 0, .2) };
	const struct flip_point rising[] = { point(1, .01, .01), point(2, .3, .1),
					     point(4, .3, .5) };
	struct flip flip = flip_find(points, 4);

	(void)state;
	assert_int_equal(flip.kind, FLIP_FADES);
	assert_true(flip.less_first);
	assert_float_equal(flip.from, 4, 0);
	assert_float_equal(flip.to, 16, 0);
	flip = flip_find(rising, 3);
	assert_int_equal(flip.kind, FLIP_FADES);
	assert_float_equal(flip.from, 1, 0);
	assert_float_equal(flip.to, 2, 0);
}

static void test_stays(void **state)
{
	const struct flip_point always[] = { point(1, .2, .05), point(2, .1, .05) };
	const struct flip_point open[] = { point(1, .2, .5), point(2, -.1, .5) };
	const struct flip_point half[] = { point(1, .2, .05), point(2, .1, .5) };
	const struct flip_point unjudged[] = { point(1, .2, NAN), point(2, -.1, NAN) };

	(void)state;
	assert_int_equal(flip_find(always, 2).kind, FLIP_ALWAYS);
	assert_int_equal(flip_find(open, 2).kind, FLIP_OPEN);
	assert_int_equal(flip_find(half, 2).kind, FLIP_OPEN);
	assert_int_equal(flip_find(unjudged, 2).kind, FLIP_OPEN);
	assert_int_equal(flip_find(NULL, 0).kind, FLIP_OPEN);
}

static void test_params(void **state)
{
	(void)state;
	assert_int_equal(params_value("tasks=10 producers=2", "producers"), 2);
	assert_int_equal(params_value("tasks=10 producers=2", "producer"), -1);
	assert_string_equal(params_without("producers=1 tasks=2", "producers"), "tasks=2");
	assert_string_equal(params_without("tasks=2 x=3", "task"), "tasks=2 x=3");
	assert_string_equal(params_without("", "task"), "");
}

/* ------------------------------------------------------- found among rows -- */

#define ROWS 6

static struct result results[ROWS];
static struct contrast contrasts[ROWS];
static struct verdict rows[ROWS];
static struct verdicts verdicts;

/* The at-th row of the claim, each with pairs of its own. */
static void put(size_t at, const char *params, double median, double half)
{
	const struct measure *ns = measure_find("ns");

	results[at] = (struct result){
		.workload = "spin", .params = params, .flavour = "timed", .workers = 2
	};
	contrasts[at] = (struct contrast){ .claim = "c",
					   .name = params,
					   .a = "old",
					   .b = "new",
					   .workload = "spin",
					   .measure = ns };
	rows[at] = (struct verdict){ .result = &results[at],
				     .contrast = &contrasts[at],
				     .purpose = PURPOSE_SECONDARY,
				     .measure = ns,
				     .used = 9,
				     .median = median,
				     .low = median - half,
				     .high = median + half,
				     .margin = .03 };
	verdicts = (struct verdicts){ .rows = rows, .count = at + 1 };
}

static void test_found(void **state)
{
	struct sweeps_of_claim sweeps;

	(void)state;
	put(0, "size=64 tasks=9", .2, .05);
	put(1, "size=1 tasks=9", -.2, .05);
	put(2, "size=8 tasks=9", 0, .01);
	put(3, "size=8 tasks=9", 0, .01);  /* the same cell under another name */
	put(4, "size=8 tasks=10", 0, .01); /* not of the sweep: something else differs too */
	sweeps = flips_of(&verdicts, "c");
	assert_int_equal(sweeps.count, 1);
	assert_int_equal(sweeps.items[0].count, 3);
	assert_string_equal(
		flip_text(&sweeps.items[0]),
		"spin, new beside old, along size: faster at 1; within the margin at 8; "
		"slower at 64; it turns between 1 and 64, at about 8");
	assert_int_equal(flips_of(&verdicts, "other").count, 0);
}

/* Two points are no sweep, and neither are three of which one is judged. */
static void test_too_little(void **state)
{
	(void)state;
	put(0, "size=1", .2, .05);
	put(1, "size=2", .2, .05);
	assert_int_equal(flips_of(&verdicts, "c").count, 0);
	put(2, "size=4", .2, NAN);
	assert_int_equal(flips_of(&verdicts, "c").count, 1);
	put(1, "size=2", .2, NAN);
	put(2, "size=4", .2, NAN);
	assert_int_equal(flips_of(&verdicts, "c").count, 0);
	put(1, "size=2", .2, .05);
	put(2, "size=4", .2, .05);
	results[2].workers = 1; /* another cell */
	assert_int_equal(flips_of(&verdicts, "c").count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_turns),	   cmocka_unit_test(test_turns_from_zero),
		cmocka_unit_test(test_fades),	   cmocka_unit_test(test_stays),
		cmocka_unit_test(test_params),	   cmocka_unit_test(test_found),
		cmocka_unit_test(test_too_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
