/* SPDX-License-Identifier: MIT */
/*
 * placement.h - are a sample's threads where it says they are?
 *
 * What a sample reads back of its own threads is its word; here the kernel is asked,
 * from outside: each CPU that it names for a worker must have at least as many of its
 * threads bound to it alone, and the list must be one that the policy allows (explicit:
 * the list itself; none: no thread bound; else CPUs that are allowed, none of them
 * twice while there are enough).  The main thread, which the kernel knows by its number,
 * must be bound to the CPU that is named for it, and each thread must have the scheduling
 * that the lab gave it (priority.h).  Asked while the sample is quiet, before the first
 * block and after the last.
 *
 * Weakness: the kernel does not know which thread is a worker, nor what happened
 * between the two looks; the order of compact, scatter, l3 and core is compared with
 * the other side's only (facts.h).
 */
#ifndef LAB_PLACEMENT_H
#define LAB_PLACEMENT_H

#include "lab/run/sample.h"

/* `pin` as in "ready" and in rows.  False after sample_fail. */
bool placement_check(struct sample *sample, json_t *pin);

#endif
