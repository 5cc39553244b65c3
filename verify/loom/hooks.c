/* SPDX-License-Identifier: MIT */
/*
 * hooks.c - what the compiler's -fsanitize=thread calls, answered for loom.
 *
 * Only the accesses; there is no ThreadSanitizer run time.  Compiled without the
 * flag.  The place is the return address, which addr2line turns into a line.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "verify/loom/plain.h"

extern void loom_plain(uintptr_t address, size_t bytes, bool is_write, uintptr_t pc);

#define HERE ((uintptr_t)__builtin_return_address(0))

#define HOOK(name, bytes, is_write) \
	void name(void *pointer); \
	void name(void *pointer) \
	{ \
		loom_plain((uintptr_t)pointer, bytes, is_write, HERE); \
	}

#define HOOKS(bytes) \
	HOOK(__tsan_read##bytes, bytes, false) \
	HOOK(__tsan_write##bytes, bytes, true) \
	HOOK(__tsan_unaligned_read##bytes, bytes, false) \
	HOOK(__tsan_unaligned_write##bytes, bytes, true)

HOOKS(1)
HOOKS(2)
HOOKS(4)
HOOKS(8)
HOOKS(16)

#define HOOK_RANGE(name, is_write) \
	void name(void *pointer, size_t bytes); \
	void name(void *pointer, size_t bytes) \
	{ \
		loom_plain((uintptr_t)pointer, bytes, is_write, HERE); \
	}

HOOK_RANGE(__tsan_read_range, false)
HOOK_RANGE(__tsan_write_range, true)

void __tsan_init(void);
void __tsan_func_entry(void *caller);
void __tsan_func_exit(void);

void __tsan_init(void)
{
}

void __tsan_func_entry(void *caller)
{
	(void)caller;
}

void __tsan_func_exit(void)
{
}

/* Calls into libc carry no hooks. */

void *plain_memcpy(void *to, const void *from, size_t bytes)
{
	loom_plain((uintptr_t)from, bytes, false, HERE);
	loom_plain((uintptr_t)to, bytes, true, HERE);
	return __builtin_memcpy(to, from, bytes);
}

void *plain_memset(void *to, int value, size_t bytes)
{
	loom_plain((uintptr_t)to, bytes, true, HERE);
	return __builtin_memset(to, value, bytes);
}
