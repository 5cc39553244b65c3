/* SPDX-License-Identifier: MIT */
/* counts.h - instructions and locked operations per unit, counted elsewhere. */
#ifndef LAB_COUNTS_H
#define LAB_COUNTS_H

#include "lab/summary.h"

/* The file: [{"arm":"tokio","workload":"spawn_local","instructions":1579.2,
 * "rmw":27.2}, ...], optionally with "params".  What it does not name stays
 * "not counted".  LAB_OK or LAB_USAGE. */
int counts_apply(struct summary *summary, const char *path);

#endif
