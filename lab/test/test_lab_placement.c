/* SPDX-License-Identifier: MIT */
/*
 * Description: the CPUs that are allowed are the only CPUs, in the plan, the host's
 * class and its key; workers that share a CPU are named in every view.
 */
#include "runs.h"

#include <sched.h>

static int some_cpu(void)
{
	cpu_set_t set;
	int cpu = 0;

	assert_int_equal(sched_getaffinity(0, sizeof(set), &set), 0);
	while (!CPU_ISSET(cpu, &set))
		cpu++;
	return cpu;
}

/* Runs schedlab where it may use one CPU. */
static void run_on_one_cpu(const char *arguments)
{
	char command[1024];

	snprintf(command, sizeof(command), "SCHEDLAB_ARMS=%s taskset -c %d %s %s 2>&1", FAKE_ARMS,
		 some_cpu(), SCHEDLAB_PROGRAM, arguments);
	run_shell(&outcome, command);
}

static void test_default_workers(void **state)
{
	(void)state;
	run_on_one_cpu("run --arms slower --against honest --workloads spin --dry-run");
	expect(&outcome, 0, "spin tasks=2000, 1 worker,");
	run_on_one_cpu("run --arms slower --against honest --workloads spin --workers 3 --dry-run");
	expect(&outcome, 0, "spin tasks=2000, 3 workers on 1 CPU, oversubscribed");
}

/* A CPU that is there and not allowed, or not there, is refused before any sample. */
static void test_explicit(void **state)
{
	char arguments[800], suite[512];
	FILE *file;

	(void)state;
	snprintf(arguments, sizeof(arguments),
		 "run --arms slower --against honest --workloads spin --dry-run --pin "
		 "explicit:%d,%d",
		 some_cpu(), some_cpu() + 1);
	run_on_one_cpu(arguments);
	expect(&outcome, 2, "is not allowed here");
	snprintf(suite, sizeof(suite), "%s/pins.json", TEST_DIR);
	file = fopen(suite, "w");
	assert_non_null(file);
	fputs("{\"name\":\"pins\",\"rows\":[{\"baseline\":\"honest\",\"arms\":\"slower\","
	      "\"workloads\":\"spin\",\"pin\":\"sideways\"}]}",
	      file);
	fclose(file);
	snprintf(arguments, sizeof(arguments), "run --dry-run --suite %s", suite);
	run_lab(&outcome, arguments);
	expect(&outcome, 2, "sideways: give compact");
}

static void test_host(void **state)
{
	char everywhere[64] = "", *key;
	cpu_set_t set;

	(void)state;
	assert_int_equal(sched_getaffinity(0, sizeof(set), &set), 0);
	if (CPU_COUNT(&set) < 2)
		cannot("one CPU is too few");
	run_lab(&outcome, "doctor --seconds 0.1");
	key = strstr(outcome.text, "host key:");
	assert_non_null(key);
	snprintf(everywhere, sizeof(everywhere), "%.24s", key);
	run_on_one_cpu("doctor --seconds 0.1");
	assert_non_null(strstr(outcome.text, ", 1 of "));
	assert_null(strstr(outcome.text, everywhere));
}

/* As a peer would that does not say that its workers share a CPU. */
static void say_room(const char *directory)
{
	sqlite3 *db = NULL;
	char path[320];

	snprintf(path, sizeof(path), "%s/results.db", directory);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				      "UPDATE sample SET row = json_remove(row, "
				      "'$.pin.oversubscribed', '$.pin.label')",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(db);
}

static void test_every_view(void **state)
{
	static const char said[] = "2 workers on 1 CPU, oversubscribed";
	char directory[256], command[1024], arguments[256];

	(void)state;
	snprintf(arguments, sizeof(arguments),
		 "--arms steady-slower --against steady --pairs 4 --workers 2 --pin explicit:%d,%d",
		 some_cpu(), some_cpu());
	run_into(directory, sizeof(directory), arguments);
	expect(&outcome, 0, said);
	snprintf(command, sizeof(command), "compare steady-slower steady --dir %s", directory);
	run_lab(&outcome, command);
	assert_non_null(strstr(outcome.text, said));
	snprintf(command, sizeof(command), "show --json %s", directory);
	run_lab(&outcome, command);
	expect(&outcome, 0, "\"oversubscribed\": true");
	say_room(directory);
	snprintf(command, sizeof(command), "show %s", directory);
	run_lab(&outcome, command);
	expect(&outcome, 0, said);
	snprintf(command, sizeof(command), "grep -c '%s' %s/report.md %s/table.txt", said,
		 directory, directory);
	run_shell(&outcome, command);
	expect(&outcome, 0, "report.md");
	run_into(directory, sizeof(directory),
		 "--arms steady-slower --against steady --pairs 1 --workers 1");
	expect(&outcome, 0, "1 worker, pin compact");
}

/* Where threads are is asked of the kernel, not of the sample. */
static void test_lies(void **state)
{
	char directory[256];
	cpu_set_t set;

	(void)state;
	assert_int_equal(sched_getaffinity(0, sizeof(set), &set), 0);
	if (CPU_COUNT(&set) < 2)
		cannot("one CPU is too few");
	run_into(directory, sizeof(directory), "--arms pins-nobody --against honest --pairs 1");
	expect(&outcome, 1, "1 of its workers are on CPU");
	expect(&outcome, 1, "the kernel has 0 of its threads bound there");
	assert_int_equal(ask(directory, "SELECT count(*) FROM pair WHERE log_ratio IS NOT NULL"),
			 0);
	run_into(directory, sizeof(directory), "--arms pins-otherwise --against honest --pairs 1");
	expect(&outcome, 1, "there are CPUs for all");
	run_into(directory, sizeof(directory),
		 "--arms pins-otherwise --against honest --pairs 1 --pin none");
	expect(&outcome, 1, "asked for no pinning, but");
	run_into(directory, sizeof(directory), "--arms pins-not-main --against honest --pairs 1");
	expect(&outcome, 1, "it says its main thread is on CPU");
}

/* Whether workers share a CPU is counted, not taken from the sample's word for it. */
static void test_room(void **state)
{
	char directory[256], arguments[256];

	(void)state;
	snprintf(arguments, sizeof(arguments),
		 "--arms pins-room --against pins-room --pairs 1 --workers 2 --pin explicit:%d,%d",
		 some_cpu(), some_cpu());
	run_into(directory, sizeof(directory), arguments);
	expect(&outcome, 1, "it says oversubscribed false, by its workers and their CPUs it is");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_default_workers),
		cmocka_unit_test(test_explicit),
		cmocka_unit_test(test_host),
		cmocka_unit_test(test_every_view),
		cmocka_unit_test(test_lies),
		cmocka_unit_test(test_room),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
