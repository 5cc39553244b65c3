/* SPDX-License-Identifier: MIT */
/* provenance.h - where results come from: host, build and libraries. */
#ifndef LAB_PROVENANCE_H
#define LAB_PROVENANCE_H

#include "lab/store/store.h"

/* All of it into the store.  LAB_OK or LAB_ENVIRONMENT. */
int provenance_put(struct store *store);

#endif
