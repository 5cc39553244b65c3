/* SPDX-License-Identifier: MIT */
/*
 * mc.h - what an exploring engine implements: the two seams as function calls.
 *
 * In a checked build sched/atomics.h and sched/os.h expand to these calls, one
 * per shared access, with the place in the source.  Each engine (loom, the
 * deterministic executor) is one implementation of this header; a test program
 * links exactly one.  All threads of a model run on one OS thread under every
 * engine, so nothing here is thread-safe and everything may switch threads.
 *
 * Widths are 1, 4 or 8 bytes; narrower values are zero-extended.  Orders are
 * those of <stdatomic.h>, after the table of orders (orders.h) had its say.
 */
#ifndef VERIFY_MC_H
#define VERIFY_MC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where in the source; `name` is the operation as written, e.g. "at_load_acquire". */
struct mc_site {
	const char *file;
	const char *function;
	const char *name;
	int line;
};

enum mc_order { MC_RELAXED, MC_ACQUIRE, MC_RELEASE, MC_ACQ_REL, MC_SEQ_CST };
enum mc_rmw { MC_SWAP, MC_ADD, MC_SUB, MC_AND, MC_OR, MC_XOR };

/* ------------------------------------------------------------- memory -- */

void mc_init(void *atomic, unsigned int width, uint64_t value, const struct mc_site *site);
void mc_fini(void *atomic, const struct mc_site *site);
uint64_t mc_load(void *atomic, unsigned int width, enum mc_order order, const struct mc_site *site);
/* By the only thread that writes the atomic: no order, no choice, still checked. */
uint64_t mc_load_owned(void *atomic, unsigned int width, const struct mc_site *site);
void mc_store(void *atomic, unsigned int width, uint64_t value, enum mc_order order,
	      const struct mc_site *site);
uint64_t mc_rmw(void *atomic, unsigned int width, enum mc_rmw op, uint64_t operand,
		enum mc_order order, const struct mc_site *site);
/* A weak one may fail although *expected was there. */
bool mc_cas(void *atomic, unsigned int width, uint64_t *expected, uint64_t desired,
	    enum mc_order success, enum mc_order failure, bool weak, const struct mc_site *site);
void mc_fence(enum mc_order order, const struct mc_site *site);
/* In a loop that waits for another thread: the engine runs somebody else. */
void mc_spin(const struct mc_site *site);

/* ----------------------------------------------------------- blocking -- */

/* As os_wait, os_wake.  A timeout other than UINT64_MAX may expire. */
bool mc_wait(void *word, uint32_t expected, uint64_t timeout_ns, const struct mc_site *site);
void mc_wake(void *word, uint32_t count, const struct mc_site *site);

/* Mutex and condition variable are the engine's own, known by address. */
void mc_mutex_init(void *mutex, const struct mc_site *site);
void mc_mutex_fini(void *mutex, const struct mc_site *site);
void mc_mutex_lock(void *mutex, const struct mc_site *site);
void mc_mutex_unlock(void *mutex, const struct mc_site *site);
void mc_cond_init(void *cond, const struct mc_site *site);
void mc_cond_fini(void *cond, const struct mc_site *site);
void mc_cond_wait(void *cond, void *mutex, const struct mc_site *site);
/* As mc_wait: true unless the time passed, which it may. */
bool mc_cond_wait_for(void *cond, void *mutex, uint64_t timeout_ns, const struct mc_site *site);
void mc_cond_notify_one(void *cond, const struct mc_site *site);

/* ------------------------------------------- threads, memory, the rest -- */

/* A number >= 1, or 0 if there are too many. */
uintptr_t mc_thread_start(const char *name, void (*run)(void *arg), void *arg,
			  const struct mc_site *site);
void mc_thread_join(uintptr_t thread, const struct mc_site *site);

enum mc_slot { MC_SLOT_CURRENT, MC_SLOT_CACHE };
void *mc_slot_get(enum mc_slot slot);
void mc_slot_set(enum mc_slot slot, void *value);
/* Called with the cache slot's value when the calling thread ends. */
void mc_slot_at_exit(void (*at_exit)(void *cache));
uint32_t mc_thread_number(void);

/* Freed blocks are kept from reuse to the end of the execution. */
void *mc_alloc(size_t bytes, size_t align, const struct mc_site *site);
void mc_free(void *pointer, size_t bytes, const struct mc_site *site);

uint64_t mc_now(void);
uint64_t mc_random_seed(void);

/* The model's own: a false condition ends the execution as a failure that shows
 * its trace; `text` names the broken invariant. */
void mc_check(bool condition, const char *text, const struct mc_site *site);

#ifdef __cplusplus
}
#endif
#endif
