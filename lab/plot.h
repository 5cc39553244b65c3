/* SPDX-License-Identifier: MIT */
/*
 * plot.h - gnuplot draws what the summary says.
 *
 * For each plot: NAME.dat (the numbers), NAME.gp (variables plus the template
 * from lab/plots), NAME.svg and, if gnuplot can, NAME.png.  The .gp file draws
 * the plot again without the lab.
 */
#ifndef LAB_PLOT_H
#define LAB_PLOT_H

#include "lab/summary.h"

/* Into DIR/plots.  A missing gnuplot is said on standard error and is no
 * failure.  LAB_OK or LAB_ENVIRONMENT. */
int plot_all(const struct summary *summary, const char *directory);

#endif
