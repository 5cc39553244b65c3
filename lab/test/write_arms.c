/* SPDX-License-Identifier: MIT */
/*
 * write_arms FILE - tests/arms, with every two values of two knobs in some arm, to standard output.
 *
 * Rows written by hand stay.  Of those called pairsNN one setting at a time is changed, with what
 * it needs beside it, as long as that leaves fewer pairs out, and when none does, a row is added:
 * what is complete stays as it is, so that a new value changes few lines.  Weakness: a local search, not the fewest rows.
 */
#include "tested_arms.h"

#include <stdio.h>
#include <string.h>

static struct tested_arms tested;
static struct value_pair *pairs;
static size_t pair_count;

static size_t missing(void)
{
	size_t count = 0;

	for (size_t i = 0; i < pair_count; i++)
		count += !tested_has_both(&tested, &pairs[i]);
	return count;
}

static bool is_made(const struct tested *arm)
{
	return arm->name != NULL &&
	       strncmp(arm->name, TESTED_BY_PAIRS, strlen(TESTED_BY_PAIRS)) == 0;
}

/* What changes nothing beside the others counts as tested nowhere. */
static void drop_idle(struct expression *arm)
{
	for (size_t i = idle_knob(arm->values); i < knob_count; i = idle_knob(arm->values))
		arm->values[i] = knobs[i].fallback;
}

/* Keeps a value if fewer pairs are then left out. */
static bool try_value(struct expression *arm, size_t knob, int64_t value, size_t *left)
{
	struct expression before = *arm;
	struct value_pair alone = { knob, knob, value, value };
	size_t now = value_pair_set(arm->values, &alone) ? missing() : SIZE_MAX;

	if (now < *left) {
		*left = now;
		return true;
	}
	*arm = before;
	return false;
}

/* Did any setting of the arm get better? */
static bool improve(struct expression *arm, size_t *left)
{
	bool better = false;

	for (size_t i = 0; i < knob_count; i++)
		for (size_t j = 0; j < knobs[i].value_count; j++)
			if (is_setting(&knobs[i], j) && *left > 0 &&
			    try_value(arm, i, knobs[i].values[j].value, left))
				better = true;
	return better;
}

static bool improve_all(size_t *left)
{
	bool better = false;

	for (size_t i = 0; i < tested.listed; i++)
		if (is_made(&tested.arms[i]) && improve(&tested.arms[i].expression, left))
			better = true;
	return better;
}

/* An arm with the first pair that is left out; behind the others of the file. */
static bool add_row(void)
{
	struct tested arm = { .name = lab_printf(TESTED_BY_PAIRS "%02zu", tested.listed) };
	size_t i = 0;

	while (tested_has_both(&tested, &pairs[i]))
		i++;
	if (tested.count == TESTED_ROOM || expression_read(&arm.expression, "tokio") != NULL)
		return false;
	value_pair_set(arm.expression.values, &pairs[i]);
	memmove(&tested.arms[tested.listed + 1], &tested.arms[tested.listed],
		(tested.count - tested.listed) * sizeof(arm));
	tested.arms[tested.listed++] = arm;
	tested.count++;
	return true;
}

static void print_arm(const struct expression *arm)
{
	struct expression preset;

	expression_read(&preset, arm->preset->name);
	fputs(arm->preset->name, stdout);
	for (size_t i = 0; i < knob_count; i++)
		if (arm->values[i] != preset.values[i])
			printf("+%s=%s", knob_word(&knobs[i]),
			       knob_value_word(&knobs[i], arm->values[i]));
	putchar('\n');
}

int main(int argc, char **argv)
{
	const char *wrong = argc == 2 ? tested_read(&tested, argv[1]) : "give it, tests/arms";
	size_t left;

	if (wrong != NULL) {
		fprintf(stderr, "write_arms: %s\n", wrong);
		return 1;
	}
	for (size_t i = 0; i < tested.listed; i++)
		if (is_made(&tested.arms[i]))
			drop_idle(&tested.arms[i].expression);
	pair_count = value_pairs(&pairs);
	left = missing();
	while (left > 0 && (improve_all(&left) || add_row()))
		left = missing();
	for (size_t i = 0; i < tested.comments.count; i++)
		puts(tested.comments.items[i]);
	for (size_t i = 0; i < tested.listed; i++) {
		printf("%s\t", tested.arms[i].name);
		print_arm(&tested.arms[i].expression);
	}
	if (left > 0 || tested.listed > TESTED_MOST)
		fprintf(stderr, "write_arms: %zu arms, at most %u; %zu pairs left out\n",
			tested.listed, TESTED_MOST, left);
	return left > 0 || tested.listed > TESTED_MOST;
}
