/* SPDX-License-Identifier: MIT */
/*
 * oneshot.h - a channel for one 64-bit value, built on the public waker API only.
 *
 * The protocol is Tokio's sync::oneshot: one state word, two references.  Each
 * half belongs to one thread at a time; the halves may be on different threads.
 * The sender half ends in exactly one send or drop_sender, the receiver half in
 * one drop_receiver (also after a READY poll).
 */
#ifndef SCHED_ONESHOT_H
#define SCHED_ONESHOT_H

#include "sched.h"

#ifdef __cplusplus
extern "C" {
#endif

struct sched_oneshot;

/* NULL if there is no memory. */
struct sched_oneshot *sched_oneshot_create(void);

/* Deliver the value and release the sender half.  0, or -EPIPE if the receiver
 * is gone. */
int sched_oneshot_send(struct sched_oneshot *oneshot, uint64_t value);
void sched_oneshot_drop_sender(struct sched_oneshot *oneshot);

/* SCHED_READY with *status 0 and the value, or with *status -ECANCELED if the
 * sender was dropped without sending.  Costs one unit of the coop budget. */
enum sched_poll sched_oneshot_poll(struct sched_oneshot *oneshot, struct sched_context *context,
				   uint64_t *value, int *status);
void sched_oneshot_drop_receiver(struct sched_oneshot *oneshot);

#ifdef __cplusplus
}
#endif
#endif
