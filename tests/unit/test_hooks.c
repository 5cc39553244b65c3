/* SPDX-License-Identifier: MIT */
/*
 * Description: each hook of sched/knobs.h is called in the place of the engine's own, and named
 * With HOOKS_WITHOUT_CLOCK the tuner says that it needs no time: no clock is read for a batch.
 */
#include "sched/sched.h"

struct interval;
struct sched_task;
static void my_sample(struct interval *interval, uint64_t ns, uint64_t polls);
static uint32_t my_current(const struct interval *interval);
static enum sched_poll my_poll(struct sched_task *task, struct sched_context *context);

#define SCHED_INTERVAL_SAMPLE  my_sample
#define SCHED_INTERVAL_CURRENT my_current
#define SCHED_POLL	       my_poll
#ifdef HOOKS_WITHOUT_CLOCK
#define SCHED_INTERVAL_NEEDS_CLOCK 0
#define SCHED_METRICS_BATCHED	   0
#endif
#include "tests/unit/internals.h"

#define MY_INTERVAL 7u
#define YIELDS	    100u

/* Of the one worker; read when it is gone. */
static uint64_t samples, questions, polls;

static void my_sample(struct interval *interval, uint64_t ns, uint64_t batch)
{
	samples++;
	interval->average_whole_ns = ns / batch;
}

static uint32_t my_current(const struct interval *interval)
{
	(void)interval;
	questions++;
	return MY_INTERVAL;
}

static enum sched_poll my_poll(struct sched_task *task, struct sched_context *context)
{
	polls++;
	return task_poll_once(task, context);
}

static bool uses_SCHED_INTERVAL_SAMPLE(void)
{
	return (samples > 0) == WORKER_READS_CLOCK;
}

static bool uses_SCHED_INTERVAL_CURRENT(void)
{
	return questions > 0;
}

static bool uses_SCHED_INTERVAL_NEEDS_CLOCK(void)
{
#ifdef HOOKS_WITHOUT_CLOCK
	return !WORKER_READS_CLOCK;
#else
	return WORKER_READS_CLOCK;
#endif
}

static bool uses_SCHED_POLL(void)
{
	return polls == YIELDS + 1;
}

/* A hook that has no function here does not compile: write what shows that it is used. */
#define ROW(macro, header, meaning) { #macro, uses_##macro },
static const struct {
	const char *name;
	bool (*is_used)(void);
} hooks[] = { SCHED_HOOK_NAMES(ROW) };

static enum sched_poll yields(void *state, struct sched_context *context)
{
	uint64_t *left = state;

	if (*left == 0)
		return SCHED_READY;
	(*left)--;
	return sched_yield_now(context);
}

static const struct sched_task_ops yielding = {
	.name = "yielding",
	.poll = yields,
	.state_bytes = sizeof(uint64_t),
};

static void every_hook_is_used(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	uint64_t left = YIELDS;
	struct sched_join join;

	(void)unused;
	assert_int_equal(sched_spawn_on(runtime, &yielding, &left, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	runtime_stop(runtime);
	for (size_t i = 0; i < TEST_COUNT(hooks); i++)
		if (!hooks[i].is_used())
			fail_msg("%s is not used", hooks[i].name);
}

static const char *knob(const char *name)
{
	size_t count;
	const struct sched_knob *knobs = sched_knobs(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(knobs[i].name, name) == 0)
			return knobs[i].value;
	return "";
}

static void a_hook_is_named(void **unused)
{
	(void)unused;
	assert_string_equal(knob("SCHED_INTERVAL"), "INTERVAL_HOOK");
	assert_string_equal(knob("SCHED_INTERVAL_SAMPLE"), "my_sample");
	assert_string_equal(knob("SCHED_INTERVAL_CURRENT"), "my_current");
}

/* Hysteresis and the first interval are as without. */
static void the_rest_is_the_engines(void **unused)
{
	(void)unused;
	assert_int_equal(INTERVAL_HYSTERESIS, 2);
	assert_int_equal(interval_initial(), INTERVAL_SEED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_hook_is_used),
		cmocka_unit_test(a_hook_is_named),
		cmocka_unit_test(the_rest_is_the_engines),
	};

	return cmocka_run_group_tests_name("hooks", tests, NULL, NULL);
}
