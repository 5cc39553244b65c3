/* SPDX-License-Identifier: MIT */
/*
 * Description: a pipe or a device in the place of a file is refused or named; nothing waits
 * for its other end.
 */
#include "runs.h"

#include <errno.h>

#include "lab/base/lab.h"
#include "lab/base/regular.h"

#define ARMS "--arms slower --against honest --pairs 1 " QUICK

static char directory[256];

/* A new directory with a pipe in it; its path is below `directory`. */
static void put_pipe(const char *name)
{
	char path[512];

	new_directory(directory, sizeof(directory));
	snprintf(path, sizeof(path), "%s/%s", directory, name);
	assert_int_equal(mkfifo(path, 0600), 0);
}

/* Only a wait without end takes so long. */
static void run(const char *arguments)
{
	char command[2048];

	snprintf(command, sizeof(command),
		 "cd %s && SCHEDLAB_ARMS=%s exec timeout -s KILL 100 %s %s 2>&1", directory,
		 FAKE_ARMS, SCHEDLAB_PROGRAM, arguments);
	run_shell(&outcome, command);
}

static const struct {
	const char *pipe, *arguments;
	int status;
} cases[] = {
	{ "pipe.json", "run --suite ./pipe.json --dry-run", 2 },
	{ "pipe.json", "run " ARMS "--counts pipe.json --out set", 2 },
	{ "counts.json", "run " ARMS "--out .", 2 },
	{ "pipe", "run " ARMS "--counts /dev/zero --out set", 2 },
	{ "pipe", "import pipe --into set", 4 },
	{ "set.tar.xz", "import . --into set", 4 },
};

static void test_inputs(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		put_pipe(cases[i].pipe);
		run(cases[i].arguments);
		expect(&outcome, cases[i].status, "no regular file");
		assert_false(has_file(directory, "set"));
		assert_false(has_file(directory, "results.db"));
	}
}

static void test_reason(void **state)
{
	char arguments[512];

	(void)state;
	put_pipe("tokio-not-built.txt");
	snprintf(arguments, sizeof(arguments), "cp %s/bench-fake-honest %s", FAKE_ARMS, directory);
	run_shell(&outcome, arguments);
	run("list --arms-dir .");
	expect(&outcome, 0, "no regular file");
}

/* What cannot be written costs only itself. */
static void test_outputs(void **state)
{
	(void)state;
	new_directory(directory, sizeof(directory));
	run("run " ARMS "--out set");
	expect(&outcome, 0, "results:");
	run_shell(&outcome, lab_printf("cd %s/set && rm report.html table.txt plots/*.dat && "
				       "mkfifo report.html && mkfifo table.txt",
				       directory));
	expect(&outcome, 0, "");
	run("show set");
	expect(&outcome, 4, "set/table.txt: it is no regular file");
	expect(&outcome, 4, "set/report.html: it is no regular file");
	assert_true(has_file(directory, "set/report.md"));
}

/* A pipe with a reader is none either; a file is emptied. */
static void test_opening(void **state)
{
	char path[512];
	FILE *file;

	(void)state;
	put_pipe("pipe");
	snprintf(path, sizeof(path), "%s/pipe", directory);
	assert_null(regular_create(path));
	assert_int_equal(errno, EMEDIUMTYPE);
	assert_null(regular_create("/dev/null"));
	assert_int_equal(errno, EMEDIUMTYPE);
	assert_null(regular_open(directory));
	assert_int_equal(errno, EISDIR);
	snprintf(path, sizeof(path), "%s/file", directory);
	for (int i = 0; i < 2; i++) {
		file = regular_create(path);
		assert_non_null(file);
		assert_int_equal(fputs(i == 0 ? "longer" : "short", file) >= 0, 1);
		assert_int_equal(fclose(file), 0);
	}
	file = regular_open(path);
	assert_non_null(file);
	assert_string_equal(fgets(path, sizeof(path), file), "short");
	fclose(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_inputs),
		cmocka_unit_test(test_reason),
		cmocka_unit_test(test_outputs),
		cmocka_unit_test(test_opening),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
