/* SPDX-License-Identifier: MIT */
/*
 * seams/atomics.h - sched/atomics.h in a checked build: each access is a call of
 * mc.h that knows where it stands.
 *
 * sched/atomics.h keeps the list of operations and includes this for what they
 * are made of.  An atomic is a struct around a plain integer or pointer; its width is
 * its size.  The order written at the site is the default, orders.h may replace
 * it.  Arguments are evaluated once.
 *
 * Weakness: the line of an access that spans several is its first with gcc, its
 * last with clang; a trace hash that must not depend on the compiler leaves it out.
 */
#ifndef VERIFY_SEAMS_ATOMICS_H
#define VERIFY_SEAMS_ATOMICS_H

#include "verify/orders.h"

#define AT(type) \
	struct { \
		type value; \
	}

#define SEAM_ORDER_relaxed MC_RELAXED
#define SEAM_ORDER_acquire MC_ACQUIRE
#define SEAM_ORDER_release MC_RELEASE
#define SEAM_ORDER_acq_rel MC_ACQ_REL
#define SEAM_ORDER_seq_cst MC_SEQ_CST

#define SEAM_RMW_exchange  MC_SWAP
#define SEAM_RMW_fetch_add MC_ADD
#define SEAM_RMW_fetch_sub MC_SUB
#define SEAM_RMW_fetch_and MC_AND
#define SEAM_RMW_fetch_or  MC_OR
#define SEAM_RMW_fetch_xor MC_XOR

#define SEAM_NAME_exchange  "at_swap_"
#define SEAM_NAME_fetch_add "at_fetch_add_"
#define SEAM_NAME_fetch_sub "at_fetch_sub_"
#define SEAM_NAME_fetch_and "at_fetch_and_"
#define SEAM_NAME_fetch_or  "at_fetch_or_"
#define SEAM_NAME_fetch_xor "at_fetch_xor_"
#define SEAM_NAME_strong    "at_cas_"
#define SEAM_NAME_weak	    "at_cas_weak_"
#define SEAM_IS_WEAK_strong false
#define SEAM_IS_WEAK_weak   true

/* One static object per place in the source. */
#define SEAM_SITE(text) \
	__extension__({ \
		static const struct mc_site seam_site = { __FILE__, __func__, text, __LINE__ }; \
		&seam_site; \
	})
#define SEAM_ORDERED(text, ok, fail) \
	__extension__({ \
		static struct order_site seam_site = { { __FILE__, __func__, text, __LINE__ }, \
						       SEAM_ORDER_##ok, \
						       SEAM_ORDER_##fail, \
						       0, \
						       0 }; \
		&seam_site; \
	})

#define SEAM_TYPE(p)	 __typeof__((p)->value)
#define SEAM_WIDTH(p)	 ((unsigned int)sizeof((p)->value))
#define SEAM_VALUE(p, v) ((uint64_t)(SEAM_TYPE(p))(v))
/* A value that may be ignored, as that of a native access. */
#define SEAM_RESULT(p, call) \
	__extension__({ \
		SEAM_TYPE(p) seam_result = (SEAM_TYPE(p))call; \
		seam_result; \
	})

#define AT_LOAD(p, order) \
	SEAM_RESULT(p, seam_load(p, SEAM_WIDTH(p), SEAM_ORDERED("at_load_" #order, order, order)))
#define AT_STORE(p, v, order) \
	seam_store(p, SEAM_WIDTH(p), SEAM_VALUE(p, v), \
		   SEAM_ORDERED("at_store_" #order, order, order))
#define AT_RMW(op, p, v, order) \
	SEAM_RESULT(p, seam_rmw(p, SEAM_WIDTH(p), SEAM_RMW_##op, SEAM_VALUE(p, v), \
				SEAM_ORDERED(SEAM_NAME_##op #order, order, order)))
#define AT_CAS(strength, p, expected, desired, ok, fail) \
	seam_cas(p, SEAM_WIDTH(p), expected, SEAM_VALUE(p, desired), SEAM_IS_WEAK_##strength, \
		 SEAM_ORDERED(SEAM_NAME_##strength #ok, ok, fail))

#define at_init(p, v)	 mc_init(p, SEAM_WIDTH(p), SEAM_VALUE(p, v), SEAM_SITE("at_init"))
#define at_fini(p)	 mc_fini(p, SEAM_SITE("at_fini"))
#define at_load_owned(p) SEAM_RESULT(p, mc_load_owned(p, SEAM_WIDTH(p), SEAM_SITE("at_load_owned")))
#define at_spin_hint()	 mc_spin(SEAM_SITE("at_spin_hint"))

#endif
