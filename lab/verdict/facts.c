/* SPDX-License-Identifier: MIT */
/* facts.c - differences per unit, counts, exposure; see parts.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/stats/interval.h"
#include "lab/verdict/parts.h"

/* Over the pairs that count: complete and not flagged. */
static void load_ns_difference(struct verdict *row, struct store *store)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT 1.0 * b.ns / b.units - 1.0 * a.ns / a.units FROM pair p JOIN sample a ON "
		"a.pair = p.id AND a.side = 'A' JOIN sample b ON b.pair = p.id AND b.side = 'B' "
		"WHERE p.plan = ? AND p.log_ratio IS NOT NULL AND NOT p.flagged",
		"i", row->result->plan);
	double *values = malloc((row->pair_count + 1) * sizeof(*values));
	struct median_interval interval;
	size_t count = 0;

	while (values != NULL && count < row->pair_count && query != NULL && store_next(query))
		values[count++] = sqlite3_column_double(query, 0);
	sqlite3_finalize(query);
	if (values != NULL && median_interval(&interval, values, count, 0.05) == 0) {
		row->ns_difference = interval.median;
		row->ns_low = interval.exists ? interval.lower : NAN;
		row->ns_high = interval.exists ? interval.upper : NAN;
	}
	free(values);
}

static double count_difference(const struct result *result, bool rmw)
{
	const struct side_summary *a = &result->sides[SIDE_A], *b = &result->sides[SIDE_B];

	return rmw ? b->rmw - a->rmw : b->instructions - a->instructions;
}

/* The metric or extra of that name in one sample's row; NAN if it is not counted. */
static double metric_of(const char *text, const char *name)
{
	json_t *row = json_loads(text, 0, NULL);
	json_t *value = json_object_get(json_object_get(json_object_get(row, "metrics"), name),
					"value");
	double number;

	if (!json_is_number(value))
		value = json_object_get(json_object_get(json_object_get(row, "extras"), name),
					"value");
	number = json_is_number(value) ? json_number_value(value) : NAN;
	json_decref(row);
	return number;
}

/* From the counting run of the arm in this cell, else from its side of the pairs. */
static double exercised(struct store *store, const struct verdict *row)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT s.row, s.units FROM sample s JOIN arm a ON s.arm = a.id WHERE s.cell = ? "
		"AND "
		"a.name = ? AND s.status = 'ok' AND s.row IS NOT NULL AND (s.mode = 'exercise' OR "
		"s.mode = 'pair') ORDER BY s.mode = 'exercise' DESC, s.id",
		"is", row->result->cell, row->result->arm.name);
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

void verdict_load_facts(struct verdict *row, struct store *store)
{
	load_ns_difference(row, store);
	row->rmw_difference = count_difference(row->result, true);
	row->instructions_difference = count_difference(row->result, false);
	if (row->contrast != NULL && row->contrast->metric != NULL)
		row->exercised_per_unit = exercised(store, row);
}
