/* SPDX-License-Identifier: MIT */
/* contrast.h - one entry of "contrasts" in a claim; see claim.h for the format. */
#ifndef LAB_CLAIMS_CONTRAST_H
#define LAB_CLAIMS_CONTRAST_H

#include "lab/claims/claim.h"

/* `stored`: from a set that may be older than roles, which are then derived.  NULL, or
 * what is wrong. */
const char *contrast_read(struct contrast *contrast, json_t *json, const char *claim, bool stored);

#endif
