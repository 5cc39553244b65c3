/* SPDX-License-Identifier: MIT */
/* row.h - JSON lines for the lab: the row of a sample, and the smaller events. */
#ifndef HARNESS_ROW_H
#define HARNESS_ROW_H

#include <jansson.h>

struct sample;

/* The row as CONTRACT.md has it; the caller owns it. */
json_t *row_json(struct sample *sample);

/* Prints one line to standard output and releases the object.  Ends the process
 * quietly when nobody reads. */
void row_print(json_t *json);

#endif
