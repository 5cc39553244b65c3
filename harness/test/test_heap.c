/* SPDX-License-Identifier: MIT */
/* Description: after heap_settle what is allocated lies one behind the other, whatever was freed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "harness/heap.h"

#define HOLES 64u

/* Freed chunks of many sizes, which do not touch each other. */
static void make_holes(void)
{
	static void *volatile kept;
	char *holes[HOLES];

	for (size_t i = 0; i < HOLES; i++) {
		holes[i] = malloc(24 + 100 * i);
		kept = malloc(24);
	}
	assert_non_null(kept);
	for (size_t i = 0; i < HOLES; i++)
		free(holes[i]);
}

/* What a worker of Tokio allocates: a queue, its buffer, a core; twice. */
static void check_lie_in_order(void)
{
	static const size_t sizes[] = { 40, 2048, 120, 40, 2048, 120, 16, 5000 };
	const char *before = NULL;

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		char *chunk = malloc(sizes[i]); /* kept: the process ends */

		assert_non_null(chunk);
		assert_true(chunk > before);
		if (before != NULL)
			assert_true((size_t)(chunk - before) <= sizes[i - 1] + 24);
		before = chunk;
	}
}

static void test_holes_are_taken(void **state)
{
	(void)state;
	make_holes();
	heap_settle();
	check_lie_in_order();
}

static void test_it_can_be_done_again(void **state)
{
	(void)state;
	heap_settle();
	make_holes();
	heap_settle();
	check_lie_in_order();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_holes_are_taken),
		cmocka_unit_test(test_it_can_be_done_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
