/* SPDX-License-Identifier: MIT */
/* expression.c - reads, names and compares arms; see expression.h. */
#include "lab/arms/expression.h"

#include <string.h>

#include "lab/base/asset.h"

/* As much of what was typed as a complaint repeats. */
static const char *in_short(const char *typed)
{
	return strlen(typed) <= 100 ? typed : lab_printf("%.100s...", typed);
}

/* ------------------------------------------------------------- reading -- */

/* The value of a macro in "SCHED_POP=POP_NULL SCHED_LIFO_SLOTS=4", or NULL. */
static const char *said(const char *knobs_said, const char *macro)
{
	struct strings parts = { NULL, 0 };
	size_t length = strlen(macro);

	strings_split(&parts, knobs_said, ' ');
	for (size_t i = 0; i < parts.count; i++)
		if (strncmp(parts.items[i], macro, length) == 0 && parts.items[i][length] == '=')
			return parts.items[i] + length + 1;
	return NULL;
}

static void start_from(struct expression *expression, const struct preset *preset)
{
	memset(expression, 0, sizeof(*expression));
	expression->preset = preset;
	expression->is_whole = preset->knobs != NULL;
	for (size_t i = 0; i < knob_count; i++) {
		const char *text = preset->knobs != NULL ? said(preset->knobs, knobs[i].macro) :
							   NULL;

		if (text == NULL || !knob_value_said(&knobs[i], text, &expression->values[i]))
			expression->values[i] = knobs[i].fallback;
	}
}

static const char *unknown_knob(const char *typed)
{
	struct strings known = { NULL, 0 };

	for (size_t i = 0; i < knob_count; i++)
		strings_add(&known, knob_word(&knobs[i]));
	return unknown_name("knob", in_short(typed), &known);
}

static const char *unknown_value(const struct knob *knob, const char *typed)
{
	struct strings known = { NULL, 0 };

	if (knob->value_count == 0)
		return lab_printf("%s is a whole number, not \"%s\"", knob_word(knob),
				  in_short(typed));
	for (size_t i = 0; i < knob->value_count; i++)
		strings_add(&known, knob_value_word(knob, knob->values[i].value));
	return unknown_name(lab_printf("value of %s", knob_word(knob)), in_short(typed), &known);
}

static const char *read_setting(struct expression *expression, const char *text)
{
	size_t length = strcspn(text, "=");
	const char *word = lab_printf("%.*s", (int)length, text);
	const struct knob *knob = knob_find(word);
	size_t index;

	if (knob == NULL)
		return unknown_knob(word);
	if (text[length] == '\0')
		return lab_printf("%s has no value; write %s=VALUE", word, word);
	index = (size_t)(knob - knobs);
	if (expression->is_set[index])
		return lab_printf("%s is set twice", word);
	if (strcmp(knob_value_word(knob, expression->values[index]), "hook") == 0)
		return lab_printf("%s does nothing with %s, which has functions of its own in its "
				  "place",
				  word, expression->preset->name);
	expression->is_set[index] = true;
	if (!knob_value_find(knob, text + length + 1, &expression->values[index]))
		return unknown_value(knob, text + length + 1);
	return strcmp(text, "interval=hook") != 0 ?
		       NULL :
		       "interval=hook is what a preset with functions of its own has, no setting";
}

/* In the order of the knobs, without what is so anyway. */
static const char *canonical(struct expression *expression)
{
	const char *name = expression->preset->name;
	struct expression plain;

	start_from(&plain, expression->preset);
	for (size_t i = 0; i < knob_count; i++) {
		if (expression->is_whole && plain.values[i] == expression->values[i])
			expression->is_set[i] = false;
		if (expression->is_set[i])
			name = lab_printf("%s+%s=%s", name, knob_word(&knobs[i]),
					  knob_value_word(&knobs[i], expression->values[i]));
	}
	return name;
}

const char *expression_read(struct expression *expression, const char *text)
{
	struct strings parts = { NULL, 0 };
	char *copy = lab_strdup(text);
	const struct preset *preset;
	const char *wrong = NULL;

	for (char *c = copy; *c != '\0'; c++)
		*c = *c == ',' ? '+' : *c;
	if (copy[0] == '+' || strstr(copy, "++") != NULL ||
	    copy[strlen(copy) - (copy[0] != '\0')] == '+')
		return "a setting is missing before or behind a +";
	strings_split(&parts, copy, '+');
	preset = parts.count > 0 ? preset_find(parts.items[0]) : NULL;
	if (preset == NULL)
		return preset_unknown(parts.count > 0 ? parts.items[0] : text);
	start_from(expression, preset);
	if (parts.count > 1 && preset->knobs != NULL && preset->knobs[0] == '\0')
		return lab_printf("%s has no knobs: it is no engine of sched/", preset->name);
	for (size_t i = 1; i < parts.count && wrong == NULL; i++)
		wrong = read_setting(expression, parts.items[i]);
	if (wrong == NULL && expression->is_whole) /* else the compiler tells */
		wrong = knobs_nonsense(expression->values);
	if (wrong == NULL)
		expression->name = canonical(expression);
	return wrong;
}

