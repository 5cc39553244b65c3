/* SPDX-License-Identifier: MIT */
/*
 * Description: a change on trial, on made-up runs: what is worse, open or no worse, which control
 * withdraws what, what a person's own limits decide, and the page that comes of it.
 */
#include "check.h"

#include "lab/report/trial_page.h"
#include "made_run.h"

#define TRIAL(contrasts) \
	"{\"name\":\"trial\",\"title\":\"t\",\"axis\":\"a\",\"says\":\"s\",\"source\":\"h\"," \
	"\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":\"m\"," \
	"\"decided_by\":\"timing\",\"contrasts\":[" contrasts "]}"
#define HOST \
	"{\"name\":\"host\",\"title\":\"t\",\"axis\":\"a\",\"says\":\"s\",\"source\":\"h\"," \
	"\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":\"m\"," \
	"\"decided_by\":\"timing\",\"contrasts\":[{\"name\":\"known\",\"a\":\"old\"," \
	"\"b\":\"third\",\"workload\":\"spin\",\"margin_percent\":10,\"primary\":true," \
	"\"role\":\"carries\",\"predicts\":\"slower\"}]}"
#define CELL(rest) MADE_CONTRAST("spin", ",\"role\":\"carries\",\"predicts\":\"not slower\"" rest)

enum { ROW, OLD_LAYOUTS, NEW_LAYOUTS, PLANTED };

static const struct trial_limits no_limits = { NULL, 0 };

/* One cell: the sides, what their layouts do, and a planted row. */
static void make(struct made_run *made, const char *claim)
{
	made_start(made);
	made_claim(made, claim);
	made_row(made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "spin");
	made_row(made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(made, CELL_SPIN, "old", "old", PURPOSE_PLANTED, 40, NULL);
	made->plan.rows[PLANTED].plant_side = SIDE_B;
	made->plan.rows[PLANTED].plant_percent = 10;
	made_plan(made);
	made_meta(made, "trial_base", "old");
	made_meta(made, "trial_head", "new");
	made_layouts(made, OLD_LAYOUTS, 0);
	made_layouts(made, NEW_LAYOUTS, 0);
}

/* `effect` of the head, `planted` of the slowed base, both exactly. */
static struct trial judged(struct made_run *made, double effect, double planted,
			   const struct trial_limits *limits)
{
	struct trial trial;

	made_pairs(made, ROW, 40, (struct made_pair){ .datum = effect });
	made_pairs(made, PLANTED, 40, (struct made_pair){ .datum = planted });
	made_judge(made);
	assert_int_equal(trial_judge(&trial, &made->verdicts, &made->summary, &made->store, limits),
			 LAB_OK);
	return trial;
}

static size_t count_lines(const char *text)
{
	size_t lines = 0;

	for (; *text != '\0'; text++)
		lines += *text == '\n';
	return lines;
}

static char *page_of(struct made_run *made, const struct trial *trial)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	trial_page_print(out, &(struct trial_page){ trial, &made->summary, "set" });
	fclose(out);
	return text;
}

static void expect_standing(double effect, double planted, enum trial_standing standing, int status)
{
	struct made_run made;
	struct trial trial;

	make(&made, TRIAL(CELL("")));
	trial = judged(&made, effect, planted, &no_limits);
	assert_int_equal(trial.count, 1);
	assert_int_equal(trial.outcomes[0].standing, standing);
	assert_int_equal(trial.status, status);
	made_end(&made);
}

/* The margin is 10 %. */
static void test_standings(void **state)
{
	(void)state;
	expect_standing(log(1.2), log(1.2), TRIAL_WORSE, LAB_WORSE);
	expect_standing(log(1.05), log(1.2), TRIAL_NO_WORSE, LAB_OK);
	expect_standing(0, log(1.2), TRIAL_NO_WORSE, LAB_OK);
	expect_standing(log(0.8), log(1.2), TRIAL_BETTER, LAB_OK);
}

