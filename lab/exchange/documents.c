/* SPDX-License-Identifier: MIT */
/* documents.c - see documents.h. */
#include "lab/exchange/documents.h"

#include <stdlib.h>
#include <string.h>

#include "lab/exchange/implied.h"
#include "lab/exchange/shape.h"

void documents_begin(struct documents *documents, struct store *store)
{
	*documents = (struct documents){ store,
					 { json_object(), json_array() },
					 { json_object(), json_array() },
					 json_object(),
					 json_object() };
}

void documents_end(struct documents *documents)
{
	json_decref(documents->workloads.numbers);
	json_decref(documents->workloads.items);
	json_decref(documents->shapes.numbers);
	json_decref(documents->shapes.items);
	json_decref(documents->arms);
	json_decref(documents->cells);
}

/* ------------------------------------------------------------ dictionary -- */

static json_int_t dictionary_number(struct dictionary *dictionary, json_t *item)
{
	char *text = json_dumps(item, JSON_COMPACT | JSON_SORT_KEYS);
	json_t *number = json_object_get(dictionary->numbers, text);

	if (number == NULL) {
		json_array_append(dictionary->items, item);
		number = json_integer((json_int_t)json_array_size(dictionary->items));
		json_object_set_new(dictionary->numbers, text, number);
	}
	free(text);
	return json_integer_value(number);
}

static json_t *dictionary_item(const struct dictionary *dictionary, json_t *number)
{
	json_int_t index = json_integer_value(number);

	return index < 1 ? NULL : json_array_get(dictionary->items, (size_t)index - 1);
}

void dictionary_write(FILE *out, const struct dictionary *dictionary)
{
	size_t index;
	json_t *item;

	json_array_foreach(dictionary->items, index, item) {
		json_t *line = json_pack("{s:O, s:I}", "item", item, "number",
					 (json_int_t)index + 1);

		json_dumpf(line, out, JSON_COMPACT | JSON_SORT_KEYS);
		fputc('\n', out);
		json_decref(line);
	}
}

bool dictionary_add_line(struct dictionary *dictionary, json_t *line)
{
	json_t *item = json_object_get(line, "item");
	json_int_t number = json_integer_value(json_object_get(line, "number"));

	return json_object_size(line) == 2 && json_is_object(item) &&
	       number == (json_int_t)json_array_size(dictionary->items) + 1 &&
	       json_array_append(dictionary->items, item) == 0;
}

/* ------------------------------------------------------------------ arms -- */

static void pack_arm(struct documents *documents, json_t *line)
{
	json_t *describe = json_object_get(line, "describe");
	json_t *workloads = json_object_get(describe, "workloads"), *numbers, *item;
	size_t index;

	if (!json_is_array(workloads))
		return;
	numbers = json_array();
	json_array_foreach(workloads, index, item)
		json_array_append_new(numbers,
				      json_integer(dictionary_number(&documents->workloads, item)));
	json_object_set_new(describe, "workloads", numbers);
}

static bool unpack_arm(struct documents *documents, json_t *line)
{
	json_t *describe = json_object_get(line, "describe");
	json_t *numbers = json_object_get(describe, "workloads"), *workloads, *number;
	bool found = true;
	size_t index;

	if (!json_is_array(numbers))
		return true;
	workloads = json_array();
	json_array_foreach(numbers, index, number)
		found = found && json_array_append(workloads, dictionary_item(&documents->workloads,
									      number)) == 0;
	json_object_set_new(describe, "workloads", workloads);
	return found;
}

/* --------------------------------------------------------------- samples -- */

/* Takes out of the row what the surroundings say alike; the names of it. */
static json_t *take_implied(json_t *row, json_t *implied)
{
	json_t *names = sorted_names(row), *taken = json_array(), *name;
	size_t index;

	json_array_foreach(names, index, name) {
		const char *text = json_string_value(name);

		if (!json_equal(json_object_get(row, text), json_object_get(implied, text)))
			continue;
		json_array_append(taken, name);
		json_object_del(row, text);
	}
	json_decref(names);
	return taken;
}

static bool put_implied(json_t *row, json_t *names, json_t *implied)
{
	bool found = true;
	size_t index;
	json_t *name;

	json_array_foreach(names, index, name) {
		json_t *value = json_object_get(implied, json_string_value(name));

		found = found && value != NULL &&
			json_object_set(row, json_string_value(name), value) == 0;
	}
	return found;
}

static void pack_sample(struct documents *documents, json_t *line)
{
	json_t *row = json_object_get(line, "row"), *implied, *taken, *values, *shape, *item;

	if (!json_is_object(row))
		return;
	implied = implied_by_surroundings(documents, line);
	taken = take_implied(row, implied);
	values = json_array();
	shape = shape_of(row, values);
	item = json_pack("{s:o, s:o}", "implied", taken, "row", shape);
	json_object_set_new(line, "shape",
			    json_integer(dictionary_number(&documents->shapes, item)));
	json_object_set_new(line, "values", values);
	json_object_del(line, "row");
	json_decref(item);
	json_decref(implied);
}

static bool unpack_sample(struct documents *documents, json_t *line)
{
	json_t *number = json_object_get(line, "shape"), *item, *row, *implied;
	bool found;

	if (number == NULL)
		return json_object_get(line, "values") == NULL;
	item = dictionary_item(&documents->shapes, number);
	row = item == NULL ?
		      NULL :
		      shape_filled(json_object_get(item, "row"), json_object_get(line, "values"));
	if (row == NULL)
		return false;
	implied = implied_by_surroundings(documents, line);
	found = put_implied(row, json_object_get(item, "implied"), implied);
	json_decref(implied);
	json_object_set_new(line, "row", row);
	json_object_del(line, "shape");
	json_object_del(line, "values");
	return found;
}

void documents_pack(struct documents *documents, const char *file, json_t *line)
{
	if (strcmp(file, "arms.ndjson") == 0)
		pack_arm(documents, line);
	else if (strcmp(file, "samples.ndjson") == 0)
		pack_sample(documents, line);
}

bool documents_unpack(struct documents *documents, const char *file, json_t *line)
{
	if (strcmp(file, "arms.ndjson") == 0)
		return unpack_arm(documents, line);
	return strcmp(file, "samples.ndjson") != 0 || unpack_sample(documents, line);
}
