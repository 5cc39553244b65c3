/* SPDX-License-Identifier: MIT */
/*
 * padding.h - axis: which words that several threads write stand on cache lines of their own.
 * Sources: Tokio 1.53 and 1.54.1 (#8622) for the shared words, Blitz-IO f533755 local_queue.zig
 * for the ring.
 *
 * Two threads that write different words of one line take it from each other all the same (false
 * sharing).  The price of a line for each word is memory, and a second miss where one thread
 * needs both words.
 *
 *   knob        words
 *   queue_pad   of a ring: head, tail, the slot that can be stolen, the first of the tasks
 *   shared_pad  of a runtime: each shard of the inject queue, the idle word, the sleepers' mutex
 *
 * Alignment alone does it: what follows a padded word is padded as well.
 * Weakness: a line is said to be 64 bytes, or 128 where a pair of lines is fetched at once; the
 * machine is not asked.
 */
#ifndef SCHED_PADDING_H
#define SCHED_PADDING_H

#include "sched/check.h"
#include "sched/knobs.h"

#define PADDING_NONE 8 /* what the words need anyway */

#define QUEUE_PAD_ALIGN \
	(SCHED_QUEUE_PAD == QUEUE_PAD_128 ? 128 : \
	 SCHED_QUEUE_PAD == QUEUE_PAD_64  ? 64 : \
					    PADDING_NONE)

#define SHARED_PAD_ALIGN \
	(SCHED_SHARED_PAD == SHARED_PAD_128 ? 128 : \
	 SCHED_SHARED_PAD == SHARED_PAD_64  ? 64 : \
					      PADDING_NONE)

#endif
