/* SPDX-License-Identifier: MIT */
/*
 * claim_line.c - see claim_line.h.
 *
 * Where more contrasts carry a claim than a line has room for, one of each standing comes
 * first: of "depends" both sides are seen.
 */
#include "lab/show/claim_line.h"

#include <math.h>
#include <string.h>

#include "lab/verdict/markdown.h"
#include "lab/verdict/rows.h"
#include "lab/verdict/standing.h"
#include "lab/verdict/transfer.h"

/* --------------------------------------------------------------- effects -- */

struct claim_effect claim_effect(const struct verdict *row)
{
	bool is_ratio = row->measure->datum == DATUM_LOG_RATIO;
	struct claim_effect effect = { row, NAN, NAN, NAN, NAN, verdict_ratio_text(row) };

	if (!is_ratio)
		return effect;
	effect.median = row->median;
	effect.low = row->low;
	effect.high = row->high;
	effect.margin = row->margin;
	return effect;
}

static struct claim_effect effect_of_transfer(const struct verdict *row,
					      const struct verdicts *verdicts)
{
	struct transfer_answer answer = verdict_transfer(row, verdicts);
	struct claim_effect effect = { row, NAN, answer.low, answer.high, answer.margin, "-" };

	if (answer.real == NULL)
		return effect;
	effect.median = row->median - answer.real->median;
	if (isfinite(effect.low))
		effect.text = lab_printf("%.3f [%.3f, %.3f]", exp(effect.median), exp(effect.low),
					 exp(effect.high));
	else if (isfinite(effect.median))
		effect.text = lab_printf("%.3f", exp(effect.median));
	return effect;
}

static bool has_room(struct claim_line *line)
{
	if (line->count < CLAIM_EFFECTS)
		return true;
	line->others++;
	return false;
}

static bool is_measured(const struct part *part)
{
	return part->row != NULL && isfinite(part->row->median);
}

/* The first of its standing, in the order of the claim. */
static bool is_first(const struct parts *parts, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (parts->parts[i].standing == parts->parts[index].standing &&
		    is_measured(&parts->parts[i]))
			return false;
	return true;
}

static void add_carriers(struct claim_line *line, const struct parts *carriers)
{
	for (int first = 1; first >= 0; first--)
		for (size_t i = 0; i < carriers->count; i++)
			if (is_measured(&carriers->parts[i]) &&
			    is_first(carriers, i) == (first != 0) && has_room(line))
				line->effects[line->count++] = claim_effect(carriers->parts[i].row);
}

static void add_transfers(struct claim_line *line, const struct claim *claim,
			  const struct verdicts *verdicts, enum transfer wanted)
{
	const struct verdict *row = NULL;

	while ((row = verdicts_next(verdicts, claim->name, row)) != NULL)
		if (row->contrast->transfers != NULL &&
		    verdict_transfer(row, verdicts).transfer == wanted && has_room(line))
			line->effects[line->count++] = effect_of_transfer(row, verdicts);
}

/* -------------------------------------------------------------- how sure -- */

static const char *pairs_text(const struct claim_line *line)
{
	size_t fewest = 0, most = 0;

	for (size_t i = 0; i < line->count; i++) {
		size_t used = line->effects[i].row->used;

		if (i == 0 || used < fewest)
			fewest = used;
		if (used > most)
			most = used;
	}
	return fewest == most ? lab_count(most, "pair") :
				lab_printf("%zu to %zu pairs", fewest, most);
}

/* What would decide a row that is open, in a few words (word.c and standing.c say more). */
static const char *need_of(const struct verdict *row)
{
	if (row == NULL || row->pair_count == 0)
		return "not measured";
	if (row->kind == NOT_EXERCISED)
		return "not exercised";
	if (3 * row->flagged > row->used + row->flagged)
		return "it takes a quiet machine";
	if (isnan(row->own_low))
		return "too few pairs";
	if (row->kind == UNDECIDED && row->layouts_why != NULL)
		return "layout pairs would decide";
	if (row->pairs_needed > 0)
		return lab_printf("about %s would decide", lab_count(row->pairs_needed, "pair"));
	return "more pairs would not decide";
}

