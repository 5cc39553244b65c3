/* SPDX-License-Identifier: MIT */
/*
 * workload.h - what a workload is made of.  A workload sees only this file and
 * the public headers of the scheduler; it goes through the seams for
 * everything, so that the same source runs under any engine.
 *
 * A workload is one file that defines a run function and registers itself:
 *
 *	WORKLOAD_UNITS(fan_out, values[PARAM_CHILDREN] * values[PARAM_ROUNDS])
 *
 *	WORKLOAD(fan_out) = {
 *		.about = { .name = "fan_out", ... },
 *		.run = fan_out_run,
 *		.units = fan_out_units,
 *	};
 *
 * `run` repeats the shape env->block->iterations times, adds the timed regions
 * with workload_start / workload_stop, sets the units done, and verifies its
 * own result.  Verification is part of every run.
 *
 * Who waits must not be forgotten because the wait does not end: it counts from when
 * the thing could run, the first time from its spawn; and what is measured goes on, for
 * WORKLOAD_PATIENCE, until all that are promised a turn meanwhile have had it (after the
 * time where the length of a block must not matter: background.h).  Else a
 * scheduler that starves them has no waits, and is the faster one.  A wait that is
 * open at the end counts with its length so far, or in the extra "open_waits".
 *
 * What a workload shares between its tasks is static where a wrong scheduler
 * might still run a stray task after the end: the stray is then counted and
 * reported at the next check instead of corrupting memory.
 */
#ifndef WORKLOADS_WORKLOAD_H
#define WORKLOADS_WORKLOAD_H

#include <errno.h>

#include "sched/atomics.h"
#include "sched/oneshot.h"
#include "sched/os.h"
#include "sched/sched.h"
#include "workloads/arm.h"

struct workload_env {
	struct sched_runtime *runtime;
	const struct arm_config *config; /* workers, on_thread_start */
	const uint64_t *params;		 /* in the order of about.params */
	struct arm_block *block;
	uint64_t started_ns;	/* private to workload_start / workload_stop */
	uint64_t runs_expected; /* private to workload_expect_runs */
};

/*
 * What a workload promises to notice of a scheduler that goes wrong, and how.  Each is
 * kept in every run, and tests/workloads/run_broken.c holds each workload to all of its
 * own, and to no more: it runs them on schedulers with one defect each.  What nobody can
 * promise is the order in which tasks run: no design gives one.
 */
enum workload_promise {
	WORKLOAD_WAITS_FOR_TASKS = 1,  /* one that never runs: there is no end */
	WORKLOAD_COUNTS_RUNS = 2,      /* one that runs again after its end: a wrong result */
	WORKLOAD_WAITS_FOR_WAKES = 4,  /* one of a task is dropped: there is no end */
	WORKLOAD_ENDS_BESIDE_LOAD = 8, /* a task that others, which do not end before it has
					* run, are preferred to: there is no end */
	WORKLOAD_GIVES_TURNS = 16,     /* a task that has no turn while others run for as long as
					* WORKLOAD_PATIENCE: a wrong result */
	WORKLOAD_CHECKS_RESULTS = 32   /* results that come for another task: a wrong result */
};

/* A cell in which promises can be seen to be kept: parameters that are not the least. */
#define WORKLOAD_SETTING_PARAMS 3
struct workload_setting {
	const char *params[WORKLOAD_SETTING_PARAMS]; /* "load=1"; of the end: none */
	uint32_t hides;				     /* promises that cannot be broken there */
};

struct workload {
	struct arm_workload about;
	uint32_t promises;			 /* enum workload_promise */
	const struct workload_setting *settings; /* with an end; NULL: the least do */
	/* 0, or a negative errno when the workload could not run at all. */
	int (*run)(struct workload_env *env);
	/* Units of work of an iteration, which `run` must have counted: looked at in every run. */
	uint64_t (*units)(const uint64_t *values);
	/* NULL, or why it cannot run with these parameters; may itself be NULL. */
	const char *(*refuses)(const uint64_t *params, uint32_t workers);
	/* Each block is to run on a runtime that has run nothing before; may be NULL: no. */
	bool (*wants_fresh_runtime)(const uint64_t *params);
};

