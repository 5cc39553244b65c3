/* SPDX-License-Identifier: MIT */
/*
 * slab.c - the slab allocator on its own: caches of two threads and the depot.
 *
 * Every other model takes its tasks straight from the engine, so that reuse hides
 * nothing; here the slab is what is checked.  A block is written by its owner, so
 * one that two threads own is a data race.
 */
#define SLAB_FORCE 1
#undef SLAB_PLAIN
#define SLAB_PLAIN 0

#include "verify/model.h"

#define CHUNKS 4

/* The slab never gives memory back; the model does, at the end. */
struct chunks {
	void *start[CHUNKS];
	at_u32 count;
};

static struct chunks *chunks; /* set by each body before its threads */

static void *slab_memory(size_t bytes, size_t align, bool is_chunk, const struct mc_site *site)
{
	void *start = mc_alloc(bytes, align, site);
	uint32_t index;

	if (!is_chunk)
		return start;
	index = at_fetch_add_relaxed(&chunks->count, 1);
	model_check(index < CHUNKS, "few chunks are enough");
	chunks->start[index] = start;
	return start;
}

#undef os_alloc
#define os_alloc(bytes, align) \
	slab_memory(bytes, align, (bytes) == CHUNK_BYTES, GATE_SITE("os_alloc"))

#include "sched/slab.c"

#define BLOCK  48
#define BLOCKS 3 /* more than a list holds: the depot is asked each time */

struct world {
	struct os_thread threads[2];
	uint64_t *passed; /* from the body to a thread that frees it */
};

static struct world *world_create(void)
{
	chunks = (struct chunks *)model_alloc(sizeof(*chunks));
	at_init(&chunks->count, 0);
	depot_init();
	return (struct world *)model_alloc(sizeof(struct world));
}

/* The body ends as a thread would. */
static void world_destroy(struct world *world)
{
	struct slab_cache *cache = (struct slab_cache *)os_cache();

	if (cache) {
		mc_slot_set(MC_SLOT_CACHE, NULL);
		cache_exit(cache);
	}
	for (uint32_t i = 0; i < SLAB_CLASSES; i++)
		os_mutex_fini(&depot[i].mutex);
	for (uint32_t i = at_load_relaxed(&chunks->count); i-- > 0;)
		model_free(chunks->start[i], CHUNK_BYTES);
	at_fini(&chunks->count);
	model_free(chunks, sizeof(*chunks));
	model_free(world, sizeof(*world));
}

static void use_blocks(void)
{
	uint64_t *blocks[BLOCKS];

	for (uint64_t i = 0; i < BLOCKS; i++) {
		blocks[i] = (uint64_t *)slab_alloc(BLOCK, 16);
		*blocks[i] = i;
	}
	for (uint64_t i = 0; i < BLOCKS; i++) {
		model_check(*blocks[i] == i, "a block keeps what is written to it");
		slab_free(blocks[i], BLOCK, 16);
	}
}

static void use_main(void *opaque)
{
	(void)opaque;
	use_blocks();
}

static void two_threads(void)
{
	struct world *world = world_create();

	model_start(&world->threads[0], use_main, world);
	use_blocks();
	model_join(&world->threads[0]);
	world_destroy(world);
}
MODEL(two_threads, .checks = "two caches over one depot share no block", .threads = 2, .bound = 3)

static void free_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	slab_free(world->passed, BLOCK, 16);
	use_blocks();
}

static void free_elsewhere(void)
{
	struct world *world = world_create();

	world->passed = (uint64_t *)slab_alloc(BLOCK, 16);
	*world->passed = 7;
	model_start(&world->threads[0], free_main, world);
	use_blocks();
	model_join(&world->threads[0]);
	use_blocks();
	world_destroy(world);
}
MODEL(free_elsewhere, .checks = "a block freed and used again by another thread", .threads = 2,
      .bound = 3)

/* A thread that ends gives its blocks to the depot, from where the next has them. */
static void inherit_from_ended_thread(void)
{
	struct world *world = world_create();

	model_start(&world->threads[0], use_main, world);
	model_start(&world->threads[1], use_main, world);
	model_join(&world->threads[0]);
	use_blocks();
	model_join(&world->threads[1]);
	world_destroy(world);
}
MODEL(inherit_from_ended_thread, .checks = "blocks of ended threads are used again", .threads = 3,
      .bound = 2)
