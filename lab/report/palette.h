/* SPDX-License-Identifier: MIT */
/*
 * palette.h - the colours of the plots, and their names in the page's style.
 *
 * Templates are given the colours as gnuplot variables.  Inside a page each
 * becomes var(--plot-NAME, COLOUR), so that page.css can say what it is on a
 * dark ground.  Series: Okabe and Ito, Color Universal Design (2008), the light
 * ones darkened to a contrast of 3 on white.
 */
#ifndef LAB_REPORT_PALETTE_H
#define LAB_REPORT_PALETTE_H

#include <stdint.h>
#include <stdio.h>

#define PALETTE_SERIES 8

/* `ink = "#1b1f24"` ... and the array `shade` of the series. */
void palette_print(FILE *script);

/* "var(--plot-ink,#1b1f24)" for a colour of the palette, else NULL. */
const char *palette_variable(uint32_t rgb);

#endif
