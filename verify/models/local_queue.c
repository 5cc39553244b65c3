/* SPDX-License-Identifier: MIT */
/*
 * local_queue.c - the ring of one worker: its owner against one and two thieves.
 *
 * A task is "run" by a plain increment of its own field, so a task that two
 * threads get is a data race, one that nobody gets a wrong count, and a slot that
 * is read before it was published a race on the slot.  Capacity 4; names with
 * tokio_ are the scenarios of Tokio's loom tests (runtime/tests/loom_multi_thread/
 * queue.rs), which its CI has not run since 2023.
 *
 * The owner is a worker, so that its pushes are the engine's; what a full ring sheds is run
 * as soon as it is in the inject queue.
 *
 * build: SCHED_POP=POP_SPIN | SCHED_POP=POP_NULL | SCHED_STEAL_HALF=STEAL_HALF_DOWN
 */
#include "verify/fixture.h"

#define TASKS	  8
#define NEAR_WRAP 0xfffffffeu

struct thief {
	struct local_queue *victim;
	struct local_queue queue;
	struct os_thread thread;
	uint32_t steals;
};

struct scene {
	struct sched_runtime *runtime;
	struct worker *owner;
	struct sched_task tasks[TASKS];
	struct thief thieves[2];
	uint32_t pushed;
};

/* Its worker's ring begins at `start`. */
static void scene_create_owner(struct scene *scene, uint32_t start)
{
	scene->runtime = fixture_create(1);
	scene->owner = &scene->runtime->workers[0];
	local_queue_fini(&scene->owner->queue);
	local_queue_init(&scene->owner->queue, start);
}

static struct scene *scene_create(uint32_t start, uint32_t steals)
{
	struct scene *scene = (struct scene *)model_alloc(sizeof(*scene));

	scene_create_owner(scene, start);
	scene->pushed = 0;
	for (uint32_t i = 0; i < TASKS; i++)
		scene->tasks[i].front.core.stage = 0;
	for (uint32_t i = 0; i < 2; i++) {
		scene->thieves[i].victim = &scene->owner->queue;
		scene->thieves[i].steals = steals;
		local_queue_init(&scene->thieves[i].queue, start);
	}
	return scene;
}

static void run_task(struct sched_task *task)
{
	task_core(task)->stage++;
}

static void drain(struct scene *scene, struct local_queue *queue)
{
	while (local_queue_length_owned(queue) > 0) {
		struct sched_task *task = local_queue_pop(queue, &scene->owner->metrics);

		if (task)
			run_task(task);
	}
}

/* Everything is at rest: each pushed task was run once. */
static void scene_finish(struct scene *scene)
{
	drain(scene, &scene->owner->queue);
	drain(scene, &scene->thieves[0].queue);
	drain(scene, &scene->thieves[1].queue);
	for (uint32_t i = 0; i < scene->pushed; i++)
		model_check(scene->tasks[i].front.core.stage == 1, "each task is run exactly once");
	local_queue_fini(&scene->thieves[0].queue);
	local_queue_fini(&scene->thieves[1].queue);
	fixture_destroy(scene->runtime);
	model_free(scene, sizeof(*scene));
}

static void push(struct scene *scene)
{
	struct sched_task *task;

	worker_push_back(scene->owner, &scene->tasks[scene->pushed++]);
	while ((task = fixture_pop_injected(scene->runtime)) != NULL)
		run_task(task);
}

static void push_many(struct scene *scene, uint32_t count)
{
	while (count-- > 0)
		push(scene);
}

static void pop_many(struct scene *scene, uint32_t count)
{
	while (count-- > 0) {
		struct sched_task *task = local_queue_pop(&scene->owner->queue,
							  &scene->owner->metrics);

		if (task)
			run_task(task);
	}
}

static void thief_main(void *opaque)
{
	struct thief *thief = (struct thief *)opaque;

	for (uint32_t i = 0; i < thief->steals; i++) {
		uint32_t stolen;
		struct sched_task *task = local_queue_steal_into(thief->victim, &thief->queue,
								 &stolen, NULL, NULL);

		if (task)
			run_task(task);
	}
}

static void start_thieves(struct scene *scene, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		model_start(&scene->thieves[i].thread, thief_main, &scene->thieves[i]);
}

static void join_thieves(struct scene *scene, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		model_join(&scene->thieves[i].thread);
}

/* `before` pushes, thieves start, `during` pushes and `pops` pops beside them. */
static void scenario(uint32_t start, uint32_t thieves, uint32_t steals, uint32_t before,
		     uint32_t during, uint32_t pops)
{
	struct scene *scene = scene_create(start, steals);

	push_many(scene, before);
	start_thieves(scene, thieves);
	push_many(scene, during);
	pop_many(scene, pops);
	join_thieves(scene, thieves);
	scene_finish(scene);
}

