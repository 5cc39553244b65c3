/* SPDX-License-Identifier: MIT */
/*
 * promise.h - what a plan can show, before it is run.
 *
 * In typical noise, where layouts do nothing: what its number of pairs shows in 4 of 5 runs at the
 * level of its family.
 */
#ifndef LAB_VERDICT_PROMISE_H
#define LAB_VERDICT_PROMISE_H

#include "lab/plan/plan.h"

/* The smallest effect that a row can show, as a fraction; NAN: it is not judged, or not by time, or
 * has too few pairs. */
double promise_smallest_effect(const struct plan *plan, const struct plan_row *row);

/* The percentages of planted rows that are given as times of that effect.  One that can show
 * nothing is refused. */
void promise_plants(struct plan *plan);

#endif
