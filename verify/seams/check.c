/* SPDX-License-Identifier: MIT */
/* seams/check.c - in a checked build a failed assertion is a failed execution. */
#include <stdlib.h>

#include "sched/check.h"
#include "verify/mc.h"

void sched_assert_failed(const char *expression, const char *file, int line)
{
	struct mc_site site = { file, "sched_assert", "sched_assert", line };

	mc_check(false, expression, &site);
	abort();
}

void sched_misused(const char *operation, const char *name, const char *wrong, const char *detail)
{
	struct mc_site site = { name, operation, detail, 0 };

	mc_check(false, wrong, &site);
	abort();
}
