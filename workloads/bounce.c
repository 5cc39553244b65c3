/* SPDX-License-Identifier: MIT */
/*
 * bounce.c - the pair of tasks of bounce.h.
 *
 * A oneshot half travels as the 64-bit value of another oneshot; the value is
 * an owning pointer, released by whoever receives it.  Weakness: it measures the
 * allocation of two oneshots per round along with the two wakes.
 */
#include "workloads/bounce.h"

/* ------------------------------------------------- the side that returns -- */

/* Also a uint64_t output: how many pings it returned. */
struct returner {
	uint64_t returned;
	struct sched_oneshot *ping; /* receiver; NULL when the game is over */
};

static void returner_drop(void *state)
{
	struct returner *returner = (struct returner *)state;

	workload_drop_lost(state);
	sched_oneshot_drop_receiver(returner->ping);
}

/* Answer with the sender of the next ping; no memory: the game ends early, and
 * the count shows it. */
static bool return_ping(struct returner *returner, struct sched_oneshot *pong)
{
	struct sched_oneshot *ping = workload_oneshot();

	returner->ping = ping;
	if (!ping) {
		sched_oneshot_drop_sender(pong);
		return false;
	}
	returner->returned++;
	sched_oneshot_send(pong, (uint64_t)(uintptr_t)ping);
	return true;
}

static enum sched_poll returner_poll(void *state, struct sched_context *context)
{
	struct returner *returner = (struct returner *)state;
	uint64_t pong;
	int status;

	if (__builtin_expect(!returner->ping, 0))
		return workload_ran_again();
	for (;;) {
		if (sched_oneshot_poll(returner->ping, context, &pong, &status) == SCHED_PENDING)
			return SCHED_PENDING;
		sched_oneshot_drop_receiver(returner->ping);
		returner->ping = NULL;
		if (status != 0)
			return SCHED_READY; /* `returned` is the output, and in its place */
		if (!return_ping(returner, (struct sched_oneshot *)(uintptr_t)pong))
			return SCHED_READY;
	}
}

static const struct sched_task_ops returner_ops = {
	.name = "bounce returner",
	.poll = returner_poll,
	.drop = returner_drop,
	.drop_output = NULL,
	.state_bytes = sizeof(struct returner),
	.output_bytes = sizeof(uint64_t),
};

/* -------------------------------------------------- the side that serves -- */

bool bounce_start(struct bounce *bounce)
{
	struct returner returner = { .returned = 0, .ping = workload_oneshot() };

	if (!returner.ping)
		return false;
	bounce->ping = returner.ping;
	bounce->pong = NULL;
	bounce->done = 0;
	workload_spawn(&returner_ops, &returner, &bounce->returner);
	bounce->sent_ns = os_now();
	return true;
}

/* Send the next ping, which uses up bounce->ping. */
static bool send_ping(struct bounce *bounce)
{
	bounce->pong = workload_oneshot();
	if (!bounce->pong)
		return false;
	if (sched_oneshot_send(bounce->ping, (uint64_t)(uintptr_t)bounce->pong) != 0) {
		sched_oneshot_drop_sender(bounce->pong); /* the returner is gone */
		sched_oneshot_drop_receiver(bounce->pong);
		bounce->pong = NULL;
		bounce->ping = NULL;
	}
	return bounce->pong != NULL;
}

static void record_round_trip(struct bounce *bounce)
{
	uint64_t now = os_now();

	if (bounce->latency)
		arm_histogram_add(bounce->latency, now - bounce->sent_ns);
	bounce->sent_ns = now;
}

/* SCHED_READY: a pong has come, or the returner is gone (ping is NULL). */
static enum sched_poll receive_pong(struct bounce *bounce, struct sched_context *context)
{
	uint64_t ping;
	int status;

	if (sched_oneshot_poll(bounce->pong, context, &ping, &status) == SCHED_PENDING)
		return SCHED_PENDING;
	sched_oneshot_drop_receiver(bounce->pong);
	bounce->pong = NULL;
	bounce->ping = status == 0 ? (struct sched_oneshot *)(uintptr_t)ping : NULL;
	record_round_trip(bounce);
	return SCHED_READY;
}

static bool goes_on(const struct bounce *bounce)
{
	if (__builtin_expect(bounce->done < bounce->rounds, 1))
		return true;
	if (!bounce->waiting || workload_counter_read(bounce->waiting) == 0)
		return false;
	at_spin_hint(); /* it is others that must get on */
	return bounce->done < bounce->rounds + WORKLOAD_PATIENCE;
}

static enum sched_poll play(struct bounce *bounce, struct sched_context *context)
{
	while (bounce->pong || (bounce->ping && goes_on(bounce))) {
		if (!bounce->pong && !send_ping(bounce))
			break;
		if (receive_pong(bounce, context) == SCHED_PENDING)
			return SCHED_PENDING;
		bounce->done++;
	}
	if (bounce->ping)
		sched_oneshot_drop_sender(bounce->ping); /* ends the returner */
	bounce->ping = NULL;
	return SCHED_READY;
}

enum sched_poll bounce_poll(struct bounce *bounce, struct sched_context *context)
{
	uint64_t returned;

	if (play(bounce, context) == SCHED_PENDING)
		return SCHED_PENDING;
	if (workload_join_one(&bounce->returner, context, &returned) == SCHED_PENDING)
		return SCHED_PENDING;
	if (returned != bounce->done || bounce->done < bounce->rounds)
		workload_counter_add(&workload_wrong, 1);
	return SCHED_READY;
}
