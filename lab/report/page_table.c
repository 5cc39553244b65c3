/* SPDX-License-Identifier: MIT */
/*
 * page_table.c - tables: a caption, heads with a scope, rows.
 *
 * A table may be wider than the window; it scrolls by itself, also by keyboard.
 * page.js makes its heads sort it, by data-value where a cell has one.
 */
#include "lab/report/page.h"

#include <assert.h>

#include "lab/report/markdown.h"

static void put_markdown_head(FILE *out, const struct column *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		fputs(i == 0 ? "| " : " | ", out);
		markdown_text(out, columns[i].name, false);
	}
	fputs(" |\n|", out);
	for (size_t i = 0; i < count; i++)
		fputs(columns[i].numeric ? "---:|" : "---|", out);
	fputc('\n', out);
}

void page_table_begin(struct page *page, const char *caption, const struct column *columns,
		      size_t count)
{
	const char *name = caption != NULL ? caption : page->title;
	struct html *html = &page->html;

	html_open(html, "div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label",
		  name, NULL);
	html_open(html, "table", NULL);
	html_element(html, "caption", name, "class", caption != NULL ? NULL : "hidden", NULL);
	html_open(html, "thead", NULL);
	html_open(html, "tr", NULL);
	for (size_t i = 0; i < count; i++)
		html_element(html, "th", columns[i].name, "scope", "col", "class",
			     columns[i].numeric ? "number" : NULL, NULL);
	html_close(html);
	html_close(html);
	html_open(html, "tbody", NULL);
	if (caption != NULL) {
		markdown_strong(page->markdown, caption);
		fputs("\n\n", page->markdown);
	}
	put_markdown_head(page->markdown, columns, count);
	page->columns = columns;
	page->column_count = count;
	page->column = 0;
}

/* Opens the row before its first cell. */
static void cell_begin(struct page *page, const char *value)
{
	const char *class = page->columns[page->column].numeric ? "number" : NULL;

	if (page->column == 0) {
		html_newline(&page->html);
		html_open(&page->html, "tr", NULL);
		html_open(&page->html, "th", "scope", "row", "class", class, "data-value", value,
			  NULL);
	} else {
		html_open(&page->html, "td", "class", class, "data-value", value, NULL);
	}
	fputs(page->column == 0 ? "| " : " | ", page->markdown);
}

static void cell_end(struct page *page)
{
	html_close(&page->html);
	if (++page->column < page->column_count)
		return;
	html_close(&page->html);
	fputs(" |\n", page->markdown);
	page->column = 0;
}

void page_cell(struct page *page, const char *text)
{
	cell_begin(page, NULL);
	html_text(&page->html, text);
	markdown_text(page->markdown, text, false);
	cell_end(page);
}

void page_cell_number(struct page *page, double value, const char *text)
{
	cell_begin(page, value == value ? lab_printf("%.9g", value) : "");
	html_text(&page->html, text);
	markdown_text(page->markdown, text, false);
	cell_end(page);
}

void page_cell_badge(struct page *page, enum tone tone, const char *word)
{
	cell_begin(page, NULL);
	page_badge(page, tone, word);
	cell_end(page);
}

void page_table_end(struct page *page)
{
	assert(page->column == 0);
	html_close(&page->html);
	html_close(&page->html);
	html_close(&page->html);
	html_newline(&page->html);
	fputc('\n', page->markdown);
}
