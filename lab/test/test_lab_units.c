/* SPDX-License-Identifier: MIT */
/* Description: names, statistics, block order, datum and the seeded plan order. */
#include "check.h"

#include <math.h>

#include "lab/arms/describe.h"
#include "lab/base/option.h"
#include "lab/run/pair.h"
#include "lab/run/runner.h"
#include "lab/show/table.h"
#include "lab/stats/spread.h"

#define near(a, b) assert_true(fabs((a) - (b)) < 1e-9)

static void test_spread(void **state)
{
	double values[] = { 9, 1, 5, 3, 7 };
	struct spread spread = spread_of(values, 5);

	(void)state;
	assert_int_equal(spread.n, 5);
	near(spread.median, 5);
	near(spread.min, 1);
	near(spread.max, 9);
	near(spread.quartile1, 3);
	near(spread.quartile3, 7);
	near(spread.mad, 2);
}

static void test_spread_small(void **state)
{
	double one[] = { 4 }, two[] = { 8, 2 };

	(void)state;
	assert_int_equal(spread_of(one, 0).n, 0);
	assert_true(isnan(median_of(one, 0)));
	near(spread_of(one, 1).median, 4);
	near(spread_of(one, 1).mad, 0);
	near(median_of(two, 2), 5);
}

static void test_spread_as_ratio(void **state)
{
	double logs[] = { log(0.5), log(1), log(2) };
	struct spread spread = spread_of(logs, 3), ratio = spread_as_ratio(&spread);

	(void)state;
	near(ratio.median, 1);
	near(ratio.min, 0.5);
	near(ratio.max, 2);
	near(ratio.mad, 1); /* a factor of two is 100 % */
	near(ratio.quartile1, sqrt(0.5));
	near(ratio.quartile3, sqrt(2));
	assert_int_equal(ratio.n, 3);
}

static void test_all_finite(void **state)
{
	static const double wrong[] = { NAN, INFINITY, -INFINITY };

	(void)state;
	for (size_t i = 0; i < 3; i++)
		for (size_t at = 0; at < 3; at++) {
			double values[] = { 0, -1e300, 1e-300, NAN };

			assert_true(all_finite(values, 3));
			values[at] = wrong[i];
			assert_false(all_finite(values, 3));
			assert_true(all_finite(values, at)); /* the ones before it */
		}
}

static void test_block_order(void **state)
{
	static const char expected[] = "ABBABAABABBABAAB";
	uint64_t sum[2] = { 0, 0 };

	(void)state;
	for (uint64_t i = 0; i < 8; i++) {
		enum side first = pair_first(i, SIDE_A);

		assert_int_not_equal(pair_first(i, SIDE_B), first); /* the mirror image */
		assert_int_equal(expected[2 * i], first == SIDE_A ? 'A' : 'B');
		assert_int_equal(expected[2 * i + 1], first == SIDE_A ? 'B' : 'A');
		sum[first] += 2 * i;
		sum[!first] += 2 * i + 1;
	}
	assert_int_equal(sum[SIDE_A], sum[SIDE_B]); /* linear drift cancels */
}

static void test_datum(void **state)
{
	struct block a[] = { { .units = 10, .ns = 100 },
			     { .units = 10, .ns = 100 },
			     { .units = 10, .ns = 50 } };
	struct block b[] = { { .units = 10, .ns = 200 },
			     { .units = 20, .ns = 400 },
			     { .units = 10, .ns = 5000 } };

	(void)state;
	near(pair_log_ratio(a, b, 3), log(2)); /* one wild block does not move it */
	near(pair_log_ratio(b, a, 3), -log(2));
	assert_true(isnan(pair_log_ratio(a, b, 0)));
}

static void test_strings(void **state)
{
	struct strings list = { NULL, 0 }, patterns = { NULL, 0 };

	(void)state;
	strings_split(&list, "tokio,,null,blitz_doc", ',');
	assert_int_equal(list.count, 3);
	assert_string_equal(strings_join(&list, "+"), "tokio+null+blitz_doc");
	assert_true(strings_contain(&list, "null"));
	assert_false(strings_contain(&list, "nul"));
	strings_split(&patterns, "blitz_*,nul?", ',');
	assert_true(strings_match(&patterns, "blitz_doc"));
	assert_true(strings_match(&patterns, "null"));
	assert_false(strings_match(&patterns, "tokio"));
}

static void test_suggestions(void **state)
{
	struct strings known = { NULL, 0 };

	(void)state;
	strings_split(&known, "tokio,tokio-bare,null,spawn_local", ',');
	assert_string_equal(suggest_name("tokoi", &known), "tokio");
	assert_string_equal(suggest_name("spawn_lcoal", &known), "spawn_local");
	assert_string_equal(suggest_name("tokio_bare", &known), "tokio-bare");
	assert_null(suggest_name("something else", &known));
}

static void test_numbers(void **state)
{
	static const char *const bad[] = { "",	  "x",	"1x", " ",
					   "1.5", "-1", "11", "99999999999999999999" };
	int64_t number;

	(void)state;
	assert_true(parse_number("10", 0, 10, &number));
	assert_int_equal(number, 10);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(parse_number(bad[i], 0, 10, &number));
	assert_string_equal(table_number(NAN, "not counted"), "not counted");
	assert_string_equal(table_number(1579.2, ""), "1579");
}

