/* SPDX-License-Identifier: MIT */
/*
 * index_round.c - a thief that looked a whole round of the indices ago.
 *
 * The thief reads head and tail of a ring, and before its claim the owner pops and pushes until an
 * index of 8 or of 16 bits is where it was.  With 32 bits the claim fails.  With as few bits as the
 * controls index_8_bits and index_16_bits have it succeeds, and what was popped long ago is run
 * again: 16 bits were Tokio's until 1.22.0 (#5041).
 *
 * The thief is the body, so that one preemption is enough: it looks, the owner goes all the way
 * round, it claims.  Weakness: no engine can go round 32 bits, and round 16 only the executor: loom's
 * own clocks have 16 bits, and relacy does not leave one thread alone for so long.
 */
#include "verify/fixture.h"

#define TASKS 3 /* two that the thief sees, and one that carries the indices round */

struct scene {
	struct sched_runtime *runtime;
	struct local_queue *ring;
	struct local_queue own; /* the thief's */
	struct sched_task tasks[TASKS];
	struct os_thread owner;
	uint32_t round;
};

static void run_task(struct sched_task *task)
{
	task_core(task)->stage++;
}

static struct sched_task *pop(struct scene *scene)
{
	return local_queue_pop(scene->ring, &scene->runtime->workers[0].metrics);
}

/* Runs what is there, then pushes and pops one task until the head has moved by a round; less far
 * if the thief takes the task or holds the ring's places. */
static void owner_main(void *opaque)
{
	struct scene *scene = (struct scene *)opaque;
	struct sched_task *carrier = &scene->tasks[2];
	struct sched_task *task;
	uint32_t moved = 0;

	for (; moved < 2 && (task = pop(scene)) != NULL; moved++)
		run_task(task);
	for (; carrier && moved < scene->round; moved++) {
		if (local_queue_try_push(scene->ring, carrier) != PUSH_DONE)
			break;
		carrier = pop(scene);
	}
	if (carrier)
		run_task(carrier);
}

static void steal_beside(struct scene *scene)
{
	struct sched_task *task;
	uint32_t stolen;

	model_start(&scene->owner, owner_main, scene);
	task = local_queue_steal_into(scene->ring, &scene->own, &stolen, NULL, NULL);
	if (task)
		run_task(task);
	model_join(&scene->owner);
}

static void a_round_of(uint32_t round)
{
	struct scene *scene = (struct scene *)model_alloc(sizeof(*scene));

	scene->runtime = fixture_create(1);
	scene->ring = &scene->runtime->workers[0].queue;
	scene->round = round;
	local_queue_init(&scene->own, 0);
	for (uint32_t i = 0; i < TASKS; i++)
		scene->tasks[i].front.core.stage = 0;
	for (uint32_t i = 0; i < 2; i++)
		model_check(local_queue_try_push(scene->ring, &scene->tasks[i]) == PUSH_DONE,
			    "there is room for two");
	steal_beside(scene);
	for (uint32_t i = 0; i < TASKS; i++)
		model_check(scene->tasks[i].front.core.stage == 1, "each task is run exactly once");
	local_queue_fini(&scene->own);
	fixture_destroy(scene->runtime);
	model_free(scene, sizeof(*scene));
}

static void a_round_of_8_bits(void)
{
	a_round_of(1u << 8);
}
MODEL(a_round_of_8_bits, .checks = "a thief that looked a round of 256 ago", .threads = 2,
      .bound = 1)

static void a_round_of_16_bits(void)
{
	a_round_of(1u << 16);
}
MODEL(a_round_of_16_bits, .checks = "a thief that looked a round of 65,536 ago", .threads = 2,
      .bound = 1, .branches = 1000000, .only_on = "executor")
