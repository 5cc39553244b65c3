/* SPDX-License-Identifier: MIT */
/*
 * lifo_shift.c - a thief takes the bottom of a stack that its owner shifts.
 * origin: Blitz-IO B15.
 *
 * The owner of a full stack loads the bottom, moves the others down and puts the
 * bottom into its ring; a thief swaps the bottom out meanwhile: the task runs twice.
 * Our slots cannot be stolen from; this shows why.
 */
#include "verify/model.h"

#define SLOTS 2

struct world {
	at_u64 slots[SLOTS]; /* task numbers; 0: empty */
	at_u32 runs[SLOTS + 2];
	struct os_thread thief;
	bool takes_by_swap;
};

static void run_task(struct world *world, uint64_t task)
{
	uint32_t before = at_fetch_add_relaxed(&world->runs[task], 1);

	model_check(before == 0, "no task is run twice");
}

static void thief_main(void *opaque)
{
	struct world *world = (struct world *)opaque;
	uint64_t task = at_swap_seq_cst(&world->slots[0], 0); /* pairs: MD3 */

	if (task)
		run_task(world, task);
}

/* By an RMW where it is repaired: loom lets a store and an RMW that came before it
 * change places, which C11 does not (README.md). */
static void put_bottom(struct world *world, uint64_t task)
{
	if (world->takes_by_swap)
		at_swap_seq_cst(&world->slots[0], task); /* pairs: MD3 */
	else
		at_store_release(&world->slots[0], task); /* pairs: MD3 */
}

/* What falls out at the bottom goes to the ring, here: runs at once. */
static void push(struct world *world, uint64_t task)
{
	uint64_t bottom;
	uint64_t next;

	if (world->takes_by_swap)
		bottom = at_swap_seq_cst(&world->slots[0], 0); /* pairs: MD3 */
	else
		bottom = at_load_acquire(&world->slots[0]); /* pairs: MD3 */
	next = at_load_acquire(&world->slots[1]);	    /* pairs: MD3 */
	put_bottom(world, next);
	at_store_release(&world->slots[1], task); /* pairs: MD3 */
	if (bottom)
		run_task(world, bottom);
}

static void run(bool takes_by_swap)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->takes_by_swap = takes_by_swap;
	for (uint32_t i = 0; i < SLOTS + 2; i++)
		at_init(&world->runs[i], 0);
	for (uint32_t i = 0; i < SLOTS; i++)
		at_init(&world->slots[i], i + 1);
	model_start(&world->thief, thief_main, world);
	push(world, 3);
	model_join(&world->thief);
	for (uint32_t i = 0; i < SLOTS; i++) {
		uint64_t task = at_load_relaxed(&world->slots[i]);

		if (task)
			run_task(world, task);
	}
	for (uint32_t i = 1; i < SLOTS + 2; i++)
		model_check(at_load_relaxed(&world->runs[i]) == 1, "no task is lost");
	for (uint32_t i = 0; i < SLOTS + 2; i++)
		at_fini(&world->runs[i]);
	for (uint32_t i = 0; i < SLOTS; i++)
		at_fini(&world->slots[i]);
	model_free(world, sizeof(*world));
}

static void shift_by_load(void)
{
	run(false);
}
MODEL(shift_by_load, .checks = "B15: the bottom is loaded, not taken", .threads = 2, .bound = -1,
      .fails_because = "between load and overwrite the thief has the bottom as well")

static void shift_by_swap(void)
{
	run(true);
}
MODEL(shift_by_swap, .checks = "repaired: the bottom is taken by a swap", .threads = 2, .bound = -1)
