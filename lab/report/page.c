/* SPDX-License-Identifier: MIT */
/*
 * page.c - the frame of a page, its sections and its running text; see page.h.
 *
 * The frame is page.html with places in it: {{title}}, {{main}}, {{page.css}}, ...
 */
#include "lab/report/page.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "lab/base/asset.h"
#include "lab/report/markdown.h"

/* ----------------------------------------------------------------- frame -- */

/* "page.css": the file; "page.css hash": what the policy of the page knows it by. */
static void put_asset(struct page *page, const char *place)
{
	const char *space = strchr(place, ' ');
	const char *name = lab_printf("%.*s", (int)strcspn(place, " "), place);
	const struct asset *asset = asset_find(name);

	if (space != NULL)
		html_text(&page->html, asset->sha256);
	else
		fwrite(asset->text, 1, asset->bytes, page->html.out);
}

struct frame {
	const char *title, *subtitle;
};

static void put_place(struct page *page, const char *place, const struct frame *frame)
{
	if (strcmp(place, "title") == 0)
		html_text(&page->html, frame->title);
	else if (strcmp(place, "subtitle") == 0)
		html_text(&page->html, frame->subtitle);
	else
		put_asset(page, place);
}

/* Up to the place `until`, or to the end; returns where it stopped. */
static const char *put_frame(struct page *page, const char *at, const char *until,
			     const struct frame *frame)
{
	const char *open;

	while ((open = strstr(at, "{{")) != NULL) {
		const char *close = strstr(open, "}}");
		const char *place = lab_printf("%.*s", (int)(close - open - 2), open + 2);

		fwrite(at, 1, (size_t)(open - at), page->html.out);
		at = close + 2;
		if (strcmp(place, until) == 0)
			return at;
		put_place(page, place, frame);
	}
	fputs(at, page->html.out);
	return at;
}

void page_begin(struct page *page, const char *title, const char *subtitle)
{
	struct frame frame = { title, subtitle };

	page->level = 1;
	page->prefix = "";
	put_frame(page, asset_find("page.html")->text, "main", &frame);
	fputs("# ", page->markdown);
	markdown_text(page->markdown, title, false);
	fputs("\n\n", page->markdown);
	markdown_paragraph(page->markdown, subtitle);
}

void page_end(struct page *page)
{
	const char *rest = strstr(asset_find("page.html")->text, "{{main}}");

	assert(page->html.depth == 0);
	put_frame(page, rest + strlen("{{main}}"), "", NULL);
}

/* -------------------------------------------------------------- sections -- */

static const char *full_id(const struct page *page, const char *id)
{
	return id != NULL ? lab_printf("%s%s", page->prefix, id) : NULL;
}

const char *page_address(const struct page *page, const char *id)
{
	return lab_printf("#%s", full_id(page, id));
}

const char *page_identifier(const char *name)
{
	char *id = lab_strdup(name);

	for (char *at = id; *at != '\0'; at++)
		if (!isalnum((unsigned char)*at) && *at != '_')
			*at = '-';
	return id;
}

static void put_heading(struct page *page, const char *id, const char *title)
{
	static const char *const tags[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

	page->level++;
	page->title = title;
	html_element(&page->html, tags[page->level < 6 ? page->level - 1 : 5], title, "id", id,
		     NULL);
	html_newline(&page->html);
	markdown_heading(page->markdown, page->level < 6 ? page->level : 6, title);
}

static void begin_section(struct page *page, const char *id)
{
	html_newline(&page->html);
	html_open(&page->html, "section", "aria-labelledby", id, NULL);
}

void page_section_begin(struct page *page, const char *id, const char *title)
{
	const char *full = full_id(page, id);

	begin_section(page, full);
	put_heading(page, full, title);
}

void page_section_end(struct page *page)
{
	html_close(&page->html);
	html_newline(&page->html);
	page->level--;
}

void page_fold_begin(struct page *page, const char *id, const char *title, enum tone tone,
		     const char *word)
{
	const char *full = full_id(page, id);

	begin_section(page, full);
	html_open(&page->html, "details", NULL);
	html_open(&page->html, "summary", NULL);
	markdown_anchor(page->markdown, full);
	put_heading(page, full, title);
	if (word != NULL) {
		page_badge(page, tone, word);
		fputs("\n\n", page->markdown);
	}
	html_close(&page->html);
	html_newline(&page->html);
}

void page_fold_end(struct page *page)
{
	html_close(&page->html);
	page_section_end(page);
}

/* ------------------------------------------------------------------ text -- */

static void put_paragraph(struct page *page, const char *class, const char *text)
{
	html_element(&page->html, "p", text, "class", class, NULL);
	html_newline(&page->html);
	markdown_paragraph(page->markdown, text);
}

void page_paragraph(struct page *page, const char *text)
{
	put_paragraph(page, NULL, text);
}

void page_note(struct page *page, const char *text)
{
	put_paragraph(page, "note", text);
}

void page_code(struct page *page, const char *text)
{
	html_open(&page->html, "pre", "tabindex", "0", NULL);
	html_element(&page->html, "code", text, NULL);
	html_close(&page->html);
	html_newline(&page->html);
	markdown_code(page->markdown, text);
}
