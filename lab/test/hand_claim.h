/* SPDX-License-Identifier: MIT */
/*
 * hand_claim.h - claims as text, and rows of theirs that are filled in by hand.
 *
 * Without check.h, whose struct outcome is the end of a program.
 */
#ifndef LAB_TEST_HAND_CLAIM_H
#define LAB_TEST_HAND_CLAIM_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "lab/verdict/outcome.h"

#define HEAD(members) \
	"{\"name\":\"c\",\"title\":\"New beats old\",\"axis\":\"a\",\"says\":\"s\"," \
	"\"source\":\"h\",\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":" \
	"\"m\"," members "\"contrasts\":["
#define TIMING HEAD("\"decided_by\":\"timing\",")
#define CONTRAST(name, rest) \
	"{\"name\":\"" name "\",\"a\":\"x\",\"b\":\"y\",\"diff\":\"d\",\"workload\":\"spin\"," \
	"\"margin_percent\":3,\"primary\":true" rest "}"
#define CARRIER(name) CONTRAST(name, ",\"role\":\"carries\",\"predicts\":\"faster\"")

/* 40 pairs, and no interval yet. */
static inline struct verdict row_of(const struct contrast *contrast, enum verdict_kind kind)
{
	static const struct result nothing = { .workload = "spin", .params = "", .unit = "task" };

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
