/* SPDX-License-Identifier: MIT */
/* memory.c - the rest of mc.h: memory, the clock, seeds, checks. */
#include <stdio.h>

#include "verify/exec/engine/arena.h"
#include "verify/exec/engine/core.h"
#include "verify/exec/engine/draw.h"

enum memory_salt { SALT_ALLOC = 0x40, SALT_SEED };

static bool alloc_fails(void)
{
	const struct exec_faults *faults = engine.options->faults;
	uint64_t nth = ++engine.allocations;

	return nth == faults->alloc_nth ||
	       (faults->alloc_per_million &&
		draw_hits(draw_for(engine.options->seed, engine.current,
				   engine.waiters[engine.current].steps, SALT_ALLOC),
			  faults->alloc_per_million));
}

void *mc_alloc(size_t bytes, size_t align, const struct mc_site *site)
{
	void *pointer;

	if (alloc_fails()) {
		engine_trace(EXEC_ALLOC, site, 0, 0, bytes, OUTCOME_FAILED);
		return NULL;
	}
	pointer = arena_alloc(bytes, align, engine.current, site);
	if (!pointer)
		engine_fail(EXEC_LIMIT, site,
			    "the arena of %zu MiB is used up; give the program less to do",
			    ARENA_BYTES >> 20);
	engine_trace(EXEC_ALLOC, site, 0, arena_offset(pointer), bytes, OUTCOME_NONE);
	return pointer;
}

void mc_free(void *pointer, size_t bytes, const struct mc_site *site)
{
	struct arena_block *block;

	if (!pointer)
		return;
	block = arena_has(pointer) ? arena_block_of(pointer) : NULL;
	if (!block || block->start != pointer)
		engine_fail(EXEC_BAD_FREE, site, "frees what is no block");
	else if (block->freed)
		engine_fail(EXEC_BAD_FREE, site, "frees a block of %zu bytes again, after %s:%d",
			    block->bytes, block->freed->file, block->freed->line);
	else if (block->bytes != bytes)
		engine_fail(EXEC_BAD_FREE, site, "frees a block of %zu bytes as %zu", block->bytes,
			    bytes);
	engine_trace(EXEC_FREE, site, 0, arena_offset(pointer), bytes, OUTCOME_NONE);
	arena_free(block, engine.current, site);
}

/* A look at the clock takes as long as anything else, but is no step. */
uint64_t mc_now(void)
{
	return engine.clock_ns += COST_UNIT_NS;
}

uint64_t mc_random_seed(void)
{
	return draw_for(engine.options->seed, 0, engine.seeds++, SALT_SEED);
}

void mc_check(bool condition, const char *text, const struct mc_site *site)
{
	if (!condition)
		engine_fail(EXEC_CHECK, site, "%s", text);
}
