/* SPDX-License-Identifier: MIT */
/*
 * Description: log ratios of latency quantiles that are read from the histogram of arm.h.
 *
 * Its buckets are 3 to 6 % wide.  Read at the lower end of its bucket a quantile jumps by that;
 * interpolated within the bucket it does not, unless the latencies themselves lie closer together.
 */
#include "check.h"

#include "measures.h"
#include "workloads/arm.h"

/* Samples of a log-normal latency, of which a quantile is read from the histogram of arm.h. */
struct timed {
	double quantile, spread; /* standard deviation of the log */
	size_t observations;	 /* of A's samples */
	size_t times;		 /* B has so many times as many */
	bool interpolated;	 /* within the bucket; else its lower end */
	double margin;
};

static double chance_below(double ns, double median, double spread)
{
	return gsl_cdf_ugaussian_P(log(ns / median) / spread);
}

/* The quantile is an order statistic: drawn as such, and then those that share its bucket. */
static double draw_quantile(gsl_rng *rng, const struct timed *timed, double median, size_t n)
{
	double at = timed->quantile * (double)n; /* so many lie below it */
	double rank = timed->interpolated ? floor(at + JUST) + 1 : ceil(at - JUST);
	double level = gsl_ran_beta(rng, rank, (double)n - rank + 1);
	double ns = median * exp(timed->spread * gsl_cdf_ugaussian_Pinv(level));
	uint32_t bucket = arm_histogram_bucket((uint64_t)ns);
	double low = (double)arm_histogram_floor(bucket);
	double high = (double)arm_histogram_floor(bucket + 1);
	double before = (level - chance_below(low, median, timed->spread)) / level;
	double after = (chance_below(high, median, timed->spread) - level) / (1 - level);
	double below, above;

	if (!timed->interpolated)
		return low;
	below = gsl_ran_binomial(rng, fmin(1, fmax(0, before)), (unsigned int)rank - 1);
	above = gsl_ran_binomial(rng, fmin(1, fmax(0, after)), (unsigned int)((double)n - rank));
	return low + (high - low) * (at - (rank - 1 - below)) / (below + 1 + above);
}

struct said {
	int direction, beyond, equivalent, wrong;
};

/* Rows of 40 pairs in which B takes `ratio` times as long, anywhere in the buckets. */
static struct said say_timed(gsl_rng *rng, const struct timed *timed, double ratio, int rows)
{
	struct said said = { 0 };

	for (int row = 0; row < rows; row++) {
		double median = 10000 * exp2(gsl_rng_uniform(rng)), logs[WORLD_PAIRS];
		size_t n = timed->observations;
		struct decide_row made = { .log_ratios = logs,
					   .n = WORLD_PAIRS,
					   .planned = WORLD_PAIRS,
					   .margin = timed->margin };
		struct evidence evidence;
		enum verdict_kind kind;

		for (int i = 0; i < WORLD_PAIRS; i++)
			logs[i] = log(draw_quantile(rng, timed, ratio * median, n * timed->times) /
				      draw_quantile(rng, timed, median, n));
		kind = say(&evidence, &made, WORLD_FAMILY);
		said.direction += verdict_kind_direction(kind) != 0;
		said.beyond += kind == SLOWER;
		said.equivalent += kind == EQUIVALENT;
		said.wrong += word_is_wrong(kind, log(ratio), timed->margin, evidence.low,
					    evidence.high);
	}
	return said;
}

static const double quantiles[] = { 0.5, 0.99, 0.999 };
#define TIMED_MARGIN log(1.1)
#define BUCKET	     (17.0 / 16) /* the widest there is */

/* At least ten observations beyond the quantile. */
static struct timed timed_of(double quantile, double spread, bool interpolated, size_t more)
{
	return (struct timed){ .quantile = quantile,
			       .spread = spread,
			       .observations = more * (size_t)round(10 / (1 - quantile)),
			       .times = 1,
			       .interpolated = interpolated,
			       .margin = TIMED_MARGIN };
}

/* The same latency on both sides, narrower than a bucket and wider: no direction, either way. */
static void test_same_latency(void **state)
{
	enum { ROWS = 600 };
	static const double spreads[] = { 0.02, 0.3, 1 };
	gsl_rng *rng = new_rng(60);
	int found[2] = { 0 };

	(void)state;
	for (int i = 0; i < 18; i++) {
		struct timed timed = timed_of(quantiles[i % 3], spreads[i / 3 % 3], i >= 9, 1);
		struct said said = say_timed(rng, &timed, 1, ROWS);

		found[i >= 9] += said.direction;
		if (i >= 9)
			print_message("q %g, spread %g, %zu observations: equivalent in %.2f\n",
				      timed.quantile, timed.spread, timed.observations,
				      said.equivalent / (double)ROWS);
	}
	print_message("same latency: %d of %d by the bucket's end, %d interpolated\n", found[0],
		      9 * ROWS, found[1]);
	expect_at_most(found[0], 9 * ROWS, SHARE);
	expect_at_most(found[1], 9 * ROWS, SHARE);
	gsl_rng_free(rng);
}

/* Just outside the margin of 10 % and just inside: interpolated, the words are as right as they
 * promise wherever the latencies spread wider than a bucket. */
