/* SPDX-License-Identifier: MIT */
/*
 * drawn.h - reads the texts out of gnuplot's SVG and measures them against the edges and
 * against each other, as wide as extent.h says they are.
 *
 * Weakness: a text that is turned is not measured; the plots have none.
 */
#ifndef LAB_TEST_DRAWN_H
#define LAB_TEST_DRAWN_H

#include <stdlib.h>
#include <string.h>

#include "lab/report/extent.h"

struct drawn_text {
	const char *text;
	double left, right, top, bottom;
};

struct drawn {
	double width, height;
	struct drawn_text *texts;
	size_t count;
};

/* What an entity stands for is at most one character. */
static inline const char *drawn_plain(const char *text, size_t bytes)
{
	char *plain = lab_alloc(bytes + 1), *to = plain;

	for (const char *at = text; at < text + bytes; at++) {
		*to++ = *at == '&' ? 'M' : *at; /* none is wider */
		if (*at == '&')
			at = strchr(at, ';') != NULL ? strchr(at, ';') : at;
	}
	*to = '\0';
	return plain + strspn(plain, " ");
}

/* `group` is the <g transform="translate(x,y)" ... font-size="s" text-anchor="a"> of a text. */
static inline void drawn_add(struct drawn *drawn, const char *group, const char *text, size_t bytes)
{
	const char *size_at = strstr(group, "font-size=\""),
		   *anchor = strstr(group, "text-anchor=\"");
	struct drawn_text one = { .text = drawn_plain(text, bytes) };
	double x, y, size, width;

	if (one.text[0] == '\0' || size_at == NULL || anchor == NULL ||
	    sscanf(group, "translate(%lf,%lf)", &x, &y) != 2)
		return;
	size = strtod(size_at + strlen("font-size=\""), NULL);
	width = extent_of(one.text, size);
	anchor += strlen("text-anchor=\"");
	one.left = *anchor == 's' ? x : *anchor == 'e' ? x - width : x - width / 2;
	one.right = one.left + width;
	one.top = y - 0.76 * size;
	one.bottom = y + 0.22 * size;
	drawn->texts = lab_grow(drawn->texts, drawn->count, sizeof(*drawn->texts));
	drawn->texts[drawn->count++] = one;
}

/* false: it is no drawing. */
static inline bool drawn_read(struct drawn *drawn, const char *svg)
{
	const char *box = strstr(svg, "viewBox=\"0 0 "), *group = NULL;

	memset(drawn, 0, sizeof(*drawn));
	if (box == NULL || sscanf(box, "viewBox=\"0 0 %lf %lf", &drawn->width, &drawn->height) != 2)
		return false;
	for (const char *at = box; (at = strchr(at, '<')) != NULL; at++) {
		const char *moved = strstr(at, "translate("), *end = strchr(at, '>');

		if (strncmp(at, "<g ", 3) == 0 && moved != NULL && end != NULL && moved < end)
			group = moved;
		if (strncmp(at, "<text>", 6) == 0 && group != NULL)
			drawn_add(drawn, group, at + 6, strcspn(at + 6, "<"));
	}
	return true;
}

/* The first text that an edge or another text cuts; NULL: none. */
static inline const char *drawn_fault(const struct drawn *drawn)
{
	for (size_t i = 0; i < drawn->count; i++) {
		const struct drawn_text *one = &drawn->texts[i];

		if (one->left < -0.5 || one->right > drawn->width + 0.5 || one->top < -0.5 ||
		    one->bottom > drawn->height + 0.5)
			return lab_printf("\"%s\" is cut by an edge: %.0f to %.0f, %.0f to %.0f",
					  one->text, one->left, one->right, one->top, one->bottom);
		for (size_t j = 0; j < i; j++) {
			const struct drawn_text *other = &drawn->texts[j];

			if (one->left + 0.5 < other->right && other->left + 0.5 < one->right &&
			    one->top + 0.5 < other->bottom && other->top + 0.5 < one->bottom)
				return lab_printf("\"%s\" and \"%s\" overlap", one->text,
						  other->text);
		}
	}
	return NULL;
}

#endif
