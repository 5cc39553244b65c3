// SPDX-License-Identifier: MIT
/*
 * cells.cpp - what lies where: atomic cells, mutexes and condition variables by address.
 *
 * A table of all that began in this execution, and a hash of addresses into it.  Each
 * has a life: it begins and ends with an exclusive access, and a use that is not ordered
 * after the begin, or an end that is not ordered after all uses, is a race.
 */
#include "verify/relacy/relacy.h"

#define CELLS_MAX 8192u
#define SLOTS	  16384u /* a power of two */

static struct cell *cells;
static uint32_t cell_count;
static uint32_t slots[SLOTS]; /* index of a cell + 1 */

static uint32_t slot_of(const void *address)
{
	uint32_t slot = (uint32_t)((uintptr_t)address / 4 * 2654435761u) % SLOTS;

	while (slots[slot] && cells[slots[slot] - 1].address != address)
		slot = (slot + 1) % SLOTS;
	return slot;
}

void cells_reset()
{
	if (!cells)
		cells = static_cast<struct cell *>(std::malloc(CELLS_MAX * sizeof(*cells)));
	for (uint32_t i = 0; i < cell_count; i++)
		slots[slot_of(cells[i].address)] = 0; /* the chain behind it goes as well */
	cell_count = 0;
	log_reset();
}

static const char *const kinds[] = { "atomic cell", "mutex", "condition variable" };

static void fail_cell(enum cell_kind kind, const char *what)
{
	char verdict[128];

	snprintf(verdict, sizeof(verdict), "misuse: there is no %s here%s", kinds[kind], what);
	log_fail(verdict);
}

struct cell *cell_find(const void *address, enum cell_kind kind, const struct mc_site *site)
{
	uint32_t index = slots[slot_of(address)];
	struct cell *cell = index ? &cells[index - 1] : NULL;

	(void)site;
	if (!cell || cell->kind != kind)
		fail_cell(kind, ", it was never initialised");
	if (cell->is_retired)
		fail_cell(kind, " any more: use after at_fini or after free");
	if (!cell->life.load(relacy_self()))
		log_fail("data race: this use is not ordered after the initialisation");
	return cell;
}

/* An address may be begun anew once it was retired. */
struct cell *cell_create(const void *address, enum cell_kind kind, const struct mc_site *site)
{
	uint32_t slot = slot_of(address);
	struct cell *cell = slots[slot] ? &cells[slots[slot] - 1] : NULL;

	(void)site;
	if (!cells || cell_count == CELLS_MAX)
		log_fail("too many cells for this engine");
	if (cell && !cell->is_retired)
		log_fail("misuse: initialised twice");
	if (!cell) {
		cell = &cells[cell_count++];
		slots[slot] = cell_count;
	}
	cell->address = address;
	cell->kind = kind;
	cell->is_retired = false;
	new (&cell->life) relacy_clock();
	new (&cell->stores) relacy_clock();
	cell->life.init(relacy_self());
	return cell;
}

static void cell_destroy(struct cell *cell)
{
	cell->is_retired = true;
	switch (cell->kind) {
	case CELL_ATOMIC:
		if (cell->width == 8)
			reinterpret_cast<rl::atomic<uint64_t> *>(cell->as.atomic)->~atomic();
		else if (cell->width == 4)
			reinterpret_cast<rl::atomic<uint32_t> *>(cell->as.atomic)->~atomic();
		else
			reinterpret_cast<rl::atomic<uint8_t> *>(cell->as.atomic)->~atomic();
		return;
	case CELL_MUTEX:
		rl::ctx().mutex_dtor(cell->as.mutex);
		return;
	case CELL_COND:
		rl::ctx().condvar_dtor(cell->as.cond);
		return;
	}
}

void cell_retire(struct cell *cell, const struct mc_site *site)
{
	(void)site;
	if (!cell->life.store(relacy_self()))
		log_fail("data race: this end is not ordered after all uses");
	cell_destroy(cell);
}

void cells_retire_in(const char *start, size_t bytes, const struct mc_site *site)
{
	for (uint32_t i = 0; i < cell_count; i++) {
		const char *address = static_cast<const char *>(cells[i].address);

		if (!cells[i].is_retired && address >= start && address < start + bytes)
			cell_retire(&cells[i], site);
	}
}

/* Those on stacks, that nobody retired. */
void cells_end()
{
	for (uint32_t i = 0; i < cell_count; i++)
		if (!cells[i].is_retired)
			cell_destroy(&cells[i]);
}
