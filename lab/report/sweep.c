/* SPDX-License-Identifier: MIT */
/* sweep.c - see sweep.h. */
#include "lab/report/sweep.h"

#include <inttypes.h>
#include <math.h>
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

int sweep_spread(const struct spread *spread, struct sweep_point *point)
{
	if (spread->n == 0)
		return LAB_NO_DATA;
	*point = (struct sweep_point){ spread->median, spread->quartile1, spread->quartile3 };
	return LAB_OK;
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
	const struct figure_source *source;
	const char *key;
	const struct sweep_panel *panel;
	struct figure *figure;
};

/* Every cell of the figure in which the arm stood, and on which side; ascending. */
struct place {
	const struct result *result;
	enum side side;
	int64_t axis;
};

static int by_axis(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return (x->axis > y->axis) - (x->axis < y->axis);
}

static bool has_axis(const struct place *places, size_t count, int64_t axis)
{
	for (size_t i = 0; i < count; i++)
		if (places[i].axis == axis)
			return true;
	return false;
}

static size_t places_of(const struct drawing *drawing, int64_t arm, struct place **places)
{
	const struct summary *summary = drawing->source->summary;
	size_t count = 0;

	*places = lab_alloc((summary->count + 1) * sizeof(**places));
	for (size_t i = 0; i < summary->count; i++) {
		const struct result *result = &summary->results[i];
		int64_t axis = axis_of(drawing->sweep, result);

		if (!is_in(drawing->sweep, result, drawing->key) ||
		    has_axis(*places, count, axis) ||
		    (result->baseline.id != arm && result->arm.id != arm))
			continue;
		(*places)[count++] = (struct place){ result,
						     result->baseline.id == arm ? SIDE_A : SIDE_B,
						     axis };
	}
	qsort(*places, count, sizeof(**places), by_axis);
	return count;
}

static int add_point(struct drawing *drawing, struct grid *grid, const struct place *place,
		     const char *label)
{
	struct sweep_point point;
	struct figure_row *row;
	int status = drawing->panel->measure(drawing->source, drawing->panel, place->result,
					     place->side, &point);

	if (status != LAB_OK)
		return status == LAB_NO_DATA ? LAB_OK : status;
	row = grid_add(grid, label);
	row->panel = drawing->panel->heading;
	row->values[0] = (double)place->axis;
	row->values[1] = point.value;
	row->values[2] = point.low;
	row->values[3] = point.high;
	return LAB_OK;
}

/* All points of one arm in one panel.  An arm that stood in one place only is in the table
 * and not in the plot. */
static int add_arm(struct drawing *drawing, const struct result_arm *arm, struct strings *seen)
{
	struct figure *figure = drawing->figure;
	const char *label = figure_arm(figure, arm);
	struct place *places;
	size_t count;
	int status = LAB_OK;

	if (strings_contain(seen, label))
		return LAB_OK;
	strings_add(seen, label);
	count = places_of(drawing, arm->id, &places);
	for (size_t i = 0; i < count && status == LAB_OK; i++) {
		status = add_point(drawing, &figure->shown, &places[i], label);
		if (status == LAB_OK && count > 1)
			status = add_point(drawing, &figure->data, &places[i], label);
	}
	return status;
}

/* Over all that was drawn of this panel. */
static void add_guide(struct drawing *drawing, size_t first)
{
	struct figure *figure = drawing->figure;
	double *steps;
	size_t count = figure_steps(figure, &steps);

	if (drawing->panel->guide == 0 || figure->data.count == first)
		return;
	for (size_t i = 0; i < count; i++) {
		struct figure_row *row = grid_add(&figure->data, figure->guide);
		double value = steps[i] * drawing->panel->guide;

		row->panel = drawing->panel->heading;
		row->values[0] = steps[i];
		row->values[1] = row->values[2] = row->values[3] = value > 0 ? value : NAN;
	}
}

static int add_panel(struct drawing *drawing)
{
	const struct summary *summary = drawing->source->summary;
	struct strings seen = { NULL, 0 };
	size_t first = drawing->figure->data.count;
	int status = LAB_OK;

	for (size_t i = 0; i < summary->count && status == LAB_OK; i++) {
		if (!is_in(drawing->sweep, &summary->results[i], drawing->key))
			continue;
		status = add_arm(drawing, &summary->results[i].baseline, &seen);
		if (status == LAB_OK)
			status = add_arm(drawing, &summary->results[i].arm, &seen);
	}
	add_guide(drawing, first);
	return status;
}

/* ---------------------------------------------------------------- figure -- */

