/* SPDX-License-Identifier: MIT */
/*
 * plot.h - gnuplot draws the figures, with its default settings.
 *
 * For each figure: NAME.dat (the numbers), NAME.gp (texts and their places, the templates
 * of lab/report/plots, the figure's own text) and NAME.svg.  The .gp file draws the plot again without the
 * lab.  Nothing of date or run enters the files, so equal data give equal bytes.
 */
#ifndef LAB_PLOT_H
#define LAB_PLOT_H

#include "lab/report/figure.h"

/* Into DIR/plots; marks what was drawn, and goes on after a failure.  A missing
 * gnuplot is said on standard error, once, and is no failure.  A gnuplot that does not
 * end is killed and is the last.  LAB_OK, LAB_ENVIRONMENT, or LAB_INTERRUPTED if a signal
 * came while it drew. */
int plot_figures(struct figures *figures, const struct summary *summary, const char *directory);

#endif
