/* SPDX-License-Identifier: MIT */
/*
 * Description: a result folder has one owner, one identity and a version: two runs never
 * measure into one, and of two forms of a set the newer is known.
 */
#include "held.h"
#include "sets.h"

#include <time.h>

#define BRIEFLY "--budget 0.05"
#define OWNED	"is in use by process"

/* A held run with so many pairs stored and the next in its middle. */
static void start(struct held *held, char *directory, size_t bytes, int pairs)
{
	new_directory(directory, bytes);
	held_arms(held);
	held_start(held, directory);
	held_pass(held, directory, pairs);
}

/* Ends it by `number`; the gate stays shut. */
static void stop(struct held *held, int number)
{
	assert_int_equal(kill(held->lab, number), 0);
	held_end(held);
}

/* The same, and opens the gate. */
static void cut(struct held *held, int number)
{
	stop(held, number);
	held_open(held);
}

static void start_resumed(struct held *held, const char *directory)
{
	char command[1200];

	snprintf(command, sizeof(command),
		 "SCHEDLAB_ARMS=%s exec %s run --resume %s --progress none >> %s.said 2>&1",
		 held->arms, SCHEDLAB_PROGRAM, directory, directory);
	held->lab = fork();
	assert_true(held->lab >= 0);
	if (held->lab == 0) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
}

static void resume_says(const struct held *held, int status, const char *text, const char *options,
			const char *directory)
{
	shell("SCHEDLAB_ARMS=%s %s run --resume %s --progress none %s 2>&1", held->arms,
	      SCHEDLAB_PROGRAM, directory, options);
	expect(&outcome, status, text);
}

static void test_owned(void **state)
{
	char directory[256];
	struct held held;

	(void)state;
	start(&held, directory, sizeof(directory), 1);
	resume_says(&held, 4, OWNED, "", directory);
	lab_says(4, OWNED, "run --arms slower --against honest " QUICK "--out %s", directory);
	lab_says(4, OWNED, "plot %s", directory);
	lab_says(4, OWNED, "report %s", directory);
	lab_says(4, OWNED, "report %s --out %s.html", directory, directory);
	assert_false(has_file(directory, "report.html"));
	lab_says(0, "no file is written", "show %s", directory);
	expect(&outcome, 0, "1 pair completed so far");
	assert_false(has_file(directory, "table.txt"));
	resume_says(&held, 0, "29 of 30 pairs", "--dry-run", directory);
	held_open(&held);
	assert_int_equal(held_end(&held), 0);
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair"), HELD_PAIRS);
	assert_false(has_file(directory, "measuring"));
	lab_says(0, "30 pairs completed, finished", "show %s", directory);
}

/* The first to end is the loser: the other is at the gate. */
static void test_two_at_once(void **state)
{
	char directory[256];
	struct held held, other;
	pid_t loser;
	int how;

	(void)state;
	new_directory(directory, sizeof(directory));
	held_arms(&held);
	other = held;
	held_start(&held, directory);
	held_start(&other, directory);
	loser = waitpid(-1, &how, 0);
	assert_true(loser == held.lab || loser == other.lab);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 4);
	shell("cat %s.said", directory);
	expect(&outcome, 0, "is in use by "); /* it may not have written who it is */
	if (loser == held.lab)
		held.lab = other.lab;
	held_pass(&held, directory, 1);
	cut(&held, SIGTERM);
	assert_int_equal(ask(directory, "SELECT count(*) FROM meta WHERE key = 'set_id'"), 1);
}

static void put_owner(const char *directory, const char *host, const char *boot)
{
	shell("printf '12\\n%s\\n%s\\nyesterday\\n' > %s/measuring", host, boot, directory);
}

/* Who died here is gone; who measured on another host may still be there. */
static void test_left_behind(void **state)
{
	char directory[256], host[256];
	struct held held;

	(void)state;
	start(&held, directory, sizeof(directory), 1);
	cut(&held, SIGKILL);
	assert_true(has_file(directory, "measuring"));
	lab_says(0, "1 pair completed so far, running, or ended without finishing", "show %s",
		 directory);
	put_owner(directory, "elsewhere", "another-start");
	resume_says(&held, 4, "process 12 on host elsewhere since yesterday", "", directory);
	assert_true(has_file(directory, "measuring"));
	assert_int_equal(gethostname(host, sizeof(host)), 0);
	put_owner(directory, host, "another-start");
	resume_says(&held, 0, " completed, ", BRIEFLY, directory);
	assert_false(has_file(directory, "measuring"));
}

