/* SPDX-License-Identifier: MIT */
/*
 * litmus.h - litmus tests: two to four threads of a few accesses, and what they may read.
 *
 * A test is written once (shapes.c) against the seams of sched/ and run by every
 * engine, and natively.  Its outcome is a string of digits: what the threads read into
 * registers, then the last values of the atomics that `finals` names.  Which outcomes C11
 * allows, and which an engine shows, is in outcomes.tsv: what is allowed and never
 * shown is a blind spot, what is shown and not allowed a false alarm.
 */
#ifndef VERIFY_LITMUS_H
#define VERIFY_LITMUS_H

#include "sched/atomics.h"

#define LITMUS_THREADS_MAX   4
#define LITMUS_REGISTERS_MAX 4
#define LITMUS_OUTCOME_BYTES (LITMUS_REGISTERS_MAX + 3) /* finals and the end included */

/* One run of a test.  Natively the two atomics are on lines of their own. */
struct litmus {
	at_u32 x;
	char between[60];
	at_u32 y;
	char after[60];
	uint32_t r[LITMUS_REGISTERS_MAX]; /* each written by one thread */
};

struct litmus_test {
	const char *name;
	uint32_t registers;
	const char *finals; /* "", "x", "y" or "xy" */
	void (*threads[LITMUS_THREADS_MAX])(struct litmus *run);
};

extern const struct litmus_test litmus_tests[];
extern const uint32_t litmus_test_count;

void litmus_init(struct litmus *run);
void litmus_fini(struct litmus *run);
uint32_t litmus_thread_count(const struct litmus_test *test);
/* After all its threads were joined. */
void litmus_outcome(const struct litmus_test *test, struct litmus *run,
		    char outcome[LITMUS_OUTCOME_BYTES]);

/* The outcomes of a test that were seen, each once and in order. */
struct litmus_seen {
	char outcomes[64][LITMUS_OUTCOME_BYTES];
	uint32_t count;
};
void litmus_seen_add(struct litmus_seen *seen, const char *outcome);
/* "NAME OUTCOME,OUTCOME" and the end of the line. */
void litmus_seen_print(const struct litmus_test *test, const struct litmus_seen *seen);

#endif
