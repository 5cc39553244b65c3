/* SPDX-License-Identifier: MIT */
/*
 * Description: what a contrast costs besides time, on fake arms: from the timed pairs, from pairs
 * of counting builds, and exactly; and a contrast that is about something else than time.
 */
#include "lab/base/lab.h"
#include "runs.h"

#define HOW "--pairs 14 --layout-pairs 12 --blocks 4 --block-ms 1 --progress none "

#define CLAIM(contrasts) \
	"{\"name\":\"loops\",\"title\":\"Shorter loops park less\",\"axis\":\"lifo\",\"says\":" \
	"\"s\",\"source\":\"here\",\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":" \
	"\"nothing\",\"decided_by\":\"timing\",\"margin_reason\":\"r\",\"contrasts\":[" contrasts \
	"]}"
#define CONTRAST(rest) \
	"{\"name\":\"turns\",\"a\":\"steady\",\"b\":\"steady-slower\"," \
	"\"workload\":\"spin\",\"workers\":1,\"margin_percent\":3,\"primary\":true,\"role\":" \
	"\"carries\"" rest "}"

#define OTHER \
	"{\"name\":\"parks\",\"a\":\"steady\",\"b\":\"steady-slower\"," \
	"\"workload\":\"spin\",\"workers\":1,\"margin_percent\":3,\"role\":\"explores\"," \
	"\"measure\":\"noop_parks\"}"

static void make_claim(const char *text)
{
	char directory[256];

	new_directory(directory, sizeof(directory));
	write_file(directory, "loops.json", text);
	setenv("SCHEDLAB_CLAIMS", directory, 1);
}

/* Into a new folder, whose name is written to `out`. */
static void measure(char *out, size_t bytes)
{
	char command[1024];

	unlink(TEST_DIR "/history.db"); /* each run has its own trials only */
	new_directory(out, bytes);
	snprintf(command, sizeof(command), "run --claims loops " HOW "--out %s/set", out);
	run_lab(&outcome, command);
	expect(&outcome, 0, "results:");
	strncat(out, "/set", bytes - strlen(out) - 1);
}

static void say(const char *format, const char *out)
{
	char command[1024];

	snprintf(command, sizeof(command), format, out);
	run_lab(&outcome, command);
	assert_int_equal(outcome.status, 0);
}

static void count(const char *out)
{
	write_file(out, "counts.json",
		   "[{\"arm\":\"steady\",\"workload\":\"spin\",\"instructions\":100,\"rmw\":2},"
		   "{\"arm\":\"steady-slower\",\"workload\":\"spin\",\"instructions\":101,"
		   "\"rmw\":4}]");
	say("show %s", out);
}

/* Equal switches, nine times the parks, a locked instruction more; time as ever. */
static void test_further(void **state)
{
	char out[256];

	(void)state;
	make_claim(CLAIM(CONTRAST(",\"predicts\":\"slower\",\"also\":[\"switches\",\"noop_parks\","
				  "\"rmw\",\"instructions\",\"latency_p99\",\"parks\"]")));
	measure(out, sizeof(out));
	count(out);
	say("validate --markdown loops --dir %s", out);
	expect(&outcome, 0, "holds here");
	expect(&outcome, 0, "| voluntary switches (timed build) |");
	expect(&outcome, 0, "**provisional: equivalent (within 0.001 per task)** | +0 [+0, +0]");
	expect(&outcome, 0, "| parks for nothing (counting build) |");
	expect(&outcome, 0, "**provisional: more by at least ");
	expect(&outcome, 0, "| 2, 4 | **more by 2 per task** | +2, exact | exact |");
	expect(&outcome, 0, "**slightly more (within 3 %)** | 1.010, exact | exact |");
	/* Six observations make no 99th percentile, and no sample says parks. */
	expect(&outcome, 0, "6 events a sample, and 1000 are the fewest");
	expect(&outcome, 0, "its samples do not say parks");
}

/* Their time is nobody's: no table, no calibration and no family has it. */
static void test_counting_is_not_timed(void **state)
{
	char out[256];

	(void)state;
	make_claim(CLAIM(CONTRAST(",\"predicts\":\"slower\",\"also\":[\"noop_parks\"]")));
	measure(out, sizeof(out));
	assert_int_equal(ask(out, "SELECT count(*) FROM plan WHERE purpose = 'further'"), 1);
	assert_int_equal(ask(out, "SELECT count(*) FROM pair p JOIN plan l ON p.plan = l.id JOIN "
				  "cell c ON c.id = l.cell WHERE c.flavour = 'counting'"),
			 14 + 2 * 12);
	say("show %s", out);
	assert_null(strstr(outcome.text, "counting"));
	say("validate --json loops --dir %s", out);
	expect(&outcome, 0, "\"family\": 1,");
	expect(&outcome, 0, "\"aa_trials\": 4,");
	expect(&outcome, 0, "\"program\": \"counting build\"");
	assert_int_equal(ask(out, "SELECT substr(value, 1, 3) = '24 ' FROM meta WHERE key = "
				  "'calibration'"),
			 1); /* of the timed layout pairs alone */
}

