/* SPDX-License-Identifier: MIT */
/*
 * sweep.h - figures with a line for each arm, over one thing that was varied.
 *
 * Results that differ in nothing but the axis and the arms make one figure.  An
 * arm that stands in several rows of a cell is drawn once, from the first.
 */
#ifndef LAB_REPORT_SWEEP_H
#define LAB_REPORT_SWEEP_H

#include "lab/report/figure.h"

struct sweep {
	const char *name;     /* of the figures */
	const char *workload; /* NULL: any */
	const char *param;    /* the axis; NULL: the number of workers */
	size_t least;	      /* points of the axis, or there is no figure */
	struct store *store;
	/* values[1] ... of one arm in one cell; LAB_OK, LAB_NO_DATA: no point, or
	 * LAB_ENVIRONMENT. */
	int (*measure)(const struct sweep *sweep, const struct result *result, enum side side,
		       double *values);
	/* Title, labels, settings, columns; `result` is the first of the figure. */
	void (*describe)(struct figure *figure, const struct result *result);
};

int sweep_figures(struct figures *figures, const struct sweep *sweep,
		  const struct summary *summary);

/* "tasks=10000 completion=0": the parameters without one of them. */
const char *params_without(const char *params, const char *name);

#endif
