/* SPDX-License-Identifier: MIT */
/*
 * Description: a result set packed and back: nothing is lost, equal stores give equal
 * bytes, and the commands read it in every form alike.
 */
#include "sets.h"

#include <fcntl.h>
#include <sys/file.h>

static char made[256]; /* the rich run */

static int setup(void **state)
{
	(void)state;
	make_rich_run(made, sizeof(made));
	return 0;
}

/* Rows of a table that the other database does not have, both ways. */
static void expect_equal_rows(sqlite3 *db, const char *table)
{
	char sql[1024];
	sqlite3_stmt *query;

	snprintf(sql, sizeof(sql),
		 "SELECT (SELECT count(*) FROM (SELECT * FROM a.%s EXCEPT SELECT * FROM b.%s)) + "
		 "(SELECT count(*) FROM (SELECT * FROM b.%s EXCEPT SELECT * FROM a.%s)), "
		 "(SELECT count(*) FROM b.%s)",
		 table, table, table, table, table);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &query, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(query), SQLITE_ROW);
	if (sqlite3_column_int(query, 0) != 0 || sqlite3_column_int(query, 1) == 0)
		fail_msg("%s: %d rows differ, of %d", table, sqlite3_column_int(query, 0),
			 sqlite3_column_int(query, 1));
	sqlite3_finalize(query);
}

/* All but a text that was no UTF-8. */
static void expect_equal_databases(const char *a, const char *b)
{
	char sql[1024];
	sqlite3_stmt *query;
	int tables = 0;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	snprintf(sql, sizeof(sql),
		 "ATTACH '%s/results.db' AS a; ATTACH '%s/results.db' AS b; "
		 "UPDATE a.sample SET last_state = 'A?' || char(10) || 'B?' || '?)' WHERE id = 1",
		 a, b);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT name FROM a.sqlite_master WHERE type = 'table'",
					    -1, &query, NULL),
			 SQLITE_OK);
	for (; sqlite3_step(query) == SQLITE_ROW; tables++)
		expect_equal_rows(db, (const char *)sqlite3_column_text(query, 0));
	sqlite3_finalize(query);
	sqlite3_close(db);
	assert_true(tables > 10);
}

static void test_round_trip(void **state)
{
	char work[256], copy[300], back[300];

	(void)state;
	new_directory(work, sizeof(work));
	snprintf(copy, sizeof(copy), "%s/made", work);
	snprintf(back, sizeof(back), "%s/back", work);
	lab_says(0, "packed: ", "pack %s %s/p.tar.xz", made, work);
	lab_says(0, "imported: ", "import %s/p.tar.xz --into %s", work, back);
	shell("cp -r %s %s", made, copy); /* the comparison changes it */
	expect_equal_databases(copy, back);
}

static void test_same_bytes(void **state)
{
	char work[256], name[300];

	(void)state;
	new_directory(work, sizeof(work));
	shell("cp -r %s %s/name && mkdir -p %s/more/name", made, work, work);
	lab_says(0, "", "pack %s/name %s/one.tar.xz", work, work);
	snprintf(name, sizeof(name), "%s/name", work);
	execute_in(name, "CREATE TABLE more(a); DROP TABLE more; UPDATE meta SET value = value");
	lab_says(0, "", "pack %s %s/more/two.tar.xz", name, work);
	lab_says(0, "", "import %s/one.tar.xz --into %s/sub/name", work, work);
	lab_says(0, "", "pack %s/sub/name %s/more/three.tar.xz", work, work);
	shell("cp %s/one.tar.xz %s/more/name/set.tar.xz", work, work);
	lab_says(0, "", "pack %s/more/name %s/more/four.tar.xz", work, work);
	shell("cd %s && for f in more/*.tar.xz more/name/*; do cmp one.tar.xz $f || exit 1; done; "
	      "tar "
	      "-tJf one.tar.xz",
	      work);
	expect(&outcome, 0,
	       "name/MANIFEST\nname/results.db\nname/provenance.json\n"
	       "name/topology.xml\n");
	shell("cd %s && tar -xOJf one.tar.xz name/provenance.json", work);
	expect(&outcome, 0, "\"host_key\": \"abc \\\"def\\\", ghi\"");
}

