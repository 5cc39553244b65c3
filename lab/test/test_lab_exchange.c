/* SPDX-License-Identifier: MIT */
/*
 * Description: a result set as text and back: nothing is lost, equal stores give
 * equal bytes, and the commands read both forms alike.
 */
#include "sets.h"

#include <jansson.h>

static char made[256]; /* the rich run */

static int setup(void **state)
{
	(void)state;
	make_rich_run(made, sizeof(made));
	return 0;
}

/* Rows of one query that the other database does not have, both ways. */
static int rows_that_differ(sqlite3 *db, const char *columns, const char *table)
{
	char sql[1024];
	sqlite3_stmt *query;
	int count;

	snprintf(sql, sizeof(sql),
		 "SELECT (SELECT count(*) FROM (SELECT %s FROM a.%s EXCEPT SELECT %s FROM b.%s)) + "
		 "(SELECT count(*) FROM (SELECT %s FROM b.%s EXCEPT SELECT %s FROM a.%s))",
		 columns, table, columns, table, columns, table, columns, table);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &query, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(query), SQLITE_ROW);
	count = sqlite3_column_int(query, 0);
	sqlite3_finalize(query);
	return count;
}

static void expect_equal_rows(sqlite3 *db)
{
	sqlite3_stmt *query;
	int rows = 0;

	assert_int_equal(sqlite3_prepare_v2(db,
					    "SELECT x.row, y.row FROM a.sample x JOIN b.sample y "
					    "USING(id) WHERE x.row IS NOT NULL",
					    -1, &query, NULL),
			 SQLITE_OK);
	for (; sqlite3_step(query) == SQLITE_ROW; rows++) {
		json_t *a = json_loads((const char *)sqlite3_column_text(query, 0), 0, NULL);
		json_t *b = json_loads((const char *)sqlite3_column_text(query, 1), 0, NULL);

		assert_true(json_is_object(a) && json_equal(a, b));
		json_decref(a);
		json_decref(b);
	}
	sqlite3_finalize(query);
	assert_true(rows > 4);
}

static void expect_equal_databases(const char *a, const char *b)
{
	static const char *const tables[][2] = {
		{ "meta", "*" },
		{ "arm", "*" },
		{ "layout", "*" },
		{ "cell", "*" },
		{ "claim", "*" },
		{ "plan", "*" },
		{ "pair", "*" },
		{ "reading", "*" },
		{ "probe", "*" },
		{ "host_gate", "*" },
		{ "block", "*" },
		{ "count", "*" },
		{ "sample", "id, pair, cell, arm, layout, mode, side, status, red, cause, "
			    "nullif(last_state, CAST(x'41ff0a42c328' AS TEXT)) IS NULL, units, ns, "
			    "cpu_ns, switches" },
	};
	char sql[1024];
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	snprintf(sql, sizeof(sql),
		 "ATTACH '%s/results.db' AS a; ATTACH '%s/results.db' AS b; "
		 "UPDATE a.sample SET last_state = 'A?' || char(10) || 'B?(' WHERE id = 1",
		 a, b);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		assert_int_equal(rows_that_differ(db, tables[i][1], tables[i][0]), 0);
	assert_int_equal(rows_that_differ(db, "id, last_state", "sample"), 0);
	expect_equal_rows(db);
	sqlite3_close(db);
}

static void test_round_trip(void **state)
{
	char work[256], copy[512];

	(void)state;
	new_directory(work, sizeof(work));
	lab_says(0, "set: ", "export %s --to set --out %s/set", made, work);
	lab_says(0, "imported: ", "import %s/set --into %s/copy", work, work);
	shell("cp -r %s %s/made", made, work); /* the comparison changes it */
	snprintf(copy, sizeof(copy), "%s/made", work);
	snprintf(work + strlen(work), sizeof(work) - strlen(work), "/copy");
	expect_equal_databases(copy, work);
}

static void test_same_bytes(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	lab_says(0, "", "export %s --to set --out %s/one", made, work);
	lab_says(0, "", "export %s --to set --out %s/more/again", made, work);
	lab_says(0, "", "import %s/one --into %s/sub/copy", work, work);
	lab_says(0, "", "export %s/sub/copy --to set --out %s/more/two", work, work);
	lab_says(0, "", "export %s/one --to set --out %s/more/three", work, work);
	lab_says(0, "", "pack %s/sub/copy %s/set.tar.gz", work, work);
	lab_says(0, "", "pack %s/sub/copy %s/again.tar.gz", work, work);
	shell("cd %s && for d in more/*; do diff -r one $d || exit 1; done && "
	      "cmp set.tar.gz again.tar.gz && tar -tzf set.tar.gz && tar -xzf set.tar.gz "
	      "&& diff -r one copy",
	      work);
	expect(&outcome, 0, "copy/MANIFEST");
}