static void test_interpolated(void **state)
{
	enum { ROWS = 400 };
	gsl_rng *rng = new_rng(61);
	int wrong = 0;

	(void)state;
	for (int i = 0; i < 12; i++) {
		struct timed timed = timed_of(quantiles[i % 3], i / 3 % 2 ? 1 : 0.3, true,
					      i >= 6 ? 10 : 1);

		wrong += say_timed(rng, &timed, 1.101, ROWS).wrong;
		wrong += say_timed(rng, &timed, 1.09, ROWS).wrong;
	}
	print_message("interpolated: %d of %d wrong\n", wrong, 24 * ROWS);
	expect_at_most(wrong, 24 * ROWS, SHARE);
	for (int i = 0; i < 3; i++) { /* so many that the error of the interpolation itself shows */
		struct timed timed = timed_of(quantiles[i], 0.3, true, 100);
		int many = say_timed(rng, &timed, 1.101, ROWS).wrong;

		print_message("q %g, %zu observations: %d of %d wrong\n", timed.quantile,
			      timed.observations, many, ROWS);
		assert_true(many <= 0.05 * ROWS);
	}
	gsl_rng_free(rng);
}

/* By the lower end of the bucket they are not, with enough observations to see it; and a margin
 * below the width of a bucket makes nonsense of them. */
static void test_by_the_end_of_the_bucket(void **state)
{
	enum { ROWS = 400 };
	struct timed timed = timed_of(0.5, 0.3, false, 100);
	gsl_rng *rng = new_rng(62);
	struct said outside_it = say_timed(rng, &timed, 1.101, ROWS), inside, narrow, interpolated;

	(void)state;
	inside = say_timed(rng, &timed, 1.09, ROWS);
	timed.margin = log(1.03);
	narrow = say_timed(rng, &timed, 1.02, ROWS);
	timed.interpolated = true;
	interpolated = say_timed(rng, &timed, 1.02, ROWS);
	print_message("by the end: wrong at 1.101 %d, at 1.09 %d, of 2 %% in a margin of 3 %% %d "
		      "(interpolated %d) of %d\n",
		      outside_it.wrong, inside.wrong, narrow.wrong, interpolated.wrong, ROWS);
	near(outside_it.wrong / (double)ROWS, 0.26, 0.1);
	near(inside.wrong / (double)ROWS, 0.17, 0.1);
	assert_true(narrow.wrong > 0.1 * ROWS);
	expect_at_most(interpolated.wrong, ROWS, SHARE);
	gsl_rng_free(rng);
}

/* A latency narrower than a bucket: where in it, nobody knows.  Words can be wrong then near the
 * margin, by either reading, but by no more than a bucket. */
static void test_narrower_than_a_bucket(void **state)
{
	enum { ROWS = 400 };
	gsl_rng *rng = new_rng(63);

	(void)state;
	for (int i = 0; i < 6; i++) {
		struct timed timed = timed_of(quantiles[i % 3], 0.02, i >= 3, 10);
		struct said at = say_timed(rng, &timed, 1.101, ROWS);
		struct said far = say_timed(rng, &timed, 1.101 * BUCKET, ROWS);
		struct said close = say_timed(rng, &timed, 1.099 / BUCKET, ROWS);

		print_message("narrow, q %g%s: wrong at 1.101 in %d of %d, a bucket further %d, a "
			      "bucket nearer %d\n",
			      timed.quantile, timed.interpolated ? " interpolated" : "", at.wrong,
			      ROWS, far.wrong, close.beyond);
		assert_true(at.wrong > 0.1 * ROWS);
		expect_at_most(far.wrong, ROWS, SHARE);
		expect_at_most(close.beyond, ROWS, SHARE);
	}
	gsl_rng_free(rng);
}

/* What is found with ten observations beyond the quantile, and with ten times as many; and that
 * it does not matter much if one side has ten times the observations of the other. */
static void test_latency_found(void **state)
{
	enum { ROWS = 400 };
	gsl_rng *rng = new_rng(64);

	(void)state;
	for (int i = 0; i < 6; i++) {
		struct timed timed = timed_of(quantiles[i % 3], 1, true, i >= 3 ? 10 : 1);
		struct said same = say_timed(rng, &timed, 1, ROWS);
		struct said fifth = say_timed(rng, &timed, 1.2, ROWS);
		struct said half = say_timed(rng, &timed, 1.5, ROWS), unequal;

		timed.times = 10;
		unequal = say_timed(rng, &timed, 1, ROWS);
		print_message(
			"q %g, %zu observations: same equivalent %.2f; 20 %% found %.2f, 50 %% "
			"%.2f; unequal %d\n",
			timed.quantile, timed.observations, same.equivalent / (double)ROWS,
			fifth.direction / (double)ROWS, half.direction / (double)ROWS,
			unequal.direction);
		assert_true(half.direction >= 0.85 * ROWS);
		expect_at_most(unequal.direction, ROWS, 0.01);
	}
	gsl_rng_free(rng);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_latency),
		cmocka_unit_test(test_interpolated),
		cmocka_unit_test(test_by_the_end_of_the_bucket),
		cmocka_unit_test(test_narrower_than_a_bucket),
		cmocka_unit_test(test_latency_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
