/* SPDX-License-Identifier: MIT */
/*
 * page_table.c - tables: a caption, heads with a scope, rows.
 *
 * A table is kept until it ends, because only then is it known which columns say
 * anything.  It may be wider than the window; it scrolls by itself, also by keyboard.
 * page.js makes its heads sort it, by data-value where a cell has one.  No cell is
 * higher than three lines: its text says how wide it must be, and what is longer than
 * that opens on demand.
 */
#include "lab/report/page.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "lab/report/markdown.h"
#include "lab/report/page_effect.h"

/* What three lines of the widest cell hold, and what stands for more than that. */
#define CELL_CHARACTERS 180
#define CELL_HEAD	60

/* ----------------------------------------------------------------- build -- */

static void begin(struct page *page, const char *class, const char *caption,
		  const struct column *columns, size_t count)
{
	page->table_class = class;
	page->caption = caption;
	page->columns = columns;
	page->column_count = count;
	page->cells = NULL;
	page->cell_count = 0;
}

void page_table_begin(struct page *page, const char *caption, const struct column *columns,
		      size_t count)
{
	begin(page, NULL, caption, columns, count);
}

void page_overview_begin(struct page *page, const char *caption, const struct column *columns,
			 size_t count)
{
	begin(page, "overview", caption, columns, count);
}

static struct table_cell *add(struct page *page, const char *text)
{
	struct table_cell *cell;

	page->cells = lab_grow(page->cells, page->cell_count, sizeof(*page->cells));
	cell = &page->cells[page->cell_count++];
	*cell = (struct table_cell){ .text = text, .value = NAN };
	return cell;
}

void page_cell(struct page *page, const char *text)
{
	add(page, text);
}

void page_cell_link(struct page *page, const char *text, const char *href)
{
	add(page, text)->href = href;
}

void page_cell_number(struct page *page, double value, const char *text)
{
	struct table_cell *cell = add(page, text);

	cell->kind = CELL_NUMBER;
	cell->value = value;
}

void page_cell_badge(struct page *page, enum tone tone, const char *word)
{
	page_cell_badge_link(page, tone, word, NULL);
}

void page_cell_badge_link(struct page *page, enum tone tone, const char *word, const char *href)
{
	struct table_cell *cell = add(page, word);

	cell->kind = CELL_BADGE;
	cell->tone = tone;
	cell->href = href;
}

void page_cell_effects(struct page *page, const struct effect *effects, size_t count, double axis)
{
	struct table_cell *cell = add(page, "");

	cell->kind = CELL_EFFECTS;
	cell->effects = effects;
	cell->effect_count = count;
	cell->axis = axis;
	cell->value = count > 0 ? effects[0].median : NAN;
}

/* -------------------------------------------------------------- what shows -- */

static bool says_nothing(const struct table_cell *cell)
{
	switch (cell->kind) {
	case CELL_NUMBER:
		return isnan(cell->value);
	case CELL_EFFECTS:
		return cell->effect_count == 0;
	case CELL_BADGE:
		return false;
	case CELL_TEXT:
		break;
	}
	return cell->text[0] == '\0' || strcmp(cell->text, "-") == 0;
}

/* The first one heads its rows, and a table without rows shows what it would have. */
static bool is_shown(const struct page *page, size_t column)
{
	if (column == 0 || page->cell_count == 0)
		return true;
	for (size_t i = column; i < page->cell_count; i += page->column_count)
		if (!says_nothing(&page->cells[i]))
			return true;
	return false;
}

/* ------------------------------------------------------------------ html -- */

/* How wide a cell must be for its text to need three lines at most. */
static const char *width_class(const char *text)
{
	size_t length = strlen(text);

	if (length <= 22)
		return "short";
	return length <= 48 ? "medium" : length <= 96 ? "long" : "longest";
}

static const char *class_of(const struct column *column, const char *text)
{
	return column->numeric ? "number" : width_class(text);
}

static const char *value_of(const struct table_cell *cell)
{
	if (cell->kind != CELL_NUMBER && cell->kind != CELL_EFFECTS)
		return NULL;
	return isnan(cell->value) ? "" : lab_printf("%.9g", cell->value);
}

/* A character is not cut: text_next of both halves sees what the whole has. */
static size_t head_bytes(const char *text)
{
	size_t bytes = CELL_HEAD;

	while (bytes > 0 && ((unsigned char)text[bytes] & 0xc0) == 0x80)
		bytes--;
	return bytes;
}

static void put_text(struct html *html, const char *text)
{
	if (strlen(text) <= CELL_CHARACTERS) {
		html_text(html, text);
		return;
	}
	html_open(html, "details", NULL);
	html_element(html, "summary", lab_printf("%.*s...", (int)head_bytes(text), text), NULL);
	html_text(html, text);
	html_close(html);
}

