/* SPDX-License-Identifier: MIT */
/*
 * suggest.c - nearest name by Levenshtein distance, one row at a time.
 * Names longer than the row are never suggested.
 */
#include "harness/suggest.h"

#include <string.h>

#define NAME_MAX_CHARS 63u

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

static size_t edit_distance(const char *a, const char *b)
{
	size_t row[NAME_MAX_CHARS + 1];
	size_t length = strlen(b);
	size_t i, j;

	if (length > NAME_MAX_CHARS || strlen(a) > NAME_MAX_CHARS)
		return NAME_MAX_CHARS;
	for (j = 0; j <= length; j++)
		row[j] = j;
	for (i = 0; a[i]; i++) {
		size_t diagonal = row[0];

		row[0] = i + 1;
		for (j = 1; j <= length; j++) {
			size_t above = row[j];

			row[j] = min3(above + 1, row[j - 1] + 1, diagonal + (a[i] != b[j - 1]));
			diagonal = above;
		}
	}
	return row[length];
}

const char *suggest_name(const char *typed, const char *const *names, size_t count)
{
	/* Half of it may be mistyped: beyond that a suggestion is a guess. */
	size_t best = strlen(typed) / 2 + 1;
	const char *found = NULL;
	size_t i;

	for (i = 0; i < count; i++) {
		size_t distance = edit_distance(typed, names[i]);

		if (distance < best) {
			best = distance;
			found = names[i];
		}
	}
	return found;
}