static const char *open_text(const struct parts *carriers)
{
	size_t shown = 0;
	struct strings needs = { NULL, 0 };

	for (size_t i = 0; i < carriers->count; i++) {
		const struct part *part = &carriers->parts[i];
		const char *need = need_of(part->row);

		if (part->standing < STANDS_REFUTED)
			shown++;
		else if (part->standing >= STANDS_OPEN && !strings_contain(&needs, need))
			strings_add(&needs, need);
	}
	return lab_printf("%zu of %zu shown; %s", shown, carriers->count,
			  needs.count > 0 ? strings_join(&needs, ", ") : "a control did not hold");
}

static size_t count_transfers(const struct claim *claim, const struct verdicts *verdicts,
			      enum transfer wanted)
{
	const struct verdict *row = NULL;
	size_t count = 0;

	while ((row = verdicts_next(verdicts, claim->name, row)) != NULL)
		count += row->contrast->transfers != NULL &&
			 verdict_transfer(row, verdicts).transfer == wanted;
	return count;
}

/* Those that are open stand first in the line. */
static const char *open_transfers_text(const struct claim_line *line, const struct claim *claim,
				       const struct verdicts *verdicts)
{
	size_t agree = count_transfers(claim, verdicts, TRANSFER_AGREES);
	bool no_interval = line->count > 0 && isnan(line->effects[0].low);

	return lab_printf("%zu of %zu shown to agree; %s", agree, line->count + line->others,
			  no_interval ? "too few pairs" : "intervals too wide");
}

static const char *needs_cpus_text(const struct parts *carriers)
{
	unsigned int most = 0;

	for (size_t i = 0; i < carriers->count; i++)
		if (carriers->parts[i].standing == STANDS_BEYOND &&
		    carriers->parts[i].contrast->needs_cpus > most)
			most = carriers->parts[i].contrast->needs_cpus;
	return most > 1 ? lab_printf("needs %u CPUs", most) : "needs another host";
}

/* Files of before there was "holds" say it in the first words of what was found. */
static const char *read_text(const struct claim *claim)
{
	const char *end = claim->finding != NULL ? strstr(claim->finding, ". ") : NULL;

	if (claim->is_answered || end == NULL || end - claim->finding > 40)
		return "read in the source, not timed";
	return lab_printf("read in the source: %.*s", (int)(end - claim->finding), claim->finding);
}

static const char *sure_text(const struct claim_line *line, const struct claim *claim,
			     const struct parts *carriers, const struct verdicts *verdicts,
			     bool transfers)
{
	switch (line->answer.outcome) {
	case OUTCOME_INSPECTION:
		return read_text(claim);
	case OUTCOME_MODEL_CHECK:
		return lab_printf("%s, %s, %s", claim->engine, claim->bound,
				  claim->is_complete ? "complete" : "not complete");
	case OUTCOME_NOT_DECIDABLE:
		return needs_cpus_text(carriers);
	case OUTCOME_INVALID:
		return "a sample did wrong work";
	case OUTCOME_UNMEASURED:
		return "no pair of it in this run";
	case OUTCOME_OPEN:
		return transfers ? open_transfers_text(line, claim, verdicts) : open_text(carriers);
	default:
		break;
	}
	if (transfers)
		return lab_printf("95 %% sure, %s", pairs_text(line));
	return lab_printf("95 %% sure of all %zu at once, %s", verdicts->family, pairs_text(line));
}

struct claim_line claim_line(const struct claim *claim, const struct verdicts *verdicts)
{
	static const enum transfer order[] = { TRANSFER_CONTRADICTS, TRANSFER_OPEN,
					       TRANSFER_AGREES };
	struct claim_line line = { .answer = claim_answer(claim, verdicts) };
	struct parts carriers = parts_of(claim, verdicts, ROLE_CARRIES);

	for (size_t i = 0; claim_transfers(claim) && i < sizeof(order) / sizeof(order[0]); i++)
		add_transfers(&line, claim, verdicts, order[i]);
	if (!claim_transfers(claim))
		add_carriers(&line, &carriers);
	line.sure = sure_text(&line, claim, &carriers, verdicts, claim_transfers(claim));
	return line;
}