/* The claim is about parks, and time is beside the point. */
static void test_primary(void **state)
{
	char out[256];

	(void)state;
	make_claim(CLAIM(
		CONTRAST(",\"measure\":\"noop_parks\",\"predicts\":\"more\",\"also\":[\"ns\"]")));
	measure(out, sizeof(out));
	say("validate loops --dir %s", out);
	expect(&outcome, 0, "Shorter loops park less: provisional: holds here");
	expect(&outcome, 0, " parks for nothing per task, steady 0.");
	expect(&outcome, 0, "predicts more: provisional: more by at least ");
	say("validate --json loops --dir %s", out);
	expect(&outcome, 0, "slower by at least ");
}

/* Counted, not measured: no pair is run for it. */
static void test_exact(void **state)
{
	char out[256];

	(void)state;
	make_claim(CLAIM(
		CONTRAST(",\"measure\":\"rmw\",\"predicts\":\"more\",\"also\":[\"switches\"]")));
	measure(out, sizeof(out));
	count(out);
	say("validate loops --dir %s", out);
	expect(&outcome, 0, "Shorter loops park less: holds here");
	expect(&outcome, 0, "predicts more: more by 2 per task");
	expect(&outcome, 0, "besides, voluntary switches: provisional: equivalent (within 0.001");
}

/* A count beside a wrong result is no answer either, and what counts needs no correction. */
static void test_exact_and_red(void **state)
{
	char out[256];

	(void)state;
	make_claim(CLAIM(
		CONTRAST(",\"measure\":\"rmw\",\"predicts\":\"more\",\"also\":[\"switches\"]")));
	measure(out, sizeof(out));
	count(out);
	say("validate --json loops --dir %s", out);
	expect(&outcome, 0, "\"p\": null");
	change(out, "UPDATE sample SET red = 1, cause = 'planted' WHERE id = (SELECT max(id) FROM "
		    "sample WHERE side = 'B' AND cell = (SELECT cell FROM plan WHERE contrast = "
		    "'turns'))");
	run_lab(&outcome, lab_printf("validate loops --dir %s", out));
	expect(&outcome, 1, "predicts more: invalid");
}

/* Pairs that nobody times do not take the ranking from those that are timed. */
static void test_flags_of_counting_pairs(void **state)
{
	char out[256];

	(void)state;
	make_claim(CLAIM(CONTRAST(",\"predicts\":\"slower\",\"also\":[\"noop_parks\"]")));
	measure(out, sizeof(out));
	change(out,
	       "UPDATE pair SET flagged = plan IN (SELECT l.id FROM plan l JOIN cell c ON l.cell "
	       "= c.id WHERE c.flavour = 'counting')");
	say("show %s", out);
	expect(&outcome, 0, "0 of 38 pairs flagged");
}

/* An arm that is there, but not as the contrast needs it, is no silence. */
static void test_missing_build(void **state)
{
	(void)state;
	make_claim(
		"{\"name\":\"loops\",\"title\":\"t\",\"axis\":\"lifo\",\"says\":\"s\",\"source\":"
		"\"s\",\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":\"m\","
		"\"decided_by\":\"timing\",\"margin_reason\":\"r\",\"contrasts\":[{\"name\":"
		"\"turns\",\"a\":\"steady\",\"b\":\"honest\",\"workload\":"
		"\"spin\",\"workers\":1,\"margin_percent\":3,\"primary\":true,\"role\":"
		"\"carries\",\"predicts\":\"slower\",\"also\":[\"noop_parks\"]}]}");
	run_lab(&outcome, "run --claims loops --dry-run");
	expect(&outcome, 0, "loops/turns, because the counting build of honest is not built");
}

static void test_bad(void **state)
{
	static const struct {
		const char *text, *said;
	} bad[] = {
		{ CLAIM(CONTRAST(",\"predicts\":\"slower\",\"also\":[\"switchs\"]")),
		  "no measure \"switchs\"; did you mean \"switches\"?" },
		{ CLAIM(CONTRAST(",\"predicts\":\"slower\",\"also\":[\"ns\"]")),
		  "measure \"ns\" is named twice" },
		{ CLAIM(CONTRAST(",\"predicts\":\"slower\",\"also\":\"switches\"")),
		  "\"also\" is not a list of measures" },
		{ CLAIM(CONTRAST(",\"measure\":\"rmw\",\"predicts\":\"slower\"")),
		  "\"predicts\" is less, more, not less or not more" },
		{ CLAIM(CONTRAST(",\"predicts\":\"slower\",\"also\":[3]")),
		  "\"also\" is not a list of measures" },
		{ CLAIM(CONTRAST(",\"predicts\":\"slower\",\"transfers\":\"parks\"") "," OTHER),
		  "what transfers has the measure of parks" },
		{ CLAIM(CONTRAST(",\"predicts\":\"more\"")),
		  "of time \"predicts\" is faster, slower" },
		{ CLAIM(CONTRAST(",\"predicts\":\"slower\",\"also\":[\"lock_waits\"]")),
		  "no metric of steady's counting build named \"inject_locks_contended\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		make_claim(bad[i].text);
		run_lab(&outcome, "run --claims loops --dry-run");
		expect(&outcome, 2, bad[i].said);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_further),
		cmocka_unit_test(test_counting_is_not_timed),
		cmocka_unit_test(test_primary),
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_exact_and_red),
		cmocka_unit_test(test_flags_of_counting_pairs),
		cmocka_unit_test(test_missing_build),
		cmocka_unit_test(test_bad),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
