/* SPDX-License-Identifier: MIT */
/*
 * svg.c - a reader of the XML that gnuplot writes; see svg.h.
 *
 * Weakness: it knows elements, attributes and the five entities of XML, which
 * is what gnuplot uses; comments are skipped, and anything else ends the drawing.
 */
#include "lab/report/svg.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/lab.h"
#include "lab/report/palette.h"

struct reader {
	const char *at;
	const struct svg_words *words;
	struct html *html;		  /* NULL: only look whether all is well */
	unsigned int depth, skipped_from; /* 0: nothing is being skipped */
};

/* The page's own copy of a name, so that no text of the file becomes markup. */
static const char *known(const char *const *names, const char *name, size_t bytes)
{
	for (; *names != NULL; names++)
		if (strlen(*names) == bytes && strncmp(*names, name, bytes) == 0)
			return *names;
	return NULL;
}

static const char *known_element(const char *name, size_t bytes)
{
	static const char *const names[] = { "g",    "path",	 "rect",    "circle", "line",
					     "text", "polyline", "polygon", "tspan",  "use",
					     "defs", "clipPath", NULL };

	return known(names, name, bytes);
}

static const char *known_attribute(const char *name, size_t bytes)
{
	static const char *const names[] = { "d",
					     "x",
					     "y",
					     "x1",
					     "x2",
					     "y1",
					     "y2",
					     "cx",
					     "cy",
					     "r",
					     "dx",
					     "dy",
					     "width",
					     "height",
					     "points",
					     "transform",
					     "fill",
					     "stroke",
					     "color",
					     "stroke-width",
					     "opacity",
					     "font-size",
					     "font-weight",
					     "stroke-linecap",
					     "stroke-linejoin",
					     "font-style",
					     "text-anchor",
					     "fill-opacity",
					     "stroke-opacity",
					     "stroke-dasharray",
					     "clip-path",
					     "id",
					     "xlink:href",
					     NULL };

	return known(names, name, bytes);
}

/* ---------------------------------------------------------------- values -- */

/* &lt; and its like as the character. */
static const char *decoded(const char *text, size_t bytes)
{
	static const char *const entities[] = { "&lt;", "&gt;", "&amp;", "&quot;", "&apos;" };
	char *plain = lab_alloc(bytes + 1), *to = plain;

	for (const char *at = text; at < text + bytes;) {
		size_t length = 0;

		for (size_t i = 0; i < 5 && length == 0; i++) {
			if (strncmp(at, entities[i], strlen(entities[i])) != 0)
				continue;
			*to++ = "<>&\"'"[i];
			length = strlen(entities[i]);
		}
		if (length == 0)
			*to++ = *at;
		at += length > 0 ? length : 1;
	}
	return plain;
}

static const char *colour(const char *value)
{
	unsigned int red, green, blue, rgb;
	const char *variable = NULL;

	if (sscanf(value, "rgb( %u , %u , %u )", &red, &green, &blue) == 3)
		variable = palette_variable(red << 16 | green << 8 | blue);
	else if (sscanf(value, "#%6x", &rgb) == 1)
		variable = palette_variable(rgb);
	else if (strcmp(value, "black") == 0)
		variable = "currentColor";
	return variable != NULL ? variable : value;
}

static const char *own_id(const struct reader *reader, const char *id)
{
	return lab_printf("%s-%s", reader->words->id, id);
}

/* A reference to anything but an identifier of the drawing. */
static bool is_foreign(const char *name, const char *value)
{
	if (strcmp(name, "xlink:href") == 0)
		return value[0] != '#';
	return strstr(value, "url(") != NULL && strncmp(value, "url(#", 5) != 0;
}

static void put_attribute(struct reader *reader, const char *name, const char *value)
{
	struct html *html = reader->html;

	if (is_foreign(name, value))
		return;
	if (strcmp(name, "id") == 0)
		html_attribute(html, name, own_id(reader, value));
	else if (strcmp(name, "xlink:href") == 0)
		html_attribute(html, "href", lab_printf("#%s", own_id(reader, value + 1)));
	else if (strncmp(value, "url(#", 5) == 0)
		html_attribute(html, name, lab_printf("url(#%s", own_id(reader, value + 5)));
	else if (strcmp(name, "fill") == 0 || strcmp(name, "stroke") == 0)
		html_attribute(html, name, colour(value));
	else if (strcmp(name, "color") == 0)
		html_attribute(html, name, strcmp(value, "black") == 0 ? "inherit" : colour(value));
	else
		html_attribute(html, name, value);
}

/* -------------------------------------------------------------- elements -- */

static bool writes(const struct reader *reader)
{
	return reader->html != NULL && reader->skipped_from == 0;
}