static void pops_beside_a_steal(void)
{
	scenario(0, 1, 1, 3, 0, 3);
}
MODEL(pops_beside_a_steal, .checks = "3 tasks, 3 pops against one steal", .threads = 2, .bound = 3,
      .surprises = 1)

static void pushes_beside_a_steal(void)
{
	scenario(0, 1, 1, 0, 3, 3);
}
MODEL(pushes_beside_a_steal, .checks = "3 pushes and 3 pops against one steal", .threads = 2,
      .bound = 3, .rests_on = "MP_relaxed")

/* A batch goes in whole, or is run.  A worker would take what there is room for, of a ring
 * of 4 at most one besides the task that it runs. */
static void push_batch(struct scene *scene, uint32_t count)
{
	struct sched_task *first = &scene->tasks[scene->pushed];
	uint32_t room = local_queue_room_owned(&scene->owner->queue);

	for (uint32_t i = 0; i + 1 < count; i++)
		first[i].queue_next = &first[i + 1];
	scene->pushed += count;
	if (room >= count) {
		local_queue_push_batch(&scene->owner->queue, first, count);
		return;
	}
	for (uint32_t i = 0; i < count; i++)
		run_task(&first[i]);
}

static void batch_beside_a_steal(void)
{
	struct scene *scene = scene_create(0, 1);

	start_thieves(scene, 1);
	push_batch(scene, 2);
	pop_many(scene, 1);
	join_thieves(scene, 1);
	scene_finish(scene);
}
MODEL(batch_beside_a_steal, .checks = "a batch is published at once, beside a steal", .threads = 2,
      .bound = 3)

static void batch_into_stolen_slots(void)
{
	struct scene *scene = scene_create(0, 1);

	push_many(scene, 3);
	start_thieves(scene, 1);
	push_batch(scene, 2);
	join_thieves(scene, 1);
	scene_finish(scene);
}
MODEL(batch_into_stolen_slots, .checks = "a batch fits only once a thief has copied", .threads = 2,
      .bound = 3)

static void two_steals(void)
{
	scenario(0, 1, 2, 2, 2, 2);
}
MODEL(two_steals, .checks = "pushes and pops against a thief that steals twice", .threads = 2)

static void overflow(void)
{
	scenario(0, 1, 1, 4, 1, 2);
}
MODEL(overflow, .checks = "the push into a full ring against one steal", .threads = 2, .bound = 3,
      .surprises = 1)

static void overflow_and_refill(void)
{
	scenario(0, 1, 1, 2, 4, 1);
}
MODEL(overflow_and_refill, .checks = "slots are used again while a thief copies", .threads = 2)

static void two_thieves(void)
{
	scenario(0, 2, 1, 2, 1, 1);
}
MODEL(two_thieves, .checks = "one thief at a time; push and pop beside two", .threads = 3)

static void overflow_two_thieves(void)
{
	scenario(0, 2, 1, 3, 2, 1);
}
MODEL(overflow_two_thieves, .checks = "overflow beside two thieves", .threads = 3)

static void wrap(void)
{
	scenario(NEAR_WRAP, 1, 1, 2, 3, 2);
}
MODEL(wrap, .checks = "indices that pass 2^32, with overflow, against one steal", .threads = 2)

static void wrap_two_thieves(void)
{
	scenario(NEAR_WRAP, 2, 1, 3, 1, 1);
}
MODEL(wrap_two_thieves, .checks = "indices that pass 2^32 beside two thieves", .threads = 3)

/* ------------------------------------------------------- chained steals -- */

/* T1 steals from the owner's ring into its own, T2 from T1's. */
static void stealing_from_a_thief(void)
{
	struct scene *scene = scene_create(0, 1);

	scene->thieves[1].victim = &scene->thieves[0].queue;
	push_many(scene, 4);
	start_thieves(scene, 2);
	pop_many(scene, 1);
	join_thieves(scene, 2);
	scene_finish(scene);
}
MODEL(stealing_from_a_thief, .checks = "a thief's ring is stolen from while it steals",
      .threads = 3)

/* A ring that is being stolen from takes in no more than it has room for: its
 * owner steals while a thief has half of it. */
static void stealing_while_stolen_from(void)
{
	struct scene *scene = scene_create(0, 1);
	struct thief *owner = &scene->thieves[0];
	struct thief *thief = &scene->thieves[1];
	struct sched_task *task;
	uint32_t stolen;

	thief->victim = &owner->queue;
	push_many(scene, 4);
	for (uint32_t i = 4; i < 7; i++)
		model_check(local_queue_try_push(&owner->queue, &scene->tasks[i]) == PUSH_DONE,
			    "there is room for three");
	scene->pushed = 7;
	model_start(&thief->thread, thief_main, thief);
	for (uint32_t i = 0; i < 2; i++) {
		task = local_queue_steal_into(&scene->owner->queue, &owner->queue, &stolen, NULL,
					      NULL);
		if (task)
			run_task(task);
	}
	model_join(&thief->thread);
	scene_finish(scene);
}
MODEL(stealing_while_stolen_from, .checks = "steals into a ring that is being stolen from",
      .threads = 2, .bound = 3)

