/* SPDX-License-Identifier: MIT */
/*
 * Description: how many polls of the load a probe of inject_latency waits is what was counted
 *
 * One worker, and a turnstile at the end of each poll of the load (its yield), so that nothing
 * moves while a probe is spawned: the load has polls before the spawn as often as the test
 * says (the delay), then runs until the probe has run.  What that comes to the test counts
 * itself; and it follows from the interval alone, where that is fixed and nobody but the
 * probe is in the inject queue: the worker looks there at least every interval ticks, polls
 * the load once per tick at most (its members are woken all at once, at the end of a tick, so
 * that the LIFO slot is empty when a second could come out of it), and takes the probe at the
 * first look.  Weakness: with another policy only the counts are compared.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "workloads/background.h"

#define PROBES_MAX 4096
#define OPEN	   UINT64_MAX

#ifdef SCHED_TINY
#define LOAD_THAT_LASTS 3 /* what the local queue and the slot can hold, twice over */
#else
#define LOAD_THAT_LASTS 100 /* more than the polls between two wakes: no queue runs dry */
#endif

extern const struct workload workload_inject_latency;

static struct {
	at_u64 allowed; /* polls of the load that may end, or OPEN */
	at_u64 ended;	/* that want to, or have */
	bool in_use;
	uint64_t settle; /* polls before the first probe */
	uint64_t (*delay)(uint64_t probe);
	const struct sched_task_ops *probe_ops;
	uint64_t ended_before; /* this probe is spawned */
	uint64_t spawned;
	uint64_t waited[PROBES_MAX];
	at_u64 ran; /* probes */
} turnstile;

/* ---------------------------------------------------------------- bench -- */

static struct {
	struct workload_env env;
	struct arm_config config;
	struct arm_block block;
	struct arm_histogram latency;
} bench;

static const struct arm_extra *extra(const char *name)
{
	for (uint32_t i = 0; i < bench.block.extra_count; i++)
		if (strcmp(bench.block.extras[i].name, name) == 0)
			return &bench.block.extras[i];
	return NULL;
}

/* As a number, of a knob of the variant; 0 if it is another word. */
static uint64_t knob(const char *name)
{
	const struct arm *arm = arm_self();

	for (uint32_t i = 0; i < arm->knob_count; i++)
		if (strcmp(arm->knobs[i].name, name) == 0)
			return strtoull(arm->knobs[i].value, NULL, 10);
	fail_msg("there is no knob %s", name);
	return 0;
}

static bool is_fixed(void)
{
	const struct arm *arm = arm_self();

	for (uint32_t i = 0; i < arm->knob_count; i++)
		if (strcmp(arm->knobs[i].name, "SCHED_INTERVAL") == 0)
			return strcmp(arm->knobs[i].value, "INTERVAL_FIXED") == 0;
	return false;
}

/* ----------------------------------------------------------------- turnstile -- */

void __real_background_watch(struct background *background);
void __wrap_background_watch(struct background *background);
void __real_background_stop(struct workload_env *env, struct background *background);
void __wrap_background_stop(struct workload_env *env, struct background *background);
enum sched_poll __real_sched_yield_now(struct sched_context *context);
enum sched_poll __wrap_sched_yield_now(struct sched_context *context);
int __real_sched_spawn_on(struct sched_runtime *runtime, const struct sched_task_ops *ops,
			  const void *state, struct sched_join *join);
int __wrap_sched_spawn_on(struct sched_runtime *runtime, const struct sched_task_ops *ops,
			  const void *state, struct sched_join *join);

/* On the worker, at the end of each poll of the load. */
enum sched_poll __wrap_sched_yield_now(struct sched_context *context)
{
	uint64_t mine = at_load_owned(&turnstile.ended) + 1;

	at_store_release(&turnstile.ended, mine); /* pairs: GT1 - the turn is counted */
	while (turnstile.in_use && at_load_acquire(&turnstile.allowed) < mine) /* pairs: GT2 */
		at_spin_hint();
	return __real_sched_yield_now(context);
}

