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

/* What the engine calls is the pair that the knob names: no half of another's, whose word
 * of the struct would stay as it was.  Batches of 61 polls of 10 us each. */
static void the_hooks_are_the_knobs_pair(void **unused)
{
	static const uint32_t expected[][3] = {
		[INTERVAL_TOKIO] = { 61, 20, 20 },
		[INTERVAL_BLITZ] = { 20, 21, 100 },
		[INTERVAL_FIXED] = { SCHED_INTERVAL_FIXED, SCHED_INTERVAL_FIXED,
				     SCHED_INTERVAL_FIXED },
	};
	const uint32_t *after = expected[SCHED_INTERVAL];
	struct interval interval;

	(void)unused;
	interval_init(&interval);
	assert_int_equal(SCHED_INTERVAL_CURRENT(&interval), after[0]);
	SCHED_INTERVAL_SAMPLE(&interval, 61 * 10000, 61);
	assert_int_equal(SCHED_INTERVAL_CURRENT(&interval), after[1]);
	for (int i = 0; i < 200; i++)
		SCHED_INTERVAL_SAMPLE(&interval, 61 * 10000, 61);
	assert_int_equal(SCHED_INTERVAL_CURRENT(&interval), after[2]);
	assert_int_equal(SCHED_INTERVAL_NEEDS_CLOCK, SCHED_INTERVAL != INTERVAL_FIXED);
	assert_int_equal(interval_initial(), SCHED_INTERVAL == INTERVAL_FIXED ? 13 : 61);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_seeds),
		cmocka_unit_test(tokio_converges),
		cmocka_unit_test(tokio_weighs_by_polls),
		cmocka_unit_test(blitz_of_an_average),
		cmocka_unit_test(blitz_takes_25_batches),
		cmocka_unit_test(the_hooks_are_the_knobs_pair),
	};

	return cmocka_run_group_tests_name("interval", tests, NULL, NULL);
}
