/* SPDX-License-Identifier: MIT */
/*
 * Description: a row that is looked at ends with its word, is told so, and is judged by the
 * wider intervals; a row without a final word gets all its pairs; nobody looks unasked.
 */
#include "lab/base/lab.h"
#include "runs.h"

#define CLAIM(more) \
	"{\"name\":\"loops\",\"title\":\"Longer loops are slower\",\"axis\":\"lifo\",\"says\":" \
	"\"s\",\"source\":\"here\",\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":" \
	"\"nothing\",\"decided_by\":\"timing\",\"margin_reason\":\"a test\",\"contrasts\":[" \
	"{\"name\":\"turns\",\"a\":\"steady\",\"b\":\"steady-slower\"," \
	"\"workload\":\"spin\",\"workers\":1,\"margin_percent\":10,\"primary\":true," \
	"\"role\":\"carries\",\"predicts\":\"slower\"}" more "]}"

/* It asks for the same arms in the same cell, and never gets its word. */
#define UNANSWERED \
	",{\"name\":\"asks\",\"a\":\"steady\",\"b\":\"steady-slower\"," \
	"\"workload\":\"spin\",\"workers\":1,\"margin_percent\":10,\"role\":\"explores\"," \
	"\"exercised\":{\"metric\":\"kept\",\"per_unit_at_least\":1}}"

#define SUITE(looks) \
	"{\"name\":\"looks\",\"layout_pairs\":12," looks "\"rows\":[]," \
	"\"defaults\":{\"workers\":[1],\"pairs\":40,\"blocks\":2,\"block_ms\":1}," \
	"\"claims\":{\"names\":[\"*\"]}}"

static void measure(char *out, size_t bytes, const char *claim, const char *suite)
{
	char command[1024];

	new_directory(out, bytes);
	write_file(out, "loops.json", claim);
	setenv("SCHEDLAB_CLAIMS", out, 1);
	write_file(TEST_DIR, "looks.json", suite);
	snprintf(command, sizeof(command),
		 "run --suite " TEST_DIR "/looks.json --progress none --out %s/set", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, ", finished");
	strncat(out, "/set", bytes - strlen(out) - 1);
}

#define PRIMARY_PAIRS \
	"SELECT count(*) FROM pair p JOIN plan l ON p.plan = l.id WHERE l.purpose = 'primary'"

static void test_ends(void **state)
{
	char out[300], command[1024];

	(void)state;
	measure(out, sizeof(out), CLAIM(""), SUITE("\"looks\":true,"));
	assert_int_equal(ask(out, PRIMARY_PAIRS), 16);
	snprintf(command, sizeof(command), "validate loops --dir %s", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "it had its word after 16 of 40 pairs");
	expect(&outcome, 0, "slower by at least 50 %");
	snprintf(command, sizeof(command), "replay %s", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "| loops/turns | 16 | slower | 16 | slower |");
}

/* What another contrast refers to does not end before that has its word. */
static void test_waits_for_all(void **state)
{
	char out[300];

	(void)state;
	measure(out, sizeof(out), CLAIM(UNANSWERED), SUITE("\"looks\":true,"));
	assert_int_equal(ask(out, PRIMARY_PAIRS), 40);
	assert_int_equal(ask(out, "SELECT pairs FROM plan WHERE contrast = 'asks'"), 0);
}

static void expect_end(const char *directory, const char *state, const char *said)
{
	char command[1024];

	change(directory,
	       lab_printf("UPDATE meta SET value = '40 pairs completed, %s' WHERE key = 'state'",
			  state));
	snprintf(command, sizeof(command), "validate --json loops --dir %s", directory);
	run_lab(&outcome, command);
	assert_int_equal(strstr(outcome.text, "the run ended after 40 of its 64 pairs") != NULL,
			 said != NULL);
}

/* The time of the run, which knows no pair, lets a row spend what is left; a person who stops
 * it does not, and nor does a run that goes on. */
static void test_cut(void **state)
{
	char out[300];

	(void)state;
	measure(out, sizeof(out), CLAIM(UNANSWERED), SUITE("\"looks\":true,"));
	change(out, "UPDATE plan SET pairs = 64 WHERE contrast = 'turns'");
	expect_end(out, "cut by the time budget, 24 pairs left out", "ended");
	expect_end(out, "interrupted", NULL);
	expect_end(out, "running, or ended without finishing", NULL);
}

static void test_nobody_looks(void **state)
{
	char out[300], command[1024];

	(void)state;
	measure(out, sizeof(out), CLAIM(""), SUITE(""));
	assert_int_equal(ask(out, PRIMARY_PAIRS), 40);
	snprintf(command, sizeof(command), "replay %s", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "40 pairs, with looks 16.");
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_ends),
					    cmocka_unit_test(test_waits_for_all),
					    cmocka_unit_test(test_cut),
					    cmocka_unit_test(test_nobody_looks) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
