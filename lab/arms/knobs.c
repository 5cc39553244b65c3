/* SPDX-License-Identifier: MIT */
/* knobs.c - sched/knobs.h read by the preprocessor; see knobs.h. */
#include "lab/arms/knobs.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/lab.h"
#include "sched/knobs.h"

#define AXIS(name, meaning, header) { #name, meaning, header },
const struct axis knob_axes[] = { SCHED_AXES(AXIS) };
const size_t knob_axis_count = sizeof(knob_axes) / sizeof(knob_axes[0]);

#define VALUE(enumerator, meaning) { enumerator, #enumerator, meaning },
#define VALUES(name, axis, list, meaning) \
	static const struct knob_value values_of_##name[] = { list(VALUE){ 0, NULL, NULL } };
SCHED_KNOBS(VALUES)

#define KNOB_ITEM(name, axis, list, meaning) \
	{ #name, \
	  "SCHED_" #name, \
	  #axis, \
	  meaning, \
	  SCHED_##name, \
	  values_of_##name, \
	  sizeof(values_of_##name) / sizeof(values_of_##name[0]) - 1 },
const struct knob knobs[] = { SCHED_KNOBS(KNOB_ITEM) };
const size_t knob_count = sizeof(knobs) / sizeof(knobs[0]);

#define KNOB_INDEX(name, axis, list, meaning) AT_##name,
enum { SCHED_KNOBS(KNOB_INDEX) };

const char *knobs_nonsense(const int64_t *values)
{
#define KNOB(name) values[AT_##name]
#define REFUSE(nonsense, sentence) \
	if (nonsense) \
		return sentence;
	SCHED_NONSENSE(REFUSE)
	return NULL;
}

const char *knob_idle(const struct knob *knob, const int64_t *values)
{
#define SAY_IDLE(name, idle, sentence) \
	if (knob == &knobs[AT_##name] && (idle)) \
		return sentence;
	SCHED_IDLE(SAY_IDLE)
	return NULL;
}

static const char *lower(const char *text)
{
	char *copy = lab_strdup(text);

	for (char *c = copy; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	return copy;
}

const char *knob_word(const struct knob *knob)
{
	return lower(knob->name);
}

/* POP_NULL without POP_; a number as it is. */
static const char *word_of(const struct knob *knob, const struct knob_value *value)
{
	return isdigit((unsigned char)value->enumerator[0]) ?
		       value->enumerator :
		       lower(value->enumerator + strlen(knob->name) + 1);
}

const char *knob_value_word(const struct knob *knob, int64_t value)
{
	for (size_t i = 0; i < knob->value_count; i++)
		if (knob->values[i].value == value)
			return word_of(knob, &knob->values[i]);
	return lab_printf("%lld", (long long)value);
}

const struct knob *knob_find(const char *word)
{
	for (size_t i = 0; i < knob_count; i++)
		if (strcmp(knob_word(&knobs[i]), word) == 0)
			return &knobs[i];
	return NULL;
}

/* Digits only, at most nine. */
static bool read_number(const char *text, int64_t *value)
{
	size_t length = strspn(text, "0123456789");

	*value = length > 0 && length <= 9 ? strtoll(text, NULL, 10) : -1;
	return *value >= 0 && text[length] == '\0';
}

bool knob_value_find(const struct knob *knob, const char *word, int64_t *value)
{
	if (knob->value_count == 0)
		return read_number(word, value);
	for (size_t i = 0; i < knob->value_count; i++)
		if (strcmp(word_of(knob, &knob->values[i]), word) == 0) {
			*value = knob->values[i].value;
			return true;
		}
	return false;
}

bool knob_value_said(const struct knob *knob, const char *text, int64_t *value)
{
	for (size_t i = 0; i < knob->value_count; i++)
		if (strcmp(knob->values[i].enumerator, text) == 0) {
			*value = knob->values[i].value;
			return true;
		}
	return knob->value_count == 0 && read_number(text, value);
}
