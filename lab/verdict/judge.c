/* SPDX-License-Identifier: MIT */
/*
 * judge.c - from rows with pairs to verdicts; the rules are in stats/decide.h.
 *
 * Primary rows are one family.  A claim's other rows are exploratory.  A/A rows
 * and planted ones are judged one by one, A/A uncorrected (they must not
 * differ), planted as a row of the family (they must be found).  Screening rows
 * are not judged.
 */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "lab/stats/decide.h"
#include "lab/stats/multiplicity.h"
#include "lab/verdict/parts.h"

#define ALPHA 0.05
/* A run without claims has no family; its planted rows are judged as in one of
 * so many, which is what the quick suite preregisters. */
#define FAMILY_DEFAULT 12u
/* For rows that no claim gives a margin. */
#define MARGIN_DEFAULT 0.1

struct inputs {
	struct decide_row *rows;
	struct decision *decisions;
	struct verdict **verdicts;
	size_t count;
};

static double margin_of(const struct verdict *verdict)
{
	return log1p(verdict->contrast != NULL ? verdict->contrast->margin : MARGIN_DEFAULT);
}

/* The complete pairs of a row as arrays; everything lives in the arena. */
static struct decide_row input_of(const struct verdict *verdict)
{
	size_t room = verdict->pair_count + 1, n = 0;
	double *log_ratios = lab_alloc(room * sizeof(*log_ratios));
	bool *flagged = lab_alloc(room * sizeof(*flagged));
	struct pair_layout *layouts = lab_alloc(room * sizeof(*layouts));
	enum regime *regimes = lab_alloc(room * sizeof(*regimes));
	size_t planned = (size_t)verdict->result->pairs;

	for (size_t i = 0; i < verdict->pair_count; i++) {
		const struct pair_datum *pair = &verdict->pairs[i];

		if (isnan(pair->log_ratio))
			continue;
		log_ratios[n] = pair->log_ratio;
		flagged[n] = pair->flagged;
		layouts[n] = (struct pair_layout){ { (int)pair->layout_a, (int)pair->layout_b } };
		regimes[n++] = (enum regime)pair->regime;
	}
	return (struct decide_row){
		.log_ratios = log_ratios,
		.flagged = flagged,
		.layouts = layouts,
		.regimes = regimes,
		.n = n,
		.planned = planned > n ? planned : n,
		.red = { verdict->reds[SIDE_A], verdict->reds[SIDE_B] },
		.margin = margin_of(verdict),
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

static void take(struct verdict *verdict, const struct decision *decision)
{
	verdict->kind = decision->kind;
	verdict->because = verdict_reason_text(decision->reason);
	verdict->used = decision->n;
	verdict->missing = decision->missing;
	verdict->flagged = decision->flagged;
	verdict->median = decision->interval.median;
	if (decision->interval.exists) {
		verdict->low = decision->interval.lower;
		verdict->high = decision->interval.upper;
	}
	verdict->p = decision->adjusted_difference;
	verdict->envelope = decision->envelope.envelope;
	verdict->pairs_needed = decision->needed;
	verdict->layouts = layouts_met(verdict);
}

/* ------------------------------------------------ what no statistic knows -- */

/* Exact counts need no statistics: the margin is all there is. */
static void decide_by_counts(struct verdict *verdict)
{
	const struct side_summary *sides = verdict->result->sides;
	double ratio = sides[SIDE_B].instructions / sides[SIDE_A].instructions;

	verdict->pairs_needed = 0;
	if (isnan(ratio)) {
		verdict->kind = UNDECIDED;
		verdict->because = "decided by counts, and not counted; see scripts/counts";
		return;
	}
	verdict->kind = ratio < 1 - verdict->contrast->margin ? FASTER :
			ratio > 1 + verdict->contrast->margin ? SLOWER :
								EQUIVALENT;
	verdict->because = lab_printf("decided by counts: %.4g instructions per unit against %.4g",
				      sides[SIDE_B].instructions, sides[SIDE_A].instructions);
}

static bool is_decided_by_counts(const struct verdicts *verdicts, const struct verdict *verdict)
{
	for (size_t i = 0; i < verdicts->claims.count && verdict->contrast != NULL; i++)
		if (strcmp(verdicts->claims.claims[i].name, verdict->contrast->claim) == 0)
			return verdicts->claims.claims[i].decided_by == DECIDED_BY_COUNTS;
	return false;
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
		verdict->kind = contrast != NULL && strncmp(refused, "needs ", 6) == 0 ?
					NOT_DECIDABLE :
					INVALID;
		verdict->because = refusal_text(verdict);
		verdict->pairs_needed = 0;
	} else if (contrast != NULL && contrast->metric != NULL &&
		   verdict->exercised_per_unit < contrast->metric_least) {
		verdict->kind = NOT_EXERCISED;
		verdict->because = lab_printf(
			"%s is %.3g per %s, below the %.3g that the claim asks "
			"for",
			contrast->metric, verdict->exercised_per_unit, verdict->result->unit,
			contrast->metric_least);
		verdict->pairs_needed = 0;
	}
}

/* -------------------------------------------------------------- the groups -- */

static struct inputs collect(struct verdicts *verdicts, enum purpose purpose)
{
	struct inputs inputs = { lab_alloc((verdicts->count + 1) * sizeof(*inputs.rows)),
				 lab_alloc((verdicts->count + 1) * sizeof(*inputs.decisions)),
				 lab_alloc((verdicts->count + 1) * sizeof(struct verdict *)), 0 };

