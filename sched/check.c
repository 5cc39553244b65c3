/* SPDX-License-Identifier: MIT */
/* check.c - what a failed assertion or a misuse does: say where, and stop the process. */
#include "sched/check.h"

#include <stdio.h>
#include <stdlib.h>

void sched_assert_failed(const char *expression, const char *file, int line)
{
	fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, expression);
	abort();
}

void sched_misused(const char *operation, const char *name, const char *wrong, const char *detail)
{
	fprintf(stderr, "%s: task '%s': %s%s\n", operation, name, wrong, detail);
	abort();
}
