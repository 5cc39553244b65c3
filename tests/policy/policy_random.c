/* SPDX-License-Identifier: MIT */
/* Description: the random numbers of workers are those of their sources, so are task ids */
#include "tests/policy/crowd.h"

/* Vigna's splitmix64 from seed 0, as published. */
static void seeds_are_expanded_by_splitmix64(void **unused)
{
	uint64_t seed = 0;

	(void)unused;
	assert_int_equal(splitmix(&seed), 0xe220a8397b1dcdaf);
	assert_int_equal(splitmix(&seed), 0x6e789e6aa1b965f4);
	assert_int_equal(splitmix(&seed), 0x06c45d188009454f);
}

/* Tokio's FastRand from (1, 2): shifts 17, 7, 16, the sum, and the high half of a product. */
static void choices_are_those_of_tokios_generator(void **unused)
{
	static const uint32_t sums[] = { 0x20405,    0x81006,	 0x8180c11,
					 0x18340415, 0x285e0c32, 0x185c5443 };
	struct worker *worker;

	(void)unused;
	stage_begin(1);
	worker = stage_as(0);
	worker->rng_one = 1;
	worker->rng_two = 2;
	for (size_t i = 0; i < TEST_COUNT(sums); i++) {
		assert_int_equal(next_random(worker, 8), (uint64_t)sums[i] * 8 >> 32);
		assert_int_equal(worker_random(worker, UINT32_MAX),
				 (uint64_t)sums[i] * UINT32_MAX >> 32);
	}
	stage_end();
}

/* Zero in both words would stay zero: each is odd. */
static void a_generator_never_begins_at_zero(void **unused)
{
	(void)unused;
	stage_begin(8);
	for (uint64_t seed = 0; seed < 50; seed++) {
		for (uint32_t i = 0; i < 8; i++) {
			struct worker *worker = &stage.runtime->workers[i];

			worker_reseed(worker, seed * 8 + i);
			assert_true(worker->rng_one & 1);
			assert_true(worker->rng_two & 1);
		}
	}
	stage_end();
}

/* Both words of the worker's own number, low one first. */
static void a_generator_begins_with_its_seed(void **unused)
{
	struct worker *worker;

	(void)unused;
	stage_begin(1);
	worker = stage_as(0);
	worker_reseed(worker, 0);
	assert_int_equal(worker->rng_one, 0x7b1dcdafu);
	assert_int_equal(worker->rng_two, 0xe220a839u);
	stage_end();
}

/* One counter for all, from 1. */
static void ids_are_counted_from_one_by_all(void **unused)
{
	struct worker *worker;

	(void)unused;
	stage_begin(2);
	worker = stage_as(1);
	assert_int_equal(task_next_id(stage.runtime, worker), 1);
	assert_int_equal(task_next_id(stage.runtime, NULL), 2);
	assert_int_equal(task_next_id(stage.runtime, stage_as(0)), 3);
	stage_end();
}

static void workers_are_named_by_number(void **unused)
{
	char name[16];

	(void)unused;
	worker_name(name, sizeof(name), 0);
	assert_string_equal(name, "worker-0");
	worker_name(name, sizeof(name), 10);
	assert_string_equal(name, "worker-10");
	worker_name(name, sizeof(name), 4095);
	assert_string_equal(name, "worker-4095");
	worker_name(name, 10, 4095); /* no room for all of it */
	assert_string_equal(name, "worker-40");
}

static const struct CMUnitTest rules[] = {
	RULE(a_generator_begins_with_its_seed),	     RULE(a_generator_never_begins_at_zero),
	RULE(choices_are_those_of_tokios_generator), RULE(ids_are_counted_from_one_by_all),
	RULE(seeds_are_expanded_by_splitmix64),	     RULE(workers_are_named_by_number),
};

POLICY_MAIN("random numbers", rules)
