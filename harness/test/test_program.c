/* SPDX-License-Identifier: MIT */
/* Description: the sample process from outside: exit codes, lock-step, signals, broken pipe. */
#include "harness/test/child.h"

#include <sched.h>
#include <signal.h>

#include "harness/options.h"

/* Runs to the end; the row, if one is expected, has this status. */
static void expect_exit(const char *const *args, int code, const char *status)
{
	struct child child;
	int ended;
	json_t *row;

	child_start(&child, args);
	if (status) {
		row = read_event(&child, "row");
		assert_string_equal(json_string_value(json_object_get(row, "status")), status);
		json_decref(row);
	}
	assert_int_equal(fgetc(child.out), EOF);
	if (code)
		assert_int_not_equal(fgetc(child.err), EOF);
	while (fgetc(child.err) != EOF)
		;
	ended = child_end(&child);
	assert_true(WIFEXITED(ended));
	assert_int_equal(WEXITSTATUS(ended), code);
}

/* A pin to the first CPU that this process may use, which need not be CPU 0. */
static const char *explicit_pin(void)
{
	static char text[32];
	cpu_set_t allowed;
	int cpu = 0;

	assert_int_equal(sched_getaffinity(0, sizeof allowed, &allowed), 0);
	while (!CPU_ISSET(cpu, &allowed))
		cpu++;
	snprintf(text, sizeof text, "explicit:%d", cpu);
	return text;
}

static void test_rows(void **state)
{
	(void)state;
	expect_exit(RUN("sum", "--blocks", "2", "--iterations", "1"), EXIT_ROW_OK, "ok");
	expect_exit(RUN("sum", "--blocks", "2", "--block-ns", "1000"), EXIT_ROW_OK, "ok");
	expect_exit(RUN("sum", "--plant", "0.5", "--block-ns", "1000"), EXIT_ROW_OK, "ok");
	expect_exit(RUN("sum", "--heap", "112", "--iterations", "1"), EXIT_ROW_OK, "ok");
	expect_exit(RUN("wrong", "--iterations", "1"), EXIT_ROW_WRONG, "wrong");
	expect_exit(RUN("refused"), EXIT_REFUSED, "refused");
	expect_exit(RUN("fails", "--iterations", "1"), EXIT_ERROR, "error");
	expect_exit(RUN("sum", "--pin", "explicit:100000"), EXIT_IMPOSSIBLE, "error");
	expect_exit(RUN("sum", "--pin", "l3:100000"), EXIT_IMPOSSIBLE, "error");
	expect_exit(RUN("sum", "--counters", "many"), EXIT_IMPOSSIBLE, "error");
	expect_exit(RUN("sum", "--topology", "/no/such/dir/x"), EXIT_IMPOSSIBLE, "error");
	expect_exit(RUN("sum", "--workers", "3", "--pin", explicit_pin(), "--iterations", "1"),
		    EXIT_ROW_OK, "ok");
}

