/* SPDX-License-Identifier: MIT */
/*
 * svg.h - puts gnuplot's SVG into a page.
 *
 * The file is read and written anew, so that what gnuplot wrote cannot break
 * the page: known elements and attributes only, texts escaped, references only
 * to the drawing's own identifiers, which get a prefix because several drawings
 * stand on one page.  Colours of the palette become variables of the page's
 * style; fonts are the page's.  The drawing is one image to a screen reader,
 * with a title and a description.
 */
#ifndef LAB_REPORT_SVG_H
#define LAB_REPORT_SVG_H

#include <stdbool.h>

#include "lab/report/html.h"

struct svg_words {
	const char *id; /* unique on the page */
	const char *title, *description;
};

/* Writes nothing and returns false if `text` is not a drawing of gnuplot's. */
bool svg_embed(struct html *html, const char *text, const struct svg_words *words);

#endif