static void test_pack_and_import(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	lab_says(0, "packed: ", "pack %s %s/p.tar.xz", made, work);
	lab_says(4, "never overwritten", "pack %s %s/p.tar.xz", made, work);
	lab_says(0, "imported: ", "import %s/p.tar.xz --into %s/sub/one", work, work);
	lab_says(0, "already there: ", "import %s/p.tar.xz --into %s/sub/one", work, work);
	lab_says(4, "twice it would count double", "import %s/p.tar.xz --into %s/sub/two", work,
		 work);
	lab_says(2, "is a result directory already", "import %s/sub/one", work);
	shell("cd %s && mkdir results && %s import p.tar.xz && %s import p.tar.xz && ls "
	      "results",
	      work, SCHEDLAB_PROGRAM, SCHEDLAB_PROGRAM);
	expect(&outcome, 0, "already there: results/out-");
	lab_says(0, "RED crashes", "show %s/sub/one", work);
	shell("cd %s/sub && ls -A", work);
	expect(&outcome, 0, "one\n");
}

/* Whatever a directory is called, what is packed of it can be read. */
static void test_names(void **state)
{
	char work[256], name[200];

	(void)state;
	new_directory(work, sizeof(work));
	memset(name, 'n', sizeof(name));
	for (size_t length = 154; length < 158; length++) {
		shell("mv %s %s/%.*s", made, work, (int)length, name);
		lab_says(0, "packed: ", "pack %s/%.*s %s/%zu.tar.xz", work, (int)length, name, work,
			 length);
		lab_says(0, "imported: ", "import %s/%zu.tar.xz --into %s/in/one", work, length,
			 work);
		shell("rm -r %s/in && mv %s/nnn* %s", work, work, made);
	}
	shell("mv %s %s/2026..11", made, work);
	lab_says(0, "packed: ", "pack %s/2026..11 %s/p.tar.xz", work, work);
	shell("mv %s/2026..11 %s", work, made);
	lab_says(0, "imported: ", "import %s/p.tar.xz --into %s/in/one", work, work);
	shell("tar -tJf %s/p.tar.xz", work);
	expect(&outcome, 0, "2026..11/MANIFEST\n");
}

/* Beside --into, whatever its directory is called. */
static void test_found_beside(void **state)
{
	static const char *const names[] = { "plain", "a[1]b", "a*?", "a\\\\b" };
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	lab_says(0, "packed: ", "pack %s %s/p.tar.xz", made, work);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		lab_says(0, "imported: ", "import %s/p.tar.xz --into \"%s/%s/one\"", work, work,
			 names[i]);
		lab_says(0, "already there: ", "import %s/p.tar.xz --into \"%s/%s/one\"", work,
			 work, names[i]);
		lab_says(4, "twice it would count double",
			 "import %s/p.tar.xz --into \"%s/%s/two\"", work, work, names[i]);
	}
}

