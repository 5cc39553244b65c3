/* SPDX-License-Identifier: MIT */
/*
 * atomics.c - mc.h's atomics: each access is one step, then happens at once.
 *
 * The value lies where a native build would keep it, so an atomic needs no more than its
 * number.  Orders are recorded and have no effect.
 */
#include <string.h>

#include "verify/exec/engine/arena.h"
#include "verify/exec/engine/core.h"
#include "verify/exec/engine/draw.h"

enum atomics_salt { SALT_CAS = 0x30 };

/* ---------------------------------------------------------------- objects -- */

static void check_memory(const void *address, const struct mc_site *site)
{
	const struct arena_block *block = arena_block_of(address);

	if (!block)
		engine_fail(EXEC_USE_AFTER_FREE, site, "access at +0x%zx, outside all blocks",
			    arena_offset(address));
	else if (block->freed)
		engine_fail(EXEC_USE_AFTER_FREE, site,
			    "access to a block of %zu bytes that %s freed at %s:%d", block->bytes,
			    engine.threads[block->freed_by].name, block->freed->file,
			    block->freed->line);
}

struct object *engine_object(const void *address, enum object_kind kind, const struct mc_site *site)
{
	static const char *const kinds[] = { "atomic", "mutex", "condition variable" };
	struct object *object;

	if (arena_has(address))
		check_memory(address, site);
	object = objects_find(address);
	if (!object || object->kind != kind)
		engine_fail(EXEC_MISUSE, site, "%s: no %s was initialised here", site->name,
			    kinds[kind]);
	else if (object->is_retired)
		engine_fail(EXEC_MISUSE, site, "%s: %s #%u is retired already", site->name,
			    kinds[kind], object->number);
	return object;
}

static struct object *add_object(const void *address, enum object_kind kind,
				 const struct mc_site *site)
{
	struct object *object;

	if (arena_has(address))
		check_memory(address, site);
	object = objects_add(address, kind);
	if (!object)
		engine_fail(EXEC_LIMIT, site, "no memory for another object");
	return object;
}

static inline uint64_t peek(const void *atomic, unsigned int width)
{
	uint64_t value = 0;

	if (width == 4)
		return *(const uint32_t *)atomic;
	if (width == 8)
		return *(const uint64_t *)atomic;
	memcpy(&value, atomic, width);
	return value;
}

static inline void poke(void *atomic, unsigned int width, uint64_t value)
{
	if (width == 4)
		*(uint32_t *)atomic = (uint32_t)value;
	else if (width == 8)
		*(uint64_t *)atomic = value;
	else
		memcpy(atomic, &value, width);
}

static inline uint64_t cut_to(unsigned int width, uint64_t value)
{
	return width == 8 ? value : value & (((uint64_t)1 << 8 * width) - 1);
}

/* ----------------------------------------------------------------- mc.h -- */

void mc_init(void *atomic, unsigned int width, uint64_t value, const struct mc_site *site)
{
	struct object *known = add_object(atomic, OBJECT_ATOMIC, site);

	poke(atomic, width, value);
	engine_trace(EXEC_INIT, site, known->number, value, 0, OUTCOME_NONE);
}

void mc_fini(void *atomic, const struct mc_site *site)
{
	struct object *known = engine_object(atomic, OBJECT_ATOMIC, site);

	known->is_retired = true;
	engine_trace(EXEC_FINI, site, known->number, 0, 0, OUTCOME_NONE);
}

uint64_t mc_load(void *atomic, unsigned int width, enum mc_order order, const struct mc_site *site)
{
	struct object *known;
	uint64_t value;

	engine_step(EXEC_LOAD, atomic, site);
	known = engine_object(atomic, OBJECT_ATOMIC, site);
	value = peek(atomic, width);
	engine_trace_ordered(EXEC_LOAD, site, known->number, value, 0, OUTCOME_NONE, order, order);
	return value;
}

uint64_t mc_load_owned(void *atomic, unsigned int width, const struct mc_site *site)
{
	struct object *known = engine_object(atomic, OBJECT_ATOMIC, site);
	uint64_t value = peek(atomic, width);

	engine_trace(EXEC_LOAD_OWNED, site, known->number, value, 0, OUTCOME_NONE);
	return value;
}

void mc_store(void *atomic, unsigned int width, uint64_t value, enum mc_order order,
	      const struct mc_site *site)
{
	struct object *known;

	engine_step(EXEC_STORE, atomic, site);
	known = engine_object(atomic, OBJECT_ATOMIC, site);
	poke(atomic, width, value);
	engine_trace_ordered(EXEC_STORE, site, known->number, value, 0, OUTCOME_NONE, order, order);
}

static uint64_t apply(enum mc_rmw op, uint64_t before, uint64_t operand)
{
	switch (op) {
	case MC_SWAP:
		return operand;
	case MC_ADD:
		return before + operand;
	case MC_SUB:
		return before - operand;
	case MC_AND:
		return before & operand;
	case MC_OR:
		return before | operand;
	case MC_XOR:
		return before ^ operand;
	}
	return before;
}

uint64_t mc_rmw(void *atomic, unsigned int width, enum mc_rmw op, uint64_t operand,
		enum mc_order order, const struct mc_site *site)
{
	struct object *known;
	uint64_t before;
	uint64_t after;

	engine_step(EXEC_RMW, atomic, site);
	known = engine_object(atomic, OBJECT_ATOMIC, site);
	before = peek(atomic, width);
	after = cut_to(width, apply(op, before, operand));
	poke(atomic, width, after);
	engine_trace_ordered(EXEC_RMW, site, known->number, before, after, OUTCOME_NONE, order,
			     order);
	return before;
}

static bool fails_for_no_reason(void)
{
	uint32_t per_million = engine.options->faults->cas_per_million;

	return per_million && draw_hits(draw_for(engine.options->seed, engine.current,
						 engine.waiters[engine.current].steps, SALT_CAS),
					per_million);
}

bool mc_cas(void *atomic, unsigned int width, uint64_t *expected, uint64_t desired,
	    enum mc_order success, enum mc_order failure, bool weak, const struct mc_site *site)
{
	enum exec_outcome outcome = OUTCOME_FAILED;
	struct object *known;
	uint64_t before;

	engine_step(EXEC_CAS, atomic, site);
	known = engine_object(atomic, OBJECT_ATOMIC, site);
	before = peek(atomic, width);
	if (before == *expected)
		outcome = weak && fails_for_no_reason() ? OUTCOME_SPURIOUS : OUTCOME_OK;
	if (outcome == OUTCOME_OK)
		poke(atomic, width, desired);
	engine_trace_ordered(EXEC_CAS, site, known->number, before, desired, outcome, success,
			     failure);
	*expected = before;
	return outcome == OUTCOME_OK;
}

void mc_fence(enum mc_order order, const struct mc_site *site)
{
	engine_step(EXEC_FENCE, NULL, site);
	engine_trace_ordered(EXEC_FENCE, site, 0, 0, 0, OUTCOME_NONE, order, order);
}

void mc_spin(const struct mc_site *site)
{
	engine_spin(site);
	engine_trace(EXEC_SPIN, site, 0, 0, 0, OUTCOME_NONE);
}
