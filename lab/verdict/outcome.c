/* SPDX-License-Identifier: MIT */
/* outcome.c - see outcome.h. */
#include "lab/verdict/outcome.h"

#include <math.h>
#include <string.h>

#include "lab/verdict/agree.h"

const char *outcome_name(enum outcome outcome)
{
	static const char *const names[] = { "holds here",   "holds in part", "does not hold here",
					     "open",	     "invalid",	      "not measured",
					     "by inspection" };

	return names[outcome];
}

const char *transfer_name(enum transfer transfer)
{
	static const char *const names[] = { "agrees with Tokio", "contradicts Tokio",
					     "agreement with Tokio open",
					     "transfer to Tokio not shown" };

	return names[transfer];
}

struct tally {
	size_t rows, decided, as_predicted, invalid;
};

static void count(struct tally *tally, const struct verdict *row)
{
	tally->rows++;
	tally->invalid += row->kind == INVALID;
	if (!verdict_kind_is_decided(row->kind))
		return;
	tally->decided++;
	/* What predicts nothing is answered by any verdict. */
	tally->as_predicted += strcmp(row->contrast->predicts, "none") == 0 ||
			       strcmp(row->contrast->predicts, verdict_kind_name(row->kind)) == 0;
}

static bool is_of(const struct verdict *row, const struct claim *claim)
{
	return row->contrast != NULL && row->contrast->primary &&
	       strcmp(row->contrast->claim, claim->name) == 0;
}

/* A claim without primary contrasts is about all of them. */
static bool has_primary(const struct claim *claim)
{
	for (size_t i = 0; i < claim->count; i++)
		if (claim->contrasts[i].primary)
			return true;
	return false;
}

static bool is_about_transfer(const struct claim *claim)
{
	for (size_t i = 0; i < claim->count; i++)
		if (claim->contrasts[i].transfers != NULL)
			return true;
	return false;
}

static enum outcome transfer_outcome(const struct claim *claim, const struct verdicts *verdicts)
{
	size_t rows = 0, agree = 0;

	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];
		enum transfer transfer = verdict_transfer(row, verdicts, NULL);

		if (row->contrast == NULL || row->contrast->transfers == NULL ||
		    strcmp(row->contrast->claim, claim->name) != 0)
			continue;
		if (transfer == TRANSFER_CONTRADICTS)
			return OUTCOME_FAILS;
		rows++;
		agree += transfer == TRANSFER_AGREES;
	}
	if (rows == 0)
		return OUTCOME_UNMEASURED;
	return agree == rows ? OUTCOME_HOLDS : OUTCOME_OPEN;
}

enum outcome claim_outcome(const struct claim *claim, const struct verdicts *verdicts)
{
	struct tally tally = { 0, 0, 0, 0 };
	bool primary = has_primary(claim);

	if (claim->decided_by == DECIDED_BY_INSPECTION)
		return OUTCOME_INSPECTION;
	if (is_about_transfer(claim))
		return transfer_outcome(claim, verdicts);
	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];

		if (primary ?
			    is_of(row, claim) :
			    row->contrast != NULL && strcmp(row->contrast->claim, claim->name) == 0)
			count(&tally, row);
	}
	if (tally.rows == 0)
		return OUTCOME_UNMEASURED;
	if (tally.decided == 0)
		return tally.invalid > 0 ? OUTCOME_INVALID : OUTCOME_OPEN;
	if (tally.as_predicted == 0)
		return OUTCOME_FAILS;
	return tally.as_predicted == tally.rows ? OUTCOME_HOLDS : OUTCOME_IN_PART;
}

/* -------------------------------------------------------------- transfer -- */

/* Certainly of opposite sign, neither within the margin. */
static bool are_opposite(const struct verdict *a, const struct verdict *b, double margin_ns)
{
	return (a->ns_low > margin_ns && b->ns_high < -margin_ns) ||
	       (b->ns_low > margin_ns && a->ns_high < -margin_ns);
}

enum transfer verdict_transfer(const struct verdict *twin, const struct verdicts *verdicts,
			       const struct verdict **real)
{
	const struct verdict *other;
	double margin_ns;

	if (real != NULL)
		*real = NULL;
	if (twin->contrast == NULL || twin->contrast->transfers == NULL)
		return TRANSFER_NOT_SHOWN;
	other = verdicts_row(verdicts, twin->contrast->claim, twin->contrast->transfers);
	if (other == NULL || other->used == 0 || twin->used == 0)
		return TRANSFER_NOT_SHOWN;
	if (real != NULL)
		*real = other;
	margin_ns = twin->contrast->margin * other->result->sides[SIDE_A].ns.median;
	if (isnan(other->ns_low) || isnan(twin->ns_low))
		return TRANSFER_OPEN;
	if (are_opposite(twin, other, margin_ns) || twin->ns_low - other->ns_high > margin_ns ||
	    other->ns_low - twin->ns_high > margin_ns)
		return TRANSFER_CONTRADICTS;
	if (twin->ns_high - other->ns_low <= margin_ns &&
	    other->ns_high - twin->ns_low <= margin_ns)
		return TRANSFER_AGREES;
	return TRANSFER_OPEN;
}
