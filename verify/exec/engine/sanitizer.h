/* SPDX-License-Identifier: MIT */
/*
 * sanitizer.h - the sanitizers' own calls, or nothing in a build without them:
 * fibre switches, and memory that must not be touched.
 *
 * Weakness: MemorySanitizer is not known here.
 */
#ifndef VERIFY_EXEC_SANITIZER_H
#define VERIFY_EXEC_SANITIZER_H

#include <stddef.h>

#if defined(__has_feature)
#define SANITIZER_HAS(name) __has_feature(name)
#else
#define SANITIZER_HAS(name) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || SANITIZER_HAS(address_sanitizer)
#define SANITIZER_ADDRESS 1
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#else
#define SANITIZER_ADDRESS 0
#endif

#if defined(__SANITIZE_THREAD__) || SANITIZER_HAS(thread_sanitizer)
#define SANITIZER_THREAD 1
#include <sanitizer/tsan_interface.h>
#else
#define SANITIZER_THREAD 0
#endif

static inline void sanitizer_poison(const void *from, size_t bytes)
{
#if SANITIZER_ADDRESS
	__asan_poison_memory_region(from, bytes);
#else
	(void)from;
	(void)bytes;
#endif
}

static inline void sanitizer_unpoison(const void *from, size_t bytes)
{
#if SANITIZER_ADDRESS
	__asan_unpoison_memory_region(from, bytes);
#else
	(void)from;
	(void)bytes;
#endif
}

static inline void *sanitizer_fibre_current(void)
{
#if SANITIZER_THREAD
	return __tsan_get_current_fiber();
#else
	return NULL;
#endif
}

/* A fibre with no calls on it, in place of one that was left in the middle. */
static inline void *sanitizer_fibre_renew(void *fibre)
{
#if SANITIZER_THREAD
	if (fibre)
		__tsan_destroy_fiber(fibre);
	return __tsan_create_fiber(0);
#else
	return fibre;
#endif
}

/* Just before the jump; fake_stack NULL: the stack that is left is done with. */
static inline void sanitizer_switch(void **fake_stack, const void *stack, size_t bytes, void *fibre)
{
#if SANITIZER_ADDRESS
	__sanitizer_start_switch_fiber(fake_stack, stack, bytes);
#else
	(void)fake_stack;
	(void)stack;
	(void)bytes;
#endif
#if SANITIZER_THREAD
	__tsan_switch_to_fiber(fibre, 0);
#else
	(void)fibre;
#endif
}

/* Just after it, on the new stack; tells where the old one lies. */
static inline void sanitizer_switched(void *fake_stack, const void **stack, size_t *bytes)
{
#if SANITIZER_ADDRESS
	__sanitizer_finish_switch_fiber(fake_stack, stack, bytes);
#else
	(void)fake_stack;
	(void)stack;
	(void)bytes;
#endif
}

#endif
