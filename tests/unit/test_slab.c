/* SPDX-License-Identifier: MIT */
/* Description: the slab: classes, alignment, reuse, batches traded between threads */
#include "sched/slab.h"
#include "tests/support/support.h"

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

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(classes_fit_size_and_alignment),
		cmocka_unit_test(blocks_of_every_class),
		cmocka_unit_test(the_last_freed_is_the_next_served),
		cmocka_unit_test(freed_by_another_thread),
		cmocka_unit_test(a_dead_threads_cache_returns),
		cmocka_unit_test(threads_swap_blocks),
	};

	return cmocka_run_group_tests_name("slab", tests, NULL, NULL);
}
