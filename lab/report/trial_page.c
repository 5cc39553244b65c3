/* SPDX-License-Identifier: MIT */
/* trial_page.c - see trial_page.h. */
#include "lab/report/trial_page.h"

#include <math.h>
#include <string.h>

#include "lab/base/out_file.h"
#include "lab/report/markdown.h"
#include "lab/report/trial_words.h"
#include "lab/report/words.h"
#include "lab/verdict/transfer.h"

/* What is left of TRIAL_LINES for cells that changed, whatever else there is to say. */
#define CHANGED_MOST 8

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
	for (size_t i = 0; i < trial->control_count && i < trial->failed; i++)
		bullet(out, "A control failed", trial->controls[i].text);
	bullet(out, "Withdrawn for that", trial_list(trial, TRIAL_WITHDRAWN, trial_name_text));
	if (trial->failed > 0)
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

static void print_changed(FILE *out, const struct trial *trial)
{
	size_t changed = 0;

	for (size_t i = 0; i < trial->count; i++) {
		if (!is_change(&trial->outcomes[i]))
			continue;
		if (changed == 0)
			fputs("| cell | outcome | base | head | head / base, or difference [95 %] "
			      "| "
			      "word |\n|---|---|---|---|---|---|\n",
			      out);
		if (changed++ < CHANGED_MOST)
			print_row(out, &trial->outcomes[i]);
	}
	if (changed > CHANGED_MOST)
		fprintf(out, "\n%zu more changed; report.html has all.\n", changed - CHANGED_MOST);
	if (changed > 0)
		fputc('\n', out);
}

/* ------------------------------------------------------------- one line each -- */

static void print_rest(FILE *out, const struct trial *trial, const struct summary *summary)
{
	bullet(out, "No worse than the margin (at most so much, at 95 %)",
	       trial_list(trial, TRIAL_NO_WORSE, trial_bound_text));
	bullet(out, "Open", trial_list(trial, TRIAL_OPEN, trial_range_text));
	bullet(out, "Out of the change's reach, the noise of this run",
	       trial_list(trial, TRIAL_NOT_REACHED, trial_range_text));
	bullet(out, "Left out of the plan", summary->left_out);
	bullet(out, "Counted exactly", trial_ledger_text(trial));
}

static void print_controls(FILE *out, const struct trial *trial)
{
	struct strings texts = { NULL, 0 };

	for (size_t i = trial->failed; i < trial->control_count; i++)
		strings_add(&texts, trial->controls[i].text);
	if (texts.count > 0)
		bullet(out, trial->failed > 0 ? "Other controls" : "Controls",
		       strings_join(&texts, "; "));
}

/* The twin's answers to the knob, one for each cell that it can be compared in. */
static void print_twin(FILE *out, const struct trial_page *page)
{
	struct strings texts = { NULL, 0 };

	for (size_t i = 0; i < page->verdicts->count && page->trial->knob != NULL; i++) {
		const struct verdict *row = &page->verdicts->rows[i];

		if (row->contrast == NULL || strncmp(row->contrast->name, "twin_", 5) != 0)
			continue;
		strings_add(&texts, trial_twin_text(row, page->verdicts));
	}
	if (texts.count > 0 && page->trial->knob_about != NULL)
		strings_add(&texts, page->trial->knob_about);
	if (texts.count > 0)
		bullet(out, lab_printf("The same knob in the twin (%s)", page->trial->knob),
		       strings_join(&texts, "; "));
}

static const char *side_text(const char *arm, const char *about)
{
	return about != NULL ? lab_printf("%s (%s)", about, arm) : arm;
}

static void print_origin(FILE *out, const struct trial_page *page)
{
	const struct trial *trial = page->trial;
	const struct summary *summary = page->summary;
	const char *provisional = page->verdicts->provisional;

	if (provisional != NULL && strcmp(provisional, summary->flags) == 0)
		provisional = NULL; /* said once */

	bullet(out, "Base", side_text(trial->base, trial->base_about));
	bullet(out, "Head",
	       trial->is_same ? "the same program: this is a trial of the lab itself" :
				side_text(trial->head, trial->head_about));
	bullet(out, "Machine",
	       lab_printf("%s; %s; %s; %s%s", summary->host_class, summary->date, summary->state,
			  summary->flags,
			  provisional != NULL ? lab_printf("; provisional: %s", provisional) : ""));
	bullet(out, "Made by", summary->command);
	bullet(out, "Raw samples",
	       lab_printf("set %s; schedlab pack makes one file of it", page->set));
}

void trial_page_print(FILE *out, const struct trial_page *page)
{
	print_heading(out, page->trial);
	print_withdrawn(out, page->trial);
	print_changed(out, page->trial);
	print_rest(out, page->trial, page->summary);
	print_twin(out, page);
	print_controls(out, page->trial);
	print_origin(out, page);
}

int trial_page_write(struct store *store, const struct summary *summary,
		     const struct verdicts *verdicts, const char *directory)
{
	const struct trial_limits none = { NULL, 0 };
	const char *path = lab_printf("%s/trial.md", directory);
	struct trial_page page = { .summary = summary,
				   .verdicts = verdicts,
				   .set = store_meta_text(store, "set_id") };
	struct trial trial;
	FILE *file;

	if (trial_judge(&trial, verdicts, store, &none) != LAB_OK)
		return LAB_ENVIRONMENT;
	page.trial = &trial;
	file = out_create(path);
	if (file == NULL)
		return LAB_ENVIRONMENT;
	trial_page_print(file, &page);
	return out_close(file, path, "(results.db has everything) and run schedlab trial");
}

void trial_ledger_print(FILE *out, const struct trial *trial)
{
	fprintf(out, "counted exactly: %s\n", trial_ledger_text(trial));
}
