/* SPDX-License-Identifier: MIT */
/*
 * Description: whole runs on fake arms: red rows beside good ones, Ctrl-C, a
 * closed pipe, a full disk, damaged and foreign databases, show, compare, plot.
 */
#include "held.h"

static void test_good_run(void **state)
{
	char directory[256];

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 3");
	expect(&outcome, 0, "red rows: none");
	expect(&outcome, 0, "not counted");
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 3);
	assert_int_equal(ask(directory, "SELECT count(*) FROM sample WHERE mode = 'pair'"), 6);
	assert_int_equal(ask(directory, "SELECT count(*) FROM sample WHERE mode = 'isolated'"), 2);
	assert_int_equal(ask(directory, "SELECT count(*) FROM block"), 16);
	assert_int_equal(ask(directory, "PRAGMA user_version"), 3);
	assert_int_equal(ask(directory,
			     "SELECT count(*) FROM meta WHERE key IN ('lab_commit', "
			     "'lab_flags', 'kernel', 'cpu', 'topology_xml', 'seed', 'command', "
			     "'date', 'libraries') AND value != ''"),
			 9);
	assert_true(has_file(directory, "table.txt") && has_file(directory, "report.md") &&
		    has_file(directory, "samples.csv"));
}

#define SLOWER_PAIRS \
	"SELECT count(*) FROM pair p JOIN plan l ON p.plan = l.id JOIN arm a ON l.arm = a.id " \
	"WHERE a.name = 'slower' AND p.log_ratio IS NOT NULL"

/* A crash, a lie and a wrong result do not end the run. */
static void test_red_rows(void **state)
{
	char directory[256];

	(void)state;
	run_into(directory, sizeof(directory),
		 "--arms crashes,garbage,wrong,lies-units,"
		 "refuses,slower --against honest --pairs 2 --timeout 100");
	expect(&outcome, 1, "RED crashes [fake 1]");
	expect(&outcome, 1, "one task ran twice");
	expect(&outcome, 1, "not applicable: refuses: it refuses when it is run");
	assert_int_equal(ask(directory, SLOWER_PAIRS), 2);
	assert_int_equal(ask(directory, "SELECT count(DISTINCT arm) FROM sample WHERE red"), 4);
}

/* On a busy machine the others may be late as well: then there was too little time. */
static void run_with_hangs(char *directory, size_t bytes)
{
	char arguments[128];
	int others = 1;

	for (double seconds = 0.5; others != 0; seconds *= 4) {
		assert_true(seconds < 200);
		snprintf(arguments, sizeof(arguments),
			 "--arms hangs,slower --against honest --pairs 2 --timeout %g", seconds);
		run_into(directory, bytes, arguments);
		others = ask(directory, "SELECT count(*) FROM sample s JOIN arm a ON s.arm = a.id "
					"WHERE s.red AND a.name != 'hangs'");
	}
}

/* Nor does a hang, which is asked for its state and blames nobody else. */
static void test_hung_rows(void **state)
{
	char directory[256];

	(void)state;
	run_with_hangs(directory, sizeof(directory));
	expect(&outcome, 1, "RED hangs [fake 1]");
	assert_int_equal(ask(directory, SLOWER_PAIRS), 2);
	assert_int_equal(ask(directory, "SELECT count(*) > 0 FROM sample WHERE status = 'hung' "
					"AND last_state LIKE '%a task that is lost%'"),
			 1);
	assert_int_equal(ask(directory,
			     "SELECT count(*) > 0 FROM sample h JOIN sample c USING(pair) "
			     "WHERE h.status = 'hung' AND c.status = 'cut'"),
			 1);
}

static void test_broken_baseline(void **state)
{
	char directory[256];

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower --against crashes --pairs 2");
	expect(&outcome, 1, "RED crashes");
	run_into(directory, sizeof(directory), "--arms slower --against refuses --pairs 2");
	expect(&outcome, 3, "not applicable: refuses");
}

static void interrupt_with(int number)
{
	char directory[256], command[1024];
	struct held held;
	int how;

	new_directory(directory, sizeof(directory));
	held_arms(&held);
	held_start(&held, directory);
	held_pass(&held, directory, 3);
	assert_int_equal(kill(held.lab, number), 0);
	how = held_end(&held);
	held_open(&held);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 130);
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 3);
	snprintf(command, sizeof(command), "cat %s.said %s/table.txt", directory, directory);
	run_shell(&outcome, command);
	expect(&outcome, 0, "INTERRUPTED");
}

