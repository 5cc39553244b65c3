/* SPDX-License-Identifier: MIT */
/*
 * native.c - runs the litmus tests on this machine, and prints which outcomes it showed.
 *
 * As the tool litmus7 does it: each thread goes through an array of runs at its own
 * pace, so that where two of them meet, they meet in the middle of a run; every few
 * runs they wait for each other.  What is not seen is not impossible, only what is seen
 * counts.
 */
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "verify/litmus/litmus.h"

#define RUNS  30000u
#define BATCH 20u /* runs between two meetings */

static const struct litmus_test *running;
static struct litmus runs[RUNS];
static at_u32 arrived;

/* Until all `count` threads have come here as often as this one. */
static void meet(uint32_t count, uint32_t time)
{
	at_fetch_add_acq_rel(&arrived, 1);
	while (at_load_acquire(&arrived) < count * time)
		sched_yield();
}

static void *thread_run(void *number)
{
	void (*run)(struct litmus * run) = running->threads[(uintptr_t)number];
	uint32_t count = litmus_thread_count(running);

	for (uint32_t i = 0; i < RUNS; i++) {
		if (i % BATCH == 0)
			meet(count, i / BATCH + 1);
		run(&runs[i]);
	}
	return NULL;
}

static void runs_begin(void)
{
	at_init(&arrived, 0);
	for (uint32_t i = 0; i < RUNS; i++)
		litmus_init(&runs[i]);
}

static void runs_end(struct litmus_seen *seen)
{
	char outcome[LITMUS_OUTCOME_BYTES];

	for (uint32_t i = 0; i < RUNS; i++) {
		litmus_outcome(running, &runs[i], outcome);
		litmus_seen_add(seen, outcome);
		litmus_fini(&runs[i]);
	}
	at_fini(&arrived);
}

static void check(int error, const char *what)
{
	if (!error)
		return;
	fprintf(stderr, "litmus: %s: %s\n", what, strerror(error));
	exit(EXIT_FAILURE);
}

static void test_run(const struct litmus_test *test)
{
	uint32_t count = litmus_thread_count(test);
	pthread_t threads[LITMUS_THREADS_MAX];
	struct litmus_seen seen = { .count = 0 };

	running = test;
	runs_begin();
	for (uint32_t i = 0; i < count; i++)
		check(pthread_create(&threads[i], NULL, thread_run, (void *)(uintptr_t)i),
		      "no thread");
	for (uint32_t i = 0; i < count; i++)
		check(pthread_join(threads[i], NULL), "no end of a thread");
	runs_end(&seen);
	litmus_seen_print(test, &seen);
}

int main(void)
{
	for (uint32_t i = 0; i < litmus_test_count; i++)
		test_run(&litmus_tests[i]);
	return EXIT_SUCCESS;
}
