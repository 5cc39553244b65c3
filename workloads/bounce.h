/* SPDX-License-Identifier: MIT */
/*
 * bounce.h - a pair of long-lived tasks that bounce a message, for the workloads
 * ping_pong_pair and ping_pong_bystanders.
 *
 * Each message is a fresh oneshot and carries the sender half of the next one:
 * a ping carries where to send the pong, a pong where to send the next ping.  A
 * ping sender dropped without a message ends the game.  Where others are promised a
 * turn meanwhile, the pair plays on until each has had one: to stop without them
 * would make the scheduler that never runs them the faster one.
 */
#ifndef WORKLOADS_BOUNCE_H
#define WORKLOADS_BOUNCE_H

#include "workloads/workload.h"

struct bounce {
	uint64_t rounds;
	struct arm_histogram *latency;	  /* of round trips; NULL: not recorded */
	struct workload_counter *waiting; /* others without a turn yet; NULL: nobody */
	struct sched_oneshot *ping;	  /* sender; then receiver of the pong */
	struct sched_oneshot *pong;
	struct sched_join returner;
	uint64_t done;
	uint64_t sent_ns;
};

/* Spawn the other side, locally, and get ready for the first round; false if
 * there is no memory. */
bool bounce_start(struct bounce *bounce);
/* Play: SCHED_READY when all rounds are played, nobody waits or WORKLOAD_PATIENCE
 * more rounds are played (`done` says how many), and the other side has ended.
 * Called from the polls of one task, which is the first side. */
enum sched_poll bounce_poll(struct bounce *bounce, struct sched_context *context);

#endif
