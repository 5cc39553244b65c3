/* SPDX-License-Identifier: MIT */
/*
 * Description: nothing of the person's environment reaches samples and plots but
 * what is listed, and a set says what that was.
 */
#include "runs.h"

#include "lab/base/environment.h"

/* A variable of every kind that changes what is measured, seen or written. */
#define HOSTILE \
	"MALLOC_ARENA_MAX=1 GLIBC_TUNABLES=glibc.malloc.tcache_count=0 MIMALLOC_VERBOSE=1 " \
	"HWLOC_SYNTHETIC='pack:1 core:3 pu:1' BENCHMARK_LIST_TESTS=true TOKIO_WORKER_THREADS=7 " \
	"OMP_NUM_THREADS=9 RUST_BACKTRACE=full LC_ALL=POSIX LC_NUMERIC=de_DE LANGUAGE=de " \
	"GNUTERM=dumb SCHEDLAB_FREE=ours "

static const char *find(char **environment, const char *start)
{
	for (; *environment != NULL; environment++)
		if (strncmp(*environment, start, strlen(start)) == 0)
			return *environment;
	return NULL;
}

static void test_list(void **state)
{
	char **closed;

	(void)state;
	setenv("LD_PRELOAD", "theirs.so", 1);
	setenv("PATHOLOGY", "1", 1);
	setenv("SCHEDLAB_FREE", "ours", 1);
	setenv("CC", "for builds only", 1);
	setenv("LC_ALL", "POSIX", 1);
	closed = environment_closed(NULL);
	assert_null(find(closed, "LD_PRELOAD="));
	assert_null(find(closed, "PATHOLOGY="));
	assert_null(find(closed, "CC="));
	assert_non_null(find(closed, "PATH="));
	assert_string_equal(find(closed, "SCHEDLAB_FREE="), "SCHEDLAB_FREE=ours");
	assert_string_equal(find(closed, "LC_ALL="), "LC_ALL=C.UTF-8");
	free(closed);
	closed = environment_closed("ours.so");
	assert_string_equal(find(closed, "LD_PRELOAD="), "LD_PRELOAD=ours.so");
	free(closed);
	assert_non_null(strstr(environment_passed(), " PATH"));
	assert_non_null(strstr(environment_passed(), " SCHEDLAB_FREE"));
	assert_null(strstr(environment_passed(), "ours"));
	assert_null(strstr(environment_passed(), "PATHOLOGY"));
	unsetenv("LD_PRELOAD");
}

/* schedlab with the variables before it; the result directory. */
static void run_with(const char *variables, char *directory, size_t bytes)
{
	char command[2048];

	new_directory(directory, bytes);
	snprintf(command, sizeof(command),
		 "%s SCHEDLAB_ARMS=%s %s run --arms tells-environment --against honest --pairs 1 "
		 "--block-ms 1 " QUICK "--out %s 2>&1",
		 variables, FAKE_ARMS, SCHEDLAB_PROGRAM, directory);
	run_shell(&outcome, command);
}

static int told(const char *directory, const char *text)
{
	char sql[512];

	snprintf(sql, sizeof(sql),
		 "SELECT count(*) > 0 FROM sample WHERE '\n' || last_state LIKE '%%\n%s%%'", text);
	return ask(directory, sql);
}

