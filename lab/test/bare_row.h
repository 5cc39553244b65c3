/* SPDX-License-Identifier: MIT */
/* bare_row.h - a row of a claim that was judged, with no run behind it: for what only reads verdicts. */
#ifndef LAB_TEST_BARE_ROW_H
#define LAB_TEST_BARE_ROW_H

/* Not check.h, whose struct outcome is the end of a program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "lab/verdict/outcome.h"

static const struct result nothing = { .workload = "spin", .params = "", .unit = "task" };

static inline struct verdict row_of(const struct contrast *contrast, enum verdict_kind kind)
{
	return (struct verdict){ .result = &nothing,
				 .contrast = contrast,
				 .kind = kind,
				 .measure = contrast != NULL ? contrast->measure : measure_time(),
				 .because = "",
				 .pair_count = 40,
				 .used = 40,
				 .low = NAN,
				 .high = NAN,
				 .margin = log(1.03) };
}

static inline void parse(struct claim *claim, const char *text)
{
	assert_int_equal(claim_parse(claim, text, "here"), 0);
}

#endif
