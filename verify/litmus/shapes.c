/* SPDX-License-Identifier: MIT */
/*
 * shapes.c - the litmus tests: classic shapes (Alglave, Maranget, Tautschnig, "Herding
 * cats", TOPLAS 2014) with the orders that sched/ uses, and with fences for models'
 * own protocols.
 *
 * A shape is a macro that makes a test's threads from its orders and from what stands
 * between the accesses.  The orders stand in for names of sched/atomics.h where that has
 * no such operation, because it has only what the schedulers need.
 */
#include "verify/litmus/litmus.h"

#ifdef SCHED_CHECKED
#define FENCE(order) seam_fence(SEAM_ORDERED("fence_" #order, order, order))
#else
#define FENCE(order) atomic_thread_fence(AT_ORDER(order))
#endif
#define NOTHING ((void)0)

#define LOAD(atomic, order)	    AT_LOAD(&run->atomic, order)
#define STORE(atomic, value, order) AT_STORE(&run->atomic, value, order)
#define SWAP(atomic, value, order)  ((void)AT_RMW(exchange, &run->atomic, value, order))
#define ADD(atomic, value, order)   AT_RMW(fetch_add, &run->atomic, value, order)

#define THREAD(test, number) static void test##_##number(struct litmus *run)

/* Message passing: who sees the flag y sees the message x?  10: no. */
#define MP(test, release, before, after, acquire) \
	THREAD(test, 0) \
	{ \
		STORE(x, 1, relaxed); \
		before; \
		STORE(y, 1, release); \
	} \
	THREAD(test, 1) \
	{ \
		run->r[0] = LOAD(y, acquire); \
		after; \
		run->r[1] = LOAD(x, relaxed); \
	}
MP(MP_relaxed, relaxed, NOTHING, NOTHING, relaxed)
MP(MP_release_relaxed, release, NOTHING, NOTHING, relaxed)
MP(MP_release_acquire, release, NOTHING, NOTHING, acquire)
MP(MP_fences, relaxed, FENCE(release), FENCE(acquire), relaxed)
MP(MP_seq_cst_fences, relaxed, FENCE(seq_cst), FENCE(seq_cst), relaxed)

/* The flag goes through an RMW of a third thread, which has no order. */
THREAD(MP_release_sequence, 0)
{
	STORE(x, 1, relaxed);
	STORE(y, 1, release);
}
THREAD(MP_release_sequence, 1)
{
	run->r[0] = ADD(y, 2, relaxed);
}
THREAD(MP_release_sequence, 2)
{
	run->r[1] = LOAD(y, acquire);
	run->r[2] = LOAD(x, relaxed);
}

/* The message is looked at by a compare and swap that fails. */
THREAD(MP_failing_cas, 0)
{
	STORE(x, 1, relaxed);
	STORE(y, 1, release);
}
THREAD(MP_failing_cas, 1)
{
	uint32_t seen = 5;

	run->r[0] = LOAD(y, relaxed);
	(void)AT_CAS(strong, &run->x, &seen, 6, relaxed, relaxed);
	run->r[1] = seen;
}

/* Store buffering: I tell and look, you tell and look.  00: both looked too early. */
#define SB(test, tell, between_0, between_1, looks) \
	THREAD(test, 0) \
	{ \
		tell(x, 1); \
		between_0; \
		run->r[0] = looks(y); \
	} \
	THREAD(test, 1) \
	{ \
		tell(y, 1); \
		between_1; \
		run->r[1] = looks(x); \
	}
