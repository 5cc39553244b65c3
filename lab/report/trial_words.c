/* SPDX-License-Identifier: MIT */
/* trial_words.c - see trial_words.h. */
#include "lab/report/trial_words.h"

#include <math.h>
#include <string.h>

#include "lab/verdict/transfer.h"

/* Counts repeat to less than this: how often a worker parks under valgrind does not. */
#define LEDGER_SAME 0.001
#define LEDGER_RMW  0.01

/* ---------------------------------------------------------------- headline -- */

static const char *outcomes_text(size_t count, const char *what)
{
	return lab_printf("%s %s %s", lab_count(count, "outcome"), count == 1 ? "is" : "are", what);
}

static const char *answer_text(const struct trial *trial)
{
	if (trial->count == 0)
		return "nothing was measured";
	if (trial->of[TRIAL_RED] > 0)
		return "a result was wrong or missing";
	if (trial->of[TRIAL_WORSE] > 0)
		return outcomes_text(trial->of[TRIAL_WORSE], "worse");
	if (trial->of[TRIAL_WORSE_UNSIZED] > 0)
		return outcomes_text(trial->of[TRIAL_WORSE_UNSIZED], "worse, by how much is open");
	if (trial->status == LAB_UNDECIDED)
		return "nothing is shown to be worse, and something is open";
	return "nothing is worse beyond its margin";
}

const char *trial_headline(const struct trial *trial)
{
	const char *head = trial->head_about != NULL ? trial->head_about : trial->head;
	const char *base = trial->base_about != NULL ? trial->base_about : trial->base;

	if (trial->is_same)
		return lab_printf("%s beside itself: %s (%s)", trial->base, answer_text(trial),
				  lab_count(trial->cells, "cell"));
	return lab_printf("%.*s against %.*s: %s (%s)", (int)strcspn(head, "(,;"), head,
			  (int)strcspn(base, "(,;"), base, answer_text(trial),
			  lab_count(trial->cells, "cell"));
}

/* -------------------------------------------------------------- an outcome -- */

const char *trial_cell_text(const struct verdict *row)
{
	return lab_printf("%s, %s", row->contrast->name, row->result->workers_text);
}

const char *trial_level_text(const struct verdict *row, enum side side)
{
	return isnan(row->levels[side]) ? "-" : lab_printf("%.4g", row->levels[side]);
}

/* "+1.2 %" of a ratio, "+0.012" of a difference. */
static const char *change_text(const struct verdict *row, double datum)
{
	if (row->measure->datum == DATUM_DIFFERENCE)
		return lab_printf("%+.2g", datum);
	return lab_printf("%+.1f %%", 100 * expm1(datum));
}

const char *trial_name_text(const struct trial_outcome *outcome)
{
	return outcome->row->contrast->name;
}

const char *trial_bound_text(const struct trial_outcome *outcome)
{
	const struct verdict *row = outcome->row;

	return lab_printf("%s %s", row->contrast->name, change_text(row, row->high));
}

const char *trial_range_text(const struct trial_outcome *outcome)
{
	const struct verdict *row = outcome->row;
	size_t more = row->pairs_needed > row->used ? row->pairs_needed - row->used : 0;

	if (isnan(row->low))
		return lab_printf("%s without an interval, %s", row->contrast->name, row->because);
	return lab_printf("%s %s to %s%s", row->contrast->name, change_text(row, row->low),
			  change_text(row, row->high),
			  more > 0 ? lab_printf(", about %zu more pairs", more) : "");
}

/* ------------------------------------------------------------------- lists -- */

static bool is_listed(const struct trial_outcome *outcome, enum trial_standing standing)
{
	/* What is counted has a line of its own. */
	return outcome->standing == standing && outcome->row->measure->program != MEASURE_CALLGRIND;
}

/* Why a row has no interval, where it is listed; NULL: it has one, or none is asked for. */
static const char *reason_of(const struct trial_outcome *outcome, trial_text text)
{
	return text == trial_range_text && isnan(outcome->row->low) ? outcome->row->because : NULL;
}

