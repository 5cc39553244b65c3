/* SPDX-License-Identifier: MIT */
/*
 * Description: the slab's lists and depot, block by block, and where memory runs out
 *
 * slab.c is inside the test, so that the depot can be looked at; what it asks of the system
 * is counted, and refused where the test says so.  Each test has a class of its own, as the
 * depot never forgets.
 */
#include "tests/support/support.h"

#include "sched/slab.h"

static uint32_t chunks; /* asked for */
static uint32_t caches;
static bool is_scarce; /* nothing more is served */
static void *freed;
static size_t asked_bytes;
static size_t asked_align;

static void *counted_alloc(size_t bytes, size_t align);

static void counted_free(void *pointer, size_t bytes)
{
	freed = pointer;
	os_free(pointer, bytes);
}

#define os_alloc counted_alloc
#define os_free	 counted_free
#include "sched/slab.c"
#undef os_alloc
#undef os_free

static void *counted_alloc(size_t bytes, size_t align)
{
	void *memory = is_scarce ? NULL : os_alloc(bytes, align);

	asked_bytes = bytes;
	asked_align = align;
	chunks += bytes == CHUNK_BYTES;
	caches += bytes == sizeof(struct slab_cache);
	return memory ? memset(memory, 0xa5, bytes) : NULL; /* never zero by chance */
}

static struct slab_class *class_at(uint32_t index)
{
	return &((struct slab_cache *)os_cache())->classes[index];
}

static uint32_t length_of(const struct slab_block *block)
{
	uint32_t length = 0;

	for (; block; block = block->next)
		length++;
	return length;
}

static uint32_t full_lists_at(uint32_t index)
{
	uint32_t lists = 0;

	for (struct slab_block *list = depot[index].lists; list; list = list->next_list) {
		assert_int_equal(length_of(list), SLAB_BATCH);
		lists++;
	}
	return lists;
}

static void expect_lists(uint32_t index, uint32_t loaded, uint32_t spare, uint32_t full)
{
	struct slab_class *class_ = class_at(index);

	assert_int_equal(class_->loaded.count, loaded);
	assert_int_equal(length_of(class_->loaded.first), loaded);
	assert_int_equal(class_->spare.count, spare);
	assert_int_equal(length_of(class_->spare.first), spare);
	assert_int_equal(full_lists_at(index), full);
}

/* A chunk is cut from its front, a batch at a time, down to the last block. */
static void cut_whole(uint32_t index)
{
	size_t bytes = (size_t)SLAB_SMALLEST << index;
	uint32_t in_chunk = (uint32_t)(CHUNK_BYTES / bytes);
	uint32_t batch = in_chunk < SLAB_BATCH ? in_chunk : SLAB_BATCH;
	static char *blocks[CHUNK_BYTES / SLAB_SMALLEST + 1];
	char *chunk;

	chunks = 0;
	for (uint32_t i = 0; i < in_chunk; i++) {
		blocks[i] = (char *)slab_alloc(bytes, 16);
		chunk = depot[index].fresh + depot[index].fresh_bytes - CHUNK_BYTES;
		/* The last one cut is the first one served. */
		assert_ptr_equal(blocks[i],
				 chunk + (i / batch * batch + batch - 1 - i % batch) * bytes);
		assert_int_equal(class_at(index)->loaded.count, batch - 1 - i % batch);
		assert_int_equal(chunks, 1);
	}
	assert_int_equal(depot[index].fresh_bytes, 0);
	blocks[in_chunk] = (char *)slab_alloc(bytes, 16);
	assert_int_equal(chunks, 2);
	for (uint32_t i = 0; i <= in_chunk; i++)
		slab_free(blocks[i], bytes, 16);
}

static void a_chunk_is_cut_to_its_last_block(void **unused)
{
	(void)unused;
	cut_whole(2);
	cut_whole(7);
}

#define HELD (4 * SLAB_BATCH + 1)

/* Freed: loaded fills, moves to spare, and a full spare goes to the depot.  Allocated: spare
 * first, then the depot, then fresh memory. */
static void lists_are_traded_whole(void **unused)
{
	static void *blocks[HELD];

	(void)unused;
	chunks = 0;
	for (uint32_t i = 0; i < HELD; i++)
		blocks[i] = slab_alloc(16, 16);
	expect_lists(0, SLAB_BATCH - 1, 0, 0);
	slab_free(blocks[0], 16, 16);
	expect_lists(0, SLAB_BATCH, 0, 0);
	slab_free(blocks[1], 16, 16);
	expect_lists(0, 1, SLAB_BATCH, 0);
	for (uint32_t i = 2; i <= SLAB_BATCH; i++)
		slab_free(blocks[i], 16, 16);
	expect_lists(0, SLAB_BATCH, SLAB_BATCH, 0);
	slab_free(blocks[SLAB_BATCH + 1], 16, 16);
	expect_lists(0, 1, SLAB_BATCH, 1);
	assert_ptr_equal(slab_alloc(16, 16), blocks[SLAB_BATCH + 1]);
	expect_lists(0, 0, SLAB_BATCH, 1);
	assert_ptr_equal(slab_alloc(16, 16), blocks[SLAB_BATCH]);
	expect_lists(0, SLAB_BATCH - 1, 0, 1);
	for (uint32_t i = 0; i < SLAB_BATCH; i++)
		assert_non_null(slab_alloc(16, 16));
	expect_lists(0, SLAB_BATCH - 1, 0, 0);
	assert_int_equal(chunks, 1);
}

