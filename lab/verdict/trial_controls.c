/* SPDX-License-Identifier: MIT */
/* trial_controls.c - see trial_controls.h. */
#include "lab/verdict/trial_controls.h"

#include <gsl/gsl_cdf.h>
#include <stdlib.h>
#include <string.h>

#include "lab/stats/decide.h"
#include "lab/verdict/calibration.h"
#include "lab/verdict/rows.h"

/* Two of the 64 patterns of signs (calibration.h). */
#define ALARM_RATE  (2.0 / 64)
#define ALARM_LEVEL 0.01

/* ------------------------------------------------------------------- A/A -- */

/* Of one outcome in its cell, of both arms.  What bends a measure in one cell (a cold first block,
 * a few events) says nothing about it in another. */
static struct calibration_counts trials_of(const struct trial *trial, const struct verdict *row)
{
	const struct verdicts *all = &trial->verdicts;
	struct verdicts here = { .rows = lab_alloc((all->count + 1) * sizeof(*here.rows)) };

	if (!measure_is_time(row->measure))
		return (struct calibration_counts){ 0, row->aa_trials, row->aa_alarms };
	for (size_t i = 0; i < all->count; i++)
		if (verdict_is_aa(&all->rows[i]) && all->rows[i].result->cell == row->result->cell)
			here.rows[here.count++] = all->rows[i];
	return calibration_of(&here);
}

static enum trial_control_state judge_trials(struct calibration_counts counts)
{
	if (counts.trials == 0)
		return CONTROL_NOT_MEASURED;
	if (counts.alarms == 0)
		return CONTROL_PASSED;
	return gsl_cdf_binomial_Q((unsigned int)counts.alarms - 1, ALARM_RATE,
				  (unsigned int)counts.trials) < ALARM_LEVEL ?
		       CONTROL_FAILED :
		       CONTROL_PASSED;
}

/* ----------------------------------------------- what must read as slower -- */

/* All its pairs are there, and no gate or lack of layouts withholds a word. */
static bool is_read(const struct verdict *row)
{
	bool wide = strcmp(row->because, verdict_reason_text(REASON_WIDE)) == 0 ||
		    strcmp(row->because, verdict_reason_text(REASON_ENVELOPE)) == 0;

	return verdict_kind_is_decided(row->kind) || (row->missing == 0 && wide);
}

/* `direction` 1: the arm must be found to take more. */
static enum trial_control_state judge_found(const struct verdict *row, int direction)
{
	if (verdict_kind_direction(row->kind) == direction)
		return CONTROL_PASSED;
	return is_read(row) ? CONTROL_FAILED : CONTROL_UNREAD;
}

/* In the cell of a row; NULL: none was measured there. */
static const struct verdict *planted_beside(const struct trial *trial, const struct verdict *row)
{
	const struct verdicts *verdicts = &trial->verdicts;

	for (size_t i = 0; i < verdicts->count; i++)
		if (verdicts->rows[i].purpose == PURPOSE_PLANTED &&
		    verdicts->rows[i].result->cell == row->result->cell &&
		    verdicts->rows[i].pair_count > 0)
			return &verdicts->rows[i];
	return NULL;
}

static enum trial_control_state judge_planted(const struct verdict *planted)
{
	return judge_found(planted, planted->plant_side == SIDE_B ? 1 : -1);
}

static const struct verdict *known_regression(const struct trial *trial)
{
	return verdicts_next(&trial->verdicts, HOST_CLAIM, NULL);
}

static enum trial_control_state judge_known(const struct verdict *known)
{
	if (known == NULL || known->pair_count == 0)
		return CONTROL_NOT_MEASURED;
	return judge_found(known, 1);
}

static bool is_of_waking(const struct measure *measure)
{
	static const char *const names[] = { "switches", "parks", "noop_parks", NULL };

	return is_one_of(measure->name, names);
}

/* ----------------------------------------------------------------- reach -- */

