/* SPDX-License-Identifier: MIT */
/*
 * judge.c - from rows with pairs to verdicts; the rules are in stats/decide.h.
 *
 * Primary rows are one family, a claim's other rows another.  A/A rows and planted
 * ones are judged one by one: A/A uncorrected and by their own interval (they must not
 * differ), planted as a row of the family (they must be found).  Screening rows
 * are not judged.
 */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "lab/stats/decide.h"
#include "lab/stats/looks.h"
#include "lab/stats/multiplicity.h"
#include "lab/stats/word.h"
#include "lab/verdict/parts.h"
#include "lab/verdict/rows.h"

/* A run without claims has no family; its planted rows are judged as in one of
 * so many: what two CPUs can measure of the quick suite. */
#define FAMILY_DEFAULT 12u
/* For rows that no claim gives a margin. */
#define MARGIN_DEFAULT 0.03

/* A contrast's margin is that of its own measure; further ones have theirs; a person's own limit
 * comes before both. */
static double margin_of(const struct verdict *verdict)
{
	double relative = NAN;

	if (verdict->limit > 0)
		relative = verdict->limit;
	else if (!verdict->is_further)
		relative = verdict->contrast != NULL ? verdict->contrast->margin : MARGIN_DEFAULT;
	return measure_margin(verdict->measure, relative, verdict->levels[SIDE_A]);
}

/* The complete pairs of a row as arrays; everything lives in the arena. */
struct decide_row verdict_input(const struct verdict *verdict)
{
	size_t room = verdict->pair_count + 1, n = 0;
	double *log_ratios = lab_alloc(room * sizeof(*log_ratios));
	bool *flagged = lab_alloc(room * sizeof(*flagged));
	enum regime *regimes = lab_alloc(room * sizeof(*regimes));
	size_t planned = (size_t)verdict->result->pairs;

	for (size_t i = 0; i < verdict->pair_count; i++) {
		const struct pair_datum *pair = &verdict->pairs[i];

		if (isnan(pair->datum))
			continue;
		log_ratios[n] = pair->datum;
		flagged[n] = pair->flagged;
		regimes[n++] = (enum regime)pair->regime;
	}
	return (struct decide_row){
		.log_ratios = log_ratios,
		.flagged = flagged,
		.regimes = regimes,
		.n = n,
		.planned = planned > n ? planned : n,
		.red = { verdict->reds[SIDE_A], verdict->reds[SIDE_B] },
		.margin = margin_of(verdict),
		/* A/A rows ask what the pairs show, not what could be between two arms. */
		.envelope = verdict_is_aa(verdict) ? 0 : verdict->envelope,
	};
}

static unsigned int layouts_met(const struct verdict *verdict)
{
	bool met[2][LAYOUTS_MAX] = { { false } };
	unsigned int count[2] = { 0, 0 };

	for (size_t i = 0; i < verdict->pair_count; i++) {
		met[SIDE_A][verdict->pairs[i].layout_a % LAYOUTS_MAX] = true;
		met[SIDE_B][verdict->pairs[i].layout_b % LAYOUTS_MAX] = true;
	}
	for (unsigned int i = 0; i < LAYOUTS_MAX; i++) {
		count[SIDE_A] += met[SIDE_A][i];
		count[SIDE_B] += met[SIDE_B][i];
	}
	return count[SIDE_A] < count[SIDE_B] ? count[SIDE_A] : count[SIDE_B];
}

/* A log ratio as an amount per unit of the baseline, so that both always say the same. */
static double as_amount(const struct verdict *verdict, double datum)
{
	if (verdict->measure->datum == DATUM_DIFFERENCE)
		return datum;
	return expm1(datum) * verdict->levels[SIDE_A];
}

static void take(struct verdict *verdict, const struct decision *decision)
{
	bool exists = decision->interval.exists;

	verdict->kind = decision->kind;
	verdict->flags_agree = decision->kind_unflagged == decision->kind_all;
	verdict->because = verdict_reason_text(decision->reason);
	if (decision->reason == REASON_LAYOUTS)
		verdict->because = lab_printf("%s (%s)", verdict->because, verdict->layouts_why);
	verdict->used = decision->n;
	verdict->missing = decision->missing;
	verdict->flagged = decision->flagged;
	verdict->margin = decision->margin;
	verdict->median = decision->interval.median;
	verdict->own_low = exists ? decision->interval.lower : NAN;
	verdict->own_high = exists ? decision->interval.upper : NAN;
	verdict->low = exists ? decision->low : NAN;
	verdict->high = exists ? decision->high : NAN;
	verdict->difference = as_amount(verdict, verdict->median);
	verdict->difference_low = as_amount(verdict, verdict->low);
	verdict->difference_high = as_amount(verdict, verdict->high);
	verdict->p = decision->p_adjusted;
	verdict->visible = decision->visible;
	verdict->pairs_needed = decision->needed;
	verdict->layouts = layouts_met(verdict);
}

