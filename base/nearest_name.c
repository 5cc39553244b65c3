/* SPDX-License-Identifier: MIT */
/*
 * nearest_name.c - nearest name by edit distance: a letter changed, left out or put in,
 * or two neighbours swapped.  Names longer than a row are never suggested.
 */
#include "base/nearest_name.h"

#include <stdint.h>
#include <string.h>

#define NAME_MAX_CHARS 63u

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* What it takes to make the first `i` letters of a into the first `j` of b. */
static size_t cheapest(size_t rows[3][NAME_MAX_CHARS + 1], const char *a, size_t i, const char *b,
		       size_t j)
{
	const size_t *before = rows[(i + 1) % 3], *above = rows[(i + 2) % 3], *row = rows[i % 3];
	size_t least = min3(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));

	if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
		return min3(least, before[j - 2] + 1, least);
	return least;
}

static size_t edit_distance(const char *a, const char *b)
{
	size_t rows[3][NAME_MAX_CHARS + 1]; /* the i-th is rows[i % 3] */
	size_t length = strlen(b);
	size_t i, j;

	if (length > NAME_MAX_CHARS || strlen(a) > NAME_MAX_CHARS)
		return SIZE_MAX; /* near to nothing */
	for (j = 0; j <= length; j++)
		rows[0][j] = j;
	for (i = 1; a[i - 1]; i++) {
		rows[i % 3][0] = i;
		for (j = 1; j <= length; j++)
			rows[i % 3][j] = cheapest(rows, a, i, b, j);
	}
	return rows[(i - 1) % 3][length];
}

const char *nearest_name(const char *typed, const char *const *names, size_t count)
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
