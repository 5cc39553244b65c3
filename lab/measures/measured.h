/* SPDX-License-Identifier: MIT */
/* measured.h - what one sample says of a measure. */
#ifndef LAB_MEASURES_MEASURED_H
#define LAB_MEASURES_MEASURED_H

#include <jansson.h>

#include "lab/measures/measure.h"

struct measured {
	double value;  /* per unit of work; of a quantile, ns; NAN: it does not say */
	double events; /* how many it rests on */
	double units;  /* of work that the sample did */
};

/* From the row of a sample (harness/CONTRACT.md).  Of a measure IN_BLOCKS: over all blocks.  Not
 * for one IN_COUNTS, of which no sample knows. */
struct measured measured_of(const struct measure *measure, const json_t *row);

/* The "value" of that name in one of the row's groups, e.g. "metrics"; NAN: it does not say. */
double measured_value(const json_t *row, const char *group, const char *name);

/* The datum of a pair.  IN_BLOCKS: the median over adjacent blocks, as of time (pair.h). */
double measured_datum(const struct measure *measure, const json_t *a, const json_t *b);

#endif