/* What another one writes into is left to it; what a dead one left is not in the way. */
static void test_two_at_once(void **state)
{
	char work[256], part[300];
	int other;

	(void)state;
	new_directory(work, sizeof(work));
	snprintf(part, sizeof(part), "%s/p.tar.xz.part", work);
	other = open(part, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
	assert_int_equal(write(other, "half", 4), 4);
	assert_int_equal(flock(other, LOCK_EX), 0);
	lab_says(4, "p.tar.xz is being written by another schedlab", "pack %s %s/p.tar.xz", made,
		 work);
	expect_only(work, "p.tar.xz.part ");
	shell("cat %s", part);
	expect(&outcome, 0, "half");
	close(other);
	lab_says(0, "packed: ", "pack %s %s/p.tar.xz", made, work);
	expect_only(work, "p.tar.xz ");
	lab_says(0, "imported: ", "import %s/p.tar.xz --into %s/in/one", work, work);
}

/* A committed set is found, and can be imported itself. */
static void test_committed(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	shell("mkdir -p %s/results/reference/x", work);
	lab_says(0, "packed: ", "pack %s %s/results/reference/x/set.tar.xz", made, work);
	lab_says(0, "packed: ", "pack %s %s/p.tar.xz", made, work);
	shell("cd %s && %s import p.tar.xz", work, SCHEDLAB_PROGRAM);
	expect(&outcome, 0, "already there: results/reference/x (set ");
	shell("cd %s && %s import results/reference/x --into results/y", work, SCHEDLAB_PROGRAM);
	expect(&outcome, 0, "imported: results/y");
	shell("cd %s && %s import results/reference/x --into results/z", work, SCHEDLAB_PROGRAM);
	expect(&outcome, 4, "already there: results/y (set ");
}

/* A set without an identity cannot be told from another: it is imported. */
static void test_no_identity(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	shell("cp -r %s %s/old", made, work);
	snprintf(work + strlen(work), sizeof(work) - strlen(work), "/old");
	execute_in(work, "DELETE FROM meta WHERE key = 'set_id'");
	lab_says(0, "packed", "pack %s %s.tar.xz", work, work);
	lab_says(0, "imported", "import %s.tar.xz --into %s-1", work, work);
	lab_says(0, "imported", "import %s.tar.xz --into %s-2", work, work);
	lab_says(4, "never overwritten", "import %s.tar.xz --into %s-2", work, work);
}

/* What a command says of the folder with a packed set, and of the archive itself. */
static void packed_says(int status, const char *text, const char *format, const char *work)
{
	char at[300];

	lab_says(status, text, format, work);
	snprintf(at, sizeof(at), "%s/set.tar.xz", work);
	lab_says(status, text, format, at);
	expect_only(work, "set.tar.xz ");
}

/* A committed set has no database: the commands must not care, and leave it as it is. */
static void test_commands_on_packed(void **state)
{
	char work[256], other[256];

	(void)state;
	new_directory(work, sizeof(work));
	new_directory(other, sizeof(other));
	lab_says(0, "", "pack %s %s/set.tar.xz", made, work);
	packed_says(0, "RED crashes", "show %s", work);
	packed_says(0, "\"ratio\"", "show %s --json", work);
	packed_says(5, "undecided: On ", "compare slower honest --dir %s", work);
	packed_says(0, "workload,params,pin,arm", "export %s --to csv", work);
	packed_says(2, "give another place: --out DIR", "report %s", work);
	packed_says(2, "give another place: --out DIR", "plot %s", work);
	lab_says(0, "plots: ", "plot %s --out %s/plot", work, other);
	lab_says(0, "report.html", "report %s --out %s/report", work, other);
	lab_says(2, "are one set", "report %s %s --out %s/both.html", work, made, other);
	lab_says(0, "page.html", "report %s --out %s/page.html", work, other);
	lab_says(2, "give another place: --out DIR", "report %s --out %s", made, work);
	lab_says(2, "give another place: --out DIR", "plot %s --out %s", work, made);
	expect_only(work, "set.tar.xz ");
	shell("cd %s && ls plot/plots/ratio.svg report/plots/ratio.svg page.md && ls -d "
	      "out-*/plots",
	      other);
	expect(&outcome, 0, "/plots");
	shell("SCHEDLAB_ARMS=%s %s show %s >/dev/null && cmp %s/report/report.md %s/report.md",
	      FAKE_ARMS, SCHEDLAB_PROGRAM, made, other, made);
	expect(&outcome, 0, "");
}

/* Packed sets that are called alike have one place for their plots. */
static void test_called_alike(void **state)
{
	char work[256], other[256];

	(void)state;
	new_directory(work, sizeof(work));
	run_into(other, sizeof(other), "--arms slower --against honest --pairs 1");
	shell("mkdir -p %s/a/set %s/b/set", work, work);
	lab_says(0, "", "pack %s %s/a/set/set.tar.xz", made, work);
	lab_says(0, "", "pack %s %s/b/set/set.tar.xz", other, work);
	lab_says(2, "two sets are called", "report %s/a/set %s/b/set --out %s/page.html", work,
		 work, work);
	shell("mv %s/b/set %s/b/other", work, work);
	lab_says(0, "page.html", "report %s/a/set %s/b/other --out %s/page.html", work, work, work);
	shell("ls %s/set/plots/ratio.svg %s/other/plots/ratio.svg && cat %s/page.md", work, work,
	      work);
	expect(&outcome, 0, "(other/plots/ratio.svg)");
	/* the name is the last part of the path, whatever the others are called */
	shell("mkdir -p %s/sets.tar.xz.d/in && cd %s/sets.tar.xz.d && cp %s/a/set/set.tar.xz "
	      "one.tar.xz && cp %s/b/other/set.tar.xz two.tar.xz && cd %s/a/set && %s report . "
	      "--out o/p.html && mkdir in && cd in && %s report .. --out o/p.html",
	      work, work, work, work, work, SCHEDLAB_PROGRAM, SCHEDLAB_PROGRAM);
	expect(&outcome, 0, "report: o/p.html");
	lab_says(0, "",
		 "report %s/sets.tar.xz.d/one.tar.xz %s/sets.tar.xz.d/two.tar.xz --out %s/o/p.html",
		 work, work, work);
	shell("cd %s && ls -d o/* a/set/o/* a/set/in/o/* a/set/in/* | tr '\\n' ' '", work);
	expect(&outcome, 0,
	       "a/set/in/o a/set/in/o/p.html a/set/in/o/p.md a/set/in/o/set a/set/o/p.html "
	       "a/set/o/p.md a/set/o/set o/one o/p.html o/p.md o/two ");
}

static void test_formats(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	lab_says(2, "schedlab pack DIR FILE.tar.xz", "export %s --to set", made);
	lab_says(0, "workload,params,pin,arm", "export %s --to csv", made);
	lab_says(0, "", "export %s --to csv --out %s/s.csv", made, work);
	shell("cmp %s/s.csv %s/samples.csv", work, made);
	expect(&outcome, 0, "");
	lab_says(4, "never overwritten", "export %s --to csv --out %s/s.csv", made, work);
	execute_in(made, "UPDATE plan SET plant_percent = 0"); /* planted rows are left out */
	lab_says(0, "\"name\":\"spin/tasks:2000/workers:", "export %s --to gbench", made);
	lab_says(0, "\"repetitions\":2,\"repetition_index\":1", "export %s --to gbench", made);
	lab_says(0, "/slower,0.000,", "export %s --to hdr", made);
	expect(&outcome, 0, ",0.004100,HISTFAAA");
	execute_in(made, "UPDATE sample SET row = NULL");
	lab_says(3, "has no latencies", "export %s --to hdr --out %s/x.hlog", made, work);
	execute_in(made, "UPDATE pair SET log_ratio = NULL");
	lab_says(3, "no completed pair", "export %s --to gbench", made);
	expect_only(work, "s.csv ");
}

static void test_full_disk(void **state)
{
	char work[256], command[1024];

	(void)state;
	new_directory(work, sizeof(work));
	lab_says(0, "", "pack %s %s/p.tar.xz", made, work);
	snprintf(command, sizeof(command), "trap '' XFSZ; ulimit -f %d; cd %s; %s", 1, work,
		 SCHEDLAB_PROGRAM);
	shell("%s pack %s %s/q.tar.xz 2>&1", command, made, work);
	expect_no_room(&outcome);
	shell("%s export %s --to gbench --out g.json 2>&1", command, made);
	expect_no_room(&outcome);
	for (int blocks = 1; blocks < 1200; blocks += 80) {
		shell("trap '' XFSZ; ulimit -f %d; %s import %s/p.tar.xz --into %s/i 2>&1", blocks,
		      SCHEDLAB_PROGRAM, work, work);
		if (outcome.status == 0)
			break;
		expect_no_room(&outcome);
	}
	expect(&outcome, 0, "imported");
	shell("rm -r %s/i", work);
	expect_only(work, "p.tar.xz ");
}

/* In a directory of its own: the set that was made, with so many bytes more, which say nothing. */
static void new_large(char *work, size_t work_size, char *large, size_t size, int bytes)
{
	char filler[100];

	new_directory(work, work_size);
	snprintf(large, size, "%s/large", work);
	shell("cp -r %s %s", made, large);
	snprintf(filler, sizeof(filler), "INSERT INTO meta VALUES('filler', hex(zeroblob(%d)))",
		 bytes / 2);
	execute_in(large, filler);
}

/* A large set needs no more on the disk than its archive takes. */
static void test_no_room_elsewhere(void **state)
{
	char work[256], large[300];

	(void)state;
	new_large(work, sizeof(work), large, sizeof(large), 10000000);
	shell("trap '' XFSZ; ulimit -f 400; %s pack %s %s/p.tar.xz 2>&1", SCHEDLAB_PROGRAM, large,
	      work);
	expect(&outcome, 0, "packed: ");
}

/* A set for which there is no memory is not called damaged. */
static void test_no_memory(void **state)
{
	char work[256], large[300];

	(void)state;
	new_large(work, sizeof(work), large, sizeof(large), 20000000);
	lab_says(0, "packed: ", "pack %s %s/p.tar.xz", large, work);
	for (int kilobytes = 40000; kilobytes < 140000; kilobytes += 4000) {
		shell("ulimit -v %d; %s noise %s/p.tar.xz 2>&1", kilobytes, SCHEDLAB_PROGRAM, work);
		assert_null(strstr(outcome.text, "damaged"));
	}
}

/* Runs the lab with no more than any user may: root may read and write everything. */
__attribute__((format(printf, 1, 2))) static void as_anybody(const char *format, ...)
{
	static const char *const less = "setpriv --bounding-set=-dac_override,-dac_read_search";
	const char *prefix = geteuid() == 0 ? less : "";
	char arguments[1024];
	va_list list;

	shell("%s true", prefix);
	if (outcome.status != 0)
		cannot("this is root, and there is no setpriv that may take it away");
	va_start(list, format);
	vsnprintf(arguments, sizeof(arguments), format, list);
	va_end(list);
	shell("%s %s %s 2>&1", prefix, SCHEDLAB_PROGRAM, arguments);
}

static void test_no_permission(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	lab_says(0, "", "pack %s %s/p.tar.xz", made, work);
	lab_says(4, "cannot write /proc/p.tar.xz", "pack %s /proc/p.tar.xz", made);
	lab_says(4, "cannot write", "import %s/p.tar.xz --into /proc/i", work);
	lab_says(4, "cannot be read", "import %s/absent.tar.xz", work);
	shell("chmod 0 %s/p.tar.xz", work);
	as_anybody("import %s/p.tar.xz --into %s/i", work, work);
	expect(&outcome, 4, "Permission denied");
	shell("umask 0777 && %s pack %s %s/q.tar.xz", SCHEDLAB_PROGRAM, made, work);
	expect(&outcome, 0, "packed: ");
	expect_only(work, "p.tar.xz q.tar.xz ");
}

/* A table needs no place. */
static void test_shown_all_the_same(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	shell("cp -r %s %s/set && chmod -R a-w %s/set", made, work, work);
	as_anybody("show %s/set", work);
	expect(&outcome, 4, "RED crashes");
	expect(&outcome, 4, "/table.txt: Permission denied");
	as_anybody("show --json %s/set", work);
	expect(&outcome, 4, "\"pairs_planned\"");
	shell("chmod -R u+w %s/set", work);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_same_bytes),
		cmocka_unit_test(test_pack_and_import),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_found_beside),
		cmocka_unit_test(test_two_at_once),
		cmocka_unit_test(test_committed),
		cmocka_unit_test(test_no_identity),
		cmocka_unit_test(test_commands_on_packed),
		cmocka_unit_test(test_called_alike),
		cmocka_unit_test(test_full_disk),
		cmocka_unit_test(test_no_room_elsewhere),
		cmocka_unit_test(test_no_memory),
		cmocka_unit_test(test_no_permission),
		cmocka_unit_test(test_shown_all_the_same),
		cmocka_unit_test(test_formats), /* changes the run */
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, setup, NULL);
}
