/* SPDX-License-Identifier: MIT */
/* Description: rows that were looked at while they ran: their interval, by hand, and their looks. */
#include "check.h"

#include <errno.h>

#include "lab/stats/decide.h"
#include "simulate.h"

#define PAIRS  40
#define FAMILY 12
#define STEP   0.001

/* Ascending values would be 0, STEP, 2 * STEP, ... above `base`; they come in no order. */
struct made {
	double logs[PAIRS];
	bool flagged[PAIRS];
	struct decide_row row;
};

static void make(struct made *made, size_t n, size_t planned, const size_t *looks, size_t count)
{
	memset(made, 0, sizeof(*made));
	for (size_t i = 0; i < n; i++)
		made->logs[i] = 1 + STEP * (double)(i * 7 % n);
	made->row = (struct decide_row){ .log_ratios = made->logs,
					 .flagged = made->flagged,
					 .n = n,
					 .planned = planned,
					 .margin = 0.03,
					 .looks = looks,
					 .look_count = count };
}

static struct decision verdict_of(const struct made *made)
{
	struct decision verdict;

	assert_int_equal(decide_row(&verdict, &made->row, 0.05, FAMILY), 0);
	return verdict;
}

/* The last look is that of looks.h, and what it spent is what the interval misses. */
static void test_interval(void **state)
{
	static const size_t looks[] = { 16, 32 };
	static const struct {
		size_t n, planned, count;
		bool cut;
		size_t contrary;
		double spent;
	} rows[] = {
		{ 40, 40, 2, false, 10, 0.003765326 }, /* all planned: what is left is spent */
		{ 40, 40, 2, true, 10, 0.003765326 },  { 32, 128, 1, false, 5, 0.000140386 },
		{ 32, 128, 1, true, 7, 0.002120657 },  /* ended with the run's time */
		{ 40, 40, 0, false, 10, 0.002221434 }, /* unseen */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct made made;
		struct decision verdict;

		make(&made, rows[i].n, rows[i].planned, looks, rows[i].count);
		made.row.cut = rows[i].cut;
		verdict = verdict_of(&made);
		expect_kind(&verdict, SLOWER, REASON_NONE);
		assert_true(verdict.interval.exists);
		near(verdict.interval.lower, 1 + STEP * (double)rows[i].contrary, 1e-12);
		near(verdict.interval.upper, 1 + STEP * (double)(rows[i].n - 1 - rows[i].contrary),
		     1e-12);
		near(verdict.interval.coverage, 1 - rows[i].spent, 1e-9);
		near(verdict.low, verdict.interval.lower, 0);
		near(verdict.high, verdict.interval.upper, 0);
	}
}

/* Information is pairs that count: of the looks at 16 and 32 pairs 12 and 27 are left. */
static void test_flagged_pairs_are_no_information(void **state)
{
	static const size_t looks[] = { 16, 32 };
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, PAIRS, PAIRS, looks, 2);
	for (size_t i = 0; i < PAIRS; i++) {
		made.flagged[i] = i < 4 || i == 16 || i >= 38;
		made.logs[i] = made.flagged[i] ? 2 : 1 + STEP * (double)i;
	}
	verdict = verdict_of(&made);
	assert_int_equal(verdict.n, 33);
	near(verdict.interval.coverage, 1 - 0.002202922, 1e-9);
	near(verdict.interval.lower, 1.011, 1e-12); /* the eighth of 4..15 and 17..37 */
	near(verdict.interval.upper, 1.030, 1e-12);
	made.row.flagged = NULL;
	verdict = verdict_of(&made);
	near(verdict.interval.coverage, 1 - 0.003765326, 1e-9);
}

/* The interval of one look alone would exist, and be wrong more often than promised. */
static void test_too_early(void **state)
{
	static const size_t looks[] = { 8 };
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, 12, 128, looks, 0);
	verdict = verdict_of(&made);
	assert_true(verdict.interval.exists);
	made.row.look_count = 1;
	verdict = verdict_of(&made);
	expect_kind(&verdict, UNDECIDED, REASON_TOO_FEW);
	assert_false(verdict.interval.exists);
	assert_true(isinf(verdict.low) && verdict.low < 0);
	assert_true(isinf(verdict.high) && verdict.high > 0);
	near(verdict.interval.coverage, 1, 0);
	near(verdict.interval.median, 1 + STEP * 5.5, 1e-12); /* shown all the same */
}

/* Ascending, from 1 to n - 1. */
static void test_which_looks(void **state)
{
	static const struct {
		size_t looks[3], count;
		bool valid;
	} rows[] = {
		{ { 1 }, 1, true },	     { { 39 }, 1, true },	  { { 1, 2, 39 }, 3, true },
		{ { 16, 17, 18 }, 3, true }, { { 0 }, 1, false },	  { { 40 }, 1, false },
		{ { 41 }, 1, false },	     { { 5, 5 }, 2, false },	  { { 6, 5 }, 2, false },
		{ { 1, 2, 2 }, 3, false },   { { 3, 40, 41 }, 3, false }, { { 0, 40 }, 0, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct made made;
		struct decision verdict;

		make(&made, PAIRS, PAIRS, rows[i].looks, rows[i].count);
		assert_int_equal(decide_row(&verdict, &made.row, 0.05, FAMILY),
				 rows[i].valid ? 0 : -EINVAL);
	}
}

/* looks.h knows no row of so many; a row without looks may have them. */
static void test_too_many_planned(void **state)
{
	static const size_t looks[] = { 16 };
	struct made made;
	struct decision verdict;

	(void)state;
	make(&made, PAIRS, 4096, looks, 1);
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, FAMILY), 0);
	made.row.planned = 4097;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, FAMILY), -EINVAL);
	made.row.look_count = 0;
	assert_int_equal(decide_row(&verdict, &made.row, 0.05, FAMILY), 0);
	assert_int_equal(verdict.missing, 4057);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_interval),
		cmocka_unit_test(test_flagged_pairs_are_no_information),
		cmocka_unit_test(test_too_early),
		cmocka_unit_test(test_which_looks),
		cmocka_unit_test(test_too_many_planned),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
