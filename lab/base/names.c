/* SPDX-License-Identifier: MIT */
/*
 * names.c - lists of names: split, match by shell pattern, suggest.
 *
 * A suggestion is the known name with the smallest edit distance, offered only
 * if it needs fewer edits than a third of what was typed (at least two).
 */
#include "lab/base/lab.h"

#include <fnmatch.h>
#include <string.h>

void strings_add(struct strings *list, const char *text)
{
	list->items = lab_grow(list->items, list->count, sizeof(*list->items));
	list->items[list->count++] = lab_strdup(text);
}

void strings_split(struct strings *list, const char *text, char separator)
{
	char *part = lab_strdup(text), *end;

	for (; part != NULL; part = end) {
		end = strchr(part, separator);
		if (end != NULL)
			*end++ = '\0';
		if (*part != '\0')
			strings_add(list, part);
	}
}

bool strings_contain(const struct strings *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i], text) == 0)
			return true;
	return false;
}

char *strings_join(const struct strings *list, const char *separator)
{
	char *text = lab_strdup("");

	for (size_t i = 0; i < list->count; i++)
		text = lab_printf("%s%s%s", text, i > 0 ? separator : "", list->items[i]);
	return text;
}

bool strings_match(const struct strings *patterns, const char *name)
{
	for (size_t i = 0; i < patterns->count; i++)
		if (fnmatch(patterns->items[i], name, 0) == 0)
			return true;
	return false;
}

bool is_pattern(const char *text)
{
	return strpbrk(text, "*?[") != NULL;
}

static size_t least(size_t a, size_t b, size_t c)
{
	size_t smaller = a < b ? a : b;

	return smaller < c ? smaller : c;
}

static size_t edit_distance(const char *a, const char *b)
{
	size_t length_b = strlen(b);
	size_t *row = lab_alloc((length_b + 1) * sizeof(*row));

	for (size_t j = 0; j <= length_b; j++)
		row[j] = j;
	for (size_t i = 1; a[i - 1] != '\0'; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= length_b; j++) {
			size_t above = row[j];

			row[j] = least(above + 1, row[j - 1] + 1,
				       diagonal + (a[i - 1] != b[j - 1]));
			diagonal = above;
		}
	}
	return row[length_b];
}

const char *suggest_name(const char *typed, const struct strings *known)
{
	size_t best = strlen(typed) / 3 > 2 ? strlen(typed) / 3 : 2;
	const char *closest = NULL;

	for (size_t i = 0; i < known->count; i++) {
		size_t distance = edit_distance(typed, known->items[i]);

		if (distance < best || (distance == best && closest == NULL)) {
			best = distance;
			closest = known->items[i];
		}
	}
	return closest;
}