static void test_other_host(void **state)
{
	char directory[256];
	struct held held;

	(void)state;
	start(&held, directory, sizeof(directory), 1);
	cut(&held, SIGTERM);
	execute_in(directory, "UPDATE meta SET value = '0123' WHERE key = 'host_key'");
	resume_says(&held, 4, "was measured on another host", "", directory);
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 1);
}

#define AGAIN \
	"INSERT INTO pair SELECT NULL, plan, round, position, seed, layout_a, layout_b, " \
	"log_ratio, flagged, flag_reason, heap_a, heap_b FROM pair WHERE log_ratio IS NOT NULL"

/* No pair is stored twice; what older programs stored twice can be read. */
static void test_unique(void **state)
{
	char directory[256], path[512];
	struct held held;
	sqlite3 *db;

	(void)state;
	start(&held, directory, sizeof(directory), 1);
	cut(&held, SIGTERM);
	snprintf(path, sizeof(path), "%s/results.db", directory);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, AGAIN, NULL, NULL, NULL), SQLITE_CONSTRAINT);
	sqlite3_close(db);
	execute_in(directory, "DROP INDEX pair_once;" AGAIN);
	resume_says(&held, 4, "two runs measured at once", "", directory);
	lab_says(0, "slower", "show %s", directory);
}

/* Cut twice: the pairs are those of all runs, not of the last. */
static void test_counted(void **state)
{
	char directory[256];
	struct held held;

	(void)state;
	start(&held, directory, sizeof(directory), 3);
	stop(&held, SIGINT);
	lab_says(0, "3 pairs completed, INTERRUPTED, 27 pairs left out", "show %s", directory);
	resume_says(&held, 2, "the plan is that of", "--pairs 50", directory);
	resume_says(&held, 0, "27 of 30 pairs and 0 samples alone are left", "--dry-run",
		    directory);
	resume_says(&held, 0, "\"pairs_left\": 27", "--dry-run --json", directory);
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 3);
	start_resumed(&held, directory);
	held_pass(&held, directory, 1);
	cut(&held, SIGINT);
	lab_says(0, "4 pairs completed, INTERRUPTED, 26 pairs left out", "show %s", directory);
	execute_in(directory, "UPDATE meta SET value = 'abc' WHERE key = 'lab_commit'");
	resume_says(&held, 0, "30 pairs completed, finished", "", directory);
	expect(&outcome, 0, "was begun by schedlab abc and goes on with ");
	assert_int_equal(ask(directory, "SELECT count(*) FROM meta WHERE key = 'resumed' AND value "
					"LIKE '2%by schedlab%; 2%by schedlab%'"),
			 1);
	resume_says(&held, 2, "this run is finished", "--dry-run", directory);
}

static void test_nothing_planned(void **state)
{
	char directory[256];
	struct held held;

	(void)state;
	start(&held, directory, sizeof(directory), 1);
	cut(&held, SIGKILL);
	execute_in(directory, "DELETE FROM block; DELETE FROM sample; DELETE FROM pair; DELETE "
			      "FROM plan; DELETE FROM cell; DELETE FROM arm");
	resume_says(&held, 3, "nothing was planned", "", directory);
}

