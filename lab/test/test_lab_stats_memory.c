/* SPDX-License-Identifier: MIT */
/* Description: the statistics stay within their arrays, free what they took, and bear no memory. */
#include "fence.h"

#include <errno.h>
#include <gsl/gsl_rng.h>

#include "lab/stats/decide.h"
#include "lab/stats/layout.h"
#include "lab/stats/power.h"
#include "lab/stats/sign_test.h"
#include "lab/stats/spread.h"
#include "simulate.h"

enum { MOST = 600 };

static double *new_values(size_t n)
{
	double values[MOST];

	for (size_t i = 0; i < n; i++)
		values[i] = 0.1 + 0.01 * (double)(i * 7 % 11);
	return fence_copy(values, n * sizeof(*values));
}

static enum regime *new_regimes(size_t n)
{
	enum regime regimes[MOST];

	for (size_t i = 0; i < n; i++)
		regimes[i] = (enum regime)(i % 4);
	return fence_copy(regimes, n * sizeof(*regimes));
}

static bool *new_flags(size_t n)
{
	bool flags[MOST];

	for (size_t i = 0; i < n; i++)
		flags[i] = i % 5 == 4;
	return fence_copy(flags, n * sizeof(*flags));
}

static int decide(size_t n)
{
	const size_t looks[] = { 1, n - 1 };
	size_t count = n > 2 ? 2 : 0;
	struct decide_row row = { .log_ratios = new_values(n),
				  .flagged = new_flags(n),
				  .regimes = new_regimes(n),
				  .n = n,
				  .planned = n + 1,
				  .margin = 0.03,
				  .looks = fence_copy(looks, count * sizeof(*looks)),
				  .look_count = count };
	struct decision *verdict = fence_new(sizeof(*verdict));
	int error = decide_row(verdict, &row, 0.05, 2);

	assert_true(error != 0 || verdict->missing == 1);
	fence_end((void *)(uintptr_t)row.log_ratios);
	fence_end((void *)(uintptr_t)row.flagged);
	fence_end((void *)(uintptr_t)row.regimes);
	fence_end((void *)(uintptr_t)row.looks);
	fence_end(verdict);
	return error;
}

/* What GSL takes counts as well; it cannot be refused, because GSL then ends the program. */
gsl_rng *__real_gsl_rng_alloc(const gsl_rng_type *type);
gsl_rng *__wrap_gsl_rng_alloc(const gsl_rng_type *type);
void __real_gsl_rng_free(gsl_rng *rng);
void __wrap_gsl_rng_free(gsl_rng *rng);

gsl_rng *__wrap_gsl_rng_alloc(const gsl_rng_type *type)
{
	fence_live++;
	return __real_gsl_rng_alloc(type);
}

void __wrap_gsl_rng_free(gsl_rng *rng)
{
	fence_live--;
	__real_gsl_rng_free(rng);
}

/* n pairs of each two of that many layouts. */
static int range_layouts(size_t n, size_t layouts, unsigned int deals)
{
	struct layout_pair pairs[MOST], *fenced;
	struct layout_range *range = fence_new(sizeof(*range));
	size_t count = 0;
	int error;

	for (size_t i = 0; i < n; i++)
		for (int b = 0; b < (int)layouts; b++)
			for (int a = 0; a < b; a++)
				pairs[count++] = (struct layout_pair){ 0.01 * b, a, b };
	fenced = fence_copy(pairs, count * sizeof(*pairs));
	error = layout_range(range, fenced, count, layouts, deals);
	assert_true(error != 0 || n < LAYOUT_PAIRS || range->half > 0);
	assert_true(error != 0 || n < LAYOUT_PAIRS || range->noise_half >= 0);
	fence_end(fenced);
	fence_end(range);
	return error;
}

static int range_three(size_t n)
{
	return range_layouts(n, 3, 1);
}

static int range_all(size_t n)
{
	return range_layouts(n < 4 ? n : 4, LAYOUT_MAX, 5);
}

static int bin(size_t n)
{
	double *probes = new_values(2 * n), *threshold = fence_new(sizeof(*threshold));
	enum regime *regimes = fence_new(n * sizeof(*regimes));
	int error;

	for (size_t i = 0; i < 2 * n; i++)
		probes[i] = i % 2 ? 27 : 100;
	error = regime_bin(regimes, threshold, probes, n);
	for (size_t i = 0; error == 0 && i < n; i++)
		assert_int_equal(regimes[i], REGIME_MIXED);
	fence_end(probes);
	fence_end(threshold);
	fence_end(regimes);
	return error;
}

static int compare(size_t n)
{
	struct regime_effects *effects = fence_new(sizeof(*effects));
	enum regime *regimes = new_regimes(n);
	double *values = new_values(n);
	int error = regime_compare(effects, values, regimes, n, 0.05);

	assert_true(error != 0 || effects->mixed == n / 4);
	fence_end(effects);
	fence_end(regimes);
	fence_end(values);
	return error;
}

/* Without memory there is no deviation; the rest is there. */
static int spread(size_t n)
{
	double *values = new_values(n);
	struct spread spread = spread_of(values, n);

	assert_int_equal(spread.n, n);
	if (n > 0)
		assert_true(spread.median >= 0.1 && spread.min == values[0]);
	fence_end(values);
	return isnan(spread.mad) ? -ENOMEM : 0;
}

/* What takes no memory. */
static int others(size_t n)
{
	struct median_interval interval;
	double *values = new_values(n), effect;
	struct sign_test test;
	struct noise noise;

	assert_int_equal(sign_test(&test, values, n, 0.15), 0);
	assert_int_equal(test.above + test.below, n);
	assert_int_equal(median_interval(&interval, values, n, 0.05), 0);
	assert_true(n == 0 || isfinite(median_of(values, n)));
	fence_end(values);
	values = new_values(n);
	noise = noise_from_pairs(values, n);
	effect = power_smallest_effect(&noise, n, 0.05);
	assert_true(n < 6 ? isnan(effect) : effect > 0);
	fence_end(values);
	return 0;
}

/* First with all the memory it asks for, then with all but one block; it can do without so
 * many of them. */
static void check(int (*call)(size_t n), size_t n, size_t spare)
{
	size_t calls, borne = 0;

	fence_calls = fence_refused = fence_live = 0;
	assert_int_equal(call(n), 0);
	assert_int_equal(fence_live, 0);
	calls = fence_calls;
	for (size_t refused = 1; refused <= calls; refused++) {
		int error;

		fence_calls = 0;
		fence_refused = refused;
		error = call(n);
		assert_true(error == 0 || error == -ENOMEM);
		borne += error == 0;
		assert_int_equal(fence_live, 0);
	}
	fence_refused = 0;
	assert_int_equal(borne, spare);
}

static void test_all(void **state)
{
	static const struct {
		const char *name;
		int (*call)(size_t n);
		size_t spare; /* the deviations of a spread, where nobody asks for them */
	} calls[] = {
		{ "decide", decide, 1 },
		{ "layouts, three", range_three, 0 },
		{ "layouts, all", range_all, 0 },
		{ "regimes, bins", bin, 0 },
		{ "regimes, compare", compare, 0 },
		{ "spread", spread, 0 },
		{ "others", others, 1 },
	};
	static const size_t sizes[] = { 0, 1, 2, 3, 6, 9, 12, 13, 40, 41 };

	(void)state;
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		for (size_t j = 0; j < sizeof(sizes) / sizeof(sizes[0]); j++) {
			print_message("%s, %zu\n", calls[i].name, sizes[j]);
			check(calls[i].call, sizes[j], sizes[j] > 0 ? calls[i].spare : 0);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_all) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
