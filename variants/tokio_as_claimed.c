/* SPDX-License-Identifier: MIT */
/*
 * tokio_as_claimed: Tokio as docs/claims-document.md describes it, wrong where the claims are.
 * The owner's pop waits for a thief, the interval is fixed at 61 ("every ~61 tasks"; the table of
 * that document knows that Tokio tunes it), and nothing is padded.  The inject queue has a mutex
 * of its own: wrong of the Tokio of that day, right since 1.54.  Left out: timeouts.
 */
#define VARIANT_NAME "tokio_as_claimed"
#ifndef SCHED_INJECT
#define SCHED_INJECT INJECT_OWN_MUTEX
#endif
#ifndef SCHED_SHARED_PAD
#define SCHED_SHARED_PAD SHARED_PAD_PACKED
#endif
#ifndef SCHED_POP
#define SCHED_POP POP_SPIN
#endif
#ifndef SCHED_INTERVAL
#define SCHED_INTERVAL INTERVAL_FIXED
#endif
#include "sched/engine.h"