	for (size_t i = 0; i < verdicts->count; i++) {
		if (verdicts->rows[i].purpose != purpose)
			continue;
		inputs.verdicts[inputs.count] = &verdicts->rows[i];
		inputs.rows[inputs.count++] = input_of(&verdicts->rows[i]);
	}
	return inputs;
}

static int judge_group(struct verdicts *verdicts, enum purpose purpose)
{
	struct inputs inputs = collect(verdicts, purpose);
	int error;

	if (inputs.count == 0)
		return 0;
	error = purpose == PURPOSE_PRIMARY ?
			decide_family(inputs.decisions, inputs.rows, inputs.count, ALPHA) :
			decide_exploratory(inputs.decisions, inputs.rows, inputs.count, ALPHA);
	for (size_t i = 0; i < inputs.count && error == 0; i++)
		take(inputs.verdicts[i], &inputs.decisions[i]);
	if (purpose == PURPOSE_PRIMARY)
		verdicts->family = inputs.count;
	return error;
}

static int judge_alone(struct verdicts *verdicts, enum purpose purpose, double alpha)
{
	struct inputs inputs = collect(verdicts, purpose);
	int error = 0;

	for (size_t i = 0; i < inputs.count && error == 0; i++) {
		error = decide_row(&inputs.decisions[i], &inputs.rows[i], alpha);
		if (error == 0)
			take(inputs.verdicts[i], &inputs.decisions[i]);
	}
	return error;
}

static void describe_screening(struct verdicts *verdicts)
{
	for (size_t i = 0; i < verdicts->count; i++) {
		struct verdict *verdict = &verdicts->rows[i];

		if (verdict->purpose != PURPOSE_SCREENING || verdict->kind == INVALID)
			continue;
		verdict->kind = UNDECIDED;
		verdict->because = "screening: described, not judged";
		verdict->low = verdict->high = verdict->p = NAN;
		verdict->pairs_needed = 0;
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
		verdicts->planted[at].found += verdict->kind ==
					       (verdict->plant_side == SIDE_B ? SLOWER : FASTER);
	}
}

int verdicts_judge(struct verdicts *verdicts)
{
	int error = judge_group(verdicts, PURPOSE_PRIMARY);

	if (error == 0)
		error = judge_group(verdicts, PURPOSE_SECONDARY);
	if (error == 0)
		error = judge_alone(verdicts, PURPOSE_SCREENING, ALPHA);
	if (error == 0)
		error = judge_alone(verdicts, PURPOSE_AA_SAME, ALPHA);
	if (error == 0)
		error = judge_alone(verdicts, PURPOSE_AA_LAYOUT, ALPHA);
	if (error == 0)
		error = judge_alone(verdicts, PURPOSE_PLANTED,
				    verdict_alpha(PURPOSE_PLANTED, verdicts->family));
	if (error != 0) {
		lab_error("the statistics refuse these pairs: %s; the database holds values that "
			  "schedlab did not write",
			  strerror(-error));
		return LAB_ENVIRONMENT;
	}
	describe_screening(verdicts);
	for (size_t i = 0; i < verdicts->count; i++) {
		if (is_decided_by_counts(verdicts, &verdicts->rows[i]))
			decide_by_counts(&verdicts->rows[i]);
		overrule(&verdicts->rows[i]);
	}
	count_planted(verdicts);
	verdicts->too_many_flagged = 3 * verdicts->flagged > verdicts->pairs;
	return LAB_OK;
}

double verdict_alpha(enum purpose purpose, size_t family)
{
	bool corrected = purpose == PURPOSE_PRIMARY || purpose == PURPOSE_PLANTED;

	return corrected ? bonferroni_alpha(ALPHA, family > 0 ? family : FAMILY_DEFAULT) : ALPHA;
}

bool verdict_is_decided(enum verdict_kind kind)
{
	return kind == FASTER || kind == SLOWER || kind == EQUIVALENT;
}
