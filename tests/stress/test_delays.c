/* SPDX-License-Identifier: MIT */
/* Description: the pauses of a stress build happen, and are the seed's */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sched/os.h"

#define ACCESSES 100000u

/* The counts of a run of one thread, through every kind of access. */
static struct delays_counts run(uint64_t seed)
{
	struct os_mutex mutex;
	uint32_t seen = 0;
	at_u32 word;

	at_init(&word, 0);
	os_mutex_init(&mutex);
	delays_begin(seed, 1);
	for (uint32_t i = 0; i < ACCESSES / 4; i++) {
		at_store_relaxed(&word, i);
		at_fetch_add_relaxed(&word, 1);
		seen += at_load_relaxed(&word);
		at_cas_relaxed(&word, &seen, 0);
	}
	os_mutex_fini(&mutex);
	at_fini(&word);
	return delays_counts();
}

static void test_every_access_may_pause(void **state)
{
	struct delays_counts counts = run(1);

	(void)state;
	assert_int_equal(counts.accesses, ACCESSES);
	assert_true(counts.spins > 0);
	assert_true(counts.yields > 0);
	assert_true(counts.sleeps > 0);
	assert_true(counts.spins + counts.yields + counts.sleeps < ACCESSES);
}

static void test_the_seed_decides(void **state)
{
	struct delays_counts first = run(1);
	struct delays_counts again = run(1);
	struct delays_counts other = run(2);

	(void)state;
	assert_memory_equal(&first, &again, sizeof(first));
	assert_memory_not_equal(&first, &other, sizeof(first));
}

static void test_the_system_is_behind_it(void **state)
{
	void *block;

	(void)state;
	delays_begin(1, 1);
	block = os_alloc(16, 16);
	assert_non_null(block);
	os_free(block, 16);
	assert_int_equal(delays_counts().accesses, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_access_may_pause),
		cmocka_unit_test(test_the_seed_decides),
		cmocka_unit_test(test_the_system_is_behind_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