/* The smallest value of the axis at which more threads run than there are CPUs. */
static void find_crowd(struct drawing *drawing)
{
	const char *cpus_text = store_meta(drawing->source->store, "cpus");
	const struct summary *summary = drawing->source->summary;
	int64_t cpus = cpus_text != NULL ? strtoll(cpus_text, NULL, 10) : 0;
	struct figure *figure = drawing->figure;

	for (size_t i = 0; i < summary->count && cpus > 0; i++) {
		const struct result *result = &summary->results[i];
		int64_t producers = param_of(result->params, "producers");
		int64_t threads = result->workers + (producers > 0 ? producers : 0);
		double axis = (double)axis_of(drawing->sweep, result);

		if (is_in(drawing->sweep, result, drawing->key) && threads > cpus &&
		    !(axis >= figure->crowded_from))
			figure->crowded_from = axis;
	}
	figure->crowded = lab_printf("more threads than CPUs (%" PRId64 ")", cpus);
}

/* What the rows of a grid are called, each once: their labels, or their panels. */
static struct strings names_of(const struct grid *grid, bool panels)
{
	struct strings names = { NULL, 0 };

	for (size_t i = 0; i < grid->count; i++) {
		const char *name = panels ? grid->rows[i].panel : grid->rows[i].label;

		if (!strings_contain(&names, name))
			strings_add(&names, name);
	}
	return names;
}

static const char *arms_left_out(const struct figure *figure)
{
	const struct strings drawn = names_of(&figure->data, false);
	const struct strings shown = names_of(&figure->shown, false);
	struct strings left = { NULL, 0 };

	for (size_t i = 0; i < shown.count; i++)
		if (!strings_contain(&drawn, shown.items[i]))
			strings_add(&left, shown.items[i]);
	return left.count == 0 ?
		       "" :
		       lab_printf(" Measured in one place only, so in the table only: %s.",
				  strings_join(&left, ", "));
}

static const char *panels_missing(const struct drawing *drawing)
{
	const struct strings there = names_of(&drawing->figure->shown, true);
	const char *text = "";

	for (size_t i = 0; i < drawing->sweep->panel_count; i++)
		if (!strings_contain(&there, drawing->sweep->panels[i].heading))
			text = lab_printf("%s Not measured in this run: %s.", text,
					  drawing->sweep->panels[i].heading);
	return text;
}

static void describe(struct drawing *drawing, const struct result *first)
{
	static const char *const values[] = { "value", "low", "high" };
	const struct sweep *sweep = drawing->sweep;
	struct figure *figure = drawing->figure;
	const char **columns = lab_alloc(4 * sizeof(*columns));

	columns[0] = sweep->axis;
	memcpy(&columns[1], values, sizeof(values));
	figure->data.columns = figure->shown.columns = columns;
	figure->data.column_count = figure->shown.column_count = 4;
	figure->data.label = figure->shown.label = "arm";
	figure->x = FIGURE_STEPS;
	figure->draw = "using ($1 + aside(i, p)):3:4:5 with yerrorlines";
	sweep->describe(figure, first);
	figure->description = lab_printf("%s%s%s", figure->description, arms_left_out(figure),
					 panels_missing(drawing));
}

static int draw(struct figures *figures, const struct sweep *sweep,
		const struct figure_source *source, const struct result *first)
{
	struct drawing drawing = { .sweep = sweep, .source = source, .key = key_of(sweep, first) };
	double *steps;
	int status = LAB_OK;

	drawing.figure = figures_add(figures, sweep->name);
	drawing.figure->guide = sweep->guide;
	for (size_t i = 0; i < sweep->panel_count && status == LAB_OK; i++) {
		drawing.panel = &sweep->panels[i];
		status = add_panel(&drawing);
	}
	if (figure_steps(drawing.figure, &steps) < 2) {
		figures->count--;
		return status;
	}
	find_crowd(&drawing);
	describe(&drawing, first);
	figure_split(drawing.figure);
	return status;
}

int sweep_figures(struct figures *figures, const struct sweep *sweep,
		  const struct figure_source *source)
{
	const struct summary *summary = source->summary;
	struct strings keys = { NULL, 0 };
	size_t first = figures->count;
	int status = LAB_OK;

	for (size_t i = 0; i < summary->count && status == LAB_OK; i++) {
		const char *key = key_of(sweep, &summary->results[i]);

		if (key == NULL || strings_contain(&keys, key))
			continue;
		strings_add(&keys, key);
		status = draw(figures, sweep, source, &summary->results[i]);
	}
	figures_number(figures, first);
	return status;
}
