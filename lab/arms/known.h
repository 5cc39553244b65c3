/* SPDX-License-Identifier: MIT */
/*
 * known.h - the arms that could be built, for a plan of what is not built yet.
 *
 * Every workload runs on every arm unless that refuses it, and only the arm itself knows what it
 * refuses.  So an arm that is not built is assumed to offer what the program `bench-null` says
 * that there is, and what the program of a peer that was built before has besides: the plan then
 * names everything that may be needed, and is made again when the programs can be asked.
 */
#ifndef LAB_KNOWN_H
#define LAB_KNOWN_H

#include "lab/arms/arms.h"

/* The presets, the peers that this build can make, and `names` (patterns stand for any of those,
 * and for what was built before), in every flavour, assumed.  LAB_OK or LAB_ENVIRONMENT with the
 * complaint made: there is no bench-null beside this program. */
int arm_set_assume(struct arm_set *set, const char *folder, const struct strings *names,
		   uint64_t timeout_ns);

#endif
