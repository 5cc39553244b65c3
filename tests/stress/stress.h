/* SPDX-License-Identifier: MIT */
/*
 * stress.h - the conservation oracle and the groups of stress_main.c.
 *
 * A ledger has one cell per task.  A task adds 1 to its cell when it is ready and
 * RAN_NOT when it is dropped; at the end each cell must hold exactly one of the two,
 * and the sums must match what was spawned.  A task that is lost, run twice or
 * dropped twice shows in its own cell.
 */
#ifndef TESTS_STRESS_STRESS_H
#define TESTS_STRESS_STRESS_H

#include "tests/support/support.h"

#define LEDGER_RAN     1u
#define LEDGER_DROPPED 0x10000u

struct ledger {
	at_u32 *cells;
	uint32_t room;
	at_u32 opened;	/* cells handed out */
	at_u32 missing; /* tasks opened that have not ended, plus 1 until ledger_await */
};

void ledger_init(struct ledger *ledger, uint32_t room);
/* A cell for a task that is about to be spawned; UINT32_MAX: the ledger is full. */
uint32_t ledger_open(struct ledger *ledger);
void ledger_ran(struct ledger *ledger, uint32_t cell);
void ledger_dropped(struct ledger *ledger, uint32_t cell);
/* Sleep until every task has ended. */
void ledger_await(struct ledger *ledger);

struct ledger_sums {
	uint32_t opened;
	uint32_t ran;
	uint32_t dropped;
	uint32_t wrong; /* cells with neither or more than one of them */
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
