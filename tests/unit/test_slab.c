/* SPDX-License-Identifier: MIT */
/* Description: the slab: classes, alignment, reuse, batches traded between threads, no block lost */
#include "tests/unit/slab_walk.h"

/* After each test. */
static int all_is_free(void **unused)
{
	(void)unused;
	expect_all_free();
	return 0;
}

static void classes_fit_size_and_alignment(void **unused)
{
	(void)unused;
	assert_int_equal(SLAB_PLAIN, 0); /* this test compiles the slab with SLAB_FORCE */
	for (size_t align = 1; align <= 256; align *= 2) {
		for (size_t bytes = 0; bytes <= SLAB_LARGEST + 2; bytes++) {
			size_t need = bytes > align ? bytes : align;
			uint32_t index;

			if (!slab_serves(bytes, align)) {
				assert_true(bytes > SLAB_LARGEST || align > SCHED_LINE);
				continue;
			}
			index = slab_class_of(bytes, align);
			assert_true(index < SLAB_CLASSES);
			assert_true((size_t)SLAB_SMALLEST << index >= need);
			assert_true(index == 0 || (size_t)SLAB_SMALLEST << (index - 1) < need);
		}
	}
}

/* Cut from fresh memory: one batch, of which one block is served. */
static void a_fresh_list_is_one_batch(void **unused)
{
	const struct slab_cache *cache;
	uint32_t index = slab_class_of(64, 16);
	void *block;

	(void)unused;
	assert_null(depot[index].lists);
	assert_int_equal(depot[index].fresh_bytes, 0);
	block = slab_alloc(64, 16);
	cache = (const struct slab_cache *)os_cache();
	assert_int_equal(cache->classes[index].loaded.count, SLAB_BATCH - 1);
	assert_int_equal(depot[index].fresh_bytes, CHUNK_BYTES - SLAB_BATCH * 64);
	slab_free(block, 64, 16);
}

static void blocks_of_every_class(void **unused)
{
	enum { BLOCKS = 3 * SLAB_BATCH + 1 };
	static unsigned char *blocks[BLOCKS];

	(void)unused;
	for (size_t bytes = 1; bytes <= 2 * SLAB_LARGEST; bytes = bytes * 2 + 1) {
		for (size_t align = 16; align <= 128; align *= 2) {
			for (int i = 0; i < BLOCKS; i++) {
				blocks[i] = slab_alloc(bytes, align);
				assert_non_null(blocks[i]);
				assert_int_equal((uintptr_t)blocks[i] % align, 0);
				memset(blocks[i], i, bytes);
			}
			for (int i = 0; i < BLOCKS; i++) { /* no two overlap */
				assert_int_equal(blocks[i][0], (unsigned char)i);
				assert_int_equal(blocks[i][bytes - 1], (unsigned char)i);
				slab_free(blocks[i], bytes, align);
			}
		}
	}
}

static void the_last_freed_is_the_next_served(void **unused)
{
	void *block = slab_alloc(100, 16);

	(void)unused;
	slab_free(block, 100, 16);
	assert_ptr_equal(slab_alloc(128, 128), block); /* the same class */
	slab_free(block, 128, 128);
}

/* ---------------------------------------------------------------- packed -- */

static void packed_classes_are_multiples_of_16(void **unused)
{
	(void)unused;
	for (size_t bytes = 1; bytes <= SLAB_PACKED_LARGEST; bytes++) {
		uint32_t index = slab_packed_class_of(bytes);

		assert_in_range(index, SLAB_CLASSES, SLAB_ALL_CLASSES - 1);
		assert_int_equal(block_bytes(index), (bytes + 15) / 16 * 16);
	}
	assert_false(slab_packed_serves(0, 16));
	assert_false(slab_packed_serves(SLAB_PACKED_LARGEST + 1, 16));
	assert_false(slab_packed_serves(16, 2 * SCHED_LINE));
	assert_int_equal(slab_packed_bytes(112, 16), 112);
	assert_int_equal(slab_packed_bytes(112, 64), 128);
	assert_int_equal(slab_packed_bytes(129, 128), 256);
}

