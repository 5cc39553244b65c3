/* SPDX-License-Identifier: MIT */
/* Description: yield_now and the coop budget: nobody keeps a worker for ever */
#include "sched/oneshot.h"
#include "tests/support/support.h"
#include "tests/unit/api_tests.h"

struct greedy {
	at_u32 stop;
	at_u32 units;  /* granted in the first poll */
	at_u32 forced; /* times that the budget ran out */
	at_u32 refund_failed;
};

/* Spends as fast as it can and never pends of itself. */
static enum sched_poll greedy_poll(void *opaque, struct sched_context *context)
{
	struct greedy *greedy = *(struct greedy **)opaque;
	bool is_first = word_get(&greedy->forced) == 0;

	while (!word_get(&greedy->stop)) {
		if (!sched_coop_proceed(context)) {
			at_fetch_add_relaxed(&greedy->forced, 1);
			return SCHED_PENDING;
		}
		if (is_first)
			at_fetch_add_relaxed(&greedy->units, 1);
	}
	return SCHED_READY;
}

static enum sched_poll stop_greedy_poll(void *opaque, struct sched_context *context)
{
	struct greedy *greedy = *(struct greedy **)opaque;

	(void)context;
	word_set(&greedy->stop, 1);
	return SCHED_READY;
}

static enum sched_poll refund_poll(void *opaque, struct sched_context *context)
{
	struct greedy *greedy = *(struct greedy **)opaque;

	for (int i = 0; i < 1000; i++) {
		if (!sched_coop_proceed(context))
			at_fetch_add_relaxed(&greedy->refund_failed, 1);
		sched_coop_refund(context);
	}
	return SCHED_READY;
}

static const struct sched_task_ops greedy_ops = { .name = "greedy",
						  .poll = greedy_poll,
						  .state_bytes = sizeof(struct greedy *) };
static const struct sched_task_ops stop_greedy_ops = { .name = "stop greedy",
						       .poll = stop_greedy_poll,
						       .state_bytes = sizeof(struct greedy *) };
static const struct sched_task_ops refund_ops = { .name = "refund",
						  .poll = refund_poll,
						  .state_bytes = sizeof(struct greedy *) };

static void greedy_init(struct greedy *greedy)
{
	at_init(&greedy->stop, 0);
	at_init(&greedy->units, 0);
	at_init(&greedy->forced, 0);
	at_init(&greedy->refund_failed, 0);
}

/* On one worker the stopper can only run if the greedy task is forced to yield. */
static void a_task_that_never_pends_is_forced_to_yield(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct greedy greedy;
	struct greedy *state = &greedy;
	struct sched_join joins[2];

	(void)unused;
	greedy_init(&greedy);
	assert_int_equal(sched_spawn_on(runtime, &greedy_ops, &state, &joins[0]), 0);
	while (word_get(&greedy.forced) == 0)
		at_spin_hint();
	assert_int_equal(sched_spawn_on(runtime, &stop_greedy_ops, &state, &joins[1]), 0);
	for (int i = 0; i < 2; i++)
		assert_int_equal(sched_block_on_join(runtime, &joins[i], NULL), 0);
	assert_int_equal(word_get(&greedy.units), knob_number("SCHED_BUDGET"));
	runtime_stop(runtime);
}