/* --------------------------------------------------- the end of a thread -- */

static void *given[2 * SLAB_BATCH + 2];

/* Frees into a cache of its own. */
static void free_given_main(void *opaque)
{
	uint32_t count = *(uint32_t *)opaque;

	for (uint32_t i = 0; i < count; i++)
		slab_free(given[i], 32, 32);
}

static void end_a_thread_with(uint32_t count)
{
	struct os_thread thread;

	for (uint32_t i = 0; i < count; i++)
		given[i] = slab_alloc(32, 32);
	assert_int_equal(os_thread_start(&thread, "free", free_given_main, &count), 0);
	os_thread_join(&thread);
}

static void expect_depot(uint32_t full, uint32_t partial)
{
	assert_int_equal(full_lists_at(1), full);
	assert_int_equal(depot[1].partial.count, partial);
	assert_int_equal(length_of(depot[1].partial.first), partial);
}

/* Blocks that make no whole list wait for the next thread's. */
static void a_dead_threads_blocks_are_put_together(void **unused)
{
	(void)unused;
	end_a_thread_with(1);
	expect_depot(0, 1);
	end_a_thread_with(SLAB_BATCH - 1);
	expect_depot(1, 0);
	end_a_thread_with(SLAB_BATCH + 1); /* of these, one is in the loaded list */
	expect_depot(1, 1);		   /* and a list of the depot was loaded for them */
}

/* ------------------------------------------------------------- no memory -- */

static void nothing_is_served_without_memory(void **unused)
{
	void *block;

	(void)unused;
	is_scarce = true;
	assert_null(slab_alloc(64 + 64 + 1, 16)); /* class 4: there is a cache, but no chunk */
	assert_int_equal(depot[4].fresh_bytes, 0);
	assert_int_equal(class_at(4)->loaded.count, 0);
	is_scarce = false;
	block = slab_alloc(256, 16);
	assert_non_null(block);
	expect_lists(4, SLAB_BATCH - 1, 0, 0);
	slab_free(block, 256, 16);
}

static void *kept;
static bool was_refused;

/* Neither its first block nor a cache for the block that it frees. */
static void without_cache_main(void *unused)
{
	(void)unused;
	was_refused = slab_alloc(512, 16) == NULL && os_cache() == NULL;
	slab_free(kept, 512, 16);
}

static void a_thread_without_cache_gives_to_the_depot(void **unused)
{
	struct os_thread thread;

	(void)unused;
	kept = slab_alloc(512, 16);
	is_scarce = true;
	assert_int_equal(os_thread_start(&thread, "poor", without_cache_main, NULL), 0);
	os_thread_join(&thread);
	is_scarce = false;
	assert_true(was_refused);
	assert_int_equal(depot[5].partial.count, 1);
	assert_ptr_equal(depot[5].partial.first, kept);
	assert_null(depot[5].partial.first->next);
}

/* Too large, or aligned to more than a line: the system's, with just that. */
static void what_no_class_serves_is_the_systems(void **unused)
{
	void *block = slab_alloc(SLAB_LARGEST + 1, 64);

	(void)unused;
	assert_int_equal(asked_bytes, SLAB_LARGEST + 1);
	assert_int_equal(asked_align, 64);
	slab_free(block, SLAB_LARGEST + 1, 64);
	assert_ptr_equal(freed, block);
	block = slab_alloc(100, 2 * SCHED_LINE);
	assert_int_equal(asked_align, 2 * SCHED_LINE);
	freed = NULL;
	slab_free(block, 100, 2 * SCHED_LINE);
	assert_ptr_equal(freed, block);
	assert_int_equal(asked_bytes, 100);
	block = slab_alloc(SLAB_LARGEST, SCHED_LINE);
	freed = NULL;
	slab_free(block, SLAB_LARGEST, SCHED_LINE);
	assert_null(freed);
}

/* One cache a thread, aligned so that no two share a line. */
static void a_thread_has_one_cache(void **unused)
{
	void *first = os_cache();
	void *block;

	(void)unused;
	caches = 0;
	os_set_cache(NULL, cache_exit); /* as on a new thread */
	block = slab_alloc(1024, 16);
	assert_int_equal(caches, 1);
	assert_int_equal((uintptr_t)os_cache() % SCHED_LINE, 0);
	for (uint32_t i = 0; i < SLAB_ALL_CLASSES; i++)
		if (i != 6)
			expect_lists(i, 0, 0, full_lists_at(i));
	expect_lists(6, SLAB_BATCH - 1, 0, 0);
	slab_free(block, 1024, 16);
	assert_int_equal(caches, 1);
	block = os_cache();
	cache_exit(block);
	assert_ptr_equal(freed, block);
	os_set_cache(first, cache_exit);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_chunk_is_cut_to_its_last_block),
		cmocka_unit_test(lists_are_traded_whole),
		cmocka_unit_test(a_dead_threads_blocks_are_put_together),
		cmocka_unit_test(nothing_is_served_without_memory),
		cmocka_unit_test(a_thread_without_cache_gives_to_the_depot),
		cmocka_unit_test(what_no_class_serves_is_the_systems),
		cmocka_unit_test(a_thread_has_one_cache),
	};

	return cmocka_run_group_tests_name("slab structures", tests, NULL, NULL);
}
