/* SPDX-License-Identifier: MIT */
/*
 * page.h - one document, written twice: HTML and Markdown.
 *
 * What a section says goes through these calls and so into both files; neither
 * can say what the other does not.  Sections nest; their headings are in order
 * by construction.  Identifiers get the prefix of the set they belong to, so
 * that several sets can stand on one page.  Texts are of unknown origin
 * everywhere; html.h and markdown.h escape them.
 */
#ifndef LAB_REPORT_PAGE_H
#define LAB_REPORT_PAGE_H

#include "lab/base/lab.h"
#include "lab/report/html.h"

/* How a badge or a notice is coloured; its words say the same. */
enum tone {
	TONE_PLAIN,
	TONE_GOOD,    /* calibrated, none red */
	TONE_CAUTION, /* not calibrated, undecided */
	TONE_BAD,     /* red rows, too many flags */
	TONE_LESS,    /* the arm takes less time */
	TONE_MORE,    /* more */
	TONE_SAME,    /* equivalent */
	TONE_DEPENDS
};

struct column {
	const char *name;
	bool numeric; /* set to the right, sorted by value */
};

struct page {
	struct html html;
	FILE *markdown;
	int level;	    /* of the headings of the section that is open; 1: the title */
	const char *prefix; /* of identifiers: "" or "s2-" */
	const char *title;  /* of the section that was opened last */
	/* The table that is open. */
	const struct column *columns;
	size_t column_count, column;
};

struct page_link {
	const char *id, *name; /* of a section, prefix included */
};

/* Head, title and the list of sections; `page` is all zero but for the streams. */
void page_begin(struct page *page, const char *title, const char *subtitle,
		const struct page_link *links, size_t count);
void page_end(struct page *page);

void page_section_begin(struct page *page, const char *id, const char *title);
void page_section_end(struct page *page);

void page_paragraph(struct page *page, const char *text);
/* Smaller: how to read what follows. */
void page_note(struct page *page, const char *text);
/* As it is, in a fixed-width font. */
void page_code(struct page *page, const char *text);

/* A word that stands out, within whatever is open. */
void page_badge(struct page *page, enum tone tone, const char *word);

/* A row of short answers, each with a headline. */
void page_notices_begin(struct page *page);
void page_notice(struct page *page, enum tone tone, const char *headline, const char *text);
void page_notices_end(struct page *page);

/* Cards beside each other where there is room; each is a section. */
void page_cards_begin(struct page *page);
void page_card_begin(struct page *page, const char *title, const char *text);
void page_card_end(struct page *page);
void page_cards_end(struct page *page);

void page_list_begin(struct page *page);
void page_item(struct page *page, enum tone tone, const char *badge, const char *text);
void page_list_end(struct page *page);

void page_facts_begin(struct page *page);
void page_fact(struct page *page, const char *name, const char *value);
void page_facts_end(struct page *page);

/* Every row has one cell per column; the first one is the row's head.  `caption`
 * NULL: the title of the section stands right above and is the caption. */
void page_table_begin(struct page *page, const char *caption, const struct column *columns,
		      size_t count);
void page_cell(struct page *page, const char *text);
/* Shown as `text`, sorted by `value`; NAN sorts last. */
void page_cell_number(struct page *page, double value, const char *text);
void page_cell_badge(struct page *page, enum tone tone, const char *word);
void page_table_end(struct page *page);

#define PAGE_COLUMNS(columns) (columns), sizeof(columns) / sizeof((columns)[0])

/* What is shown on demand. */
void page_details_begin(struct page *page, const char *summary);
void page_details_end(struct page *page);

#endif
