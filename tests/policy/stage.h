/* SPDX-License-Identifier: MIT */
/*
 * stage.h - a runtime without threads, on which a policy test acts as every worker.
 *
 * The engine is inside the test, as in tests/unit, and counts.  What a worker does is
 * worker_loop once round or a piece of it, on the test's own thread: so nothing races, the clock
 * stands still until the test moves it, and a worker that goes to sleep comes to
 * `stage.asleep`, where the test says what happens meanwhile.
 *
 * Tasks are actors: each has a letter, which a poll appends to what was polled, and an act.
 *
 * Weakness: one thread.  A rule that only interleavings show belongs to verify/models.
 */
#ifndef TESTS_POLICY_STAGE_H
#define TESTS_POLICY_STAGE_H

#include "sched/park.h"

static uint64_t stage_now(void);
static void stage_park(struct parker *parker);
static bool stage_park_for(struct parker *parker, uint64_t timeout_ns);
struct worker;
static bool stage_goes_on(struct worker *worker);
static void *stage_alloc(size_t bytes, size_t align);
static void stage_free(void *pointer, size_t bytes);
#define os_now		stage_now
#define os_alloc	stage_alloc
#define os_free		stage_free
#define parker_park	stage_park
#define parker_park_for stage_park_for
#define WORKER_GOES_ON	stage_goes_on
#include "tests/unit/internals.h"
#undef os_now
#undef os_alloc
#undef os_free
#undef parker_park
#undef parker_park_for
#undef WORKER_GOES_ON

#define STAGE_MOST 4096 /* polls that are remembered */

struct actor {
	char name;
	enum sched_poll (*act)(struct actor *actor, struct sched_context *context);
	void *arg; /* the test's */
	uint32_t polls;
	int worker;		  /* of the latest poll */
	struct sched_waker waker; /* kept by act_sleep */
};

static struct stage {
	struct sched_runtime *runtime;
	uint64_t now;
	bool is_scarce; /* no memory is left */
	uint32_t clock_reads;
	uint32_t rounds;    /* that the worker has left */
	struct batch batch; /* as it was before the round */
	uint32_t clock_reads_before;
	/* What happens while a worker sleeps; NULL: nothing may sleep. */
	void (*asleep)(struct worker *worker);
	uint64_t timeout_ns; /* of the last sleep that had one */
	char polled[STAGE_MOST];
	uint32_t polls;
} stage;

static uint64_t stage_now(void)
{
	stage.clock_reads++;
	return stage.now;
}

static int64_t stage_blocks; /* allocated and not freed, since the program began */
static size_t stage_align;   /* as asked for last */

/* What was not set up shows: memory is never zero by chance. */
static void *stage_alloc(size_t bytes, size_t align)
{
	void *memory = stage.is_scarce ? NULL : os_alloc(bytes, align);

	if (!memory)
		return NULL;
	stage_blocks++;
	stage_align = align;
	return memset(memory, 0xa5, bytes);
}

static void stage_free(void *pointer, size_t bytes)
{
	stage_blocks -= pointer != NULL;
	os_free(pointer, bytes);
}

/* After the last test: every task and runtime is gone, so every reference was dropped. */
static SCHED_UNUSED int stage_leaks(void)
{
	if (stage_blocks != 0)
		print_error("%lld blocks of memory were not freed\n", (long long)stage_blocks);
	return stage_blocks != 0;
}

/* The worker that the thread is acts on; a sleep that nothing ends would last for ever. */
static void stage_park(struct parker *parker)
{
	if (parker_try_take(parker))
		return;
	if (!stage.asleep)
		fail_msg("a worker sleeps, and nobody will wake it");
	stage.asleep(worker_current(stage.runtime));
	if (!parker_try_take(parker))
		fail_msg("what happened during its sleep did not wake the worker");
}

/* Its timeout is over when the test has nothing more to do meanwhile. */
static SCHED_UNUSED bool stage_park_for(struct parker *parker, uint64_t timeout_ns)
{
	stage.timeout_ns = timeout_ns;
	if (parker_try_take(parker))
		return true;
	if (stage.asleep)
		stage.asleep(worker_current(stage.runtime));
	return parker_try_take(parker);
}

/* ------------------------------------------------------------ who acts -- */

static SCHED_UNUSED struct worker *stage_as(uint32_t index)
{
	struct worker *worker = &stage.runtime->workers[index];

	os_set_current(&worker->context);
	return worker;
}

/* As a thread that is no worker. */
static SCHED_UNUSED void stage_as_outside(void)
{
	os_set_current(NULL);
}

/* The loop begins with a batch of polls, and a round in its middle does not. */
static bool stage_goes_on(struct worker *worker)
{
	if (worker->is_shutdown || stage.rounds == 0)
		return false;
	stage.rounds--;
	worker->batch = stage.batch;
	stage.clock_reads = stage.clock_reads_before;
	return true;
}