/* The indices go round once while a thief looks: what it saw is not there any more,
 * though the slots are the same. */
static void a_round_beside_a_steal(void)
{
	struct scene *scene = scene_create(0, 1);

	push_many(scene, 2);
	start_thieves(scene, 1);
	pop_many(scene, 2);
	push_many(scene, 2);
	pop_many(scene, 2);
	join_thieves(scene, 1);
	scene_finish(scene);
}
MODEL(a_round_beside_a_steal, .checks = "a thief that looked one round of the ring ago",
      .threads = 2, .bound = 3)

/* --------------------------------------------------------------- length -- */

static void length_main(void *opaque)
{
	struct thief *thief = (struct thief *)opaque;

	thief->steals = local_queue_length(thief->victim);
}

/* What the last searcher relies on: a pushed task that nobody took is seen. */
static void length_from_outside(void)
{
	struct scene *scene = scene_create(0, 0);
	struct thief *thief = &scene->thieves[0];

	push_many(scene, 3);
	model_start(&thief->thread, length_main, thief);
	push_many(scene, 1);
	pop_many(scene, 2);
	model_join(&thief->thread);
	model_check(thief->steals >= 1 && thief->steals <= 4, "the length is one there was");
	scene_finish(scene);
}
MODEL(length_from_outside, .checks = "a queue that is never empty is never seen empty",
      .threads = 2, .bound = 3)

/* The new head with the old tail would be an empty queue. */
static void length_beside_push_and_pop(void)
{
	struct scene *scene = scene_create(0, 0);
	struct thief *thief = &scene->thieves[0];

	push_many(scene, 1);
	model_start(&thief->thread, length_main, thief);
	push_many(scene, 1);
	pop_many(scene, 1);
	model_join(&thief->thread);
	model_check(thief->steals > 0, "there was always a task");
	scene_finish(scene);
}
MODEL(length_beside_push_and_pop, .checks = "a push, then a pop: never seen empty", .threads = 2,
      .bound = 3)

/* ------------------------------------------------------- Tokio's own -- */

static void tokio_queue_basic(void)
{
	struct scene *scene = scene_create(0, 3);

	start_thieves(scene, 1);
	for (uint32_t i = 0; i < 2; i++) {
		push_many(scene, 2);
		pop_many(scene, 1);
		push_many(scene, 1);
		pop_many(scene, 3);
	}
	join_thieves(scene, 1);
	scene_finish(scene);
}
MODEL(tokio_queue_basic, .checks = "queue::basic: 6 tasks, an owner and a thief of 3 steals",
      .threads = 2, .bound = 1)

static void tokio_queue_steal_overflow(void)
{
	struct scene *scene = scene_create(0, 1);

	start_thieves(scene, 1);
	push_many(scene, 1);
	pop_many(scene, 1);
	push_many(scene, 6);
	join_thieves(scene, 1);
	scene_finish(scene);
}
MODEL(tokio_queue_steal_overflow, .checks = "queue::steal_overflow: 7 tasks into 4 slots",
      .threads = 2)

static void tokio_queue_multi_stealer(void)
{
	struct scene *scene = scene_create(0, 1);

	push_many(scene, 5);
	start_thieves(scene, 2);
	pop_many(scene, 3);
	join_thieves(scene, 2);
	scene_finish(scene);
}
MODEL(tokio_queue_multi_stealer, .checks = "queue::multi_stealer: 5 tasks, 2 thieves", .threads = 3)

static void tokio_queue_chained_steal(void)
{
	struct scene *scene = scene_create(0, 1);
	struct thief *other = &scene->thieves[0];
	struct thief *thief = &scene->thieves[1];
	struct sched_task *task;
	uint32_t stolen;

	push_many(scene, 4);
	for (uint32_t i = 4; i < TASKS; i++)
		local_queue_try_push(&other->queue, &scene->tasks[i]);
	scene->pushed = TASKS;
	model_start(&thief->thread, thief_main, thief);
	pop_many(scene, 4);
	task = local_queue_steal_into(&other->queue, &scene->owner->queue, &stolen, NULL, NULL);
	if (task)
		run_task(task);
	pop_many(scene, 4);
	model_join(&thief->thread);
	scene_finish(scene);
}
MODEL(tokio_queue_chained_steal, .checks = "queue::chained_steal: two full rings, two thieves",
      .threads = 2)