static void refunds_give_units_back(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct greedy greedy;
	struct greedy *state = &greedy;
	struct sched_join join;

	(void)unused;
	greedy_init(&greedy);
	assert_int_equal(sched_spawn_on(runtime, &refund_ops, &state, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	assert_int_equal(word_get(&greedy.refund_failed), 0);
	runtime_stop(runtime);
}

static enum sched_poll block_on_greedy_poll(void *opaque, struct sched_context *context)
{
	struct greedy *greedy = (struct greedy *)opaque;

	if (word_get(&greedy->forced) == 5)
		return SCHED_READY;
	return greedy_poll(&greedy, context);
}

static void block_on_has_a_budget_of_its_own(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	struct greedy greedy;

	(void)unused;
	greedy_init(&greedy);
	assert_int_equal(sched_block_on(runtime, block_on_greedy_poll, &greedy), 0);
	assert_int_equal(word_get(&greedy.units), knob_number("SCHED_BUDGET"));
	assert_int_equal(word_get(&greedy.forced), 5);
	runtime_stop(runtime);
}

/* A oneshot that is always ready still costs budget. */
struct drinker {
	struct greedy *greedy;
	struct sched_oneshot *oneshot;
	uint64_t received;
};

static enum sched_poll drinker_poll(void *opaque, struct sched_context *context)
{
	struct drinker *drinker = (struct drinker *)opaque;
	uint64_t value;
	int status;

	for (; drinker->received < 1000; drinker->received++) {
		if (!drinker->oneshot) {
			drinker->oneshot = sched_oneshot_create();
			sched_oneshot_send(drinker->oneshot, 1);
		}
		if (sched_oneshot_poll(drinker->oneshot, context, &value, &status) ==
		    SCHED_PENDING) {
			at_fetch_add_relaxed(&drinker->greedy->forced, 1);
			return SCHED_PENDING;
		}
		sched_oneshot_drop_receiver(drinker->oneshot);
		drinker->oneshot = NULL;
	}
	return SCHED_READY;
}

static void ready_oneshots_cost_budget(void **unused)
{
	static const struct sched_task_ops ops = { .name = "drinker",
						   .poll = drinker_poll,
						   .state_bytes = sizeof(struct drinker) };
	struct sched_runtime *runtime = runtime_start(1);
	struct greedy greedy;
	struct drinker drinker = { &greedy, NULL, 0 };
	uint32_t budget = knob_number("SCHED_BUDGET");
	struct sched_join join;

	(void)unused;
	greedy_init(&greedy);
	assert_int_equal(sched_spawn_on(runtime, &ops, &drinker, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	assert_true(word_get(&greedy.forced) >= 1000 / budget - 1);
	runtime_stop(runtime);
}

/* --------------------------------------------------------------- yield -- */

/* Spawns the one that opens its latch, then yields: on one worker it ends only if
 * the yields let the other run. */
static enum sched_poll polite_poll(void *opaque, struct sched_context *context)
{
	struct greedy *greedy = *(struct greedy **)opaque;

	if (word_get(&greedy->units) == 0) {
		struct greedy *state = greedy;

		word_set(&greedy->units, 1);
		sched_spawn(&stop_greedy_ops, &state, NULL);
	}
	at_fetch_add_relaxed(&greedy->forced, 1);
	return word_get(&greedy->stop) ? SCHED_READY : sched_yield_now(context);
}

static void yield_lets_others_run(void **unused)
{
	static const struct sched_task_ops ops = { .name = "polite",
						   .poll = polite_poll,
						   .state_bytes = sizeof(struct greedy *) };
	struct sched_runtime *runtime = runtime_start(1);
	struct greedy greedy;
	struct greedy *state = &greedy;
	struct sched_join join;

	(void)unused;
	greedy_init(&greedy);
	assert_int_equal(sched_spawn_on(runtime, &ops, &state, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	assert_true(word_get(&greedy.forced) >= 2);
	runtime_stop(runtime);
}

/* Tasks that only yield do not starve what comes from outside. */
static void yielders_do_not_starve_inject(void **unused)
{
	enum { YIELDERS = 10 };
	struct sched_runtime *runtime;
	struct probe yielders[YIELDERS];
	struct sched_join joins[YIELDERS];
	struct sched_join join;
	struct probe probe;

	(void)unused;
	if (local_work_starves_inject())
		skip();
	runtime = runtime_start(1);
	for (int i = 0; i < YIELDERS; i++) {
		probe_init(&yielders[i], PROBE_YIELD);
		assert_int_equal(probe_spawn_on(runtime, &yielders[i], 0, &joins[i]), 0);
	}
	while (word_get(&yielders[YIELDERS - 1].polls) < 2)
		at_spin_hint();
	probe_init(&probe, PROBE_VALUE);
	assert_int_equal(probe_spawn_on(runtime, &probe, 0, &join), 0);
	assert_int_equal(sched_block_on_join(runtime, &join, NULL), 0);
	for (int i = 0; i < YIELDERS; i++)
		probe_release(&yielders[i]);
	for (int i = 0; i < YIELDERS; i++) {
		assert_int_equal(sched_block_on_join(runtime, &joins[i], NULL), 0);
		probe_fini(&yielders[i]);
	}
	runtime_stop(runtime);
	probe_fini(&probe);
}

static enum sched_poll block_on_yield_poll(void *opaque, struct sched_context *context)
{
	uint32_t *left = (uint32_t *)opaque;

	if (*left == 0)
		return SCHED_READY;
	(*left)--;
	return sched_yield_now(context);
}

static void yield_in_block_on_comes_back(void **unused)
{
	struct sched_runtime *runtime = runtime_start(1);
	uint32_t left = 100;

	(void)unused;
	assert_int_equal(sched_block_on(runtime, block_on_yield_poll, &left), 0);
	assert_int_equal(left, 0);
	runtime_stop(runtime);
}

int api_coop_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_task_that_never_pends_is_forced_to_yield),
		cmocka_unit_test(refunds_give_units_back),
		cmocka_unit_test(block_on_has_a_budget_of_its_own),
		cmocka_unit_test(ready_oneshots_cost_budget),
		cmocka_unit_test(yield_lets_others_run),
		cmocka_unit_test(yielders_do_not_starve_inject),
		cmocka_unit_test(yield_in_block_on_comes_back),
	};

	return cmocka_run_group_tests_name("coop", tests, NULL, NULL);
}