/* Not even bad news counts where what is slower is not found. */
static void test_planted(void **state)
{
	(void)state;
	expect_standing(log(1.2), 0, TRIAL_WITHDRAWN, LAB_UNDECIDED);
	expect_standing(0, 0, TRIAL_WITHDRAWN, LAB_UNDECIDED);
}

static void test_red(void **state)
{
	struct made_run made;
	struct trial trial;

	(void)state;
	make(&made, TRIAL(CELL("")));
	made_pairs(&made, ROW, 1,
		   (struct made_pair){ .datum = NAN, .status = { SAMPLE_OK, SAMPLE_WRONG } });
	trial = judged(&made, 0, log(1.2), &no_limits);
	assert_int_equal(trial.outcomes[0].standing, TRIAL_RED);
	assert_int_equal(trial.status, LAB_RED);
	made_end(&made);
}

/* Beside a limit of 3 %, 5 % more is worse; beside one of 30 %, 20 % more is not. */
static void test_limits(void **state)
{
	struct trial_limits limits = { NULL, 0 };
	struct made_run made;
	struct trial trial;

	(void)state;
	assert_true(trial_add_limits(&limits, "slower:3%"));
	make(&made, TRIAL(CELL("")));
	trial = judged(&made, log(1.05), log(1.2), &limits);
	assert_int_equal(trial.status, LAB_WORSE);
	made_end(&made);
	limits.count = 0;
	assert_true(trial_add_limits(&limits, "ns:30"));
	make(&made, TRIAL(CELL("")));
	trial = judged(&made, log(1.2), log(1.2), &limits);
	assert_int_equal(trial.outcomes[0].standing, TRIAL_NO_WORSE);
	assert_int_equal(trial.status, LAB_OK);
	made_end(&made);
}

static void test_limit_texts(void **state)
{
	static const char *const wrong[] = { "slower",	 "slower:",  ":5%",	   "slower:x",
					     "faster:5", "slower:0", "slower:5%%", "slower:-5%" };
	struct trial_limits limits = { NULL, 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_false(trial_add_limits(&limits, wrong[i]));
	assert_int_equal(limits.count, 0);
	assert_true(trial_add_limits(&limits, "switches:10%"));
	assert_string_equal(limits.limits[0].measure->name, "switches");
}

/* A limit of what this trial does not look at would pass for nothing. */
static void test_limit_of_nothing(void **state)
{
	static const char *const asked[] = { "latency_p99:1%", "instructions:1%" };
	const int judged_as[] = { LAB_USAGE, LAB_OK };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct trial_limits limits = { NULL, 0 };
		struct made_run made;
		struct trial trial;

		assert_true(trial_add_limits(&limits, asked[i]));
		make(&made, TRIAL(CELL(",\"also\":[\"instructions\"]")));
		made_pairs(&made, ROW, 40, (struct made_pair){ .datum = log(1.2) });
		made_pairs(&made, PLANTED, 40, (struct made_pair){ .datum = log(1.2) });
		made_judge(&made);
		assert_int_equal(trial_judge(&trial, &made.verdicts, &made.summary, &made.store,
					     &limits),
				 judged_as[i]);
		assert_int_equal(trial.status, LAB_UNDECIDED);
		made_end(&made);
	}
}

/* The interval 0.85 .. 1.2 ends before 1.3, whatever the margin says. */
static void test_limit_decides_an_open_row(void **state)
{
	struct trial_limits limits = { NULL, 0 };
	struct made_run made;
	struct trial trial;

	(void)state;
	assert_true(trial_add_limits(&limits, "slower:30%"));
	make(&made, TRIAL(CELL("")));
	for (int i = 0; i < 40; i++)
		made_pairs(&made, ROW, 1,
			   (struct made_pair){ .datum = i % 2 ? log(1.2) : log(0.85) });
	made_pairs(&made, PLANTED, 40, (struct made_pair){ .datum = log(1.5) });
	made_judge(&made);
	assert_int_equal(trial_judge(&trial, &made.verdicts, &made.summary, &made.store, &limits),
			 LAB_OK);
	assert_int_equal(trial.outcomes[0].standing, TRIAL_NO_WORSE);
	made_end(&made);
}

