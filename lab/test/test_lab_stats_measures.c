/* SPDX-License-Identifier: MIT */
/*
 * Description: differences of counts as data: ties, directions, and the margin.
 *
 * A datum is B's events minus A's.  The words are about its median over all pairs, and stay as
 * right as they are for log ratios: a tie speaks for nobody.
 */
#include "check.h"

#include "measures.h"

/* All at 0, as where nobody parks: the interval is 0 to 0, which is within any margin. */
static void test_no_events(void **state)
{
	const double differences[WORLD_PAIRS] = { 0 };
	struct layout_pair layouts[24];
	struct decide_row row = { .log_ratios = differences, .n = 40, .planned = 40 };
	struct layout_range range;
	struct decision verdict;

	(void)state;
	for (int i = 0; i < 24; i++)
		layouts[i] = (struct layout_pair){ 0, i % 4, (i % 4 + 1 + i / 4 % 3) % 4 };
	assert_int_equal(layout_range(&range, layouts, 24, 4, SIMULATED_DEALS), 0);
	assert_true(range.envelope == 0); /* and not unknown */
	row.margin = JUST;
	row.envelope = 2 * range.envelope;
	assert_int_equal(decide_row(&verdict, &row, ALPHA, WORLD_FAMILY), 0);
	expect_kind(&verdict, EQUIVALENT, REASON_NONE);
	assert_true(verdict.low == 0 && verdict.high == 0 && verdict.interval.median == 0);
	assert_true(verdict.p == 1 && verdict.p_adjusted == 1 && verdict.needed == 0);
	row.n = row.planned = 8;
	assert_int_equal(decide_row(&verdict, &row, ALPHA, WORLD_FAMILY), 0);
	expect_kind(&verdict, UNDECIDED, REASON_TOO_FEW);
}

/* As many pairs with events on one side only as lie outside the interval are no direction. */
static void test_ties_speak_for_nobody(void **state)
{
	double differences[WORLD_PAIRS] = { 0 };
	struct decide_row row = { .log_ratios = differences, .n = 40, .planned = 40 };
	struct decision verdict;
	size_t inside = WORLD_PAIRS - outside(SHARE);

	(void)state;
	row.margin = 0.5;
	for (size_t above = 0; above <= WORLD_PAIRS; above++) {
		enum verdict_kind kind = above <= outside(SHARE) ? EQUIVALENT :
					 above < inside		 ? NOT_FASTER :
								   SLOWER;

		assert_int_equal(decide_row(&verdict, &row, ALPHA, WORLD_FAMILY), 0);
		assert_string_equal(verdict_kind_name(verdict.kind), verdict_kind_name(kind));
		if (above < WORLD_PAIRS)
			differences[above] = 7;
	}
}

/* Families of 12 rows whose two sides do the same.  The chance of a direction follows from that of
 * a tie; it is at most what it would be without ties. */
static void test_same(void **state)
{
	enum { ROUNDS = 150, ROWS = ROUNDS * WORLD_FAMILY };
	static const double means[] = { 0, 0.1, 1, 10, 1000 };
	double worst = chance_shown(0.5);
	gsl_rng *rng = new_rng(50);
	int all = 0, families = 0;

	(void)state;
	for (int kind = 0; kind < COUNTS_KINDS * 5; kind++) {
		enum counts counts = (enum counts)(kind / 5);
		double mean = means[kind % 5];
		double one_side = chance_shown(chance_above(counts, mean, mean, 0));
		int wrong = 0, before = 0;

		for (int row = 0; row < ROWS; row++) {
			struct counted made;

			before = row % WORLD_FAMILY == 0 ? wrong : before;
			count_pairs(&made, rng, counts, mean, mean);
			wrong += is_wrong(&made.row, 0, WORLD_FAMILY);
			families += row % WORLD_FAMILY == WORLD_FAMILY - 1 && wrong > before;
		}
		assert_true(one_side <= worst);
		expect_at_most(wrong, ROWS, 2 * one_side);
		all += wrong;
	}
	print_message("same: %d of %d rows (at most %.4f), %d of %d families have a direction\n",
		      all, 20 * ROWS, 2 * worst, families, 20 * ROUNDS);
	expect_at_most(families, 20 * ROUNDS, ALPHA);
	gsl_rng_free(rng);
}