/* What Google Benchmark would take for its defaults is nothing to a sample. */
static void test_own_settings(void **state)
{
	static const char *const settings[][2] = {
		{ "BENCHMARK_LIST_TESTS", "true" }, { "BENCHMARK_FILTER", "nothing" },
		{ "BENCHMARK_REPETITIONS", "3" },   { "BENCHMARK_OUT", "/no/such/dir/x" },
		{ "BENCHMARK_DRY_RUN", "true" },    { "BENCHMARK_MIN_WARMUP_TIME", "0.01" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
		setenv(settings[i][0], settings[i][1], 1);
		expect_exit(RUN("sum", "--iterations", "1"), EXIT_ROW_OK, "ok");
		unsetenv(settings[i][0]);
	}
}

static void test_usage(void **state)
{
	(void)state;
	expect_exit(RUN("summ"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--param", "amount=0"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--param", "x=1"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--workers", "0"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--workers", "many"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--seed", "-1"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--blocks", "0"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--block-ns", "1"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--iterations", "1x"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--pin", "tight"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--plant", "0"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--heap", "7"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--heap", "128"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--heap", "much"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--pin", "explicit:"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "more"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--describe"), EXIT_USAGE, NULL);
	expect_exit(RUN("sum", "--nonsense"), EXIT_USAGE, NULL);
	expect_exit(ARGS("--pin", "none"), EXIT_USAGE, NULL);
	expect_exit(ARGS("--gbench", "--nonsense"), EXIT_USAGE, NULL);
}

/* Google Benchmark's own JSON, of the one benchmark asked for. */
static void test_gbench(void **state)
{
	struct child child;
	json_t *json, *runs;
	int ended;

	(void)state;
	child_start(&child, ARGS("--workers", "1", "--gbench", "--benchmark_filter=^sum",
				 "--benchmark_format=json", "--benchmark_min_time=0.001"));
	json = json_loadf(child.out, 0, NULL);
	runs = json_object_get(json, "benchmarks");
	assert_int_equal(json_array_size(runs), 1);
	assert_true(json_number_value(json_object_get(json_array_get(runs, 0), "number")) > 0);
	json_decref(json);
	ended = child_end(&child);
	assert_true(WIFEXITED(ended));
	assert_int_equal(WEXITSTATUS(ended), EXIT_ROW_OK);
}

static json_t *ask(struct child *child, const char *command, const char *event)
{
	tell(child, command);
	return read_event(child, event);
}

static void test_lockstep(void **state)
{
	struct child child;
	json_t *json;
	int ended;

	(void)state;
	child_start(&child, RUN("producer", "--lockstep", "--workers", "1"));
	json = read_event(&child, "ready");
	assert_int_equal(json_integer_value(json_object_get(json, "pid")), child.pid);
	json_decref(json);
	json_decref(ask(&child, "calibrate 100000", "calibrated"));
	json = ask(&child, "block 3", "block");
	assert_int_equal(json_integer_value(json_object_get(json, "units")), 300);
	json_decref(json);
	json_decref(ask(&child, "block 4", "block"));
	json = ask(&child, "finish", "row");
	assert_int_equal(json_array_size(json_object_get(json, "blocks")), 2);
	assert_int_equal(json_integer_value(json_object_get(json, "units")), 700);
	json_decref(json);
	ended = child_end(&child);
	assert_true(WIFEXITED(ended));
	assert_int_equal(WEXITSTATUS(ended), EXIT_ROW_OK);
}

/* A wrong block is answered, and the lab decides how to go on. */
static void test_lockstep_wrong(void **state)
{
	struct child child;
	json_t *json;
	int ended;

	(void)state;
	child_start(&child, RUN("wrong", "--lockstep", "--workers", "1"));
	json_decref(read_event(&child, "ready"));
	json = ask(&child, "block 1", "block");
	assert_string_equal(json_string_value(json_object_get(json, "error")), "wrong on purpose");
	json_decref(json);
	json_decref(ask(&child, "finish", "row"));
	ended = child_end(&child);
	assert_true(WIFEXITED(ended));
	assert_int_equal(WEXITSTATUS(ended), EXIT_ROW_WRONG);
}

static void test_lockstep_garbage(void **state)
{
	static const char *const lines[] = { "",	"block",    "block 0",	   "block -1",
					     "block x", "blocks 3", "calibrate 0", "block 1 2" };
	struct child child;
	size_t i;
	int ended;

	(void)state;
	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		child_start(&child, RUN("sum", "--lockstep", "--workers", "1"));
		json_decref(read_event(&child, "ready"));
		json_decref(ask(&child, lines[i], "row"));
		ended = child_end(&child);
		assert_true(WIFEXITED(ended));
		assert_int_equal(WEXITSTATUS(ended), EXIT_ERROR);
	}
}

static void test_end_of_input(void **state)
{
	struct child child;
	int ended;

	(void)state;
	child_start(&child, RUN("sum", "--lockstep", "--workers", "1"));
	json_decref(read_event(&child, "ready"));
	fclose(child.in);
	json_decref(read_event(&child, "row"));
	child.in = fopen("/dev/null", "w");
	ended = child_end(&child);
	assert_true(WIFEXITED(ended));
	assert_int_equal(WEXITSTATUS(ended), EXIT_ROW_OK);
}

static void test_hang_is_shown(void **state)
{
	char line[128] = "";
	struct child child;
	int ended;

	(void)state;
	child_start(&child, RUN("hangs", "--lockstep", "--workers", "1"));
	json_decref(read_event(&child, "ready"));
	tell(&child, "block 1");
	kill(child.pid, SIGUSR1);
	assert_non_null(fgets(line, sizeof line, child.err));
	assert_non_null(strstr(line, "test arm"));
	kill(child.pid, SIGTERM);
	ended = child_end(&child);
	assert_true(WIFSIGNALED(ended));
	assert_int_equal(WTERMSIG(ended), SIGTERM);
}

/* ThreadSanitizer holds signals back until the next call that it intercepts,
 * which the read inside getline is not. */
#if defined(__SANITIZE_THREAD__)
#define SIGNALS_ARE_LATE true
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define SIGNALS_ARE_LATE true
#endif
#endif
#ifndef SIGNALS_ARE_LATE
#define SIGNALS_ARE_LATE false
#endif

/* Between commands, too; and it goes on afterwards. */
static void test_signal_while_quiet(void **state)
{
	char line[128] = "";
	struct child child;

	(void)state;
	if (SIGNALS_ARE_LATE)
		skip();
	child_start(&child, RUN("sum", "--lockstep", "--workers", "1"));
	json_decref(read_event(&child, "ready"));
	kill(child.pid, SIGUSR1);
	assert_non_null(fgets(line, sizeof line, child.err));
	json_decref(ask(&child, "block 1", "block"));
	json_decref(ask(&child, "finish", "row"));
	child_end(&child);
}

static void test_broken_pipe(void **state)
{
	struct child child;
	int ended;

	(void)state;
	signal(SIGPIPE, SIG_IGN); /* inherited: the child must not care */
	child_start(&child, RUN("sum", "--lockstep", "--workers", "1"));
	json_decref(read_event(&child, "ready"));
	fclose(child.out);
	tell(&child, "block 1");
	assert_int_equal(fgetc(child.err), EOF);
	child.out = fopen("/dev/null", "r");
	ended = child_end(&child);
	assert_true(WIFSIGNALED(ended));
	assert_int_equal(WTERMSIG(ended), SIGPIPE);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_own_settings),
		cmocka_unit_test(test_usage),
		cmocka_unit_test(test_gbench),
		cmocka_unit_test(test_lockstep),
		cmocka_unit_test(test_lockstep_wrong),
		cmocka_unit_test(test_lockstep_garbage),
		cmocka_unit_test(test_end_of_input),
		cmocka_unit_test(test_hang_is_shown),
		cmocka_unit_test(test_signal_while_quiet),
		cmocka_unit_test(test_broken_pipe),
	};

	if (argc != 2) {
		fputs("usage: test_program SAMPLE-PROCESS\n", stderr);
		return EXIT_USAGE;
	}
	program = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