/* A plan without arms: the order looks at rows and cells only. */
static struct plan make_plan(size_t rows, unsigned int pairs)
{
	struct plan plan;

	memset(&plan, 0, sizeof(plan));
	plan.cell_count = rows;
	plan.cells = lab_alloc(rows * sizeof(*plan.cells));
	plan.row_count = rows;
	plan.rows = lab_alloc(rows * sizeof(*plan.rows));
	for (size_t i = 0; i < rows; i++) {
		plan.rows[i].cell = i;
		plan.rows[i].pairs = pairs;
		plan.rows[i].arm = lab_alloc(sizeof(struct arm_info));
		plan.rows[i].baseline = lab_alloc(sizeof(struct arm_info));
	}
	return plan;
}

static bool same_order(const struct work *a, const struct work *b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (a[i].row != b[i].row || a[i].kind != b[i].kind || a[i].round != b[i].round)
			return false;
	return true;
}

static void test_order(void **state)
{
	struct plan plan = make_plan(20, 3);
	size_t count, again_count, other_count, pairs = 0;
	struct work *work = plan_order(&plan, 7, &count);
	struct work *again = plan_order(&plan, 7, &again_count);
	struct work *other = plan_order(&plan, 8, &other_count);
	unsigned int round = 0;

	(void)state;
	assert_int_equal(count, 20 * 3 + 2 * 20);
	assert_int_equal(count, again_count);
	assert_true(same_order(work, again, count));
	assert_false(same_order(work, other, count));
	for (size_t i = 0; i < count; i++) {
		pairs += work[i].kind == WORK_PAIR;
		assert_true(work[i].kind == WORK_ISOLATED || work[i].round >= round);
		if (work[i].kind == WORK_PAIR)
			round = work[i].round;
	}
	assert_int_equal(pairs, 60);
	assert_int_equal(round, 2);
}

/* Without them no row ends with its word: they are all there at half time. */
static void test_layout_pairs_come_first(void **state)
{
	struct plan plan = make_plan(2, 24);
	size_t count, of_row[2] = { 0, 0 };
	struct work *work;

	(void)state;
	plan.rows[1].purpose = PURPOSE_AA_LAYOUT;
	work = plan_order(&plan, 7, &count);
	for (size_t i = 0; i < count; i++) {
		of_row[work[i].row] += work[i].kind == WORK_PAIR;
		assert_true(of_row[0] <= 12 || of_row[1] == 24);
	}
	assert_int_equal(of_row[0], 24);
	assert_int_equal(of_row[1], 24);
}

static void test_order_of_nothing(void **state)
{
	struct plan plan = make_plan(2, 3);
	size_t count;

	(void)state;
	plan.rows[0].refused = plan.rows[1].refused = "not applicable";
	assert_null(plan_order(&plan, 1, &count));
	assert_int_equal(count, 0);
	assert_int_equal(plan_pairs(&plan), 0);
}

#define GOOD_HEAD \
	"\"event\":\"describe\",\"arm\":\"a\",\"kind\":\"variant\",\"version\":\"v\"," \
	"\"allocator\":\"libc\",\"isa\":\"any\","

static void test_describe(void **state)
{
	static const char *const bad[] = {
		"{}",
		"[]",
		"{\"contract\":2," GOOD_HEAD "\"flavour\":\"timed\",\"workloads\":[]}",
		"{\"contract\":1," GOOD_HEAD "\"flavour\":\"odd\",\"workloads\":[]}",
		"{\"contract\":1," GOOD_HEAD "\"flavour\":\"timed\",\"workloads\":[]}",
		"{\"contract\":1," GOOD_HEAD "\"flavour\":\"timed\",\"workloads\":[{}]}",
		"{\"contract\":1," GOOD_HEAD "\"flavour\":\"timed\",\"workloads\":[{\"name\":\"w\","
		"\"unit\":\"task\",\"params\":[{\"name\":3}]}]}",
	};
	struct arm_info arm;
	json_t *good = json_loads("{\"contract\":1,\"later\":true," GOOD_HEAD
				  "\"flavour\":\"timed\",\"workloads\":[{\"name\":\"w\",\"unit\":"
				  "\"task\",\"flags\":[\"parks\"]}]}",
				  0, NULL);

	(void)state;
	assert_null(describe_parse(&arm, "p", good));
	assert_true(arm.workloads[0].parks);
	json_decref(good);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		json_t *json = json_loads(bad[i], 0, NULL);

		assert_non_null(json);
		assert_non_null(describe_parse(&arm, "p", json));
		json_decref(json);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spread),
		cmocka_unit_test(test_spread_small),
		cmocka_unit_test(test_spread_as_ratio),
		cmocka_unit_test(test_all_finite),
		cmocka_unit_test(test_block_order),
		cmocka_unit_test(test_datum),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_suggestions),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_layout_pairs_come_first),
		cmocka_unit_test(test_order_of_nothing),
		cmocka_unit_test(test_describe),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