/* The noise floor of the run: what cannot be reached and differs all the same. */
static const struct verdict *stray(const struct trial *trial, const struct measure *measure)
{
	for (size_t i = 0; i < trial->count; i++) {
		const struct verdict *row = trial->outcomes[i].row;

		if (row->kind == NOT_EXERCISED && row->measure == measure &&
		    (row->low > row->margin || row->high < -row->margin))
			return row;
	}
	return NULL;
}

static size_t count_unreached(const struct trial *trial)
{
	size_t count = 0;

	for (size_t i = 0; i < trial->count; i++)
		count += trial->outcomes[i].row->kind == NOT_EXERCISED;
	return count;
}

/* The counter that --reaches named, or NULL. */
static const char *asked_reach(const struct trial *trial)
{
	for (size_t i = 0; i < trial->count; i++)
		if (trial->outcomes[i].row->contrast->metric != NULL)
			return trial->outcomes[i].row->contrast->metric;
	return NULL;
}

/* ------------------------------------------------------------------- all -- */

static bool is_missed(enum trial_control_state state)
{
	return state == CONTROL_FAILED || state == CONTROL_UNREAD;
}

const char *trial_withdrawn_by(const struct trial *trial, const struct verdict *row)
{
	const struct verdict *planted = planted_beside(trial, row);

	if (row->measure->program == MEASURE_CALLGRIND)
		return NULL; /* exact */
	if (is_missed(judge_trials(trials_of(trial, row))))
		return "A/A";
	if (measure_is_time(row->measure) && planted != NULL && is_missed(judge_planted(planted)))
		return "planted slowdown";
	if (stray(trial, row->measure) != NULL)
		return "cells out of reach";
	if (is_of_waking(row->measure) && is_missed(judge_known(known_regression(trial))))
		return "known regression";
	return NULL;
}

static void add(struct trial *trial, enum trial_control_state state, const char *text)
{
	trial->controls = lab_grow(trial->controls, trial->control_count, sizeof(*trial->controls));
	trial->controls[trial->control_count++] = (struct trial_control){ text, state };
	trial->failed += is_missed(state);
}

static struct calibration_counts sum(struct calibration_counts a, struct calibration_counts b)
{
	return (struct calibration_counts){ a.pairs + b.pairs, a.trials + b.trials,
					    a.alarms + b.alarms };
}

/* Of one outcome: the cells where identical things differ, and the sums of the others. */
static void add_trials_of(struct trial *trial, const struct measure *measure,
			  struct strings *failed, struct strings *others)
{
	struct calibration_counts rest = { 0, 0, 0 };

	for (size_t i = 0; i < trial->count; i++) {
		const struct verdict *row = trial->outcomes[i].row;
		struct calibration_counts counts;

		if (row->measure != measure)
			continue;
		counts = trials_of(trial, row);
		if (judge_trials(counts) == CONTROL_FAILED)
			strings_add(failed,
				    lab_printf("%s in %s %zu of %zu", measure->noun,
					       row->contrast->name, counts.alarms, counts.trials));
		else
			rest = sum(rest, counts);
	}
	strings_add(others, rest.trials == 0 ? lab_printf("%s none without a flag", measure->noun) :
					       lab_printf("%s %zu of %zu", measure->noun,
							  rest.alarms, rest.trials));
}

static void add_trials(struct trial *trial)
{
	struct strings said = { NULL, 0 }, failed = { NULL, 0 }, others = { NULL, 0 };

	for (size_t i = 0; i < trial->count; i++) {
		const struct measure *measure = trial->outcomes[i].row->measure;

		if (measure->program == MEASURE_CALLGRIND || strings_contain(&said, measure->name))
			continue;
		strings_add(&said, measure->name);
		add_trials_of(trial, measure, &failed, &others);
	}
	if (failed.count > 0)
		add(trial, CONTROL_FAILED,
		    lab_printf("A/A trials differ more often than chance lets them: %s",
			       strings_join(&failed, ", ")));
	if (others.count > 0)
		add(trial, CONTROL_PASSED,
		    lab_printf("A/A trials that differ: %s", strings_join(&others, ", ")));
}

