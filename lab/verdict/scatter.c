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

struct pair_blocks {
	double log_ratio;
	struct side_blocks sides[2];
};

/* The pairs of a row that count, in the order they ran; malloc'ed. */
static struct pair_blocks *load_row(struct store *store, int64_t plan, size_t *count)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT id, log_ratio FROM pair WHERE plan = ? AND log_ratio "
		"IS NOT NULL AND NOT flagged ORDER BY position",
		"i", plan);
	struct pair_blocks *pairs = NULL;
	size_t room = 0;

	*count = 0;
	while (store_next(query)) {
		int64_t id = sqlite3_column_int64(query, 0);

		if (*count == room) {
			room = 2 * room + 64;
			pairs = realloc(pairs, room * sizeof(*pairs));
			if (pairs == NULL)
				abort();
		}
		pairs[(*count)++] = (struct pair_blocks){
			sqlite3_column_double(query, 1),
			{ load_side(store, id, "A"), load_side(store, id, "B") },
		};
	}
	sqlite3_finalize(query);
	return pairs;
}

static void fill(struct scatter *scatter, const struct pair_blocks *pairs, size_t count)
{
	double *lockstep = lab_alloc((count + 1) * sizeof(*lockstep));
	double *apart = lab_alloc((count + 1) * sizeof(*apart));
	double *low = lab_alloc((count + 1) * sizeof(*low));

	for (size_t i = 0; i < count; i++) {
		lockstep[i] = pairs[i].log_ratio;
		low[i] = pairs[i].sides[SIDE_B].low_quartile - pairs[i].sides[SIDE_A].low_quartile;
		if (i > 0)
			apart[i - 1] = pairs[i].sides[SIDE_B].median -
				       pairs[i - 1].sides[SIDE_A].median;
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

/* Others refer to pairs that are counted elsewhere. */
static bool owns_pairs(const struct verdict *row)
{
	return row->measured_with == NULL;
}

static void load_probes(struct scatters *scatters, const struct verdicts *verdicts)
{
	double *values = lab_alloc((2 * verdicts->pairs + 1) * sizeof(*values));
	struct spread spread;
	size_t count = 0;

	for (size_t i = 0; i < verdicts->count; i++)
		for (size_t j = 0;
		     owns_pairs(&verdicts->rows[i]) && j < verdicts->rows[i].pair_count; j++)
			for (int k = 0; k < 2; k++)
				if (!isnan(verdicts->rows[i].pairs[j].probe_ns[k]))
					values[count++] = verdicts->rows[i].pairs[j].probe_ns[k];
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
		struct pair_blocks *pairs;
		struct scatter *scatter;
		size_t count;

		if (row->purpose != PURPOSE_AA_SAME && row->purpose != PURPOSE_AA_LAYOUT)
			continue;
		scatters->rows = lab_grow(scatters->rows, scatters->count, sizeof(*scatter));
		scatter = &scatters->rows[scatters->count++];
		*scatter = (struct scatter){ .result = row->result,
					     .layouts = row->purpose == PURPOSE_AA_LAYOUT };
		pairs = load_row(store, row->result->plan, &count);
		fill(scatter, pairs, count);
		fill_power(scatter);
		free(pairs);
	}
	load_probes(scatters, verdicts);
	return LAB_OK;
}
