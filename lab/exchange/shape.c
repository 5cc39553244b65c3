/* SPDX-License-Identifier: MIT */
/* shape.c - see shape.h. */
#include "lab/exchange/shape.h"

#include <stdlib.h>
#include <string.h>

static int by_text(const void *a, const void *b)
{
	const char *const *left = a, *const *right = b;

	return strcmp(*left, *right);
}

json_t *sorted_names(json_t *object)
{
	size_t count = 0;
	const char **names = calloc(json_object_size(object) + 1, sizeof(*names));
	json_t *list = json_array(), *value;
	const char *name;

	if (names == NULL)
		return list;
	json_object_foreach(object, name, value)
		names[count++] = name;
	qsort(names, count, sizeof(*names), by_text);
	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, json_string(names[i]));
	free(names);
	return list;
}

static bool stays(json_t *list)
{
	size_t index;
	json_t *item;

	json_array_foreach(list, index, item)
		if (!json_is_string(item))
			return false;
	return json_array_size(list) > 0;
}

static json_t *shape_of_object(json_t *object, json_t *values)
{
	json_t *names = sorted_names(object), *shape = json_object(), *name;
	size_t index;

	json_array_foreach(names, index, name) {
		const char *text = json_string_value(name);

		json_object_set_new(shape, text, shape_of(json_object_get(object, text), values));
	}
	json_decref(names);
	return shape;
}

json_t *shape_of(json_t *document, json_t *values)
{
	if (json_is_object(document))
		return shape_of_object(document, values);
	if (json_is_number(document)) {
		json_array_append(values, document);
		return json_integer(0);
	}
	if (json_is_array(document) && !stays(document)) {
		json_array_append(values, document);
		return json_array();
	}
	return json_incref(document);
}

static json_t *fill(json_t *shape, json_t *values, size_t *next);

static json_t *fill_object(json_t *shape, json_t *values, size_t *next)
{
	json_t *names = sorted_names(shape), *object = json_object(), *name;
	size_t index;

	json_array_foreach(names, index, name) {
		const char *text = json_string_value(name);

		json_object_set_new(object, text, fill(json_object_get(shape, text), values, next));
	}
	json_decref(names);
	return object;
}

static json_t *fill(json_t *shape, json_t *values, size_t *next)
{
	if (json_is_object(shape))
		return fill_object(shape, values, next);
	if (json_is_number(shape) || (json_is_array(shape) && !stays(shape)))
		return json_incref(json_array_get(values, (*next)++));
	return json_incref(shape);
}

json_t *shape_filled(json_t *shape, json_t *values)
{
	size_t next = 0;
	json_t *document = fill(shape, values, &next);

	if (next == json_array_size(values))
		return document;
	json_decref(document);
	return NULL;
}
