/* SPDX-License-Identifier: MIT */
/* gates/check.c - in a checked build a failed assertion is a failed execution. */
#include <stdlib.h>

#include "sched/check.h"
#include "verify/mc.h"

void sched_assert_failed(const char *expression, const char *file, int line)
{
	struct mc_site site = { file, "sched_assert", "sched_assert", line };

	mc_check(false, expression, &site);
	abort();
}