/* What the trial was made with counts where nothing is said now, and the page says it. */
static void test_kept_limits(void **state)
{
	struct made_run made;
	struct trial trial;
	char *text;

	(void)state;
	make(&made, TRIAL(CELL("")));
	made_meta(&made, "trial_limits", "slower:30%");
	trial = judged(&made, log(1.2), log(1.5), &no_limits);
	assert_int_equal(trial.status, LAB_OK);
	text = page_of(&made, &trial);
	assert_non_null(strstr(text, "nothing is worse beyond the limits slower:30%"));
	free(text);
	made_end(&made);
}

/* Exact counts beyond the margin are bad news, and within it none. */
static void test_counts(void **state)
{
	const double head[] = { 51, 60 };
	const int statuses[] = { LAB_OK, LAB_WORSE };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct made_run made;
		struct trial trial;

		make(&made, TRIAL(CELL(",\"also\":[\"instructions\"]")));
		store_put_count(&made.store, "old", "spin", "tasks=100", 50, 4);
		store_put_count(&made.store, "new", "spin", "tasks=100", head[i], 4);
		trial = judged(&made, 0, log(1.2), &no_limits);
		assert_int_equal(trial.status, statuses[i]);
		made_end(&made);
	}
}

/* Of what nobody counted nothing is said, and nothing hangs on it. */
static void test_not_counted(void **state)
{
	struct made_run made;
	struct trial trial;

	(void)state;
	make(&made, TRIAL(CELL(",\"also\":[\"instructions\",\"noop_parks\"]")));
	trial = judged(&made, 0, log(1.2), &no_limits);
	assert_int_equal(trial.of[TRIAL_ABSENT], 2);
	assert_int_equal(trial.status, LAB_OK);
	made_end(&made);
}

/* ------------------------------------------------------------------- A/A -- */

static void alarms(struct made_run *made, size_t trials, size_t differ)
{
	for (size_t i = 0; i < trials; i++)
		for (int j = 0; j < 6; j++) /* of six that all lie on one side an alarm is made */
			made_pairs(made, OLD_LAYOUTS, 1,
				   (struct made_pair){ .datum = i < differ || j % 2 ? 0.01 : -0.01,
						       .layouts = { 0, 1 } });
}

static void test_identical_things_differ(void **state)
{
	const size_t differ[] = { 1, 6 };
	const enum trial_standing standings[] = { TRIAL_NO_WORSE, TRIAL_WITHDRAWN };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct made_run made;
		struct trial trial;

		make(&made, TRIAL(CELL("")));
		alarms(&made, 10, differ[i]);
		trial = judged(&made, 0, log(1.2), &no_limits);
		assert_int_equal(trial.outcomes[0].standing, standings[i]);
		made_end(&made);
	}
}

/* ------------------------------------------------------------------ page -- */

static void test_page(void **state)
{
	struct made_run made;
	struct trial trial;
	char *text;

	(void)state;
	make(&made, TRIAL(CELL("")));
	made_meta(&made, "trial_base_about", "Tokio 1.0 <b>|x|");
	trial = judged(&made, log(1.2), log(1.2), &no_limits);
	text = page_of(&made, &trial);
	assert_non_null(strstr(text, "1 outcome is worse"));
	assert_non_null(strstr(text, "| spin, 2 workers | ns per"));
	assert_non_null(strstr(text, "&lt;b&gt;")); /* nobody's text is markup */
	assert_true(count_lines(text) <= TRIAL_LINES);
	free(text);
	made_end(&made);
}

static void test_control_is_said_first(void **state)
{
	struct made_run made;
	struct trial trial;
	char *text;

	(void)state;
	make(&made, TRIAL(CELL("")));
	trial = judged(&made, log(1.2), 0, &no_limits);
	text = page_of(&made, &trial);
	assert_true(strstr(text, "Controls that did not come out") <
		    strstr(text, "Withdrawn for that"));
	assert_null(strstr(text, "| spin"));
	free(text);
	made_end(&made);
}

