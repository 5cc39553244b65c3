/* SPDX-License-Identifier: MIT */
/* ledger.c - one cell per task: ran or dropped, exactly once. */
#include "tests/stress/stress.h"

void ledger_init(struct ledger *ledger, uint32_t room)
{
	ledger->cells = (at_u32 *)calloc(room, sizeof(*ledger->cells));
	assert_non_null(ledger->cells);
	ledger->room = room;
	for (uint32_t i = 0; i < room; i++)
		at_init(&ledger->cells[i], 0);
	at_init(&ledger->opened, 0);
	at_init(&ledger->missing, 1);
}

uint32_t ledger_open(struct ledger *ledger)
{
	uint32_t opened = at_load_relaxed(&ledger->opened);

	do {
		if (opened == ledger->room)
			return UINT32_MAX;
	} while (!at_cas_relaxed(&ledger->opened, &opened, opened + 1));
	at_fetch_add_relaxed(&ledger->missing, 1);
	watchdog_progress();
	return opened;
}

static void ledger_close(struct ledger *ledger)
{
	uint32_t before = at_fetch_sub_acq_rel(&ledger->missing, 1);

	watchdog_progress();
	if (before == 1)
		os_wake(&ledger->missing, INT32_MAX);
}

void ledger_ran(struct ledger *ledger, uint32_t cell)
{
	at_fetch_add_relaxed(&ledger->cells[cell], LEDGER_RAN);
	ledger_close(ledger);
}

void ledger_dropped(struct ledger *ledger, uint32_t cell)
{
	at_fetch_add_relaxed(&ledger->cells[cell], LEDGER_DROPPED);
	ledger_close(ledger);
}

void ledger_ask(struct ledger *ledger, uint32_t cell)
{
	at_fetch_or_release(&ledger->cells[cell], LEDGER_ASKED);
}

void ledger_doom(struct ledger *ledger, uint32_t cell)
{
	at_fetch_or_release(&ledger->cells[cell], LEDGER_DOOMED);
}

bool ledger_is_doomed(struct ledger *ledger, uint32_t cell)
{
	return word_get(&ledger->cells[cell]) & LEDGER_DOOMED;
}

bool ledger_agrees(struct ledger *ledger, uint32_t cell, int status)
{
	uint32_t end = word_get(&ledger->cells[cell]) & LEDGER_ENDS;

	return status == 0 ? end == LEDGER_RAN : status == -ECANCELED && end == LEDGER_DROPPED;
}

void ledger_await(struct ledger *ledger)
{
	uint32_t missing;

	ledger_close(ledger);
	missing = at_load_acquire(&ledger->missing);
	while (missing > 0) {
		os_wait(&ledger->missing, missing, OS_FOREVER); /* only the last one wakes us */
		missing = at_load_acquire(&ledger->missing);
	}
}

struct ledger_sums ledger_sums(struct ledger *ledger)
{
	struct ledger_sums sums = { .opened = word_get(&ledger->opened) };

	for (uint32_t i = 0; i < sums.opened; i++) {
		uint32_t cell = word_get(&ledger->cells[i]);
		bool ran = (cell & LEDGER_ENDS) == LEDGER_RAN;
		bool dropped = (cell & LEDGER_ENDS) == LEDGER_DROPPED;

		sums.ran += ran;
		sums.dropped += dropped;
		sums.unasked += dropped && !(cell & LEDGER_ASKED);
		sums.wrong += (!ran && !dropped) || (ran && (cell & LEDGER_DOOMED));
	}
	return sums;
}

void ledger_fini(struct ledger *ledger)
{
	for (uint32_t i = 0; i < ledger->room; i++)
		at_fini(&ledger->cells[i]);
	at_fini(&ledger->opened);
	at_fini(&ledger->missing);
	free(ledger->cells);
}
