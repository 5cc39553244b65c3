/* SPDX-License-Identifier: MIT */
/* Description: no command claims success for what it could not print. */
#include "runs.h"

#include <unistd.h>

static char set[512]; /* a small result directory */

/* %s: the set; what a command writes stands beside it. */
static const char *const commands[] = {
	"--help",
	"list",
	"list --json",
	"list --help",
	"run --arms slower --against honest --dry-run",
	"run --arms slower --against honest --pairs 1 " QUICK "--out %s/again",
	"run --arms slower --against honest --pairs 1 " QUICK "--json --out %s/third",
	"compare honest slower --dir %s",
	"validate --list",
	"show %s",
	"show %s --json",
	"report %s",
	"plot %s",
	"doctor --seconds 0.1",
	"doctor --seconds 0.1 --json",
	"export %s --to csv",
	"export %s --to gbench",
	"pack %s %s/packed.tar.xz",
	"import %s/packed.tar.xz --into %s/imported",
};

static const char *beside(const char *name)
{
	static char path[1024];

	snprintf(path, sizeof(path), "%s/%s", set, name);
	return path;
}

static void run_one(const char *command, const char *output)
{
	char arguments[2048], line[2560];

	snprintf(arguments, sizeof(arguments), command, set, set);
	snprintf(line, sizeof(line), "{ SCHEDLAB_ARMS=%s %s %s %s; } 2>&1", FAKE_ARMS,
		 SCHEDLAB_PROGRAM, arguments, output);
	print_message("schedlab %s %s\n", arguments, output);
	run_shell(&outcome, line);
}

static void test_full(void **state)
{
	(void)state;
	if (access("/dev/full", W_OK) != 0)
		cannot("there is no /dev/full");
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		run_one(commands[i], ">/dev/full");
		expect(&outcome, 4, "cannot write standard output: No space left");
	}
	assert_true(ask(beside("again"), "SELECT count(*) FROM pair") == 1);
}

static void test_closed(void **state)
{
	(void)state;
	run_one("list", ">&-");
	expect(&outcome, 4, "cannot write standard output: Bad file descriptor");
	/* The database must not become the place that the table is printed to. */
	run_one("run --arms slower --against honest --pairs 1 " QUICK "--out %s/closed", ">&-");
	expect(&outcome, 4, "cannot write standard output");
	assert_int_equal(ask(beside("closed"), "SELECT count(*) FROM pair"), 1);
}

/* A reader who has read enough is no error. */
static void test_reader_left(void **state)
{
	(void)state;
	run_one("list 2>/dev/null", "| head -c 1");
	expect(&outcome, 0, "a");
	assert_null(strstr(outcome.text, "cannot write"));
	run_one("run --arms slower --against honest --pairs 1 " QUICK "--out %s/left", "| true");
	assert_null(strstr(outcome.text, "cannot write"));
}

static int set_up(void **state)
{
	(void)state;
	run_into(set, sizeof(set), "--arms slower --against honest --pairs 2");
	expect(&outcome, 0, "results:");
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_closed),
		cmocka_unit_test(test_reader_left),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