/* Registration: pointers in a section, no central list.  The section can be written: arm.c
 * sorts it in place. */
#define WORKLOAD(id) \
	extern const struct workload workload_##id; \
	static const struct arm_workload *workload_##id##_entry \
		__attribute__((used, section("workload_set"))) = &workload_##id.about; \
	const struct workload workload_##id

extern const struct arm_workload *__start_workload_set[];
extern const struct arm_workload *__stop_workload_set[];

/* Of an entry of the section. */
static inline const struct workload *workload_of(const struct arm_workload *about)
{
	return (const struct workload *)(const void *)about; /* its first member */
}

/* The parameters' values in the order of about.params. */
#define WORKLOAD_UNITS(id, units) \
	static uint64_t id##_units(const uint64_t *values) \
	{ \
		(void)values; \
		return units; \
	}

/* What is measured goes on until all others that are promised a turn meanwhile have
 * had it, by at most so many of its units; what is done so counts as time and not as
 * work, and who has had no turn by then is starved.  A count and no time, so that a
 * machine that stood still starves nobody; a second or so of messages between tasks,
 * longer than any system keeps one of two threads from running. */
#ifndef WORKLOAD_PATIENCE
#define WORKLOAD_PATIENCE (1u << 22)
#endif

#define WORKLOAD_PARAMS(array) .params = (array), .param_count = sizeof(array) / sizeof((array)[0])

/* ---------------------------------------------------------------- time -- */

static inline void workload_start(struct workload_env *env)
{
	env->started_ns = os_now();
}

static inline void workload_stop(struct workload_env *env)
{
	env->block->timed_ns += os_now() - env->started_ns;
}

/* Busy work of a known length. */
static inline void spin_for(uint64_t ns)
{
	uint64_t until = os_now() + ns;

	while (os_now() < until)
		at_spin_hint();
}

/* -------------------------------------------------------- verification -- */

