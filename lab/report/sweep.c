/* SPDX-License-Identifier: MIT */
/* sweep.c - see sweep.h. */
#include "lab/report/sweep.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct sweep_point sweep_spread(const struct spread *spread, double factor)
{
	if (spread->n == 0)
		return (struct sweep_point){ NAN, NAN, NAN };
	return (struct sweep_point){ factor * spread->median, factor * spread->quartile1,
				     factor * spread->quartile3 };
}

static int64_t axis_of(const struct sweep *sweep, const struct result *result)
{
	return sweep->param != NULL ? params_value(result->params, sweep->param) : result->workers;
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

/* --------------------------------------------------------------- points -- */

struct places {
	struct sweep_place *items;
	size_t count;
};

struct drawing {
	const struct sweep *sweep;
	const struct figure_source *source;
	const char *key;
	struct places places; /* arm by arm as they come up, each along the axis */
	struct figure *figure;
};

/* Those of an arm; `axis` < 0: anywhere on it. */
static size_t count_of(const struct places *places, const struct result_arm *arm, int64_t axis)
{
	size_t count = 0;

	for (size_t i = 0; i < places->count; i++)
		count += strcmp(places->items[i].arm->name, arm->name) == 0 &&
			 (axis < 0 || places->items[i].axis == axis);
	return count;
}

/* Behind those of the same arm that are lower on the axis, else at the end. */
static size_t index_for(const struct places *places, const struct sweep_place *place)
{
	size_t index = places->count;

	for (size_t i = 0; i < places->count; i++)
		if (strcmp(places->items[i].arm->name, place->arm->name) == 0) {
			index = i + 1;
			if (places->items[i].axis > place->axis)
				return i;
		}
	return index;
}

static void add_place(struct drawing *drawing, const struct result *result, enum side side)
{
	struct places *places = &drawing->places;
	const struct sweep_place place = { .source = drawing->source,
					   .result = result,
					   .arm = side == SIDE_A ? &result->baseline : &result->arm,
					   .values = &result->sides[side],
					   .axis = axis_of(drawing->sweep, result) };
	size_t index = index_for(places, &place);

	if (count_of(places, place.arm, place.axis) > 0)
		return;
	places->items = lab_grow(places->items, places->count, sizeof(*places->items));
	memmove(&places->items[index + 1], &places->items[index],
		(places->count - index) * sizeof(*places->items));
	places->items[index] = place;
	places->count++;
}

static void find_places(struct drawing *drawing)
{
	const struct summary *summary = drawing->source->summary;

	for (size_t i = 0; i < summary->count; i++) {
		if (!is_in(drawing->sweep, &summary->results[i], drawing->key))
			continue;
		add_place(drawing, &summary->results[i], SIDE_A);
		add_place(drawing, &summary->results[i], SIDE_B);
	}
}

static void add_row(struct grid *grid, const char *panel, const char *label, double axis,
		    struct sweep_point point)
{
	struct figure_row *row = grid_add(grid, label);

	row->panel = panel;
	row->values[0] = axis;
	row->values[1] = point.value;
	row->values[2] = point.low;
	row->values[3] = point.high;
}

/* Over all that was drawn of this panel. */
static void add_guide(struct figure *figure, const struct sweep_panel *panel, size_t first)
{
	double *steps;
	size_t count = figure_steps(figure, &steps);

	if (panel->guide == 0 || figure->data.count == first)
		return;
	for (size_t i = 0; i < count; i++) {
		double value = steps[i] > 0 ? steps[i] * panel->guide : NAN;

		add_row(&figure->data, panel->heading, figure->guide, steps[i],
			(struct sweep_point){ value, value, value });
	}
}

/* An arm that stood in one place only is in the table and not in the plot. */
static void add_panel(struct drawing *drawing, const struct sweep_panel *panel)
{
	struct figure *figure = drawing->figure;
	size_t first = figure->data.count;

	for (size_t i = 0; i < drawing->places.count; i++) {
		const struct sweep_place *place = &drawing->places.items[i];
		const char *label = figure_arm(figure, place->arm);
		struct sweep_point point = panel->measure(place, panel->argument);

		if (!isfinite(point.value))
			continue;
		add_row(&figure->shown, panel->heading, label, (double)place->axis, point);
		if (count_of(&drawing->places, place->arm, -1) > 1)
			add_row(&figure->data, panel->heading, label, (double)place->axis, point);
	}
	add_guide(figure, panel, first);
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
		int64_t producers = params_value(result->params, "producers");
		double threads = (double)result->workers + (double)(producers > 0 ? producers : 0);
		double axis = (double)axis_of(drawing->sweep, result);

		if (is_in(drawing->sweep, result, drawing->key) && threads > (double)cpus &&
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

static void draw(struct figures *figures, const struct sweep *sweep,
		 const struct figure_source *source, const struct result *first)
{
	struct drawing drawing = { .sweep = sweep, .source = source, .key = key_of(sweep, first) };
	double *steps;

	drawing.figure = figures_add(figures, sweep->name);
	drawing.figure->guide = sweep->guide;
	find_places(&drawing);
	for (size_t i = 0; i < sweep->panel_count; i++)
		add_panel(&drawing, &sweep->panels[i]);
	if (figure_steps(drawing.figure, &steps) < 2) {
		figures->count--;
		return;
	}
	find_crowd(&drawing);
	describe(&drawing, first);
	figure_split(drawing.figure);
}

void sweep_figures(struct figures *figures, const struct sweep *sweep,
		   const struct figure_source *source)
{
	const struct summary *summary = source->summary;
	struct strings keys = { NULL, 0 };
	size_t first = figures->count;

	for (size_t i = 0; i < summary->count; i++) {
		const char *key = key_of(sweep, &summary->results[i]);

		if (key == NULL || strings_contain(&keys, key))
			continue;
		strings_add(&keys, key);
		draw(figures, sweep, source, &summary->results[i]);
	}
	figures_number(figures, first);
}
