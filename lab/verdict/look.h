/* SPDX-License-Identifier: MIT */
/*
 * look.h - has a row that is still measured got its word?
 *
 * A run whose suite says so looks at its primary rows after 16, 32, 48, ... pairs
 * (stats/looks.h).  A row ends if its word is final, the same without the flagged
 * pairs and with them, and all layout A/A pairs of its arms are there: the
 * envelope of such a row does not change any more.  So with each contrast that refers to
 * its pairs.  Only time is looked at: a row with another primary measure has all its pairs.
 */
#ifndef LAB_VERDICT_LOOK_H
#define LAB_VERDICT_LOOK_H

#include "lab/store/store.h"

/* May the row end?  False where no look is due after its pairs so far, and after the last. */
bool look_ends_row(struct store *store, const struct plan_row *row);

#endif