static size_t name_length(const char *at)
{
	return strcspn(at, " \t\r\n=/><'\"");
}

static void skip_space(struct reader *reader)
{
	reader->at += strspn(reader->at, " \t\r\n");
}

/* `name="value"`; false if it is something else. */
static bool read_attribute(struct reader *reader, const char *element)
{
	const char *name = reader->at, *known_name, *value, *end;
	size_t bytes = name_length(name);

	reader->at += bytes;
	skip_space(reader);
	if (bytes == 0 || *reader->at != '=')
		return false;
	reader->at++;
	skip_space(reader);
	if (*reader->at != '"' && *reader->at != '\'')
		return false;
	value = reader->at + 1;
	end = strchr(value, *reader->at);
	if (end == NULL)
		return false;
	reader->at = end + 1;
	known_name = known_attribute(name, bytes);
	if (element != NULL && known_name != NULL && writes(reader))
		put_attribute(reader, known_name, decoded(value, (size_t)(end - value)));
	return true;
}

static bool read_attributes(struct reader *reader, const char *element)
{
	for (;;) {
		skip_space(reader);
		if (*reader->at == '>' || *reader->at == '/')
			return true;
		if (!read_attribute(reader, element))
			return false;
	}
}

/* An unknown element, and all that is in it, is left out. */
static bool read_open(struct reader *reader)
{
	size_t bytes = name_length(reader->at);
	const char *element = known_element(reader->at, bytes);

	if (bytes == 0 || ++reader->depth + 8 > HTML_DEPTH)
		return false;
	if (element == NULL && reader->skipped_from == 0)
		reader->skipped_from = reader->depth;
	reader->at += bytes;
	if (writes(reader))
		html_begin(reader->html, element);
	if (!read_attributes(reader, element))
		return false;
	if (writes(reader))
		html_begun(reader->html);
	return true;
}

static bool close_element(struct reader *reader)
{
	if (reader->depth == 0)
		return false;
	if (writes(reader))
		html_close(reader->html);
	if (reader->skipped_from == reader->depth)
		reader->skipped_from = 0;
	reader->depth--;
	return true;
}

/* After a '<'. */
static bool read_tag(struct reader *reader)
{
	bool closes = *reader->at == '/', alone;
	const char *end;

	if (strncmp(reader->at, "!--", 3) == 0) {
		end = strstr(reader->at, "-->");
		reader->at = end != NULL ? end + 3 : reader->at;
		return end != NULL;
	}
	if (closes) {
		reader->at += 1 + name_length(reader->at + 1);
		skip_space(reader);
		return *reader->at++ == '>' && close_element(reader);
	}
	if (!read_open(reader))
		return false;
	alone = *reader->at == '/';
	reader->at += alone;
	return *reader->at++ == '>' && (!alone || close_element(reader));
}

/* What stands inside <svg>, up to its end. */
static bool read_content(struct reader *reader)
{
	for (;;) {
		size_t bytes = strcspn(reader->at, "<");

		if (bytes > 0 && writes(reader))
			html_text(reader->html, decoded(reader->at, bytes));
		reader->at += bytes;
		if (*reader->at == '\0')
			return false;
		if (strncmp(reader->at, "</svg", 5) == 0)
			return reader->depth == 0;
		reader->at++;
		if (!read_tag(reader))
			return false;
	}
}

static void put_content(struct html *html, const char *content, const struct svg_words *words,
			unsigned int width, unsigned int height)
{
	struct reader reader = { content, words, html, 0, 0 };
	const char *title = lab_printf("%s-title", words->id);
	const char *description = lab_printf("%s-description", words->id);

	html_open(html, "svg", "xmlns", "http://www.w3.org/2000/svg", "role", "img", "width",
		  lab_printf("%u", width), "height", lab_printf("%u", height), "viewBox",
		  lab_printf("0 0 %u %u", width, height), "aria-labelledby",
		  lab_printf("%s %s", title, description), NULL);
	html_element(html, "title", words->title, "id", title, NULL);
	html_element(html, "desc", words->description, "id", description, NULL);
	read_content(&reader);
	html_close(html);
}

bool svg_embed(struct html *html, const char *text, const struct svg_words *words)
{
	const char *root = strstr(text, "<svg"), *size, *content;
	struct reader reader = { NULL, words, NULL, 0, 0 };
	unsigned int width, height;

	content = root != NULL ? strchr(root, '>') : NULL;
	size = content != NULL ? strstr(root, "viewBox=\"0 0 ") : NULL;
	if (size == NULL || size > content ||
	    sscanf(size, "viewBox=\"0 0 %u %u\"", &width, &height) != 2)
		return false;
	reader.at = content + 1;
	if (!read_content(&reader))
		return false;
	put_content(html, content + 1, words, width, height);
	return true;
}
