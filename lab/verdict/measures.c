/* SPDX-License-Identifier: MIT */
/*
 * measures.c - rows that are not judged by time: their data, and their envelopes.
 *
 * A further measure has its pairs from the row of its contrast, or from one of the counting
 * builds; the datum of each pair is worked out anew from what its two samples said.  So it
 * is with the A/A pairs of the cell, from which the envelope and the spread of such a row
 * come, and its own A/A trials: what scatters little in time may scatter much in parks.
 */
#include <math.h>
#include <string.h>

#include "lab/measures/measured.h"
#include "lab/verdict/calibration.h"
#include "lab/verdict/envelope.h"
#include "lab/verdict/parts.h"

/* What the pairs of a row say besides their data. */
struct readings {
	double *values[2], *events[2], *units;
	size_t count[2];
};

static void add_reading(struct readings *sides, int side, struct measured reading)
{
	size_t at = sides->count[side];

	if (isnan(reading.value))
		return;
	sides->values[side][at] = reading.value;
	sides->events[side][at] = reading.events;
	sides->units[at] = reading.units; /* the same on both sides (pair.c) */
	sides->count[side]++;
}

/* The rows of both samples of a pair; false: one is not there.  To be given back. */
static bool load_samples(json_t *samples[2], struct store *store, int64_t pair)
{
	sqlite3_stmt *query = store_query(
		store, "SELECT side, row FROM sample WHERE pair = ? AND row IS NOT NULL", "i",
		pair);

	samples[SIDE_A] = samples[SIDE_B] = NULL;
	while (store_next(query)) {
		const char *side = (const char *)sqlite3_column_text(query, 0);
		const char *row = (const char *)sqlite3_column_text(query, 1);
		json_t **sample = &samples[side != NULL && side[0] == 'B' ? SIDE_B : SIDE_A];

		json_decref(*sample);
		*sample = json_loads(row, 0, NULL);
	}
	sqlite3_finalize(query);
	return samples[SIDE_A] != NULL && samples[SIDE_B] != NULL;
}

static double load_datum(struct readings *sides, const struct measure *measure, struct store *store,
			 int64_t pair)
{
	json_t *samples[2];
	double datum = NAN;

	if (load_samples(samples, store, pair)) {
		datum = measured_datum(measure, samples[SIDE_A], samples[SIDE_B]);
		add_reading(sides, SIDE_A, measured_of(measure, samples[SIDE_A]));
		add_reading(sides, SIDE_B, measured_of(measure, samples[SIDE_B]));
	}
	json_decref(samples[SIDE_A]);
	json_decref(samples[SIDE_B]);
	return datum;
}

static void summarise(struct verdict *row, struct readings *sides)
{
	double events[2];

	for (int side = SIDE_A; side <= SIDE_B; side++) {
		row->levels[side] = median_of(sides->values[side], sides->count[side]);
		events[side] = median_of(sides->events[side], sides->count[side]);
	}
	row->events = fmax(events[SIDE_A], events[SIDE_B]);
	row->units = median_of(sides->units, sides->count[SIDE_B]);
}

/* The pairs of `source` as this row's, by this row's measure. */
static void take_pairs(struct verdict *row, const struct verdict *source, struct store *store)
{
	size_t room = source->pair_count + 1;
	struct pair_datum *pairs = lab_alloc(room * sizeof(*pairs));
	struct readings sides = { .units = lab_alloc(room * sizeof(double)) };

	for (int side = SIDE_A; side <= SIDE_B; side++) {
		sides.values[side] = lab_alloc(room * sizeof(double));
		sides.events[side] = lab_alloc(room * sizeof(double));
	}
	if (source->pair_count > 0)
		memcpy(pairs, source->pairs, source->pair_count * sizeof(*pairs));
	row->pairs = pairs; /* of the source, which may be the row itself, until here */
	row->pair_count = source->pair_count;
	for (size_t i = 0; i < row->pair_count; i++)
		if (!isnan(row->pairs[i].datum)) /* it was completed */
			row->pairs[i].datum = load_datum(&sides, row->measure, store,
							 row->pairs[i].id);
	summarise(row, &sides);
}

