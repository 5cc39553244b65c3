/* SPDX-License-Identifier: MIT */
/* markdown.c - see markdown.h. */
#include "lab/report/markdown.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "lab/report/text.h"

static bool is_word(char byte)
{
	return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80 || byte == '_';
}

static bool needs_backslash(const char *text, const char *at)
{
	if (*at == '_')
		return at == text || !is_word(at[-1]) || !is_word(at[1]);
	return *at != '\0' && strchr("\\`*[]|~", *at) != NULL;
}

/* "1. ", "- ", "# ", "=== ": what starts a block. */
static size_t block_mark(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits > 0)
		return text[digits] == '.' || text[digits] == ')' ? digits : SIZE_MAX;
	return text[0] != '\0' && strchr("#+-=:", text[0]) != NULL ? 0 : SIZE_MAX;
}

void markdown_text(FILE *out, const char *text, bool starts)
{
	const char *at;
	struct character next;
	size_t mark;

	if (starts)
		text += strspn(text, " \t\n"); /* four spaces would make it code */
	at = text;
	mark = starts ? block_mark(text) : SIZE_MAX;
	for (size_t i = 0; (next = text_next(&at)).count > 0; i++) {
		if (i == mark || needs_backslash(text, next.bytes))
			fputc('\\', out);
		if (next.bytes[0] == '\n' || next.bytes[0] == '\t')
			fputc(' ', out);
		else if (next.bytes[0] == '<')
			fputs("&lt;", out);
		else if (next.bytes[0] == '>')
			fputs("&gt;", out);
		else if (next.bytes[0] == '&')
			fputs("&amp;", out);
		else
			fwrite(next.bytes, 1, next.count, out);
	}
}

void markdown_heading(FILE *out, int level, const char *text)
{
	fprintf(out, "\n%.*s ", level, "######");
	markdown_text(out, text, false);
	fputs("\n\n", out);
}

void markdown_paragraph(FILE *out, const char *text)
{
	markdown_text(out, text, true);
	fputs("\n\n", out);
}

void markdown_strong(FILE *out, const char *text)
{
	fputs("**", out);
	markdown_text(out, text, false);
	fputs("**", out);
}

/* The longest run of backticks in the text, and one more, at least three. */
static int fence_length(const char *text)
{
	size_t longest = 2;

	while (*text != '\0') {
		size_t run = strspn(text, "`");

		if (run > longest)
			longest = run;
		text += run > 0 ? run : 1;
	}
	return (int)longest + 1;
}

static void fence(FILE *out, int length)
{
	for (int i = 0; i < length; i++)
		fputc('`', out);
	fputc('\n', out);
}

void markdown_code(FILE *out, const char *text)
{
	int length = fence_length(text);
	struct character next;

	fence(out, length);
	while ((next = text_next(&text)).count > 0)
		fwrite(next.bytes, 1, next.count, out);
	fputc('\n', out);
	fence(out, length);
	fputc('\n', out);
}

void markdown_anchor(FILE *out, const char *id)
{
	fprintf(out, "<a id=\"%s\"></a>\n", id);
}

void markdown_link(FILE *out, const char *text, const char *address)
{
	fputc('[', out);
	markdown_text(out, text, false);
	fprintf(out, "](%s)", address);
}

void markdown_image(FILE *out, const char *alternative, const char *address)
{
	fputs("![", out);
	markdown_text(out, alternative, false);
	fprintf(out, "](%s)\n\n", text_percent(address));
}
