/* SPDX-License-Identifier: MIT */
/* Description: halving: from above, to twelve digits, in as many steps as that takes. */
#include "check.h"

#include "lab/stats/bisect.h"
#include "simulate.h"

struct step {
	double at;
	int asked;
};

static bool from_there_on(double x, const void *context)
{
	struct step *step = *(struct step *const *)context;

	step->asked++;
	return x >= step->at;
}

/* `steps`: the halvings after which low and high are within a 10^-12 of high. */
static void test_exact(void **state)
{
	static const struct {
		double low, high, at;
		int steps;
	} rows[] = { { 0, 1, 0.3, 42 },	    { 0, 1, 0.75, 41 }, { 0, 1, 0.4331, 42 },
		     { 0, 1, 0.4787, 41 },  { 0, 1, 1e-9, 70 }, { 2, 10, 3, 42 },
		     { 100, 101, 100, 34 }, { 0, 8, 8, 40 },	{ 0, 1, 9, 40 },
		     { 5, 5, 5, 0 },	    { 0, 0, 0, 0 },	{ 1, 1.5, 1.25, 39 } };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct step step = { .at = rows[i].at }, *there = &step;
		double at = fmin(rows[i].at, rows[i].high);
		double x = bisect(from_there_on, &there, rows[i].low, rows[i].high);

		assert_true(x >= at && x - at <= 1e-12 * x);
		assert_int_equal(step.asked, rows[i].steps);
	}
}

/* It ends where everything holds: nothing is left between 0 and the smallest double. */
static void test_ends_at_nothing(void **state)
{
	struct step step = { .at = 0 }, *there = &step;

	(void)state;
	near(bisect(from_there_on, &there, 0, 1), 0, 0);
	assert_in_range(step.asked, 1070, 1100);
}

/* Below 0 no difference is small enough; so many halvings are always enough. */
static void test_ends_at_last(void **state)
{
	struct step step = { .at = -0.5 }, *there = &step;

	(void)state;
	near(bisect(from_there_on, &there, -1, -0.25), -0.5, 1e-12);
	assert_int_equal(step.asked, 1100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_ends_at_nothing),
		cmocka_unit_test(test_ends_at_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