/* ------------------------------------------------ what no statistic knows -- */

/* Exact counts need no statistics: the margin is all there is. */
static void decide_by_counts(struct verdict *verdict)
{
	const double *levels = verdict->levels;
	double datum = measure_datum_of(verdict->measure, levels[SIDE_A], levels[SIDE_B]);

	verdict->pairs_needed = verdict->missing = 0;
	verdict->p = verdict->visible = NAN; /* no chance is in it */
	if (isnan(datum)) {
		verdict->kind = UNDECIDED;
		verdict->because = "decided by counts, and not counted; see scripts/counts";
		return;
	}
	verdict->median = verdict->low = verdict->high = datum;
	verdict->own_low = verdict->own_high = datum;
	verdict->envelope = 0;
	verdict->layouts_why = NULL;
	verdict->difference = verdict->difference_low = verdict->difference_high = as_amount(
		verdict, datum);
	verdict->kind = word_of(verdict->low, verdict->high, verdict->margin);
	verdict->because = lab_printf("counted: %.4g %s per %s against %.4g", levels[SIDE_B],
				      verdict->measure->noun, verdict->result->unit,
				      levels[SIDE_A]);
}

/* Words that more events could make another: they deny a difference, which events that most
 * samples do not have make without a trace in the median.  (The middle ones of verdict_kind.h.) */
static bool denies(const struct verdict *verdict)
{
	return verdict->kind >= SLIGHTLY_FASTER && verdict->kind <= SLIGHTLY_SLOWER;
}

/* Whatever its pairs say, and however many more there would be. */
static void settle(struct verdict *verdict, enum verdict_kind kind, const char *because)
{
	verdict->kind = kind;
	verdict->because = because;
	verdict->pairs_needed = 0;
}

static bool needs_events(const struct verdict *verdict)
{
	if (verdict->measure->place == IN_LATENCIES)
		return verdict_kind_is_decided(verdict->kind);
	return denies(verdict) && !(verdict->margin * verdict->units >= 1);
}

static void ask_for_events(struct verdict *verdict)
{
	if (isnan(verdict->events) || verdict->events >= verdict->measure->least ||
	    !needs_events(verdict))
		return;
	settle(verdict, UNDECIDED,
	       lab_printf("%.3g events a sample, and %g are the fewest", verdict->events,
			  verdict->measure->least));
}

/* What no sample says is its own reason, never a lack of pairs; what some do not is said. */
static void explain_absence(struct verdict *verdict)
{
	size_t silent = verdict->pair_count - verdict->used - verdict->flagged;

	if (verdict->is_further && verdict->used > 0 && silent > 0 && verdict->because[0] == '\0')
		verdict->because = lab_printf("%zu of its %zu pairs do not say it", silent,
					      verdict->pair_count);
	if (verdict->kind != UNDECIDED || verdict->used + verdict->flagged > 0 ||
	    verdict_is_of_time(verdict))
		return;
	if (verdict->is_unsupplied)
		verdict->because = lab_printf("no pairs of the %s, which alone counts %s",
					      measure_program_name(verdict->measure->program),
					      verdict->measure->noun);
	else if (verdict->pair_count > 0)
		verdict->because = lab_printf("its samples do not say %s", verdict->measure->noun);
	verdict->pairs_needed = 0;
}

/* Which, and after how much: "after 6 of 12 pairs". */
static void name_the_red(struct verdict *verdict)
{
	size_t completed = verdict->used + verdict->flagged;

	verdict->because = lab_printf("%s: after %zu of %" PRId64 " pairs %s", verdict->because,
				      completed, verdict->result->pairs, verdict->red);
}

