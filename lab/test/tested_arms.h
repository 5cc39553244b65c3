/* SPDX-License-Identifier: MIT */
/*
 * tested_arms.h - the list tests/arms, and which values of knobs stand together in some arm of it.
 *
 * test_lab_arms.c asks that of every two knobs each two values do; write_arms.c makes it so.
 */
#ifndef LAB_TESTED_ARMS_H
#define LAB_TESTED_ARMS_H

#include "lab/arms/expression.h"

#define TESTED_MOST	36u /* in the file; presets come on top */
#define TESTED_ROOM	64u
#define TESTED_BY_PAIRS "pairs" /* how the names of those begin that are made */

struct tested {
	const char *name; /* NULL: a preset */
	struct expression expression;
};

struct tested_arms {
	struct tested arms[TESTED_ROOM];
	size_t count, listed; /* first those of the file */
	struct strings comments;
};

/* Two values of two knobs that some arm can have. */
struct value_pair {
	size_t one, other; /* knobs */
	int64_t value, its;
};

/* NULL, or what is wrong with the file. */
const char *tested_read(struct tested_arms *tested, const char *path);

bool tested_has(const struct tested_arms *tested, size_t knob, int64_t value);
bool tested_has_both(const struct tested_arms *tested, const struct value_pair *pair);
/* All pairs of values that some arm on tokio can have; how many. */
size_t value_pairs(struct value_pair **pairs);
/* Sets the pair, and what it needs beside it for sense and for each value to change something.
 * False: no such arm was found, nothing is set. */
bool value_pair_set(int64_t *values, const struct value_pair *pair);
/* The first knob that differs from tokio and changes nothing; knob_count: none does. */
size_t idle_knob(const int64_t *values);
/* May a setting of a tested arm have it?  One is there only with a preset's own functions, and
 * park_protocol=flag may stall for ever: models and the executor are where it is seen. */
bool is_setting(const struct knob *knob, size_t value);

#endif
