/* SPDX-License-Identifier: MIT */
/* Description: threads and tasks spawn while the runtime shuts down under them */
/*
 * Each handle must say what the ledger says of its task, before the shutdown, in it and
 * after it.  A shutdown ends whatever an abort forgot: so some threads wait for what they
 * aborted at once, and in the last round no shutdown comes before all of them have.
 */
#include "tests/stress/stress.h"

#define THREADS	   3
#define PER_THREAD 200u
#define ROUNDS	   6u

enum racer_kind { RACER_READY, RACER_SLEEPS, RACER_YIELDS, RACER_SPAWNS, RACER_KINDS };

struct race {
	struct sched_runtime *runtime;
	struct ledger ledger;
	at_u32 progress;
	at_u32 surprises;
	uint64_t seed;
};

struct racer {
	struct race *race;
	uint32_t entry;
	uint32_t kind;
};

static enum sched_poll racer_poll(void *opaque, struct sched_context *context);

static void racer_drop(void *opaque)
{
	struct racer *racer = (struct racer *)opaque;

	ledger_dropped(&racer->race->ledger, racer->entry);
}

static const struct sched_task_ops racer_ops = {
	.name = "racer", .poll = racer_poll, .drop = racer_drop, .state_bytes = sizeof(struct racer)
};

static void race_surprise(struct race *race, bool is_one)
{
	at_fetch_add_relaxed(&race->surprises, is_one);
}

/* Returns its entry.  A racer that is refused has been dropped by then. */
static uint32_t racer_spawn(struct race *race, uint32_t kind, struct sched_join *join)
{
	struct racer racer = { race, ledger_open(&race->ledger), kind };
	int error = sched_spawn_on(race->runtime, &racer_ops, &racer, join);

	race_surprise(race, error && !ledger_agrees(&race->ledger, racer.entry, error));
	return racer.entry;
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
	ledger_ran(&racer->race->ledger, racer->entry);
	return SCHED_READY;
}

/* Where a shutdown cannot cancel what sleeps nobody ends it but who aborts it. */
static void race_settle(struct race *race, struct sched_join *join, uint32_t entry)
{
	int result;

	if (!(sched_capabilities() & SCHED_CAN_CANCEL))
		sched_join_abort(join);
	result = sched_block_on_join(race->runtime, join, NULL);
	race_surprise(race, !ledger_agrees(&race->ledger, entry, result));
	race_surprise(race, join->task != NULL);
}

/* Spawns one racer; the handle is left empty if it was not kept.  What is aborted may be
 * waited for at once: half of the racers never end by themselves. */
static uint32_t race_step(struct race *race, uint64_t choice, struct sched_join *join)
{
	bool is_kept = choice & 256;
	uint32_t entry = racer_spawn(race, choice % RACER_KINDS, is_kept ? join : NULL);

	if (!is_kept)
		join->task = NULL;
	else if (choice & 512)
		sched_join_abort(join);
	if (is_kept && (choice & 512) && (choice & 1024))
		race_settle(race, join, entry);
	return entry;
}

static void race_main(void *opaque)
{
	struct race *race = (struct race *)opaque;
	uint64_t random = race->seed ^ os_thread_number();
	struct sched_join joins[PER_THREAD];
	uint32_t entries[PER_THREAD];

	for (uint32_t i = 0; i < PER_THREAD; i++) {
		entries[i] = race_step(race, test_random(&random), &joins[i]);
		word_add(&race->progress, 1);
	}
	for (uint32_t i = 0; i < PER_THREAD; i++)
		if (joins[i].task)
			race_settle(race, &joins[i], entries[i]);
}

static void race_once(struct race *race, uint32_t workers, uint32_t close_after)
{
	struct os_thread threads[THREADS];
	struct ledger_sums sums;

	race->runtime = runtime_start(workers);
	ledger_init(&race->ledger, 2 * THREADS * PER_THREAD);
	at_init(&race->progress, 0);
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
	at_fini(&race->progress);
	at_fini(&race->surprises);
	ledger_fini(&race->ledger);
}

static void spawns_race_the_shutdown(void **unused)
{
	static struct race race;
	uint64_t random = stress_seed;

	(void)unused;
	if (local_work_starves_inject())
		skip(); /* half of the racers yield for ever, and others are waited for */
	for (uint32_t round = 0; round < ROUNDS; round++) {
		uint32_t all = THREADS * PER_THREAD;

		race.seed = test_random(&random);
		race_once(&race, 1 + round % 4,
			  round + 1 < ROUNDS ? (uint32_t)(race.seed % all) : all);
	}
}

int stress_shutdown_tests(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(spawns_race_the_shutdown) };

	return cmocka_run_group_tests_name("shutdown", tests, NULL, NULL);
}