static void test_interrupt(void **state)
{
	(void)state;
	interrupt_with(SIGINT);
	interrupt_with(SIGTERM);
}

/* The reader of the table has gone away: the results stay complete. */
static void test_closed_pipe(void **state)
{
	char directory[256], command[2048];

	(void)state;
	new_directory(directory, sizeof(directory));
	snprintf(command, sizeof(command),
		 "mkfifo %s.pipe && { true < %s.pipe & exec 3> %s.pipe; wait; } && "
		 "SCHEDLAB_ARMS=%s %s run --arms slower --against honest "
		 "--pairs 2 " QUICK "--out %s >&3 2>&3",
		 directory, directory, directory, FAKE_ARMS, SCHEDLAB_PROGRAM, directory);
	run_shell(&outcome, command);
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 2);
	assert_true(has_file(directory, "samples.csv"));
}

static void test_full_disk(void **state)
{
	char directory[256], command[1024];

	(void)state;
	new_directory(directory, sizeof(directory));
	snprintf(command, sizeof(command),
		 "trap '' XFSZ; ulimit -f 300; SCHEDLAB_ARMS=%s %s run "
		 "--arms slower --against honest --pairs 3000 " QUICK "--out %s 2>&1",
		 FAKE_ARMS, SCHEDLAB_PROGRAM, directory);
	run_shell(&outcome, command);
	expect_no_room(&outcome);
	assert_true(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL") > 0);
}

static void test_never_overwrites(void **state)
{
	char directory[256], command[1024];

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 1");
	expect(&outcome, 0, "results:");
	snprintf(command, sizeof(command),
		 "run --arms slower --against honest --pairs 1 " QUICK "--out %s", directory);
	run_lab(&outcome, command);
	expect(&outcome, 4, "never overwritten");
}

static void test_bad_databases(void **state)
{
	char directory[256], command[2048];

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 4");
	snprintf(command, sizeof(command),
		 "cd %s && head -c 40000 results.db > cut.db && "
		 "echo hello > text.db && : > empty.db && cp results.db later.db && "
		 "cp results.db foreign.db",
		 directory);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
	static const char *const cases[][2] = {
		{ "cut.db", "cut.db" },
		{ "text.db", "not a database" },
		{ "empty.db", "not a schedlab database" },
		{ "later.db", "schema 99" },
		{ "foreign.db", "not a schedlab database" },
	};
	static const char *const changes[][2] = { { "later.db", "PRAGMA user_version = 99" },
						  { "foreign.db", "PRAGMA application_id = 5" } };

	for (size_t i = 0; i < 2; i++) {
		sqlite3 *db;

		snprintf(command, sizeof(command), "%s/%s", directory, changes[i][0]);
		assert_int_equal(sqlite3_open(command, &db), SQLITE_OK);
		assert_int_equal(sqlite3_exec(db, changes[i][1], NULL, NULL, NULL), SQLITE_OK);
		sqlite3_close(db);
	}
	for (size_t i = 0; i < 5; i++) {
		snprintf(command, sizeof(command), "compare slower honest --db %s/%s", directory,
			 cases[i][0]);
		run_lab(&outcome, command);
		expect(&outcome, 4, cases[i][1]);
	}
}

static void test_compare_and_show(void **state)
{
	char directory[256], command[2048];

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower,slab --against honest --pairs 3");
	snprintf(command, sizeof(command), "compare slower honest --dir %s", directory);
	run_lab(&outcome, command);
	expect(&outcome, 5, "slower took "); /* three pairs decide nothing */
	expect(&outcome, 5, "3 pairs");
	snprintf(command, sizeof(command), "compare honest slower --dir %s", directory);
	run_lab(&outcome, command);
	expect(&outcome, 5, "honest took ");
	snprintf(command, sizeof(command), "compare slab slower --dir %s", directory);
	run_lab(&outcome, command);
	expect(&outcome, 3, "no stored pair");
	snprintf(command, sizeof(command), "compare slowre honest --dir %s", directory);
	run_lab(&outcome, command);
	expect(&outcome, 2, "did you mean \"slower\"");
	snprintf(command, sizeof(command), "show %s --json", directory);
	run_lab(&outcome, command);
	expect(&outcome, 0, "\"ratio\"");
}

static void test_counts(void **state)
{
	char directory[256], command[2048];

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 1");
	snprintf(command, sizeof(command),
		 "echo '[{\"arm\":\"slower\",\"workload\":\"spin\","
		 "\"instructions\":1579.2,\"rmw\":27.25}]' > %s/counts.json; echo '[{}]' > "
		 "%s/bad.json",
		 directory, directory);
	run_shell(&outcome, command);
	snprintf(command, sizeof(command), "show %s", directory);
	run_lab(&outcome, command);
	expect(&outcome, 0, "27.25");
	snprintf(command, sizeof(command), "show %s --counts %s/bad.json", directory, directory);
	run_lab(&outcome, command);
	expect(&outcome, 2, "bad.json");
}

/* Equal data give equal plots. */
static void test_plots(void **state)
{
	char directory[256], command[2048];

	(void)state;
	need_gnuplot();
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 2");
	expect(&outcome, 0, "results:");
	snprintf(command, sizeof(command),
		 "cd %s && cp plots/ratio.svg old.svg && %s plot . 2>&1 && cmp old.svg "
		 "plots/ratio.svg && grep -q 'fake 1' plots/ratio.svg",
		 directory, SCHEDLAB_PROGRAM);
	run_shell(&outcome, command);
	expect(&outcome, 0, "");
}

/* The run succeeds, and says what is not there. */
static void test_without_gnuplot(void **state)
{
	char directory[256], command[2048];

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 2");
	expect(&outcome, 0, "results:");
	snprintf(command, sizeof(command), "PATH=/nonexistent %s plot %s 2>&1", SCHEDLAB_PROGRAM,
		 directory);
	run_shell(&outcome, command);
	expect(&outcome, 0, "gnuplot is not in PATH");
}

static void test_mimalloc(void **state)
{
	char directory[256];

	(void)state;
	setenv("SCHEDLAB_MIMALLOC", "/nonexistent.so", 1);
	run_into(directory, sizeof(directory),
		 "--arms slower --against honest --pairs 1 "
		 "--allocator mimalloc");
	expect(&outcome, 4, "install the package libmimalloc");
	unsetenv("SCHEDLAB_MIMALLOC");
}

/* The reason the build left stands in the table, word for word. */
static void test_tokio_missing(void **state)
{
	char directory[256], command[2048];

	(void)state;
	new_directory(directory, sizeof(directory));
	snprintf(command, sizeof(command),
		 "cd %s && mkdir arms && ln -s %s/bench-fake-honest "
		 "%s/bench-fake-slower arms && echo 'cargo is too old' > "
		 "arms/tokio-not-built.txt && %s run --arms-dir arms --arms slower --against "
		 "honest --pairs 1 " QUICK "--out out && grep -h 'not built' "
		 "out/table.txt out/report.md",
		 directory, FAKE_ARMS, FAKE_ARMS, SCHEDLAB_PROGRAM);
	run_shell(&outcome, command);
	expect(&outcome, 0, "Tokio: not built, because cargo is too old");
}

/* Too many pairs for any machine; for a slow one, a time in which it gets one done. */
static void test_time_budget(void **state)
{
	char directory[256], arguments[128];
	int pairs = 0;

	(void)state;
	for (double seconds = 0.5; pairs == 0; seconds *= 4) {
		assert_true(seconds < 200);
		snprintf(arguments, sizeof(arguments),
			 "--arms slower --against honest --pairs 90000 --budget %g", seconds);
		run_into(directory, sizeof(directory), arguments);
		expect(&outcome, outcome.status, "cut by the time budget");
		pairs = ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL");
	}
	assert_int_equal(outcome.status, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good_run),	cmocka_unit_test(test_red_rows),
		cmocka_unit_test(test_hung_rows),	cmocka_unit_test(test_broken_baseline),
		cmocka_unit_test(test_interrupt),	cmocka_unit_test(test_closed_pipe),
		cmocka_unit_test(test_full_disk),	cmocka_unit_test(test_never_overwrites),
		cmocka_unit_test(test_bad_databases),	cmocka_unit_test(test_compare_and_show),
		cmocka_unit_test(test_counts),		cmocka_unit_test(test_plots),
		cmocka_unit_test(test_without_gnuplot), cmocka_unit_test(test_mimalloc),
		cmocka_unit_test(test_time_budget),	cmocka_unit_test(test_tokio_missing),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
