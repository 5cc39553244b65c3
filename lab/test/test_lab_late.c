/* SPDX-License-Identifier: MIT */
/*
 * Description: what the end of a run needs is asked for before the first pair; what is wrong
 * at the end costs only its own part of what is written.
 */
#include "sets.h"

#include <unistd.h>

#define ARMS "--arms slower --against honest --pairs 1 "

/* A set as if nothing had been measured yet. */
#define UNDONE \
	"DELETE FROM reading; DELETE FROM probe; DELETE FROM block; DELETE FROM sample; DELETE " \
	"FROM pair; UPDATE meta SET value = 'running' WHERE key = 'state'"

static const char *in(const char *directory, const char *name)
{
	static char path[1024];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	return path;
}

static void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static const struct {
	const char *text, *says; /* text NULL: there is no such file */
} bad_counts[] = {
	{ NULL, "No such file" },
	{ "[", "counts.json" },
	{ "{}", "not an array" },
	{ "[{\"arm\":\"honest\",\"workload\":\"spin\",\"instructions\":\"1,5\",\"rmw\":1}]",
	  "entry 1" },
	{ "[{\"arm\":\"honest\",\"workload\":\"spin\",\"instructions\":1,\"rmw\":1},{}]",
	  "entry 2" },
	{ "[{\"arm\":\"honest\",\"workload\":\"spin\",\"instructions\":-1,\"rmw\":1}]",
	  "entry 1: instructions and rmw are numbers from 0 up" },
	{ "[{\"arm\":\"honest\",\"workload\":\"spin\",\"instructions\":1,\"rmw\":-0.5}]",
	  "entry 1: instructions and rmw are numbers from 0 up" },
	{ "[{\"arm\":\"honest\",\"workload\":\"spin\",\"instructions\":1e999,\"rmw\":1}]",
	  "overflow" },
};

/* Refused, and nothing is measured or made. */
static void refuse(const char *counts, const char *says)
{
	char directory[256], arguments[2048];

	new_directory(directory, sizeof(directory));
	snprintf(arguments, sizeof(arguments), "run " ARMS QUICK "--counts %s --out %s/set", counts,
		 directory);
	run_lab(&outcome, arguments);
	expect(&outcome, 2, says);
	assert_int_equal(access(in(directory, "set"), F_OK), -1);
}

static void test_bad_counts(void **state)
{
	char directory[256], counts[600];

	(void)state;
	new_directory(directory, sizeof(directory));
	snprintf(counts, sizeof(counts), "%s/counts.json", directory);
	for (size_t i = 0; i < sizeof(bad_counts) / sizeof(bad_counts[0]); i++) {
		if (bad_counts[i].text != NULL)
			put(counts, bad_counts[i].text);
		refuse(counts, bad_counts[i].says);
	}
	refuse(directory, "counts");
}

/* DIR/counts.json is read at the end without being named. */
static void test_own_counts(void **state)
{
	char directory[256], arguments[2048];

	(void)state;
	new_directory(directory, sizeof(directory));
	put(in(directory, "counts.json"), "nonsense");
	snprintf(arguments, sizeof(arguments), "run " ARMS QUICK "--out %s", directory);
	run_lab(&outcome, arguments);
	expect(&outcome, 2, "counts.json");
	assert_int_equal(access(in(directory, "results.db"), F_OK), -1);
}

static void test_good_counts(void **state)
{
	char directory[256];

	(void)state;
	put(TEST_DIR "/good.json",
	    "[{\"arm\":\"honest\",\"workload\":\"spin\",\"instructions\":1234.5,\"rmw\":2}]");
	run_into(directory, sizeof(directory), ARMS "--counts " TEST_DIR "/good.json");
	expect(&outcome, 0, "results:");
	assert_int_equal(ask(directory, "SELECT instructions * 10 FROM count"), 12345);
}

/* Counts that stand nowhere are named, and the others stand where they belong. */
static void test_strange_counts(void **state)
{
#define STRANGE(arm, workload, more) \
	"{\"arm\":\"" arm "\",\"workload\":\"" workload "\",\"instructions\":1,\"rmw\":1" more "}"
	char directory[256];

	(void)state;
	put(TEST_DIR "/strange.json",
	    "[" STRANGE("honest", "spin", "") "," STRANGE("hoenst", "spin", "") "," STRANGE(
		    "honest", "spin", ",\"params\":\"tasks=7\"") "]");
	run_into(directory, sizeof(directory), ARMS "--counts " TEST_DIR "/strange.json");
	expect(&outcome, 0,
	       "2 of its 3 entries are of no arm and cell measured here: hoenst on spin, honest on "
	       "spin tasks=7\n");
	put(TEST_DIR "/strange.json", "[" STRANGE("hoenst", "spin", "") "]");
	run_into(directory, sizeof(directory), ARMS "--counts " TEST_DIR "/strange.json");
	expect(&outcome, 0, "its only entry is of no arm and cell measured here");
	put(TEST_DIR "/strange.json", "[" STRANGE("honest", "spin", "") "]");
	run_into(directory, sizeof(directory), ARMS "--counts " TEST_DIR "/strange.json");
	expect(&outcome, 0, "results:");
	assert_null(strstr(outcome.text, "measured here"));
}

