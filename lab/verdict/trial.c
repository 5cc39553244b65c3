/* SPDX-License-Identifier: MIT */
/* trial.c - see trial.h. */
#include "lab/verdict/trial.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/option.h"
#include "lab/verdict/rows.h"
#include "lab/verdict/trial_controls.h"

const char *trial_standing_name(enum trial_standing standing)
{
	static const char *const names[] = { "red",  "worse",  "worse, size open", "withdrawn",
					     "open", "better", "no worse",	   "not counted" };

	return names[standing];
}

/* ---------------------------------------------------------------- limits -- */

static const struct measure *measure_of_limit(const char *name)
{
	struct strings known = { NULL, 0 };

	if (strcmp(name, "slower") == 0)
		return measure_time();
	if (measure_find(name) != NULL)
		return measure_find(name);
	strings_add(&known, "slower");
	measure_names(&known);
	lab_error("--fail-on: %s", unknown_name("outcome", name, &known));
	return NULL;
}

bool trial_add_limit(struct trial_limits *limits, const char *text)
{
	const char *colon = strchr(text, ':');
	char *end;
	double percent = colon != NULL ? strtod(colon + 1, &end) : 0;
	const struct measure *measure;

	if (colon == NULL || colon == text || end == colon + 1 || !(percent > 0) ||
	    percent > 1000 || (end[0] != '\0' && strcmp(end, "%") != 0)) {
		lab_error("--fail-on %s: give OUTCOME:PERCENT, such as slower:5%% or switches:10%%",
			  text);
		return false;
	}
	measure = measure_of_limit(lab_printf("%.*s", (int)(colon - text), text));
	if (measure == NULL)
		return false;
	limits->limits = lab_grow(limits->limits, limits->count, sizeof(*limits->limits));
	limits->limits[limits->count++] = (struct trial_limit){ measure, percent / 100 };
	return true;
}

static const struct trial_limit *limit_of(const struct trial_limits *limits,
					  const struct measure *measure)
{
	for (size_t i = 0; i < limits->count; i++)
		if (limits->limits[i].measure == measure)
			return &limits->limits[i];
	return NULL;
}

/* -------------------------------------------------------------- outcomes -- */

static enum trial_standing standing_of_word(enum verdict_kind kind)
{
	static const enum trial_standing standings[VERDICT_KINDS] = {
		[FASTER] = TRIAL_BETTER,
		[FASTER_AT_LEAST] = TRIAL_BETTER,
		[SLIGHTLY_FASTER] = TRIAL_NO_WORSE,
		[EQUIVALENT] = TRIAL_NO_WORSE,
		[NOT_SLOWER] = TRIAL_NO_WORSE,
		[NOT_FASTER] = TRIAL_OPEN,
		[SLIGHTLY_SLOWER] = TRIAL_NO_WORSE,
		[SLOWER_AT_LEAST] = TRIAL_WORSE_UNSIZED,
		[SLOWER] = TRIAL_WORSE,
		[UNDECIDED] = TRIAL_OPEN,
		[DEPENDS] = TRIAL_OPEN,
		[NOT_EXERCISED] = TRIAL_NOT_REACHED,
		[NOT_DECIDABLE] = TRIAL_OPEN,
		[INVALID] = TRIAL_RED,
	};

	return standings[kind];
}

/* The same interval beside another margin; a word that is withheld stays so. */
static enum trial_standing standing_beside(const struct verdict *row, double fraction)
{
	enum trial_standing standing = standing_of_word(row->kind);
	double limit = measure_margin(row->measure, fraction, row->levels[SIDE_A]);

	if (standing == TRIAL_RED || isnan(row->low) ||
	    (!verdict_kind_is_decided(row->kind) && row->because[0] != '\0'))
		return standing;
	if (row->low > limit)
		return TRIAL_WORSE;
	if (row->high > limit)
		return row->low > 0 ? TRIAL_WORSE_UNSIZED : TRIAL_OPEN;
	return row->high < 0 && standing == TRIAL_BETTER ? TRIAL_BETTER : TRIAL_NO_WORSE;
}

static bool is_absent(const struct verdict *row)
{
	bool counted = row->measure->program == MEASURE_CALLGRIND;

	return row->is_unsupplied || (counted && isnan(row->levels[SIDE_A] + row->levels[SIDE_B]));
}

/* What one of the sides does not offer is no wrong result: the cell is open, and says why. */
static bool is_refused(const struct verdict *row)
{
	return row->result->refused != NULL && row->pair_count == 0 && row->red == NULL;
}