#define STORE_RELAXED(atomic, value) STORE(atomic, value, relaxed)
#define STORE_RELEASE(atomic, value) STORE(atomic, value, release)
#define STORE_SEQ_CST(atomic, value) STORE(atomic, value, seq_cst)
#define SWAP_SEQ_CST(atomic, value)  SWAP(atomic, value, seq_cst)
#define LOAD_RELAXED(atomic)	     LOAD(atomic, relaxed)
#define LOAD_ACQUIRE(atomic)	     LOAD(atomic, acquire)
#define LOAD_SEQ_CST(atomic)	     LOAD(atomic, seq_cst)
#define ADD_NOTHING(atomic)	     ADD(atomic, 0, acq_rel)
SB(SB_relaxed, STORE_RELAXED, NOTHING, NOTHING, LOAD_RELAXED)
SB(SB_release_acquire, STORE_RELEASE, NOTHING, NOTHING, LOAD_ACQUIRE)
SB(SB_seq_cst, STORE_SEQ_CST, NOTHING, NOTHING, LOAD_SEQ_CST)
SB(SB_seq_cst_swap, SWAP_SEQ_CST, NOTHING, NOTHING, LOAD_SEQ_CST)
SB(SB_seq_cst_swap_acquire, SWAP_SEQ_CST, NOTHING, NOTHING, LOAD_ACQUIRE)
SB(SB_seq_cst_fences, STORE_RELAXED, FENCE(seq_cst), FENCE(seq_cst), LOAD_RELAXED)
SB(SB_one_fence, STORE_RELAXED, FENCE(seq_cst), NOTHING, LOAD_RELAXED)
SB(SB_rmw_two_words, STORE_RELAXED, NOTHING, NOTHING, ADD_NOTHING)

/* The idle word's way: both RMW the same word, one of them to tell, one to look. */
#define SB_ONE_WORD(test, looks, order) \
	THREAD(test, 0) \
	{ \
		STORE(x, 1, relaxed); \
		run->r[0] = looks; \
	} \
	THREAD(test, 1) \
	{ \
		SWAP(y, 1, order); \
		run->r[1] = LOAD(x, relaxed); \
	}
SB_ONE_WORD(SB_rmw_one_word, ADD(y, 0, acq_rel), acq_rel)
SB_ONE_WORD(SB_rmw_one_word_relaxed, ADD(y, 0, relaxed), relaxed)
SB_ONE_WORD(SB_rmw_against_load, LOAD(y, seq_cst), seq_cst)

/* Two see two stores in different order: 1010. */
#define IRIW(test, release, between, acquire) \
	THREAD(test, 0) \
	{ \
		STORE(x, 1, release); \
	} \
	THREAD(test, 1) \
	{ \
		STORE(y, 1, release); \
	} \
	THREAD(test, 2) \
	{ \
		run->r[0] = LOAD(x, acquire); \
		between; \
		run->r[1] = LOAD(y, acquire); \
	} \
	THREAD(test, 3) \
	{ \
		run->r[2] = LOAD(y, acquire); \
		between; \
		run->r[3] = LOAD(x, acquire); \
	}
IRIW(IRIW_relaxed, relaxed, NOTHING, relaxed)
IRIW(IRIW_release_acquire, release, NOTHING, acquire)
IRIW(IRIW_seq_cst, seq_cst, NOTHING, seq_cst)
IRIW(IRIW_seq_cst_fences, relaxed, FENCE(seq_cst), relaxed)

/* The first store of each ends up last: 11. */
#define TWO_TWO_W(test, order, between) \
	THREAD(test, 0) \
	{ \
		STORE(x, 1, order); \
		between; \
		STORE(y, 2, order); \
	} \
	THREAD(test, 1) \
	{ \
		STORE(y, 1, order); \
		between; \
		STORE(x, 2, order); \
	}
TWO_TWO_W(W22_relaxed, relaxed, NOTHING)
TWO_TWO_W(W22_release, release, NOTHING)
TWO_TWO_W(W22_seq_cst, seq_cst, NOTHING)
TWO_TWO_W(W22_seq_cst_fences, relaxed, FENCE(seq_cst))

/* Load buffering, each reads what the other stores later: 11. */
#define LB(test, acquire, release) \
	THREAD(test, 0) \
	{ \
		run->r[0] = LOAD(x, acquire); \
		STORE(y, 1, release); \
	} \
	THREAD(test, 1) \
	{ \
		run->r[1] = LOAD(y, acquire); \
		STORE(x, 1, release); \
	}
LB(LB_relaxed, relaxed, relaxed)
LB(LB_release, relaxed, release)
LB(LB_release_acquire, acquire, release)
LB(LB_seq_cst, seq_cst, seq_cst)

/* An atomic never goes back. */
#define CORR(test, acquire) \
	THREAD(test, 0) \
	{ \
		STORE(x, 1, relaxed); \
		STORE(x, 2, relaxed); \
	} \
	THREAD(test, 1) \
	{ \
		run->r[0] = LOAD(x, acquire); \
		run->r[1] = LOAD(x, acquire); \
	}
CORR(CoRR_relaxed, relaxed)
CORR(CoRR_acquire, acquire)

