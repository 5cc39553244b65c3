/* SPDX-License-Identifier: MIT */
/* html.c - see html.h. */
#include "lab/report/html.h"

#include <assert.h>
#include <stdarg.h>

#include "lab/report/text.h"

static const char *entity(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void html_text(struct html *html, const char *text)
{
	struct character next;

	while ((next = text_next(&text)).count > 0) {
		const char *escaped = entity(next.bytes[0]);

		if (escaped != NULL)
			fputs(escaped, html->out);
		else
			fwrite(next.bytes, 1, next.count, html->out);
	}
}

static void begin(struct html *html, const char *tag, va_list pairs)
{
	const char *name, *value;

	assert(html->depth < HTML_DEPTH);
	html->open[html->depth++] = tag;
	fprintf(html->out, "<%s", tag);
	while ((name = va_arg(pairs, const char *)) != NULL) {
		value = va_arg(pairs, const char *);
		if (value == NULL)
			continue;
		fprintf(html->out, " %s=\"", name);
		html_text(html, value);
		fputc('"', html->out);
	}
	fputc('>', html->out);
}

void html_open(struct html *html, const char *tag, ...)
{
	va_list pairs;

	va_start(pairs, tag);
	begin(html, tag, pairs);
	va_end(pairs);
}

void html_close(struct html *html)
{
	assert(html->depth > 0);
	fprintf(html->out, "</%s>", html->open[--html->depth]);
}

void html_element(struct html *html, const char *tag, const char *text, ...)
{
	va_list pairs;

	va_start(pairs, text);
	begin(html, tag, pairs);
	va_end(pairs);
	html_text(html, text);
	html_close(html);
}

void html_empty(struct html *html, const char *tag, ...)
{
	va_list pairs;

	va_start(pairs, tag);
	begin(html, tag, pairs);
	va_end(pairs);
	html->depth--;
}

void html_newline(struct html *html)
{
	fputc('\n', html->out);
}
