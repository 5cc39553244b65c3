/* SPDX-License-Identifier: MIT */
/* latency.h - the latency histograms of an arm in a cell, over all its pairs. */
#ifndef LAB_REPORT_LATENCY_H
#define LAB_REPORT_LATENCY_H

#include "lab/store/store.h"

struct latency_bucket {
	double lower_ns, upper_ns; /* empty ones are left out */
	double count;
};

struct latency {
	struct latency_bucket *buckets; /* ascending */
	size_t bucket_count;
	double count, max_ns;
};

/* false: no sample has a histogram. */
bool latency_load(struct latency *latency, struct store *store, int64_t cell, int64_t arm);

/* So long or shorter is the share `quantile`.  Within its bucket, which is 6 % wide, the
 * observations are taken to lie evenly, as they are for verdicts (measures/measured.c). */
double latency_quantile(const struct latency *latency, double quantile);

#endif
