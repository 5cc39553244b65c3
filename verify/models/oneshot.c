/* SPDX-License-Identifier: MIT */
/*
 * oneshot.c - the channel for one value: sender, receiver, and what is freed last.
 *
 * Value and waker are plain memory.  The receiver blocks on it, so a lost wake is
 * a deadlock.  Names with tokio_ are those of sync/tests/loom_oneshot.rs.
 */
#include "verify/fixture.h"

#include "sched/oneshot.c"

struct world {
	struct sched_runtime *runtime;
	struct sched_oneshot *oneshot;
	struct os_thread sender;
	struct sched_waker other; /* of nobody who sleeps */
	uint64_t value;
	int status;
	int sent;
};

static struct world *world_create(void)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->runtime = fixture_create(1);
	world->oneshot = sched_oneshot_create();
	world->other = waker_of(sleeping_thread_create(), WAKER_THREAD);
	world->value = 0;
	world->status = -1;
	return world;
}

static void world_destroy(struct world *world)
{
	sched_waker_drop(&world->other);
	fixture_destroy(world->runtime);
	model_free(world, sizeof(*world));
}

static void send_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	world->sent = sched_oneshot_send(world->oneshot, 7);
}

static void drop_sender_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	sched_oneshot_drop_sender(world->oneshot);
}

static enum sched_poll receive_poll(void *opaque, struct sched_context *context)
{
	struct world *world = (struct world *)opaque;

	return sched_oneshot_poll(world->oneshot, context, &world->value, &world->status);
}

static void tokio_smoke(void)
{
	struct world *world = world_create();

	model_start(&world->sender, send_main, world);
	sched_block_on(world->runtime, receive_poll, world);
	model_check(world->status == 0 && world->value == 7, "the value arrives");
	sched_oneshot_drop_receiver(world->oneshot);
	model_join(&world->sender);
	model_check(world->sent == 0, "the sender knows");
	world_destroy(world);
}
MODEL(tokio_smoke, .checks = "send against a receiver that sleeps", .threads = 2, .bound = 3,
      .surprises = 1)

static void tokio_recv_closed(void)
{
	struct world *world = world_create();

	model_start(&world->sender, drop_sender_main, world);
	sched_block_on(world->runtime, receive_poll, world);
	model_check(world->status == -ECANCELED, "the receiver is told");
	sched_oneshot_drop_receiver(world->oneshot);
	model_join(&world->sender);
	world_destroy(world);
}
MODEL(tokio_recv_closed, .checks = "the sender goes without sending", .threads = 2, .bound = 3)

static enum sched_poll poll_once(void *opaque, struct sched_context *context)
{
	receive_poll(opaque, context);
	return SCHED_READY;
}

static void tokio_try_recv_close(void)
{
	struct world *world = world_create();

	model_start(&world->sender, send_main, world);
	sched_block_on(world->runtime, poll_once, world);
	sched_oneshot_drop_receiver(world->oneshot);
	model_join(&world->sender);
	if (world->status == 0)
		model_check(world->sent == 0, "a value that was taken was sent");
	world_destroy(world);
}
MODEL(tokio_try_recv_close, .checks = "the receiver looks once and goes", .threads = 2, .bound = -1)

static void drop_receiver_against_send(void)
{
	struct world *world = world_create();

	model_start(&world->sender, send_main, world);
	sched_oneshot_drop_receiver(world->oneshot);
	model_join(&world->sender);
	model_check(world->sent == 0 || world->sent == -EPIPE, "the sender knows");
	world_destroy(world);
}
MODEL(drop_receiver_against_send, .checks = "a receiver that never looked goes", .threads = 2,
      .bound = -1, .surprises = 1)

/* Somebody else's waker first, then our own: the send wakes the later one. */
static enum sched_poll changing_poll(void *opaque, struct sched_context *context)
{
	struct world *world = (struct world *)opaque;
	struct sched_context other = *context;

	other.waker = world->other;
	if (receive_poll(world, &other) == SCHED_READY)
		return SCHED_READY;
	return receive_poll(world, context);
}

static void tokio_changing_rx_task(void)
{
	struct world *world = world_create();

	model_start(&world->sender, send_main, world);
	sched_block_on(world->runtime, changing_poll, world);
	model_check(world->status == 0 && world->value == 7, "the value arrives");
	sched_oneshot_drop_receiver(world->oneshot);
	model_join(&world->sender);
	world_destroy(world);
}
MODEL(tokio_changing_rx_task, .checks = "the receiver's waker is replaced during the send",
      .threads = 2)
