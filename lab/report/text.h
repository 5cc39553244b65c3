/* SPDX-License-Identifier: MIT */
/*
 * text.h - text of unknown origin, one character at a time.
 *
 * Names, causes and notes come from programs that this lab does not know.  A
 * writer of a document asks here for the next character and gets only what a
 * document may hold: malformed UTF-8, control characters other than newline and
 * tab, surrogates and noncharacters become U+FFFD, one for each offending byte.
 */
#ifndef LAB_REPORT_TEXT_H
#define LAB_REPORT_TEXT_H

#include <stddef.h>

struct character {
	const char *bytes; /* into the text, or a replacement that lives forever */
	size_t count;	   /* 1..4; 0: the text has ended */
};

/* The character at *at, which moves behind it. */
struct character text_next(const char **at);

/* For an address: what is not a letter, a digit or of "/._-,;=" as %XX. */
const char *text_percent(const char *text);

#endif
