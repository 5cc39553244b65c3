/* SPDX-License-Identifier: MIT */
/*
 * html.h - writes HTML that no content can break.
 *
 * Escaping by construction: data reach the document through html_text and
 * html_attribute only, and both escape.  Names of elements and attributes are
 * constants of the program.  Open elements are on a stack, so every one is
 * closed, by its own name.  Errors of the stream are its owner's to look for.
 */
#ifndef LAB_REPORT_HTML_H
#define LAB_REPORT_HTML_H

#include <stdio.h>

#define HTML_DEPTH 64

struct html {
	FILE *out;
	const char *open[HTML_DEPTH]; /* constants */
	unsigned int depth;
};

void html_text(struct html *html, const char *text);

/* <tag name="value" ...>.  Pairs of name and value, then NULL; a value of NULL
 * leaves its attribute out. */
void html_open(struct html *html, const char *tag, ...) __attribute__((sentinel));
/* The innermost open element. */
void html_close(struct html *html);
/* Open, text, close. */
void html_element(struct html *html, const char *tag, const char *text, ...)
	__attribute__((sentinel));

/* One that holds nothing and has no end: img. */
void html_empty(struct html *html, const char *tag, ...) __attribute__((sentinel));

/* For layout of the source only. */
void html_newline(struct html *html);

#endif