/* More than two lists; blocks of 112 bytes lie side by side. */
static void packed_blocks_of_every_alignment(void **unused)
{
	enum { BLOCKS = 2 * SLAB_BATCH + 1, BYTES = 112 };
	unsigned char *blocks[BLOCKS];

	(void)unused;
	for (size_t align = 16; align <= 128; align *= 2) {
		size_t taken = slab_packed_bytes(BYTES, align);

		for (int i = 0; i < BLOCKS; i++) {
			blocks[i] = slab_packed_alloc_inline(BYTES, align);
			assert_non_null(blocks[i]);
			assert_int_equal((uintptr_t)blocks[i] % align, 0);
			memset(blocks[i], i, BYTES);
		}
		assert_int_equal((blocks[0] - blocks[1]) % (ptrdiff_t)taken, 0);
		for (int i = 0; i < BLOCKS; i++) { /* no two overlap */
			assert_int_equal(blocks[i][0], (unsigned char)i);
			assert_int_equal(blocks[i][BYTES - 1], (unsigned char)i);
			slab_packed_free_inline(blocks[i], BYTES, align);
		}
	}
}

static void a_large_packed_block_comes_from_the_system(void **unused)
{
	uint32_t others = walk.others;
	void *block = slab_packed_alloc_inline(SLAB_PACKED_LARGEST + 1, 64);

	(void)unused;
	assert_non_null(block);
	assert_int_equal((uintptr_t)block % 64, 0);
	assert_int_equal(walk.others, others + 1);
	slab_packed_free_inline(block, SLAB_PACKED_LARGEST + 1, 64);
	assert_int_equal(walk.others, others);
}

/* ----------------------------------------------------- between threads -- */

#define PASSED (10 * SLAB_BATCH + 7)

struct passing {
	unsigned char *blocks[PASSED];
	at_u32 wrong;
	size_t bytes;
};

static void free_main(void *opaque)
{
	struct passing *passing = (struct passing *)opaque;

	for (uint32_t i = 0; i < PASSED; i++) {
		if (passing->blocks[i][passing->bytes - 1] != (unsigned char)i)
			at_fetch_add_relaxed(&passing->wrong, 1);
		slab_free(passing->blocks[i], passing->bytes, 16);
	}
}

/* What one thread frees in batches another gets: repeated, memory does not grow. */
static void freed_by_another_thread(void **unused)
{
	static struct passing passing;

	(void)unused;
	at_init(&passing.wrong, 0);
	for (uint32_t round = 0; round < 24; round++) {
		struct os_thread thread;

		passing.bytes = (size_t)SLAB_SMALLEST << (round % SLAB_CLASSES);
		for (uint32_t i = 0; i < PASSED; i++) {
			passing.blocks[i] = slab_alloc(passing.bytes, 16);
			assert_non_null(passing.blocks[i]);
			memset(passing.blocks[i], (int)i, passing.bytes);
		}
		assert_int_equal(os_thread_start(&thread, "free", free_main, &passing), 0);
		os_thread_join(&thread);
	}
	assert_int_equal(word_get(&passing.wrong), 0);
}

/* Blocks freed by a thread that ended are served again. */
static void a_dead_threads_cache_returns(void **unused)
{
	static struct passing passing;
	struct os_thread thread;
	uintptr_t served[PASSED];
	uint32_t again = 0;

	(void)unused;
	at_init(&passing.wrong, 0);
	passing.bytes = 1024;
	for (uint32_t i = 0; i < PASSED; i++) {
		passing.blocks[i] = slab_alloc(passing.bytes, 16);
		memset(passing.blocks[i], (int)i, passing.bytes);
		served[i] = (uintptr_t)passing.blocks[i];
	}
	assert_int_equal(os_thread_start(&thread, "free", free_main, &passing), 0);
	os_thread_join(&thread);
	for (uint32_t i = 0; i < PASSED; i++) {
		passing.blocks[i] = slab_alloc(passing.bytes, 16);
		for (uint32_t k = 0; k < PASSED; k++)
			again += served[k] == (uintptr_t)passing.blocks[i];
	}
	assert_true(again >= PASSED - 2 * SLAB_BATCH); /* less what lay in our own cache */
	for (uint32_t i = 0; i < PASSED; i++)
		slab_free(passing.blocks[i], passing.bytes, 16);
}

/* Two threads allocate and free at once, swapping blocks through a shared table. */
struct swapping {
	struct os_mutex mutex;
	uint64_t *table[32];
	at_u32 wrong;
	uint64_t seed;
};

