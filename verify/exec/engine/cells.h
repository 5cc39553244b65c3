/* SPDX-License-Identifier: MIT */
/*
 * cells.h - which atomic cells, mutexes and condition variables live, by address.
 *
 * The number of a cell is that of its at_init in this execution: unlike its address
 * it is the same with every compiler, so the trace speaks in numbers.  A table of
 * addresses, open addressing; an execution only ever adds to it.
 */
#ifndef VERIFY_EXEC_CELLS_H
#define VERIFY_EXEC_CELLS_H

#include <stdbool.h>
#include <stdint.h>

enum cell_kind { CELL_ATOMIC, CELL_MUTEX, CELL_COND };

struct cell {
	const void *address;
	uint32_t execution; /* of its at_init; another one: the slot is free */
	uint32_t number;
	enum cell_kind kind;
	bool is_retired;
	uint32_t owner; /* of a mutex: thread + 1, or 0 */
};

void cells_reset(void);
/* Also for a cell that is there already: it gets a new number.  NULL: no memory. */
struct cell *cells_add(const void *address, enum cell_kind kind);
/* NULL: never initialised. */
struct cell *cells_find(const void *address);

#endif
