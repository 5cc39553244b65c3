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
#include "lab/verdict/flip.h"

/* An arm in a cell. */
struct sweep_place {
	const struct figure_source *source;
	const struct result *result; /* a row of the cell that has the arm */
	const struct result_arm *arm;
	const struct side_summary *values; /* the arm's */
	int64_t axis;			   /* where the cell stands */
};

/* A value and the ends of its bar; NAN: not known. */
struct sweep_point {
	double value, low, high;
};

struct sweep_panel {
	const char *heading;
	struct sweep_point (*measure)(const struct sweep_place *place, double argument);
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
void sweep_figures(struct figures *figures, const struct sweep *sweep,
		   const struct figure_source *source);

/* A median and its quartiles, times a factor. */
struct sweep_point sweep_spread(const struct spread *spread, double factor);

#endif
