/* SPDX-License-Identifier: MIT */
/* trial.c - see trial.h. */
#include "lab/verdict/trial.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/verdict/rows.h"
#include "lab/verdict/trial_controls.h"

const char *trial_standing_name(enum trial_standing standing)
{
	static const char *const names[TRIAL_STANDINGS] = {
		[TRIAL_RED] = "red",
		[TRIAL_WORSE] = "worse",
		[TRIAL_WORSE_UNSIZED] = "worse, size open",
		[TRIAL_WITHDRAWN] = "withdrawn",
		[TRIAL_OPEN] = "open",
		[TRIAL_BETTER] = "better",
		[TRIAL_NO_WORSE] = "no worse",
		[TRIAL_NOT_REACHED] = "not reached",
		[TRIAL_ABSENT] = "not counted",
	};

	return names[standing];
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
	return (struct trial_outcome){
		.row = row,
		.standing = is_absent(row)  ? TRIAL_ABSENT :
			    is_refused(row) ? TRIAL_OPEN :
					      standing_of_word(row->kind),
		.decides = limits->count > 0 ? trial_limit_of(limits, row->measure) != NULL :
					       !row->is_further,
	};
}

/* The twin's rows stand beside the trial, not in it. */
static bool is_of_trial(const struct verdict *row, const struct trial *trial)
{
	return row->contrast != NULL && strcmp(row->contrast->claim, TRIAL_CLAIM) == 0 &&
	       strcmp(row->contrast->a, trial->base) == 0 &&
	       strcmp(row->contrast->b, trial->head) == 0 && row->contrast->role == ROLE_CARRIES;
}

static void add_outcomes(struct trial *trial, const struct verdict *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!is_of_trial(&rows[i], trial))
			continue;
		trial->outcomes = lab_grow(trial->outcomes, trial->count, sizeof(*trial->outcomes));
		trial->outcomes[trial->count++] = outcome_of(&rows[i], &trial->limits);
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

static void withdraw(struct trial *trial)
{
	trial_controls_load(trial);
	for (size_t i = 0; i < trial->count; i++) {
		struct trial_outcome *outcome = &trial->outcomes[i];

		outcome->withdrawn = trial_withdrawn_by(trial, outcome->row);
		if (outcome->withdrawn != NULL && outcome->standing != TRIAL_RED &&
		    outcome->standing != TRIAL_ABSENT)
			outcome->standing = TRIAL_WITHDRAWN;
	}
}

static const struct verdict *first_red(const struct verdict *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].kind == INVALID && rows[i].red != NULL)
			return &rows[i];
	return NULL;
}

/* ---------------------------------------------------------------- status -- */

static bool is_worse(enum trial_standing standing)
{
	return standing == TRIAL_WORSE || standing == TRIAL_WORSE_UNSIZED;
}

/* With limits only what has one; without them bad news of any outcome, and else the primary. */
static int status_of(const struct trial *trial)
{
	bool limited = trial->limits.count > 0, open = false, shown = false;

	if (trial->red != NULL || trial->of[TRIAL_RED] > 0)
		return LAB_RED;
	for (size_t i = 0; i < trial->count; i++) {
		const struct trial_outcome *outcome = &trial->outcomes[i];
		enum trial_standing standing = outcome->standing;

		if (!outcome->decides && (limited || !is_worse(standing)))
			continue;
		if (standing == TRIAL_WORSE)
			return LAB_WORSE;
		shown = shown || standing == TRIAL_BETTER || standing == TRIAL_NO_WORSE;
		open = open || standing == TRIAL_WORSE_UNSIZED || standing == TRIAL_WITHDRAWN ||
		       standing == TRIAL_OPEN || (limited && standing == TRIAL_ABSENT);
	}
	return open || !shown ? LAB_UNDECIDED : LAB_OK;
}

bool trial_is(struct store *store)
{
	return store_meta(store, "trial_base") != NULL && store_meta(store, "trial_head") != NULL;
}

static int load_facts(struct trial *trial, struct store *store)
{
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
	return LAB_OK;
}

/* Those that were asked for, or else those of the trial; each row with its own. */
static int take_limits(struct trial *trial, const struct summary *summary, struct store *store,
		       const struct trial_limits *limits)
{
	const char *kept = store_meta(store, "trial_limits");
	struct verdicts *verdicts = &trial->verdicts;

	trial->limits = *limits;
	if (limits->count == 0 && kept != NULL && !trial_add_limits(&trial->limits, kept))
		return LAB_ENVIRONMENT;
	if (trial->limits.count == 0)
		return LAB_OK;
	for (size_t i = 0; i < verdicts->count + verdicts->further_count; i++) {
		struct verdict *row = i < verdicts->count ? &verdicts->rows[i] :
							    &verdicts->further[i - verdicts->count];
		const struct trial_limit *limit = trial_limit_of(&trial->limits, row->measure);

		if (limit != NULL && is_of_trial(row, trial))
			row->limit = limit->fraction;
	}
	return verdicts_judge_again(verdicts, summary);
}

/* A limit of what the trial does not look at would pass for nothing. */
static int check_limits(const struct trial *trial)
{
	struct strings known = { NULL, 0 };

	for (size_t i = 0; i < trial->count; i++)
		if (!strings_contain(&known, trial->outcomes[i].row->measure->name))
			strings_add(&known, trial->outcomes[i].row->measure->name);
	for (size_t i = 0; i < trial->limits.count; i++) {
		const char *name = trial->limits.limits[i].measure->name;

		if (strings_contain(&known, name))
			continue;
		lab_error("--fail-on %s: no cell of this trial is compared by that; there are: %s",
			  name, strings_join(&known, ", "));
		return LAB_USAGE;
	}
	return LAB_OK;
}

int trial_judge(struct trial *trial, const struct verdicts *verdicts, const struct summary *summary,
		struct store *store, const struct trial_limits *limits)
{
	int status;

	memset(trial, 0, sizeof(*trial));
	status = load_facts(trial, store);
	if (status != LAB_OK)
		return status;
	trial->verdicts = verdicts_copy(verdicts);
	status = take_limits(trial, summary, store, limits);
	if (status != LAB_OK)
		return status;
	add_outcomes(trial, trial->verdicts.rows, trial->verdicts.count);
	add_outcomes(trial, trial->verdicts.further, trial->verdicts.further_count);
	trial->red = first_red(trial->verdicts.rows, trial->verdicts.count);
	withdraw(trial);
	if (trial->count > 0)
		qsort(trial->outcomes, trial->count, sizeof(*trial->outcomes), worst_first);
	for (size_t i = 0; i < trial->count; i++)
		trial->of[trial->outcomes[i].standing]++;
	trial->status = status_of(trial);
	return check_limits(trial);
}
