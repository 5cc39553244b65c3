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

/* A ratio with its interval. */
struct effect {
	double median, low, high; /* factors; NAN: not known */
	double margin;		  /* the factor that does not matter, 1.03; NAN: none */
	enum tone tone;
	const char *text; /* the same in numbers: "0.952 [0.931, 0.974]" */
	const char *name; /* of which of several, or "" */
};

struct table_cell {
	const char *text, *href; /* NULL: no link */
	enum { CELL_TEXT, CELL_NUMBER, CELL_BADGE, CELL_EFFECTS } kind;
	double value;
	enum tone tone;
	const struct effect *effects;
	size_t effect_count;
	double axis; /* the largest factor that is drawn */
};

struct page {
	struct html html;
	FILE *markdown;
	int level;	    /* of the headings of the section that is open; 1: the title */
	const char *prefix; /* of identifiers: "" or "s2-" */
	const char *title;  /* of the section that was opened last */
	/* The table that is open; it is written when it ends. */
	const char *table_class, *caption;
	const struct column *columns;
	size_t column_count;
	struct table_cell *cells;
	size_t cell_count;
};

/* Head and title; `page` is all zero but for the streams. */
void page_begin(struct page *page, const char *title, const char *subtitle);
void page_end(struct page *page);

void page_section_begin(struct page *page, const char *id, const char *title);
void page_section_end(struct page *page);

/* A section that is shown on demand: its title, and a word beside it (NULL: none), stand
 * there always.  Links lead to it. */
void page_fold_begin(struct page *page, const char *id, const char *title, enum tone tone,
		     const char *word);
void page_fold_end(struct page *page);

/* "#s2-claim-lifo": the address of a section of this set from anywhere on the page. */
const char *page_address(const struct page *page, const char *id);
/* What an identifier may hold, of a name of unknown origin. */
const char *page_identifier(const char *name);

void page_paragraph(struct page *page, const char *text);
/* Smaller: how to read what follows. */
void page_note(struct page *page, const char *text);
/* As it is, in a fixed-width font. */
void page_code(struct page *page, const char *text);

/* A word that stands out, within whatever is open. */
void page_badge(struct page *page, enum tone tone, const char *word);
/* Its class of page.css. */
const char *page_tone_class(enum tone tone);

/* A row of short answers, each with a headline. */
void page_notices_begin(struct page *page);
void page_notice(struct page *page, enum tone tone, const char *headline, const char *text);
void page_notices_end(struct page *page);

void page_list_begin(struct page *page);
void page_item(struct page *page, enum tone tone, const char *badge, const char *text);
void page_list_end(struct page *page);

/* Every row has one cell per column; the first one is the row's head.  `caption`
 * NULL: the title of the section stands right above and is the caption.  Columns in which
 * no row says anything ("", "-", a number that is NAN) are left out. */
void page_table_begin(struct page *page, const char *caption, const struct column *columns,
		      size_t count);
/* The same for a first screen: a row becomes a block where the window is narrow. */
void page_overview_begin(struct page *page, const char *caption, const struct column *columns,
			 size_t count);
void page_cell(struct page *page, const char *text);
void page_cell_link(struct page *page, const char *text, const char *href);
/* Shown as `text`, sorted by `value`; NAN sorts last. */
void page_cell_number(struct page *page, double value, const char *text);
void page_cell_badge(struct page *page, enum tone tone, const char *word);
void page_cell_badge_link(struct page *page, enum tone tone, const char *word, const char *href);
/* A line each; sorted by the first one.  A column has one axis. */
void page_cell_effects(struct page *page, const struct effect *effects, size_t count, double axis);
void page_table_end(struct page *page);

/* The axis that shows all of them: 1.25, 2 or 4; what lies further out gets an arrow. */
double page_axis(const struct effect *effects, size_t count);

#define PAGE_COLUMNS(columns) (columns), sizeof(columns) / sizeof((columns)[0])

/* What is shown on demand. */
void page_details_begin(struct page *page, const char *summary);
void page_details_end(struct page *page);

#endif
