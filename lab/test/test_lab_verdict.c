/* SPDX-License-Identifier: MIT */
/*
 * Description: from claims and suites through pairs to verdicts, on fake arms:
 * a real difference is found, a planted one too, identical things make the A/A
 * history, and a malformed claim is refused by name.
 */
#include "runs.h"

#define HOW "--blocks 4 --block-ms 1 --progress none "

#define CLAIM_HEAD \
	"{\"name\":\"loops\",\"title\":\"Shorter loops are faster\",\"axis\":\"lifo\",\"says\":" \
	"\"s\",\"source\":\"here\",\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":" \
	"\"nothing\",\"decided_by\":\"timing\",\"subject\":\"thirty turns are\",\"object\":" \
	"\"twenty\",\"margin_reason\":\"r\",\"contrasts\":["
#define CARRIES	 ",\"primary\":true,\"role\":\"carries\",\"predicts\":\"slower\""
#define EXPLORES ",\"role\":\"explores\""
#define CONTRAST(name, rest) \
	"{\"name\":\"" name "\",\"a\":\"steady\",\"b\":\"steady-slower\"," \
	"\"workload\":\"spin\",\"workers\":1,\"margin_percent\":3" rest "}"

static void make_claims(char *directory, size_t bytes, const char *text)
{
	new_directory(directory, bytes);
	write_file(directory, "loops.json", text);
	setenv("SCHEDLAB_CLAIMS", directory, 1);
}

/* A suite that has no claims of its own takes those named as they are taken alone. */
static void test_claim_beside_suite(void **state)
{
	char claims[256];

	(void)state;
	make_claims(claims, sizeof(claims), CLAIM_HEAD CONTRAST("turns", CARRIES) "]}");
	write_file(TEST_DIR, "bare.json", "{\"name\":\"bare\",\"rows\":[]}");
	run_lab(&outcome, "run --suite " TEST_DIR "/bare.json --claims loops --dry-run");
	expect(&outcome, 0, "pin compact: steady-slower against steady: 40 pairs of 6 blocks");
}

/* Out of the set, into another place, and judged as before. */
static void expect_moved(const char *out)
{
	char command[1400], elsewhere[256];

	new_directory(elsewhere, sizeof(elsewhere));
	snprintf(command, sizeof(command), "pack %s/set %s/set.tar.xz", out, out);
	run_lab(&outcome, command);
	assert_int_equal(outcome.status, 0);
	snprintf(command, sizeof(command), "import %s/set.tar.xz --into %s/back", out, elsewhere);
	run_lab(&outcome, command);
	assert_int_equal(outcome.status, 0);
	snprintf(command, sizeof(command), "validate loops --dir %s/back", elsewhere);
	run_lab(&outcome, command);
	expect(&outcome, 0, "measured with loops/turns");
	expect(&outcome, 0, "Provisional: Thirty turns are slower than twenty here");
}

/* Another run stands beside the first, row by row; nothing is pooled. */
static void expect_beside(const char *out)
{
	char other[256], command[1400];

	new_directory(other, sizeof(other));
	snprintf(command, sizeof(command), "run --claims loops --pairs 2 " HOW "--out %s", other);
	run_lab(&outcome, command);
	expect(&outcome, 0, "results:");
	snprintf(command, sizeof(command), "validate loops --dir %s --dir %s", out, other);
	run_lab(&outcome, command);
	expect(&outcome, 0, "holds here");
	expect(&outcome, 0, ": undecided, ratio 1.500: no interval");
	snprintf(command, sizeof(command), "validate loops --json --dir %s --dir %s", out, other);
	run_lab(&outcome, command);
	expect(&outcome, 0, "\"agreement\": \"no interval\"");
	expect(&outcome, 0, "\"outcome\": \"holds here\"");
	expect(&outcome, 0, "\"ratio\": 1.5");
	expect(&outcome, 0, "\"margin\": 0.03");
	snprintf(command, sizeof(command), "validate --agreement --dir %s --dir %s", out, other);
	run_lab(&outcome, command);
	expect(&outcome, 0,
	       "Primary contrasts: 1 no interval. Of the 0 that both decided, 0 agree; 1 undecided "
	       "in one or both");
	expect(&outcome, 0, "each is judged by itself");
}