/* One round of the worker's loop. */
static SCHED_UNUSED void stage_turn(uint32_t index)
{
	struct worker *worker = stage_as(index);

	stage.rounds = 1;
	stage.batch = worker->batch;
	stage.clock_reads_before = stage.clock_reads;
	worker_loop(worker);
}

static SCHED_UNUSED void stage_turns(uint32_t index, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		stage_turn(index);
}

/* ---------------------------------------------------------- begin, end -- */

static SCHED_UNUSED void stage_begin(uint32_t workers)
{
	memset(&stage, 0, sizeof(stage));
	stage.runtime = runtime_without_threads(workers);
	for (uint32_t i = 0; i < workers; i++)
		worker_batch_start(&stage.runtime->workers[i]);
	stage_as(0);
}

/* The engine's own shutdown, one worker after the other; every task ends. */
static SCHED_UNUSED void stage_end(void)
{
	uint32_t workers = stage.runtime->config.workers;

	stage_as_outside();
	runtime_close(stage.runtime);
	for (uint32_t i = 0; i < workers; i++) {
		stage.runtime->workers[i].is_shutdown = true;
		worker_main(&stage.runtime->workers[i]);
	}
	sched_runtime_destroy(stage.runtime);
	stage.runtime = NULL;
}

/* -------------------------------------------------------------- actors -- */

static enum sched_poll actor_poll(void *state, struct sched_context *context)
{
	struct actor *actor = *(struct actor **)state;

	if (stage.polls < STAGE_MOST - 1)
		stage.polled[stage.polls++] = actor->name;
	actor->polls++;
	actor->worker = sched_worker_index();
	return actor->act(actor, context);
}

static const struct sched_task_ops actor_ops = { .name = "actor",
						 .poll = actor_poll,
						 .state_bytes = sizeof(struct actor *) };

static SCHED_UNUSED enum sched_poll act_ready(struct actor *actor, struct sched_context *context)
{
	(void)actor;
	(void)context;
	return SCHED_READY;
}

/* Pending until somebody wakes it: actor_wake. */
static SCHED_UNUSED enum sched_poll act_sleep(struct actor *actor, struct sched_context *context)
{
	if (!actor->waker.target)
		actor->waker = sched_waker_clone(&context->waker);
	return SCHED_PENDING;
}

/* Wakes itself during its poll, always. */
static SCHED_UNUSED enum sched_poll act_wake_self(struct actor *actor,
						  struct sched_context *context)
{
	(void)actor;
	sched_waker_wake_by_ref(&context->waker);
	return SCHED_PENDING;
}

static SCHED_UNUSED enum sched_poll act_yield(struct actor *actor, struct sched_context *context)
{
	(void)actor;
	return sched_yield_now(context);
}

static SCHED_UNUSED struct actor actor_of(char name,
					  enum sched_poll (*act)(struct actor *actor,
								 struct sched_context *context))
{
	struct actor actor = { .name = name, .act = act, .worker = -1 };

	return actor;
}

/* From whoever the thread is now. */
static SCHED_UNUSED void actor_spawn(struct actor *actor)
{
	assert_int_equal(sched_spawn_on(stage.runtime, &actor_ops, &actor, NULL), 0);
}

static SCHED_UNUSED void actor_wake(struct actor *actor)
{
	sched_waker_wake_by_ref(&actor->waker);
}

/* Every actor that slept, before stage_end or after. */
static SCHED_UNUSED void actor_end(struct actor *actor)
{
	sched_waker_drop(&actor->waker);
}

/* ---------------------------------------------------------- what it saw -- */

/* These letters were polled, in this order, since the last time it was asked. */
static SCHED_UNUSED void expect_polled(const char *letters)
{
	stage.polled[stage.polls] = '\0';
	assert_string_equal(stage.polled, letters);
	stage.polls = 0;
}

/* The sum over workers since stage_begin. */
static SCHED_UNUSED uint64_t counted(const char *name)
{
	return metric_value(stage.runtime, name);
}

/* -------------------------------------------------------------- a test -- */

/* A rule is a test of the same name, in tests/policy/rules.tsv and in the array before main. */
#define RULE(name) cmocka_unit_test(name)

/* PROGRAM [RULE]: all rules, or one. */
#define POLICY_MAIN(title, rules) \
	int main(int argc, char **argv) \
	{ \
		int failed; \
\
		if (argc > 1) \
			cmocka_set_test_filter(argv[1]); \
		failed = cmocka_run_group_tests_name(title, rules, NULL, NULL); \
		return failed ? failed : stage_leaks(); \
	}

#endif
