/* SPDX-License-Identifier: MIT */
/*
 * extent.h - how wide a text is, before anybody draws it.
 *
 * The widths are those of DejaVu Sans, which the plots ask for and which is wider than
 * the fonts that a page falls back on; so what fits here fits there.  Weakness: a
 * character that is not ASCII counts as one em, no kerning.
 */
#ifndef LAB_REPORT_EXTENT_H
#define LAB_REPORT_EXTENT_H

#include "lab/base/lab.h"

/* In pixels, of one line whose font is `size` pixels high. */
double extent_of(const char *text, double size);

/* Lines no wider than `width`, broken at spaces, or within a word that is wider.  At most
 * `most` lines (0: any number); what is left out then is "...". */
void extent_wrap(struct strings *lines, const char *text, double size, double width, size_t most);

#endif