static void test_claim(void **state)
{
	char claims[256], out[256], command[1024];

	(void)state;
	make_claims(claims, sizeof(claims),
		    CLAIM_HEAD CONTRAST("turns", CARRIES) "," CONTRAST(
			    "crowd", EXPLORES ",\"needs_cpus\":4096,\"needs\":\"a crowd\"") "]}");
	new_directory(out, sizeof(out));
	snprintf(command, sizeof(command),
		 "run --claims loops --pairs 14 --layout-pairs 12 " HOW "--out %s", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "results:");
	snprintf(command, sizeof(command), "validate loops --dir %s", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "Shorter loops are faster: provisional: holds here");
	expect(&outcome, 0,
	       "Provisional: Thirty turns are slower than twenty here: slower by at least");
	expect(&outcome, 0,
	       "steady-slower took 10 ns more per task than steady in the median (ratio 1.500");
	expect(&outcome, 0, "family-wise 95 % interval");
	expect(&outcome, 0, "not decidable here, needs 4096 CPUs (a crowd)");
	expect(&outcome, 0, "2 layouts");
	snprintf(command, sizeof(command), "compare steady-slower steady --dir %s --expect slower",
		 out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "slower by at least ");
	snprintf(command, sizeof(command), "compare steady steady-slower --dir %s", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "faster by at least ");
	snprintf(command, sizeof(command), "compare steady-slower steady --dir %s --expect faster",
		 out);
	run_lab(&outcome, command);
	expect(&outcome, 5, "slower by at least ");
	expect_beside(out);
}

/* What two contrasts ask of the same arms in the same cell is measured once, with the more
 * pairs of the two, and counted once; both say the same, in a family of their own. */
static void test_measured_once(void **state)
{
	char claims[256], out[256], command[1024], *said;

	(void)state;
	make_claims(claims, sizeof(claims),
		    CLAIM_HEAD CONTRAST("before", EXPLORES) "," CONTRAST("turns", CARRIES) "]}");
	run_lab(&outcome, "run --claims loops --dry-run");
	expect(&outcome, 0, "measured with loops/turns");
	expect(&outcome, 0, " 88 pairs,");
	new_directory(out, sizeof(out));
	snprintf(command, sizeof(command),
		 "run --claims loops --pairs 14 --layout-pairs 12 " HOW "--out %s/set", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "results:");
	snprintf(command, sizeof(command), "%s/set", out);
	assert_int_equal(ask(command, "SELECT count(*) FROM pair"), 14 + 2 * 12);
	assert_int_equal(ask(command, "SELECT count(*) FROM plan WHERE contrast IS NOT NULL"), 2);
	snprintf(command, sizeof(command), "validate --json loops --dir %s/set", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "\"measured_with\": {");
	said = strstr(outcome.text, "\"pairs\": 14");
	assert_non_null(said);
	assert_non_null(strstr(said + 1, "\"pairs\": 14"));
	snprintf(command, sizeof(command), "compare steady-slower steady --dir %s/set", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, ", 14 pairs, 0 flagged");
	expect_moved(out);
}

/* Three pairs decide nothing, and no script may take that for success. */
static void test_undecided(void **state)
{
	char out[256], command[1024];

	(void)state;
	new_directory(out, sizeof(out));
	snprintf(command, sizeof(command),
		 "run --arms steady-slower --against steady --workloads spin --pairs 3 "
		 "--layout-pairs 2 " HOW "--out %s",
		 out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "results:");
	snprintf(command, sizeof(command), "compare steady-slower steady --dir %s", out);
	run_lab(&outcome, command);
	expect(&outcome, 5, "undecided: On ");
	expect(&outcome, 5, "6 pairs are the fewest, and layout A/A pairs of both arms");
}

#define CHECKS_SUITE \
	"{\"name\":\"checks\",\"defaults\":{\"workers\":[1],\"pairs\":13,\"blocks\":2,\"block_" \
	"ms\":1}," \
	"\"rows\":[{\"purpose\":\"A/" \
	"A\",\"baseline\":\"steady\",\"arms\":\"steady\",\"workloads\":" \
	"\"spin\"},{\"purpose\":\"layout A/A\",\"baseline\":\"steady\",\"arms\":\"steady\"," \
	"\"workloads\":\"spin\"},{\"purpose\":\"planted\",\"plant_percent\":60,\"plant_side\":" \
	"\"A\"," \
	"\"baseline\":\"steady\",\"arms\":\"steady\",\"workloads\":\"spin\"}]}"

static void test_self_check(void **state)
{
	char out[256], history[300], command[1400];

	(void)state;
	new_directory(out, sizeof(out));
	write_file(out, "checks.json", CHECKS_SUITE);
	snprintf(history, sizeof(history), "%s/history.db", out);
	setenv("SCHEDLAB_HISTORY", history, 1);
	for (int i = 1; i <= 2; i++) {
		snprintf(command, sizeof(command),
			 "run --suite %s/checks.json --progress none --out %s/%d", out, out, i);
		run_lab(&outcome, command);
		expect(&outcome, 0, "results:");
	}
	/* Two rows of thirteen pairs, two trials each, in two runs. */
	assert_int_equal(ask_file(history, "SELECT count(*) FROM aa"), 2);
	assert_int_equal(ask_file(history, "SELECT sum(pairs) FROM aa"), 52);
	assert_int_equal(ask_file(history, "SELECT sum(trials) FROM aa"), 8);
	snprintf(command, sizeof(command), "validate --dir %s/2", out);
	run_lab(&outcome, command);
	assert_non_null(strstr(outcome.text, "trials differ"));
	assert_non_null(strstr(outcome.text, "calibration insufficient on this host"));
	snprintf(command, sizeof(command), "noise %s/2", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "| the same program | 13 | 0.000 |");
	expect(&outcome, 0, "| 1: ");
	unsetenv("SCHEDLAB_HISTORY");
}

