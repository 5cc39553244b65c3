/* SPDX-License-Identifier: MIT */
/* os.c - the native side of the os.h seam: Linux futexes, POSIX threads, libc. */
#include "sched/os.h"

#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_S    1000000000u
#define MUTEX_SPINS 100 /* as Rust's std */

OS_THREAD_LOCAL void *os_current_slot;
OS_THREAD_LOCAL void *os_cache_slot;
static OS_THREAD_LOCAL uint32_t thread_number;

bool os_wait(at_u32 *word, uint32_t expected, uint64_t timeout_ns)
{
	struct timespec timeout;
	struct timespec *limit = NULL;

	if (timeout_ns != OS_FOREVER) {
		timeout.tv_sec = (time_t)(timeout_ns / NS_PER_S);
		timeout.tv_nsec = (long)(timeout_ns % NS_PER_S);
		limit = &timeout;
	}
	return syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, expected, limit, NULL, 0) == 0 ||
	       errno != ETIMEDOUT;
}

void os_wake(at_u32 *word, uint32_t count)
{
	syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, NULL, NULL, 0);
}

/* Spin while the lock is held and nobody sleeps on it yet. */
static uint32_t mutex_spin(struct os_mutex *mutex)
{
	uint32_t state = at_load_relaxed(&mutex->word);

	for (int spins = MUTEX_SPINS; state == 1 && spins > 0; spins--) {
		at_spin_hint();
		state = at_load_relaxed(&mutex->word);
	}
	return state;
}

void os_mutex_lock_contended(struct os_mutex *mutex)
{
	uint32_t state = mutex_spin(mutex);

	if (state == 0 && at_cas_acquire(&mutex->word, &state, 1)) /* pairs: MX1 */
		return;
	for (;;) {
		if (state != 2) {
			state = at_swap_acquire(&mutex->word, 2); /* pairs: MX1 */
			if (state == 0)
				return;
		}
		os_wait(&mutex->word, 2, OS_FOREVER);
		state = mutex_spin(mutex);
	}
}

void os_cond_wait(struct os_cond *cond, struct os_mutex *mutex)
{
	uint32_t sequence = at_load_relaxed(&cond->sequence);

	os_mutex_unlock(mutex);
	os_wait(&cond->sequence, sequence, OS_FOREVER);
	os_mutex_lock(mutex);
}

bool os_cond_wait_for(struct os_cond *cond, struct os_mutex *mutex, uint64_t timeout_ns)
{
	uint32_t sequence = at_load_relaxed(&cond->sequence);
	bool in_time;

	os_mutex_unlock(mutex);
	in_time = os_wait(&cond->sequence, sequence, timeout_ns);
	os_mutex_lock(mutex);
	return in_time;
}

/* ------------------------------------------------------------- threads -- */

struct start {
	void (*run)(void *arg);
	void *arg;
	char name[16];
};

static void *thread_main(void *opaque)
{
	struct start start = *(struct start *)opaque;

	free(opaque);
	pthread_setname_np(pthread_self(), start.name);
	start.run(start.arg);
	return NULL;
}

int os_thread_start(struct os_thread *thread, const char *name, void (*run)(void *arg), void *arg)
{
	struct start *start = malloc(sizeof(*start));
	pthread_t handle;

	if (!start)
		return -EAGAIN;
	start->run = run;
	start->arg = arg;
	strncpy(start->name, name, sizeof(start->name) - 1);
	start->name[sizeof(start->name) - 1] = '\0';
	if (pthread_create(&handle, NULL, thread_main, start) != 0) {
		free(start);
		return -EAGAIN;
	}
	thread->handle = (uintptr_t)handle;
	return 0;
}

void os_thread_join(struct os_thread *thread)
{
	pthread_join((pthread_t)thread->handle, NULL);
}

void os_yield(void)
{
	sched_yield();
}

uint32_t os_thread_number(void)
{
	static _Atomic(uint32_t) threads; /* never reset; engines replace this file */

	if (thread_number == 0)
		thread_number = ++threads;
	return thread_number;
}

/* ------------------------------------------- the allocator's cache slot -- */

static pthread_key_t cache_key;
static pthread_once_t cache_key_once = PTHREAD_ONCE_INIT;
static OS_THREAD_LOCAL void (*cache_exit)(void *cache);

static void cache_thread_exit(void *cache)
{
	os_cache_slot = NULL;
	cache_exit(cache);
}

static void cache_key_create(void)
{
	if (pthread_key_create(&cache_key, cache_thread_exit) != 0)
		abort();
}

void os_set_cache(void *cache, void (*at_exit)(void *cache))
{
	cache_exit = at_exit;
	pthread_once(&cache_key_once, cache_key_create);
	pthread_setspecific(cache_key, cache);
	os_cache_slot = cache;
}

/* --------------------------------------------------------------- memory -- */

void *os_alloc(size_t bytes, size_t align)
{
	if (align <= 16)
		return malloc(bytes);
	return aligned_alloc(align, (bytes + align - 1) & ~(align - 1));
}

void os_free(void *pointer, size_t bytes)
{
	(void)bytes;
	free(pointer);
}

/* ------------------------------------------------------ time and seeds -- */

uint64_t os_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

uint64_t os_random_seed(void)
{
	uint64_t seed;

	if (getrandom(&seed, sizeof(seed), GRND_NONBLOCK) != (ssize_t)sizeof(seed))
		seed = os_now();
	return seed;
}
