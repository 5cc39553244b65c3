/* SPDX-License-Identifier: MIT */
/*
 * gates/atomics.h - sched/atomics.h in a checked build: each access is a call of
 * mc.h that knows where it stands.
 *
 * sched/atomics.h keeps the list of operations and includes this for what they
 * are made of.  A cell is a struct around a plain integer or pointer; its width is
 * its size.  The order written at the site is the default, orders.h may replace
 * it.  Arguments are evaluated once.
 *
 * Weakness: the line of an access that spans several is its first with gcc, its
 * last with clang; a trace hash that must not depend on the compiler leaves it out.
 */
#ifndef VERIFY_GATES_ATOMICS_H
#define VERIFY_GATES_ATOMICS_H

#include "verify/orders.h"

#define AT(type) \
	struct { \
		type cell; \
	}

#define GATE_ORDER_relaxed MC_RELAXED
#define GATE_ORDER_acquire MC_ACQUIRE
#define GATE_ORDER_release MC_RELEASE
#define GATE_ORDER_acq_rel MC_ACQ_REL
#define GATE_ORDER_seq_cst MC_SEQ_CST

#define GATE_RMW_exchange  MC_SWAP
#define GATE_RMW_fetch_add MC_ADD
#define GATE_RMW_fetch_sub MC_SUB
#define GATE_RMW_fetch_and MC_AND
#define GATE_RMW_fetch_or  MC_OR
#define GATE_RMW_fetch_xor MC_XOR

#define GATE_NAME_exchange  "at_swap_"
#define GATE_NAME_fetch_add "at_fetch_add_"
#define GATE_NAME_fetch_sub "at_fetch_sub_"
#define GATE_NAME_fetch_and "at_fetch_and_"
#define GATE_NAME_fetch_or  "at_fetch_or_"
#define GATE_NAME_fetch_xor "at_fetch_xor_"
#define GATE_NAME_strong    "at_cas_"
#define GATE_NAME_weak	    "at_cas_weak_"
#define GATE_IS_WEAK_strong false
#define GATE_IS_WEAK_weak   true

/* One static object per place in the source. */
#define GATE_SITE(text) \
	__extension__({ \
		static const struct mc_site gate_site = { __FILE__, __func__, text, __LINE__ }; \
		&gate_site; \
	})
#define GATE_ORDERED(text, ok, fail) \
	__extension__({ \
		static struct order_site gate_site = { { __FILE__, __func__, text, __LINE__ }, \
						       GATE_ORDER_##ok, \
						       GATE_ORDER_##fail, \
						       0, \
						       0 }; \
		&gate_site; \
	})

#define GATE_TYPE(p)	 __typeof__((p)->cell)
#define GATE_WIDTH(p)	 ((unsigned int)sizeof((p)->cell))
#define GATE_VALUE(p, v) ((uint64_t)(GATE_TYPE(p))(v))
/* A value that may be ignored, as that of a native access. */
#define GATE_RESULT(p, call) \
	__extension__({ \
		GATE_TYPE(p) gate_result = (GATE_TYPE(p))call; \
		gate_result; \
	})

#define AT_LOAD(p, order) \
	GATE_RESULT(p, gate_load(p, GATE_WIDTH(p), GATE_ORDERED("at_load_" #order, order, order)))
#define AT_STORE(p, v, order) \
	gate_store(p, GATE_WIDTH(p), GATE_VALUE(p, v), \
		   GATE_ORDERED("at_store_" #order, order, order))
#define AT_RMW(op, p, v, order) \
	GATE_RESULT(p, gate_rmw(p, GATE_WIDTH(p), GATE_RMW_##op, GATE_VALUE(p, v), \
				GATE_ORDERED(GATE_NAME_##op #order, order, order)))
#define AT_CAS(strength, p, expected, desired, ok, fail) \
	gate_cas(p, GATE_WIDTH(p), expected, GATE_VALUE(p, desired), GATE_IS_WEAK_##strength, \
		 GATE_ORDERED(GATE_NAME_##strength #ok, ok, fail))

#define at_init(p, v)	 mc_init(p, GATE_WIDTH(p), GATE_VALUE(p, v), GATE_SITE("at_init"))
#define at_fini(p)	 mc_fini(p, GATE_SITE("at_fini"))
#define at_load_owned(p) GATE_RESULT(p, mc_load_owned(p, GATE_WIDTH(p), GATE_SITE("at_load_owned")))
#define at_spin_hint()	 mc_spin(GATE_SITE("at_spin_hint"))

#endif
