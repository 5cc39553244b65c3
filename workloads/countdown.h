/* SPDX-License-Identifier: MIT */
/*
 * countdown.h - a root task starts `total` children and awaits the last of them:
 * the shape of Tokio's benches that end with a message from the last child.
 *
 * There is one countdown, of the workload that runs; a child calls countdown_down
 * once, as the last thing it does.  With clones, a child owns two counted
 * references more, as Tokio's owns an Arc and a Sender.  A child that runs twice
 * takes the counts below zero, which is seen when the next iteration begins or at
 * the end of the block.  Weakness: all counts are on one line, shared by all workers.
 */
#ifndef WORKLOADS_COUNTDOWN_H
#define WORKLOADS_COUNTDOWN_H

#include "workloads/workload.h"

struct workload_countdown {
	struct workload_counter remaining;
	struct workload_counter references; /* the Arc's count, but for the owner's 1 */
	struct workload_counter senders;    /* the Sender's count, likewise */
	struct sched_oneshot *done;	    /* NULL when the root has had its value */
	uint64_t total;
};
extern struct workload_countdown countdown;

/* What the last child does: wake the root. */
static inline void countdown_complete(void)
{
	sched_oneshot_send(countdown.done, countdown.total);
}

static inline void countdown_down(void)
{
	if (workload_counter_down(&countdown.remaining))
		countdown_complete();
}

/* A `drop` for children that own nothing: the loss counts, and the root goes on. */
void countdown_drop(void *state);

static inline void countdown_clone(void)
{
	workload_counter_add(&countdown.references, 1);
	workload_counter_add(&countdown.senders, 1);
}

/* Before countdown_down, so that the end of the iteration is after it. */
static inline void countdown_drop_clones(void)
{
	workload_counter_down(&countdown.references);
	workload_counter_down(&countdown.senders);
}

/* Set for the next iteration; false, with the reason recorded, if a stray child of
 * the one before has moved a count.  _prepare makes the oneshot, too. */
bool countdown_set(struct workload_env *env, uint64_t total);
bool countdown_prepare(struct workload_env *env, uint64_t total);

/* In the root: await the last child. */
enum sched_poll countdown_poll(struct sched_context *context);

/* A root that calls `start`, which spawns the children, and awaits the last one.  false, with
 * the reason recorded, if it did not come to that. */
bool countdown_once(struct workload_env *env, uint64_t total, void (*start)(void));

/* The timed region of a block: per iteration a root that calls `start`, which
 * spawns the children, and awaits the last one. */
void countdown_run(struct workload_env *env, uint64_t total, void (*start)(void));

#endif
