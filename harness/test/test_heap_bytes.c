/* SPDX-License-Identifier: MIT */
/* Description: what is in use of the heap is counted, of all threads, small and mapped */
#include "tests/support/cannot.h"

#include <pthread.h>
#include <stdlib.h>

#include "harness/heap_bytes.h"

#define SMALL_BYTES  5000u
#define MAPPED_BYTES 40000000u /* above each threshold that malloc chooses by itself */
#define SLACK_BYTES  8192u     /* headers, rounding, pages */

/* Where nobody puts another malloc in its place, the answer is known. */
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
#define IS_GLIBC false
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define IS_GLIBC false
#endif
#endif
#ifndef IS_GLIBC
#define IS_GLIBC (__GLIBC_PREREQ(2, 33) && !getenv("LD_PRELOAD"))
#endif

static uint64_t bytes_now(void)
{
	uint64_t bytes;
	const char *why = heap_bytes(&bytes);

	if (why && !IS_GLIBC) {
		assert_string_equal(heap_bytes_unknown(), why);
		cannot(why);
	}
	assert_null(why);
	return bytes;
}

static void expect_grown(uint64_t before, uint64_t by)
{
	assert_in_range(bytes_now() - before, by, by + SLACK_BYTES);
}

static void check_size(size_t bytes)
{
	uint64_t before = bytes_now();
	void *volatile memory = malloc(bytes);

	assert_non_null(memory);
	expect_grown(before, bytes);
	free(memory);
	assert_in_range(bytes_now(), before - SLACK_BYTES, before);
}

static void test_what_is_in_use_counts(void **state)
{
	(void)state;
	check_size(SMALL_BYTES);
	check_size(MAPPED_BYTES);
	assert_null(heap_bytes_unknown());
}

/* A thread has an arena of its own, and what it leaves there stays. */
static void *leave_memory(void *arg)
{
	void **left = arg;

	for (int i = 0; i < 100; i++)
		left[i] = malloc(SMALL_BYTES);
	return NULL;
}

static void test_other_threads_count(void **state)
{
	void *left[100] = { NULL };
	uint64_t before;
	pthread_t thread;

	(void)state;
	assert_int_equal(pthread_create(&thread, NULL, leave_memory, left), 0);
	pthread_join(thread, NULL); /* what a thread takes for itself is there */
	for (int i = 0; i < 100; i++)
		free(left[i]);
	before = bytes_now();
	assert_int_equal(pthread_create(&thread, NULL, leave_memory, left), 0);
	pthread_join(thread, NULL);
	expect_grown(before, 100 * SMALL_BYTES);
	for (int i = 0; i < 100; i++)
		free(left[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_in_use_counts),
		cmocka_unit_test(test_other_threads_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
