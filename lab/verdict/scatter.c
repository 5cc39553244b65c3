/* SPDX-License-Identifier: MIT */
/* scatter.c - see scatter.h. */
#include "lab/verdict/scatter.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/stats/multiplicity.h"
#include "lab/stats/power.h"
#include "lab/stats/spread.h"

#define CELLS 40 /* of the family that the pairs needed are given for */

static double sd_of(const double *values, size_t count)
{
	return count < 3 ? NAN : gsl_stats_sd(values, 1, count);
}

/* ---------------------------------------------------- blocks of a sample -- */

struct side_blocks {
	double median, low_quartile; /* of log ns per unit */
};

static struct side_blocks load_side(struct store *store, int64_t pair, const char *side)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT 1.0 * b.ns / b.units FROM block b JOIN sample s ON "
		"b.sample = s.id WHERE s.pair = ? AND s.side = ?",
		"is", pair, side);
	double values[1024];
	struct spread spread;
	size_t count = 0;

	while (count < 1024 && store_next(query))
		values[count++] = log(sqlite3_column_double(query, 0));
	sqlite3_finalize(query);
	spread = spread_of(values, count);
	return (struct side_blocks){ count > 0 ? spread.median : NAN,
				     count > 0 ? spread.quartile1 : NAN };
}

/* Of the pairs that count, in the order they ran. */
static void fill(struct scatter *scatter, const struct verdict *row, struct store *store)
{
	double *lockstep = lab_alloc((row->pair_count + 1) * sizeof(*lockstep));
	double *apart = lab_alloc((row->pair_count + 1) * sizeof(*apart));
	double *low = lab_alloc((row->pair_count + 1) * sizeof(*low));
	double before = NAN; /* side A of the pair before */
	size_t count = 0;

	for (size_t i = 0; i < row->pair_count; i++) {
		const struct pair_datum *pair = &row->pairs[i];
		struct side_blocks a, b;

		if (row->measured_with != NULL || isnan(pair->datum) || pair->flagged)
			continue;
		a = load_side(store, pair->id, "A");
		b = load_side(store, pair->id, "B");
		lockstep[count] = pair->datum;
		low[count] = b.low_quartile - a.low_quartile;
		if (count > 0)
			apart[count - 1] = b.median - before;
		before = a.median;
		count++;
	}
	scatter->pairs = count;
	scatter->lockstep = sd_of(lockstep, count);
	scatter->low_quartile = sd_of(low, count);
	scatter->one_after_other = sd_of(apart, count > 0 ? count - 1 : 0);
}

static void fill_power(struct scatter *scatter)
{
	struct noise noise = noise_normal(scatter->lockstep);
	double alpha = bonferroni_alpha(0.05, CELLS);

	if (isnan(scatter->lockstep))
		return;
	scatter->pairs_5 = power_pairs(&noise, alpha, log(1.05));
	scatter->pairs_10 = power_pairs(&noise, alpha, log(1.1));
	scatter->pairs_30 = power_pairs(&noise, alpha, log(1.3));
}

static void load_probes(struct scatters *scatters, const struct verdicts *verdicts)
{
	double *values = lab_alloc((2 * verdicts->pairs + 1) * sizeof(*values));
	struct spread spread;
	size_t count = 0;

	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];

		/* Others refer to pairs that are counted elsewhere. */
		for (size_t j = 0; row->measured_with == NULL && j < row->pair_count; j++)
			for (int k = 0; k < 2; k++)
				if (!isnan(row->pairs[j].probe_ns[k]))
					values[count++] = row->pairs[j].probe_ns[k];
	}
	spread = spread_of(values, count);
	scatters->probe_min_ns = count > 0 ? spread.min : NAN;
	scatters->probe_median_ns = count > 0 ? spread.median : NAN;
	scatters->probe_max_ns = count > 0 ? spread.max : NAN;
}

int scatters_load(struct scatters *scatters, struct store *store, const struct verdicts *verdicts)
{
	memset(scatters, 0, sizeof(*scatters));
	for (size_t i = 0; i < verdicts->count; i++) {
		const struct verdict *row = &verdicts->rows[i];
		struct scatter *scatter;

		if (!verdict_is_aa(row))
			continue;
		scatters->rows = lab_grow(scatters->rows, scatters->count, sizeof(*scatter));
		scatter = &scatters->rows[scatters->count++];
		*scatter = (struct scatter){ .result = row->result,
					     .layouts = row->purpose == PURPOSE_AA_LAYOUT };
		fill(scatter, row, store);
		fill_power(scatter);
	}
	load_probes(scatters, verdicts);
	return LAB_OK;
}