/* A row that was given up after some pairs has those its arms chose to show. */
static const char *refusal_text(const struct verdict *verdict)
{
	size_t completed = verdict->used + verdict->flagged;

	if (completed == 0)
		return verdict->result->refused;
	return lab_printf("refused after %zu of %" PRId64 " pairs: %s", completed,
			  verdict->result->pairs, verdict->result->refused);
}

static void overrule(struct verdict *verdict)
{
	const struct contrast *contrast = verdict->contrast;
	const char *refused = verdict->result->refused;

	if (verdict->kind == INVALID && verdict->red != NULL) {
		name_the_red(verdict);
	} else if (refused != NULL) {
		bool beyond = contrast != NULL && strncmp(refused, "needs ", 6) == 0;

		settle(verdict, beyond ? NOT_DECIDABLE : INVALID, refusal_text(verdict));
	} else if (contrast == NULL || contrast->metric == NULL) {
		return;
	} else if (isnan(verdict->exercised_per_unit)) {
		settle(verdict, UNDECIDED,
		       lab_printf("whether %s came into play was not counted", contrast->metric));
	} else if (verdict->exercised_per_unit < contrast->metric_least) {
		settle(verdict, NOT_EXERCISED,
		       lab_printf("%s is %.3g per %s, below the %.3g that the claim asks for",
				  contrast->metric, verdict->exercised_per_unit,
				  verdict->result->unit, contrast->metric_least));
	}
}

/* -------------------------------------------------------------- the groups -- */

static size_t count_rows(const struct verdicts *verdicts, enum purpose purpose)
{
	size_t count = 0;

	for (size_t i = 0; i < verdicts->count; i++)
		count += verdicts->rows[i].purpose == purpose;
	return count;
}

/* How many rows are to be right together with one of this purpose. */
static size_t family_of(const struct verdicts *verdicts, enum purpose purpose)
{
	if (purpose == PURPOSE_PLANTED)
		return verdicts->family > 0 ? verdicts->family : FAMILY_DEFAULT;
	if (purpose == PURPOSE_PRIMARY)
		return verdicts->family;
	return purpose == PURPOSE_SECONDARY ? count_rows(verdicts, purpose) : 1;
}

/* A row that was looked at ends at a look, with a final word, or when the time of the run is
 * over.  That depends on nothing that its pairs say, so it spends what is left.  (A run that is
 * still going on, or that a person ended, leaves rows that are neither.) */
static bool was_cut(const struct decision *decision, const struct decide_row *row)
{
	return row->n < row->planned &&
	       !(looks_are_at(row->n) && verdict_kind_is_final(decision->kind));
}

static int decide_looked_at(struct decision *decision, struct decide_row *row,
			    struct verdict *verdict)
{
	int error;

	row->looks = looks_at;
	row->look_count = looks_before(row->n);
	row->cut = verdict->cut && verdict->is_further; /* it ends as its contrast did */
	error = decide_row(decision, row, VERDICT_ALPHA, verdict->family);
	if (error != 0 || verdict->is_further || !verdict->cut)
		return error;
	row->cut = verdict->cut = was_cut(decision, row);
	return row->cut ? decide_row(decision, row, VERDICT_ALPHA, verdict->family) : 0;
}

static void explain_end(struct verdict *verdict, const struct decide_row *row)
{
	if (verdict->is_further)
		verdict->missing = 0; /* it ended when its contrast did */
	if (verdict->missing == 0 || verdict->because[0] != '\0')
		return;
	verdict->because = lab_printf(verdict->cut ? "the run ended after %zu of its %zu pairs" :
						     "it had its word after %zu of %zu pairs",
				      row->n, row->planned);
	if (!verdict->cut)
		verdict->missing = 0;
}

static int judge_row(struct verdict *verdict)
{
	struct decide_row row = verdict_input(verdict);
	struct decision decision;
	int error = verdict->looked_at ?
			    decide_looked_at(&decision, &row, verdict) :
			    decide_row(&decision, &row, VERDICT_ALPHA, verdict->family);

	if (error != 0)
		return error;
	take(verdict, &decision);
	if (verdict->looked_at)
		explain_end(verdict, &row);
	return 0;
}

static void describe_screening(struct verdicts *verdicts)
{
	for (size_t i = 0; i < verdicts->count; i++) {
		struct verdict *verdict = &verdicts->rows[i];

		if (verdict->purpose != PURPOSE_SCREENING || verdict->kind == INVALID)
			continue;
		settle(verdict, UNDECIDED, "screening: described, not judged");
		verdict->low = verdict->high = verdict->p = verdict->visible = NAN;
	}
}

