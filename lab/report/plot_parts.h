/* SPDX-License-Identifier: MIT */
/* plot_parts.h - what the files of plot_*.c share; within lab/report only. */
#ifndef LAB_REPORT_PLOT_PARTS_H
#define LAB_REPORT_PLOT_PARTS_H

#include "lab/report/sheet.h"

/* NAME.dat and NAME.gp into a directory that is there.  LAB_OK or LAB_ENVIRONMENT with the
 * complaint made. */
int plot_write(const struct figure *figure, const struct summary *summary, const char *directory);

/* The middle part of a sheet: its texts, then the variables that the template of the form
 * needs.  sheet->y moves below it. */
void plot_rows(struct sheet *sheet, const struct figure *figure);
void plot_panels(struct sheet *sheet, const struct figure *figure);

#endif
