/* SPDX-License-Identifier: MIT */
/* trial_controls.h - what must come out of a trial for anything in it to count; see trial.h. */
#ifndef LAB_VERDICT_TRIAL_CONTROLS_H
#define LAB_VERDICT_TRIAL_CONTROLS_H

#include "lab/verdict/trial.h"

#define TRIAL_CLAIM "trial" /* lab/trials/runtime/trial.json */
#define HOST_CLAIM  "host"  /* lab/trials/runtime/host.json: the known regression */

/* The controls of a trial whose outcomes are known, those that did not come out first. */
void trial_controls_load(struct trial *trial);

/* Which control withdraws this outcome: "A/A", "planted slowdown", ...; NULL: none. */
const char *trial_withdrawn_by(const struct trial *trial, const struct verdict *row);

#endif
