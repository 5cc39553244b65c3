/* SPDX-License-Identifier: MIT */
/*
 * os.h - the seam to the operating system: blocking, threads, memory, time.
 *
 * A closed list: wait and wake on a word, mutex, condition variable, thread
 * start and join, yield, the per-thread slots, allocate and free, now, random seed.
 * Nothing else in sched/ or workloads/ blocks, allocates, reads a clock or
 * keeps thread-local state, so that another engine can take the same source by
 * replacing this file.
 *
 * The mutex and condition variable have the shape of Rust's std on Linux (one
 * futex word each; uncontended lock and unlock are one RMW each), because that
 * is what real Tokio without parking_lot uses: same RMW, same system calls.
 */
#ifndef SCHED_OS_H
#define SCHED_OS_H

#include <stddef.h>

#include "sched/atomics.h"

#ifdef __cplusplus
extern "C" {
#define OS_THREAD_LOCAL thread_local
#else
#define OS_THREAD_LOCAL _Thread_local
#endif

#define OS_FOREVER UINT64_MAX

#ifdef SCHED_CHECKED
#include "seams/os.h" /* of an exploring engine, as in atomics.h */
#else

/* ------------------------------------------------------ wait and wake -- */

/* Sleep while *word == expected, at most timeout_ns.  May return early for no
 * reason.  true unless the timeout passed. */
bool os_wait(at_u32 *word, uint32_t expected, uint64_t timeout_ns);
/* Wake up to `count` threads waiting on the word. */
void os_wake(at_u32 *word, uint32_t count);

/* --------------------------------------------------------------- mutex -- */

struct os_mutex {
	at_u32 word; /* 0 free, 1 held, 2 held and somebody waits */
};

void os_mutex_lock_contended(struct os_mutex *mutex);

static inline void os_mutex_init(struct os_mutex *mutex)
{
	at_init(&mutex->word, 0);
}

static inline void os_mutex_fini(struct os_mutex *mutex)
{
	at_fini(&mutex->word);
}

static inline void os_mutex_lock(struct os_mutex *mutex)
{
	uint32_t free_word = 0;

	if (!at_cas_acquire(&mutex->word, &free_word, 1)) /* pairs: MX1 - the critical section */
		os_mutex_lock_contended(mutex);
}

/* A moment ago; for counting how often it was. */
static inline bool os_mutex_was_held(struct os_mutex *mutex)
{
	return at_load_relaxed(&mutex->word) != 0;
}

static inline void os_mutex_unlock(struct os_mutex *mutex)
{
	uint32_t held = at_swap_release(&mutex->word, 0); /* pairs: MX1 - the critical section */

	if (held == 2)
		os_wake(&mutex->word, 1);
}

/* -------------------------------------------------- condition variable -- */

struct os_cond {
	at_u32 sequence; /* moves on with every notification */
};

static inline void os_cond_init(struct os_cond *cond)
{
	at_init(&cond->sequence, 0);
}

static inline void os_cond_fini(struct os_cond *cond)
{
	at_fini(&cond->sequence);
}

/* Call with the mutex held; it is held again on return.  May return early. */
void os_cond_wait(struct os_cond *cond, struct os_mutex *mutex);
/* The same for at most timeout_ns: true unless that passed. */
bool os_cond_wait_for(struct os_cond *cond, struct os_mutex *mutex, uint64_t timeout_ns);

static inline void os_cond_notify_one(struct os_cond *cond)
{
	at_fetch_add_relaxed(&cond->sequence, 1);
	os_wake(&cond->sequence, 1);
}

/* ------------------------------------------------------------- threads -- */

struct os_thread {
	uintptr_t handle;
};

/* `name` is cut to 15 characters.  0 or -EAGAIN. */
int os_thread_start(struct os_thread *thread, const char *name, void (*run)(void *arg), void *arg);
void os_thread_join(struct os_thread *thread);
/* Let another thread that can run have this CPU, if there is one. */
void os_yield(void);

/* The per-thread slots: one pointer for the scheduler (which worker or block_on
 * the thread is in), one for the allocator's cache; NULL on a new thread.  Only
 * programs link this, never shared objects, hence the TLS model. */
extern OS_THREAD_LOCAL void *os_current_slot __attribute__((tls_model("local-exec")));
extern OS_THREAD_LOCAL void *os_cache_slot __attribute__((tls_model("local-exec")));

static inline void *os_current(void)
{
	return os_current_slot;
}

static inline void os_set_current(void *current)
{
	os_current_slot = current;
}

static inline void *os_cache(void)
{
	return os_cache_slot;
}

/* `at_exit` is called with the cache when the thread ends. */
void os_set_cache(void *cache, void (*at_exit)(void *cache));

/* A small number that no other live or dead thread of the process has. */
uint32_t os_thread_number(void);

/* --------------------------------------------------------------- memory -- */

/* NULL if there is none.  align is a power of two. */
void *os_alloc(size_t bytes, size_t align);
void os_free(void *pointer, size_t bytes);

/* ------------------------------------------------------ time and seeds -- */

/* Monotonic nanoseconds. */
uint64_t os_now(void);
uint64_t os_random_seed(void);

#endif /* SCHED_CHECKED */

#ifdef __cplusplus
}
#endif
#endif
