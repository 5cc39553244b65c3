/* SPDX-License-Identifier: MIT */
/*
 * stress.h - the conservation oracle and the groups of stress_main.c.
 *
 * A ledger has one entry per task.  A task adds 1 to its entry when it is ready and
 * LEDGER_DROPPED when it is dropped; at the end each entry must hold exactly one of the
 * two, and the sums must match what was spawned.  A task that is lost, run twice or
 * dropped twice shows in its own entry.
 *
 * Who aborts a task says so in its entry, before and after: a drop that nobody asked for
 * and an abort that did nothing show there as well.
 */
#ifndef TESTS_STRESS_STRESS_H
#define TESTS_STRESS_STRESS_H

#include "tests/support/support.h"

#define LEDGER_RAN     1u
#define LEDGER_DROPPED 0x100u
#define LEDGER_ENDS    0xffffu	/* the part of an entry that the two add to */
#define LEDGER_ASKED   0x10000u /* somebody is about to abort it */
#define LEDGER_DOOMED  0x20000u /* it was aborted, and is never ready by itself */

struct ledger {
	at_u32 *entries;
	uint32_t room;
	at_u32 opened;	/* entries handed out */
	at_u32 missing; /* tasks opened that have not ended, plus 1 until ledger_await */
};

void ledger_init(struct ledger *ledger, uint32_t room);
/* An entry for a task that is about to be spawned; UINT32_MAX: the ledger is full. */
uint32_t ledger_open(struct ledger *ledger);
void ledger_ran(struct ledger *ledger, uint32_t entry);
void ledger_dropped(struct ledger *ledger, uint32_t entry);
/* Before the abort; and after it, of a task that ends by it alone. */
void ledger_ask(struct ledger *ledger, uint32_t entry);
void ledger_doom(struct ledger *ledger, uint32_t entry);
bool ledger_is_doomed(struct ledger *ledger, uint32_t entry);
/* Does what a handle resolved to (0, -ECANCELED) fit how the task ended? */
bool ledger_agrees(struct ledger *ledger, uint32_t entry, int status);
/* Sleep until every task has ended. */
void ledger_await(struct ledger *ledger);

struct ledger_sums {
	uint32_t opened;
	uint32_t ran;
	uint32_t dropped;
	uint32_t unasked; /* of the dropped: nobody aborted them */
	uint32_t wrong;	  /* entries with neither or more than one end, or doomed and not dropped */
};
struct ledger_sums ledger_sums(struct ledger *ledger);
void ledger_fini(struct ledger *ledger);

/* The seed of this run; each test derives its own. */
extern uint64_t stress_seed;

int stress_mix_tests(void);
int stress_steal_tests(void);
int stress_shutdown_tests(void);
int stress_park_tests(void);
int stress_oneshot_tests(void);
int stress_destroy_tests(void);
int stress_fair_tests(void);

#endif
