/* SPDX-License-Identifier: MIT */
/*
 * cores.c - how long a cache line takes from one CPU to another (half a round trip), as a
 * map: what the gates probed before and after each pair.
 *
 * Weakness: the gates probe the CPUs that a run uses, often one pair of them; what was not
 * probed is an empty field.
 */
#include <math.h>

#include "lab/report/figure.h"

#define CPUS_WITH_NUMBERS 12 /* of more the fields are too small for a number */

static const char *const columns[] = { "CPU", "other CPU", "median ns", "least", "most", "probes" };

static void describe(struct figure *figure, size_t pairs, bool numbers)
{
	figure->title = "Core-to-core latency: a cache line from one CPU to another";
	figure->x_label = "CPU";
	figure->y_label = numbers ? "other CPU; number: median ns" : "other CPU";
	/* The darkest field is the slowest; both halves of the map are the same probe. */
	figure->settings = lab_printf("stats data using 4 name \"NS\" nooutput\n"
				      "stats data using 2 name \"CPU\" nooutput\n"
				      "clear_of(ns) = int(255 * (0.95 - 0.4 * ns / NS_max)) << 24\n"
				      "set xrange [-0.5 : CPU_max + 0.5]\n"
				      "set yrange [-0.5 : CPU_max + 0.5]\nunset grid\n%s",
				      numbers ? "set xtics 1\nset ytics 1\n" : "");
	figure->draw = lab_printf(
		"using 2:3:($2 - 0.48):($2 + 0.48):($3 - 0.48):($3 + 0.48):"
		"(clear_of($4) + 0x3a86c8) with boxxyerror fillstyle solid 1 noborder "
		"linecolor rgb variable%s",
		numbers ? ", data using 2:3:(sprintf(\"%.0f\", $4)) with labels font \",11\" "
			  "textcolor rgb ink" :
			  "");
	figure->description = lab_printf(
		"%s Verdicts take note of it as the core-to-core regime of a "
		"pair.",
		pairs == 1 ? "The gates of this run probed one pair of CPUs only, so this map has "
			     "one value, in both directions; nothing is known of others." :
			     "An empty field was not probed.");
	figure->signs[0] = (struct figure_sign){
		.sign = SIGN_BOX,
		.colour = "accent",
		.text = "probed; the stronger the colour, the slower"
	};
	figure->sign_count = 1;
	figure->data.label = "CPUs";
	figure->data.columns = columns;
	figure->data.column_count = sizeof(columns) / sizeof(columns[0]);
}

static void add_field(struct figure *figure, double cpu, double other, const struct spread *ns)
{
	struct figure_row *row = grid_add(&figure->data, "probed");
	const double values[] = { cpu, other, ns->median, ns->min, ns->max, (double)ns->n };

	row->panel = "half a round trip, over all probes of the run";
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		row->values[i] = values[i];
}

static void make(struct figures *figures, const struct figure_source *source)
{
	sqlite3_stmt *which = store_query(
		source->store,
		"SELECT DISTINCT min(cpu_a, cpu_b), max(cpu_a, cpu_b) FROM probe WHERE "
		"ns IS NOT NULL AND cpu_a <> cpu_b ORDER BY 1, 2",
		"");
	struct figure *figure = figures_add(figures, "cores");
	size_t pairs = 0;
	int64_t highest = 0;

	while (store_next(which)) {
		int64_t a = sqlite3_column_int64(which, 0), b = sqlite3_column_int64(which, 1);
		struct spread ns = summary_spread(
			store_query(source->store,
				    "SELECT ns FROM probe WHERE min(cpu_a, cpu_b) = ? AND "
				    "max(cpu_a, cpu_b) = ?",
				    "ii", a, b));

		add_field(figure, (double)a, (double)b, &ns);
		add_field(figure, (double)b, (double)a, &ns);
		highest = b > highest ? b : highest;
		pairs++;
	}
	sqlite3_finalize(which);
	describe(figure, pairs, highest < CPUS_WITH_NUMBERS);
	if (pairs == 0)
		figures->count--;
}

FIGURE(cores) = {
	.place = 90,
	.make = make,
	.otherwise = "No map of the latency between cores: none was probed in this run."
};