/* Cells that lack an interval for one reason are named together. */
static const char *lacking(const struct trial *trial, enum trial_standing standing,
			   const struct measure *measure, const char *reason)
{
	struct strings names = { NULL, 0 };

	for (size_t i = 0; i < trial->count; i++) {
		const struct trial_outcome *outcome = &trial->outcomes[i];

		if (is_listed(outcome, standing) && outcome->row->measure == measure &&
		    isnan(outcome->row->low) && strcmp(outcome->row->because, reason) == 0)
			strings_add(&names, outcome->row->contrast->name);
	}
	return lab_printf("%s without an interval (%s)", strings_join(&names, ", "), reason);
}

static const char *list_of(const struct trial *trial, enum trial_standing standing, trial_text text,
			   const struct measure *measure)
{
	struct strings texts = { NULL, 0 };

	for (size_t i = 0; i < trial->count; i++) {
		const struct trial_outcome *outcome = &trial->outcomes[i];
		const char *reason = reason_of(outcome, text), *said;

		if (!is_listed(outcome, standing) || outcome->row->measure != measure)
			continue;
		said = reason != NULL ? lacking(trial, standing, measure, reason) : text(outcome);
		if (!strings_contain(&texts, said))
			strings_add(&texts, said);
	}
	return lab_printf("%s: %s", measure->noun, strings_join(&texts, ", "));
}

const char *trial_list(const struct trial *trial, enum trial_standing standing, trial_text text)
{
	struct strings nouns = { NULL, 0 }, parts = { NULL, 0 };

	for (size_t i = 0; i < trial->count; i++) {
		const struct measure *measure = trial->outcomes[i].row->measure;

		if (!is_listed(&trial->outcomes[i], standing) ||
		    strings_contain(&nouns, measure->noun))
			continue;
		strings_add(&nouns, measure->noun);
		strings_add(&parts, list_of(trial, standing, text, measure));
	}
	return strings_join(&parts, "; ");
}

/* ------------------------------------------------------------------ ledger -- */

static bool differs(const struct verdict *row)
{
	return fabs(row->median) >
	       (row->measure->datum == DATUM_DIFFERENCE ? LEDGER_RMW : LEDGER_SAME);
}

static const char *count_text(const struct verdict *row)
{
	return lab_printf("%s %.5g to %.5g %s (%s)", row->contrast->name, row->levels[SIDE_A],
			  row->levels[SIDE_B], row->measure->noun, change_text(row, row->median));
}

static bool is_counted(const struct trial_outcome *outcome)
{
	return outcome->row->measure->program == MEASURE_CALLGRIND &&
	       outcome->standing != TRIAL_ABSENT && !isnan(outcome->row->median);
}

/* Both what is counted in the cell is the same on both sides. */
static bool is_all_same(const struct trial *trial, const char *cell)
{
	for (size_t i = 0; i < trial->count; i++)
		if (is_counted(&trial->outcomes[i]) && differs(trial->outcomes[i].row) &&
		    strcmp(trial->outcomes[i].row->contrast->name, cell) == 0)
			return false;
	return true;
}

const char *trial_ledger_text(const struct trial *trial)
{
	struct strings changed = { NULL, 0 }, same = { NULL, 0 };
	const char *rest;

	for (size_t i = 0; i < trial->count; i++) {
		const struct verdict *row = trial->outcomes[i].row;
		const char *cell = row->contrast->name;

		if (!is_counted(&trial->outcomes[i]))
			continue;
		if (differs(row))
			strings_add(&changed, count_text(row));
		else if (is_all_same(trial, cell) && !strings_contain(&same, cell))
			strings_add(&same, cell);
	}
	if (changed.count + same.count == 0)
		return "nothing (scripts/counts, which takes valgrind and x86-64)";
	rest = lab_printf("the same instructions and locked instructions in %s",
			  strings_join(&same, ", "));
	if (changed.count == 0)
		return rest;
	return lab_printf("per unit, %s%s%s", strings_join(&changed, "; "),
			  same.count > 0 ? "; " : "", same.count > 0 ? rest : "");
}

/* -------------------------------------------------------------------- twin -- */

const char *trial_twin_text(const struct verdict *twin, const struct verdicts *verdicts)
{
	struct transfer_answer answer = verdict_transfer(twin, verdicts);
	const char *name = twin->contrast->name + strlen("twin_");

	if (answer.real == NULL)
		return lab_printf("%s %s, %s", name, verdict_ratio_text(twin), twin->word);
	return lab_printf("%s %s: %s", name, verdict_ratio_text(twin),
			  transfer_name(answer.transfer));
}
