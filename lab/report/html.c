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

void html_begin(struct html *html, const char *tag)
{
	assert(html->depth < HTML_DEPTH);
	html->open[html->depth++] = tag;
	fprintf(html->out, "<%s", tag);
}

void html_attribute(struct html *html, const char *name, const char *value)
{
	fprintf(html->out, " %s=\"", name);
	html_text(html, value);
	fputc('"', html->out);
}

void html_begun(struct html *html)
{
	fputc('>', html->out);
}

static void attributes(struct html *html, va_list pairs)
{
	const char *name, *value;

	while ((name = va_arg(pairs, const char *)) != NULL) {
		value = va_arg(pairs, const char *);
		if (value != NULL)
			html_attribute(html, name, value);
	}
}

void html_open(struct html *html, const char *tag, ...)
{
	va_list pairs;

	html_begin(html, tag);
	va_start(pairs, tag);
	attributes(html, pairs);
	va_end(pairs);
	html_begun(html);
}

void html_close(struct html *html)
{
	assert(html->depth > 0);
	fprintf(html->out, "</%s>", html->open[--html->depth]);
}

void html_element(struct html *html, const char *tag, const char *text, ...)
{
	va_list pairs;

	html_begin(html, tag);
	va_start(pairs, text);
	attributes(html, pairs);
	va_end(pairs);
	html_begun(html);
	html_text(html, text);
	html_close(html);
}

void html_newline(struct html *html)
{
	fputc('\n', html->out);
}
