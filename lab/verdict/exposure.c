/* SPDX-License-Identifier: MIT */
/* exposure.c - was the mechanism used, and what do the counts differ by?  See parts.h. */
#include <math.h>

#include "lab/measures/measured.h"
#include "lab/verdict/parts.h"

static double count_difference(const struct result *result, const char *column)
{
	return side_value(&result->sides[SIDE_B], column) -
	       side_value(&result->sides[SIDE_A], column);
}

/* The metric or extra of that name in one sample's row; NAN if it is not counted. */
static double metric_of(const char *text, const char *name)
{
	json_t *row = json_loads(text, 0, NULL);
	double metric = measured_value(row, "metrics", name);

	if (isnan(metric))
		metric = measured_value(row, "extras", name);
	json_decref(row);
	return metric;
}

/* From the counting run of an arm in this cell, else from its side of the pairs. */
static double exercised(struct store *store, const struct verdict *row, const char *arm)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT s.row, s.units FROM sample s JOIN arm a ON s.arm = a.id WHERE s.cell = ? "
		"AND "
		"a.name = ? AND s.status = 'ok' AND s.row IS NOT NULL AND (s.mode = 'exercise' OR "
		"s.mode = 'pair') ORDER BY s.mode = 'exercise' DESC, s.id",
		"is", row->result->cell, arm);
	double sum = 0, units = 0;

	while (store_next(query)) {
		double value = metric_of((const char *)sqlite3_column_text(query, 0),
					 row->contrast->metric);

		if (isnan(value))
			continue;
		sum += value;
		units += sqlite3_column_double(query, 1);
	}
	sqlite3_finalize(query);
	return units > 0 ? sum / units : NAN;
}

/* NAN if one is not known, unless the other is above 0. */
static double larger(double a, double b)
{
	return a > 0 || b > 0 ? fmax(a, b) : a + b;
}

void verdict_load_exposure(struct verdict *row, struct store *store)
{
	row->rmw_difference = count_difference(row->result, "rmw");
	row->instructions_difference = count_difference(row->result, "instructions");
	if (row->contrast != NULL && row->contrast->metric != NULL)
		row->exercised_per_unit = exercised(store, row, row->result->arm.name);
	if (row->contrast != NULL && row->contrast->metric != NULL && row->contrast->metric_either)
		row->exercised_per_unit = larger(row->exercised_per_unit,
						 exercised(store, row, row->result->baseline.name));
}
