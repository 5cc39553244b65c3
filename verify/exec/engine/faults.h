/* SPDX-License-Identifier: MIT */
/*
 * faults.h - what goes wrong on purpose, as written on the command line:
 *
 *   spurious=P     P of a million sleeps end for no reason
 *   late=P[:NS]    P of a million wakes arrive up to NS later (default 10000)
 *   cas=P          P of a million weak compare-and-swaps fail for no reason
 *   alloc=N        the N-th allocation fails
 *   allocs=P       P of a million allocations fail
 *   stall=THREAD@FUNCTION[#N][+STEPS]
 *                  THREAD (a name, or *) stops before its N-th seam call (default 1)
 *                  inside FUNCTION, for STEPS steps or, without them, for ever
 *   stall=THREAD@*#N+STEPS
 *                  before its N-th seam call anywhere
 *   stalls=P+STEPS before any step, with P of a million
 *   wake=fifo      wakes take the one that waits longest (default: any)
 *   mutex=fifo     an unlocked mutex goes to the one that waits longest (default: to
 *                  whoever comes)
 *   cpus=N         so many threads run at a time (default: all)
 *
 * several with commas between.
 */
#ifndef VERIFY_EXEC_FAULTS_H
#define VERIFY_EXEC_FAULTS_H

#include <stdbool.h>
#include <stdint.h>

#include "verify/exec/engine/os_model.h"

struct exec_stall {
	bool is_set;
	char thread[16];   /* "*": any */
	char function[64]; /* "*": any */
	uint64_t nth;	   /* from 1 */
	uint64_t steps;	   /* 0: for ever */
};

struct exec_faults {
	uint32_t cas_per_million;
	uint32_t alloc_per_million;
	uint64_t alloc_nth; /* 0: none */
	struct exec_stall stall;
	uint32_t stalls_per_million;
	uint64_t stalls_steps;
};

/* 0 or -EINVAL; *wrong is then the part that was not understood.  Adds to what is
 * there. */
int faults_parse(const char *text, struct exec_faults *faults, struct os_linux_options *os,
		 const char **wrong);

#endif
