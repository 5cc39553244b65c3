/* SPDX-License-Identifier: MIT */
/*
 * trace.h - what happened, one event per seam call: a hash of all, the last ones in a
 * ring, or every one printed as it happens.
 *
 * The hash takes what is the same with every compiler: thread, operation, the object's
 * number and values; no address, and no line (compilers number a call that takes two
 * lines differently).  Equal hashes, equal executions.
 */
#ifndef VERIFY_EXEC_TRACE_H
#define VERIFY_EXEC_TRACE_H

#include <stdint.h>
#include <stdio.h>

#include "verify/mc.h"

enum exec_op {
	EXEC_INIT,
	EXEC_FINI,
	EXEC_LOAD,
	EXEC_LOAD_OWNED,
	EXEC_STORE,
	EXEC_RMW,
	EXEC_CAS,
	EXEC_FENCE,
	EXEC_SPIN,
	EXEC_WAIT,
	EXEC_WAKE,
	EXEC_LOCK,
	EXEC_UNLOCK,
	EXEC_COND_WAIT,
	EXEC_NOTIFY,
	EXEC_THREAD_START,
	EXEC_THREAD_JOIN,
	EXEC_THREAD_END,
	EXEC_ALLOC,
	EXEC_FREE,
	EXEC_STALL
};

/* What became of it, where an operation can go more than one way. */
enum exec_outcome {
	OUTCOME_NONE,
	OUTCOME_OK,
	OUTCOME_FAILED,
	OUTCOME_SPURIOUS,
	OUTCOME_SLEEPS,
	OUTCOME_WOKEN,
	OUTCOME_TIMED_OUT
};

struct trace_event {
	const struct mc_site *site; /* NULL: the end of a thread */
	uint64_t step;
	uint64_t before; /* what was there, or the only value */
	uint64_t after;	 /* what is there now; the block's size */
	uint32_t object; /* number, 0: none */
	uint8_t thread;
	uint8_t op;
	uint8_t order;
	uint8_t failure_order;
	uint8_t outcome;
};

/* `show`: print every event to it as it happens; may be NULL.  `names` gives the
 * name of a thread. */
void trace_reset(FILE *show, const char *(*name)(uint32_t thread));
void trace_add(const struct trace_event *event);
uint64_t trace_hash(void);
/* The last `most` events, oldest first. */
void trace_print(FILE *out, uint64_t most);

#endif
