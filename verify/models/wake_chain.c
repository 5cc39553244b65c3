/* SPDX-License-Identifier: MIT */
/*
 * wake_chain.c - A wakes B, B wakes C: at most one wake is in flight, so whoever was woken and
 * found work wakes the next.
 *
 * Every task but the last blocks its worker until the next one has run.  With one worker for
 * each task a link that is missing is a deadlock; with two workers the rules that only
 * matter from three on (who was the last searcher, whom a searcher keeps asleep, which
 * ring is looked at last) would never decide anything.  Most workers begin asleep, so
 * that each test is about its links and not about the way to bed (idle.c).
 *
 * build: SCHED_PARK=PARK_FUTEX
 * build: SCHED_INJECT=INJECT_SHARDED SCHED_INJECT_SHARDS=2
 */
#include "verify/fixture.h"

#define LINKS 3

struct world {
	struct sched_runtime *runtime;
	struct os_thread threads[LINKS];
	struct worker *workers[LINKS]; /* of the threads */
	uint32_t started;
	struct parker ran[LINKS]; /* of task k, for who waits for it */
	at_u32 notified;	  /* notifiers that were given a sleeper */
};

struct link {		     /* of the chain: a task */
	struct parker *wait; /* for the next one; NULL: it is the last */
	struct parker *ran;
};

static enum sched_poll link_poll(void *opaque, struct sched_context *context)
{
	struct link *link = (struct link *)opaque;

	(void)context;
	if (link->wait)
		parker_park(link->wait);
	parker_unpark(link->ran);
	return SCHED_READY;
}

static const struct sched_task_ops link_ops = {
	.name = "link",
	.poll = link_poll,
	.state_bytes = sizeof(struct link),
};

static struct world *world_create(uint32_t workers)
{
	struct world *world = (struct world *)model_alloc(sizeof(*world));

	world->runtime = fixture_create(workers);
	world->started = 0;
	for (uint32_t i = 0; i < LINKS; i++)
		parker_init(&world->ran[i]);
	at_init(&world->notified, 0);
	return world;
}

static void world_destroy(struct world *world)
{
	fixture_destroy(world->runtime);
	for (uint32_t i = 0; i < LINKS; i++)
		parker_fini(&world->ran[i]);
	at_fini(&world->notified);
	model_free(world, sizeof(*world));
}

/* ---------------------------------------------------------------- workers -- */

static void worker_run_loop(void *opaque)
{
	struct worker *worker = (struct worker *)opaque;

	os_set_current(&worker->context);
	worker_loop(worker);
	os_set_current(NULL);
}

/* From the middle of worker_park on. */
static void worker_sleep_first(void *opaque)
{
	struct worker *worker = (struct worker *)opaque;

	do {
		parker_park(&worker->parker);
		worker_maintain(worker);
	} while (!worker->is_shutdown && !worker_transition_from_parked(worker));
	worker_run_loop(worker);
}

static void start_worker(struct world *world, uint32_t index, void (*run)(void *arg))
{
	struct worker *worker = &world->runtime->workers[index];

	if (run == worker_sleep_first)
		model_check(worker_transition_to_parked(worker), "it has nothing to do");
	world->workers[world->started] = worker;
	model_start(&world->threads[world->started++], run, worker);
}

/* Workers [first, last] sleep; the last one is woken first. */
static void start_sleepers(struct world *world, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i <= last; i++)
		start_worker(world, i, worker_sleep_first);
}

/* The first link has run: everything is over. */
static void world_finish(struct world *world)
{
	parker_park(&world->ran[0]);
	os_set_current(NULL);
	runtime_close(world->runtime);
	for (uint32_t i = 0; i < world->started; i++)
		model_join(&world->threads[i]);
	world_destroy(world);
}

/* ------------------------------------------------------------------ tasks -- */

/* Link k of `count`, spawned from outside. */
static void spawn_link(struct world *world, uint32_t k, uint32_t count)
{
	struct link link = { k + 1 < count ? &world->ran[k + 1] : NULL, &world->ran[k] };

	model_check(sched_spawn_on(world->runtime, &link_ops, &link, NULL) == 0,
		    "the runtime is open");
}

static void spawn_chain(struct world *world, uint32_t count)
{
	for (uint32_t k = 0; k < count; k++)
		spawn_link(world, k, count);
}

