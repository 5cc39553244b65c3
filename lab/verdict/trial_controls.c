/* SPDX-License-Identifier: MIT */
/* trial_controls.c - see trial_controls.h. */
#include "lab/verdict/trial_controls.h"

#include <gsl/gsl_cdf.h>
#include <stdlib.h>
#include <string.h>

#include "lab/verdict/calibration.h"
#include "lab/verdict/rows.h"

/* Two of the 64 patterns of signs (calibration.h). */
#define ALARM_RATE  (2.0 / 64)
#define ALARM_LEVEL 0.01

/* ------------------------------------------------------------------- A/A -- */

/* Of one outcome over all cells of the trial; time's are the set's. */
static struct calibration_counts trials_of(const struct trial *trial, const struct measure *measure,
					   const struct verdicts *verdicts)
{
	struct calibration_counts counts = { 0, 0, 0 };

	if (measure_is_time(measure))
		return calibration_of(verdicts);
	for (size_t i = 0; i < trial->count; i++) {
		const struct verdict *row = trial->outcomes[i].row;

		if (row->measure != measure)
			continue;
		counts.trials += row->aa_trials;
		counts.alarms += row->aa_alarms;
	}
	return counts;
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

/* --------------------------------------------------------------- planted -- */

/* In the cell of a row; NULL: none was measured there. */
static const struct verdict *planted_beside(const struct verdicts *verdicts,
					    const struct verdict *row)
{
	for (size_t i = 0; i < verdicts->count; i++)
		if (verdicts->rows[i].purpose == PURPOSE_PLANTED &&
		    verdicts->rows[i].result->cell == row->result->cell &&
		    verdicts->rows[i].pair_count > 0)
			return &verdicts->rows[i];
	return NULL;
}

static bool is_found(const struct verdict *planted)
{
	return planted->plant_side == SIDE_B ? verdict_kind_direction(planted->kind) > 0 :
					       verdict_kind_direction(planted->kind) < 0;
}

/* ------------------------------------------------------ known regression -- */

static const struct verdict *known_regression(const struct verdicts *verdicts)
{
	return verdicts_next(verdicts, HOST_CLAIM, NULL);
}

static enum trial_control_state judge_known(const struct verdict *known)
{
	if (known == NULL || (known->pair_count == 0 && known->measured_with == NULL))
		return CONTROL_NOT_MEASURED;
	return verdict_kind_direction(known->kind) > 0 ? CONTROL_PASSED : CONTROL_FAILED;
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

/* ------------------------------------------------------------------- all -- */

const char *trial_withdrawn_by(const struct trial *trial, const struct verdict *row,
			       const struct verdicts *verdicts)
{
	const struct verdict *planted = measure_is_time(row->measure) ?
						planted_beside(verdicts, row) :
						NULL;

	if (row->measure->program == MEASURE_CALLGRIND)
		return NULL; /* exact */
	if (judge_trials(trials_of(trial, row->measure, verdicts)) == CONTROL_FAILED)
		return "A/A";
	if (planted != NULL && !is_found(planted))
		return "planted slowdown";
	if (stray(trial, row->measure) != NULL)
		return "cells out of reach";
	if (is_of_waking(row->measure) && judge_known(known_regression(verdicts)) == CONTROL_FAILED)
		return "known regression";
	return NULL;
}

static void add(struct trial *trial, enum trial_control_state state, const char *text)
{
	trial->controls = lab_grow(trial->controls, trial->control_count, sizeof(*trial->controls));
	trial->controls[trial->control_count++] = (struct trial_control){ text, state };
	trial->failed += state == CONTROL_FAILED;
}

static const char *trials_text(const struct measure *measure, struct calibration_counts counts)
{
	return lab_printf("%s %zu of %zu", measure->noun, counts.alarms, counts.trials);
}

/* Those that passed in one line. */
static void add_trials(struct trial *trial, const struct verdicts *verdicts)
{
	struct strings said = { NULL, 0 }, passed = { NULL, 0 };

	for (size_t i = 0; i < trial->count; i++) {
		const struct measure *measure = trial->outcomes[i].row->measure;
		struct calibration_counts counts;

		if (measure->program == MEASURE_CALLGRIND || strings_contain(&said, measure->name))
			continue;
		strings_add(&said, measure->name);
		counts = trials_of(trial, measure, verdicts);
		if (judge_trials(counts) == CONTROL_FAILED)
			add(trial, CONTROL_FAILED,
			    lab_printf("A/A trials that differ, more than chance makes: %s",
				       trials_text(measure, counts)));
		else if (counts.trials > 0)
			strings_add(&passed, trials_text(measure, counts));
	}
	if (passed.count > 0)
		add(trial, CONTROL_PASSED,
		    lab_printf("A/A trials that differ: %s", strings_join(&passed, ", ")));
	else if (trial->failed == 0)
		add(trial, CONTROL_NOT_MEASURED, "A/A trials: none without a flag");
}

static void add_planted(struct trial *trial, const struct verdicts *verdicts)
{
	struct strings missed = { NULL, 0 };
	size_t rows = 0;
	double percent = 0;

	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];

		if (row->purpose != PURPOSE_PLANTED || row->pair_count == 0)
			continue;
		rows++;
		percent = row->plant_percent;
		if (!is_found(row))
			strings_add(&missed, row->result->workload);
	}
	if (rows == 0)
		add(trial, CONTROL_NOT_MEASURED, "planted slowdown: not measured");
	else
		add(trial, missed.count > 0 ? CONTROL_FAILED : CONTROL_PASSED,
		    lab_printf("planted slowdown of %.3g %%: found in %zu of %zu cells%s%s",
			       percent, rows - missed.count, rows,
			       missed.count > 0 ? ", not in " : "", strings_join(&missed, ", ")));
}

static void add_known(struct trial *trial, const struct verdicts *verdicts)
{
	const struct verdict *known = known_regression(verdicts);
	enum trial_control_state state = judge_known(known);

	if (state == CONTROL_NOT_MEASURED)
		add(trial, state, "the switches that Tokio 1.51.0 added: not measured");
	else
		add(trial, state,
		    lab_printf("the switches that Tokio 1.51.0 added: %s (%s)",
			       state == CONTROL_PASSED ? "found" : "not found", known->word));
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
		    lab_printf("%s out of the change's reach, none of which differs",
			       lab_count(unreached, "outcome")));
}

static int failed_first(const void *a, const void *b)
{
	const struct trial_control *one = a, *other = b;

	return (other->state == CONTROL_FAILED) - (one->state == CONTROL_FAILED);
}

void trial_controls_load(struct trial *trial, const struct verdicts *verdicts)
{
	add_planted(trial, verdicts);
	add_known(trial, verdicts);
	add_reach(trial);
	add_trials(trial, verdicts);
	qsort(trial->controls, trial->control_count, sizeof(*trial->controls), failed_first);
}