/* Packed in the middle and at its end: one set, two versions. */
static void test_versions(void **state)
{
	char directory[256], root[256];
	struct held held;

	(void)state;
	new_directory(root, sizeof(root));
	start(&held, directory, sizeof(directory), 3);
	lab_says(0, "what is packed is a part", "pack %s %s/part.tar.xz", directory, root);
	held_pass(&held, directory, 2);
	cut(&held, SIGTERM);
	lab_says(0, "packed:", "pack %s %s/whole.tar.xz", directory, root);
	assert_null(strstr(outcome.text, "is a part"));

	shell("cd %s && %s import part.tar.xz --into a 2>&1", root, SCHEDLAB_PROGRAM);
	expect(&outcome, 0, "imported:");
	shell("cd %s && %s import part.tar.xz --into a 2>&1", root, SCHEDLAB_PROGRAM);
	expect(&outcome, 0, "already there: a (set ");
	shell("cd %s && %s import whole.tar.xz --into a 2>&1", root, SCHEDLAB_PROGRAM);
	expect(&outcome, 4, "a has an older form of this set: 3 pairs, whole.tar.xz has 5");
	shell("cd %s && rm -r a && %s import whole.tar.xz --into a 2>&1", root, SCHEDLAB_PROGRAM);
	expect(&outcome, 0, "imported:");
	shell("cd %s && %s import part.tar.xz --into a 2>&1", root, SCHEDLAB_PROGRAM);
	expect(&outcome, 0, "already there, and newer than what was given: a (set ");
}

/* The two forms of one set are no two sets, and a folder with one form is taken. */
static void test_named_twice(void **state)
{
	char directory[256], packed[300];

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 1");
	snprintf(packed, sizeof(packed), "%s/packed", directory);
	shell("mkdir %s", packed);
	lab_says(0, "packed:", "pack %s %s/set.tar.xz", directory, packed);
	lab_says(2, "are one set", "report %s %s --out %s/both.html", directory, packed, directory);
	lab_says(2, "are one set", "validate --agreement --dir %s --dir %s", directory, packed);
	lab_says(2, "(schedlab compare --run measures arms that are not there)",
		 "compare slower honset --dir %s", directory);
	lab_says(4, "set.tar.xz exists already",
		 "run --arms slower --against honest " QUICK "--out %s", packed);
	assert_false(has_file(packed, "results.db"));
}

/* What says which columns there are is data as well. */
static void test_damaged_tables(void **state)
{
	static const char *const commands[] = { "show", "noise", "validate --dir",
						"compare slower honest --dir", "report" };
	static const char *const damages[] = { "'refused TEXT)', 'refuseb TEXT)'",
					       "'CREATE TABLE', 'DREATE TABLE'",
					       "'workers INTEGER', 'workerz INTEGER'",
					       "'cell INTEGER REFER', 'cekl INTEGER REFER'" };
	char directory[256], copy[300], change[400];

	(void)state;
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 2");
	snprintf(copy, sizeof(copy), "%s.copy", directory);
	for (size_t i = 0; i < sizeof(damages) / sizeof(damages[0]); i++) {
		shell("rm -rf %s && cp -r %s %s", copy, directory, copy);
		snprintf(change, sizeof(change),
			 "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = "
			 "replace(sql, %s)",
			 damages[i]);
		execute_in(copy, change);
		for (size_t j = 0; j < sizeof(commands) / sizeof(commands[0]); j++)
			lab_says(4, "results.db", "%s %s", commands[j], copy);
	}
	execute_in(directory, "DROP INDEX pair_once");
	lab_says(0, "slower", "show %s", directory);
	execute_in(directory, "PRAGMA foreign_keys=OFF; DELETE FROM cell");
	lab_says(4, "lacks its cell", "compare slower honest --dir %s", directory);
}

/* What it has measured is not where it says, and no disk is full. */
static void test_moved(void **state)
{
	char directory[256];
	struct held held;

	(void)state;
	start(&held, directory, sizeof(directory), 1);
	shell("mv %s %s.moved", directory, directory);
	held_open(&held);
	assert_int_equal(WEXITSTATUS(held_end(&held)), 4);
	shell("cat %s.said", directory);
	expect(&outcome, 0, "it was moved or removed meanwhile");
	assert_null(strstr(outcome.text, "disk space"));
	assert_null(strstr(outcome.text, "results: "));
	shell("mkdir -p %s && mkfifo %s/results.db", directory, directory);
	lab_says(4, "results.db is no regular file", "show %s", directory);
}