static struct trial_outcome outcome_of(const struct verdict *row, const struct trial_limits *limits)
{
	const struct trial_limit *limit = limit_of(limits, row->measure);
	struct trial_outcome outcome = {
		.row = row,
		.standing = is_absent(row)  ? TRIAL_ABSENT :
			    is_refused(row) ? TRIAL_OPEN :
			    limit != NULL   ? standing_beside(row, limit->fraction) :
					      standing_of_word(row->kind),
		.decides = limits->count > 0 ? limit != NULL : !row->is_further,
	};

	return outcome;
}

/* The twin's rows stand beside the trial, not in it. */
static bool is_of_trial(const struct verdict *row, const struct trial *trial)
{
	return row->contrast != NULL && strcmp(row->contrast->claim, TRIAL_CLAIM) == 0 &&
	       strcmp(row->contrast->a, trial->base) == 0 &&
	       strcmp(row->contrast->b, trial->head) == 0 && row->contrast->role == ROLE_CARRIES;
}

static void add_outcomes(struct trial *trial, const struct verdict *rows, size_t count,
			 const struct trial_limits *limits)
{
	for (size_t i = 0; i < count; i++) {
		if (!is_of_trial(&rows[i], trial))
			continue;
		trial->outcomes = lab_grow(trial->outcomes, trial->count, sizeof(*trial->outcomes));
		trial->outcomes[trial->count++] = outcome_of(&rows[i], limits);
		trial->cells += !rows[i].is_further;
	}
}

/* In margins, so that times and switches can be put in one order. */
static double size_of(const struct trial_outcome *outcome)
{
	const struct verdict *row = outcome->row;
	double size = (outcome->standing == TRIAL_BETTER ? -row->high : row->low) / row->margin;

	return isnan(size) ? -INFINITY : size;
}

static int worst_first(const void *a, const void *b)
{
	const struct trial_outcome *one = a, *other = b;
	double difference = size_of(other) - size_of(one);

	if (one->standing != other->standing)
		return one->standing < other->standing ? -1 : 1;
	if (difference > 0 || difference < 0)
		return difference > 0 ? 1 : -1;
	return strcmp(one->row->contrast->name, other->row->contrast->name);
}

static void withdraw(struct trial *trial, const struct verdicts *verdicts)
{
	trial_controls_load(trial, verdicts);
	for (size_t i = 0; i < trial->count; i++) {
		struct trial_outcome *outcome = &trial->outcomes[i];

		outcome->withdrawn = trial_withdrawn_by(trial, outcome->row, verdicts);
		if (outcome->withdrawn != NULL && outcome->standing != TRIAL_RED &&
		    outcome->standing != TRIAL_ABSENT)
			outcome->standing = TRIAL_WITHDRAWN;
	}
}

static int status_of(const struct trial *trial, bool limited)
{
	bool open = trial->count == 0;

	if (trial->of[TRIAL_RED] > 0)
		return LAB_RED;
	for (size_t i = 0; i < trial->count; i++) {
		const struct trial_outcome *outcome = &trial->outcomes[i];

		if (outcome->standing == TRIAL_WORSE && (outcome->decides || !limited))
			return LAB_WORSE;
		open = open || (outcome->decides && outcome->standing > TRIAL_WORSE &&
				outcome->standing <= TRIAL_OPEN);
	}
	return open ? LAB_UNDECIDED : LAB_OK;
}

bool trial_is(struct store *store)
{
	return store_meta(store, "trial_base") != NULL && store_meta(store, "trial_head") != NULL;
}

int trial_judge(struct trial *trial, const struct verdicts *verdicts, struct store *store,
		const struct trial_limits *limits)
{
	memset(trial, 0, sizeof(*trial));
	if (!trial_is(store)) {
		lab_error("%s is no trial; scripts/trial makes one", store->path);
		return LAB_NO_DATA;
	}
	trial->base = store_meta(store, "trial_base");
	trial->head = store_meta(store, "trial_head");
	trial->knob = store_meta(store, "trial_knob");
	trial->base_about = store_meta(store, "trial_base_about");
	trial->head_about = store_meta(store, "trial_head_about");
	trial->knob_about = store_meta(store, "trial_knob_about");
	trial->is_same = strcmp(trial->base, trial->head) == 0;
	add_outcomes(trial, verdicts->rows, verdicts->count, limits);
	add_outcomes(trial, verdicts->further, verdicts->further_count, limits);
	withdraw(trial, verdicts);
	if (trial->count > 0)
		qsort(trial->outcomes, trial->count, sizeof(*trial->outcomes), worst_first);
	for (size_t i = 0; i < trial->count; i++)
		trial->of[trial->outcomes[i].standing]++;
	trial->status = status_of(trial, limits->count > 0);
	return LAB_OK;
}
