/* SPDX-License-Identifier: MIT */
/* left.h - what a run that was cut short has still to do. */
#ifndef LAB_LEFT_H
#define LAB_LEFT_H

#include "lab/run/resume.h"

/* Rows and samples that are still to be measured, as text or JSON on standard output. */
void left_print(struct store *store, const struct resumed *resumed, const char *directory,
		bool json);

#endif