static void swap_main(void *opaque)
{
	struct swapping *swapping = (struct swapping *)opaque;
	uint64_t random = swapping->seed + os_thread_number();

	for (int i = 0; i < 5000; i++) {
		uint64_t *block = slab_alloc(64, 16);
		uint64_t slot = test_random(&random) % 32;
		uint64_t *other;

		block[0] = (uintptr_t)block; /* a block names itself */
		block[7] = ~block[0];
		os_mutex_lock(&swapping->mutex);
		other = swapping->table[slot];
		swapping->table[slot] = block;
		os_mutex_unlock(&swapping->mutex);
		if (!other)
			continue;
		if (other[0] != (uintptr_t)other || other[7] != ~other[0])
			at_fetch_add_relaxed(&swapping->wrong, 1);
		slab_free(other, 64, 16);
	}
}

static void threads_swap_blocks(void **unused)
{
	struct swapping swapping = { .seed = test_seed() };
	struct os_thread threads[3];

	(void)unused;
	at_init(&swapping.wrong, 0);
	os_mutex_init(&swapping.mutex);
	for (int i = 0; i < 3; i++)
		assert_int_equal(os_thread_start(&threads[i], "swap", swap_main, &swapping), 0);
	for (int i = 0; i < 3; i++)
		os_thread_join(&threads[i]);
	assert_int_equal(word_get(&swapping.wrong), 0);
	for (int i = 0; i < 32; i++)
		if (swapping.table[i])
			slab_free(swapping.table[i], 64, 16);
}

/* -------------------------------------------------------- out of memory -- */

/* Served as long as there are blocks, and again once there is memory. */
static void no_memory_for_a_chunk(void **unused)
{
	enum { MOST = 10000, BYTES = 2048 };
	static void *blocks[MOST];
	uint32_t count = 0;

	(void)unused;
	blocks[count++] = slab_alloc(BYTES, 16);
	walk_set_scarce(true);
	while (count < MOST && (blocks[count] = slab_alloc(BYTES, 16)) != NULL)
		count++;
	assert_true(count < MOST);
	assert_null(slab_alloc(BYTES, 16));
	assert_null(slab_alloc(SLAB_LARGEST + 1, 16));
	walk_set_scarce(false);
	blocks[count++] = slab_alloc(BYTES, 16);
	assert_non_null(blocks[count - 1]);
	while (count > 0)
		slab_free(blocks[--count], BYTES, 16);
}

struct poor {
	void *blocks[PASSED];
	void *served;
};

static void poor_main(void *opaque)
{
	struct poor *poor = (struct poor *)opaque;

	poor->served = slab_alloc(64, 16);
	for (uint32_t i = 0; i < PASSED; i++)
		slab_free(poor->blocks[i], 64, 16);
}

/* A thread without a cache is served nothing, and what it frees is not lost. */
static void no_memory_for_a_cache(void **unused)
{
	static struct poor poor;
	struct os_thread thread;

	(void)unused;
	for (uint32_t i = 0; i < PASSED; i++)
		poor.blocks[i] = slab_alloc(64, 16);
	walk_set_scarce(true);
	assert_int_equal(os_thread_start(&thread, "poor", poor_main, &poor), 0);
	os_thread_join(&thread);
	walk_set_scarce(false);
	assert_null(poor.served);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(classes_fit_size_and_alignment, all_is_free),
		cmocka_unit_test_teardown(a_fresh_list_is_one_batch, all_is_free),
		cmocka_unit_test_teardown(blocks_of_every_class, all_is_free),
		cmocka_unit_test_teardown(the_last_freed_is_the_next_served, all_is_free),
		cmocka_unit_test_teardown(packed_classes_are_multiples_of_16, all_is_free),
		cmocka_unit_test_teardown(packed_blocks_of_every_alignment, all_is_free),
		cmocka_unit_test_teardown(a_large_packed_block_comes_from_the_system, all_is_free),
		cmocka_unit_test_teardown(freed_by_another_thread, all_is_free),
		cmocka_unit_test_teardown(a_dead_threads_cache_returns, all_is_free),
		cmocka_unit_test_teardown(threads_swap_blocks, all_is_free),
		cmocka_unit_test_teardown(no_memory_for_a_chunk, all_is_free),
		cmocka_unit_test_teardown(no_memory_for_a_cache, all_is_free),
	};

	return cmocka_run_group_tests_name("slab", tests, NULL, NULL);
}
