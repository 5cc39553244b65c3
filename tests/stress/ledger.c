/* SPDX-License-Identifier: MIT */
/* ledger.c - one entry per task: ran or dropped, exactly once. */
#include "tests/stress/stress.h"

void ledger_init(struct ledger *ledger, uint32_t room)
{
	ledger->entries = (at_u32 *)calloc(room, sizeof(*ledger->entries));
	assert_non_null(ledger->entries);
	ledger->room = room;
	for (uint32_t i = 0; i < room; i++)
		at_init(&ledger->entries[i], 0);
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

void ledger_ran(struct ledger *ledger, uint32_t entry)
{
	at_fetch_add_relaxed(&ledger->entries[entry], LEDGER_RAN);
	ledger_close(ledger);
}

void ledger_dropped(struct ledger *ledger, uint32_t entry)
{
	at_fetch_add_relaxed(&ledger->entries[entry], LEDGER_DROPPED);
	ledger_close(ledger);
}

void ledger_ask(struct ledger *ledger, uint32_t entry)
{
	at_fetch_or_release(&ledger->entries[entry], LEDGER_ASKED);
}

void ledger_doom(struct ledger *ledger, uint32_t entry)
{
	at_fetch_or_release(&ledger->entries[entry], LEDGER_DOOMED);
}

bool ledger_is_doomed(struct ledger *ledger, uint32_t entry)
{
	return word_get(&ledger->entries[entry]) & LEDGER_DOOMED;
}

bool ledger_agrees(struct ledger *ledger, uint32_t entry, int status)
{
	uint32_t end = word_get(&ledger->entries[entry]) & LEDGER_ENDS;

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
		uint32_t entry = word_get(&ledger->entries[i]);
		bool ran = (entry & LEDGER_ENDS) == LEDGER_RAN;
		bool dropped = (entry & LEDGER_ENDS) == LEDGER_DROPPED;

		sums.ran += ran;
		sums.dropped += dropped;
		sums.unasked += dropped && !(entry & LEDGER_ASKED);
		sums.wrong += (!ran && !dropped) || (ran && (entry & LEDGER_DOOMED));
	}
	return sums;
}

void ledger_fini(struct ledger *ledger)
{
	for (uint32_t i = 0; i < ledger->room; i++)
		at_fini(&ledger->entries[i]);
	at_fini(&ledger->opened);
	at_fini(&ledger->missing);
	free(ledger->entries);
}
