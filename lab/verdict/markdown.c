/* SPDX-License-Identifier: MIT */
/* markdown.c - see markdown.h.  Every number in it comes from the stores. */
#include "lab/verdict/markdown.h"

#include <math.h>

#include "lab/base/data.h"
#include "lab/verdict/agree.h"
#include "lab/verdict/flip.h"
#include "lab/verdict/outcome.h"
#include "lab/verdict/rows.h"
#include "lab/verdict/transfer.h"

static const char *number_text(double value, const char *format)
{
	return isnan(value) ? "-" : lab_printf(format, value);
}

static const char *again_text(const struct verdict *row, const struct entry_run *again)
{
	const struct verdict *other = verdicts_row(again->verdicts, row->contrast->claim,
						   row->contrast->name);

	if (other == NULL)
		return "not measured";
	return lab_printf("%s %s (%s)", other->word, verdict_ratio_text(other),
			  agreement_name(verdict_agreement(row, other)));
}

static void print_row(FILE *out, const struct verdict *row, const struct entry_run *again)
{
	const struct contrast *contrast = row->contrast;

	fprintf(out,
		"| %s%s | `%s` to `%s` | %s %s, %s | %s: %s | **%s** | %s | %s | %s | %zu "
		"(%zu)",
		contrast->primary ? "**primary** " : "", contrast->name, contrast->a, contrast->b,
		row->result->workload, row->result->params, result_workers(row->result),
		contrast_role_name(contrast->role), contrast->predicts, row->word,
		verdict_ratio_text(row),
		number_text(verdict_is_of_time(row) ? row->difference : NAN, "%+.3g"),
		number_text(row->rmw_difference, "%+.2f"), row->used, row->flagged);
	if (row->measured_with != NULL)
		fprintf(out, " with %s/%s", row->measured_with->contrast->claim,
			row->measured_with->contrast->name);
	fprintf(out, " | %s |\n", again != NULL ? again_text(row, again) : "-");
}

static void print_table(FILE *out, const struct claim *claim, const struct entry_run *run,
			const struct entry_run *again)
{
	fprintf(out, "| contrast | what b changes | cell, workers | role: predicts | verdict | "
		     "ratio b / a "
		     "[interval] | ns per unit | RMW per unit | pairs (flagged) | other run |\n"
		     "|---|---|---|---|---|---|---|---|---|---|\n");
	for (int primary = 1; primary >= 0; primary--) {
		const struct verdict *row = NULL;

		while ((row = verdicts_next(run->verdicts, claim->name, row)) != NULL)
			if (row->contrast->primary == (primary == 1))
				print_row(out, row, again);
	}
}

/* What a list says of a row; NULL: nothing. */
typedef const char *list_line(const struct verdict *row, const struct verdicts *verdicts);

/* Why a primary verdict is not one, or what it is based on. */
static const char *sentence_line(const struct verdict *row, const struct verdicts *verdicts)
{
	(void)verdicts;
	return row->contrast->primary ? lab_printf(": %s", row->sentence) : NULL;
}

static const char *exposure_line(const struct verdict *row, const struct verdicts *verdicts)
{
	(void)verdicts;
	if (row->contrast->metric == NULL)
		return NULL;
	return lab_printf(": `%s` was %s per %s", row->contrast->metric,
			  number_text(row->exercised_per_unit, "%.3g"), row->result->unit);
}

/* The contrasts that confirm another by taking its cause away. */
static const char *ablation_line(const struct verdict *row, const struct verdicts *verdicts)
{
	const char *ablates = row->contrast->ablates;
	const struct verdict *base;

	if (ablates == NULL)
		return NULL;
	base = verdicts_row(verdicts, row->contrast->claim, ablates);
	return lab_printf(" beside %s: %s %s against %s %s", ablates, row->word,
			  verdict_ratio_text(row), base != NULL ? base->word : "not measured",
			  base != NULL ? verdict_ratio_text(base) : "");
}

static const char *transfer_line(const struct verdict *row, const struct verdicts *verdicts)
{
	struct transfer_answer answer = verdict_transfer(row, verdicts);

	if (row->contrast->transfers == NULL)
		return NULL;
	if (answer.real == NULL)
		return lab_printf(": %s", transfer_name(answer.transfer));
	return lab_printf(": %s: twin %s, Tokio %s; %s", transfer_name(answer.transfer),
			  verdict_ratio_text(row), verdict_ratio_text(answer.real),
			  transfer_text(&answer));
}

/* A heading only where something stands under it. */
static void print_list(FILE *out, const char *heading, list_line *line, const struct claim *claim,
		       const struct verdicts *verdicts)
{
	const char *head = lab_printf("\n*%s.*\n\n", heading);
	const struct verdict *row = NULL;

	while ((row = verdicts_next(verdicts, claim->name, row)) != NULL) {
		const char *text = line(row, verdicts);

		if (text == NULL)
			continue;
		fprintf(out, "%s- %s%s\n", head, row->contrast->name, text);
		head = "";
	}
}

/* The same measure of the same contrast in the other run. */
static const char *further_again(const struct verdict *row, const struct entry_run *again)
{
	const char *claim = row->contrast->claim;
	const struct verdict *other = NULL;

	while (again != NULL &&
	       (other = verdicts_next_further(again->verdicts, claim, other)) != NULL)
		if (verdict_is_beside(row, other) && other->measure == row->measure)
			return lab_printf("%s %s", other->word, verdict_ratio_text(other));
	return "-";
}