/* "ping_pong (too many pairs flagged)" */
static const char *missed_text(const struct verdict *planted)
{
	return planted->because[0] != '\0' ?
		       lab_printf("%s (%s)", planted->result->workload, planted->because) :
		       planted->result->workload;
}

static void add_planted(struct trial *trial)
{
	const struct verdicts *verdicts = &trial->verdicts;
	struct strings missed = { NULL, 0 };
	enum trial_control_state state = CONTROL_PASSED;
	size_t rows = 0;
	double percent = 0;

	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];

		if (row->purpose != PURPOSE_PLANTED || row->pair_count == 0)
			continue;
		rows++;
		percent = row->plant_percent;
		if (judge_planted(row) == CONTROL_PASSED)
			continue;
		strings_add(&missed, missed_text(row));
		state = judge_planted(row) == CONTROL_FAILED ? CONTROL_FAILED :
			state == CONTROL_FAILED		     ? state :
							       CONTROL_UNREAD;
	}
	if (rows == 0)
		add(trial, CONTROL_NOT_MEASURED, "planted slowdown: not measured");
	else
		add(trial, state,
		    lab_printf("planted slowdown of %.3g %%: found in %zu of %zu cells%s%s",
			       percent, rows - missed.count, rows,
			       missed.count > 0 ? ", not in " : "", strings_join(&missed, ", ")));
}

/* Who tries these very versions has no other pairs of them. */
static const char *known_pairs_text(const struct trial *trial, const struct verdict *known)
{
	return strcmp(known->contrast->a, trial->base) == 0 &&
			       strcmp(known->contrast->b, trial->head) == 0 ?
		       ", by the pairs of this very trial" :
		       "";
}

static void add_known(struct trial *trial)
{
	static const char what[] = "the switches that Tokio 1.51.0 added";
	const struct verdict *known = known_regression(trial);
	enum trial_control_state state = judge_known(known);

	if (state == CONTROL_NOT_MEASURED)
		add(trial, state, lab_printf("%s: not measured", what));
	else if (state == CONTROL_PASSED)
		add(trial, state,
		    lab_printf("%s: found (%s%s)", what, known->word,
			       known_pairs_text(trial, known)));
	else
		add(trial, state,
		    lab_printf("%s: %s (%s%s%s)", what,
			       state == CONTROL_FAILED ? "not found" : "could not be read",
			       known->word, known->because[0] != '\0' ? ": " : "", known->because));
}

static void add_reach(struct trial *trial)
{
	const struct verdict *found = NULL;
	size_t unreached = count_unreached(trial);

	for (size_t i = 0; i < trial->count && found == NULL; i++)
		found = stray(trial, trial->outcomes[i].row->measure);
	if (found != NULL)
		add(trial, CONTROL_FAILED,
		    lab_printf("a cell that the change cannot reach differs: %s, %s",
			       found->contrast->name, verdict_ratio_text(found)));
	else if (unreached > 0)
		add(trial, CONTROL_PASSED,
		    lab_printf("%s out of the change's reach, none of which differs by more than "
			       "its margin",
			       lab_count(unreached, "outcome")));
	else if (asked_reach(trial) != NULL)
		add(trial, CONTROL_NOT_MEASURED,
		    lab_printf(
			    "no cell is out of the change's reach: each counts %s, so none shows "
			    "what noise does",
			    asked_reach(trial)));
}

static int missed_first(const void *a, const void *b)
{
	const struct trial_control *one = a, *other = b;

	return is_missed(other->state) - is_missed(one->state);
}

void trial_controls_load(struct trial *trial)
{
	add_planted(trial);
	add_known(trial);
	add_reach(trial);
	add_trials(trial);
	qsort(trial->controls, trial->control_count, sizeof(*trial->controls), missed_first);
}