/* What is counted elsewhere is known without a pair. */
static void take_counts(struct verdict *row)
{
	for (int side = SIDE_A; side <= SIDE_B; side++)
		row->levels[side] = side_value(&row->result->sides[side], row->measure->key);
	row->pairs = NULL;
	row->pair_count = 0;
}

/* ------------------------------------------------------------- the rows -- */

/* The row whose samples say what is measured; NULL: there is none. */
static const struct verdict *source_of(const struct verdicts *verdicts, const struct verdict *row,
				       const struct measure *measure)
{
	bool counting = strcmp(row->result->flavour, "counting") == 0;

	if (counting == (measure->program == MEASURE_COUNTING))
		return row;
	for (size_t i = 0; i < verdicts->supplier_count; i++)
		if (verdicts->suppliers[i].contrast == row->contrast)
			return &verdicts->suppliers[i];
	return NULL;
}

static void add_further(struct verdicts *verdicts, const struct verdict *row,
			const struct measure *measure, struct store *store)
{
	struct verdict further = *row;
	const struct verdict *source = source_of(verdicts, row, measure);

	further.measure = measure;
	further.is_further = true;
	further.measured_with = NULL;
	if (measure->program == MEASURE_CALLGRIND) {
		take_counts(&further);
	} else if (source != NULL) {
		further.result = source->result;
		further.red = source->red;
		memcpy(further.reds, source->reds, sizeof(further.reds));
		take_pairs(&further, source, store);
	} else {
		further.pairs = NULL;
		further.pair_count = 0;
		further.is_unsupplied = true;
		further.levels[SIDE_A] = further.levels[SIDE_B] = NAN;
	}
	verdicts->further = lab_grow(verdicts->further, verdicts->further_count, sizeof(further));
	verdicts->further[verdicts->further_count++] = further;
}

int verdicts_load_measures(struct verdicts *verdicts, struct store *store)
{
	for (size_t i = 0; i < verdicts->count; i++) {
		struct verdict *row = &verdicts->rows[i];

		/* First those that take the row's pairs as they are. */
		for (size_t j = 0; row->contrast != NULL && j < row->contrast->also_count; j++)
			add_further(verdicts, row, row->contrast->also[j], store);
		if (row->measure->program == MEASURE_CALLGRIND)
			take_counts(row);
		else if (!verdict_is_of_time(row))
			take_pairs(row, row, store);
	}
	return store_failed() ? LAB_ENVIRONMENT : LAB_OK;
}

/* --------------------------------------------------------- the envelopes -- */

struct aa_rows {
	struct verdict *rows;
	size_t count;
};

static void add_aa(struct aa_rows *found, const struct verdict *rows, size_t count,
		   const struct verdict *row, struct store *store)
{
	for (size_t i = 0; i < count; i++) {
		struct verdict aa = rows[i];

		if (!verdict_is_aa(&aa) || aa.result->cell != row->result->cell)
			continue;
		aa.measure = row->measure;
		take_pairs(&aa, &rows[i], store);
		found->rows = lab_grow(found->rows, found->count, sizeof(aa));
		found->rows[found->count++] = aa;
	}
}

static void find_envelope(struct verdict *row, const struct verdicts *verdicts, struct store *store)
{
	struct aa_rows found = { NULL, 0 };
	struct calibration_counts trials;

	if (verdict_is_of_time(row) && !row->is_further)
		return;
	row->envelope = row->aa_spread = NAN; /* that of time is another one's */
	if (row->pair_count == 0)
		return;
	add_aa(&found, verdicts->rows, verdicts->count, row, store);
	add_aa(&found, verdicts->suppliers, verdicts->supplier_count, row, store);
	verdict_envelopes(row, 1, found.rows, found.count);
	trials = calibration_of(&(struct verdicts){ .rows = found.rows, .count = found.count });
	row->aa_trials = trials.trials;
	row->aa_alarms = trials.alarms;
}

void verdicts_measure_envelopes(struct verdicts *verdicts, struct store *store)
{
	for (size_t i = 0; i < verdicts->count; i++)
		find_envelope(&verdicts->rows[i], verdicts, store);
	for (size_t i = 0; i < verdicts->further_count; i++)
		find_envelope(&verdicts->further[i], verdicts, store);
}
