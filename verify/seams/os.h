/* SPDX-License-Identifier: MIT */
/*
 * seams/os.h - sched/os.h in a checked build: the same closed list, as calls of
 * mc.h.  The engine knows mutexes and condition variables by their address, so
 * the structs hold nothing but room for one.
 */
#ifndef VERIFY_SEAMS_OS_H
#define VERIFY_SEAMS_OS_H

#include <errno.h>

#include "verify/mc.h"

struct os_mutex {
	uint64_t address_only;
};

struct os_cond {
	uint64_t address_only;
};

struct os_thread {
	uintptr_t handle;
};

static inline int seam_thread_start(struct os_thread *thread, const char *name,
				    void (*run)(void *arg), void *arg, const struct mc_site *site)
{
	thread->handle = mc_thread_start(name, run, arg, site);
	return thread->handle ? 0 : -EAGAIN;
}

static inline void seam_set_cache(void *cache, void (*at_exit)(void *cache))
{
	mc_slot_at_exit(at_exit);
	mc_slot_set(MC_SLOT_CACHE, cache);
}

#define os_wait(word, expected, timeout_ns) \
	mc_wait(word, expected, timeout_ns, SEAM_SITE("os_wait"))
#define os_wake(word, count) mc_wake(word, count, SEAM_SITE("os_wake"))

#define os_mutex_init(mutex)   mc_mutex_init(mutex, SEAM_SITE("os_mutex_init"))
#define os_mutex_fini(mutex)   mc_mutex_fini(mutex, SEAM_SITE("os_mutex_fini"))
#define os_mutex_lock(mutex)   mc_mutex_lock(mutex, SEAM_SITE("os_mutex_lock"))
#define os_mutex_unlock(mutex) mc_mutex_unlock(mutex, SEAM_SITE("os_mutex_unlock"))

/* Asked in counting builds only, which no model is. */
static inline bool os_mutex_was_held(struct os_mutex *mutex)
{
	(void)mutex;
	return false;
}

#define os_cond_init(cond)	  mc_cond_init(cond, SEAM_SITE("os_cond_init"))
#define os_cond_fini(cond)	  mc_cond_fini(cond, SEAM_SITE("os_cond_fini"))
#define os_cond_wait(cond, mutex) mc_cond_wait(cond, mutex, SEAM_SITE("os_cond_wait"))
#define os_cond_wait_for(cond, mutex, timeout_ns) \
	mc_cond_wait_for(cond, mutex, timeout_ns, SEAM_SITE("os_cond_wait_for"))
#define os_cond_notify_one(cond) mc_cond_notify_one(cond, SEAM_SITE("os_cond_notify_one"))

#define os_thread_start(thread, name, run, arg) \
	seam_thread_start(thread, name, run, arg, SEAM_SITE("os_thread_start"))
#define os_thread_join(thread) mc_thread_join((thread)->handle, SEAM_SITE("os_thread_join"))
#define os_thread_number()     mc_thread_number()
#define os_yield()	       mc_spin(SEAM_SITE("os_yield"))

#define os_current()		     mc_slot_get(MC_SLOT_CURRENT)
#define os_set_current(current)	     mc_slot_set(MC_SLOT_CURRENT, current)
#define os_cache()		     mc_slot_get(MC_SLOT_CACHE)
#define os_set_cache(cache, at_exit) seam_set_cache(cache, at_exit)

#define os_alloc(bytes, align)	mc_alloc(bytes, align, SEAM_SITE("os_alloc"))
#define os_free(pointer, bytes) mc_free(pointer, bytes, SEAM_SITE("os_free"))

#define os_now()	 mc_now()
#define os_random_seed() mc_random_seed()

#endif