/* The worst there is: A has no events and B has some in exactly half of its samples, so that
 * 0 is a median.  Then each side misses as often as without ties, and not more often. */
static void test_half_of_the_pairs(void **state)
{
	enum { ROWS = 10000 };
	double one_side = gsl_cdf_binomial_P((unsigned int)outside(ALPHA), 0.5, WORLD_PAIRS);
	gsl_rng *rng = new_rng(51);
	int wrong = 0;

	(void)state;
	for (int i = 0; i < ROWS; i++) {
		struct counted made;

		count_pairs(&made, rng, COUNTS_POISSON, 0, M_LN2);
		wrong += is_wrong(&made.row, 0, 1);
	}
	print_message("events in half of B's samples: %d of %d, exact %.4f\n", wrong, ROWS,
		      one_side);
	near(chance_above(COUNTS_POISSON, 0, M_LN2, 0), 0.5, JUST);
	assert_int_equal(outside(SHARE), 10); /* the interval itself, as docs/statistics.md says */
	near(one_side, 0.0192, 0.0001);
	expect_about(wrong, ROWS, one_side);
	gsl_rng_free(rng);
}

/* Looked at after 16 and 32 pairs as well: the same worst case, over all looks. */
static void test_looks(void **state)
{
	enum { ROWS = 3000 };
	static const size_t looks[] = { 16, 32 };
	gsl_rng *rng = new_rng(52);
	int wrong = 0;

	(void)state;
	for (int i = 0; i < ROWS; i++) {
		struct counted made;
		bool any = false;

		count_pairs(&made, rng, COUNTS_POISSON, 0, M_LN2);
		made.row.looks = looks;
		for (size_t look = 0; look < 3; look++) {
			made.row.n = look < 2 ? looks[look] : WORLD_PAIRS;
			made.row.look_count = look;
			any |= is_wrong(&made.row, 0, 1);
		}
		wrong += any;
	}
	print_message("the same with looks: %d of %d\n", wrong, ROWS);
	expect_at_most(wrong, ROWS, ALPHA);
	gsl_rng_free(rng);
}

/* An A/A trial is six pairs.  It misses in 2 of 64 if there are no ties, and with ties in fewer:
 * rare events would make the lab look better calibrated than its times are. */
static void test_trials(void **state)
{
	enum { TRIALS = 10000, PAIRS = 6 };
	static const double means[] = { 0, 0.1, 1, 10, 1000 };
	gsl_rng *rng = new_rng(65);

	(void)state;
	for (size_t i = 0; i < sizeof(means) / sizeof(means[0]); i++) {
		double above = chance_above(COUNTS_POISSON, means[i], means[i], 0);
		double chance = 2 * pow(above, PAIRS);
		int misses = 0;

		for (int trial = 0; trial < TRIALS; trial++) {
			double values[PAIRS];
			struct median_interval interval;

			for (int pair = 0; pair < PAIRS; pair++)
				values[pair] = draw_count(rng, COUNTS_POISSON, means[i]) -
					       draw_count(rng, COUNTS_POISSON, means[i]);
			assert_int_equal(median_interval(&interval, values, PAIRS, ALPHA), 0);
			misses += interval.lower > 0 || interval.upper < 0;
		}
		print_message("A/A trials of %g events: %d of %d miss, exact %.4f\n", means[i],
			      misses, TRIALS, chance);
		assert_true(chance <= 2 / 64.0);
		expect_about(misses, TRIALS, chance);
	}
	gsl_rng_free(rng);
}

/* What 40 pairs find, in a family of 12.  "Equivalent" within 10 % takes 200 events a sample, if
 * they are independent.  The chance of a direction is known exactly. */
