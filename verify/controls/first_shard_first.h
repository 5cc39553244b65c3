/* SPDX-License-Identifier: MIT */
/*
 * control: first_shard_first - whoever takes from the inject queue looks at its shards
 * from the first one on.
 * Origin: Blitz-IO's defect B18.
 */
#ifndef VERIFY_CONTROLS_FIRST_SHARD_FIRST_H
#define VERIFY_CONTROLS_FIRST_SHARD_FIRST_H

#define inject_queue_pop right_inject_queue_pop
#include "sched/inject_queue.h"
#undef inject_queue_pop

static inline struct sched_task *inject_queue_pop(struct inject_queue *queue, uint32_t start,
						  uint64_t most, uint64_t *taken)
{
	(void)start;
	return right_inject_queue_pop(queue, 0, most, taken);
}

#endif
