/* SPDX-License-Identifier: MIT */
/*
 * delays_os.c - a pause before what blocks, wakes, starts, allocates: the linker puts
 * these in place of sched/os.h's functions (--wrap), so os.c is the one that is timed.
 * Mutexes and condition variables are made of at_* and pause there.
 */
#include "sched/os.h"

/* The linker's names; declared, because nothing else does. */
bool __real_os_wait(at_u32 *word, uint32_t expected, uint64_t timeout_ns);
bool __wrap_os_wait(at_u32 *word, uint32_t expected, uint64_t timeout_ns);
void __real_os_wake(at_u32 *word, uint32_t count);
void __wrap_os_wake(at_u32 *word, uint32_t count);
int __real_os_thread_start(struct os_thread *thread, const char *name, void (*run)(void *arg),
			   void *arg);
int __wrap_os_thread_start(struct os_thread *thread, const char *name, void (*run)(void *arg),
			   void *arg);
void __real_os_thread_join(struct os_thread *thread);
void __wrap_os_thread_join(struct os_thread *thread);
void *__real_os_alloc(size_t bytes, size_t align);
void *__wrap_os_alloc(size_t bytes, size_t align);
void __real_os_free(void *pointer, size_t bytes);
void __wrap_os_free(void *pointer, size_t bytes);

bool __wrap_os_wait(at_u32 *word, uint32_t expected, uint64_t timeout_ns)
{
	AT_PAUSE();
	return __real_os_wait(word, expected, timeout_ns);
}

void __wrap_os_wake(at_u32 *word, uint32_t count)
{
	AT_PAUSE();
	__real_os_wake(word, count);
}

int __wrap_os_thread_start(struct os_thread *thread, const char *name, void (*run)(void *arg),
			   void *arg)
{
	AT_PAUSE();
	return __real_os_thread_start(thread, name, run, arg);
}

void __wrap_os_thread_join(struct os_thread *thread)
{
	AT_PAUSE();
	__real_os_thread_join(thread);
}

void *__wrap_os_alloc(size_t bytes, size_t align)
{
	AT_PAUSE();
	return __real_os_alloc(bytes, align);
}

void __wrap_os_free(void *pointer, size_t bytes)
{
	AT_PAUSE();
	__real_os_free(pointer, bytes);
}
