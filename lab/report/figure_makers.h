/* SPDX-License-Identifier: MIT */
/* figure_makers.h - one function for each kind of figure; figures_make calls all. */
#ifndef LAB_REPORT_FIGURE_MAKERS_H
#define LAB_REPORT_FIGURE_MAKERS_H

#include "lab/report/figure.h"

/* A row each: contrasts; ratios, CPU time and switches of all rows. */
void figure_forest(struct figures *figures, const struct verdicts *verdicts);
void figure_ratio(struct figures *figures, const struct summary *summary);
void figure_cpu(struct figures *figures, const struct summary *summary);
void figure_switches(struct figures *figures, const struct summary *summary);

/* A line each arm: against producers, against workers. */
void figure_contention(struct figures *figures, const struct summary *summary);
void figure_throughput(struct figures *figures, const struct summary *summary);

/* From the histograms of the samples.  LAB_OK or LAB_ENVIRONMENT. */
int figure_latency(struct figures *figures, struct store *store, const struct summary *summary);
int figure_stall(struct figures *figures, struct store *store, const struct summary *summary);

#endif
