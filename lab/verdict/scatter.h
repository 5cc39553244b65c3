/* SPDX-License-Identifier: MIT */
/*
 * scatter.h - how far identical things differ here, and what lock-step buys.
 *
 * From the A/A rows of a set (one program against itself), per cell: the standard
 * deviation of the log ratio within lock-step pairs; the same between processes
 * that ran one after the other (one pair's first side against the next pair's
 * second); and with the lower quartile of a sample's blocks in place of the
 * median, which is what taking "the best of" hopes for.  From the layout rows:
 * the range of the medians per pair of layouts.
 */
#ifndef LAB_VERDICT_SCATTER_H
#define LAB_VERDICT_SCATTER_H

#include "lab/verdict/verdict.h"

struct scatter {
	const struct result *result;
	bool layouts; /* two layouts of one arm, not one program against itself */
	size_t pairs;
	double lockstep, one_after_other, low_quartile; /* standard deviations; NAN: too few */
	size_t pairs_5, pairs_10, pairs_30; /* for 80 % power at .05 / 40; 0: out of reach */
};

struct scatters {
	struct scatter *rows; /* one per A/A row of the set */
	size_t count;
	double probe_min_ns, probe_median_ns, probe_max_ns; /* core to core, over the set */
};

int scatters_load(struct scatters *scatters, struct store *store, const struct verdicts *verdicts);

#endif
