/* SPDX-License-Identifier: MIT */
/* figure.c - the table of figures, and what their makers share; see figure.h. */
#include "lab/report/figure.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/report/text.h"
#include "report_figures.h" /* made by the build: REPORT_FIGURES(X), X(NAME) for each file */

#define TOKIO	      "tokio"
#define TOKIO_BARE    "tokio-bare"
#define OTHERS	      4u /* series of a panel besides these two */
#define OTHERS_COLOUR 3u

#define DECLARE(name) extern const struct figure_kind figure_##name;
REPORT_FIGURES(DECLARE)

static int by_place(const void *a, const void *b)
{
	return (*(const struct figure_kind *const *)a)->place -
	       (*(const struct figure_kind *const *)b)->place;
}

const struct figure_kind *const *figure_kinds(size_t *count)
{
#define ENTRY(name) &figure_##name,
	static const struct figure_kind *kinds[] = { REPORT_FIGURES(ENTRY) };

	*count = sizeof(kinds) / sizeof(kinds[0]);
	qsort(kinds, *count, sizeof(kinds[0]), by_place);
	return kinds;
}

void figures_make(struct figures *figures, const struct figure_source *source)
{
	size_t count;
	const struct figure_kind *const *all = figure_kinds(&count);

	memset(figures, 0, sizeof(*figures));
	for (size_t i = 0; i < count; i++) {
		figures->kind = all[i];
		all[i]->make(figures, source);
	}
}

struct figure *figures_add(struct figures *figures, const char *name)
{
	struct figure *figure;

	figures->items = lab_grow(figures->items, figures->count, sizeof(*figures->items));
	figure = &figures->items[figures->count++];
	memset(figure, 0, sizeof(*figure));
	figure->kind = figures->kind;
	figure->name = name;
	figure->settings = figure->y_label = "";
	figure->across = 2;
	figure->crowded_from = NAN;
	return figure;
}

void figures_number(struct figures *figures, size_t first)
{
	for (size_t i = first + 1; i < figures->count; i++)
		figures->items[i].name = lab_printf("%s_%zu", figures->items[i].name,
						    i - first + 1);
}

struct figure_row *grid_add(struct grid *grid, const char *label)
{
	struct figure_row *row;

	grid->rows = lab_grow(grid->rows, grid->count, sizeof(*grid->rows));
	row = &grid->rows[grid->count++];
	*row = (struct figure_row){ .panel = "", .label = label };
	for (size_t i = 0; i < FIGURE_VALUES; i++)
		row->values[i] = NAN;
	return row;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

size_t figure_steps(const struct figure *figure, double **steps)
{
	const struct grid *grid = &figure->data;
	size_t count = 0, kept = 0;

	*steps = lab_alloc((grid->count + 1) * sizeof(**steps));
	for (size_t i = 0; i < grid->count; i++)
		(*steps)[count++] = grid->rows[i].values[0];
	qsort(*steps, count, sizeof(**steps), by_value);
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || (*steps)[i] > (*steps)[kept - 1])
			(*steps)[kept++] = (*steps)[i];
	return kept;
}

/* ---------------------------------------------------------------- series -- */

static bool is_guide(const struct figure *figure, const char *label)
{
	return figure->guide != NULL && strcmp(label, figure->guide) == 0;
}

/* The two Tokio rows and what was not measured stand in every panel. */
static bool is_everywhere(const struct figure *figure, const char *label)
{
	return strcmp(label, TOKIO) == 0 || strcmp(label, TOKIO_BARE) == 0 ||
	       is_guide(figure, label);
}

/* Of the series that are not everywhere: which one is it? */
static unsigned int number_among_others(const struct figure *figure, const char *label)
{
	const struct grid *grid = figure->shown.count > 0 ? &figure->shown : &figure->data;
	struct strings seen = { NULL, 0 };

	for (size_t i = 0; i < grid->count && strcmp(grid->rows[i].label, label) != 0; i++)
		if (!is_everywhere(figure, grid->rows[i].label) &&
		    !strings_contain(&seen, grid->rows[i].label))
			strings_add(&seen, grid->rows[i].label);
	return (unsigned int)seen.count;
}

unsigned int figure_colour(const struct figure *figure, const char *label)
{
	if (strcmp(label, TOKIO) == 0)
		return 1;
	if (strcmp(label, TOKIO_BARE) == 0)
		return 2;
	if (is_everywhere(figure, label))
		return 0;
	return OTHERS_COLOUR + number_among_others(figure, label) % OTHERS;
}

static unsigned int group_of(const struct figure *figure, const struct figure_row *row)
{
	return number_among_others(figure, row->label) / OTHERS;
}

