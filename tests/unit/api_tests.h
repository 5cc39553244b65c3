/* SPDX-License-Identifier: MIT */
/* api_tests.h - the groups of api_main.c, one file each.  Each returns the number of
 * failed tests. */
#ifndef TESTS_UNIT_API_TESTS_H
#define TESTS_UNIT_API_TESTS_H

int api_spawn_tests(void);
int api_join_tests(void);
int api_abort_tests(void);
int api_wake_tests(void);
int api_coop_tests(void);
int api_block_on_tests(void);
int api_shutdown_tests(void);
int api_introspect_tests(void);
int api_knobs_tests(void);

/* What the program was told to expect: its variant's name in the tests, and the arm it calls
 * itself. */
extern const char *api_expected_variant, *api_expected_arm;

/* What a shutdown leaves as it is where it cannot cancel what sleeps; unit_owned_none says what
 * becomes of it. */
#define needs_cancel() \
	do { \
		if (!(sched_capabilities() & SCHED_CAN_CANCEL)) \
			skip(); \
	} while (0)

#endif
