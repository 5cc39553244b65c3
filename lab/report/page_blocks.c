/* SPDX-License-Identifier: MIT */
/* page_blocks.c - notices, lists, facts and what is shown on demand. */
#include "lab/report/page.h"

#include "lab/report/markdown.h"

const char *page_tone_class(enum tone tone)
{
	static const char *const classes[] = { "plain", "good", "caution", "bad",
					       "less",	"more", "same",	   "depends" };

	return classes[tone];
}

void page_badge(struct page *page, enum tone tone, const char *word)
{
	html_element(&page->html, "strong", word, "class",
		     lab_printf("badge %s", page_tone_class(tone)), NULL);
	markdown_strong(page->markdown, word);
}

void page_notices_begin(struct page *page)
{
	html_open(&page->html, "ul", "class", "notices", NULL);
}

void page_notice(struct page *page, enum tone tone, const char *headline, const char *text)
{
	html_open(&page->html, "li", "class", page_tone_class(tone), NULL);
	html_element(&page->html, "strong", headline, NULL);
	html_text(&page->html, " ");
	html_element(&page->html, "span", text, NULL);
	html_close(&page->html);
	fputs("- ", page->markdown);
	markdown_strong(page->markdown, headline);
	fputs(" ", page->markdown);
	markdown_text(page->markdown, text, false);
	fputc('\n', page->markdown);
}

void page_notices_end(struct page *page)
{
	html_close(&page->html);
	html_newline(&page->html);
	fputc('\n', page->markdown);
}

void page_list_begin(struct page *page)
{
	html_open(&page->html, "ul", "class", "statements", NULL);
}

void page_item(struct page *page, enum tone tone, const char *badge, const char *text)
{
	html_open(&page->html, "li", NULL);
	fputs("- ", page->markdown);
	page_badge(page, tone, badge);
	html_text(&page->html, " ");
	html_element(&page->html, "span", text, NULL);
	html_close(&page->html);
	html_newline(&page->html);
	fputs(": ", page->markdown);
	markdown_text(page->markdown, text, false);
	fputc('\n', page->markdown);
}

void page_list_end(struct page *page)
{
	page_notices_end(page);
}

void page_details_begin(struct page *page, const char *summary)
{
	html_open(&page->html, "details", NULL);
	html_element(&page->html, "summary", summary, NULL);
	html_newline(&page->html);
	markdown_paragraph(page->markdown, summary);
}

void page_details_end(struct page *page)
{
	html_close(&page->html);
	html_newline(&page->html);
}