/* The body is a worker that has the chain in its ring, tells, and stays in a poll. */
static void push_chain(struct world *world, uint32_t index, struct sched_task **links,
		       uint32_t count)
{
	struct worker *worker = fixture_enter(world->runtime, index);

	for (uint32_t k = 0; k < count; k++)
		schedule_local(worker, links[k], SCHEDULE_YIELDED);
}

/* Made runnable later.  Nobody is asleep yet who would be told. */
static void make_chain(struct world *world, struct sched_task **links, uint32_t count)
{
	spawn_chain(world, count);
	for (uint32_t k = 0; k < count; k++)
		links[k] = fixture_pop_injected(world->runtime);
}

/* --------------------------------------------------------- chains of wakes -- */

static void ring_chain_of_sleepers(void)
{
	struct world *world = world_create(3);
	struct sched_task *links[2];

	make_chain(world, links, 2);
	start_sleepers(world, 1, 2);
	push_chain(world, 0, links, 2);
	world_finish(world);
}
MODEL(ring_chain_of_sleepers,
      .checks = "who stole the first of two tasks wakes who steals the other", .threads = 3)

static void ring_chain(void)
{
	struct world *world = world_create(3);
	struct sched_task *links[2];

	make_chain(world, links, 2);
	start_worker(world, 1, worker_run_loop);
	start_worker(world, 2, worker_run_loop);
	push_chain(world, 0, links, 2);
	world_finish(world);
}
MODEL(ring_chain, .checks = "two tasks beside two that search, find or go to sleep", .threads = 3,
      .bound = 1)

static void ring_chain_of_three(void)
{
	struct world *world = world_create(4);
	struct sched_task *links[3];

	make_chain(world, links, 3);
	start_sleepers(world, 1, 3);
	push_chain(world, 0, links, 3);
	world_finish(world);
}
MODEL(ring_chain_of_three, .checks = "three sleepers are woken one by the other", .threads = 4,
      .bound = 1)

/* Worker 2 is busy for good: the two others must do. */
static void remote_chain(void)
{
	struct world *world = world_create(3);

	start_sleepers(world, 0, 1);
	spawn_chain(world, 2);
	world_finish(world);
}
MODEL(remote_chain, .checks = "who took the first of two tasks from inject wakes for the other",
      .threads = 3)

/* Two workers: the share of each is two tasks, the second lies in the ring of the first's. */
static void batch_chain(void)
{
	struct world *world = world_create(2);

	start_sleepers(world, 0, 1);
	spawn_chain(world, 2);
	world_finish(world);
}
MODEL(batch_chain, .checks = "who was woken and took a batch wakes a thief for the rest",
      .threads = 3)

static void remote_chain_of_three(void)
{
	struct world *world = world_create(3);

	start_sleepers(world, 0, 2);
	spawn_chain(world, 3);
	world_finish(world);
}
MODEL(remote_chain_of_three, .checks = "three tasks from outside wake three workers", .threads = 4,
      .bound = 1)

/* ------------------------------------------------------ the last one looks -- */

/* Worker `owner` of three stays in a poll, the worker before it is not told and goes to sleep,
 * the third is busy elsewhere. */
static void ring_is_looked_at(uint32_t owner)
{
	struct world *world = world_create(3);
	struct sched_task *links[1];

	make_chain(world, links, 1);
	start_worker(world, (owner + 2) % 3, worker_run_loop);
	push_chain(world, owner, links, 1);
	world_finish(world);
}

static void first_ring_is_looked_at(void)
{
	ring_is_looked_at(0);
}
MODEL(first_ring_is_looked_at, .checks = "the last searcher looks at worker 0", .threads = 2,
      .bound = 3)

static void middle_ring_is_looked_at(void)
{
	ring_is_looked_at(1);
}
MODEL(middle_ring_is_looked_at, .checks = "the last searcher looks at worker 1 of 3", .threads = 2,
      .bound = 3)

static void last_ring_is_looked_at(void)
{
	ring_is_looked_at(2);
}
MODEL(last_ring_is_looked_at, .checks = "the last searcher looks at worker 2 of 3", .threads = 2,
      .bound = 3)

/* ----------------------------------------------------------- stray unparks -- */