/* A slowdown on the arm's side must read slower, on the baseline's side faster. */
static void count_planted(struct verdicts *verdicts)
{
	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *verdict = &verdicts->rows[i];
		size_t at = 0;

		if (verdict->purpose != PURPOSE_PLANTED || verdict->pair_count == 0)
			continue;
		while (at < verdicts->planted_count &&
		       verdicts->planted[at].percent != verdict->plant_percent)
			at++;
		if (at == sizeof(verdicts->planted) / sizeof(verdicts->planted[0]))
			continue;
		if (at == verdicts->planted_count)
			verdicts->planted[verdicts->planted_count++].percent =
				verdict->plant_percent;
		verdicts->planted[at].rows++;
		verdicts->planted[at].found += verdict_kind_direction(verdict->kind) ==
					       (verdict->plant_side == SIDE_B ? 1 : -1);
	}
}

int verdicts_judge_rows(struct verdicts *verdicts)
{
	int error = 0;

	for (size_t i = 0; i < verdicts->count && error == 0; i++)
		error = judge_row(&verdicts->rows[i]);
	if (error != 0) {
		lab_error("the statistics refuse these pairs: %s; the database holds values that "
			  "schedlab did not write",
			  strerror(-error));
		return LAB_ENVIRONMENT;
	}
	describe_screening(verdicts);
	for (size_t i = 0; i < verdicts->count; i++) {
		if (verdicts->rows[i].measure->program == MEASURE_CALLGRIND &&
		    verdicts->rows[i].kind != INVALID)
			decide_by_counts(&verdicts->rows[i]);
		else
			ask_for_events(&verdicts->rows[i]);
		explain_absence(&verdicts->rows[i]);
		overrule(&verdicts->rows[i]);
	}
	return LAB_OK;
}

/* What is counted exactly cannot be wrong by chance, and is in no family. */
static size_t count_measured(const struct verdicts *verdicts, enum purpose purpose)
{
	size_t count = 0;

	for (size_t i = 0; i < verdicts->count; i++)
		count += verdicts->rows[i].purpose == purpose &&
			 verdicts->rows[i].measure->program != MEASURE_CALLGRIND;
	return count;
}

/* Primary contrasts' further measures are one family, the others' another. */
static int judge_further(struct verdicts *verdicts)
{
	struct verdicts second = { .rows = verdicts->further, .count = verdicts->further_count };

	for (size_t i = 0; i < second.count; i++) {
		struct verdict *row = &second.rows[i];
		const struct verdict *own = verdicts_row(verdicts, row->contrast->claim,
							 row->contrast->name);

		row->family = row->measure->program == MEASURE_CALLGRIND ?
				      1 :
				      count_measured(&second, row->purpose);
		row->looked_at = own->looked_at && row->result == own->result;
		row->cut = own->cut;
	}
	return verdicts_judge_rows(&second);
}

int verdicts_judge(struct verdicts *verdicts)
{
	int status;

	verdicts->family = count_rows(verdicts, PURPOSE_PRIMARY);
	for (size_t i = 0; i < verdicts->count; i++) {
		struct verdict *row = &verdicts->rows[i];

		row->family = family_of(verdicts, row->purpose);
		row->looked_at = verdicts->looks && verdict_is_of_time(row) &&
				 (row->purpose == PURPOSE_PRIMARY ||
				  (row->measured_with != NULL &&
				   row->measured_with->purpose == PURPOSE_PRIMARY &&
				   verdict_is_of_time(row->measured_with)));
		row->cut = row->looked_at && verdicts->cut;
	}
	status = verdicts_judge_rows(verdicts);
	if (status == LAB_OK)
		status = judge_further(verdicts);
	if (status != LAB_OK)
		return status;
	count_planted(verdicts);
	return LAB_OK;
}

double verdict_alpha(enum purpose purpose, size_t family)
{
	bool corrected = purpose == PURPOSE_PRIMARY || purpose == PURPOSE_SECONDARY ||
			 purpose == PURPOSE_PLANTED || purpose == PURPOSE_FURTHER;

	return corrected ? bonferroni_alpha(VERDICT_ALPHA, family > 0 ? family : FAMILY_DEFAULT) :
			   VERDICT_ALPHA;
}
