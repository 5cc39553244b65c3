/* SPDX-License-Identifier: MIT */
/* standing.c - see standing.h. */
#include "lab/verdict/standing.h"

#include <string.h>

#include "lab/verdict/rows.h"

/* Who says faster means a gain that matters: how much of it is shown? */
static enum standing standing_of_shown(enum verdict_kind kind, int predicted)
{
	if (predicted == 0 || kind == FASTER || kind == SLOWER)
		return STANDS_SHOWN;
	return kind == SLIGHTLY_FASTER || kind == SLIGHTLY_SLOWER ? STANDS_SLIGHTLY :
								    STANDS_UNSIZED;
}

/* Nothing is the opposite of "equivalent" or of "not slower". */
static enum standing standing_of_refuted(enum verdict_kind kind, int predicted)
{
	return predicted != 0 && (kind == FASTER || kind == SLOWER) ? STANDS_OPPOSED :
								      STANDS_REFUTED;
}

static enum standing standing_of(const struct contrast *contrast, const struct verdict *row)
{
	int predicted = verdict_kind_said_direction(contrast->predicts);

	if (row == NULL)
		return STANDS_ABSENT;
	if (row->kind == INVALID)
		return STANDS_RED;
	if (row->kind == NOT_DECIDABLE)
		return STANDS_BEYOND;
	if (row->kind == DEPENDS)
		return STANDS_SPLIT;
	if (verdict_kind_shows(row->kind, contrast->predicts))
		return standing_of_shown(row->kind, predicted);
	if (verdict_kind_refutes(row->kind, contrast->predicts))
		return standing_of_refuted(row->kind, predicted);
	return row->pair_count == 0 ? STANDS_ABSENT : STANDS_OPEN;
}

struct parts parts_of(const struct claim *claim, const struct verdicts *verdicts,
		      enum contrast_role role)
{
	struct parts parts = { lab_alloc((claim->count + 1) * sizeof(*parts.parts)), 0, { 0 } };

	for (size_t i = 0; i < claim->count; i++) {
		const struct contrast *contrast = &claim->contrasts[i];
		struct part *part = &parts.parts[parts.count];

		if (contrast->role != role)
			continue;
		part->contrast = contrast;
		part->row = verdicts_row(verdicts, claim->name, contrast->name);
		part->standing = standing_of(contrast, part->row);
		parts.of[part->standing]++;
		parts.count++;
	}
	return parts;
}

/* The sentence says once that it is provisional. */
static const char *word_of_row(const struct verdict *row)
{
	static const char provisional[] = "provisional: ";

	if (row->word == NULL)
		return verdict_name(row);
	return strncmp(row->word, provisional, sizeof(provisional) - 1) == 0 ?
		       row->word + sizeof(provisional) - 1 :
		       row->word;
}

/* "spawn_burst, parent_kib=4": what the claim chose, not the defaults. */
static const char *cell_text(const struct contrast *contrast)
{
	if (contrast->params.count == 0)
		return contrast->workload;
	return lab_printf("%s, %s", contrast->workload, strings_join(&contrast->params, " "));
}

static const char *part_text(const struct part *part, bool alone)
{
	const struct verdict *row = part->row;
	const char *name = part->contrast->name, *where, *why = "";

	if (part->standing == STANDS_ABSENT)
		return lab_printf("%s was not measured", name);
	where = lab_printf("%s%s", cell_text(part->contrast),
			   alone ? "" : lab_printf(" (%s)", name));
	if (!verdict_kind_is_decided(row->kind) && row->because != NULL && row->because[0] != '\0')
		why = lab_printf(", %s", row->because);
	if (part->standing == STANDS_BEYOND) /* whoever asks has said so */
		return lab_printf("%s%s", where, why);
	return lab_printf("%s in %s%s", word_of_row(row), where, why);
}

const char *parts_text(const struct parts *parts, unsigned int standings)
{
	const char *text = "", *between = "";

	for (size_t i = 0; i < parts->count; i++) {
		const struct part *part = &parts->parts[i];

		if ((standings & STANDING_BIT(part->standing)) == 0)
			continue;
		text = lab_printf("%s%s%s", text, between, part_text(part, parts->count == 1));
		between = "; ";
	}
	return text;
}

/* ----------------------------------------------------- what it would take -- */

struct needs {
	size_t fewest, most; /* pairs a row; 0: none */
	struct strings layouts, noisy, others;
};

static void add_need(struct needs *needs, const struct part *part)
{
	const struct verdict *row = part->row;

	if (part->standing != STANDS_OPEN) {
		strings_add(&needs->others, part_text(part, false));
	} else if (3 * row->flagged > row->used + row->flagged) {
		strings_add(&needs->noisy, part->contrast->name);
	} else if (row->kind == UNDECIDED && row->layouts_why != NULL && row->used > 0) {
		strings_add(&needs->layouts, part->contrast->name);
	} else if (row->pairs_needed > 0) {
		if (needs->fewest == 0 || row->pairs_needed < needs->fewest)
			needs->fewest = row->pairs_needed;
		if (row->pairs_needed > needs->most)
			needs->most = row->pairs_needed;
	} else {
		strings_add(&needs->others, part_text(part, false));
	}
}

const char *parts_needs(const struct parts *parts)
{
	struct needs needs = { 0, 0, { NULL, 0 }, { NULL, 0 }, { NULL, 0 } };
	struct strings all = { NULL, 0 };

	for (size_t i = 0; i < parts->count; i++)
		if (parts->parts[i].standing >= STANDS_OPEN)
			add_need(&needs, &parts->parts[i]);
	if (needs.fewest == needs.most && needs.most > 0)
		strings_add(&all, lab_printf("it would take about %s a row",
					     lab_count(needs.most, "pair")));
	else if (needs.most > 0)
		strings_add(&all, lab_printf("it would take about %zu to %zu pairs a row",
					     needs.fewest, needs.most));
	if (needs.layouts.count > 0)
		strings_add(&all, lab_printf("it would take layout A/A pairs of both arms (%s)",
					     strings_join(&needs.layouts, ", ")));
	if (needs.noisy.count > 0)
		strings_add(&all, lab_printf("it would take a quiet machine (%s)",
					     strings_join(&needs.noisy, ", ")));
	for (size_t i = 0; i < needs.others.count; i++)
		strings_add(&all, needs.others.items[i]);
	return strings_join(&all, "; ");
}