/* Record the first thing that was wrong. */
void workload_fail(struct workload_env *env, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static inline bool workload_expect_equal(struct workload_env *env, const char *what, uint64_t found,
					 uint64_t expected)
{
	if (found == expected)
		return true;
	workload_fail(env, "%s: %llu, expected %llu", what, (unsigned long long)found,
		      (unsigned long long)expected);
	return false;
}

void workload_extra(struct workload_env *env, const char *name, const char *unit,
		    enum arm_extra_kind kind, double value);
/* The value of a scheduler metric; false where this build does not count it. */
bool workload_metric(struct workload_env *env, const char *name, uint64_t *value);

/* How many bytes of the heap are in use; false where nobody can know.  Not in a timed region. */
bool workload_heap_bytes(struct workload_env *env, uint64_t *bytes);

void workload_histogram_clear(struct arm_histogram *histogram);
/* Add what was recorded privately to the block's histogram, or the like. */
void workload_histogram_merge(struct arm_histogram *into, const struct arm_histogram *from);

/* ------------------------------------------------------------ counters -- */

/* A shared counter; its accesses order nothing but themselves unless the name
 * says so. */
struct workload_counter {
	at_u64 value;
};

static inline void workload_counter_init(struct workload_counter *counter, uint64_t value)
{
	at_init(&counter->value, value);
}

static inline void workload_counter_fini(struct workload_counter *counter)
{
	at_fini(&counter->value);
}

/* Ready for the next iteration: between iterations, when no task touches it. */
static inline void workload_counter_set(struct workload_counter *counter, uint64_t value)
{
	at_store_relaxed(&counter->value, value);
}

static inline void workload_counter_add(struct workload_counter *counter, uint64_t value)
{
	at_fetch_add_relaxed(&counter->value, value);
}

/* Count down; true for the one that reaches zero.  What the others did before
 * is visible to that one. */
static inline bool workload_counter_down(struct workload_counter *counter)
{
	return at_fetch_sub_acq_rel(&counter->value, 1) == 1; /* pairs: WC1, WC1 */
}

static inline uint64_t workload_counter_read(struct workload_counter *counter)
{
	return at_load_relaxed(&counter->value);
}

/* ------------------------------------------- each task exactly once -- */

/* Zero before and checked after every block, by the code that runs blocks:
 * tasks that were cancelled, dropped or refused, and results that were wrong. */
extern struct workload_counter workload_lost;
extern struct workload_counter workload_wrong;

/* What the block could not have, -ENOMEM for one; the first is kept.  Then the block could
 * not run, whatever else it looks like: nothing that was never there has been lost.  From
 * any thread. */
void workload_lacks(int error);

/* A oneshot, or NULL, and the block lacks the memory for it. */
static inline struct sched_oneshot *workload_oneshot(void)
{
	struct sched_oneshot *oneshot = sched_oneshot_create();

	if (__builtin_expect(!oneshot, 0))
		workload_lacks(-ENOMEM);
	return oneshot;
}

/* Runs per worker, for tasks that share no counter of their own: each line is
 * written by one worker, so counting adds no shared write to the workload. */
struct workload_tally_line {
	at_u64 runs;
} __attribute__((aligned(128)));
extern struct workload_tally_line workload_tally[SCHED_WORKERS_MAX + 1];

static inline void workload_ran(void)
{
	at_u64 *runs = &workload_tally[sched_worker_index() + 1].runs;
	uint64_t before = at_load_owned(runs);

	at_store_relaxed(runs, before + 1);
}

/* So many calls of workload_ran more are expected of this block; checked after the run,
 * when a stray task has had time to run too. */
void workload_expect_runs(struct workload_env *env, uint64_t expected);
/* How often it has been called in this block, so far. */
uint64_t workload_runs(const struct workload_env *env);
/* False, with the reason recorded, unless countdown.h's counts are all zero. */
bool workload_expect_nothing_open(struct workload_env *env);

/* Before every block: nothing has run or got lost since the last one.  After it, when
 * nothing is counted any more, since it sleeps: this block is right (0), or what it could
 * not have (a negative errno).  Between init and fini, by the code that starts and stops
 * the runtime. */
void workload_checks_start(struct workload_env *env);
int workload_checks_stop(struct workload_env *env);
void workload_checks_init(void);
void workload_checks_fini(void);

/* A task that is polled after its end says so, where it would touch what is gone. */
static inline enum sched_poll workload_ran_again(void)
{
	workload_counter_add(&workload_wrong, 1);
	return SCHED_READY;
}

/* A `drop` for tasks that own nothing: counts the loss. */
void workload_drop_lost(void *state);

/* --------------------------------------------------------- spawn, join -- */

void workload_spawn_failed(const struct sched_task_ops *ops, void *state, int error);

/* Spawn; a task that cannot be spawned is dropped, so that whoever waits for it is not kept
 * waiting.  It counts as lost, unless what it lacks is memory. */
static inline void workload_spawn(const struct sched_task_ops *ops, void *state,
				  struct sched_join *join)
{
	int error = sched_spawn(ops, state, join);

	if (__builtin_expect(error != 0, 0))
		workload_spawn_failed(ops, state, error);
}

static inline void workload_spawn_on(struct sched_runtime *runtime,
				     const struct sched_task_ops *ops, void *state,
				     struct sched_join *join)
{
	int error = sched_spawn_on(runtime, ops, state, join);

	if (__builtin_expect(error != 0, 0))
		workload_spawn_failed(ops, state, error);
}

/* Await a task with a uint64_t output; a cancelled one counts as lost and gives
 * 0.  On SCHED_READY the handle is released. */
enum sched_poll workload_join_one(struct sched_join *join, struct sched_context *context,
				  uint64_t *output);

/* The unit of work that is nothing but a task: state and output are a uint64_t,
 * the output is the state + 1, which a second run of the same cell would show. */
extern const struct sched_task_ops workload_unit_ops;

/* Await unit tasks in order; handle i was spawned with state first + i. */
struct workload_joins {
	struct sched_join *handles;
	uint64_t count;
	uint64_t first;
	uint64_t next;
};

/* Inline and lean: a root that is woken for every child comes through here twice
 * per child, so this is in the instruction counts of the workloads that join. */
static inline enum sched_poll workload_joins_poll(struct workload_joins *joins,
						  struct sched_context *context)
{
	while (joins->next < joins->count) {
		struct sched_join *handle = &joins->handles[joins->next];
		uint64_t output;
		int status;

		if (sched_join_poll(handle, context, &output, &status) == SCHED_PENDING)
			return SCHED_PENDING;
		sched_join_detach(handle);
		joins->next++;
		if (__builtin_expect(status != 0, 0))
			workload_counter_add(&workload_lost, 1);
		else if (__builtin_expect(output != joins->first + joins->next, 0))
			workload_counter_add(&workload_wrong, 1);
	}
	return SCHED_READY;
}

/* Release the handles that have not been awaited: for the `drop` of who awaits. */
void workload_joins_drop(struct workload_joins *joins);

/* block_on(all handles).  false, with the reason recorded, the handles released and the
 * runtime shut down, if the runtime refused. */
bool workload_block_on_joins(struct workload_env *env, struct sched_join *handles, uint64_t count);

/* The body of Tokio's spawn_many_remote_*, to be timed by the caller: per iteration,
 * spawn `tasks` unit tasks from this thread, then await them in order.  handles: room
 * for all. */
void workload_spawn_and_join(struct workload_env *env, struct sched_join *handles, uint64_t tasks,
			     uint64_t iterations);

/* Spawn a task from outside and block_on(its handle): how main starts an
 * iteration and waits for its end.  false, with the reason recorded, if the
 * task did not complete; then the runtime is shut down, so that no task is left that
 * could use what the caller frees now. */
bool workload_block_on_task(struct workload_env *env, const struct sched_task_ops *ops, void *state,
			    void *output);

/* ----------------------------------------------------------- producers -- */

/* A thread of the workload that is no worker: pinned and counted by the harness
 * like the workers are. */
struct workload_producer {
	struct os_thread thread;
	const struct arm_config *config;
	uint32_t index;
	void (*run)(void *arg);
	void *arg;
};

/* 0 or -EAGAIN.  `producer` must live until the join. */
int workload_producer_start(struct workload_env *env, struct workload_producer *producer,
			    uint32_t index, void (*run)(void *arg), void *arg);
void workload_producer_join(struct workload_producer *producer);

/* A rendezvous of `count` threads, blocking, for one use. */
struct workload_barrier {
	at_u32 missing;
};

static inline void workload_barrier_init(struct workload_barrier *barrier, uint32_t count)
{
	at_init(&barrier->missing, count);
}

static inline void workload_barrier_fini(struct workload_barrier *barrier)
{
	at_fini(&barrier->missing);
}

/* Arrive without waiting. */
void workload_barrier_arrive(struct workload_barrier *barrier);
void workload_barrier_wait(struct workload_barrier *barrier);

/* A blocking signal from any thread to one waiting thread that is no worker (what
 * std::sync::mpsc is to Tokio's benches). */
struct workload_signal {
	at_u32 raised;
};

static inline void workload_signal_init(struct workload_signal *signal)
{
	at_init(&signal->raised, 0);
}

static inline void workload_signal_fini(struct workload_signal *signal)
{
	at_fini(&signal->raised);
}

void workload_signal_raise(struct workload_signal *signal);
void workload_signal_wait(struct workload_signal *signal);

#endif
