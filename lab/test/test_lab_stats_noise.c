/* SPDX-License-Identifier: MIT */
/* Description: noise and power in numbers that were worked out outside of this program. */
#include "check.h"

#include "lab/stats/noise.h"
#include "lab/stats/power.h"
#include "simulate.h"

#define ALPHA (0.05 / 12)

/* Silverman (1986), equation 3.31, by hand. */
static void test_bandwidth(void **state)
{
	double even[] = { 12, 8, 10, 11, 9 }, one_far[] = { 0, 0, 10, 0, 0 };
	double wide[] = { -1, -1, 1, 1 };
	struct noise noise = noise_from_pairs(even, 5);

	(void)state;
	assert_int_equal(noise.count, 5);
	for (int i = 0; i < 5; i++)
		near(noise.deviations[i], i - 2, 1e-12);
	near(noise.sd, sqrt(2.5), 1e-12);
	near(noise.bandwidth, 0.9 * (2 / 1.34) * pow(5, -0.2),
	     1e-12); /* the quartiles are nearer */
	for (int i = 0; i < 5; i++)
		even[i] = 1 + 0.01 * i;
	noise = noise_from_pairs(even, 5); /* of whatever size */
	near(noise.bandwidth, 0.9 * (0.02 / 1.34) * pow(5, -0.2), 1e-12);
	noise = noise_from_pairs(one_far, 5); /* they say nothing */
	near(noise.bandwidth, 0.9 * sqrt(20) * pow(5, -0.2), 1e-12);
	noise = noise_from_pairs(wide, 4); /* they are further out */
	near(noise.bandwidth, 0.9 * sqrt(4 / 3.0) * pow(4, -0.2), 1e-12);
}

static double upper_tail(double z)
{
	return erfc(z / sqrt(2)) / 2;
}

/* Both signs of each deviation, under a normal of that width. */
static void test_above(void **state)
{
	double pairs[] = { 1, 2, 4 };
	struct noise noise = noise_normal(0.1), none = noise_normal(0), unknown = noise_normal(NAN);
	double width, sum = 0;

	(void)state;
	near(noise_above(&noise, 0.1), 0.158655253931457, 1e-12);
	near(noise_above(&noise, -0.2), 0.977249868051821, 1e-12);
	near(noise_above(&none, -1e-9), 1, 0);
	near(noise_above(&none, 0), 0.5, 0);
	near(noise_above(&none, 1e-9), 0, 0);
	assert_true(isnan(noise_above(&unknown, 1)));
	noise = noise_from_pairs(pairs, 3);
	width = 0.9 * (1.5 / 1.34) * pow(3, -0.2);
	for (int i = -2; i <= 2; i++) /* of the deviations -1, 0 and 2, and of 1, 0 and -2 */
		sum += (i == 0 ? 2 : 1) * upper_tail((0.7 - i) / width);
	near(noise_above(&noise, 0.7), sum / 6, 1e-9);
}

static void test_two_pairs(void **state)
{
	double two[] = { 1, 3 }, one[] = { 5 };
	struct noise noise = noise_from_pairs(two, 2);

	(void)state;
	assert_non_null(noise.deviations);
	near(noise.sd, sqrt(2), 1e-12);
	noise = noise_from_pairs(one, 1);
	assert_null(noise.deviations);
	assert_true(isnan(noise.sd));
}

/* Sums of binomial terms. */
static void test_power(void **state)
{
	struct noise noise = noise_normal(0.1), quiet = noise_normal(POWER_SD_QUIET);

	(void)state;
	near(power_difference(&noise, 40, ALPHA, 0.1), 0.9570006732, 1e-9);
	near(power_difference(&noise, 40, ALPHA, -0.1), 0.9570006732, 1e-9);
	near(power_difference(&noise, 25, 0.05, 0.06), 0.6251358167, 1e-9);
	near(power_difference(&noise, 6, 0.05, 0.1), 0.3546858985, 1e-9);
	near(power_difference(&quiet, 11, 0.05 / 40, log(1.3)), 0.9999898807, 1e-9);
	near(power_equivalence(&noise, 40, ALPHA, 0, 0.1), 0.9634580531, 1e-9);
	near(power_equivalence(&noise, 40, ALPHA, 0.03, 0.1), 0.7544747490, 1e-9);
	near(power_equivalence(&noise, 60, 0.05, -0.02, 0.08), 0.9764039384, 1e-9);
	near(power_equivalence(&noise, 30, 0.05, 0, 0.08), 0.9242710876, 1e-9);
	near(power_equivalence(&noise, 20, 0.05, 0, 0.03), 0, 0); /* both halves fail too often */
}

/* Nine pairs must all be on one side, so that no deviation, of either sign, may reach over the
 * effect: not the one that lies far out. */
static void test_far_out(void **state)
{
	static const double far[] = { -10, 10 };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		double pairs[] = { 0, 0.01, -0.01, 0.02, -0.02, 0.03, -0.03, 0, far[i] };
		struct noise noise = noise_from_pairs(pairs, 9);
		double effect = power_smallest_effect(&noise, 9, ALPHA);

		near(effect, 10, 0.1);
		near(power_difference(&noise, 9, ALPHA, effect), POWER_TARGET, 1e-6);
	}
}

/* power.h, the right column of its table. */
static void test_pairs(void **state)
{
	static const double sds[] = { POWER_SD_QUIET, POWER_SD_TYPICAL, POWER_SD_BAD };
	static const double effects[] = { 1.05, 1.1, 1.3 };
	static const size_t pairs[3][3] = { { 42, 15, 11 }, { 121, 36, 11 }, { 603, 165, 28 } };
	struct noise noise = noise_normal(0.1);

	(void)state;
	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 3; j++) {
			struct noise of = noise_normal(sds[i]);

			assert_int_equal(power_pairs(&of, 0.05 / 40, log(effects[j])), pairs[i][j]);
		}
	/* reached for a few n before, and lost again: for three, and for six */
	noise = noise_normal(1);
	assert_int_equal(power_pairs(&noise, 0.05, 0.38515), 97);
	assert_int_equal(power_pairs(&noise, ALPHA, 0.25853), 345);
	noise = noise_normal(0.1);
	assert_int_equal(power_pairs_equivalence(&noise, ALPHA, 0, log(1.1)), 35);
	assert_int_equal(power_pairs_equivalence(&noise, ALPHA, 0.03, log(1.1)), 55);
	assert_int_equal(power_pairs_equivalence(&noise, ALPHA, 0, 0.05), 109);
	assert_int_equal(power_pairs_equivalence(&noise, ALPHA, -0.02, 0.06), 132);
}

/* As many as anyone will run are found, and more are not: the search doubles, so that its last
 * step is a shorter one. */
static void test_most_pairs(void **state)
{
	struct noise noise = noise_normal(1);
	double low = 0.005, high = 0.05; /* hundreds of thousands, and a thousand */
	size_t most;

	(void)state;
	assert_int_equal(power_pairs(&noise, 0.05, low), 0);
	while (high - low > 1e-7) {
		double middle = (low + high) / 2;

		if (power_pairs(&noise, 0.05, middle) > 0)
			high = middle;
		else
			low = middle;
	}
	most = power_pairs(&noise, 0.05, high);
	assert_in_range(most, POWER_PAIRS_MAX - 100, POWER_PAIRS_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bandwidth),  cmocka_unit_test(test_above),
		cmocka_unit_test(test_two_pairs),  cmocka_unit_test(test_power),
		cmocka_unit_test(test_far_out),	   cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_most_pairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
