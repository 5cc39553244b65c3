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
 * build: SCHED_POP=POP_SPIN | SCHED_POP=POP_NULL | SCHED_STEAL_HALF=STEAL_HALF_DOWN
 */
#include "sched/local_queue.h"
#include "verify/model.h"

#define TASKS	  8
#define NEAR_WRAP 0xfffffffeu

struct thief {
	struct local_queue *victim;
	struct local_queue queue;
	struct os_thread thread;
	uint32_t steals;
};

struct fixture {
	struct local_queue queue;
	struct sched_task tasks[TASKS];
	struct thief thieves[2];
	struct worker_metrics metrics;
	uint32_t pushed;
};

static struct fixture *fixture_create(uint32_t start, uint32_t steals)
{
	struct fixture *fixture = (struct fixture *)model_alloc(sizeof(*fixture));

	local_queue_init(&fixture->queue, start);
	worker_metrics_init(&fixture->metrics);
	fixture->pushed = 0;
	for (uint32_t i = 0; i < TASKS; i++)
		fixture->tasks[i].stage = 0;
	for (uint32_t i = 0; i < 2; i++) {
		fixture->thieves[i].victim = &fixture->queue;
		fixture->thieves[i].steals = steals;
		local_queue_init(&fixture->thieves[i].queue, start);
	}
	return fixture;
}

static void run_task(struct sched_task *task)
{
	task->stage++;
}

static void drain(struct fixture *fixture, struct local_queue *queue)
{
	while (local_queue_length_owned(queue) > 0) {
		struct sched_task *task = local_queue_pop(queue, &fixture->metrics);

		if (task)
			run_task(task);
	}
}

/* Everything is at rest: each pushed task was run once. */
static void fixture_finish(struct fixture *fixture)
{
	drain(fixture, &fixture->queue);
	drain(fixture, &fixture->thieves[0].queue);
	drain(fixture, &fixture->thieves[1].queue);
	for (uint32_t i = 0; i < fixture->pushed; i++)
		model_check(fixture->tasks[i].stage == 1, "each task is run exactly once");
	local_queue_fini(&fixture->thieves[0].queue);
	local_queue_fini(&fixture->thieves[1].queue);
	local_queue_fini(&fixture->queue);
	worker_metrics_fini(&fixture->metrics);
	model_free(fixture, sizeof(*fixture));
}

/* What the worker does (schedule.h), with running in place of inject. */
static void push(struct fixture *fixture)
{
	struct sched_task *task = &fixture->tasks[fixture->pushed++];
	struct sched_task *last;
	struct sched_task *shed;
	enum local_queue_push pushed = local_queue_try_push(&fixture->queue, task);

	while (pushed != PUSH_DONE) {
		if (pushed == PUSH_FULL_STOLEN_FROM) {
			run_task(task);
			return;
		}
		shed = local_queue_take_newest_half(&fixture->queue, &last);
		if (shed) {
			last->queue_next = task;
			task->queue_next = NULL;
			for (; shed; shed = shed->queue_next)
				run_task(shed);
			return;
		}
		pushed = local_queue_try_push(&fixture->queue, task);
	}
}

static void push_many(struct fixture *fixture, uint32_t count)
{
	while (count-- > 0)
		push(fixture);
}

