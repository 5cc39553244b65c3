/* SPDX-License-Identifier: MIT */
/*
 * Description: an arm that changes in the middle of a run does not get the verdict of the
 * pairs before: it refuses, its facts change, its program is replaced, or its threads
 * leave the scheduling that the lab has.
 */
#include "held.h"

#include <sched.h>
#include <sys/resource.h>

#define PAIRS "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"

/* A run of six pairs whose fourth is the first that is late (bench_fake.c). */
static void run_six(char *directory, size_t bytes, const char *arms)
{
	char arguments[256];

	snprintf(arguments, sizeof(arguments), "%s --pairs 6 --seed 100", arms);
	run_into(directory, bytes, arguments);
}

static void expect_invalid(const char *directory, const char *arm, const char *baseline,
			   const char *says)
{
	char command[1024];

	snprintf(command, sizeof(command), "compare %s %s --dir %s", arm, baseline, directory);
	run_lab(&outcome, command);
	expect(&outcome, outcome.status, "Verdict: invalid");
	expect(&outcome, outcome.status, says);
}

static void test_refuses_late(void **state)
{
	char directory[256];

	(void)state;
	run_six(directory, sizeof(directory), "--arms refuses-late --against steady");
	expect(&outcome, 1, "RED refuses-late");
	expect(&outcome, 1, "it refused after 4 of its samples had run: not today");
	assert_int_equal(ask(directory, PAIRS), 3);
	expect_invalid(directory, "refuses-late", "steady", "after 3 of 6 pairs");
}

/* As if the run had been killed after its third pair. */
static void forget_the_rest(const char *directory)
{
	char path[300];
	sqlite3 *db;

	snprintf(path, sizeof(path), "%s/results.db", directory);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db,
			     "DELETE FROM sample WHERE red OR status = 'cut'; DELETE FROM pair "
			     "WHERE log_ratio IS NULL; DELETE FROM block WHERE sample NOT IN "
			     "(SELECT id FROM sample); DELETE FROM reading WHERE pair NOT IN "
			     "(SELECT id FROM pair); DELETE FROM probe WHERE pair NOT IN (SELECT "
			     "id FROM pair); UPDATE meta SET value = 'cut' WHERE key = 'state'",
			     NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
}

/* What ran in the run before has run. */
static void test_refuses_resumed(void **state)
{
	char directory[256], command[512];

	(void)state;
	run_six(directory, sizeof(directory), "--arms refuses-late --against steady");
	forget_the_rest(directory);
	snprintf(command, sizeof(command), "run --resume %s --progress none", directory);
	run_lab(&outcome, command);
	expect(&outcome, 1, "it refused after 4 of its samples had run: not today");
	assert_int_equal(ask(directory, PAIRS), 3);
	run_six(directory, sizeof(directory), "--arms refuses,steady-slower --against steady");
	snprintf(command, sizeof(command), "show %s", directory);
	run_lab(&outcome, command);
	expect(&outcome, 0, "not applicable: refuses: it refuses when it is run");
	expect(&outcome, 0, "red rows: none");
}

/* Ready is ready, also before the first pair. */
static void test_refuses_block(void **state)
{
	char directory[256];

	(void)state;
	run_six(directory, sizeof(directory), "--arms refuses-block --against steady");
	expect(&outcome, 1, "it refused after it was ready: not today");
	assert_int_equal(ask(directory, PAIRS), 0);
	run_six(directory, sizeof(directory), "--arms steady --against refuses-block");
	expect(&outcome, 1, "RED refuses-block");
}

static void test_drifts(void **state)
{
	char directory[256];

	(void)state;
	run_six(directory, sizeof(directory), "--arms drifts --against stays");
	expect(&outcome, 1, "it refused after 3 pairs of the row: not comparable: CPU model");
	assert_int_equal(ask(directory, PAIRS), 3);
	expect_invalid(directory, "drifts", "stays", "after 3 of 6 pairs");
}

