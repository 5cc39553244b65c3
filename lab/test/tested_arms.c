/* SPDX-License-Identifier: MIT */
/* tested_arms.c - see tested_arms.h. */
#include "tested_arms.h"

#include <stdio.h>
#include <string.h>

static const char *add(struct tested_arms *tested, const char *name, const char *arm)
{
	struct tested *next = &tested->arms[tested->count];
	const char *wrong;

	if (tested->count == TESTED_ROOM)
		return "it has too many arms";
	wrong = expression_read(&next->expression, arm);
	if (wrong != NULL)
		return lab_printf("%s: %s", arm, wrong);
	next->name = name;
	tested->count++;
	return NULL;
}

static const char *add_line(struct tested_arms *tested, const char *line)
{
	size_t length = strcspn(line, "\t");

	if (line[0] == '#') {
		strings_add(&tested->comments, line);
		return NULL;
	}
	if (line[length] == '\0')
		return lab_printf("no tab in: %s", line);
	return add(tested, lab_printf("%.*s", (int)length, line), line + length + 1);
}

const char *tested_read(struct tested_arms *tested, const char *path)
{
	FILE *file = fopen(path, "r");
	const char *wrong = NULL;
	char line[1024];

	memset(tested, 0, sizeof(*tested));
	if (file == NULL)
		return "it cannot be read";
	while (wrong == NULL && fgets(line, sizeof(line), file) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		wrong = add_line(tested, line);
	}
	fclose(file);
	tested->listed = tested->count;
	for (size_t i = 0; i < preset_count && wrong == NULL; i++)
		if (preset_table[i].knobs[0] != '\0' &&
		    strncmp(preset_table[i].name, "broken_", 7) != 0)
			wrong = add(tested, NULL, preset_table[i].name);
	return wrong;
}

bool tested_has(const struct tested_arms *tested, size_t knob, int64_t value)
{
	for (size_t i = 0; i < tested->count; i++)
		if (tested->arms[i].expression.values[knob] == value)
			return true;
	return false;
}

bool tested_has_both(const struct tested_arms *tested, const struct value_pair *pair)
{
	for (size_t i = 0; i < tested->count; i++)
		if (tested->arms[i].expression.values[pair->one] == pair->value &&
		    tested->arms[i].expression.values[pair->other] == pair->its)
			return true;
	return false;
}

bool is_setting(const struct knob *knob, size_t value)
{
	const char *word = knob->values[value].enumerator;

	return strcmp(word, "INTERVAL_HOOK") != 0 && strcmp(word, "PARK_PROTOCOL_FLAG") != 0;
}

size_t idle_knob(const int64_t *values)
{
	size_t i = 0;

	while (i < knob_count &&
	       (values[i] == knobs[i].fallback || knob_idle(&knobs[i], values) == NULL))
		i++;
	return i;
}

static bool can_be(const int64_t *values)
{
	return knobs_nonsense(values) == NULL && idle_knob(values) == knob_count;
}

static bool complete(int64_t *values, const struct value_pair *pair, unsigned int others);

/* With that value of another knob, and `others` more. */
static bool complete_with(int64_t *values, size_t knob, int64_t value,
			  const struct value_pair *pair, unsigned int others)
{
	int64_t before = values[knob];

	values[knob] = value;
	if (complete(values, pair, others))
		return true;
	values[knob] = before;
	return false;
}

/* Sets so many other knobs that the pair can be: one setting may need another one, and so may each
 * of two.  Of numbers one is tried. */
static bool complete(int64_t *values, const struct value_pair *pair, unsigned int others)
{
	if (others == 0)
		return can_be(values);
	for (size_t i = 0; i < knob_count; i++) {
		if (i == pair->one || i == pair->other)
			continue;
		if (knobs[i].value_count == 0 &&
		    complete_with(values, i, 4 * knobs[i].fallback, pair, others - 1))
			return true;
		for (size_t j = 0; j < knobs[i].value_count; j++)
			if (is_setting(&knobs[i], j) &&
			    complete_with(values, i, knobs[i].values[j].value, pair, others - 1))
				return true;
	}
	return false;
}

bool value_pair_set(int64_t *values, const struct value_pair *pair)
{
	int64_t before[] = { values[pair->one], values[pair->other] };

	values[pair->one] = pair->value;
	values[pair->other] = pair->its;
	for (unsigned int others = 0; others <= 2; others++)
		if (complete(values, pair, others))
			return true;
	values[pair->one] = before[0];
	values[pair->other] = before[1];
	return false;
}

static bool makes_sense(const struct value_pair *pair)
{
	struct expression tokio;

	return expression_read(&tokio, "tokio") == NULL && value_pair_set(tokio.values, pair);
}

static void add_pairs(struct value_pair **pairs, size_t *count, size_t one, size_t other)
{
	for (size_t i = 0; i < knobs[one].value_count; i++)
		for (size_t j = 0; j < knobs[other].value_count; j++) {
			struct value_pair pair = { one, other, knobs[one].values[i].value,
						   knobs[other].values[j].value };

			if (!is_setting(&knobs[one], i) || !is_setting(&knobs[other], j) ||
			    !makes_sense(&pair))
				continue;
			*pairs = lab_grow(*pairs, *count, sizeof(**pairs));
			(*pairs)[(*count)++] = pair;
		}
}

size_t value_pairs(struct value_pair **pairs)
{
	size_t count = 0;

	*pairs = NULL;
	for (size_t i = 0; i < knob_count; i++)
		for (size_t j = i + 1; j < knob_count; j++)
			add_pairs(pairs, &count, i, j);
	return count;
}
