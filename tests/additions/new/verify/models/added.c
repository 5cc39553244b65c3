/* SPDX-License-Identifier: MIT */
/* added.c - a model that is there to be added: what is written before a release is seen after it. */
#include "verify/model.h"

struct world {
	uint32_t value; /* plain */
	at_u32 ready;
	struct os_thread writer;
};

static void writer_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	world->value = 7;
	at_store_release(&world->ready, 1); /* pairs: AD1 */
}

static void added_is_seen(void)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->value = 0;
	at_init(&world->ready, 0);
	model_start(&world->writer, writer_main, world);
	if (at_load_acquire(&world->ready) == 1) /* pairs: AD1 */
		model_check(world->value == 7, "the value is there");
	model_join(&world->writer);
	at_fini(&world->ready);
	model_free(world, sizeof(*world));
}
MODEL(added_is_seen, .checks = "what is written before a release is seen after it", .threads = 2)
