/* SPDX-License-Identifier: MIT */
/*
 * names.h - do the names in a claim exist?
 *
 * A misspelt metric would be "not counted", a misspelt arm "not built", and both would
 * be found out after the run.  What is wrong is one line: file, contrast, name, and the
 * nearest known name.
 */
#ifndef LAB_CLAIMS_NAMES_H
#define LAB_CLAIMS_NAMES_H

#include "lab/arms/arms.h"
#include "lab/claims/claim.h"

/* `ablates` and `transfers` are other contrasts of the claim, each name is there once, and the arms
 * of a contrast differ on the claim's axes only.
 * LAB_OK, LAB_USAGE. */
int claim_check_references(const struct claim *claim, const char *where);

/*
 * Arms: built, or known to this tree (peers, whose names have a dash, come and go with what
 * can be fetched, and are not checked).  Where one of the two arms is built: the
 * workload, its parameters, and the metric, which its counting build must describe.  LAB_OK,
 * LAB_USAGE.
 */
int claims_check_names(const struct claim_set *claims, const struct arm_set *set);

#endif