static const char *trials_text(const struct verdict *row)
{
	return row->measure->program == MEASURE_CALLGRIND ?
		       "exact" :
		       lab_printf("%zu of %zu", row->aa_alarms, row->aa_trials);
}

/* What else the primary contrasts cost or save. */
static void print_further(FILE *out, const struct claim *claim, const struct entry_run *run,
			  const struct entry_run *again)
{
	const char *head = "\n*Besides time.*\n\n"
			   "| contrast | measure (build) | per unit: a, b | verdict | b / a, or b "
			   "- a [interval] | "
			   "A/A trials that differ | because | other run "
			   "|\n|---|---|---|---|---|---|---|---|\n";
	const struct verdict *row = NULL;

	while ((row = verdicts_next_further(run->verdicts, claim->name, row)) != NULL) {
		if (!row->contrast->primary)
			continue;
		fprintf(out, "%s| %s | %s (%s) | %s, %s | **%s** | %s | %s | %s | %s |\n", head,
			row->contrast->name, row->measure->noun, verdict_program(row),
			number_text(row->levels[SIDE_A], "%.4g"),
			number_text(row->levels[SIDE_B], "%.4g"), row->word,
			verdict_ratio_text(row), trials_text(row),
			row->because != NULL ? row->because : "", further_again(row, again));
		head = "";
	}
}

static void print_flips(FILE *out, const struct claim *claim, const struct entry_run *run)
{
	struct sweeps_of_claim sweeps = flips_of(run->verdicts, claim->name);

	for (size_t i = 0; i < sweeps.count; i++)
		fprintf(out, "%s- %s\n", i == 0 ? "\n*Where it turns.*\n\n" : "",
			flip_text(&sweeps.items[i]));
}

static void print_measured(FILE *out, const struct claim *claim, const struct entry_run *run,
			   const struct entry_run *again)
{
	if (verdicts_next(run->verdicts, claim->name, NULL) == NULL) {
		fprintf(out, "*Not measured yet.* The claim is newer than %s.\n", run->directory);
		return;
	}
	fprintf(out, "*Command.* `%s --suite %s`. *Machine.* %s. %s\n\n", data_run(),
		run->summary->suite, run->summary->host_class, run->verdicts->calibration.state);
	print_table(out, claim, run, again);
	fprintf(out,
		"\n*Plot.* [forest](%s/plots/forest.svg), everything: [report](%s/report.md).\n",
		run->directory, run->directory);
	print_list(out, "Verdicts", sentence_line, claim, run->verdicts);
	print_flips(out, claim, run);
	print_further(out, claim, run, again);
	print_list(out, "Was it exercised", exposure_line, claim, run->verdicts);
	print_list(out, "Ablation", ablation_line, claim, run->verdicts);
	print_list(out, "Transfer to Tokio", transfer_line, claim, run->verdicts);
}

void markdown_entry(FILE *out, const struct claim *claim, const struct entry_run *run,
		    const struct entry_run *again)
{
	struct claim_answer answer = claim_answer(claim, run->verdicts);

	fprintf(out, "### %s: %s\n\n*Claim.* %s (%s)\n\n*Question.* %s\n\n", claim->title,
		answer.word, claim->says, claim->source, claim->question);
	fprintf(out, "*Answer.* %s\n", answer.sentence);
	if (claim->finding == NULL) {
		fputc('\n', out);
		print_measured(out, claim, run, again);
	}
	if (claim->margin_reason != NULL)
		fprintf(out, "\n*Margin.* %s\n", claim->margin_reason);
	fprintf(out, "\n*Explanation.* %s\n\n*What would change our mind.* %s\n\n", claim->explains,
		claim->changes_our_mind);
}

static void print_sums(FILE *out, const struct entry_run *run, const struct entry_run *again,
		       bool primary)
{
	struct agreement_sums sums = verdicts_sum_agreement(run->verdicts, again->verdicts,
							    primary);
	const char *between = ": ";

	fprintf(out, "%s contrasts", primary ? "Primary" : "Exploratory");
	for (int i = 0; i < AGREEMENTS; i++) {
		if (sums.rows[i] == 0)
			continue;
		fprintf(out, "%s%zu %s", between, sums.rows[i], agreement_name((enum agreement)i));
		between = ", ";
	}
	fprintf(out,
		". Of the %zu that both decided, %zu agree; %zu undecided in one or both; the "
		"words "
		"are equal in %zu.\n\n",
		sums.decided, sums.agreed, sums.both - sums.decided, sums.equal_words);
}

void markdown_agreement(FILE *out, const struct entry_run *run, const struct entry_run *again)
{
	fprintf(out, "Runs of %s on %s and of %s on %s; each is judged by itself.\n\n",
		run->summary->date, run->summary->host_class, again->summary->date,
		again->summary->host_class);
	print_sums(out, run, again, true);
	print_sums(out, run, again, false);
	fprintf(out,
		"| claim | contrast | first run | second run (agreement) |\n|---|---|---|---|\n");
	for (size_t i = 0; i < run->verdicts->count; i++) {
		const struct verdict *row = &run->verdicts->rows[i];

		if (row->contrast != NULL && row->contrast->primary)
			fprintf(out, "| %s | %s | %s %s | %s |\n", row->contrast->claim,
				row->contrast->name, row->word, verdict_ratio_text(row),
				again_text(row, again));
	}
}