static void test_no_trial(void **state)
{
	struct made_run made;
	struct trial trial;

	(void)state;
	made_start(&made);
	made_claim(&made, MADE_CLAIM(MADE_CONTRAST("one", "")));
	made_plan(&made);
	made_judge(&made);
	assert_int_equal(trial_judge(&trial, &made.verdicts, &made.summary, &made.store,
				     &no_limits),
			 LAB_NO_DATA);
	made_end(&made);
}

/* ------------------------------------------------------------------ known -- */

static void test_known_regression(void **state)
{
	const double effects[] = { log(1.2), 0 };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct made_run made;
		struct trial trial;
		size_t known;

		made_start(&made);
		made_claim(&made, TRIAL(CELL("")));
		made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "spin");
		made_claim(&made, HOST);
		known = made_row(&made, CELL_SPIN, "old", "third", PURPOSE_PRIMARY, 40, "known");
		made_plan(&made);
		made_meta(&made, "trial_base", "old");
		made_meta(&made, "trial_head", "new");
		made_pairs(&made, known, 40, (struct made_pair){ .datum = effects[i] });
		made_judge(&made);
		assert_int_equal(trial_judge(&trial, &made.verdicts, &made.summary, &made.store,
					     &no_limits),
				 LAB_OK);
		/* without layouts it has no word, and nobody could read it */
		assert_int_equal(trial.failed, 1);
		assert_int_equal(trial.controls[0].state, CONTROL_UNREAD);
		made_end(&made);
	}
}

/* ------------------------------------------------------------ what is missing -- */

static void test_names(void **state)
{
	(void)state;
	assert_string_equal(trial_standing_name(TRIAL_NOT_REACHED), "not reached");
	assert_string_equal(trial_standing_name(TRIAL_ABSENT), "not counted");
}

/* However much there is to say. */
static void test_lines(void **state)
{
	struct made_run made;
	struct trial trial;
	struct trial_outcome outcomes[16];
	char *text;

	(void)state;
	make(&made, TRIAL(CELL("")));
	trial = judged(&made, log(1.2), 0, &no_limits);
	for (int i = 0; i < 16; i++) {
		outcomes[i] = trial.outcomes[0];
		outcomes[i].standing = i < 9   ? TRIAL_WORSE :
				       i == 9  ? TRIAL_OPEN :
				       i == 10 ? TRIAL_WITHDRAWN :
				       i == 11 ? TRIAL_NOT_REACHED :
				       i == 12 ? TRIAL_ABSENT :
						 TRIAL_NO_WORSE;
	}
	trial.outcomes = outcomes;
	trial.count = 16;
	trial.knob = "k=1";
	trial.knob_about = "its models";
	text = page_of(&made, &trial);
	assert_true(count_lines(text) <= TRIAL_LINES);
	assert_non_null(strstr(text, "more, in report.html"));
	free(text);
	made_end(&made);
}

/* The counter behind which the change lies counts nothing on either side. */
static void test_nothing_reached(void **state)
{
	struct made_run made;
	struct trial trial;
	char *text;

	(void)state;
	make(&made, TRIAL(CELL(",\"exercised\":{\"metric\":\"steals\","
			       "\"per_unit_at_least\":1e-9,\"either\":true}")));
	made_single(&made, CELL_SPIN, "old", "exercise", "{\"metrics\":{\"steals\":{\"value\":0}}}",
		    100);
	made_single(&made, CELL_SPIN, "new", "exercise", "{\"metrics\":{\"steals\":{\"value\":0}}}",
		    100);
	trial = judged(&made, 0, log(1.2), &no_limits);
	assert_int_equal(trial.of[TRIAL_NOT_REACHED], 1);
	assert_int_equal(trial.status, LAB_UNDECIDED);
	text = page_of(&made, &trial);
	assert_non_null(strstr(text, "the change reaches no cell"));
	free(text);
	made_end(&made);
}

