/* SPDX-License-Identifier: MIT */
/* Description: tables of a report: columns that say nothing, cells that say much, effects as drawn. */
#include "check.h"

#include <math.h>

#include "lab/report/page.h"

/* A page into memory, with one table; the texts are valid once it is closed. */
struct written {
	char *html, *markdown;
	size_t html_bytes, markdown_bytes;
	struct page page;
};

static void table_open(struct written *written, const struct column *columns, size_t count)
{
	memset(written, 0, sizeof(*written));
	written->page.html.out = open_memstream(&written->html, &written->html_bytes);
	written->page.markdown = open_memstream(&written->markdown, &written->markdown_bytes);
	assert_non_null(written->page.html.out);
	assert_non_null(written->page.markdown);
	written->page.prefix = "";
	page_table_begin(&written->page, "t", columns, count);
}

static void table_close(struct written *written)
{
	page_table_end(&written->page);
	fclose(written->page.html.out);
	fclose(written->page.markdown);
}

static void table_free(struct written *written)
{
	free(written->html);
	free(written->markdown);
}

/* ----------------------------------------------------------------- table -- */

static const struct column four_columns[] = {
	{ "name", false }, { "dashes", false }, { "unknown", true }, { "zeros", true }
};

/* A column in which no row says anything is left out of both, one of zeros is not. */
static void test_empty_columns(void **state)
{
	struct written written;

	(void)state;
	table_open(&written, PAGE_COLUMNS(four_columns));
	for (int i = 0; i < 2; i++) {
		page_cell(&written.page, "");
		page_cell(&written.page, i == 0 ? "-" : "");
		page_cell_number(&written.page, NAN, "not counted");
		page_cell_number(&written.page, 0, "0");
	}
	table_close(&written);
	assert_string_equal(written.markdown,
			    "**t**\n\n| name | zeros |\n|---|---:|\n|  | 0 |\n|  | 0 |\n\n");
	assert_null(strstr(written.html, "dashes"));
	assert_null(strstr(written.html, "unknown"));
	assert_non_null(strstr(written.html, "zeros"));
	table_free(&written);
}

/* One row that knows keeps the column for all. */
static void test_kept_columns(void **state)
{
	struct written written;

	(void)state;
	table_open(&written, PAGE_COLUMNS(four_columns));
	for (int i = 0; i < 2; i++) {
		page_cell(&written.page, "a");
		page_cell(&written.page, i == 0 ? "-" : "x");
		page_cell_number(&written.page, i == 0 ? NAN : 1, i == 0 ? "-" : "1");
		page_cell_number(&written.page, 0, "0");
	}
	table_close(&written);
	assert_string_equal(written.markdown,
			    "**t**\n\n| name | dashes | unknown | zeros |\n|---|---|---:|---:|\n"
			    "| a | - | - | 0 |\n| a | x | 1 | 0 |\n\n");
	table_free(&written);
}

/* What is too long for three lines opens on demand, whole, and is cut between characters. */
static void test_long_cells(void **state)
{
	struct written written;
	char text[400] = "";

	(void)state;
	for (size_t i = 0; i < 130; i++)
		strcat(text, i < 51 ? "a" : "\xc3\xbc");
	table_open(&written, PAGE_COLUMNS(four_columns));
	page_cell(&written.page, text);
	page_cell(&written.page, "short");
	page_cell_number(&written.page, 1, "1");
	page_cell_number(&written.page, 1, "1");
	table_close(&written);
	assert_non_null(strstr(written.html, "\xbc...</summary>"));
	assert_non_null(strstr(written.html, lab_printf("</summary>%s</details>", text)));
	assert_non_null(strstr(written.markdown, lab_printf("| %s | short", text)));
	table_free(&written);
}

/* --------------------------------------------------------------- effects -- */

static const struct effect slower = { 1.5, 1.2, 1.8, 1.05, TONE_MORE, "1.500 [1.200, 1.800]", "" };

static void test_axis(void **state)
{
	const struct effect small = { 1.02, 0.99, 1.05, NAN, TONE_SAME, "", "" };
	const struct effect half = { 0.55, 0.5, 0.6, NAN, TONE_LESS, "", "" };
	const struct effect far = { 0.01, 0.009, 0.011, NAN, TONE_LESS, "", "" };
	const struct effect none = { NAN, NAN, NAN, NAN, TONE_PLAIN, "", "" };
	const struct effect both[] = { small, slower };

	(void)state;
	assert_true(page_axis(&small, 1) == 1.25);
	assert_true(page_axis(&none, 1) == 1.25 && page_axis(NULL, 0) == 1.25);
	assert_true(page_axis(&half, 1) == 2 && page_axis(both, 2) == 2);
	assert_true(page_axis(&far, 1) == 4);
}

static const char *drawn(struct written *written, const struct effect *effect, double axis)
{
	static const struct column columns[] = { { "name", false }, { "ratio", false } };

	table_open(written, PAGE_COLUMNS(columns));
	page_cell(&written->page, "a");
	page_cell_effects(&written->page, effect, 1, axis);
	table_close(written);
	return written->html;
}

/* The dot in its place on a logarithmic axis, the interval, the margin; the text beside it.
 * 140 is in the middle, 120 on either side: log2 of 1.5 is 0.585, of 1.2 0.263, of 1.8 0.848. */
static void test_effect(void **state)
{
	struct written written;
	const char *html = drawn(&written, &slower, 2);

	(void)state;
	assert_non_null(strstr(html, "<circle cx=\"210.2\""));
	assert_non_null(strstr(html, "<line class=\"bar\" x1=\"171.6\" x2=\"241.8\""));
	assert_non_null(strstr(html, "class=\"margin\" x=\"131.6\" y=\"0\" width=\"16.9\""));
	assert_null(strstr(html, "<path"));
	assert_non_null(strstr(html, "class=\"effect more\""));
	assert_non_null(strstr(html, "1.500 [1.200, 1.800]"));
	assert_non_null(strstr(written.markdown, "| a | 1.500 \\[1.200, 1.800\\] |"));
	table_free(&written);
}

/* Beyond the axis there is an arrow and no dot; without an interval the dot is bare. */
static void test_effect_beyond(void **state)
{
	struct written written;
	struct effect effect = slower;
	const char *html;

	(void)state;
	effect.median = 9;
	effect.high = 12;
	html = drawn(&written, &effect, 4);
	assert_non_null(strstr(html, "<path"));
	assert_null(strstr(html, "<circle"));
	table_free(&written);
	effect = slower;
	effect.low = effect.high = NAN;
	html = drawn(&written, &effect, 2);
	assert_non_null(strstr(html, "<circle class=\"bare\""));
	assert_null(strstr(html, "class=\"bar\""));
	table_free(&written);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty_columns), cmocka_unit_test(test_kept_columns),
		cmocka_unit_test(test_long_cells),    cmocka_unit_test(test_axis),
		cmocka_unit_test(test_effect),	      cmocka_unit_test(test_effect_beyond),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
