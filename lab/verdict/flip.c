/* SPDX-License-Identifier: MIT */
/* flip.c - see flip.h. */
#include "lab/verdict/flip.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/verdict/rows.h"

#define SWEEP_LEAST  3u
#define JUDGED_LEAST 2u /* of them: fewer say nothing of what was varied */

/* -------------------------------------------------------------- parameters -- */

int64_t params_value(const char *params, const char *name)
{
	struct strings list = { NULL, 0 };
	size_t bytes = strlen(name);

	strings_split(&list, params, ' ');
	for (size_t i = 0; i < list.count; i++)
		if (strncmp(list.items[i], name, bytes) == 0 && list.items[i][bytes] == '=')
			return strtoll(list.items[i] + bytes + 1, NULL, 10);
	return -1;
}

const char *params_without(const char *params, const char *name)
{
	struct strings list = { NULL, 0 }, kept = { NULL, 0 };
	size_t bytes = strlen(name);

	strings_split(&list, params, ' ');
	for (size_t i = 0; i < list.count; i++)
		if (strncmp(list.items[i], name, bytes) != 0 || list.items[i][bytes] != '=')
			strings_add(&kept, list.items[i]);
	return strings_join(&kept, " ");
}

/* ------------------------------------------------------------- one sweep -- */

/* -1: proven less, 1: proven more, 0: not proven. */
static int side_of(const struct flip_point *point)
{
	return point->high < 0 ? -1 : point->low > 0 ? 1 : 0;
}

static bool is_at_most_the_margin(const struct flip_point *point)
{
	return point->low >= -point->margin && point->high <= point->margin;
}

static double scale(double value, double lowest)
{
	return lowest > 0 ? log(value) : value;
}

/* Between two points whose medians have different signs. */
static double meets_zero(const struct flip_point *a, const struct flip_point *b, double lowest)
{
	double x = scale(a->at, lowest), y = scale(b->at, lowest);
	double at = x + (y - x) * a->median / (a->median - b->median);

	return lowest > 0 ? exp(at) : at;
}

/* The last change of sign within the range is the one that lasts. */
static double estimate(const struct flip_point *points, size_t first, size_t last)
{
	double found = NAN;

	for (size_t i = first; i < last; i++)
		if ((points[i].median < 0) != (points[i + 1].median < 0))
			found = meets_zero(&points[i], &points[i + 1], points[0].at);
	return found;
}

static struct flip turns(const struct flip_point *points, size_t first, size_t last)
{
	return (struct flip){ .kind = FLIP_TURNS,
			      .less_first = side_of(&points[first]) < 0,
			      .from = points[first].at,
			      .to = points[last].at,
			      .estimate = estimate(points, first, last) };
}

/* Proven up to here (or from here on), and at most the margin beyond it. */
static bool fades(const struct flip_point *points, size_t count, struct flip *flip)
{
	for (size_t i = 0; i + 1 < count; i++) {
		bool falls = side_of(&points[i]) != 0 && is_at_most_the_margin(&points[i + 1]);
		bool rises = side_of(&points[i + 1]) != 0 && is_at_most_the_margin(&points[i]);

		if (!falls && !rises)
			continue;
		*flip = (struct flip){ .kind = FLIP_FADES,
				       .less_first = falls && side_of(&points[i]) < 0,
				       .from = points[i].at,
				       .to = points[i + 1].at,
				       .estimate = NAN };
		return true;
	}
	return false;
}

struct flip flip_find(const struct flip_point *points, size_t count)
{
	struct flip flip = { .kind = FLIP_OPEN, .estimate = NAN };
	size_t proven = 0, last = 0;

	for (size_t i = 0; i < count; i++) {
		if (side_of(&points[i]) == 0)
			continue;
		if (proven > 0 && side_of(&points[last]) != side_of(&points[i]))
			return turns(points, last, i);
		last = i;
		proven++;
	}
	if (proven == count && count > 0)
		flip.kind = FLIP_ALWAYS;
	else if (proven > 0)
		fades(points, count, &flip);
	return flip;
}

/* ------------------------------------------------------------ of a claim -- */

static bool is_point(const struct verdict *row, const char *param)
{
	return row->contrast != NULL && row->used > 0 &&
	       (row->purpose == PURPOSE_PRIMARY || row->purpose == PURPOSE_SECONDARY) &&
	       params_value(row->result->params, param) >= 0;
}

static bool is_beside(const struct verdict *a, const struct verdict *b, const char *param)
{
	return strcmp(a->contrast->a, b->contrast->a) == 0 &&
	       strcmp(a->contrast->b, b->contrast->b) == 0 && a->measure == b->measure &&
	       strcmp(a->result->workload, b->result->workload) == 0 &&
	       strcmp(a->result->flavour, b->result->flavour) == 0 &&
	       a->result->workers == b->result->workers &&
	       strcmp(params_without(a->result->params, param),
		      params_without(b->result->params, param)) == 0;
}

