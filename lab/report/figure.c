/* SPDX-License-Identifier: MIT */
/* figure.c - what the makers of figures share; see figure.h. */
#include "lab/report/figure.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "lab/report/figure_makers.h"
#include "lab/report/text.h"

int figures_make(struct figures *figures, struct store *store, const struct summary *summary,
		 const struct verdicts *verdicts)
{
	memset(figures, 0, sizeof(*figures));
	figure_forest(figures, verdicts);
	figure_ratio(figures, summary);
	figure_contention(figures, summary);
	figure_throughput(figures, summary);
	figure_cpu(figures, summary);
	figure_switches(figures, summary);
	if (figure_latency(figures, store, summary) != LAB_OK)
		return LAB_ENVIRONMENT;
	return figure_stall(figures, store, summary);
}

struct figure *figures_add(struct figures *figures, const char *name)
{
	struct figure *figure;

	figures->items = lab_grow(figures->items, figures->count, sizeof(*figures->items));
	figure = &figures->items[figures->count++];
	memset(figure, 0, sizeof(*figure));
	figure->name = name;
	figure->settings = "";
	return figure;
}

bool figure_is_a(const struct figure *figure, const char *name)
{
	size_t bytes = strlen(name);

	return strncmp(figure->name, name, bytes) == 0 &&
	       (figure->name[bytes] == '\0' || figure->name[bytes] == '_');
}

struct figure_row *grid_add(struct grid *grid, const char *label)
{
	struct figure_row *row;

	grid->rows = lab_grow(grid->rows, grid->count, sizeof(*grid->rows));
	row = &grid->rows[grid->count++];
	row->label = label;
	row->note = NULL;
	for (size_t i = 0; i < FIGURE_VALUES; i++)
		row->values[i] = NAN;
	return row;
}

size_t grid_series(const struct grid *grid)
{
	size_t series = 0;

	for (size_t i = 0; i < grid->count; i++)
		series += i == 0 || strcmp(grid->rows[i].label, grid->rows[i - 1].label) != 0;
	return series;
}

/* ----------------------------------------------------------------- words -- */

const char *figure_arm(struct figure *figure, const struct result_arm *arm)
{
	const char *peer = lab_printf("%s: %s", arm->name, arm->version);

	if (strcmp(arm->version, "schedlab") != 0 && !strings_contain(&figure->peers, peer))
		strings_add(&figure->peers, peer);
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
		label = lab_printf("%s, %" PRId64 " w", label, result->workers);
	if (result->oversubscribed)
		label = lab_printf("%s, oversubscribed", label);
	return lab_printf("%s%s%s", label, figure_build(result), trial_mark(result->purpose));
}

size_t figure_width(const char *text)
{
	size_t width = 0;

	while (text_next(&text).count > 0)
		width++;
	return width;
}

const char *figure_quoted(const char *text, size_t most)
{
	/* A malformed byte becomes three. */
	char *quoted = lab_alloc(3 * strlen(text) + sizeof("...")), *to = quoted;
	bool cut = figure_width(text) > most;
	struct character next;

	for (size_t i = 0; i < most - 3 * cut && (next = text_next(&text)).count > 0; i++) {
		if (strchr("\"\\`\n\t", next.bytes[0]) == NULL) {
			memcpy(to, next.bytes, next.count);
			to += next.count;
		} else {
			*to++ = next.bytes[0] == '\n' || next.bytes[0] == '\t' ? ' ' : '\'';
		}
	}
	strcpy(to, cut ? "..." : "");
	return quoted;
}
