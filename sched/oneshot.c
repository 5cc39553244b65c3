/* SPDX-License-Identifier: MIT */
/*
 * oneshot.c - Tokio's sync::oneshot: a channel for one value, on wakers alone.
 *
 * One state word decides who may touch what.  `value` belongs to the sender
 * until VALUE_SENT is set, then to the receiver.  `rx_waker` is a plain field:
 * while RX_TASK_SET is clear the receiver may write it; while it is set nobody
 * writes, and the sender reads it once VALUE_SENT is set too.  Each operation
 * does as many read-modify-writes as Tokio's: send 1 (+1 for its reference),
 * pending poll 1, ready poll 0, dropping the receiver +1 (1 more before READY).
 *
 * Tags: OS1 the references; OS2 the value, from the sender's CAS to the receiver;
 * OS3 the waker, from the receiver's RMW to the sender.
 *
 * Weakness: the sender cannot wait for the receiver to close (no TX_TASK_SET).
 */
#include "sched/oneshot.h"

#include <errno.h>

#include "sched/atomics.h"

#define RX_TASK_SET 1u /* rx_waker holds a waker */
#define VALUE_SENT  2u /* the sender is done: it sent, or it was dropped */
#define CLOSED	    4u /* the receiver is gone */

struct sched_oneshot {
	at_u64 references; /* one per half */
	at_u64 state;
	uint64_t value;
	struct sched_waker rx_waker;
	bool has_value; /* false with VALUE_SENT: dropped without sending */
	bool taken;	/* the receiver's own: a poll was READY */
};

struct sched_oneshot *sched_oneshot_create(void)
{
	struct sched_oneshot *oneshot = (struct sched_oneshot *)sched_alloc(sizeof(*oneshot));

	if (!oneshot)
		return NULL;
	at_init(&oneshot->references, 2);
	at_init(&oneshot->state, 0);
	oneshot->has_value = false;
	oneshot->taken = false;
	return oneshot;
}

static void oneshot_free(struct sched_oneshot *oneshot)
{
	uint64_t state = at_load_relaxed(&oneshot->state);

	if (state & RX_TASK_SET)
		sched_waker_drop(&oneshot->rx_waker);
	at_fini(&oneshot->references);
	at_fini(&oneshot->state);
	sched_free(oneshot, sizeof(*oneshot));
}

static void oneshot_release(struct sched_oneshot *oneshot)
{
	/* The other half's last accesses come before the free. */
	uint64_t references = at_fetch_sub_acq_rel(&oneshot->references, 1); /* pairs: OS1, OS1 */

	if (references == 1)
		oneshot_free(oneshot);
}

/* ------------------------------------------------------------- sender -- */

/* Set VALUE_SENT unless the receiver has closed; the state before.  A plain
 * fetch_or would hand the value to a receiver that is gone. */
static uint64_t transition_to_complete(struct sched_oneshot *oneshot)
{
	uint64_t state = at_load_relaxed(&oneshot->state);

	while (!(state & CLOSED)) {
		uint64_t sent = state | VALUE_SENT;

		if (at_cas_weak_acq_rel(&oneshot->state, &state, sent)) /* pairs: OS2, OS3 */
			break;
	}
	return state;
}

/* false if the receiver is gone. */
static bool oneshot_complete(struct sched_oneshot *oneshot)
{
	uint64_t before = transition_to_complete(oneshot);

	if (before & CLOSED)
		return false;
	if (before & RX_TASK_SET)
		sched_waker_wake_by_ref(&oneshot->rx_waker);
	return true;
}

int sched_oneshot_send(struct sched_oneshot *oneshot, uint64_t value)
{
	bool delivered;

	oneshot->value = value;
	oneshot->has_value = true;
	delivered = oneshot_complete(oneshot);
	oneshot_release(oneshot);
	return delivered ? 0 : -EPIPE;
}

void sched_oneshot_drop_sender(struct sched_oneshot *oneshot)
{
	oneshot_complete(oneshot);
	oneshot_release(oneshot);
}

/* ----------------------------------------------------------- receiver -- */

static enum sched_poll oneshot_take(struct sched_oneshot *oneshot, uint64_t *value, int *status)
{
	*status = oneshot->has_value ? 0 : -ECANCELED;
	if (oneshot->has_value)
		*value = oneshot->value;
	oneshot->taken = true;
	return SCHED_READY;
}

/* Store the waker and show it to the sender; the state after. */
static uint64_t set_rx_task(struct sched_oneshot *oneshot, const struct sched_waker *waker)
{
	uint64_t before;

	oneshot->rx_waker = sched_waker_clone(waker);
	before = at_fetch_or_acq_rel(&oneshot->state, RX_TASK_SET); /* pairs: OS2, OS3 */
	return before | RX_TASK_SET;
}

/* Take back a waker that belongs to another task than the one polling now; the
 * state after, with the bit set again if the sender was faster. */
static uint64_t unset_rx_task(struct sched_oneshot *oneshot)
{
	uint64_t others = ~(uint64_t)RX_TASK_SET;
	uint64_t before = at_fetch_and_acq_rel(&oneshot->state, others); /* pairs: OS2, OS3 */

	if (before & VALUE_SENT) /* the sender may be reading the waker: freed at the end */
		return at_fetch_or_acq_rel(&oneshot->state, RX_TASK_SET); /* pairs: OS2, OS3 */
	sched_waker_drop(&oneshot->rx_waker);
	return before & others;
}

static enum sched_poll oneshot_register(struct sched_oneshot *oneshot, uint64_t state,
					struct sched_context *context)
{
	if (state & RX_TASK_SET) {
		if (sched_waker_will_wake(&oneshot->rx_waker, &context->waker))
			return SCHED_PENDING;
		state = unset_rx_task(oneshot);
		if (state & VALUE_SENT)
			return SCHED_READY;
	}
	state = set_rx_task(oneshot, &context->waker);
	return state & VALUE_SENT ? SCHED_READY : SCHED_PENDING;
}

enum sched_poll sched_oneshot_poll(struct sched_oneshot *oneshot, struct sched_context *context,
				   uint64_t *value, int *status)
{
	uint64_t state;

	if (!sched_coop_proceed(context))
		return SCHED_PENDING;
	state = at_load_acquire(&oneshot->state); /* pairs: OS2 - the value */
	if (state & VALUE_SENT)
		return oneshot_take(oneshot, value, status);
	if (oneshot_register(oneshot, state, context) == SCHED_READY)
		return oneshot_take(oneshot, value, status);
	sched_coop_refund(context);
	return SCHED_PENDING;
}

/* Before a READY poll: tell the sender that nobody will take the value. */
static void oneshot_close(struct sched_oneshot *oneshot)
{
	uint64_t others = ~(uint64_t)RX_TASK_SET;
	uint64_t before = at_fetch_or_acq_rel(&oneshot->state, CLOSED); /* pairs: OS2, OS3 */

	/* Not sent and now never will be: nobody but us looks at the waker. */
	if ((before & RX_TASK_SET) && !(before & VALUE_SENT)) {
		at_fetch_and_acq_rel(&oneshot->state, others); /* pairs: OS2, OS3 */
		sched_waker_drop(&oneshot->rx_waker);
	}
}

void sched_oneshot_drop_receiver(struct sched_oneshot *oneshot)
{
	if (!oneshot->taken)
		oneshot_close(oneshot);
	oneshot_release(oneshot);
}
