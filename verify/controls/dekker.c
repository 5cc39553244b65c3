/* SPDX-License-Identifier: MIT */
/*
 * dekker.c - announce, then look: a sleeper and a producer that must not miss each
 * other.  origin: the seeded Dekker of the prototypes; Blitz-IO B22.
 *
 * Each writes its own word and then reads the other's.  If both read the old value,
 * the task is queued and the sleeper sleeps for good.
 */
#include "sched/park.h"
#include "verify/model.h"

enum protocol { NO_FENCE, ONE_FENCE, TWO_FENCES, RMW_ACQ_REL, SEQ_CST };

struct world {
	at_u32 is_sleeping;
	at_u32 queued;
	struct parker parker;
	struct os_thread producer;
	enum protocol protocol;
};

static void announce(struct world *world, at_u32 *word)
{
	switch (world->protocol) {
	case RMW_ACQ_REL:
		at_fetch_add_acq_rel(word, 1); /* pairs: MD2 - the defect: it does not */
		break;
	case SEQ_CST:
		at_swap_seq_cst(word, 1); /* pairs: MD2 */
		break;
	default:
		at_store_relaxed(word, 1);
	}
}

static uint32_t look(struct world *world, at_u32 *word)
{
	if (world->protocol == SEQ_CST)
		return at_load_seq_cst(word); /* pairs: MD2 */
	return at_load_acquire(word);	      /* pairs: MD2 */
}

static void producer_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	announce(world, &world->queued);
	if (world->protocol == TWO_FENCES)
		model_fence(seq_cst);
	if (look(world, &world->is_sleeping))
		parker_unpark(&world->parker);
}

static void run(enum protocol protocol)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->protocol = protocol;
	at_init(&world->is_sleeping, 0);
	at_init(&world->queued, 0);
	parker_init(&world->parker);
	model_start(&world->producer, producer_main, world);
	announce(world, &world->is_sleeping);
	if (protocol == TWO_FENCES || protocol == ONE_FENCE)
		model_fence(seq_cst);
	if (!look(world, &world->queued))
		parker_park(&world->parker);
	model_join(&world->producer);
	parker_fini(&world->parker);
	at_fini(&world->is_sleeping);
	at_fini(&world->queued);
	model_free(world, sizeof(*world));
}

static void no_fence(void)
{
	run(NO_FENCE);
}
MODEL(no_fence, .checks = "relaxed stores", .threads = 2, .bound = -1, .rests_on = "SB_relaxed",
      .fails_because = "nothing orders a store before a later load of another word")

static void one_fence(void)
{
	run(ONE_FENCE);
}
MODEL(one_fence, .checks = "a fence on the sleeper's side only", .threads = 2, .bound = -1,
      .rests_on = "SB_one_fence", .fails_because = "a fence orders only against another one")

static void acquire_release(void)
{
	run(RMW_ACQ_REL);
}
MODEL(acquire_release, .checks = "B22: acq_rel RMWs and acquire loads", .threads = 2, .bound = -1,
      .fails_because = "acquire and release do not order a store before a later load")

static void two_fences(void)
{
	run(TWO_FENCES);
}
MODEL(two_fences, .checks = "repaired: a fence on either side", .threads = 2, .bound = -1)

static void sequential(void)
{
	run(SEQ_CST);
}
MODEL(sequential, .checks = "repaired: seq_cst on both words", .threads = 2, .bound = -1)