static void refused_for(const char *directory, const char *name)
{
	char text[300];

	snprintf(text, sizeof(text), "%s/%s ", directory, name);
	lab_says(4, text, "run --arms slower --against honest --pairs 1 " QUICK "--out %s",
		 directory);
	assert_false(has_file(directory, "results.db"));
}

/* What is there under a name of ours, but not ours, is neither written nor removed. */
static void test_foreign_files(void **state)
{
	static const char *const names[] = { "report.md",   "report.html", "table.txt",
					     "samples.csv", "plots",	   "measuring" };
	char directory[256], path[512];

	(void)state;
	new_directory(directory, sizeof(directory));
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		shell("mkdir -p %s && cd %s && echo mine > %s", directory, directory, names[i]);
		refused_for(directory, names[i]);
		shell("cd %s && cat * && rm %s", directory, names[i]);
		expect(&outcome, 0, "mine");
		shell("cd %s && echo mine > %s.precious && ln -s %s.precious %s", directory,
		      directory, directory, names[i]);
		refused_for(directory, names[i]);
		shell("cat %s.precious && rm %s/%s", directory, directory, names[i]);
		expect(&outcome, 0, "mine");
	}
	snprintf(path, sizeof(path), "%s/others.txt", directory);
	shell("echo mine > %s && touch %s/measuring", path, directory);
	lab_says(0, "results:", "run --arms slower --against honest --pairs 1 " QUICK "--out %s",
		 directory);
	assert_true(has_file(directory, "others.txt"));
	assert_false(has_file(directory, "measuring"));
}

/* One cut run, continued in two places. */
static void test_forked(void **state)
{
	char directory[256], root[256], copy[300];
	struct held held;

	(void)state;
	new_directory(root, sizeof(root));
	start(&held, directory, sizeof(directory), 1);
	stop(&held, SIGTERM);
	snprintf(copy, sizeof(copy), "%s/copy", root);
	shell("cp -r %s %s", directory, copy);
	start_resumed(&held, directory);
	held_pass(&held, directory, 1);
	stop(&held, SIGTERM);
	start_resumed(&held, copy);
	held_pass(&held, copy, 1);
	cut(&held, SIGTERM);
	lab_says(0, "packed:", "pack %s %s/one.tar.xz", directory, root);
	shell("cd %s && %s import one.tar.xz --into new 2>&1", root, SCHEDLAB_PROGRAM);
	expect(&outcome, 4, "are one set that was continued in two places");
}

/* compare --run reads what it measured, whatever else looks newer. */
static void test_the_set_just_measured(void **state)
{
	char root[256], old[300];

	(void)state;
	new_directory(root, sizeof(root));
	snprintf(old, sizeof(old), "%s/results/old", root);
	lab_says(0, "results:", "run --arms slower --against honest --pairs 3 " QUICK "--out %s",
		 old);
	execute_in(old, "UPDATE meta SET value = '2020-02-02T02:02:02+0200' WHERE key = 'date'");
	shell("cd %s && touch -d tomorrow results/old/results.db && SCHEDLAB_ARMS=%s %s compare "
	      "--run slower honest --workload spin --pairs 2 2>/dev/null",
	      root, FAKE_ARMS, SCHEDLAB_PROGRAM);
	expect(&outcome, 5, "2 pairs");
	assert_null(strstr(outcome.text, "3 pairs"));
	shell("cd %s && touch -d tomorrow results/old/results.db && %s compare slower honest 2>&1",
	      root, SCHEDLAB_PROGRAM);
	expect(&outcome, 5, "2 pairs");
	expect(&outcome, 5, "reading results/2"); /* the year it was measured */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_owned),
		cmocka_unit_test(test_two_at_once),
		cmocka_unit_test(test_left_behind),
		cmocka_unit_test(test_other_host),
		cmocka_unit_test(test_unique),
		cmocka_unit_test(test_counted),
		cmocka_unit_test(test_nothing_planned),
		cmocka_unit_test(test_versions),
		cmocka_unit_test(test_named_twice),
		cmocka_unit_test(test_damaged_tables),
		cmocka_unit_test(test_moved),
		cmocka_unit_test(test_foreign_files),
		cmocka_unit_test(test_forked),
		cmocka_unit_test(test_the_set_just_measured),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
