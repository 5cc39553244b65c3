/* SPDX-License-Identifier: MIT */
/* Description: the public API of one variant: spawn, join, wake, block_on, shutdown */
#include "tests/unit/api_tests.h"

#include <stdio.h>

const char *api_expected_variant, *api_expected_arm;

int main(int argc, char **argv)
{
	int failed = 0;

	if (argc != 3) {
		fprintf(stderr, "usage: %s VARIANT ARM\n", argv[0]);
		return 2;
	}
	api_expected_variant = argv[1];
	api_expected_arm = argv[2];
	failed += api_spawn_tests();
	failed += api_join_tests();
	failed += api_abort_tests();
	failed += api_wake_tests();
	failed += api_coop_tests();
	failed += api_block_on_tests();
	failed += api_shutdown_tests();
	failed += api_introspect_tests();
	failed += api_knobs_tests();
	return failed > 0;
}
