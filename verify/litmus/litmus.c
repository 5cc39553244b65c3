/* SPDX-License-Identifier: MIT */
/* litmus.c - what the checked and the native run of a litmus test share. */
#include "verify/litmus/litmus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void litmus_init(struct litmus *run)
{
	at_init(&run->x, 0);
	at_init(&run->y, 0);
	memset(run->r, 0, sizeof(run->r));
}

void litmus_fini(struct litmus *run)
{
	at_fini(&run->x);
	at_fini(&run->y);
}

uint32_t litmus_thread_count(const struct litmus_test *test)
{
	uint32_t count = 0;

	while (count < LITMUS_THREADS_MAX && test->threads[count])
		count++;
	return count;
}

void litmus_outcome(const struct litmus_test *test, struct litmus *run,
		    char outcome[LITMUS_OUTCOME_BYTES])
{
	for (uint32_t i = 0; i < test->registers; i++)
		*outcome++ = (char)('0' + run->r[i]);
	for (const char *atomic = test->finals; *atomic; atomic++)
		*outcome++ = (char)('0' + at_load_relaxed(*atomic == 'x' ? &run->x : &run->y));
	*outcome = '\0';
}

void litmus_seen_add(struct litmus_seen *seen, const char *outcome)
{
	uint32_t at = 0;

	while (at < seen->count && strcmp(seen->outcomes[at], outcome) < 0)
		at++;
	if (at < seen->count && strcmp(seen->outcomes[at], outcome) == 0)
		return;
	if (seen->count == sizeof(seen->outcomes) / sizeof(seen->outcomes[0])) {
		fprintf(stderr,
			"litmus: more outcomes than there is room for; raise litmus_seen\n");
		exit(EXIT_FAILURE);
	}
	memmove(seen->outcomes[at + 1], seen->outcomes[at],
		(seen->count - at) * sizeof(seen->outcomes[0]));
	memcpy(seen->outcomes[at], outcome, strlen(outcome) + 1);
	seen->count++;
}

void litmus_seen_print(const struct litmus_test *test, const struct litmus_seen *seen)
{
	printf("%s ", test->name);
	for (uint32_t i = 0; i < seen->count; i++)
		printf("%s%s", i ? "," : "", seen->outcomes[i]);
	printf("\n");
}