/* Nobody took it off the sleepers: it was not counted as a searcher, and sleeps on. */
static void unpark_without_notify(uint32_t sleepers)
{
	struct world *world = world_create(sleepers);

	for (uint32_t i = sleepers - 1; i > 0; i--) /* sound asleep: these are not started */
		worker_transition_to_parked(&world->runtime->workers[i]);
	start_worker(world, 0, worker_sleep_first);
	parker_unpark(&world->runtime->workers[0].parker);
	spawn_chain(world, 1);
	world_finish(world);
}

static void stray_unpark(void)
{
	unpark_without_notify(1);
}
MODEL(stray_unpark, .checks = "an unpark that no notify goes with, then a real one", .threads = 2,
      .bound = 3)

static void stray_unpark_of_the_third(void)
{
	unpark_without_notify(3);
}
MODEL(stray_unpark_of_the_third, .checks = "the same for the last of three sleepers", .threads = 2,
      .bound = 3)

/* Its own tasks are the reason not to go to sleep at all. */
static void stays_awake_for(enum schedule_kind kind)
{
	struct world *world = world_create(3);
	struct worker *worker = &world->runtime->workers[0];
	struct sched_task *links[1];

	make_chain(world, links, 1);
	worker_enqueue(fixture_enter(world->runtime, 0), links[0], kind);
	model_check(!worker_transition_to_parked(worker), "a task of its own keeps it awake");
	model_check(world->runtime->idle.sleeper_count == 0, "it is not among the sleepers");
	task_run(worker, next_local_task(worker));
	model_check(worker_transition_to_parked(worker), "without a task it goes to sleep");
	model_check(world->runtime->idle.sleeper_count == 1, "it is among the sleepers");
	world_finish(world);
}

static void ring_keeps_awake(void)
{
	stays_awake_for(SCHEDULE_YIELDED);
}
MODEL(ring_keeps_awake, .checks = "no sleep beside a task in the own ring", .threads = 1)

static void slot_keeps_awake(void)
{
	stays_awake_for(SCHEDULE_WOKEN);
}
MODEL(slot_keeps_awake, .checks = "no sleep beside a task in the own slot", .threads = 1)

/* --------------------------------------------------------- the idle word -- */

static void notify_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	if (idle_worker_to_notify(&world->runtime->idle) >= 0)
		at_fetch_add_relaxed(&world->notified, 1);
}

static void one_wake_in_flight(void)
{
	struct world *world = world_create(3);
	struct idle *idle = &world->runtime->idle;

	idle_transition_to_parked(idle, 1, false);
	idle_transition_to_parked(idle, 2, false);
	model_start(&world->threads[0], notify_main, world);
	notify_main(world);
	model_join(&world->threads[0]);
	model_check(at_load_relaxed(&world->notified) == 1, "two notifiers wake one of two");
	model_check(idle->sleeper_count == 1 && idle->sleepers[0] == 1, "the last one to park");
	model_check(at_load_relaxed(&idle->word) == 2 * IDLE_UNPARKED_ONE + IDLE_SEARCHING_ONE,
		    "it is counted awake and searching once");
	world_destroy(world);
}
MODEL(one_wake_in_flight, .checks = "two notifiers at once, two sleepers: one is woken",
      .threads = 2, .bound = -1)

static void leave_main(void *opaque)
{
	struct world *world = (struct world *)opaque;

	if (idle_transition_from_searching(&world->runtime->idle))
		at_fetch_add_relaxed(&world->notified, 1);
}

/* One finds work, the other goes to sleep: exactly one of the two is told to go on. */
static void one_is_the_last_searcher(void)
{
	struct world *world = world_create(4);
	struct idle *idle = &world->runtime->idle;
	bool was_last;

	model_check(idle_transition_to_searching(idle) && idle_transition_to_searching(idle),
		    "two of four may search");
	model_check(!idle_transition_to_searching(idle), "a third may not");
	model_start(&world->threads[0], leave_main, world);
	was_last = idle_transition_to_parked(idle, 1, true);
	model_join(&world->threads[0]);
	model_check(at_load_relaxed(&world->notified) + was_last == 1, "one was the last");
	model_check(at_load_relaxed(&idle->word) == 3 * IDLE_UNPARKED_ONE, "nobody searches");
	world_destroy(world);
}
MODEL(one_is_the_last_searcher, .checks = "of two that stop at once one is the last", .threads = 2,
      .bound = -1)
