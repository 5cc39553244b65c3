/* SPDX-License-Identifier: MIT */
/*
 * signals.h - SIGUSR1: the state of each worker as text on standard error.
 *
 * Only the main thread takes it: workers are started while it is held.
 */
#ifndef HARNESS_SIGNALS_H
#define HARNESS_SIGNALS_H

#include "workloads/arm.h"

void signals_install(void);

/* What a dump shows; runtime == NULL: nothing runs. */
void signals_watch(const struct arm *arm, void *runtime);

/* Threads created between hold and release never take SIGUSR1. */
void signals_hold(void);
void signals_release(void);

#endif
