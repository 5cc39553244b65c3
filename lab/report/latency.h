/* SPDX-License-Identifier: MIT */
/* latency.h - the latency histograms of an arm in a cell, over all its pairs. */
#ifndef LAB_REPORT_LATENCY_H
#define LAB_REPORT_LATENCY_H

#include "lab/store/store.h"

struct latency_bucket {
	double lower_ns; /* empty buckets are left out, so where it ends is not known */
	double count;
};

struct latency {
	struct latency_bucket *buckets; /* ascending */
	size_t bucket_count;
	double count, max_ns;
};

/* LAB_OK, LAB_NO_DATA (no sample has a histogram) or LAB_ENVIRONMENT. */
int latency_load(struct latency *latency, struct store *store, int64_t cell, int64_t arm);

/* At least so long for all but the share `quantile`: the lower end of its bucket. */
double latency_quantile(const struct latency *latency, double quantile);

#endif