static void pop_many(struct fixture *fixture, uint32_t count)
{
	while (count-- > 0) {
		struct sched_task *task = local_queue_pop(&fixture->queue, &fixture->metrics);

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

static void start_thieves(struct fixture *fixture, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		model_start(&fixture->thieves[i].thread, thief_main, &fixture->thieves[i]);
}

static void join_thieves(struct fixture *fixture, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		model_join(&fixture->thieves[i].thread);
}

/* `before` pushes, thieves start, `during` pushes and `pops` pops beside them. */
static void scenario(uint32_t start, uint32_t thieves, uint32_t steals, uint32_t before,
		     uint32_t during, uint32_t pops)
{
	struct fixture *fixture = fixture_create(start, steals);

	push_many(fixture, before);
	start_thieves(fixture, thieves);
	push_many(fixture, during);
	pop_many(fixture, pops);
	join_thieves(fixture, thieves);
	fixture_finish(fixture);
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

/* What the worker does with a batch from inject (schedule.h); what has no room is run. */
static void push_batch(struct fixture *fixture, uint32_t count)
{
	struct sched_task *first = &fixture->tasks[fixture->pushed];
	uint32_t room = local_queue_room_owned(&fixture->queue);

	for (uint32_t i = 0; i + 1 < count; i++)
		first[i].queue_next = &first[i + 1];
	fixture->pushed += count;
	if (room >= count) {
		local_queue_push_batch(&fixture->queue, first, count);
		return;
	}
	for (uint32_t i = 0; i < count; i++)
		run_task(&first[i]);
}

static void batch_beside_a_steal(void)
{
	struct fixture *fixture = fixture_create(0, 1);

	start_thieves(fixture, 1);
	push_batch(fixture, 2);
	pop_many(fixture, 1);
	join_thieves(fixture, 1);
	fixture_finish(fixture);
}
MODEL(batch_beside_a_steal, .checks = "a batch is published at once, beside a steal", .threads = 2,
      .bound = 3)

static void batch_into_stolen_slots(void)
{
	struct fixture *fixture = fixture_create(0, 1);

	push_many(fixture, 3);
	start_thieves(fixture, 1);
	push_batch(fixture, 2);
	join_thieves(fixture, 1);
	fixture_finish(fixture);
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
	struct fixture *fixture = fixture_create(0, 1);

	fixture->thieves[1].victim = &fixture->thieves[0].queue;
	push_many(fixture, 4);
	start_thieves(fixture, 2);
	pop_many(fixture, 1);
	join_thieves(fixture, 2);
	fixture_finish(fixture);
}
MODEL(stealing_from_a_thief, .checks = "a thief's ring is stolen from while it steals",
      .threads = 3)

/* A ring that is being stolen from takes in no more than it has room for: its
 * owner steals while a thief has half of it. */
static void stealing_while_stolen_from(void)
{
	struct fixture *fixture = fixture_create(0, 1);
	struct thief *owner = &fixture->thieves[0];
	struct thief *thief = &fixture->thieves[1];
	struct sched_task *task;
	uint32_t stolen;

	thief->victim = &owner->queue;
	push_many(fixture, 4);
	for (uint32_t i = 4; i < 7; i++)
		model_check(local_queue_try_push(&owner->queue, &fixture->tasks[i]) == PUSH_DONE,
			    "there is room for three");
	fixture->pushed = 7;
	model_start(&thief->thread, thief_main, thief);
	for (uint32_t i = 0; i < 2; i++) {
		task = local_queue_steal_into(&fixture->queue, &owner->queue, &stolen, NULL, NULL);
		if (task)
			run_task(task);
	}
	model_join(&thief->thread);
	fixture_finish(fixture);
}
MODEL(stealing_while_stolen_from, .checks = "steals into a ring that is being stolen from",
      .threads = 2, .bound = 3)

/* The indices go round once while a thief looks: what it saw is not there any more,
 * though the slots are the same. */
static void a_round_beside_a_steal(void)
{
	struct fixture *fixture = fixture_create(0, 1);

	push_many(fixture, 2);
	start_thieves(fixture, 1);
	pop_many(fixture, 2);
	push_many(fixture, 2);
	pop_many(fixture, 2);
	join_thieves(fixture, 1);
	fixture_finish(fixture);
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
	struct fixture *fixture = fixture_create(0, 0);
	struct thief *thief = &fixture->thieves[0];

	push_many(fixture, 3);
	model_start(&thief->thread, length_main, thief);
	push_many(fixture, 1);
	pop_many(fixture, 2);
	model_join(&thief->thread);
	model_check(thief->steals >= 1 && thief->steals <= 4, "the length is one there was");
	fixture_finish(fixture);
}
MODEL(length_from_outside, .checks = "a queue that is never empty is never seen empty",
      .threads = 2, .bound = 3)

/* The new head with the old tail would be an empty queue. */
static void length_beside_push_and_pop(void)
{
	struct fixture *fixture = fixture_create(0, 0);
	struct thief *thief = &fixture->thieves[0];

	push_many(fixture, 1);
	model_start(&thief->thread, length_main, thief);
	push_many(fixture, 1);
	pop_many(fixture, 1);
	model_join(&thief->thread);
	model_check(thief->steals > 0, "there was always a task");
	fixture_finish(fixture);
}
MODEL(length_beside_push_and_pop, .checks = "a push, then a pop: never seen empty", .threads = 2,
      .bound = 3)

/* ------------------------------------------------------- Tokio's own -- */

static void tokio_queue_basic(void)
{
	struct fixture *fixture = fixture_create(0, 3);

	start_thieves(fixture, 1);
	for (uint32_t i = 0; i < 2; i++) {
		push_many(fixture, 2);
		pop_many(fixture, 1);
		push_many(fixture, 1);
		pop_many(fixture, 3);
	}
	join_thieves(fixture, 1);
	fixture_finish(fixture);
}
MODEL(tokio_queue_basic, .checks = "queue::basic: 6 tasks, an owner and a thief of 3 steals",
      .threads = 2, .bound = 1)

static void tokio_queue_steal_overflow(void)
{
	struct fixture *fixture = fixture_create(0, 1);

	start_thieves(fixture, 1);
	push_many(fixture, 1);
	pop_many(fixture, 1);
	push_many(fixture, 6);
	join_thieves(fixture, 1);
	fixture_finish(fixture);
}
MODEL(tokio_queue_steal_overflow, .checks = "queue::steal_overflow: 7 tasks into 4 slots",
      .threads = 2)

static void tokio_queue_multi_stealer(void)
{
	struct fixture *fixture = fixture_create(0, 1);

	push_many(fixture, 5);
	start_thieves(fixture, 2);
	pop_many(fixture, 3);
	join_thieves(fixture, 2);
	fixture_finish(fixture);
}
MODEL(tokio_queue_multi_stealer, .checks = "queue::multi_stealer: 5 tasks, 2 thieves", .threads = 3)

static void tokio_queue_chained_steal(void)
{
	struct fixture *fixture = fixture_create(0, 1);
	struct thief *other = &fixture->thieves[0];
	struct thief *thief = &fixture->thieves[1];
	struct sched_task *task;
	uint32_t stolen;

	push_many(fixture, 4);
	for (uint32_t i = 4; i < TASKS; i++)
		local_queue_try_push(&other->queue, &fixture->tasks[i]);
	fixture->pushed = TASKS;
	model_start(&thief->thread, thief_main, thief);
	pop_many(fixture, 4);
	task = local_queue_steal_into(&other->queue, &fixture->queue, &stolen, NULL, NULL);
	if (task)
		run_task(task);
	pop_many(fixture, 4);
	model_join(&thief->thread);
	fixture_finish(fixture);
}
MODEL(tokio_queue_chained_steal, .checks = "queue::chained_steal: two full rings, two thieves",
      .threads = 2)
