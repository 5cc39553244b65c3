/* SPDX-License-Identifier: MIT */
/*
 * markdown.h - writes Markdown (GitHub's) that content cannot turn into markup.
 *
 * Data reach the document through these functions only, and all of them escape.
 * Underscores inside words stay bare, as they do no harm there and names are
 * full of them.  Weakness: bare addresses still become links.
 */
#ifndef LAB_REPORT_MARKDOWN_H
#define LAB_REPORT_MARKDOWN_H

#include <stdbool.h>
#include <stdio.h>

/* In running text; newlines become spaces.  `starts`: at the start of a block,
 * where more characters mean something. */
void markdown_text(FILE *out, const char *text, bool starts);

void markdown_heading(FILE *out, int level, const char *text);
void markdown_paragraph(FILE *out, const char *text);
void markdown_strong(FILE *out, const char *text);
/* As it is, between fences. */
void markdown_code(FILE *out, const char *text);
/* A place that "#ID" leads to, and a link there; an id is of letters, digits, "-" and "_"
 * (page_identifier). */
void markdown_anchor(FILE *out, const char *id);
void markdown_link(FILE *out, const char *text, const char *address);
/* The address is percent-encoded. */
void markdown_image(FILE *out, const char *alternative, const char *address);

#endif
