/* SPDX-License-Identifier: MIT */
/*
 * Description: heap placements are drawn, asked for, said and stored; programs that do not
 * know them, and sets made before there were any, are told apart.
 */
#include "sets.h"

static char made[256]; /* eight A/A pairs, and one pair with a program that takes no --heap */

static const char suite[] =
	"{\"name\":\"heaps\",\"title\":\"heaps\",\"label\":\"HEAPS\",\"defaults\":{\"workers\":[1],"
	"\"pin\":\"none\",\"pairs\":8,\"blocks\":2,\"block_ms\":1,\"parks_block_ms\":1},\"rows\":["
	"{\"purpose\":\"A/A\",\"baseline\":[\"honest\"],\"arms\":[\"honest\"],\"workloads\":"
	"[\"spin\"]},{\"baseline\":[\"honest\"],\"arms\":[\"no-heap\"],\"workloads\":[\"spin\"],"
	"\"pairs\":1}]}";

static int setup(void **state)
{
	FILE *file = fopen(TEST_DIR "/heaps.json", "w");

	(void)state;
	assert_non_null(file);
	fputs(suite, file);
	assert_int_equal(fclose(file), 0);
	run_into(made, sizeof(made), "--suite " TEST_DIR "/heaps.json --seed 5");
	expect(&outcome, 0, "results:");
	return 0;
}

#define AA "FROM pair WHERE plan = (SELECT id FROM plan WHERE purpose = 'A/A')"

/* What its own row says is what is stored of it; "heap" is what was asked for. */
#define SAYS_OTHERWISE \
	"SELECT count(*) FROM sample s JOIN pair p ON s.pair = p.id WHERE " \
	"json_extract(s.row, '$.heap') IS NOT CASE s.side WHEN 'A' THEN p.heap_a ELSE p.heap_b " \
	"END"

static void test_stored(void **state)
{
	(void)state;
	assert_int_equal(ask(made, "SELECT count(*) " AA), 8);
	assert_int_equal(ask(made, "SELECT count(DISTINCT heap_a) " AA), 8);
	assert_int_equal(ask(made, "SELECT count(DISTINCT heap_b) " AA), 8);
	assert_int_equal(ask(made, "SELECT count(*) " AA " AND heap_a % 16 = 0 AND heap_a "
				   "BETWEEN 0 AND 112"),
			 8);
	assert_int_equal(ask(made, SAYS_OTHERWISE), 0);
	assert_int_equal(ask(made, "SELECT count(*) FROM sample WHERE mode = 'isolated' AND "
				   "json_extract(row, '$.heap') = 0"),
			 1);
}

static void test_not_taken(void **state)
{
	(void)state;
	assert_int_equal(ask(made, "SELECT count(*) FROM pair WHERE heap_a IS NOT NULL AND heap_b "
				   "IS NULL AND log_ratio IS NOT NULL"),
			 1);
	lab_says(0, "heap placement is not varied for no-heap: it takes no --heap",
		 "run --arms no-heap --against honest --workloads spin --dry-run");
	assert_null(strstr(outcome.text, "not varied for honest"));
	run_lab(&outcome, "doctor --seconds 0.1");
	assert_non_null(strstr(outcome.text, "heap placement is not varied for no-heap"));
	assert_null(strstr(outcome.text, "not varied for honest"));
}

/* An A/A pair with one step on both sides says nothing of it. */
static void test_told(void **state)
{
	(void)state;
	lab_says(0, "Heap placement: not varied in 1 of 9 pairs, whose arm takes no --heap.",
		 "noise %s", made);
	expect(&outcome, 0, "| heap moved by | pairs | against 0: ratio [95 % interval] |");
	expect(&outcome, 0, "| honest | 112 bytes | ");
	shell("grep -c 'heap placement: not varied in 1 of 9' %s/report.md", made);
	expect(&outcome, 0, "1");
}

/* The run as it was stored before there were heap placements. */
static void make_old(char *old, size_t bytes)
{
	new_directory(old, bytes);
	shell("cp %s/results.db %s", made, old);
	execute_in(old, "ALTER TABLE pair DROP COLUMN heap_b; ALTER TABLE pair DROP COLUMN heap_a; "
			"UPDATE meta SET value = 'running' WHERE key = 'state'; "
			"PRAGMA user_version = 2");
}

static void test_old_database(void **state)
{
	char old[256];

	(void)state;
	make_old(old, sizeof(old));
	lab_says(0, "Heap placement: not varied.", "noise %s", old);
	assert_null(strstr(outcome.text, "heap moved by"));
	lab_says(0, "packed: ", "pack %s %s/old.tar.xz", old, old);
	lab_says(0, "Heap placement: not varied.", "noise %s/old.tar.xz", old);
	lab_says(4, "has schema 2, this schedlab adds only to 3", "run --resume %s", old);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stored),
		cmocka_unit_test(test_not_taken),
		cmocka_unit_test(test_told),
		cmocka_unit_test(test_old_database),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, setup, NULL);
}
