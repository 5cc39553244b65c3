/* SPDX-License-Identifier: MIT */
/* page_effect.h - ratios as dots and bars, for the cells of tables; within the page only. */
#ifndef LAB_REPORT_PAGE_EFFECT_H
#define LAB_REPORT_PAGE_EFFECT_H

#include "lab/report/page.h"

/* Ticks with their numbers, for the head of the column. */
void page_axis_html(struct html *html, double axis);
/* A line each: the drawing, the numbers, the name. */
void page_effects_html(struct html *html, const struct effect *effects, size_t count, double axis);
void page_effects_markdown(FILE *out, const struct effect *effects, size_t count);

#endif
