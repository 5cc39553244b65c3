/* SPDX-License-Identifier: MIT */
/* text.c - a strict reader of UTF-8 (RFC 3629); see text.h. */
#include "lab/report/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lab/base/lab.h"

/* Bytes that a first byte announces; 0: it is none. */
static size_t announced(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first <= 0xdf)
		return 2;
	if ((first & 0xf0) == 0xe0)
		return 3;
	return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/* Shortest form, no surrogate, no control, no noncharacter. */
static bool is_allowed(uint32_t code, size_t count)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };

	if (code < least[count] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
		return false;
	if (code < 0x20)
		return code == '\n' || code == '\t';
	if (code >= 0x7f && code <= 0x9f)
		return false;
	return !(code >= 0xfdd0 && code <= 0xfdef) && (code & 0xfffe) != 0xfffe;
}

/* The text ends with a zero byte, which continues nothing: no byte behind it is read. */
static bool is_character(const char *text, size_t count)
{
	uint32_t code = (unsigned char)text[0];

	if (count > 1)
		code &= 0xffu >> (count + 1);
	for (size_t i = 1; i < count; i++) {
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			return false;
		code = code << 6 | ((unsigned char)text[i] & 0x3fu);
	}
	return is_allowed(code, count);
}

struct character text_next(const char **at)
{
	static const char replacement[] = "\xef\xbf\xbd";
	struct character character = { *at, 0 };
	size_t count;

	if (**at == '\0')
		return character;
	count = announced((unsigned char)**at);
	if (count > 0 && is_character(*at, count)) {
		character.count = count;
		*at += count;
		return character;
	}
	++*at;
	return (struct character){ replacement, sizeof(replacement) - 1 };
}

const char *text_percent(const char *text)
{
	static const char digits[] = "0123456789ABCDEF";
	char *coded = lab_alloc(3 * strlen(text) + 1), *to = coded;

	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if (isalnum(byte) || strchr("/._-,;=", byte) != NULL) {
			*to++ = *text;
			continue;
		}
		*to++ = '%';
		*to++ = digits[byte >> 4];
		*to++ = digits[byte & 15];
	}
	*to = '\0';
	return coded;
}
