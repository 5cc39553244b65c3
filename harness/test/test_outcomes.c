/* SPDX-License-Identifier: MIT */
/* Description: the sample process from outside: words that go with each exit code, and files. */
#include "harness/test/child.h"

/* Exit codes are numbers here, as they are to others (CONTRACT.md). */
#define NAME "harness-test-arm: "

/* All of a stream. */
static char *read_all(FILE *stream)
{
	char *text = NULL;
	size_t room = 0;

	if (getdelim(&text, &room, '\0', stream) < 0) {
		free(text);
		text = strdup("");
	}
	return text;
}

static json_t *run_row(const char *const *args, int code, const char *said)
{
	struct child child;
	char *out, *err;
	json_t *row;
	int ended;

	child_start(&child, args);
	out = read_all(child.out);
	err = read_all(child.err);
	ended = child_end(&child);
	assert_true(WIFEXITED(ended));
	assert_int_equal(WEXITSTATUS(ended), code);
	assert_string_equal(err, said);
	row = json_loads(out, 0, NULL); /* one, or none */
	assert_int_equal(row != NULL, out[0] != '\0');
	free(out);
	free(err);
	return row;
}

/* The row's status, and its cause, which is what is said. */
static void expect_row(const char *const *args, int code, const char *status, const char *cause)
{
	char said[1024];
	json_t *row;

	snprintf(said, sizeof said, "%s%s%s", cause[0] ? NAME : "", cause, cause[0] ? "\n" : "");
	row = run_row(args, code, said);
	assert_non_null(row);
	assert_string_equal(json_string_value(json_object_get(row, "event")), "row");
	assert_string_equal(json_string_value(json_object_get(row, "status")), status);
	assert_string_equal(json_string_value(json_object_get(row, "cause")), cause);
	json_decref(row);
}

static void test_rows(void **state)
{
	(void)state;
	expect_row(RUN("sum", "--iterations", "1"), 0, "ok", "");
	expect_row(RUN("wrong", "--iterations", "1"), 1, "wrong", "wrong on purpose");
	expect_row(RUN("refused"), 3, "refused", "the test arm refuses it");
	expect_row(RUN("sum", "--workers", "65"), 3, "refused",
		   "too many workers for the test arm");
	expect_row(RUN("fails", "--iterations", "1"), 5, "error",
		   "test could not run a block of fails: Input/output error");
	expect_row(RUN("sum", "--counters", "many"), 4, "error",
		   "--counters many: no such group; there are: default software hardware "
		   "tracepoints cache branch none");
	expect_row(RUN("sum", "--iterations", "1", "--topology", "/no/such/folder/x"), 4, "error",
		   "--topology /no/such/folder/x: No such file or directory");
}

/* Bad usage has words and no row. */
static void test_usage(void **state)
{
	(void)state;
	assert_null(run_row(RUN("summ"), 2,
			    NAME "no workload 'summ'; did you mean 'sum'? There are: sum producer "
				 "wrong fails hangs refused\n"));
	assert_null(run_row(RUN("sum", "--pin", "explicit:"), 2,
			    NAME "--pin explicit:: expected a CPU number; write it as "
				 "explicit:CPU,CPU,... or with ranges, explicit:0,2-5\n"));
	assert_null(run_row(ARGS("--encode", "many"), 4, "--encode many: no such counter group\n"));
}

/* A whole sample: what was asked for, what ran, what it counted until it was stopped. */
static void test_row(void **state)
{
	json_t *row = run_row(RUN("sum", "--workers", "1", "--blocks", "2", "--iterations", "3",
				  "--counters", "none", "--pin", "none", "--seed", "9", "--heap",
				  "48", "--param", "amount=20"),
			      0, "");

	(void)state;
	expect_json(json_pack("{s:O, s:O, s:O, s:O, s:O, s:O, s:O}", "heap",
			      json_object_get(row, "heap"), "seed", json_object_get(row, "seed"),
			      "params", json_object_get(row, "params"), "units",
			      json_object_get(row, "units"), "metrics",
			      json_object_get(row, "metrics"), "gbench",
			      json_object_get(row, "gbench"), "counter_group",
			      json_object_get(row, "counter_group")),
		    "{'heap':48,'seed':9,'params':{'amount':20},'units':120,'metrics':{"
		    "'rounds':{'value':6},'steals':{'value':null,'reason':'*'}},'gbench':{"
		    "'runs':1,'iterations':2,'seconds':'*'},'counter_group':'none'}");
	assert_int_equal(json_array_size(json_object_get(row, "blocks")), 2);
	json_decref(row);
}

static void test_other_commands(void **state)
{
	json_t *json = run_row(ARGS("--describe"), 0, "");

	(void)state;
	assert_string_equal(json_string_value(json_object_get(json, "event")), "describe");
	assert_string_equal(json_string_value(json_object_get(json, "arm")), "test");
	json_decref(json);
	json = run_row(ARGS("--encode", "tracepoints"), 0, "");
	assert_string_equal(json_string_value(json_object_get(json, "event")), "encode");
	assert_string_equal(json_string_value(json_object_get(json, "group")), "tracepoints");
	json_decref(json);
}

/* The machine is written down for a sample that can be had, and else nothing is. */
static void test_topology(void **state)
{
	char path[] = "/tmp/harness-outcomes-XXXXXX";
	int file = mkstemp(path);
	char *text;
	FILE *xml;

	(void)state;
	assert_true(file >= 0);
	close(file);
	expect_row(RUN("refused", "--topology", path), 3, "refused", "the test arm refuses it");
	xml = fopen(path, "r");
	assert_int_equal(fgetc(xml), EOF);
	fclose(xml);
	expect_row(RUN("sum", "--iterations", "1", "--topology", path), 0, "ok", "");
	xml = fopen(path, "r");
	text = read_all(xml);
	fclose(xml);
	assert_non_null(strstr(text, "<topology version="));
	free(text);
	unlink(path);
}

/* The main thread has a name that tools show. */
static void test_thread_name(void **state)
{
	char path[64], name[32] = "";
	struct child child;
	FILE *file;

	(void)state;
	child_start(&child, RUN("sum", "--lockstep", "--workers", "1"));
	json_decref(read_event(&child, "ready"));
	snprintf(path, sizeof path, "/proc/%d/comm", (int)child.pid);
	file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(name, sizeof name, file));
	fclose(file);
	assert_string_equal(name, "bench-main\n");
	tell(&child, "finish");
	json_decref(read_event(&child, "row"));
	child_end(&child);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),	 cmocka_unit_test(test_usage),
		cmocka_unit_test(test_row),	 cmocka_unit_test(test_other_commands),
		cmocka_unit_test(test_topology), cmocka_unit_test(test_thread_name),
	};

	if (argc != 2) {
		fputs("usage: test_outcomes SAMPLE-PROCESS\n", stderr);
		return 2;
	}
	program = argv[1];
	setenv("HWLOC_HIDE_ERRORS", "2", 1); /* of a machine that describes itself badly */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
