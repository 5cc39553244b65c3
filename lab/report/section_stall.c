/* SPDX-License-Identifier: MIT */
/*
 * section_stall.c - owner stall against thief stall, and what the fault build
 * counted meanwhile.
 */
#include "lab/report/section.h"

void section_stall(struct page *page, const struct report_set *set)
{
	section_figures(page, set, "stall");
	section_extras(page, set->store,
		       "Counted by the fault build in stalled_thief, over the samples",
		       "c.workload = 'stalled_thief'");
}