static void put_cell_html(struct page *page, const struct table_cell *cell)
{
	struct html *html = &page->html;

	if (cell->href != NULL)
		html_open(html, "a", "href", cell->href, NULL);
	if (cell->kind == CELL_BADGE)
		html_element(html, "strong", cell->text, "class",
			     lab_printf("badge %s", page_tone_class(cell->tone)), NULL);
	else if (cell->kind == CELL_EFFECTS)
		page_effects_html(html, cell->effects, cell->effect_count, cell->axis);
	else
		put_text(html, cell->text);
	if (cell->href != NULL)
		html_close(html);
}

static void put_row_html(struct page *page, const struct table_cell *cells, const bool *shown)
{
	html_newline(&page->html);
	html_open(&page->html, "tr", NULL);
	for (size_t i = 0; i < page->column_count; i++) {
		if (!shown[i])
			continue;
		html_open(&page->html, i == 0 ? "th" : "td", "scope", i == 0 ? "row" : NULL,
			  "class", class_of(&page->columns[i], cells[i].text), "data-value",
			  value_of(&cells[i]), NULL);
		put_cell_html(page, &cells[i]);
		html_close(&page->html);
	}
	html_close(&page->html);
}

static void put_head_html(struct page *page, const bool *shown)
{
	struct html *html = &page->html;

	html_open(html, "thead", NULL);
	html_open(html, "tr", NULL);
	for (size_t i = 0; i < page->column_count; i++) {
		const struct column *column = &page->columns[i];

		if (!shown[i])
			continue;
		html_open(html, "th", "scope", "col", "class",
			  lab_printf("%s%s", width_class(column->name),
				     column->numeric ? " number" : ""),
			  NULL);
		html_element(html, "span", column->name, NULL);
		if (i < page->cell_count && page->cells[i].kind == CELL_EFFECTS)
			page_axis_html(html, page->cells[i].axis);
		html_close(html);
	}
	html_close(html);
	html_close(html);
}

static void put_html(struct page *page, const bool *shown)
{
	struct html *html = &page->html;
	const char *name = page->caption != NULL ? page->caption : page->title;

	html_open(html, "div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label",
		  name, NULL);
	html_open(html, "table", "class", page->table_class, NULL);
	html_element(html, "caption", name, "class",
		     page->caption != NULL && page->table_class == NULL ? NULL : "hidden", NULL);
	put_head_html(page, shown);
	html_open(html, "tbody", NULL);
	for (size_t i = 0; i < page->cell_count; i += page->column_count)
		put_row_html(page, &page->cells[i], shown);
	html_close(html);
	html_close(html);
	html_close(html);
	html_newline(html);
}

/* -------------------------------------------------------------- markdown -- */

static void put_cell_markdown(FILE *out, const struct table_cell *cell)
{
	if (cell->kind == CELL_EFFECTS)
		page_effects_markdown(out, cell->effects, cell->effect_count);
	if (cell->kind == CELL_BADGE)
		fputs("**", out);
	if (cell->href != NULL)
		markdown_link(out, cell->text, cell->href);
	else
		markdown_text(out, cell->text, false);
	if (cell->kind == CELL_BADGE)
		fputs("**", out);
}

static void put_row_markdown(struct page *page, const struct table_cell *cells, const bool *shown)
{
	for (size_t i = 0; i < page->column_count; i++) {
		if (!shown[i])
			continue;
		fputs(i == 0 ? "| " : " | ", page->markdown);
		put_cell_markdown(page->markdown, &cells[i]);
	}
	fputs(" |\n", page->markdown);
}

static void put_head_markdown(struct page *page, const bool *shown)
{
	FILE *out = page->markdown;

	for (size_t i = 0; i < page->column_count; i++) {
		if (!shown[i])
			continue;
		fputs(i == 0 ? "| " : " | ", out);
		markdown_text(out, page->columns[i].name, false);
	}
	fputs(" |\n|", out);
	for (size_t i = 0; i < page->column_count; i++)
		if (shown[i])
			fputs(page->columns[i].numeric ? "---:|" : "---|", out);
	fputc('\n', out);
}

static void put_markdown(struct page *page, const bool *shown)
{
	if (page->caption != NULL) {
		markdown_strong(page->markdown, page->caption);
		fputs("\n\n", page->markdown);
	}
	put_head_markdown(page, shown);
	for (size_t i = 0; i < page->cell_count; i += page->column_count)
		put_row_markdown(page, &page->cells[i], shown);
	fputc('\n', page->markdown);
}

void page_table_end(struct page *page)
{
	bool *shown = lab_alloc(page->column_count * sizeof(*shown));

	assert(page->cell_count % page->column_count == 0);
	for (size_t i = 0; i < page->column_count; i++)
		shown[i] = is_shown(page, i);
	put_html(page, shown);
	put_markdown(page, shown);
}