/* Each of the files of a report is a directory once: the others are written. */
static void test_one_file_lacks(void **state)
{
	static const char *const files[] = { "table.txt", "samples.csv", "report.html", "report.md",
					     "plots" };
	const size_t count = sizeof(files) / sizeof(files[0]);
	char directory[256], arguments[800];

	(void)state;
	for (size_t lacking = 0; lacking < count; lacking++) {
		run_into(directory, sizeof(directory), ARMS);
		execute_in(directory, UNDONE);
		snprintf(arguments, sizeof(arguments),
			 "cd %s && rm -r table.txt samples.csv report.* plots", directory);
		run_shell(&outcome, arguments);
		if (lacking < count - 1)
			assert_int_equal(mkdir(in(directory, files[lacking]), 0700), 0);
		else
			put(in(directory, files[lacking]), "not a directory");
		snprintf(arguments, sizeof(arguments), "run --resume %s --progress none",
			 directory);
		run_lab(&outcome, arguments);
		expect(&outcome, 4, files[lacking]);
		expect(&outcome, 4, "results:");
		assert_int_equal(ask(directory, "SELECT count(*) FROM pair"), 1);
		for (size_t i = 0; i < count; i++)
			assert_true(has_file(directory, files[i]));
		assert_non_null(strstr(outcome.text, "cannot"));
	}
}

/* A gnuplot that says all is well is not taken at its word. */
static void test_nothing_drawn(void **state)
{
	char directory[256], command[1200];

	(void)state;
	run_into(directory, sizeof(directory), ARMS);
	snprintf(command, sizeof(command),
		 "mkdir %s/bin && ln -s /bin/true %s/bin/gnuplot && PATH=%s/bin:$PATH %s plot %s "
		 "2>&1",
		 directory, directory, directory, SCHEDLAB_PROGRAM, directory);
	run_shell(&outcome, command);
	expect(&outcome, 4, "drew nothing");
}

static void test_no_home(void **state)
{
	char directory[256], command[1200];

	(void)state;
	new_directory(directory, sizeof(directory));
	snprintf(command, sizeof(command),
		 "env -u HOME -u XDG_STATE_HOME -u SCHEDLAB_HISTORY SCHEDLAB_ARMS=%s %s run "
		 "--arms slower --against honest --pairs 1 " QUICK "--out %s 2>&1",
		 FAKE_ARMS, SCHEDLAB_PROGRAM, directory);
	run_shell(&outcome, command);
	assert_non_null(strstr(outcome.text, "has no place, as HOME is not set; "));
}

/* Counts that go bad after they were written down: the rest is there and says so. */
static void test_counts_vanish(void **state)
{
	char directory[256], arguments[800];

	(void)state;
	run_into(directory, sizeof(directory), ARMS);
	expect(&outcome, 0, "results:");
	put(in(directory, "counts.json"), "nonsense");
	assert_int_equal(unlink(in(directory, "report.md")), 0);
	snprintf(arguments, sizeof(arguments), "show %s", directory);
	run_lab(&outcome, arguments);
	expect(&outcome, 2, "counts.json");
	snprintf(arguments, sizeof(arguments),
		 "grep -q 'counts.json, which could not be read' %s/report.md", directory);
	run_shell(&outcome, arguments);
	expect(&outcome, 0, "");
}

/* A database that can be opened, but not read to its end. */
static void test_half_readable(void **state)
{
	char directory[256], arguments[800];
	sqlite3 *db;

	(void)state;
	run_into(directory, sizeof(directory), ARMS);
	assert_int_equal(sqlite3_open(in(directory, "results.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE sample SET row = '{\"extras\":'", NULL, NULL,
				      NULL),
			 SQLITE_OK);
	sqlite3_close(db);
	snprintf(arguments, sizeof(arguments), "report %s", directory);
	run_lab(&outcome, arguments);
	expect(&outcome, 4, "results.db cannot be read to its end: malformed JSON");
	assert_true(has_file(directory, "report.md"));
}

/* Few open files: the same answer as with many, or the errno and what helps, but never
 * arms that are not there. */
static void test_few_files(void **state)
{
	static const char *const commands[] = {
		"list",
		"run " ARMS QUICK "--dry-run",
	};
	char command[2048];
	int refused = 0, done = 0;

	(void)state; /* a search for leaks opens files as well */
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		for (int limit = 5; limit <= 45; limit += 4) {
			snprintf(command, sizeof(command),
				 "exec 2>&1; export SCHEDLAB_ARMS=%s ASAN_OPTIONS=detect_leaks=0; "
				 "ulimit -n %d; exec %s %s",
				 FAKE_ARMS, limit, SCHEDLAB_PROGRAM, commands[i]);
			run_shell(&outcome, command);
			refused += outcome.status != 0;
			done += outcome.status == 0;
			if (outcome.status != 0)
				expect(&outcome, 4, "Too many open files (raise the limit");
			assert_null(strstr(outcome.text, "did you mean"));
		}
	}
	assert_true(refused > 2);
	assert_true(done > 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad_counts),     cmocka_unit_test(test_own_counts),
		cmocka_unit_test(test_good_counts),    cmocka_unit_test(test_strange_counts),
		cmocka_unit_test(test_one_file_lacks), cmocka_unit_test(test_counts_vanish),
		cmocka_unit_test(test_few_files),      cmocka_unit_test(test_half_readable),
		cmocka_unit_test(test_nothing_drawn),  cmocka_unit_test(test_no_home),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
