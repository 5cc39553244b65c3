/* SPDX-License-Identifier: MIT */
/* Description: threads and tasks spawn while the runtime shuts down under them */
#include "tests/stress/stress.h"

#define THREADS	   3
#define PER_THREAD 200u
#define ROUNDS	   6u

enum racer_kind { RACER_READY, RACER_SLEEPS, RACER_YIELDS, RACER_SPAWNS, RACER_KINDS };

struct race {
	struct sched_runtime *runtime;
	struct ledger ledger;
	at_u32 progress;
	at_u32 results[2]; /* handles that gave 0, and -ECANCELED */
	at_u32 surprises;  /* anything else */
	uint64_t seed;
};

struct racer {
	struct race *race;
	uint32_t cell;
	uint32_t kind;
};

static enum sched_poll racer_poll(void *opaque, struct sched_context *context);

static void racer_drop(void *opaque)
{
	struct racer *racer = (struct racer *)opaque;

	ledger_dropped(&racer->race->ledger, racer->cell);
}

static const struct sched_task_ops racer_ops = {
	.name = "racer", .poll = racer_poll, .drop = racer_drop, .state_bytes = sizeof(struct racer)
};

static int racer_spawn(struct race *race, uint32_t kind, struct sched_join *join)
{
	struct racer racer = { race, ledger_open(&race->ledger), kind };

	if (join)
		join->task = NULL;
	if (racer.cell == UINT32_MAX)
		return -ENOMEM;
	return sched_spawn_on(race->runtime, &racer_ops, &racer, join);
}

static enum sched_poll racer_poll(void *opaque, struct sched_context *context)
{
	struct racer *racer = (struct racer *)opaque;

	if (racer->kind == RACER_SLEEPS)
		return SCHED_PENDING; /* until it is cancelled */
	if (racer->kind == RACER_YIELDS)
		return sched_yield_now(context);
	if (racer->kind == RACER_SPAWNS)
		racer_spawn(racer->race, RACER_READY, NULL);
	ledger_ran(&racer->race->ledger, racer->cell);
	return SCHED_READY;
}

static void race_settle(struct race *race, struct sched_join *join)
{
	int result = sched_block_on_join(race->runtime, join, NULL);

	if (result == 0 || result == -ECANCELED)
		at_fetch_add_relaxed(&race->results[result != 0], 1);
	else
		at_fetch_add_relaxed(&race->surprises, 1);
}

static void race_main(void *opaque)
{
	struct race *race = (struct race *)opaque;
	uint64_t random = race->seed ^ os_thread_number();
	struct sched_join joins[PER_THREAD];

	for (uint32_t i = 0; i < PER_THREAD; i++) {
		uint64_t choice = test_random(&random);
		bool join = choice & 256;
		int error = racer_spawn(race, choice % RACER_KINDS, join ? &joins[i] : NULL);

		if (error != 0 && error != -ECANCELED)
			at_fetch_add_relaxed(&race->surprises, 1);
		if (!join)
			joins[i].task = NULL;
		else if (choice & 512)
			sched_join_abort(&joins[i]);
		word_add(&race->progress, 1);
	}
	for (uint32_t i = 0; i < PER_THREAD; i++)
		if (joins[i].task)
			race_settle(race, &joins[i]);
}

static void race_once(struct race *race, uint32_t workers, uint32_t close_after)
{
	struct os_thread threads[THREADS];
	struct ledger_sums sums;

	race->runtime = runtime_start(workers);
	ledger_init(&race->ledger, 2 * THREADS * PER_THREAD);
	at_init(&race->progress, 0);
	at_init(&race->results[0], 0);
	at_init(&race->results[1], 0);
	at_init(&race->surprises, 0);
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(os_thread_start(&threads[i], "racer", race_main, race), 0);
	word_await(&race->progress, close_after);
	assert_int_equal(sched_runtime_shutdown(race->runtime), 0);
	for (int i = 0; i < THREADS; i++)
		os_thread_join(&threads[i]);
	sched_runtime_destroy(race->runtime);
	ledger_await(&race->ledger);
	sums = ledger_sums(&race->ledger);
	assert_int_equal(sums.wrong, 0);
	assert_int_equal(sums.ran + sums.dropped, sums.opened);
	assert_true(sums.opened >= THREADS * PER_THREAD);
	assert_int_equal(word_get(&race->surprises), 0);
	assert_true(word_get(&race->results[0]) <= sums.ran);
	assert_true(word_get(&race->results[1]) <= sums.dropped);
	ledger_fini(&race->ledger);
}

static void spawns_race_the_shutdown(void **unused)
{
	static struct race race;
	uint64_t random = stress_seed;

	(void)unused;
	for (uint32_t round = 0; round < ROUNDS; round++) {
		race.seed = test_random(&random);
		race_once(&race, 1 + round % 4, (uint32_t)(race.seed % (THREADS * PER_THREAD)));
	}
}

int stress_shutdown_tests(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(spawns_race_the_shutdown) };

	return cmocka_run_group_tests_name("shutdown", tests, NULL, NULL);
}