/* y = 1 comes before y = 2, but x = 1 is not seen: r = 0, y = 2. */
#define R(test, release, between, acquire) \
	THREAD(test, 0) \
	{ \
		STORE(x, 1, release); \
		between; \
		STORE(y, 1, release); \
	} \
	THREAD(test, 1) \
	{ \
		STORE(y, 2, release); \
		between; \
		run->r[0] = LOAD(x, acquire); \
	}
R(R_relaxed, relaxed, NOTHING, relaxed)
R(R_release_acquire, release, NOTHING, acquire)
R(R_seq_cst, seq_cst, NOTHING, seq_cst)
R(R_seq_cst_fences, relaxed, FENCE(seq_cst), relaxed)

/* Nothing comes between the two halves of an RMW. */
THREAD(RMW_against_store, 0)
{
	STORE(x, 1, relaxed);
}
THREAD(RMW_against_store, 1)
{
	run->r[0] = ADD(x, 2, relaxed);
}
THREAD(RMW_against_RMW, 0)
{
	run->r[0] = ADD(x, 1, relaxed);
}
THREAD(RMW_against_RMW, 1)
{
	run->r[1] = ADD(x, 1, relaxed);
}

/* A weak compare and swap may fail for no reason. */
THREAD(CAS_weak, 0)
{
	uint32_t seen = 0;

	run->r[0] = AT_CAS(weak, &run->x, &seen, 1, acq_rel, acquire);
}

#define TEST_1(test, registers, finals) { #test, registers, finals, { test##_0 } },
#define TEST_2(test, registers, finals) { #test, registers, finals, { test##_0, test##_1 } },
#define TEST_3(test, registers, finals) \
	{ #test, registers, finals, { test##_0, test##_1, test##_2 } },
#define TEST_4(test, registers, finals) \
	{ #test, registers, finals, { test##_0, test##_1, test##_2, test##_3 } },

/* clang-format off */
const struct litmus_test litmus_tests[] = {
	TEST_2(MP_relaxed, 2, "")
	TEST_2(MP_release_relaxed, 2, "")
	TEST_2(MP_release_acquire, 2, "")
	TEST_2(MP_fences, 2, "")
	TEST_2(MP_seq_cst_fences, 2, "")
	TEST_3(MP_release_sequence, 3, "")
	TEST_2(MP_failing_cas, 2, "")
	TEST_2(SB_relaxed, 2, "")
	TEST_2(SB_release_acquire, 2, "")
	TEST_2(SB_seq_cst, 2, "")
	TEST_2(SB_seq_cst_swap, 2, "")
	TEST_2(SB_seq_cst_swap_acquire, 2, "")
	TEST_2(SB_seq_cst_fences, 2, "")
	TEST_2(SB_one_fence, 2, "")
	TEST_2(SB_rmw_two_words, 2, "")
	TEST_2(SB_rmw_one_word, 2, "")
	TEST_2(SB_rmw_one_word_relaxed, 2, "")
	TEST_2(SB_rmw_against_load, 2, "")
	TEST_4(IRIW_relaxed, 4, "")
	TEST_4(IRIW_release_acquire, 4, "")
	TEST_4(IRIW_seq_cst, 4, "")
	TEST_4(IRIW_seq_cst_fences, 4, "")
	TEST_2(W22_relaxed, 0, "xy")
	TEST_2(W22_release, 0, "xy")
	TEST_2(W22_seq_cst, 0, "xy")
	TEST_2(W22_seq_cst_fences, 0, "xy")
	TEST_2(LB_relaxed, 2, "")
	TEST_2(LB_release, 2, "")
	TEST_2(LB_release_acquire, 2, "")
	TEST_2(LB_seq_cst, 2, "")
	TEST_2(CoRR_relaxed, 2, "")
	TEST_2(CoRR_acquire, 2, "")
	TEST_2(R_relaxed, 1, "y")
	TEST_2(R_release_acquire, 1, "y")
	TEST_2(R_seq_cst, 1, "y")
	TEST_2(R_seq_cst_fences, 1, "y")
	TEST_2(RMW_against_store, 1, "x")
	TEST_2(RMW_against_RMW, 2, "")
	TEST_1(CAS_weak, 1, "")
};
/* clang-format on */
const uint32_t litmus_test_count = sizeof(litmus_tests) / sizeof(litmus_tests[0]);