static uint64_t wait_until_held(void)
{
	uint64_t allowed = at_load_acquire(&turnstile.allowed); /* pairs: GT2 */

	while (at_load_acquire(&turnstile.ended) != allowed + 1) /* pairs: GT1 */
		at_spin_hint();
	return allowed + 1;
}

/* So many polls begin and want to end; the one that is held ends. */
static void let_run(uint64_t polls)
{
	at_store_release(&turnstile.allowed, wait_until_held() - 1 + polls); /* pairs: GT2 */
	wait_until_held();
}

/* Nothing of the load is in the inject queue after so many polls of all. */
void __wrap_background_watch(struct background *background)
{
	if (turnstile.in_use)
		let_run(turnstile.settle);
	__real_background_watch(background);
}

void __wrap_background_stop(struct workload_env *env, struct background *background)
{
	at_store_release(&turnstile.allowed, OPEN); /* pairs: GT2 */
	__real_background_stop(env, background);
}

/* On the worker: its next poll is one of the load, and is held. */
static enum sched_poll probe_poll(void *state, struct sched_context *context)
{
	uint64_t ended = at_load_owned(&turnstile.ended);

	turnstile.waited[turnstile.spawned - 1] = ended - turnstile.ended_before;
	at_store_release(&turnstile.allowed, ended); /* pairs: GT2 */
	at_fetch_add_release(&turnstile.ran, 1);     /* pairs: GT3 */
	return turnstile.probe_ops->poll(state, context);
}

static int spawn_probe(struct sched_runtime *runtime, const struct sched_task_ops *ops,
		       const void *state, struct sched_join *join)
{
	static struct sched_task_ops wrapped;
	uint64_t probe = turnstile.spawned++;
	int error;

	if (probe == PROBES_MAX)
		abort(); /* those beyond have no end */
	turnstile.probe_ops = ops;
	wrapped = *ops;
	wrapped.poll = probe_poll;
	turnstile.ended_before = wait_until_held();
	let_run(turnstile.delay(probe));
	error = __real_sched_spawn_on(runtime, &wrapped, state, join);
	at_store_release(&turnstile.allowed, OPEN);		     /* pairs: GT2 */
	while (at_load_acquire(&turnstile.ran) != turnstile.spawned) /* pairs: GT3 */
		at_spin_hint();
	wait_until_held(); /* who reads the turns next reads all of them */
	return error;
}

int __wrap_sched_spawn_on(struct sched_runtime *runtime, const struct sched_task_ops *ops,
			  const void *state, struct sched_join *join)
{
	if (turnstile.in_use && strcmp(ops->name, "inject_latency probe") == 0)
		return spawn_probe(runtime, ops, state, join);
	return __real_sched_spawn_on(runtime, ops, state, join);
}

/* ----------------------------------------------------------------- runs -- */

static void run(uint64_t probes, uint64_t iterations, uint64_t load,
		uint64_t (*delay)(uint64_t probe))
{
	const uint64_t params[] = { probes, load, 1 };
	struct sched_config config = { .workers = 1, .seed = 7 };

	memset(&turnstile, 0, sizeof(turnstile));
	at_init(&turnstile.allowed, 0);
	at_init(&turnstile.ended, 0);
	at_init(&turnstile.ran, 0);
	turnstile.in_use = load > 0;
	turnstile.settle = 2 * load * (is_fixed() ? knob("SCHED_INTERVAL_FIXED") : 127);
	turnstile.delay = delay;
	memset(&bench, 0, sizeof(bench));
	bench.config.workers = 1;
	bench.block.iterations = iterations;
	bench.block.latency = &bench.latency;
	bench.env.config = &bench.config;
	bench.env.params = params;
	bench.env.block = &bench.block;
	workload_checks_init();
	assert_int_equal(sched_runtime_create(&config, &bench.env.runtime), 0);
	workload_checks_start(&bench.env);
	assert_int_equal(workload_inject_latency.run(&bench.env), 0);
	assert_string_equal(bench.block.error, "");
	assert_int_equal(bench.block.units, probes * iterations);
	sched_runtime_shutdown(bench.env.runtime);
	sched_runtime_destroy(bench.env.runtime);
	workload_checks_fini();
	at_fini(&turnstile.allowed);
	at_fini(&turnstile.ended);
	at_fini(&turnstile.ran);
}