static void test_bad_history(void **state)
{
	char out[256], command[1024];

	(void)state;
	new_directory(out, sizeof(out));
	snprintf(command, sizeof(command),
		 "SCHEDLAB_HISTORY=/proc/nothing/history.db "
		 "SCHEDLAB_ARMS=%s %s run --arms slower --against honest "
		 "--workloads spin --pairs 1 " HOW "--out %s 2>&1",
		 FAKE_ARMS, SCHEDLAB_PROGRAM, out);
	run_shell(&outcome, command);
	expect(&outcome, 0, "the history of A/A trials");
}

static void refuse_claim(const char *text, const char *complaint)
{
	char claims[256];

	make_claims(claims, sizeof(claims), text);
	run_lab(&outcome, "validate --list");
	expect(&outcome, 2, complaint);
}

#define MODEL_HEAD \
	"{\"name\":\"loops\",\"title\":\"t\",\"axis\":\"lifo\",\"says\":\"s\",\"source\":\"s\"," \
	"\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":\"m\",\"contrasts\":[]," \
	"\"decided_by\":\"model check\",\"finding\":\"f\""

static void test_bad_claims(void **state)
{
	(void)state;
	refuse_claim("{", "correct the file");
	refuse_claim(CLAIM_HEAD CONTRAST("x", ",\"primari\":true") "]}", "correct the file");
	refuse_claim(CLAIM_HEAD CONTRAST("x", EXPLORES ",\"predicts\":\"better\"") "]}",
		     "\"predicts\" is not");
	refuse_claim(CLAIM_HEAD CONTRAST("x", "") "]}", "contrast 1: it lacks \"role\"");
	refuse_claim(CLAIM_HEAD CONTRAST("x", ",\"role\":\"leads\"") "]}", "\"role\" is not");
	refuse_claim(CLAIM_HEAD CONTRAST("x", ",\"role\":\"control\"") "]}",
		     "must predict something");
	refuse_claim(CLAIM_HEAD CONTRAST("x", ",\"role\":\"carries\",\"predicts\":\"slower\"") "]}",
		     "give it \"primary\": true");
	refuse_claim(CLAIM_HEAD CONTRAST("x", EXPLORES) "]}", "no contrast carries it");
	refuse_claim(CLAIM_HEAD CONTRAST("x", CARRIES) "],\"transfer_margin_percent\":0}",
		     "\"transfer_margin_percent\" is not");
	refuse_claim(CLAIM_HEAD CONTRAST("x", EXPLORES ",\"needs_cpus\":8") "]}",
		     "without \"needs\"");
	refuse_claim(MODEL_HEAD "}", "\"engine\", \"bound\" and \"complete\"");
	refuse_claim(MODEL_HEAD ",\"engine\":\"GenMC\",\"bound\":\"3 threads\"}",
		     "belong together");
	refuse_claim(MODEL_HEAD ",\"engine\":\"GenMC\",\"bound\":\"3 threads\",\"complete\":true}",
		     "\"holds\" (true or false)");
	refuse_claim(CLAIM_HEAD "],\"finding\":\"f\"}", "\"finding\" belongs to");
	run_lab(&outcome, "validate nosuchclaim --list");
	expect(&outcome, 2, "no claim matches \"nosuchclaim\"; there are: loops");
}

/* Found before anything is measured. */
static void test_misspelt(void **state)
{
	char claims[256];

	(void)state;
	make_claims(claims, sizeof(claims),
		    CLAIM_HEAD CONTRAST("turns", CARRIES ",\"params\":{\"task\":1}") "]}");
	run_lab(&outcome, "run --claims loops --dry-run");
	expect(&outcome, 2,
	       "claim loops (claims/loops.json), contrast turns: no parameter of spin named "
	       "\"task\"; "
	       "did you mean \"tasks\"?");
	refuse_claim(CLAIM_HEAD CONTRAST("turns", CARRIES ",\"ablates\":\"turn\"") "]}",
		     "contrast turns: no contrast to ablate \"turn\"; did you mean \"turns\"?");
}

/* Layouts of one arm are one arm; a hole or a second claim is no layout. */
static void test_layouts(void **state)
{
	(void)state;
	run_lab(&outcome, "doctor --seconds 0.1");
	assert_non_null(strstr(outcome.text, "bench-fake-twin@2"));
	assert_null(strstr(outcome.text, "bench-fake-honest@1"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_claim),
		cmocka_unit_test(test_measured_once),
		cmocka_unit_test(test_claim_beside_suite),
		cmocka_unit_test(test_undecided),
		cmocka_unit_test(test_self_check),
		cmocka_unit_test(test_bad_history),
		cmocka_unit_test(test_bad_claims),
		cmocka_unit_test(test_misspelt),
		cmocka_unit_test(test_layouts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
