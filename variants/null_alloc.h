/* SPDX-License-Identifier: MIT */
/*
 * null_alloc.h - memory of the null variant: free lists by size, no thread but
 * one.  Freed memory is kept until a runtime ends.  Included by null.c only.
 */
#ifndef VARIANTS_NULL_ALLOC_H
#define VARIANTS_NULL_ALLOC_H

#include "sched/os.h"
#include "sched/sched.h"

#if defined(__SANITIZE_ADDRESS__)
#define KEEP_FREED false /* all memory from libc, so that misuse is seen */
#define ALLOC_NAME "libc"
#else
#define KEEP_FREED true
#define ALLOC_NAME "slab"
#endif
#define CLASSES 33u /* multiples of 64 bytes, up to 2 KiB */

struct free_block {
	struct free_block *next;
};

static struct free_block *free_lists[CLASSES];

static size_t class_of(size_t bytes)
{
	return bytes ? (bytes + 63) / 64 : 1;
}

void *sched_alloc(size_t bytes)
{
	size_t class_index = class_of(bytes);
	struct free_block *block;

	if (class_index >= CLASSES || !free_lists[class_index])
		return os_alloc(class_index * 64, 16);
	block = free_lists[class_index];
	free_lists[class_index] = block->next;
	return block;
}

void sched_free(void *pointer, size_t bytes)
{
	size_t class_index = class_of(bytes);
	struct free_block *block = (struct free_block *)pointer;

	if (class_index >= CLASSES || !KEEP_FREED) {
		os_free(pointer, class_index * 64);
		return;
	}
	block->next = free_lists[class_index];
	free_lists[class_index] = block;
}

static void free_lists_trim(void)
{
	for (size_t i = 0; i < CLASSES; i++) {
		while (free_lists[i]) {
			struct free_block *block = free_lists[i];

			free_lists[i] = block->next;
			os_free(block, i * 64);
		}
	}
}

#endif
