/* SPDX-License-Identifier: MIT */
/*
 * rendezvous - two tasks hand one word to and fro: nothing but wake and poll.
 *
 * The protocol, to be mirrored in other languages.  One word holds TURN (bit 0:
 * whose turn it is) and WAITING (bit 1: the side whose turn it is not has stored
 * its waker).  wakers[side] is a plain field.
 *
 *   wait, side s:     load the word (acquire).  Turn s: go on.  WAITING: pending.
 *                     Else wakers[s] = clone of the task's waker, then CAS
 *                     {turn other} -> {turn other, WAITING} (acq_rel); pending.
 *                     If it fails the turn has come: drop the waker, go on.
 *   hand over, by s:  CAS {turn s} -> {turn other} (acq_rel); done if it succeeds.
 *                     If it fails the other side waits: take wakers[other], store
 *                     {turn other} (release), wake the waker taken.
 *
 * Race-free: s writes wakers[s] only while the turn is the other's and WAITING is
 * clear; the other takes it only while the turn is still its own and WAITING is
 * set, before it gives the turn away; and WAITING, once set, changes only with
 * the turn.  WR1 is the turn, from one side to the other; WR2 is the waker, from
 * the side that waits.  So a poll without a wake is harmless too.  Weakness: a spurious
 * poll keeps the waker stored first, which is right only because a task's waker
 * never changes.
 */
#include <errno.h>

#include "workloads/workload.h"

enum { PARAM_PAIRS, PARAM_ROUNDS };

#define TURN	1u
#define WAITING 2u

struct meeting {
	at_u32 word;
	struct sched_waker wakers[2];
	uint64_t handovers; /* plain: belongs to the side whose turn it is */
} __attribute__((aligned(128)));

static void meeting_hand_over(struct meeting *meeting, uint32_t side)
{
	uint32_t expected = side;
	struct sched_waker waker;

	if (at_cas_acq_rel(&meeting->word, &expected, side ^ TURN)) /* pairs: WR1, WR2 */
		return;
	waker = meeting->wakers[side ^ TURN];
	at_store_release(&meeting->word, side ^ TURN); /* pairs: WR1 - the turn */
	sched_waker_wake(&waker);
}

static enum sched_poll meeting_wait(struct meeting *meeting, uint32_t side,
				    struct sched_context *context)
{
	uint32_t word = at_load_acquire(&meeting->word); /* pairs: WR1 */
	uint32_t waiting;

	if ((word & TURN) == side)
		return SCHED_READY;
	if (word & WAITING)
		return SCHED_PENDING;
	meeting->wakers[side] = sched_waker_clone(&context->waker);
	waiting = word | WAITING;
	if (at_cas_acq_rel(&meeting->word, &word, waiting)) /* pairs: WR1, WR2 */
		return SCHED_PENDING;
	sched_waker_drop(&meeting->wakers[side]);
	return SCHED_READY;
}

/* ----------------------------------------------------------------- side -- */

struct side {
	uint64_t done; /* handovers this side made; the output, and in its place */
	struct meeting *meeting;
	uint64_t rounds;
	uint32_t side;
};

static enum sched_poll side_poll(void *state, struct sched_context *context)
{
	struct side *self = (struct side *)state;

	while (self->done < self->rounds) {
		if (meeting_wait(self->meeting, self->side, context) == SCHED_PENDING)
			return SCHED_PENDING;
		if (self->meeting->handovers != 2 * self->done + self->side)
			workload_counter_add(&workload_wrong, 1);
		self->meeting->handovers++;
		self->done++;
		meeting_hand_over(self->meeting, self->side);
	}
	workload_ran();
	return SCHED_READY;
}

static const struct sched_task_ops side_ops = {
	.name = "rendezvous side",
	.poll = side_poll,
	.drop = workload_drop_lost,
	.drop_output = NULL,
	.state_bytes = sizeof(struct side),
	.output_bytes = sizeof(uint64_t),
};

/* ----------------------------------------------------------------- root -- */