/* Of what the arm's name sets; what its preset carries is there for other arms. */
static const char *idle_setting(const struct expression *expression)
{
	const char *idle = NULL;

	for (size_t i = 0; i < knob_count && idle == NULL && expression->is_whole; i++)
		if (expression->is_set[i])
			idle = knob_idle(&knobs[i], expression->values);
	return idle;
}

const char *expression_to_build(struct expression *expression, const char *text)
{
	const char *wrong = expression_read(expression, text);

	if (wrong == NULL)
		wrong = idle_setting(expression);
	if (wrong == NULL && strlen(arm_program(expression->name)) > EXPRESSION_FILE_MAX)
		wrong = "its name is too long for a file; put some of the settings into a preset";
	return wrong;
}

/* --------------------------------------------------------------- names -- */

/* A line of aliases.tsv is: old name, tab, expression. */
const char *arm_name_now(const char *stored)
{
	size_t length = strlen(stored);
	const char *line = asset_find("aliases.tsv")->text;

	for (; *line != '\0'; line += strcspn(line, "\n"), line += *line == '\n')
		if (strncmp(line, stored, length) == 0 && line[length] == '\t')
			return lab_printf("%.*s", (int)strcspn(line + length + 1, "\n"),
					  line + length + 1);
	return stored;
}

const char *arm_name_of_1_53(const char *stored)
{
	const char *name = arm_name_now(stored);
	size_t length = strcspn(name, "+");

	return length == strlen("tokio") && strncmp(name, "tokio", length) == 0 ?
		       lab_printf("tokio_1_53%s", name + length) :
		       name;
}

/* What has settings, or the name of a preset, built into this program or not yet. */
static bool is_expression(const char *text)
{
	return strchr(text, '+') != NULL ||
	       (!is_peer(text) && (preset_find(text) != NULL || preset_newer(text) != NULL));
}

const char *arm_name(const char *text)
{
	struct expression expression;
	const char *wrong;

	text = arm_name_now(text);
	if (is_pattern(text) || !is_expression(text))
		return text;
	wrong = expression_to_build(&expression, text);
	if (wrong == NULL)
		return expression.name;
	lab_error("arm %s: %s", in_short(text), wrong);
	return NULL;
}

/* A part "KNOB=VALUE" without a preset goes on with the arm before it. */
static void join_settings(struct strings *list, const struct strings *parts)
{
	for (size_t i = 0; i < parts->count; i++) {
		const char *part = parts->items[i];
		bool goes_on = i > 0 && strchr(part, '=') != NULL && strchr(part, '+') == NULL;

		if (goes_on)
			list->items[list->count - 1] = lab_printf(
				"%s+%s", list->items[list->count - 1], part);
		else
			strings_add(list, part);
	}
}

int arm_names_split(struct strings *list, const char *text)
{
	struct strings parts = { NULL, 0 }, arms = { NULL, 0 };

	strings_split(&parts, text, ',');
	join_settings(&arms, &parts);
	for (size_t i = 0; i < arms.count; i++) {
		const char *name = arm_name(arms.items[i]);

		if (name == NULL)
			return LAB_USAGE;
		strings_add(list, name);
	}
	return LAB_OK;
}

const char *arm_program(const char *name)
{
	char *program = lab_printf("bench-%s", name);

	for (char *c = program; *c != '\0'; c++)
		*c = *c == '=' ? '.' : *c;
	return program;
}

/* --------------------------------------------------------- differences -- */

static bool read_whole(struct expression *expression, const char *text)
{
	return is_expression(text) && expression_read(expression, text) == NULL &&
	       expression->is_whole && expression->preset->knobs[0] != '\0';
}

const char *arm_difference(const char *a, const char *b)
{
	struct expression one, other;
	const char *text = "";

	a = arm_name_now(a);
	b = arm_name_now(b);
	if (!read_whole(&one, a) || !read_whole(&other, b))
		return lab_printf("%s -> %s", a, b);
	for (size_t i = 0; i < knob_count; i++)
		if (one.values[i] != other.values[i])
			text = lab_printf("%s%s%s %s -> %s", text, text[0] != '\0' ? ", " : "",
					  knob_word(&knobs[i]),
					  knob_value_word(&knobs[i], one.values[i]),
					  knob_value_word(&knobs[i], other.values[i]));
	return text[0] != '\0' ? text : lab_printf("%s -> %s", a, b);
}

bool arm_axes(struct strings *axes, const char *a, const char *b)
{
	struct expression one, other;

	if (!read_whole(&one, arm_name_now(a)) || !read_whole(&other, arm_name_now(b)))
		return false;
	for (size_t i = 0; i < knob_count; i++)
		if (one.values[i] != other.values[i] && !strings_contain(axes, knobs[i].axis))
			strings_add(axes, knobs[i].axis);
	return true;
}
