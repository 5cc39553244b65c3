/* SPDX-License-Identifier: MIT */
/* trial_words.c - see trial_words.h. */
#include "lab/report/trial_words.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "lab/verdict/rows.h"
#include "lab/verdict/transfer.h"

/* Counts repeat to less than this: how often a worker parks under valgrind does not. */
#define LEDGER_SAME 0.001
#define LEDGER_RMW  0.01

/* ---------------------------------------------------------------- headline -- */

static const char *outcomes_text(size_t count, const char *what)
{
	return lab_printf("%s %s %s", lab_count(count, "outcome"), count == 1 ? "is" : "are", what);
}

/* Of those that have a say: with limits, only what has one. */
static size_t count_deciding(const struct trial *trial, enum trial_standing standing)
{
	size_t count = 0;

	for (size_t i = 0; i < trial->count; i++)
		count += trial->outcomes[i].standing == standing &&
			 (trial->limits.count == 0 || trial->outcomes[i].decides);
	return count;
}

static size_t count_open_besides(const struct trial *trial)
{
	size_t count = 0;

	for (size_t i = 0; i < trial->count; i++)
		count += !trial->outcomes[i].decides &&
			 (trial->outcomes[i].standing == TRIAL_OPEN ||
			  trial->outcomes[i].standing == TRIAL_WITHDRAWN);
	return count;
}

static const char *passed_text(const struct trial *trial)
{
	size_t open = trial->limits.count == 0 ? count_open_besides(trial) : 0;

	if (trial->limits.count > 0)
		return lab_printf("nothing is worse beyond the limits %s",
				  trial_limits_text(&trial->limits));
	return open == 0 ? "nothing is worse beyond its margin" :
			   lab_printf("no cell is worse beyond its margin by its own measure, %s "
				      "besides",
				      outcomes_text(open, "open"));
}

static const char *answer_text(const struct trial *trial)
{
	size_t worse = count_deciding(trial, TRIAL_WORSE);
	size_t unsized = count_deciding(trial, TRIAL_WORSE_UNSIZED);

	if (trial->status == LAB_RED)
		return "a result was wrong or missing";
	if (trial->count == 0)
		return "nothing was measured";
	if (worse > 0)
		return outcomes_text(worse,
				     trial->limits.count > 0 ? "worse beyond the limits" : "worse");
	if (unsized > 0)
		return outcomes_text(unsized, "worse, by how much is open");
	if (trial->status == LAB_OK)
		return passed_text(trial);
	if (trial->of[TRIAL_NOT_REACHED] > 0 && count_deciding(trial, TRIAL_OPEN) == 0 &&
	    count_deciding(trial, TRIAL_WITHDRAWN) == 0)
		return "the change reaches no cell";
	return "nothing is shown to be worse, and something is open";
}

/* What a person calls a side, without its details: "Tokio 1.54.1 with fix.diff". */
static const char *short_name(const char *arm, const char *about)
{
	const char *end = about;

	if (about == NULL)
		return arm;
	while (end[0] != '\0' && strncmp(end, ", ", 2) != 0 &&
	       !(strncmp(end, " (", 2) == 0 && isdigit((unsigned char)end[2])))
		end++;
	return lab_printf("%.*s", (int)(end - about), about);
}

