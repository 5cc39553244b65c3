/* SPDX-License-Identifier: MIT */
/*
 * arena.h - the memory of a model: the same addresses in every run.
 *
 * One region at a fixed base, handed out upwards and never twice in an execution:
 * freed blocks are quarantined to its end.  Between blocks lies room that belongs to
 * nobody.  New memory and freed memory have patterns of their own, so a field that
 * was never written or is read after the free is seen; what was written after the
 * free is found at the end.  Under AddressSanitizer plain accesses are checked, too.
 *
 * Weakness: without it, a plain read of freed memory shows only by what it leads to.
 */
#ifndef VERIFY_EXEC_ARENA_H
#define VERIFY_EXEC_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "verify/mc.h"

struct arena_block {
	char *start;
	size_t bytes;
	const struct mc_site *allocated;
	const struct mc_site *freed; /* NULL: live */
	uint32_t allocated_by;	     /* threads */
	uint32_t freed_by;
};

#define ARENA_BYTES ((size_t)256 << 20)

/* 0 or a negative errno: -EBUSY, the addresses are taken. */
int arena_init(void);
/* Forget all blocks. */
void arena_reset(void);
/* NULL: the arena is used up. */
void *arena_alloc(size_t bytes, size_t align, uint32_t thread, const struct mc_site *site);
/* The block that is live and starts here becomes a freed one. */
void arena_free(struct arena_block *block, uint32_t thread, const struct mc_site *site);

bool arena_has(const void *address);
/* The block the address lies in, live or freed; NULL: between blocks. */
struct arena_block *arena_block_of(const void *address);
/* A number for the trace that does not depend on the base. */
size_t arena_offset(const void *address);
/* The first block that is still live, and how many are. */
const struct arena_block *arena_first_live(size_t *blocks, size_t *bytes);
/* A freed block that was written to; *at is where. */
const struct arena_block *arena_first_scribbled(size_t *at);

#endif
