/* SPDX-License-Identifier: MIT */
/* Description: the executor finds each planted defect, passes what is right, and repeats itself */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "verify/exec/search/strategy.h"
#include "verify/exec/test/programs.h"

#ifdef EXEC_TEST_SLOW_SWITCHES /* ThreadSanitizer: a millisecond per thread */
#define SEEDS 20u
#else
#define SEEDS 300u
#endif

static struct os_linux os;
static struct exec_faults faults;

/* A random walk of up to SEEDS executions of `body`; faults from `text`. */
static struct explore explore_of(void (*body)(void *arg), struct strategy_any *strategy,
				 const char *name, const char *text)
{
	struct os_linux_options options = { 0 };
	const char *wrong;

	faults = (struct exec_faults){ 0 };
	assert_int_equal(strategy_parse(strategy, name), 0);
	assert_int_equal(faults_parse(text, &faults, &options, &wrong), 0);
	os_linux_init(&os, &options);
	return (struct explore){ .options = { .seed = 1,
					      .steps_max = 20000,
					      .strategy = &strategy->as.base,
					      .cost = &cost_unit,
					      .os = &os.base,
					      .faults = &faults },
				 .body = body,
				 .seeds = SEEDS };
}

static void expect_end(void (*body)(void *arg), const char *strategy_name, const char *text,
		       enum exec_end end)
{
	struct strategy_any strategy;
	struct explore explore = explore_of(body, &strategy, strategy_name, text);
	struct exec_result result;

	if (strategy.wants_length)
		assert_int_equal(explore_measure(&explore, &strategy.as.pct.length), 0);
	assert_true(explore_run(&explore, &result) >= 0);
	print_message("%s after %llu executions: %s\n", exec_end_name(result.end),
		      (unsigned long long)explore.totals.executions, result.text);
	assert_string_equal(exec_end_name(result.end), exec_end_name(end));
	strategy_free(&strategy);
}

/* --------------------------------------------------------------- detect -- */

static void right_programs_pass(void **unused)
{
	static void (*const programs[])(void *) = { program_counter, program_handover,
						    program_timeout };
	static const char *const strategies[] = { "random", "random:5", "pct:3" };
	static const char *const fault_texts[] = { "", "spurious=300000,late=300000,cas=300000",
						   "cpus=1", "wake=fifo,mutex=fifo",
						   "stalls=20000+50" };

	(void)unused;
	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < 3; k++)
			for (size_t f = 0; f < 5; f++)
				expect_end(programs[i], strategies[k], fault_texts[f], EXEC_PASSED);
}

static void interleaving_defects_are_found(void **unused)
{
	static const char *const strategies[] = { "random", "random:20", "pct:3", "bounded:2" };

	(void)unused;
	if (SEEDS < 100)
		skip(); /* too few to count on */
	for (size_t i = 0; i < 4; i++) {
		expect_end(program_lost_update, strategies[i], "", EXEC_CHECK);
		expect_end(program_lock_order, strategies[i], "", EXEC_DEADLOCK);
		expect_end(program_check_then_sleep, strategies[i], "", EXEC_DEADLOCK);
		expect_end(program_freed_early, strategies[i], "", EXEC_USE_AFTER_FREE);
	}
}

static void memory_defects_are_found(void **unused)
{
	(void)unused;
	expect_end(program_leak, "random", "", EXEC_LEAK);
	expect_end(program_freed_twice, "random", "", EXEC_BAD_FREE);
	expect_end(program_freed_short, "random", "", EXEC_BAD_FREE);
#ifndef EXEC_TEST_SANITIZED /* which ends the process at the write itself */
	expect_end(program_scribbles, "random", "", EXEC_USE_AFTER_FREE);
#endif
}

static void misuse_is_found(void **unused)
{
	(void)unused;
	expect_end(program_never_initialised, "random", "", EXEC_MISUSE);
	expect_end(program_retired, "random", "", EXEC_MISUSE);
	expect_end(program_unlocks_foreign, "random", "", EXEC_MISUSE);
}

static void endless_and_crashing_programs_end(void **unused)
{
	(void)unused;
	expect_end(program_spins_for_ever, "random", "", EXEC_LIVELOCK);
	expect_end(program_crashes, "random", "", EXEC_CRASH);
	expect_end(program_wrong_result, "random", "", EXEC_WRONG);
#ifndef EXEC_TEST_SANITIZED /* reports the overflow itself */
	expect_end(program_overflows, "random", "", EXEC_CRASH);
#endif
	expect_end(program_counter, "random", "", EXEC_PASSED); /* and others run after them */
}