struct root {
	struct meeting *meetings;
	struct sched_join *handles; /* two per pair */
	uint64_t pairs;
	uint64_t rounds;
	uint64_t joined;
	uint64_t spawned;
};

static void root_spawn(struct root *root)
{
	for (uint64_t i = 0; i < 2 * root->pairs; i++) {
		struct side side = {
			.meeting = &root->meetings[i / 2],
			.rounds = root->rounds,
			.done = 0,
			.side = (uint32_t)(i % 2),
		};

		workload_spawn(&side_ops, &side, &root->handles[i]);
	}
	root->spawned = 1;
}

static enum sched_poll root_poll(void *state, struct sched_context *context)
{
	struct root *root = (struct root *)state;
	uint64_t handovers;

	if (!root->spawned)
		root_spawn(root);
	while (root->joined < 2 * root->pairs) {
		if (workload_join_one(&root->handles[root->joined], context, &handovers) ==
		    SCHED_PENDING)
			return SCHED_PENDING;
		if (handovers != root->rounds)
			workload_counter_add(&workload_wrong, 1);
		root->joined++;
	}
	workload_ran();
	return SCHED_READY;
}

static const struct sched_task_ops root_ops = {
	.name = "rendezvous root",
	.poll = root_poll,
	.drop = NULL,
	.drop_output = NULL,
	.state_bytes = sizeof(struct root),
	.output_bytes = 0,
};

/* ---------------------------------------------------------------- block -- */

static bool iteration(struct workload_env *env, const struct root *fresh)
{
	struct root root = *fresh;
	bool ok;

	for (uint64_t i = 0; i < root.pairs; i++) {
		at_init(&root.meetings[i].word, 0);
		root.meetings[i].handovers = 0;
	}
	ok = workload_block_on_task(env, &root_ops, &root, NULL);
	for (uint64_t i = 0; i < root.pairs; i++) {
		at_fini(&root.meetings[i].word);
		ok = ok && workload_expect_equal(env, "handovers", root.meetings[i].handovers,
						 2 * root.rounds);
	}
	return ok;
}

static int rendezvous_run(struct workload_env *env)
{
	uint64_t pairs = env->params[PARAM_PAIRS];
	size_t meeting_bytes = pairs * sizeof(struct meeting);
	size_t handle_bytes = 2 * pairs * sizeof(struct sched_join);
	struct root root = {
		.meetings = (struct meeting *)os_alloc(meeting_bytes, 128),
		.handles = (struct sched_join *)os_alloc(handle_bytes, 16),
		.pairs = pairs,
		.rounds = env->params[PARAM_ROUNDS],
	};
	int error = root.meetings && root.handles ? 0 : -ENOMEM;

	workload_start(env);
	for (uint64_t i = 0; error == 0 && i < env->block->iterations; i++) {
		if (!iteration(env, &root))
			break;
	}
	workload_stop(env);
	env->block->units = env->block->iterations * pairs * root.rounds;
	workload_expect_runs(env, env->block->iterations * (2 * pairs + 1));
	os_free(root.meetings, meeting_bytes);
	os_free(root.handles, handle_bytes);
	return error;
}

static const struct arm_param params[] = {
	{ "pairs", "pairs of tasks at the same time", 1, 1, 100000 },
	{ "rounds", "rounds per pair and iteration; a round is there and back", 10000, 1,
	  10000000 },
};

WORKLOAD_UNITS(rendezvous, values[PARAM_PAIRS] * values[PARAM_ROUNDS])

WORKLOAD(rendezvous) = {
	.about = {
		.name = "rendezvous",
		.family = "ping-pong",
		.unit = "round",
		.measures = "Wake and poll alone: two tasks hand one word to and fro.",
		.origin = "schedlab",
		WORKLOAD_PARAMS(params),
		.flags = 0,
	},
	.promises = WORKLOAD_WAITS_FOR_TASKS | WORKLOAD_COUNTS_RUNS | WORKLOAD_WAITS_FOR_WAKES,
	.run = rendezvous_run,
	.units = rendezvous_units,
};
