/* SPDX-License-Identifier: MIT */
/*
 * sample.h - one sample process through its life: started, calibrated, handed
 * blocks, finished; or run isolated.
 *
 * Nothing it says is believed unchecked.  The first thing that goes wrong sets
 * status and cause, kills the process, and every later call does nothing.
 * `last_state` of a hung or crashed sample is its own dump (SIGUSR1) and what
 * the kernel knows of its threads.
 */
#ifndef LAB_SAMPLE_H
#define LAB_SAMPLE_H

#include <jansson.h>

#include "lab/base/child.h"
#include "lab/plan/order.h"
#include "lab/run/clocks.h"

enum sample_status {
	SAMPLE_OK,
	SAMPLE_REFUSED, /* not applicable, says the program */
	SAMPLE_CUT,	/* ended by the lab: partner failed, or Ctrl-C */
	/* red from here */
	SAMPLE_WRONG, /* its own verification failed */
	SAMPLE_ERROR, /* it says it cannot, or exits with a failure */
	SAMPLE_HUNG,
	SAMPLE_CRASHED,
	SAMPLE_GARBAGE, /* not the contract's language */
	SAMPLE_LIED	/* the contract's language, but it cannot be true */
};

struct block {
	uint64_t position; /* in the hand-out order of both sides */
	uint64_t iterations, units, ns, cpu_ns;
};

struct sample_settings {
	uint64_t seed;
	uint64_t timeout_ns; /* least time given to any answer */
	const char *preload; /* LD_PRELOAD or NULL */
};

struct sample {
	const struct arm_info *arm;
	struct treatment treatment;
	const struct cell *cell;
	const struct sample_settings *settings;
	struct child child;
	enum sample_status status;
	char cause[512];
	char *last_state;     /* malloc'ed, or NULL */
	struct block *blocks; /* malloc'ed */
	size_t block_count;
	bool replaced;		    /* its program is not the one that was described */
	bool ready;		    /* it said so: from here on it cannot refuse */
	uint64_t units, ns, cpu_ns; /* sums over the blocks */
	int64_t switches;	    /* -1: not known */
	struct clocks clocks;	    /* what the runner saw of the blocks */
	json_t *pin;		    /* where it said to be when it was ready, or NULL */
	json_t *row;		    /* its row object, or NULL */
};

const char *sample_status_name(enum sample_status status);
bool sample_is_red(enum sample_status status);

/* Starts in lock-step and waits for "ready". */
bool sample_open(struct sample *sample, const struct arm_info *arm, struct treatment treatment,
		 const struct cell *cell, const struct sample_settings *settings);
bool sample_calibrate(struct sample *sample, uint64_t *iterations, uint64_t *ns);
bool sample_block(struct sample *sample, uint64_t position);
bool sample_finish(struct sample *sample);

/* A whole isolated run with the cell's blocks and iterations. */
bool sample_isolated(struct sample *sample, const struct arm_info *arm, const struct cell *cell,
		     const struct sample_settings *settings);

/* Ends the process without blaming it, unless it is to blame already. */
void sample_cut(struct sample *sample, const char *cause);
/* A refusal that comes too late is an error, and says after what: red.  Of any other
 * sample nothing changes. */
void sample_blame_refusal(struct sample *sample, const char *after);
void sample_free(struct sample *sample);

/* For the parts of the implementation: sets status and cause once, kills. */
bool sample_fail(struct sample *sample, enum sample_status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