/* A head that stops stealing is reached: the base stole. */
static void test_either_side_is_reached(void **state)
{
	struct made_run made;
	struct trial trial;
	char *text;

	(void)state;
	make(&made, TRIAL(CELL(",\"exercised\":{\"metric\":\"steals\","
			       "\"per_unit_at_least\":1e-9,\"either\":true}")));
	made_single(&made, CELL_SPIN, "old", "exercise", "{\"metrics\":{\"steals\":{\"value\":9}}}",
		    100);
	made_single(&made, CELL_SPIN, "new", "exercise", "{\"metrics\":{\"steals\":{\"value\":0}}}",
		    100);
	trial = judged(&made, log(1.2), log(1.2), &no_limits);
	assert_int_equal(trial.outcomes[0].standing, TRIAL_WORSE);
	text = page_of(&made, &trial);
	assert_non_null(strstr(text, "no cell is out of the change's reach: each counts steals"));
	free(text);
	made_end(&made);
}

/* What a side does not offer is nobody's wrong result. */
static void test_side_lacks_a_workload(void **state)
{
	struct made_run made;
	struct trial trial;

	(void)state;
	made_start(&made);
	made_claim(&made, TRIAL(CELL("")));
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "spin");
	made.plan.rows[ROW].refused = "new does not offer spin";
	made_plan(&made);
	made_meta(&made, "trial_base", "old");
	made_meta(&made, "trial_head", "new");
	made_judge(&made);
	assert_int_equal(trial_judge(&trial, &made.verdicts, &made.summary, &made.store,
				     &no_limits),
			 LAB_OK);
	assert_int_equal(trial.status, LAB_UNDECIDED);
	made_end(&made);
}

/* A wrong result of a control is as red as one of the trial. */
static void test_red_control(void **state)
{
	struct made_run made;
	struct trial trial;
	size_t known;

	(void)state;
	made_start(&made);
	made_claim(&made, TRIAL(CELL("")));
	made_row(&made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "spin");
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(&made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
	made_claim(&made, HOST);
	known = made_row(&made, CELL_SPIN, "old", "third", PURPOSE_PRIMARY, 40, "known");
	made_plan(&made);
	made_layouts(&made, 1, 0);
	made_layouts(&made, 2, 0);
	made_meta(&made, "trial_base", "old");
	made_meta(&made, "trial_head", "new");
	made_pairs(&made, ROW, 40, (struct made_pair){ .datum = 0 });
	made_pairs(&made, known, 1,
		   (struct made_pair){ .datum = NAN, .status = { SAMPLE_OK, SAMPLE_WRONG } });
	made_judge(&made);
	assert_int_equal(trial_judge(&trial, &made.verdicts, &made.summary, &made.store,
				     &no_limits),
			 LAB_OK);
	assert_int_equal(trial.status, LAB_RED);
	made_end(&made);
}

/* A run that was cut is no control that failed. */
static void test_planted_cut(void **state)
{
	struct made_run made;
	struct trial trial;

	(void)state;
	make(&made, TRIAL(CELL("")));
	made_pairs(&made, ROW, 40, (struct made_pair){ .datum = log(1.2) });
	made_pairs(&made, PLANTED, 2, (struct made_pair){ .datum = log(1.2) });
	made_judge(&made);
	assert_int_equal(trial_judge(&trial, &made.verdicts, &made.summary, &made.store,
				     &no_limits),
			 LAB_OK);
	assert_int_equal(trial.controls[0].state, CONTROL_UNREAD);
	assert_int_equal(trial.outcomes[0].standing, TRIAL_WITHDRAWN);
	made_end(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_standings),
		cmocka_unit_test(test_planted),
		cmocka_unit_test(test_red),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_limit_texts),
		cmocka_unit_test(test_limit_of_nothing),
		cmocka_unit_test(test_limit_decides_an_open_row),
		cmocka_unit_test(test_kept_limits),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_not_counted),
		cmocka_unit_test(test_identical_things_differ),
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_control_is_said_first),
		cmocka_unit_test(test_no_trial),
		cmocka_unit_test(test_known_regression),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_nothing_reached),
		cmocka_unit_test(test_either_side_is_reached),
		cmocka_unit_test(test_side_lacks_a_workload),
		cmocka_unit_test(test_red_control),
		cmocka_unit_test(test_planted_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
