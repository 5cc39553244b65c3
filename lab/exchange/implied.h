/* SPDX-License-Identifier: MIT */
/* implied.h - what a sample's row must say, going by everything else that is stored. */
#ifndef LAB_EXCHANGE_IMPLIED_H
#define LAB_EXCHANGE_IMPLIED_H

#include "lab/exchange/documents.h"

/* `line` has the sample's columns as members.  A new object with the members that
 * its arm's description, its cell, its pair, its blocks and its own columns give
 * to a row (harness/CONTRACT.md, "The row object"). */
json_t *implied_by_surroundings(struct documents *documents, json_t *line);

#endif