/* First the Tokio rows, then the group's own, then what was not measured. */
static void put_group(struct figure *figure, const struct figure_row *rows, size_t count,
		      unsigned int group, const char *panel)
{
	for (int turn = 0; turn < 3; turn++)
		for (size_t i = 0; i < count; i++) {
			const char *label = rows[i].label;
			int own = is_guide(figure, label) ? 2 : !is_everywhere(figure, label);
			struct figure_row *row;

			if (own != turn || (turn == 1 && group_of(figure, &rows[i]) != group))
				continue;
			row = grid_add(&figure->data, label);
			*row = rows[i];
			row->panel = panel;
		}
}

static bool has_group(const struct figure *figure, const struct figure_row *rows, size_t count,
		      unsigned int group)
{
	for (size_t i = 0; i < count; i++)
		if (!is_everywhere(figure, rows[i].label) && group_of(figure, &rows[i]) == group)
			return true;
	return false;
}

/* A panel in which there are only the two Tokio rows stays one. */
static void split_panel(struct figure *figure, const struct figure_row *rows, size_t count)
{
	unsigned int last = 0, put = 0;

	for (size_t i = 0; i < count; i++)
		if (!is_everywhere(figure, rows[i].label) && group_of(figure, &rows[i]) > last)
			last = group_of(figure, &rows[i]);
	for (unsigned int group = 0; group <= last; group++)
		if (has_group(figure, rows, count, group) || (group == last && put == 0))
			put_group(figure, rows, count, group,
				  put++ == 0 ? rows->panel :
					       lab_printf("%s (part %u)", rows->panel, put));
}

void figure_split(struct figure *figure)
{
	const struct grid all = figure->data;

	if (figure->shown.count == 0)
		figure->shown = all;
	figure->data.rows = NULL;
	figure->data.count = 0;
	for (size_t first = 0, end; first < all.count; first = end) {
		for (end = first;
		     end < all.count && strcmp(all.rows[end].panel, all.rows[first].panel) == 0;)
			end++;
		split_panel(figure, &all.rows[first], end - first);
	}
}

/* ----------------------------------------------------------------- words -- */

const char *figure_arm(struct figure *figure, const struct result_arm *arm)
{
	const char *version = lab_printf("%.*s", (int)strcspn(arm->version, ","), arm->version);

	if (strcmp(version, "schedlab") != 0 && !strings_contain(&figure->peers, version))
		strings_add(&figure->peers, version);
	return arm->name;
}

const char *figure_arms(struct figure *figure, const struct result *result)
{
	const char *arm = figure_arm(figure, &result->arm);

	return lab_printf("%s / %s", arm, figure_arm(figure, &result->baseline));
}

const char *figure_build(const struct result *result)
{
	return strcmp(result->flavour, "timed") == 0 ? "" :
						       lab_printf(", %s build", result->flavour);
}

/* Is there a result of the workload whose parameters lack this "NAME=VALUE"? */
static bool param_varies(const struct summary *summary, const char *workload, const char *param)
{
	for (size_t i = 0; i < summary->count; i++) {
		struct strings params = { NULL, 0 };

		strings_split(&params, summary->results[i].params, ' ');
		if (strcmp(summary->results[i].workload, workload) == 0 &&
		    !strings_contain(&params, param))
			return true;
	}
	return false;
}

static bool workers_vary(const struct summary *summary)
{
	for (size_t i = 1; i < summary->count; i++)
		if (summary->results[i].workers != summary->results[0].workers)
			return true;
	return false;
}

/* An arm against itself is there to test the lab. */
static const char *trial_mark(enum purpose purpose)
{
	if (purpose == PURPOSE_PLANTED)
		return ", planted";
	return purpose == PURPOSE_AA_SAME || purpose == PURPOSE_AA_LAYOUT ? ", A/A" : "";
}

const char *figure_cell(const struct summary *summary, const struct result *result)
{
	struct strings params = { NULL, 0 };
	const char *label = result->workload;

	strings_split(&params, result->params, ' ');
	for (size_t i = 0; i < params.count; i++)
		if (param_varies(summary, result->workload, params.items[i]))
			label = lab_printf("%s %s", label, params.items[i]);
	if (workers_vary(summary))
		label = lab_printf("%s, %" PRId64 " worker%s", label, result->workers,
				   result->workers == 1 ? "" : "s");
	if (result->oversubscribed)
		label = lab_printf("%s, oversubscribed", label);
	return lab_printf("%s%s%s", label, figure_build(result), trial_mark(result->purpose));
}

const char *figure_quoted(const char *text)
{
	/* A malformed byte becomes three. */
	char *quoted = lab_alloc(3 * strlen(text) + 1), *to = quoted;
	struct character next;

	while ((next = text_next(&text)).count > 0) {
		if (strchr("\"\\`\n\t", next.bytes[0]) == NULL) {
			memcpy(to, next.bytes, next.count);
			to += next.count;
		} else {
			*to++ = next.bytes[0] == '\n' || next.bytes[0] == '\t' ? ' ' : '\'';
		}
	}
	*to = '\0';
	return quoted;
}
