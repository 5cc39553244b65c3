/* SPDX-License-Identifier: MIT */
/* latency.c - adds up what the rows of the samples hold; see latency.h. */
#include "lab/report/latency.h"

#include <math.h>
#include <string.h>

/* Of pairs, without those of a slowdown that was planted. */
#define SAMPLES "sample s JOIN pair p ON s.pair = p.id JOIN plan l ON p.plan = l.id"
#define OF_ARM	"WHERE l.purpose <> 'planted' AND s.cell = ? AND s.arm = ? AND s.status = 'ok'"

static double load_max(struct store *store, int64_t cell, int64_t arm)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT max(json_extract(s.row, '$.latency.max_ns')) FROM " SAMPLES " " OF_ARM,
		"ii", cell, arm);
	double max_ns = store_next(query) ? sqlite3_column_double(query, 0) : 0;

	sqlite3_finalize(query);
	return max_ns;
}

/* 16 buckets a power of two (workloads/arm.h); below 16 ns, one a ns. */
static double width_of(double lower_ns)
{
	return lower_ns < 16 ? 1 : exp2(floor(log2(lower_ns)) - 4);
}

static void load_buckets(struct latency *latency, struct store *store, int64_t cell, int64_t arm)
{
	sqlite3_stmt *query = store_query(
		store,
		"SELECT json_extract(b.value, '$[0]') AS lower, sum(json_extract(b.value, '$[1]')) "
		"FROM " SAMPLES ", json_each(s.row, '$.latency.buckets') b " OF_ARM
		" GROUP BY lower ORDER BY lower",
		"ii", cell, arm);

	while (store_next(query)) {
		double lower = sqlite3_column_double(query, 0);
		struct latency_bucket bucket = { lower,
						 fmin(lower + width_of(lower), latency->max_ns),
						 sqlite3_column_double(query, 1) };

		latency->buckets = lab_grow(latency->buckets, latency->bucket_count,
					    sizeof(*latency->buckets));
		latency->buckets[latency->bucket_count++] = bucket;
		latency->count += bucket.count;
	}
	sqlite3_finalize(query);
}

bool latency_load(struct latency *latency, struct store *store, int64_t cell, int64_t arm)
{
	memset(latency, 0, sizeof(*latency));
	latency->max_ns = load_max(store, cell, arm);
	load_buckets(latency, store, cell, arm);
	return latency->count > 0;
}

double latency_quantile(const struct latency *latency, double quantile)
{
	double wanted = quantile * latency->count, seen = 0;

	for (size_t i = 0; i < latency->bucket_count; i++) {
		const struct latency_bucket *bucket = &latency->buckets[i];

		if (bucket->count > 0 && seen + bucket->count >= wanted)
			return bucket->lower_ns + (bucket->upper_ns - bucket->lower_ns) *
							  (wanted - seen) / bucket->count;
		seen += bucket->count;
	}
	return latency->max_ns;
}
