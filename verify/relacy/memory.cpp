// SPDX-License-Identifier: MIT
/*
 * memory.cpp - mc.h: memory of the model, in the executor's arena, and plain accesses to
 * it, which the compiler's -fsanitize=thread reports (verify/loom/hooks.c).
 *
 * Each byte has relacy's clocks of its reads and writes, so that neighbours do not race.
 * Freed blocks are kept to the end of the execution.
 */
#include "verify/relacy/relacy.h"

#include <sys/mman.h>

extern "C" {
#include "verify/exec/engine/arena.h"
void relacy_plain(uintptr_t address, size_t bytes, bool is_write, uintptr_t pc);
}

#define SHADOW_BYTES ((size_t)1 << 20) /* of the arena; no model comes near it */

struct shadow {
	uint64_t execution; /* another one: as new */
	struct log_access write;
	struct log_access read;
	relacy_clock clock;
};

static struct shadow *shadows;

void memory_init()
{
	size_t bytes = SHADOW_BYTES * sizeof(*shadows);
	void *room = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	int error = arena_init();

	if (error || room == MAP_FAILED) {
		fprintf(stderr, "relacy: there is no room for a model's memory: %s\n",
			strerror(error ? -error : ENOMEM));
		exit(EXIT_FAILURE);
	}
	shadows = static_cast<struct shadow *>(room);
}

void memory_reset()
{
	arena_reset();
}

static struct shadow *shadow_of(const char *address)
{
	return &shadows[arena_offset(address)];
}

static bool is_touched(const struct shadow *shadow)
{
	return shadow->execution == relacy_search.result->executions;
}

static void access_byte(const char *address, const struct log_access *access)
{
	struct shadow *shadow = shadow_of(address);
	bool is_ordered;

	if (!is_touched(shadow)) {
		new (shadow) struct shadow();
		shadow->execution = relacy_search.result->executions;
	}
	is_ordered = access->is_write ? shadow->clock.store(relacy_self()) :
					shadow->clock.load(relacy_self());
	if (!is_ordered)
		log_fail_access("data race: nothing orders the two accesses", access,
				shadow->write.address ? &shadow->write : &shadow->read);
	(access->is_write ? shadow->write : shadow->read) = *access;
}

extern "C" void relacy_plain(uintptr_t address, size_t bytes, bool is_write, uintptr_t pc)
{
	const char *start = reinterpret_cast<const char *>(address);
	struct log_access access = { start, pc, 0, is_write };
	const struct arena_block *block;

	if (!relacy_search.is_running || !arena_has(start))
		return;
	access.thread = relacy_thread();
	block = arena_block_of(start);
	if (!block)
		log_fail_access("misuse: an access outside all blocks", &access, NULL);
	if (block->freed)
		log_fail_access("use after free", &access, NULL);
	for (size_t i = 0; i < bytes; i++)
		access_byte(start + i, &access);
}

extern "C" void *mc_alloc(size_t bytes, size_t align, const struct mc_site *site)
{
	void *start = arena_alloc(bytes, align, relacy_thread(), site);

	if (!start || arena_offset(start) + bytes > SHADOW_BYTES)
		log_fail("too much memory for this engine");
	relacy_record(site, start, LOG_BYTES, bytes);
	return start;
}

extern "C" void mc_free(void *pointer, size_t bytes, const struct mc_site *site)
{
	char *start = static_cast<char *>(pointer);
	struct arena_block *block = arena_has(start) ? arena_block_of(start) : NULL;
	const struct log_access access = { start, 0, relacy_thread(), true };

	if (!pointer)
		return;
	relacy_announce(site, pointer);
	if (!block || block->start != start || block->bytes != bytes)
		log_fail("misuse: no block of this size begins here");
	if (block->freed)
		log_fail("misuse: freed twice");
	for (size_t i = 0; i < bytes; i++)
		if (is_touched(shadow_of(start + i)))
			access_byte(start + i, &access);
	objects_retire_in(start, bytes, site);
	arena_free(block, access.thread, site);
	relacy_record(site, pointer, LOG_BYTES, bytes);
}

void memory_check_leaks()
{
	size_t count;
	size_t bytes;
	const struct arena_block *block = arena_first_live(&count, &bytes);
	char verdict[256];

	if (!block)
		return;
	snprintf(verdict, sizeof(verdict), "leak: %zu bytes allocated at %s:%d", block->bytes,
		 block->allocated->file, block->allocated->line);
	log_fail(verdict);
}
