/* SPDX-License-Identifier: MIT */
/* subject_axes.c - the axes with their knobs, from sched/knobs.h, and the arms made of them. */
#include <stdio.h>
#include <string.h>

#include "lab/arms/expression.h"
#include "lab/show/subject_parts.h"

/* ---------------------------------------------------------------- axes -- */

static json_t *values_json(const struct knob *knob)
{
	json_t *values = json_array();

	for (size_t i = 0; i < knob->value_count; i++)
		json_array_append_new(values,
				      json_pack("{s:s, s:s}", "value",
						knob_value_word(knob, knob->values[i].value),
						"meaning", knob->values[i].meaning));
	return values;
}

static json_t *knobs_json(const struct axis *axis)
{
	json_t *list = json_array();

	for (size_t i = 0; i < knob_count; i++)
		if (strcmp(knobs[i].axis, axis->name) == 0)
			json_array_append_new(
				list,
				json_pack("{s:s, s:s, s:s, s:s, s:o}", "name", knob_word(&knobs[i]),
					  "macro", knobs[i].macro, "meaning", knobs[i].meaning,
					  "default", knob_value_word(&knobs[i], knobs[i].fallback),
					  "values", values_json(&knobs[i])));
	return list;
}

static const char *tried_by(const struct claim_set *claims, const char *axis)
{
	struct strings names = { NULL, 0 };

	for (size_t i = 0; i < claims->count; i++)
		if (strings_contain(&claims->claims[i].axes, axis))
			strings_add(&names, claims->claims[i].name);
	return strings_join(&names, ", ");
}

int subject_axes(json_t *list)
{
	struct claim_set claims;
	int status = subject_all_claims(&claims);

	for (size_t i = 0; i < knob_axis_count && status == LAB_OK; i++)
		json_array_append_new(
			list, json_pack("{s:s, s:s, s:s, s:s, s:o}", "name", knob_axes[i].name,
					"meaning", knob_axes[i].meaning, "header",
					lab_printf("sched/%s", knob_axes[i].header), "claims",
					tried_by(&claims, knob_axes[i].name), "knobs",
					knobs_json(&knob_axes[i])));
	return status;
}

/* "proceed* | spin | null"; a star at the default */
static const char *choices(json_t *knob)
{
	json_t *values = json_object_get(knob, "values"), *value;
	const char *fallback = subject_text(knob, "default"), *text = "";
	size_t index;

	if (json_array_size(values) == 0)
		return lab_printf("N (%s)", fallback);
	json_array_foreach(values, index, value) {
		const char *word = subject_text(value, "value");

		text = lab_printf("%s%s%s%s", text, index > 0 ? "|" : "", word,
				  strcmp(word, fallback) == 0 ? "*" : "");
	}
	return text;
}

static void print_values(json_t *knob)
{
	json_t *value;
	size_t index;

	json_array_foreach(json_object_get(knob, "values"), index, value)
		printf("      %-12s %s\n", subject_text(value, "value"),
		       subject_text(value, "meaning"));
}

static void print_axis(json_t *axis, bool whole)
{
	const char *claims = subject_text(axis, "claims");
	json_t *knob;
	size_t index;

	printf("%s: %s (%s%s%s)\n", subject_text(axis, "name"), subject_text(axis, "meaning"),
	       subject_text(axis, "header"), claims[0] != '\0' ? "; claims " : "", claims);
	json_array_foreach(json_object_get(axis, "knobs"), index, knob) {
		printf("  %s=%s  %s\n", subject_text(knob, "name"), choices(knob),
		       subject_text(knob, "meaning"));
		if (whole)
			print_values(knob);
	}
}

/* One axis with its values; of all, who wants to know more is told how. */
void subject_print_axes(json_t *list)
{
	bool whole = json_array_size(list) == 1;
	json_t *axis;
	size_t index;

	json_array_foreach(list, index, axis)
		print_axis(axis, whole);
	if (!whole)
		printf("* is the default, Tokio's.  What a value does: schedlab list axes AXIS.  "
		       "Functions "
		       "of one's own in the place of a knob: schedlab list hooks\n");
}

/* ---------------------------------------------------------------- arms -- */

static void add_arm(json_t *list, struct strings *seen, const char *name, const char *what,
		    const char *claim)
{
	if (strings_contain(seen, name))
		return;
	strings_add(seen, name);
	json_array_append_new(list, json_pack("{s:s, s:s, s:s}", "name", name, "what", what,
					      "claim", claim));
}

static const char *what_of(const char *name)
{
	const char *plain = lab_printf("%.*s", (int)strcspn(name, "+"), name);

	return strcmp(plain, name) == 0 ? "" : arm_difference(plain, name);
}

/* The presets, and what the claims make of them. */
int subject_arms(json_t *list)
{
	struct strings seen = { NULL, 0 };
	struct claim_set claims;
	int status = subject_all_claims(&claims);

	for (size_t i = 0; i < preset_count; i++)
		add_arm(list, &seen, preset_table[i].name, preset_table[i].what, "");
	for (size_t i = 0; i < claims.count && status == LAB_OK; i++)
		for (size_t j = 0; j < claims.claims[i].count; j++) {
			const struct contrast *contrast = &claims.claims[i].contrasts[j];

			if (!is_peer(contrast->a))
				add_arm(list, &seen, contrast->a, what_of(contrast->a),
					contrast->claim);
			if (!is_peer(contrast->b))
				add_arm(list, &seen, contrast->b, what_of(contrast->b),
					contrast->claim);
		}
	return status;
}

void subject_print_arms(json_t *list)
{
	json_t *arm;
	size_t index;

	json_array_foreach(list, index, arm)
		printf("%-44s %s\n", subject_text(arm, "name"), subject_text(arm, "what"));
	printf("Any preset takes settings: PRESET+KNOB=VALUE; schedlab list axes has the knobs, "
	       "list "
	       "peers the peers.\n");
}
