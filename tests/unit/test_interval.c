/* SPDX-License-Identifier: MIT */
/* Description: the interval tuners against the sample values of their sources */
#include "tests/unit/internals.h"

struct sample {
	uint64_t ns; /* per task */
	uint32_t interval;
};

/* Tokio 1.53: 200 us of work between looks, 2 to 127. */
static const struct sample tokio_samples[] = {
	{ 1, 127 },    { 100, 127 }, { 1574, 127 }, { 1575, 126 },  { 3278, 61 },
	{ 10000, 20 }, { 50000, 4 }, { 100000, 2 }, { 1000000, 2 },
};

/* Blitz-IO f533755: 1 ms, 8 to 255. */
static const struct sample blitz_samples[] = {
	{ 1, 255 },	{ 3921, 255 }, { 10000, 100 }, { 50000, 20 },
	{ 100000, 10 }, { 125000, 8 }, { 1000000, 8 },
};

static void the_seeds(void **unused)
{
	struct interval interval;

	(void)unused;
	interval_init(&interval);
	assert_int_equal(interval_tokio_current(&interval), 61);
	assert_int_equal(interval_blitz_current(&interval), 20);
}

static void tokio_converges(void **unused)
{
	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(tokio_samples); i++) {
		struct interval interval;

		interval_init(&interval);
		for (int k = 0; k < 100; k++)
			interval_tokio_sample(&interval, tokio_samples[i].ns * 61, 61);
		assert_int_equal(interval_tokio_current(&interval), tokio_samples[i].interval);
	}
}

/* A batch of n polls weighs 1 - 0.9^n, as n batches of one. */
static void tokio_weighs_by_polls(void **unused)
{
	struct interval one;
	struct interval many;

	(void)unused;
	for (uint64_t polls = 1; polls <= 300; polls++) {
		interval_init(&one);
		interval_init(&many);
		interval_tokio_sample(&one, polls * 700, polls);
		for (uint64_t k = 0; k < polls; k++)
			interval_tokio_sample(&many, 700, 1);
		assert_true(one.average_ns - many.average_ns < 1e-6 &&
			    many.average_ns - one.average_ns < 1e-6);
	}
}

static void blitz_of_an_average(void **unused)
{
	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(blitz_samples); i++) {
		struct interval interval;

		interval_init(&interval);
		interval.average_whole_ns = blitz_samples[i].ns;
		assert_int_equal(interval_blitz_current(&interval), blitz_samples[i].interval);
	}
}

/* A tenth per batch whatever its size: 25 batches of tiny tasks from the seed. */
static void blitz_takes_25_batches(void **unused)
{
	static const uint64_t sizes[] = { 1, 1000 };

	(void)unused;
	for (size_t i = 0; i < TEST_COUNT(sizes); i++) {
		struct interval interval;
		uint32_t batches = 0;

		interval_init(&interval);
		for (; interval_blitz_current(&interval) < 255 && batches < 100; batches++)
			interval_blitz_sample(&interval, sizes[i], sizes[i]);
		assert_int_equal(batches, 25);
		for (int k = 0; k < 200; k++)
			interval_blitz_sample(&interval, 0, 1);
		assert_true(interval.average_whole_ns >= 1); /* never zero: it is a divisor */
	}
}

static void fixed_never_moves(void **unused)
{
	struct interval interval;

	(void)unused;
	interval_init(&interval);
	if (SCHED_INTERVAL != INTERVAL_FIXED)
		skip();
	interval_default_sample(&interval, 1, 100);
	assert_int_equal(interval_default_current(&interval), SCHED_INTERVAL_FIXED);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_seeds),
		cmocka_unit_test(tokio_converges),
		cmocka_unit_test(tokio_weighs_by_polls),
		cmocka_unit_test(blitz_of_an_average),
		cmocka_unit_test(blitz_takes_25_batches),
		cmocka_unit_test(fixed_never_moves),
	};

	return cmocka_run_group_tests_name("interval", tests, NULL, NULL);
}
