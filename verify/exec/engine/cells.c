/* SPDX-License-Identifier: MIT */
/* cells.c - the hash table of cells.h. */
#include "verify/exec/engine/cells.h"

#include <stdlib.h>

#define FIRST_ROOM 8192u

static struct cell *table;
static uint32_t room; /* a power of two */
static uint32_t taken;
static uint32_t execution = 1; /* constructors may add cells before the first */
static uint32_t numbers;

void cells_reset(void)
{
	execution++;
	taken = 0;
	numbers = 0;
}

/* The address's slot: its own or the first free one. */
static struct cell *slot_of(struct cell *in, uint32_t in_room, const void *address)
{
	uint64_t hash = ((uintptr_t)address >> 2) * 0x9e3779b97f4a7c15u;
	uint32_t at = (uint32_t)(hash >> 32) & (in_room - 1);

	while (in[at].execution == execution && in[at].address != address)
		at = (at + 1) & (in_room - 1);
	return &in[at];
}

static bool grow(void)
{
	uint32_t wider = room ? 2 * room : FIRST_ROOM;
	struct cell *grown = calloc(wider, sizeof(*grown));

	if (!grown)
		return false;
	for (uint32_t i = 0; i < room; i++)
		if (table[i].execution == execution)
			*slot_of(grown, wider, table[i].address) = table[i];
	free(table);
	table = grown;
	room = wider;
	return true;
}

struct cell *cells_add(const void *address, enum cell_kind kind)
{
	struct cell *cell;

	if (2 * taken >= room && !grow())
		return NULL;
	cell = slot_of(table, room, address);
	taken += cell->execution != execution;
	*cell = (struct cell){
		.address = address, .execution = execution, .number = ++numbers, .kind = kind
	};
	return cell;
}

struct cell *cells_find(const void *address)
{
	struct cell *cell;

	if (room == 0)
		return NULL;
	cell = slot_of(table, room, address);
	return cell->execution == execution ? cell : NULL;
}