static void lost_wakeup_is_found_at_rest(void **unused)
{
	struct strategy_any strategy;
	struct explore explore = explore_of(program_sleeps_with_work, &strategy, "random", "");
	struct exec_result result;

	(void)unused;
	assert_int_equal(explore_run(&explore, &result), 0); /* the timeout hides it */
	explore.options.at_rest = program_has_work;
	assert_int_equal(explore_run(&explore, &result), 1);
	assert_int_equal(result.end, EXEC_LOST_WAKEUP);
}

/* --------------------------------------------------------------- faults -- */

static void faults_happen(void **unused)
{
	(void)unused;
	expect_end(program_allocates, "random", "", EXEC_PASSED);
	expect_end(program_allocates, "random", "alloc=1", EXEC_CHECK);
	expect_end(program_allocates, "random", "alloc=2", EXEC_CHECK);
	expect_end(program_allocates, "random", "allocs=300000", EXEC_CHECK);
	expect_end(program_counter, "random", "stall=two@add_locked#3", EXEC_DEADLOCK);
	expect_end(program_counter, "random", "stall=two@add_locked#3+100", EXEC_PASSED);
	expect_end(program_counter, "random", "stall=*@*#9", EXEC_DEADLOCK);
}

static void wrong_fault_texts_are_refused(void **unused)
{
	static const char *const texts[] = { "spurious",    "spurious=x", "late=2000000",
					     "stall=one",   "stall=one@", "stall=@f",
					     "stall=a@b#0", "stalls=5",	  "cpus=0",
					     "wake=lifo",   "unknown=1",  "cas=1,," };
	struct os_linux_options options;
	struct exec_faults parsed;
	const char *wrong;

	(void)unused;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_int_not_equal(faults_parse(texts[i], &parsed, &options, &wrong), 0);
}

/* ----------------------------------------------------------- strategies -- */

static void wrong_strategies_are_refused(void **unused)
{
	static const char *const names[] = { "",	"rand",	      "random:0", "random:101",
					     "pct:0",	"pct:17",     "pct:3x",	  "pct:3:4:5",
					     "random:", "bounded:1:2" };
	struct strategy_any strategy;

	(void)unused;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_int_not_equal(strategy_parse(&strategy, names[i]), 0);
}

static void strategies_print_as_they_parse(void **unused)
{
	static const char *const names[] = { "random:20", "pct:3:700", "bounded:2" };
	struct strategy_any strategy;
	char text[40];

	(void)unused;
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(strategy_parse(&strategy, names[i]), 0);
		strategy_print(&strategy, text, sizeof(text));
		assert_string_equal(text, names[i]);
	}
}

/* Depth two: one thread has to be stopped at one step of about 170.  PCT promises one
 * in n * k of the executions. */
static void pct_finds_depth_two(void **unused)
{
	struct strategy_any strategy;
	struct explore explore = explore_of(program_depth_two, &strategy, "pct:2", "");
	struct exec_result result;

	(void)unused;
	assert_int_equal(explore_measure(&explore, &strategy.as.pct.length), 0);
	explore.seeds = 3 * strategy.as.pct.length * 10;
	assert_int_equal(explore_run(&explore, &result), 1);
	assert_int_equal(result.end, EXEC_CHECK);
}

static void bounded_is_complete(void **unused)
{
	struct strategy_any strategy;
	struct explore explore = explore_of(program_handover, &strategy, "bounded:2", "");
	struct exec_result result;

	(void)unused;
	explore.seeds = 1000000;
	assert_int_equal(explore_run(&explore, &result), 0);
	assert_true(explore.totals.is_complete);
	print_message("%llu executions\n", (unsigned long long)explore.totals.executions);
	strategy_free(&strategy);
	/* Without a preemption the defect is out of reach, with one it is not. */
	explore = explore_of(program_lost_update, &strategy, "bounded:0", "");
	explore.seeds = 1000;
	assert_int_equal(explore_run(&explore, &result), 0);
	assert_true(explore.totals.is_complete);
	strategy_free(&strategy);
	expect_end(program_lost_update, "bounded:1", "", EXEC_CHECK);
}