static void test_samples(void **state)
{
	static const char *const hidden[] = { "MALLOC_",    "GLIBC_",	"MIMALLOC_",	"HWLOC_",
					      "BENCHMARK",  "TOKIO_",	"OMP_",		"RUST_",
					      "LC_NUMERIC", "LANGUAGE", "LC_ALL=POSIX", "GNUTERM" };
	char directory[256];

	(void)state;
	run_with(HOSTILE, directory, sizeof(directory));
	expect(&outcome, 1, "the first is tells-environment in spin");
	for (size_t i = 0; i < sizeof(hidden) / sizeof(hidden[0]); i++)
		assert_int_equal(told(directory, hidden[i]), 0);
	assert_int_equal(told(directory, "PATH="), 1);
	assert_int_equal(told(directory, "LC_ALL=C.UTF-8"), 1);
	assert_int_equal(told(directory, "SCHEDLAB_FREE=ours"), 1);
	assert_int_equal(ask(directory,
			     "SELECT count(*) FROM meta WHERE key = 'environment' AND "
			     "value LIKE 'LC_ALL=C.UTF-8; passed:% PATH %SCHEDLAB_FREE%' "
			     "AND value NOT LIKE '%MALLOC%'"),
			 1);
	/* Nor do they reach the libraries of the lab itself. */
	assert_int_equal(ask(directory, "SELECT count(*) FROM meta WHERE key = 'topology_xml' AND "
					"value LIKE '%Synthetic%'"),
			 0);
	snprintf(outcome.text, sizeof(outcome.text),
		 "grep -q 'passed:.*SCHEDLAB_FREE' %s/report.md", directory);
	assert_int_equal(system(outcome.text), 0);
}

/* Whatever stands in ~/.gnuplot, the plots are the same. */
static void test_gnuplot_settings(void **state)
{
	static const char *const settings[] = { "set datafile separator \",\"", "pause -1",
						"set terminal dumb; set output \"/dev/null\"",
						"exit status 3" };
	char directory[256], command[2048];

	(void)state;
	need_gnuplot();
	run_into(directory, sizeof(directory), "--arms slower --against honest --pairs 2");
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
		snprintf(command, sizeof(command),
			 "cd %s && mkdir -p home && echo '%s' >home/.gnuplot && cp plots/ratio.svg "
			 "old.svg && rm plots/ratio.svg && HOME=$PWD/home %s plot . "
			 "2>&1 && "
			 "cmp old.svg plots/ratio.svg && grep -q 'fake 1' plots/ratio.svg",
			 directory, settings[i], SCHEDLAB_PROGRAM);
		run_shell(&outcome, command);
		expect(&outcome, 0, "");
	}
}

/* A gnuplot that never ends is ended by Ctrl-C (it presses the keys itself, so that it is
 * drawing for certain), and the page is written all the same. */
static void test_interrupted_plot(void **state)
{
	char directory[256], command[2048];

	(void)state;
	new_directory(directory, sizeof(directory));
	snprintf(command, sizeof(command),
		 "cd %s && mkdir bin && printf '#!/bin/sh\\nkill -INT $PPID\\nexec sleep 1000\\n' "
		 ">bin/gnuplot && chmod +x bin/gnuplot && PATH=$PWD/bin:$PATH SCHEDLAB_ARMS=%s "
		 "%s run --arms slower --against honest --pairs 1 " QUICK "--out out 2>&1",
		 directory, FAKE_ARMS, SCHEDLAB_PROGRAM);
	run_shell(&outcome, command);
	expect(&outcome, 130, "interrupted: not all plots are drawn");
	assert_true(has_file(directory, "out/report.html"));
}

/* A namespace of its own, in which something else lies over /proc. */
#define WITHOUT_PROC "unshare -rm sh -c 'mount -t tmpfs none /proc && exec %s %s' 2>&1"

static void test_without_proc(void **state)
{
	static const char *const commands[] = { "list", "run --suite smoke --dry-run", "doctor" };
	char command[1200];

	(void)state;
	snprintf(command, sizeof(command), WITHOUT_PROC, "true", "");
	run_shell(&outcome, command);
	if (outcome.status != 0)
		cannot("there are no namespaces");
#ifdef __SANITIZE_ADDRESS__
	skip(); /* the search for leaks needs /proc, for its options, too */
#endif
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		snprintf(command, sizeof(command), WITHOUT_PROC, SCHEDLAB_PROGRAM, commands[i]);
		run_shell(&outcome, command);
		expect(&outcome, 4, "/proc is not mounted");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_gnuplot_settings),
		cmocka_unit_test(test_interrupted_plot),
		cmocka_unit_test(test_without_proc),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
