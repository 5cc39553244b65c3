/* SPDX-License-Identifier: MIT */
/* names.c - lists of names: split, match by shell pattern, suggest. */
#include <fnmatch.h>
#include <string.h>

#include "base/nearest_name.h"
#include "lab/base/lab.h"

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

bool is_one_of(const char *text, const char *const *known)
{
	for (; *known != NULL; known++)
		if (strcmp(text, *known) == 0)
			return true;
	return false;
}

bool is_pattern(const char *text)
{
	return strpbrk(text, "*?[") != NULL;
}

const char *suggest_name(const char *typed, const struct strings *known)
{
	return nearest_name(typed, (const char *const *)known->items, known->count);
}

const char *unknown_name(const char *what, const char *typed, const struct strings *known)
{
	const char *closest = suggest_name(typed, known);

	if (closest != NULL)
		return lab_printf("no %s \"%s\"; did you mean \"%s\"?", what, typed, closest);
	return lab_printf("no %s \"%s\"; there are: %s", what, typed,
			  known->count > 0 ? strings_join(known, ", ") : "none");
}
