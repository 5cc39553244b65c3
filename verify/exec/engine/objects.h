/* SPDX-License-Identifier: MIT */
/*
 * objects.h - which atomics, mutexes and condition variables live, by address.
 *
 * The number of an object is that of its at_init in this execution: unlike its address
 * it is the same with every compiler, so the trace speaks in numbers.  A table of
 * addresses, open addressing; an execution only ever adds to it.
 */
#ifndef VERIFY_EXEC_OBJECTS_H
#define VERIFY_EXEC_OBJECTS_H

#include <stdbool.h>
#include <stdint.h>

enum object_kind { OBJECT_ATOMIC, OBJECT_MUTEX, OBJECT_COND };

struct object {
	const void *address;
	uint32_t execution; /* of its at_init; another one: the slot is free */
	uint32_t number;
	enum object_kind kind;
	bool is_retired;
	uint32_t owner; /* of a mutex: thread + 1, or 0 */
};

void objects_reset(void);
/* Also for an object that is there already: it gets a new number.  NULL: no memory. */
struct object *objects_add(const void *address, enum object_kind kind);
/* NULL: never initialised. */
struct object *objects_find(const void *address);

#endif
