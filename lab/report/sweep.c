/* SPDX-License-Identifier: MIT */
/* sweep.c - see sweep.h. */
#include "lab/report/sweep.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The value of "NAME=VALUE" in the parameters, or -1. */
static int64_t param_of(const char *params, const char *name)
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

static int64_t axis_of(const struct sweep *sweep, const struct result *result)
{
	return sweep->param != NULL ? param_of(result->params, sweep->param) : result->workers;
}

/* What all points of a figure have in common; NULL: no point of this sweep. */
static const char *key_of(const struct sweep *sweep, const struct result *result)
{
	if (result->ratio.n == 0 || result->purpose == PURPOSE_PLANTED ||
	    axis_of(sweep, result) < 0 ||
	    (sweep->workload != NULL && strcmp(result->workload, sweep->workload) != 0))
		return NULL;
	if (sweep->param == NULL)
		return lab_printf("%s %s %s %s", result->workload, result->params, result->pin,
				  result->flavour);
	return lab_printf("%s %s %s %s %" PRId64, result->workload,
			  params_without(result->params, sweep->param), result->pin,
			  result->flavour, result->workers);
}

static bool is_in(const struct sweep *sweep, const struct result *result, const char *key)
{
	const char *own = key_of(sweep, result);

	return own != NULL && strcmp(own, key) == 0;
}

struct drawing {
	const struct sweep *sweep;
	const struct summary *summary;
	const char *key;
	struct figure *figure;
	struct strings arms; /* drawn */
};

static int add_point(struct drawing *drawing, const struct result *result, enum side side,
		     const char *label)
{
	struct grid *grid = &drawing->figure->data;
	struct figure_row *row = grid_add(grid, label);
	int status = drawing->sweep->measure(drawing->sweep, result, side, row->values);

	row->values[0] = (double)axis_of(drawing->sweep, result);
	if (status == LAB_NO_DATA)
		grid->count--;
	return status == LAB_NO_DATA ? LAB_OK : status;
}

static int by_axis(const void *a, const void *b)
{
	const struct figure_row *x = a, *y = b;

	return (x->values[0] > y->values[0]) - (x->values[0] < y->values[0]);
}

/* All points of one arm, whichever side of the pairs it stood on. */
static int add_arm(struct drawing *drawing, const struct result_arm *arm)
{
	const char *label = figure_arm(drawing->figure, arm);
	struct grid *grid = &drawing->figure->data;
	size_t first = grid->count;
	struct strings cells = { NULL, 0 };
	int status = LAB_OK;

	if (strings_contain(&drawing->arms, label))
		return LAB_OK;
	strings_add(&drawing->arms, label);
	for (size_t i = 0; i < drawing->summary->count && status == LAB_OK; i++) {
		const struct result *result = &drawing->summary->results[i];
		const char *cell = lab_printf("%" PRId64, result->cell);

		if (!is_in(drawing->sweep, result, drawing->key) || strings_contain(&cells, cell) ||
		    (result->baseline.id != arm->id && result->arm.id != arm->id))
			continue;
		strings_add(&cells, cell);
		status = add_point(drawing, result,
				   result->baseline.id == arm->id ? SIDE_A : SIDE_B, label);
	}
	if (grid->count > first)
		qsort(&grid->rows[first], grid->count - first, sizeof(*grid->rows), by_axis);
	return status;
}

static size_t axis_points(const struct grid *grid)
{
	size_t points = 0;

	for (size_t i = 0; i < grid->count; i++) {
		bool seen = false;

		for (size_t j = 0; j < i && !seen; j++)
			seen = grid->rows[j].values[0] == grid->rows[i].values[0];
		points += !seen;
	}
	return points;
}

static int draw(struct figures *figures, const struct sweep *sweep, const struct summary *summary,
		const struct result *first)
{
	struct drawing drawing = { sweep, summary, key_of(sweep, first), NULL, { NULL, 0 } };
	int status = LAB_OK;

	drawing.figure = figures_add(figures, sweep->name);
	for (size_t i = 0; i < summary->count && status == LAB_OK; i++) {
		if (!is_in(sweep, &summary->results[i], drawing.key))
			continue;
		status = add_arm(&drawing, &summary->results[i].baseline);
		if (status == LAB_OK)
			status = add_arm(&drawing, &summary->results[i].arm);
	}
	sweep->describe(drawing.figure, first);
	if (axis_points(&drawing.figure->data) < sweep->least)
		figures->count--;
	return status;
}

/* NAME for the first figure, NAME_2, ... for the others. */
static void number_figures(struct figures *figures, size_t first)
{
	for (size_t i = first + 1; i < figures->count; i++)
		figures->items[i].name = lab_printf("%s_%zu", figures->items[i].name,
						    i - first + 1);
}

int sweep_figures(struct figures *figures, const struct sweep *sweep, const struct summary *summary)
{
	struct strings keys = { NULL, 0 };
	size_t first = figures->count;
	int status = LAB_OK;

	for (size_t i = 0; i < summary->count && status == LAB_OK; i++) {
		const char *key = key_of(sweep, &summary->results[i]);

		if (key == NULL || strings_contain(&keys, key))
			continue;
		strings_add(&keys, key);
		status = draw(figures, sweep, summary, &summary->results[i]);
	}
	number_figures(figures, first);
	return status;
}
