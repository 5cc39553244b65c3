/* SPDX-License-Identifier: MIT */
/*
 * sweep.h - figures with a line for each arm, over one thing that was varied.
 *
 * Results that differ in nothing but the axis and the arms make one figure; what is
 * measured of them, a panel each.  An arm that stands in several rows of a cell is drawn
 * once, from the first.
 */
#ifndef LAB_REPORT_SWEEP_H
#define LAB_REPORT_SWEEP_H

#include "lab/report/figure.h"

/* What a panel shows of one arm in one cell: its value and the ends of its bar. */
struct sweep_point {
	double value, low, high;
};

struct sweep;

struct sweep_panel {
	const char *heading;
	/* LAB_OK, LAB_NO_DATA: no point, or LAB_ENVIRONMENT. */
	int (*measure)(const struct figure_source *source, const struct sweep_panel *panel,
		       const struct result *result, enum side side, struct sweep_point *point);
	double argument; /* for `measure` */
	double guide;	 /* the sweep's guide has so much for one of the axis; 0: none here */
};

struct sweep {
	const char *name;     /* of the figures */
	const char *workload; /* NULL: any */
	const char *param;    /* the axis; NULL: the number of workers */
	const char *axis;     /* what it is called */
	const struct sweep_panel *panels;
	size_t panel_count;
	const char *guide; /* NULL: there is none */
	/* Title, labels, settings, description; `result` is the first of the figure. */
	void (*describe)(struct figure *figure, const struct result *result);
};

/* No figure unless the axis has two values. */
int sweep_figures(struct figures *figures, const struct sweep *sweep,
		  const struct figure_source *source);

/* A median and its quartiles; LAB_NO_DATA if there is none. */
int sweep_spread(const struct spread *spread, struct sweep_point *point);

/* "tasks=10000 completion=0": the parameters without one of them. */
const char *params_without(const char *params, const char *name);

#endif