/* A directory is one set: another one is not mixed into it. */
static void test_one_set_a_directory(void **state)
{
	char work[256], other[256];

	(void)state;
	new_directory(work, sizeof(work));
	run_into(other, sizeof(other), "--arms slower --against honest --pairs 1");
	lab_says(0, "set: ", "export %s --to set --out %s/set", made, work);
	lab_says(0, "set: ", "export %s --to set --out %s/set", made, work);
	lab_says(4, "holds another result set", "export %s --to set --out %s/set", other, work);
	lab_says(4, "holds another result set", "export %s --to set --out %s", made, other);
	lab_says(0, "set: ", "export %s --to set", other);
	lab_says(4, "never overwritten", "import %s/set --into %s/set", work, work);
}

static void test_pack_and_import(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	lab_says(0, "packed: ", "pack %s %s/p.tar.gz", made, work);
	lab_says(4, "never overwritten", "pack %s %s/p.tar.gz", made, work);
	lab_says(0, "imported: ", "import %s/p.tar.gz --into %s/sub/one", work, work);
	lab_says(0, "already there: ", "import %s/p.tar.gz --into %s/sub/one", work, work);
	lab_says(4, "twice it would count double", "import %s/p.tar.gz --into %s/sub/two", work,
		 work);
	shell("cd %s && mkdir results && %s import p.tar.gz && %s import p.tar.gz && ls "
	      "results",
	      work, SCHEDLAB_PROGRAM, SCHEDLAB_PROGRAM);
	expect(&outcome, 0, "already there: results/out-");
	lab_says(0, "RED crashes", "show %s/sub/one", work);
	shell("cd %s/sub && ls -A", work);
	expect(&outcome, 0, "one\n");
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
	lab_says(0, "packed", "pack %s %s.tar.gz", work, work);
	lab_says(0, "imported", "import %s.tar.gz --into %s-1", work, work);
	lab_says(0, "imported", "import %s.tar.gz --into %s-2", work, work);
	lab_says(4, "never overwritten", "import %s.tar.gz --into %s-2", work, work);
}

/* A committed set has no database: the commands must not care. */
static void test_commands_on_text(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
	lab_says(0, "", "export %s --to set --out %s", made, work);
	assert_false(has_file(work, "results.db"));
	lab_says(0, "RED crashes", "show %s", work);
	lab_says(5, "undecided: On ", "compare slower honest --dir %s", work);
	lab_says(0, "plots: ", "plot %s", work);
	lab_says(0, "\"ratio\"", "show %s --json", work);
	lab_says(0, "packed", "pack %s %s/x.tar.gz", work, work);
	shell("SCHEDLAB_ARMS=%s %s show %s && cmp %s/table.txt %s/table.txt && cmp %s/samples.csv "
	      "%s/samples.csv && cmp %s/report.md %s/report.md && ls %s/results.db 2>&1",
	      FAKE_ARMS, SCHEDLAB_PROGRAM, made, made, work, made, work, made, work, work);
	expect(&outcome, 2, "No such file");
}

static void test_formats(void **state)
{
	char work[256];

	(void)state;
	new_directory(work, sizeof(work));
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
	lab_says(0, "", "pack %s %s/p.tar.gz", made, work);
	snprintf(command, sizeof(command), "trap '' XFSZ; ulimit -f %d; cd %s; %s", 1, work,
		 SCHEDLAB_PROGRAM);
	shell("%s export %s --to set --out %s/set 2>&1", command, made, work);
	expect_no_room(&outcome);
	shell("%s pack %s %s/q.tar.gz 2>&1", command, made, work);
	expect_no_room(&outcome);
	shell("%s export %s --to gbench --out g.json 2>&1", command, made);
	expect_no_room(&outcome);
	for (int blocks = 1; blocks < 1200; blocks += 80) {
		shell("trap '' XFSZ; ulimit -f %d; %s import %s/p.tar.gz --into %s/i 2>&1", blocks,
		      SCHEDLAB_PROGRAM, work, work);
		if (outcome.status == 0)
			break;
		expect_no_room(&outcome);
	}
	expect(&outcome, 0, "imported");
	shell("rm -r %s/i", work);
	expect_only(work, "p.tar.gz set ");
	shell("rmdir %s/set", work); /* empty */
	expect(&outcome, 0, "");
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
	lab_says(0, "", "pack %s %s/p.tar.gz", made, work);
	lab_says(4, "cannot create", "export %s --to set --out /proc/set", made);
	lab_says(4, "cannot write /proc/p.tar.gz", "pack %s /proc/p.tar.gz", made);
	lab_says(4, "cannot write", "import %s/p.tar.gz --into /proc/i", work);
	lab_says(4, "cannot be read", "import %s/absent.tar.gz", work);
	shell("chmod 0 %s/p.tar.gz", work);
	as_anybody("import %s/p.tar.gz --into %s/i", work, work);
	expect(&outcome, 4, "Permission denied");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_same_bytes),
		cmocka_unit_test(test_one_set_a_directory),
		cmocka_unit_test(test_pack_and_import),
		cmocka_unit_test(test_no_identity),
		cmocka_unit_test(test_commands_on_text),
		cmocka_unit_test(test_full_disk),
		cmocka_unit_test(test_no_permission),
		cmocka_unit_test(test_formats), /* changes the run */
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, setup, NULL);
}
