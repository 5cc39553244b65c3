/* SPDX-License-Identifier: MIT */
/* Description: conservation under load: no task is lost, run twice or dropped twice */
#include "tests/stress/stress.h"

uint64_t stress_seed;

int main(void)
{
	int failed = 0;

	setvbuf(stdout, NULL, _IOLBF, 0); /* what it was in when a sanitizer ended it */
	stress_seed = test_seed();
	failed += stress_mix_tests();
	failed += stress_steal_tests();
	failed += stress_shutdown_tests();
	failed += stress_park_tests();
	failed += stress_oneshot_tests();
	failed += stress_destroy_tests();
	failed += stress_fair_tests();
	return failed > 0;
}
