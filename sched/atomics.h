/* SPDX-License-Identifier: MIT */
/*
 * atomics.h - the seam to shared memory: every access two threads may race on.  A seam is a
 * place where what is behind can be exchanged without an edit of what is before it.
 *
 * The order is in the operation's name, so it can be grepped and cannot be
 * passed wrongly.  Atomics are structs, so that `n = q->head` and `q->head++` do
 * not compile: an implicit seq_cst access is a type error.  Only this file
 * includes <stdatomic.h>.
 *
 * Rules, checked by tests/lint: every atomic gets at_init before its first use
 * and at_fini after its last (other engines construct and retire atomics there;
 * zeroed memory is not an initialised atomic); at most one at_* call in a full
 * expression; arguments without side effects; every access stronger than
 * relaxed carries `pairs: TAG`, and every TAG has an acquiring and a releasing
 * side.
 *
 * A checked build (SCHED_CHECKED) brings verify/seams/atomics.h of an exploring engine on
 * its include path, and sees each call site; the list of operations is this one.
 * Weakness: at_fence_* is invisible to ThreadSanitizer, so sched/ uses none.
 */
#ifndef SCHED_ATOMICS_H
#define SCHED_ATOMICS_H

#include <stdbool.h>
#include <stdint.h>

#ifdef SCHED_CHECKED
#include "seams/atomics.h"
#else
#ifdef __cplusplus
#include <atomic>
#define AT(type) \
	struct { \
		std::atomic<type> value; \
	}
#define AT_STD(name) std::name
#else
#include <stdatomic.h>
#define AT(type) \
	struct { \
		_Atomic(type) value; \
	}
#define AT_STD(name) name
#endif

#define AT_ORDER(order) AT_STD(memory_order_##order)

/* A stress build may make a thread pause before an access; it defines this before any
 * header (tests/stress/delays.h). */
#ifndef AT_PAUSE
#define AT_PAUSE() ((void)0)
#endif
#define AT_PAUSED(access) (AT_PAUSE(), access)
#define AT_LOAD(p, order) AT_PAUSED(AT_STD(atomic_load_explicit)(&(p)->value, AT_ORDER(order)))
#define AT_STORE(p, v, order) \
	AT_PAUSED(AT_STD(atomic_store_explicit)(&(p)->value, v, AT_ORDER(order)))
#define AT_RMW(op, p, v, order) \
	AT_PAUSED(AT_STD(atomic_##op##_explicit)(&(p)->value, v, AT_ORDER(order)))
#define AT_CAS(strength, p, expected, desired, ok, fail) \
	AT_PAUSED(AT_STD(atomic_compare_exchange_##strength##_explicit)( \
		&(p)->value, expected, desired, AT_ORDER(ok), AT_ORDER(fail)))

/* Life of an atomic: plain accesses, before and after all sharing. */
#define at_init(p, v)	 AT_STD(atomic_init)(&(p)->value, v)
#define at_fini(p)	 ((void)(p))

/* By the only thread that writes it: needs no order. */
#define at_load_owned(p) AT_LOAD(p, relaxed)

/* In a loop that waits for another thread's store. */
static inline void at_spin_hint(void)
{
#if defined(__x86_64__) || defined(__i386__)
	__builtin_ia32_pause();
#elif defined(__aarch64__)
	__asm__ volatile("isb" ::: "memory");
#endif
}
#endif

typedef AT(uint32_t) at_u32;
typedef AT(uint64_t) at_u64;
typedef AT(void *) at_ptr;

#define at_load_relaxed(p)     AT_LOAD(p, relaxed)
#define at_load_acquire(p)     AT_LOAD(p, acquire)
#define at_load_seq_cst(p)     AT_LOAD(p, seq_cst)
#define at_store_relaxed(p, v) AT_STORE(p, v, relaxed)
#define at_store_release(p, v) AT_STORE(p, v, release)

#define at_swap_acquire(p, v)	   AT_RMW(exchange, p, v, acquire)
#define at_swap_release(p, v)	   AT_RMW(exchange, p, v, release)
#define at_swap_seq_cst(p, v)	   AT_RMW(exchange, p, v, seq_cst)
#define at_fetch_add_relaxed(p, v) AT_RMW(fetch_add, p, v, relaxed)
#define at_fetch_add_release(p, v) AT_RMW(fetch_add, p, v, release)
#define at_fetch_add_acq_rel(p, v) AT_RMW(fetch_add, p, v, acq_rel)
#define at_fetch_add_seq_cst(p, v) AT_RMW(fetch_add, p, v, seq_cst)
#define at_fetch_sub_relaxed(p, v) AT_RMW(fetch_sub, p, v, relaxed)
#define at_fetch_sub_acq_rel(p, v) AT_RMW(fetch_sub, p, v, acq_rel)
#define at_fetch_sub_seq_cst(p, v) AT_RMW(fetch_sub, p, v, seq_cst)
#define at_fetch_xor_acq_rel(p, v) AT_RMW(fetch_xor, p, v, acq_rel)
#define at_fetch_and_acq_rel(p, v) AT_RMW(fetch_and, p, v, acq_rel)
#define at_fetch_or_acq_rel(p, v)  AT_RMW(fetch_or, p, v, acq_rel)
#define at_fetch_or_release(p, v)  AT_RMW(fetch_or, p, v, release)
#define at_fetch_and_release(p, v) AT_RMW(fetch_and, p, v, release)

/* Compare and swap: true if it succeeded, else *expected is what was there. */
#define at_cas_relaxed(p, expected, v)	    AT_CAS(strong, p, expected, v, relaxed, relaxed)
#define at_cas_acquire(p, expected, v)	    AT_CAS(strong, p, expected, v, acquire, relaxed)
#define at_cas_release(p, expected, v)	    AT_CAS(strong, p, expected, v, release, relaxed)
#define at_cas_acq_rel(p, expected, v)	    AT_CAS(strong, p, expected, v, acq_rel, acquire)
#define at_cas_seq_cst(p, expected, v)	    AT_CAS(strong, p, expected, v, seq_cst, seq_cst)
#define at_cas_weak_acq_rel(p, expected, v) AT_CAS(weak, p, expected, v, acq_rel, acquire)
#define at_cas_weak_release(p, expected, v) AT_CAS(weak, p, expected, v, release, relaxed)

#endif
