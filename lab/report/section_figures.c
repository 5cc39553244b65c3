/* SPDX-License-Identifier: MIT */
/*
 * section_figures.c - the plots, each with its numbers as a table.
 */
#include <stdlib.h>

#include "lab/base/regular.h"
#include "lab/report/markdown.h"
#include "lab/report/section.h"
#include "lab/report/text.h"
#include "lab/report/words.h"
#include "lab/show/table.h"

#define NUMBERS_MOST 60 /* rows of a plot; more stand in its file only */
#define NOT_DRAWN    "Not drawn: gnuplot is missing or failed; the numbers are below."

/* The SVG that gnuplot wrote, as an address that holds all of it; NULL: not to be had. */
static const char *drawing_address(const struct report_set *set, const struct figure *figure)
{
	const char *path = lab_printf("%s/plots/%s.svg", set->directory, figure->name);
	FILE *file = figure->drawn ? regular_open(path) : NULL;
	const char *address = NULL;
	size_t room = 0;
	char *text = NULL;

	if (file == NULL)
		return NULL;
	if (getdelim(&text, &room, '\0', file) > 0)
		address = lab_printf("data:image/svg+xml,%s", text_percent(text));
	free(text);
	fclose(file);
	return address;
}

static void put_drawing(struct page *page, const struct report_set *set,
			const struct figure *figure)
{
	const char *address = drawing_address(set, figure);

	html_open(&page->html, "div", "class", "scroll plot", "role", "region", "tabindex", "0",
		  "aria-label", lab_printf("Plot: %s", figure->title), NULL);
	if (address == NULL) {
		html_element(&page->html, "p", NOT_DRAWN, NULL);
		markdown_paragraph(page->markdown, NOT_DRAWN);
	} else {
		html_empty(&page->html, "img", "src", address, "alt", figure->title, NULL);
		markdown_image(page->markdown, figure->title,
			       lab_printf("%s/%s.svg", set->plots, figure->name));
	}
	html_close(&page->html);
	html_newline(&page->html);
}

static const struct grid *numbers_of(const struct figure *figure)
{
	return figure->shown.column_count > 0 ? &figure->shown : &figure->data;
}

/* The page leaves out what no row has. */
static const struct column *columns_of(const struct grid *grid)
{
	struct column *columns = lab_alloc((grid->column_count + 3) * sizeof(*columns));

	columns[0].name = grid->label;
	columns[1].name = "panel";
	for (size_t i = 0; i < grid->column_count; i++)
		columns[2 + i] = (struct column){ grid->columns[i], true };
	columns[2 + grid->column_count].name = "note";
	return columns;
}

static void put_numbers(struct page *page, const struct report_set *set,
			const struct figure *figure)
{
	const struct grid *grid = numbers_of(figure);
	const char *file = lab_printf("%s/%s.dat", set->plots, figure->name);

	if (grid->count > NUMBERS_MOST) {
		page_note(page, lab_printf("Its %zu rows of numbers: %s", grid->count, file));
		return;
	}
	page_details_begin(page, lab_printf("The numbers of this plot, also in %s", file));
	page_table_begin(page, lab_printf("Numbers of: %s", figure->title), columns_of(grid),
			 grid->column_count + 3);
	for (size_t i = 0; i < grid->count; i++) {
		const struct figure_row *row = &grid->rows[i];

		page_cell(page, row->label);
		page_cell(page, row->panel);
		for (size_t j = 0; j < grid->column_count; j++)
			page_cell_number(page, row->values[j], table_number(row->values[j], "-"));
		page_cell(page, row->note != NULL ? row->note : "");
	}
	page_table_end(page);
	page_details_end(page);
}

static void put_figure(struct page *page, const struct report_set *set, const struct figure *figure)
{
	html_open(&page->html, "figure", NULL);
	put_drawing(page, set, figure);
	html_element(&page->html, "figcaption", figure->description, NULL);
	markdown_paragraph(page->markdown, figure->description);
	put_numbers(page, set, figure);
	html_close(&page->html);
	html_newline(&page->html);
}

static bool has_kind(const struct figures *figures, const struct figure_kind *kind)
{
	for (size_t i = 0; i < figures->count; i++)
		if (figures->items[i].kind == kind)
			return true;
	return false;
}

static bool has_figures(const struct report_set *set)
{
	return set->figures.count > 0;
}

/* Figures stand in the order of their kinds; then why there is none of the others. */
static void write(struct page *page, const struct report_set *set)
{
	size_t count;
	const struct figure_kind *const *kinds = figure_kinds(&count);

	page_note(page, WORDS_NO_EVIDENCE);
	for (size_t i = 0; i < set->figures.count; i++)
		put_figure(page, set, &set->figures.items[i]);
	for (size_t i = 0; i < count; i++)
		if (!has_kind(&set->figures, kinds[i]))
			page_note(page, kinds[i]->otherwise);
}

SECTION(figures) = { .place = 30, .title = "Plots", .has = has_figures, .write = write };
