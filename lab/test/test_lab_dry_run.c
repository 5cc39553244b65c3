/* SPDX-License-Identifier: MIT */
/*
 * Description: a plan says all that it does before it does it: which side is slowed down, what is
 * left out and why, in a dry run and when a run begins.
 */
#include "runs.h"

#define SUITE(rows) "{\"name\":\"made\",\"claims\":{\"names\":[\"*\"]},\"rows\":[" rows "]}"
#define ROW(baseline, arm, rest) \
	"{\"baseline\":\"" baseline "\",\"arms\":\"" arm \
	"\",\"workloads\":\"spin\",\"workers\":1," \
	"\"pairs\":1,\"blocks\":2,\"block_ms\":1" rest "}"
#define PLANTED(side) ",\"purpose\":\"planted\",\"plant_percent\":7.5,\"plant_side\":\"" side "\""
#define CONTRAST(name, a, b, role) \
	"{\"name\":\"" name "\",\"a\":\"" a "\",\"b\":\"" b \
	"\",\"workload\":\"spin\",\"workers\":" \
	"1,\"margin_percent\":3,\"role\":\"" role "\",\"predicts\":\"slower\",\"primary\":true}"

static void made_suite(const char *rows)
{
	write_file(TEST_DIR, "made.json", rows);
}

static void run_made(const char *arguments)
{
	char command[1024];

	snprintf(command, sizeof(command), "run --suite %s/made.json --progress none %s", TEST_DIR,
		 arguments);
	run_lab(&outcome, command);
}

static void test_planted(void **state)
{
	(void)state;
	run_shell(&outcome, "mkdir -p " TEST_DIR "/none");
	setenv("SCHEDLAB_CLAIMS", TEST_DIR "/none", 1);
	made_suite("{\"name\":\"made\",\"rows\":[" ROW("honest", "honest", PLANTED("A")) "," ROW(
		"honest", "honest", PLANTED("B")) "]}");
	run_made("--dry-run");
	expect(&outcome, 0, "honest against honest slowed by 7.5 %: 1 pair");
	expect(&outcome, 0, "honest slowed by 7.5 % against honest: 1 pair");
	run_made("--dry-run --json");
	expect(&outcome, 0, "\"plant_side\": \"A\"");
	expect(&outcome, 0, "\"plant_percent\": 7.5");
}

/* Neither the claim's rows nor the suite's vanish without a word. */
static void expect_left_out(void)
{
	expect(&outcome, 0, "loops/real, because tokio-bare and tokio-bare-gi1 are not built\n");
	expect(&outcome, 0, "loops/half, because tokio-bare is not built\n");
	expect(&outcome, 0, "left out: arm tokio-stock, which is not built\n");
	expect(&outcome, 0,
	       "left out: spin, because there is no timed build of its baseline gone\n");
	expect(&outcome, 0, "Tokio: not built, because cargo is too old\n");
}

static void test_left_out(void **state)
{
	(void)state;
	run_shell(&outcome, "cd " TEST_DIR " && mkdir -p arms claims && ln -sf " FAKE_ARMS
			    "/bench-fake-honest " FAKE_ARMS "/bench-fake-slower arms && "
			    "echo 'cargo is too old' >arms/tokio-not-built.txt");
	setenv("SCHEDLAB_CLAIMS", TEST_DIR "/claims", 1);
	write_file(TEST_DIR "/claims", "loops.json",
		   "{\"name\":\"loops\",\"title\":\"t\",\"axis\":\"lifo\",\"says\":\"s\","
		   "\"source\":\"s\",\"question\":\"q\",\"explains\":\"e\","
		   "\"changes_our_mind\":\"m\",\"decided_by\":\"timing\",\"margin_reason\":"
		   "\"r\",\"contrasts\":[" CONTRAST(
			   "real", "tokio-bare", "tokio-bare-gi1",
			   "explores") "," CONTRAST("half", "tokio-bare", "honest",
						    "explores") "," CONTRAST("both", "honest",
									     "slower",
									     "carries") "]}");
	made_suite(SUITE(ROW("honest", "tokio-stock", "") "," ROW("gone", "honest", "")));
	run_made("--arms-dir " TEST_DIR "/arms --dry-run");
	expect_left_out();
	expect(&outcome, 0, "loops/both: spin ");
	run_made("--pairs 1 --arms-dir " TEST_DIR "/arms --out $(mktemp -d " TEST_DIR
		 "/out-XXXXXX)");
	expect_left_out();
}

/* An arm that could be, but has no program, is no misspelt one. */
static void test_not_built(void **state)
{
	(void)state;
	run_lab(&outcome, "run --arms tokio+lifo_slots=7 --against honest --dry-run");
	expect(&outcome, 2,
	       "arm tokio+lifo_slots=7: there is no usable program of it in " FAKE_ARMS
	       "; schedlab build tokio+lifo_slots=7 makes one");
	run_lab(&outcome, "run --arms tokio-bare --against honest --arms-dir " TEST_DIR "/arms");
	expect(&outcome, 2, "arm tokio-bare: Tokio is not built, because cargo is too old\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_planted),
		cmocka_unit_test(test_left_out),
		cmocka_unit_test(test_not_built),
	};

	run_shell(&outcome, "rm -rf " TEST_DIR "/out-*"); /* of earlier runs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
