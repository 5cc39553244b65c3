/* SPDX-License-Identifier: MIT */
/* trial_page.c - see trial_page.h. */
#include "lab/report/trial_page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/out_file.h"
#include "lab/report/markdown.h"
#include "lab/report/trial_words.h"

/* Heading of the table, and the line that says how many it has no room for. */
#define TABLE_LINES 4

/* Of nothing, nothing is said. */
static void bullet(FILE *out, const char *head, const char *text)
{
	if (text[0] == '\0')
		return;
	fputs("- ", out);
	markdown_strong(out, head);
	fputs(": ", out);
	markdown_text(out, text, false);
	fputc('\n', out);
}

/* ---------------------------------------------------------------- headline -- */

static void print_heading(FILE *out, const struct trial *trial)
{
	fputs("### ", out);
	markdown_text(out, trial_headline(trial), false);
	fputs("\n\n", out);
}

/* Said first: what of all that follows does not count. */
static void print_withdrawn(FILE *out, const struct trial *trial)
{
	if (trial->red != NULL)
		bullet(out, "Wrong or missing", trial_red_text(trial->red));
	bullet(out, "Controls that did not come out", trial_controls_text(trial, true));
	bullet(out, "Withdrawn for that", trial_list(trial, TRIAL_WITHDRAWN, trial_name_text));
	if (trial->failed > 0 || trial->red != NULL)
		fputc('\n', out);
}

/* ------------------------------------------------------------------ table -- */

static void cell(FILE *out, const char *text)
{
	fputs("| ", out);
	markdown_text(out, text, false);
	fputc(' ', out);
}

static void print_row(FILE *out, const struct trial_outcome *outcome)
{
	const struct verdict *row = outcome->row;

	cell(out, trial_cell_text(row));
	cell(out, lab_printf("%s per %s", row->measure->noun, row->result->unit));
	cell(out, trial_level_text(row, SIDE_A));
	cell(out, trial_level_text(row, SIDE_B));
	cell(out, verdict_ratio_text(row));
	cell(out, outcome->standing == TRIAL_RED ? row->because : row->word);
	fputs("|\n", out);
}

static bool is_change(const struct trial_outcome *outcome)
{
	return outcome->standing <= TRIAL_WORSE_UNSIZED || outcome->standing == TRIAL_BETTER;
}

static void print_changed(FILE *out, const struct trial *trial, size_t room)
{
	size_t changed = 0;

	for (size_t i = 0; i < trial->count; i++) {
		if (!is_change(&trial->outcomes[i]))
			continue;
		if (changed == 0)
			fputs("| cell | outcome | base | head | head / base, or head - base [95 %] "
			      "| word |\n|---|---|---|---|---|---|\n",
			      out);
		if (changed++ < room)
			print_row(out, &trial->outcomes[i]);
	}
	if (changed > room)
		fprintf(out, "| and %zu more, in report.html | | | | | |\n", changed - room);
	if (changed > 0)
		fputc('\n', out);
}

/* ------------------------------------------------------------- one line each -- */

static const char *side_text(const char *arm, const char *about)
{
	return about != NULL ? lab_printf("%s (%s)", about, arm) : arm;
}

static void print_sides(FILE *out, const struct trial *trial)
{
	const char *base = side_text(trial->base, trial->base_about);

	if (trial->is_same)
		bullet(out, "Both sides",
		       lab_printf("%s; one program: this is a trial of the lab itself", base));
	else
		bullet(out, "Base, head",
		       lab_printf("%s; %s", base, side_text(trial->head, trial->head_about)));
}

static void print_limits(FILE *out, const struct trial *trial)
{
	if (trial->limits.count > 0)
		bullet(out, "Limits in place of margins",
		       lab_printf("%s; no other outcome decides",
				  trial_limits_text(&trial->limits)));
}

static void print_origin(FILE *out, const struct trial_page *page)
{
	const struct summary *summary = page->summary;
	const char *provisional = page->trial->verdicts.provisional;

	if (provisional != NULL && strcmp(provisional, summary->flags) == 0)
		provisional = NULL; /* said once */
	bullet(out, "Machine",
	       lab_printf("%s; %s; %s; %s%s", summary->host_class, summary->date, summary->state,
			  summary->flags,
			  provisional != NULL ? lab_printf("; provisional: %s", provisional) : ""));
	bullet(out, "Made by", lab_printf("%s; raw samples: set %s", summary->command, page->set));
}

static void print_rest(FILE *out, const struct trial_page *page)
{
	const struct trial *trial = page->trial;

	bullet(out, "No worse than the margin (at most so much)",
	       trial_list(trial, TRIAL_NO_WORSE, trial_bound_text));
	bullet(out, "Open", trial_list(trial, TRIAL_OPEN, trial_range_text));
	bullet(out, "Out of the change's reach, the noise of this run",
	       trial_list(trial, TRIAL_NOT_REACHED, trial_range_text));
	bullet(out, "Not measured", trial_absent_text(trial, page->summary));
	bullet(out, "Counted exactly", trial_ledger_text(trial));
	if (trial->knob != NULL)
		bullet(out, lab_printf("The same knob in the twin (%s)", trial->knob),
		       trial_twins_text(trial));
	bullet(out, "Other controls", trial_controls_text(trial, false));
	print_limits(out, trial);
	print_sides(out, trial);
	print_origin(out, page);
}

/* ------------------------------------------------------------------- all -- */

static size_t count_lines(const char *text)
{
	size_t lines = 0;

	for (; *text != '\0'; text++)
		lines += *text == '\n';
	return lines;
}

/* What one part of the page says; free() it. */
static char *text_of(void (*print)(FILE *, const struct trial_page *),
		     const struct trial_page *page)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	if (out == NULL)
		return NULL;
	print(out, page);
	fclose(out);
	return text;
}

static void print_top(FILE *out, const struct trial_page *page)
{
	print_heading(out, page->trial);
	print_withdrawn(out, page->trial);
}

void trial_page_print(FILE *out, const struct trial_page *page)
{
	char *top = text_of(print_top, page), *rest = text_of(print_rest, page);

	if (top != NULL && rest != NULL) {
		size_t others = count_lines(top) + count_lines(rest) + TABLE_LINES;

		fputs(top, out);
		print_changed(out, page->trial, others < TRIAL_LINES ? TRIAL_LINES - others : 1);
		fputs(rest, out);
	}
	free(top);
	free(rest);
}

int trial_page_write(struct store *store, const struct summary *summary,
		     const struct verdicts *verdicts, const char *directory)
{
	const struct trial_limits none = { NULL, 0 };
	const char *path = lab_printf("%s/trial.md", directory);
	struct trial trial;
	FILE *file;

	if (trial_judge(&trial, verdicts, summary, store, &none) != LAB_OK)
		return LAB_ENVIRONMENT;
	file = out_create(path);
	if (file == NULL)
		return LAB_ENVIRONMENT;
	trial_page_print(file,
			 &(struct trial_page){ &trial, summary, store_meta_text(store, "set_id") });
	return out_close(file, path, "(results.db has everything) and run schedlab trial");
}

void trial_ledger_print(FILE *out, const struct trial *trial)
{
	fprintf(out, "counted exactly: %s\n", trial_ledger_text(trial));
}