static void test_found(void **state)
{
	enum { ROWS = 300 };
	static const struct {
		enum counts kind;
		double a, b, more, beyond, equivalent;
	} table[] = {
		{ COUNTS_POISSON, 10, 15, 0.90, 0.66, 0 },
		{ COUNTS_POISSON, 10, 20, 1, 1, 0 },
		{ COUNTS_POISSON, 100, 100, 0, 0, 0.40 },
		{ COUNTS_POISSON, 100, 120, 1, 0.55, 0 },
		{ COUNTS_POISSON, 100, 130, 1, 1, 0 },
		{ COUNTS_POISSON, 200, 200, 0, 0, 0.90 },
		{ COUNTS_POISSON, 1000, 1000, 0, 0, 1 },
		{ COUNTS_POISSON, 1000, 1050, 0.98, 0, 0.02 },
		{ COUNTS_SCATTERED, 100, 200, 0.51, 0.38, 0 },
		{ COUNTS_SCATTERED, 100, 400, 1, 0.99, 0 },
		{ COUNTS_BURSTS, 100, 150, 1, 1, 0 },
		{ COUNTS_WILD, 100, 1000, 0.85, 0.80, 0 },
	};
	gsl_rng *rng = new_rng(53);

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		double above = chance_above(table[i].kind, table[i].a, table[i].b, 0);
		int found[3] = { 0 };

		for (int row = 0; row < ROWS; row++) {
			struct counted made;
			struct evidence evidence;
			enum verdict_kind kind;

			count_pairs(&made, rng, table[i].kind, table[i].a, table[i].b);
			kind = say(&evidence, &made.row, WORLD_FAMILY);
			found[0] += verdict_kind_direction(kind) > 0;
			found[1] += kind == SLOWER;
			found[2] += kind == EQUIVALENT;
		}
		print_message(
			"kind %d, %g and %g events: more in %.2f (exact %.3f), beyond the margin "
			"%.2f, equivalent %.2f\n",
			table[i].kind, table[i].a, table[i].b, found[0] / (double)ROWS,
			chance_shown(above), found[1] / (double)ROWS, found[2] / (double)ROWS);
		near(chance_shown(above), table[i].more, 0.02);
		expect_about(found[0], ROWS, chance_shown(above));
		near(found[1] / (double)ROWS, table[i].beyond, 0.11);
		near(found[2] / (double)ROWS, table[i].equivalent, 0.11);
	}
	gsl_rng_free(rng);
}

/* The median difference lies just outside the margin, one that is given and the one that each row
 * gets from its own baseline: "within" is wrong in no more rows than the interval misses. */
static void test_at_the_margin(void **state)
{
	enum { ROWS = 1000, CASES = 4 * COUNTS_KINDS };
	static const double pairs[][2] = { { 1, 3 }, { 10, 13 }, { 100, 110 }, { 1000, 1100 } };
	gsl_rng *rng = new_rng(54);
	int wrong = 0, wrong_by_own = 0;

	(void)state;
	for (int i = 0; i < CASES; i++) {
		enum counts kind = (enum counts)(i / 4);
		double a = pairs[i % 4][0], b = pairs[i % 4][1];
		double truth = median_difference(kind, a, b);

		assert_true(truth > 0);
		for (int row = 0; row < ROWS; row++) {
			struct counted made;

			count_pairs(&made, rng, kind, a, b);
			wrong_by_own += is_wrong(&made.row, truth, WORLD_FAMILY);
			made.row.margin = truth - JUST;
			wrong += is_wrong(&made.row, truth, WORLD_FAMILY);
		}
	}
	print_message("just outside: %d and %d of %d rows wrong, promised %.4f\n", wrong,
		      wrong_by_own, CASES * ROWS, SHARE);
	expect_at_most(wrong, CASES * ROWS, chance_denied(0.5));
	expect_at_most(wrong_by_own, CASES * ROWS, SHARE);
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_events), cmocka_unit_test(test_ties_speak_for_nobody),
		cmocka_unit_test(test_same),	  cmocka_unit_test(test_half_of_the_pairs),
		cmocka_unit_test(test_looks),	  cmocka_unit_test(test_trials),
		cmocka_unit_test(test_found),	  cmocka_unit_test(test_at_the_margin),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
