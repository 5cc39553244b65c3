/* SPDX-License-Identifier: MIT */
/* objects.c - the hash table of objects.h. */
#include "verify/exec/engine/objects.h"

#include <stdlib.h>

#define FIRST_ROOM 8192u

static struct object *table;
static uint32_t room; /* a power of two */
static uint32_t taken;
static uint32_t execution = 1; /* constructors may add objects before the first */
static uint32_t numbers;

void objects_reset(void)
{
	execution++;
	taken = 0;
	numbers = 0;
}

/* The address's slot: its own or the first free one. */
static struct object *slot_of(struct object *in, uint32_t in_room, const void *address)
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
	struct object *grown = calloc(wider, sizeof(*grown));

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

struct object *objects_add(const void *address, enum object_kind kind)
{
	struct object *object;

	if (2 * taken >= room && !grow())
		return NULL;
	object = slot_of(table, room, address);
	taken += object->execution != execution;
	*object = (struct object){
		.address = address, .execution = execution, .number = ++numbers, .kind = kind
	};
	return object;
}

struct object *objects_find(const void *address)
{
	struct object *object;

	if (room == 0)
		return NULL;
	object = slot_of(table, room, address);
	return object->execution == execution ? object : NULL;
}