/* Of the probes that are units, as the test counted. */
static uint64_t counted(void)
{
	uint64_t sum = 0;

	for (uint64_t i = 0; i < bench.block.units; i++)
		sum += turnstile.waited[i];
	return sum;
}

static uint64_t polls_waited(void)
{
	const struct arm_extra *polls = extra("polls_waited");

	assert_non_null(polls);
	assert_string_equal(polls->unit, "poll");
	assert_int_equal(polls->kind, ARM_SUM);
	return (uint64_t)polls->value;
}

static uint64_t no_delay(uint64_t probe)
{
	(void)probe;
	return 0;
}

static uint64_t delay_of_one(uint64_t probe)
{
	(void)probe;
	return 1;
}

static uint64_t delay_that_varies(uint64_t probe)
{
	return probe * 7 % 5;
}

/* ---------------------------------------------------------------- tests -- */

static void test_what_is_reported_is_what_was_counted(void **state)
{
	(void)state;
	run(10, 3, 3, delay_that_varies);
	assert_int_equal(turnstile.spawned, 30);
	assert_int_equal(polls_waited(), counted());
	assert_true(counted() >= 60); /* the delays */
	assert_true(extra("background_turns")->value >= (double)counted());
}

/* Interval 1 is a look before each task: a probe waits for its delay and for nobody else.  A
 * longer one is a bound; and the number, give or take one, where no queue runs dry, which is
 * another look. */
static void test_interval_is_the_number(void **state)
{
	uint64_t interval = knob("SCHED_INTERVAL_FIXED");
	bool is_exact = LOAD_THAT_LASTS > knob("SCHED_EVENT_INTERVAL");

	(void)state;
	if (!is_fixed())
		skip();
	run(20, 1, 3, delay_that_varies);
	for (uint64_t i = 0; i < 20; i++)
		assert_in_range(turnstile.waited[i], delay_that_varies(i),
				delay_that_varies(i) + interval - 1);
	run(20, 1, LOAD_THAT_LASTS, no_delay);
	assert_int_equal(polls_waited(), counted());
	assert_in_range(polls_waited(), 0, 20 * (interval - 1));
	for (uint64_t i = 1; is_exact && i < 20; i++)
		assert_in_range(turnstile.waited[i], interval > 2 ? interval - 2 : 0, interval - 1);
}

/* One probe is asked for, and there are three members to have a turn beside it: the one
 * that was held when it was spawned began before, one has run while it was delayed, and one
 * is held after it.  A probe after that is no unit. */
static void test_what_is_done_beyond_does_not_count(void **state)
{
	(void)state;
	if (!is_fixed() || knob("SCHED_INTERVAL_FIXED") != 1)
		skip();
	run(1, 1, 3, delay_of_one);
	assert_true(turnstile.spawned > 1);
	assert_int_equal(turnstile.waited[1], 1);
	assert_int_equal(polls_waited(), 1);
}

static void test_no_load_has_no_polls(void **state)
{
	(void)state;
	run(10, 1, 0, no_delay);
	assert_null(extra("polls_waited"));
	assert_int_equal(bench.latency.count, 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_reported_is_what_was_counted),
		cmocka_unit_test(test_interval_is_the_number),
		cmocka_unit_test(test_what_is_done_beyond_does_not_count),
		cmocka_unit_test(test_no_load_has_no_polls),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