const char *trial_headline(const struct trial *trial)
{
	if (trial->is_same)
		return lab_printf("%s beside itself: %s (%s)", trial->base, answer_text(trial),
				  lab_count(trial->cells, "cell"));
	return lab_printf("%s against %s: %s (%s)", short_name(trial->head, trial->head_about),
			  short_name(trial->base, trial->base_about), answer_text(trial),
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

static bool is_ratio(const struct verdict *row)
{
	return row->measure->datum == DATUM_LOG_RATIO;
}

/* "+1.2 %" of a ratio, "+0.012" of a difference. */
static const char *change_text(const struct verdict *row, double datum)
{
	return is_ratio(row) ? lab_printf("%+.1f %%", 100 * expm1(datum)) :
			       lab_printf("%+.2g", datum);
}

/* To the next tenth of a per cent, or second figure, away from the middle. */
static double outwards(double value, double step, bool up)
{
	return (up ? ceil(value / step) : floor(value / step)) * step;
}

static const char *end_text(const struct verdict *row, double datum, bool up)
{
	double step;

	if (is_ratio(row))
		return lab_printf("%+.1f %%", outwards(100 * expm1(datum), 0.1, up));
	step = datum != 0 ? exp10(floor(log10(fabs(datum))) - 1) : 1;
	return lab_printf("%+.2g", outwards(datum, step, up));
}

const char *trial_name_text(const struct trial_outcome *outcome)
{
	return outcome->row->contrast->name;
}

/* What a difference is one of: " of 1.31"; a ratio is of its own. */
static const char *of_text(const struct verdict *row)
{
	return is_ratio(row) ? "" : lab_printf(" of %.3g", row->levels[SIDE_A]);
}

/* What is certainly more, and within the margin, is no equivalence. */
const char *trial_bound_text(const struct trial_outcome *outcome)
{
	const struct verdict *row = outcome->row;

	if (row->kind == SLIGHTLY_SLOWER)
		return lab_printf("%s certainly more, %s to %s%s", row->contrast->name,
				  end_text(row, row->low, false), end_text(row, row->high, true),
				  of_text(row));
	return lab_printf("%s %s%s", row->contrast->name, end_text(row, row->high, true),
			  of_text(row));
}

const char *trial_range_text(const struct trial_outcome *outcome)
{
	const struct verdict *row = outcome->row;
	size_t more = row->pairs_needed > row->used ? row->pairs_needed - row->used : 0;

	if (isnan(row->low))
		return lab_printf("%s without an interval, %s", row->contrast->name, row->because);
	return lab_printf("%s %s to %s%s%s", row->contrast->name, end_text(row, row->low, false),
			  end_text(row, row->high, true), of_text(row),
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

/* All that is counted in the cell is the same on both sides. */
static bool is_all_same(const struct trial *trial, const char *cell)
{
	for (size_t i = 0; i < trial->count; i++)
		if (is_counted(&trial->outcomes[i]) && differs(trial->outcomes[i].row) &&
		    strcmp(trial->outcomes[i].row->contrast->name, cell) == 0)
			return false;
	return true;
}

/* What is said of cells in which nothing differs. */
static const char *same_text(const struct strings *same)
{
	return lab_printf("the same instructions within 0.1 %% and locked instructions within "
			  "0.01 in %s",
			  strings_join(same, ", "));
}

const char *trial_ledger_text(const struct trial *trial)
{
	struct strings changed = { NULL, 0 }, same = { NULL, 0 };

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
	if (changed.count == 0)
		return same_text(&same);
	return lab_printf("per unit, %s%s%s", strings_join(&changed, "; "),
			  same.count > 0 ? "; " : "", same.count > 0 ? same_text(&same) : "");
}

/* ------------------------------------------------------------------ absent -- */

/* Cells of the trial that this plan does not have, as --quick and --cells leave some out. */
static void add_cells_left_out(struct strings *texts, const struct trial *trial)
{
	const struct claim_set *set = &trial->verdicts.claims;
	struct strings names = { NULL, 0 };

	for (size_t i = 0; i < set->count; i++)
		for (size_t j = 0; j < set->claims[i].count; j++) {
			const struct contrast *contrast = &set->claims[i].contrasts[j];

			if (contrast->role == ROLE_CARRIES &&
			    verdicts_row(&trial->verdicts, contrast->claim, contrast->name) == NULL)
				strings_add(&names, contrast->name);
		}
	if (names.count > 0)
		strings_add(texts, lab_printf("not in this plan: %s", strings_join(&names, ", ")));
}

const char *trial_absent_text(const struct trial *trial, const struct summary *summary)
{
	struct strings texts = { NULL, 0 };

	for (size_t i = 0; i < trial->count; i++)
		if (trial->outcomes[i].standing == TRIAL_ABSENT)
			strings_add(&texts,
				    lab_printf("%s in %s", trial->outcomes[i].row->measure->noun,
					       trial->outcomes[i].row->contrast->name));
	add_cells_left_out(&texts, trial);
	if (summary->left_out[0] != '\0')
		strings_add(&texts, summary->left_out);
	return strings_join(&texts, "; ");
}

/* -------------------------------------------------------------------- twin -- */

static const char *twin_text(const struct verdict *twin, const struct verdicts *verdicts)
{
	struct transfer_answer answer = verdict_transfer(twin, verdicts);
	const char *name = twin->contrast->name + strlen(SIDES_TWIN);

	if (answer.real == NULL)
		return lab_printf("%s %s, %s", name, verdict_ratio_text(twin), twin->word);
	return lab_printf("%s %s: %s", name, verdict_ratio_text(twin),
			  transfer_name(answer.transfer));
}

const char *trial_twins_text(const struct trial *trial)
{
	const struct verdicts *verdicts = &trial->verdicts;
	struct strings texts = { NULL, 0 };

	for (size_t i = 0; i < verdicts->count; i++)
		if (verdicts->rows[i].contrast != NULL &&
		    strncmp(verdicts->rows[i].contrast->name, SIDES_TWIN, strlen(SIDES_TWIN)) == 0)
			strings_add(&texts, twin_text(&verdicts->rows[i], verdicts));
	if (trial->knob_about != NULL)
		strings_add(&texts, trial->knob_about);
	return strings_join(&texts, "; ");
}

/* ---------------------------------------------------------------- controls -- */

const char *trial_controls_text(const struct trial *trial, bool missed)
{
	struct strings texts = { NULL, 0 };

	for (size_t i = 0; i < trial->control_count; i++)
		if ((i < trial->failed) == missed)
			strings_add(&texts, trial->controls[i].text);
	return strings_join(&texts, "; ");
}

const char *trial_red_text(const struct verdict *row)
{
	return lab_printf("%s, %s beside %s: %s", row->result->workload, row->result->arm.name,
			  row->result->baseline.name, row->because);
}
