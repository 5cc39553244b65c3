/* SPDX-License-Identifier: MIT */
/*
 * cannot.h - a case that cannot run here has not passed.
 *
 * cmocka counts a skipped case, and its program ends with 0 all the same: nobody sees what was
 * not looked at.  With this header a program of which a case called cannot() ends with 77, which
 * counts as skipped, unless another case failed.  For what the machine lacks; what a build leaves
 * out by its knobs is skip(), because another build has it.
 *
 * Weakness: for programs of one file; the cases that did run do not show in the count.
 */
#ifndef TESTS_SUPPORT_CANNOT_H
#define TESTS_SUPPORT_CANNOT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>

static bool cannot_any;

/* Ends the case, and says why. */
#define cannot(why) \
	do { \
		cannot_any = true; \
		print_message("skipped: %s\n", why); \
		skip(); \
	} while (0)

static inline int cannot_status(int failed)
{
	return failed == 0 && cannot_any ? 77 : failed;
}

#undef cmocka_run_group_tests
#define cmocka_run_group_tests(tests, setup, teardown) \
	cannot_status(_cmocka_run_group_tests(#tests, tests, sizeof(tests) / sizeof((tests)[0]), \
					      setup, teardown))

#endif
