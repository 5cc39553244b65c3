/* SPDX-License-Identifier: MIT */
/* Description: what reports are made of lets no content become markup: text, HTML, Markdown. */
#include "check.h"

#include <math.h>

#include "lab/base/asset.h"
#include "lab/report/figure.h"
#include "lab/report/html.h"
#include "lab/report/markdown.h"
#include "lab/report/sweep.h"
#include "lab/report/text.h"

/* A stream into memory; `text` is valid after closing it. */
struct memory {
	FILE *out;
	char *text;
	size_t bytes;
};

static void memory_open(struct memory *memory)
{
	memory->out = open_memstream(&memory->text, &memory->bytes);
	assert_non_null(memory->out);
}

static void expect_written(struct memory *memory, const char *expected)
{
	fclose(memory->out);
	assert_string_equal(memory->text, expected);
	free(memory->text);
}

/* ------------------------------------------------------------------ text -- */

static void expect_text(const char *text, const char *expected)
{
	struct memory memory;
	struct character next;

	memory_open(&memory);
	while ((next = text_next(&text)).count > 0)
		fwrite(next.bytes, 1, next.count, memory.out);
	expect_written(&memory, expected);
}

#define REPLACED "\xef\xbf\xbd"

static void test_text(void **state)
{
	(void)state;
	expect_text("", "");
	expect_text("a\tb\n\xc3\xbc\xe2\x98\x83\xf0\x9f\x98\x80",
		    "a\tb\n\xc3\xbc\xe2\x98\x83\xf0\x9f\x98\x80");
	expect_text("\x01\x1b[31m\x7f", REPLACED REPLACED "[31m" REPLACED);
	expect_text("\xff", REPLACED);
	expect_text("\x80", REPLACED);
	expect_text("\xc0\xaf", REPLACED REPLACED);		 /* overlong */
	expect_text("\xe2\x98", REPLACED REPLACED);		 /* cut short */
	expect_text("\xed\xa0\x80", REPLACED REPLACED REPLACED); /* surrogate */
	expect_text("\xf4\x90\x80\x80", REPLACED REPLACED REPLACED REPLACED);
	expect_text("\xef\xbf\xbf", REPLACED REPLACED REPLACED); /* U+FFFF */
	expect_text("\xc2\x85", REPLACED REPLACED);		 /* C1 control */
}

/* ------------------------------------------------------------------ html -- */

static void test_html(void **state)
{
	struct html html = { 0 };
	struct memory memory;

	(void)state;
	memory_open(&memory);
	html.out = memory.out;
	html_open(&html, "p", "title", "\"><script>", "class", NULL, NULL);
	html_text(&html, "a < b && 'c' > \"d\"");
	html_element(&html, "b", "</b>", NULL);
	html_close(&html);
	assert_int_equal(html.depth, 0);
	expect_written(&memory,
		       "<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp;&amp; &#39;c&#39; &gt; "
		       "&quot;d&quot;<b>&lt;/b&gt;</b></p>");
}

/* -------------------------------------------------------------- markdown -- */

static void expect_markdown(const char *text, bool starts, const char *expected)
{
	struct memory memory;

	memory_open(&memory);
	markdown_text(memory.out, text, starts);
	expect_written(&memory, expected);
}

static void test_markdown(void **state)
{
	(void)state;
	expect_markdown("spawn_local a=1", true, "spawn_local a=1");
	expect_markdown("_i_ *b* `c` [l](x) a|b ~s~ \\", false,
			"\\_i\\_ \\*b\\* \\`c\\` \\[l\\](x) a\\|b \\~s\\~ \\\\");
	expect_markdown("<b>&amp;\nnext", false, "&lt;b&gt;&amp;amp; next");
	expect_markdown("# no heading", true, "\\# no heading");
	expect_markdown("- no item", true, "\\- no item");
	expect_markdown("12. no item", true, "12\\. no item");
	expect_markdown("12 workers", true, "12 workers");
	expect_markdown("    no code", true, "no code");
}

static void test_markdown_code(void **state)
{
	struct memory memory;

	(void)state;
	memory_open(&memory);
	markdown_code(memory.out, "a\n````\nb");
	expect_written(&memory, "`````\na\n````\nb\n`````\n\n");
}

/* ---------------------------------------------------------------- others -- */

static void test_percent(void **state)
{
	(void)state;
	assert_string_equal(text_percent("plots/a_1-b.svg"), "plots/a_1-b.svg");
	assert_string_equal(text_percent("<g a=\"#1\">\n& %\xc3\xbc"),
			    "%3Cg%20a=%22%231%22%3E%0A%26%20%25%C3%BC");
}

static void test_assets(void **state)
{
	const struct asset *style = asset_find("page.css");

	(void)state;
	assert_int_equal(style->bytes, strlen(style->text));
	assert_int_equal(strlen(style->sha256), 44);
	assert_int_equal(style->sha256[43], '=');
	assert_non_null(strstr(asset_find("page.html")->text, "{{main}}"));
}

static void test_quoted(void **state)
{
	(void)state;
	assert_string_equal(figure_quoted("a\"b\\c`d\ne"), "a'b'c'd e");
	assert_string_equal(figure_quoted("\xc3\xbc\xc3\xbc"), "\xc3\xbc\xc3\xbc");
	assert_string_equal(figure_quoted("\xff"), REPLACED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),	 cmocka_unit_test(test_html),
		cmocka_unit_test(test_markdown), cmocka_unit_test(test_markdown_code),
		cmocka_unit_test(test_percent),	 cmocka_unit_test(test_assets),
		cmocka_unit_test(test_quoted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
