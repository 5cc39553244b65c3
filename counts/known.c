/* SPDX-License-Identifier: MIT */
/*
 * known - a program whose counts are known: what counts_tool tests the counting with.
 *
 * Each of argv[1] rounds does one locked add, one exchange, one compare-exchange that
 * fails, one malloc with its free, and one system call.  Prints how far the clock went
 * in one round.
 */
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static _Atomic(unsigned long) cell;

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000ll + time.tv_nsec;
}

static void __attribute__((noinline)) locked_instructions(void)
{
	unsigned long expected = 1;

	atomic_fetch_add(&cell, 2);
	atomic_exchange(&cell, 2);
	atomic_compare_exchange_strong(&cell, &expected, 3);
}

int main(int argc, char **argv)
{
	long rounds = argc > 1 ? atol(argv[1]) : 1;
	long long before = 0, after = 0;

	for (long i = 0; i < rounds; i++) {
		void *volatile block = malloc(100);

		before = now();
		locked_instructions();
		syscall(SYS_getppid);
		free(block);
		after = now();
	}
	printf("%lld\n", after - before);
	return 0;
}