static bool has_point(const struct sweep_of_claim *sweep, double at)
{
	for (size_t i = 0; i < sweep->count; i++)
		if (sweep->points[i].at <= at && sweep->points[i].at >= at)
			return true;
	return false;
}

/* In its place, once; a claim may ask for one cell under two names. */
static void add_point(struct sweep_of_claim *sweep, const struct verdict *row)
{
	double at = (double)params_value(row->result->params, sweep->param);
	size_t place = sweep->count;

	if (has_point(sweep, at))
		return;
	sweep->points = lab_grow(sweep->points, sweep->count, sizeof(*sweep->points));
	while (place > 0 && sweep->points[place - 1].at > at)
		place--;
	memmove(&sweep->points[place + 1], &sweep->points[place],
		(sweep->count - place) * sizeof(*sweep->points));
	sweep->points[place] = (struct flip_point){ .at = at,
						    .median = row->median,
						    .low = row->low,
						    .high = row->high,
						    .margin = row->margin,
						    .verdict = row };
	sweep->count++;
}

static const char *word_of(const struct sweep_of_claim *sweep, bool less)
{
	if (verdict_is_of_time(sweep->points[0].verdict))
		return less ? "faster" : "slower";
	return less ? "less" : "more";
}

static const char *state_of(const struct sweep_of_claim *sweep, const struct flip_point *point)
{
	if (isnan(point->low) || isnan(point->high))
		return "too few pairs";
	if (is_at_most_the_margin(point))
		return "within the margin";
	return side_of(point) == 0 ? "open" : word_of(sweep, side_of(point) < 0);
}

/* "faster at 0, 4; open at 64" */
static const char *states_of(const struct sweep_of_claim *sweep)
{
	const char *text = "", *before = "";

	for (size_t i = 0; i < sweep->count; i++) {
		const char *state = state_of(sweep, &sweep->points[i]);

		if (strcmp(state, before) == 0)
			text = lab_printf("%s, %g", text, sweep->points[i].at);
		else
			text = lab_printf("%s%s%s at %g", text, i > 0 ? "; " : "", state,
					  sweep->points[i].at);
		before = state;
	}
	return text;
}

static const char *sentence_of(const struct sweep_of_claim *sweep)
{
	const struct flip *flip = &sweep->flip;
	const char *text = lab_printf("along %s: %s", sweep->param, states_of(sweep));

	if (flip->kind == FLIP_FADES)
		return lab_printf("%s; the effect ends between %g and %g", text, flip->from,
				  flip->to);
	if (flip->kind != FLIP_TURNS)
		return text;
	text = lab_printf("%s; it turns between %g and %g", text, flip->from, flip->to);
	return isfinite(flip->estimate) ? lab_printf("%s, at about %.3g", text, flip->estimate) :
					  text;
}

static size_t judged(const struct sweep_of_claim *sweep)
{
	size_t count = 0;

	for (size_t i = 0; i < sweep->count; i++)
		count += isfinite(sweep->points[i].low);
	return count;
}

static void add_sweep(struct sweeps_of_claim *sweeps, const struct verdicts *verdicts,
		      const struct verdict *first, const char *param)
{
	struct sweep_of_claim sweep = { .first = first->contrast, .param = param };
	const struct verdict *row = first;

	for (; row != NULL; row = verdicts_next(verdicts, first->contrast->claim, row))
		if (is_point(row, param) && is_beside(first, row, param))
			add_point(&sweep, row);
	if (sweep.count < SWEEP_LEAST || judged(&sweep) < JUDGED_LEAST)
		return;
	sweep.flip = flip_find(sweep.points, sweep.count);
	sweep.sentence = sentence_of(&sweep);
	sweeps->items = lab_grow(sweeps->items, sweeps->count, sizeof(*sweeps->items));
	sweeps->items[sweeps->count++] = sweep;
}

static bool is_in(const struct sweeps_of_claim *sweeps, const struct verdict *row,
		  const char *param)
{
	for (size_t i = 0; i < sweeps->count; i++)
		if (strcmp(sweeps->items[i].param, param) == 0 &&
		    is_beside(sweeps->items[i].points[0].verdict, row, param))
			return true;
	return false;
}

struct sweeps_of_claim flips_of(const struct verdicts *verdicts, const char *claim)
{
	struct sweeps_of_claim sweeps = { NULL, 0 };
	const struct verdict *row = NULL;

	while ((row = verdicts_next(verdicts, claim, row)) != NULL) {
		struct strings params = { NULL, 0 };

		strings_split(&params, row->result->params, ' ');
		for (size_t i = 0; i < params.count; i++) {
			const char *name = lab_printf("%.*s", (int)strcspn(params.items[i], "="),
						      params.items[i]);

			if (is_point(row, name) && !is_in(&sweeps, row, name))
				add_sweep(&sweeps, verdicts, row, name);
		}
	}
	return sweeps;
}

const char *flip_text(const struct sweep_of_claim *sweep)
{
	return lab_printf("%s, %s beside %s, %s", sweep->first->workload, sweep->first->b,
			  sweep->first->a, sweep->sentence);
}