/* ------------------------------------------------------- repeat, shrink -- */

static void equal_seeds_equal_hashes(void **unused)
{
	struct strategy_any strategy;
	struct explore explore = explore_of(program_handover, &strategy, "random",
					    "spurious=200000,late=200000,stalls=10000+20");
	struct exec_result first;
	struct exec_result again;
	uint64_t before = 0;
	uint32_t different = 0;

	(void)unused;
	for (uint64_t seed = 1; seed <= SEEDS / 6; seed++) {
		explore.options.seed = seed;
		assert_int_equal(exec_run(&explore.options, explore.body, &first), 0);
		assert_int_equal(exec_run(&explore.options, explore.body, &again), 0);
		assert_true(first.hash == again.hash);
		assert_true(first.steps == again.steps && first.clock_ns == again.clock_ns);
		different += first.hash != before;
		before = first.hash;
	}
	assert_true(different > SEEDS / 8);
}

static struct interleaving failing_interleaving(struct explore *explore, struct exec_result *result)
{
	struct interleaving interleaving = { 0 };

	explore->seeds = 1000;
	assert_int_equal(explore_run(explore, result), 1);
	assert_int_equal(interleaving_copy(&interleaving, exec_interleaving()), 0);
	explore->options.seed = explore->failed_seed;
	return interleaving;
}

static void an_interleaving_repeats_its_execution(void **unused)
{
	struct strategy_any strategy;
	struct explore explore = explore_of(program_check_then_sleep, &strategy, "random",
					    "spurious=100000");
	struct exec_result result;
	struct exec_result again;
	struct interleaving interleaving = failing_interleaving(&explore, &result);
	struct interleaving read = { 0 };
	char *text = NULL;
	size_t length;
	FILE *file = open_memstream(&text, &length);

	(void)unused;
	interleaving_print(file, &interleaving);
	fclose(file);
	assert_int_equal(interleaving_parse(&read, text), 0);
	assert_int_equal(explore_replay(&explore, &read, &again), 0);
	assert_true(again.hash == result.hash);
	assert_string_equal(again.text, result.text);
	interleaving_free(&interleaving);
	interleaving_free(&read);
	free(text);
}

static void shrinking_leaves_what_matters(void **unused)
{
	struct strategy_any strategy;
	struct explore explore = explore_of(program_depth_two, &strategy, "random", "");
	struct exec_result result;
	struct interleaving interleaving;
	size_t before;

	(void)unused;
	interleaving = failing_interleaving(&explore, &result);
	before = interleaving.count;
	explore_shrink(&explore, result.end, &interleaving, 2000);
	assert_int_equal(explore_replay(&explore, &interleaving, &result), 0);
	assert_int_equal(result.end, EXEC_CHECK);
	print_message("%zu runs, then %zu\n", before, interleaving.count);
	assert_true(before > 20);
	assert_true(interleaving_preemptions(exec_interleaving()) <= 2);
	interleaving_free(&interleaving);
}

static void wrong_interleavings_are_refused(void **unused)
{
	static const char *const texts[] = { "x", "1", "1*", "1*0", "64*1", "1*2;", "@/nowhere" };
	struct interleaving interleaving = { 0 };

	(void)unused;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_int_not_equal(interleaving_parse(&interleaving, texts[i]), 0);
	interleaving_free(&interleaving);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(right_programs_pass),
		cmocka_unit_test(interleaving_defects_are_found),
		cmocka_unit_test(memory_defects_are_found),
		cmocka_unit_test(misuse_is_found),
		cmocka_unit_test(endless_and_crashing_programs_end),
		cmocka_unit_test(lost_wakeup_is_found_at_rest),
		cmocka_unit_test(faults_happen),
		cmocka_unit_test(wrong_fault_texts_are_refused),
		cmocka_unit_test(wrong_strategies_are_refused),
		cmocka_unit_test(strategies_print_as_they_parse),
		cmocka_unit_test(pct_finds_depth_two),
		cmocka_unit_test(bounded_is_complete),
		cmocka_unit_test(equal_seeds_equal_hashes),
		cmocka_unit_test(an_interleaving_repeats_its_execution),
		cmocka_unit_test(shrinking_leaves_what_matters),
		cmocka_unit_test(wrong_interleavings_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
