/* SPDX-License-Identifier: MIT */
/* sides.c - see sides.h. */
#include "lab/claims/sides.h"

#include <string.h>

#include "lab/arms/expression.h"
#include "lab/measures/measure.h"

/* Anything but never: per unit of work. */
#define REACHED_LEAST 1e-9

const char *sides_arm(const struct sides *sides, const char *name)
{
	if (sides->base == NULL || name == NULL)
		return name;
	return strcmp(name, SIDE_BASE) == 0 ? sides->base :
	       strcmp(name, SIDE_HEAD) == 0 ? sides->head :
					      name;
}

static const char *text_of(json_t *object, const char *member)
{
	return json_string_value(json_object_get(object, member));
}

/* Whether the contrast is about the two sides. */
static bool fill_contrast(json_t *contrast, const struct sides *sides)
{
	const char *a = text_of(contrast, "a"), *b = text_of(contrast, "b");

	if (a == NULL || b == NULL || strcmp(a, SIDE_BASE) != 0 || strcmp(b, SIDE_HEAD) != 0)
		return false;
	json_object_set_new(contrast, "a", json_string(sides->base));
	json_object_set_new(contrast, "b", json_string(sides->head));
	if (strcmp(sides->base, sides->head) == 0)
		json_object_set_new(contrast, "same", json_true());
	if (sides->reaches != NULL)
		json_object_set_new(contrast, "exercised",
				    json_pack("{s:s, s:f, s:b}", "metric", sides->reaches,
					      "per_unit_at_least", REACHED_LEAST, "either", 1));
	return true;
}

/* Only effects that are parts of the same thing can be compared. */
static bool has_twin(json_t *contrast)
{
	const char *name = text_of(contrast, "measure");
	const struct measure *measure = name != NULL ? measure_find(name) : measure_time();

	return measure != NULL && measure->datum == DATUM_LOG_RATIO;
}

static void add_twin(json_t *contrasts, json_t *contrast, const char *knob)
{
	json_t *twin = json_deep_copy(contrast);
	const char *name = text_of(contrast, "name");

	json_object_del(twin, "same");
	json_object_del(twin, "exercised");
	json_object_set_new(twin, "name", json_string(lab_printf(SIDES_TWIN "%s", name)));
	json_object_set_new(twin, "a", json_string("tokio"));
	json_object_set_new(twin, "b", json_string(lab_printf("tokio+%s", knob)));
	json_object_set_new(twin, "role", json_string("explores"));
	json_object_set_new(twin, "predicts", json_string("none"));
	if (has_twin(contrast))
		json_object_set_new(twin, "transfers", json_string(name));
	json_array_append_new(contrasts, twin);
}

/* What the arms differ in; peers and programs that somebody put there differ as peers do. */
static json_t *axes_of(const struct sides *sides)
{
	const char *twin = sides->knob != NULL ? lab_printf("tokio+%s", sides->knob) : "tokio";
	struct strings axes = { NULL, 0 }, more = { NULL, 0 };
	json_t *list = json_array();

	strings_add(&axes, "peer");
	if (arm_axes(&more, sides->base, sides->head) || more.count > 0)
		for (size_t i = 0; i < more.count; i++)
			strings_add(&axes, more.items[i]);
	more = (struct strings){ NULL, 0 };
	if (sides->knob != NULL && arm_axes(&more, "tokio", twin))
		for (size_t i = 0; i < more.count; i++)
			if (!strings_contain(&axes, more.items[i]))
				strings_add(&axes, more.items[i]);
	for (size_t i = 0; i < axes.count; i++)
		json_array_append_new(list, json_string(axes.items[i]));
	return list;
}

void sides_fill(json_t *claim, const struct sides *sides)
{
	json_t *contrasts = json_object_get(claim, "contrasts");
	size_t count = json_array_size(contrasts);
	bool found = false;

	for (size_t i = 0; i < count; i++) {
		json_t *contrast = json_array_get(contrasts, i);

		if (!fill_contrast(contrast, sides))
			continue;
		found = true;
		if (sides->knob != NULL)
			add_twin(contrasts, contrast, sides->knob);
	}
	if (found)
		json_object_set_new(claim, "axis", axes_of(sides));
}