/* After three pairs `make` makes another slower: by a new file, since the old one runs. */
static void replace_in_the_middle(char *directory, size_t bytes, const char *make)
{
	char command[1024];
	struct held held;
	int how;

	new_directory(directory, bytes);
	held_arms(&held);
	held_start(&held, directory);
	held_pass(&held, directory, 3);
	snprintf(command, sizeof(command),
		 "cd %s && cp bench-fake-slower new && %s && mv new bench-fake-slower", held.arms,
		 make);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
	held_open(&held);
	how = held_end(&held);
	assert_true(WIFEXITED(how));
	snprintf(command, sizeof(command), "cat %s/table.txt; exit %d", directory,
		 WEXITSTATUS(how));
	run_shell(&outcome, command);
}

/* The fourth pair may have begun before. */
static void test_replaced(void **state)
{
	char directory[256];
	int pairs;

	(void)state;
	replace_in_the_middle(directory, sizeof(directory), "printf x >> new");
	expect(&outcome, 1, "RED slower");
	expect(&outcome, 1, "was replaced during the run");
	pairs = ask(directory, PAIRS);
	assert_true(pairs == 3 || pairs == 4);
	assert_int_equal(ask(directory, "SELECT count(*) FROM sample WHERE red"), 1);
	expect_invalid(directory, "slower", "honest", "run anew");
}

/* Linked again from the same objects, it is the same program. */
static void test_linked_again(void **state)
{
	char directory[256];

	(void)state;
	replace_in_the_middle(directory, sizeof(directory), "true");
	expect(&outcome, 0, "red rows: none");
	assert_int_equal(ask(directory, PAIRS), HELD_PAIRS);
}

static void expect_scheduling(const char *arm, const char *has)
{
	char directory[256], arguments[256];

	snprintf(arguments, sizeof(arguments), "--arms %s --against steady", arm);
	run_six(directory, sizeof(directory), arguments);
	expect(&outcome, 1, has);
	expect(&outcome, 1, "the lab gave them SCHED_OTHER, nice");
	assert_int_equal(ask(directory, PAIRS), 0);
}

/* Less than everybody has: so this test must have that. */
static void test_scheduling(void **state)
{
	(void)state;
	if (sched_getscheduler(0) != SCHED_OTHER || getpriority(PRIO_PROCESS, 0) >= 19)
		cannot("this test itself has less than everybody has");
	expect_scheduling("idles", "of its threads have SCHED_IDLE");
	expect_scheduling("nices", "of its threads have SCHED_OTHER, nice");
	expect_scheduling("nices-late", "of its threads have SCHED_OTHER, nice");
}

/* Both sides inherit what the lab has, and the provenance tells. */
static void test_nice_lab(void **state)
{
	char directory[256], command[1024];

	(void)state;
	new_directory(directory, sizeof(directory));
	snprintf(command, sizeof(command),
		 "SCHEDLAB_ARMS=%s nice -n 19 %s run --arms steady-slower --against steady "
		 "--pairs 1 " QUICK "--out %s 2>&1",
		 FAKE_ARMS, SCHEDLAB_PROGRAM, directory);
	run_shell(&outcome, command);
	expect(&outcome, 0, "red rows: none");
	assert_int_equal(
		ask(directory, "SELECT count(*) FROM meta WHERE key = 'scheduling' AND "
			       "value LIKE '%, nice 19'"),
		sched_getscheduler(0) == SCHED_FIFO || sched_getscheduler(0) == SCHED_RR ? 0 : 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refuses_late),	cmocka_unit_test(test_refuses_block),
		cmocka_unit_test(test_refuses_resumed), cmocka_unit_test(test_drifts),
		cmocka_unit_test(test_replaced),	cmocka_unit_test(test_linked_again),
		cmocka_unit_test(test_scheduling),	cmocka_unit_test(test_nice_lab),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
