/* SPDX-License-Identifier: MIT */
/*
 * Description: A/A trials: what is one, what is an alarm, from which rate on the words of a
 * host are to be ranked, and the history that adds them up over runs, in a file of the test's.
 */
#include "check.h"

#include <sys/stat.h>
#include <unistd.h>

#include "lab/verdict/calibration.h"
#include "made_run.h"
#include "near.h"

static void expect_counts(struct calibration_counts counts, size_t pairs, size_t trials,
			  size_t alarms)
{
	assert_int_equal(counts.pairs, pairs);
	assert_int_equal(counts.trials, trials);
	assert_int_equal(counts.alarms, alarms);
}

/* ---------------------------------------------------------------- trials -- */

/* So many pairs of this datum, flagged or not, in one A/A row. */
struct stretch {
	size_t count;
	double datum;
	bool flagged;
};

static struct calibration_counts counts_of(enum purpose purpose, const struct stretch *stretches)
{
	struct pair_datum pairs[64] = { { 0 } };
	struct verdict row = { .purpose = purpose, .pairs = pairs };
	struct verdicts verdicts = { .rows = &row, .count = 1 };

	for (; stretches->count > 0; stretches++)
		for (size_t i = 0; i < stretches->count; i++)
			pairs[row.pair_count++] = (struct pair_datum){
				.datum = stretches->datum, .flagged = stretches->flagged
			};
	return calibration_of(&verdicts);
}

/* Six in a row on one side of 0; neither a flagged pair nor one that was not completed counts. */
static void test_trials(void **state)
{
	static const struct {
		struct stretch stretches[6];
		size_t pairs, trials, alarms;
	} cases[] = {
		{ { { 5, .1, false } }, 5, 0, 0 },
		{ { { 6, .1, false } }, 6, 1, 1 },
		{ { { 6, -.1, false } }, 6, 1, 1 },
		{ { { 5, .1, false }, { 1, -.1, false } }, 6, 1, 0 },
		{ { { 5, .1, false }, { 1, 0, false } }, 6, 1, 0 },
		{ { { 5, -.1, false }, { 1, 0, false } }, 6, 1, 0 },
		{ { { 3, .1, false }, { 1, -9, true }, { 1, NAN, false }, { 3, .1, false } },
		  6,
		  1,
		  1 },
		{ { { 5, .1, false }, { 1, .1, true } }, 5, 0, 0 },
		{ { { 6, .1, false }, { 6, -.1, false } }, 12, 2, 2 },
		{ { { 3, .1, false }, { 6, -.1, false }, { 3, .1, false } }, 12, 2, 0 },
		{ { { 11, .1, false } }, 11, 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_counts(counts_of(PURPOSE_AA_SAME, cases[i].stretches), cases[i].pairs,
			      cases[i].trials, cases[i].alarms);
	for (int purpose = 0; purpose < (int)PURPOSES; purpose++) {
		bool aa = purpose == PURPOSE_AA_SAME || purpose == PURPOSE_AA_LAYOUT;

		expect_counts(counts_of((enum purpose)purpose, cases[1].stretches), aa ? 6 : 0, aa,
			      aa);
	}
}

/* ------------------------------------------------------------------ rate -- */

/* 200 trials, and 9 % at most as the upper end of the interval of the rate. */
static void test_sufficient(void **state)
{
	static const struct {
		size_t trials, alarms;
		bool sufficient;
		const char *state;
	} cases[] = {
		{ 0, 0, false,
		  "A/A: no trials yet; calibration insufficient on this host: 200 trials are "
		  "needed (scripts/run --suite calibrate makes 200)" },
		{ 199, 6, false,
		  "A/A: 6 of 199 trials differ, 3.0 % [1.1, 6.4]; calibration insufficient on this "
		  "host: 200 trials are needed (scripts/run --suite calibrate makes 200)" },
		{ 200, 6, true, "A/A: 6 of 200 trials differ, 3.0 % [1.1, 6.4]; sufficient" },
		{ 200, 9, true, "A/A: 9 of 200 trials differ, 4.5 % [2.1, 8.4]; sufficient" },
		{ 200, 10, false,
		  "A/A: 10 of 200 trials differ, 5.0 % [2.4, 9.0]; calibration insufficient on "
		  "this host: the bound must be 9 % or less" },
		{ 1, 1, false,
		  "A/A: 1 of 1 trials differ, 100.0 % [2.5, 100.0]; calibration insufficient on "
		  "this host: 200 trials are needed (scripts/run --suite calibrate makes 200)" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct calibration calibration;

		calibration_judge(&calibration, "here",
				  (struct calibration_counts){ 1234, cases[i].trials,
							       cases[i].alarms });
		assert_string_equal(calibration.state, cases[i].state);
		assert_int_equal(calibration.sufficient, cases[i].sufficient);
		assert_int_equal(calibration.pairs, 1234);
		assert_int_equal(calibration.trials, cases[i].trials);
		assert_int_equal(calibration.alarms, cases[i].alarms);
		assert_string_equal(calibration.host_key, "here");
		if (i == 1) {
			NEAR(calibration.rate, 6.0 / 199);
			assert_true(calibration.low < calibration.rate);
			assert_true(calibration.rate < calibration.high);
		}
	}
}

/* --------------------------------------------------------------- history -- */

static char folder[256];

/* An empty folder of the test's own. */
static const char *in_folder(const char *name)
{
	return lab_printf("%s/%s", folder, name);
}

static bool is_there(const char *name)
{
	return access(in_folder(name), F_OK) == 0;
}

/* A set of one A/A row, remembered; what it then knows. */
static const char *remember(const char *host, const char *set_id, size_t alarms, size_t calm)
{
	struct made_run made;
	const char *history = getenv("SCHEDLAB_HISTORY"), *kept;

	if (history != NULL)
		history = lab_strdup(history);
	made_start(&made);
	if (history != NULL)
		setenv("SCHEDLAB_HISTORY", history, 1);
	made_meta(&made, "host_key", host);
	if (set_id != NULL)
		made_meta(&made, "set_id", set_id);
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 40, NULL);
	made_plan(&made);
	made_pairs(&made, 0, 6 * alarms, (struct made_pair){ .datum = .1 });
	made_pairs(&made, 0, 6 * calm, (struct made_pair){ .datum = 0 });
	made_judge(&made);
	assert_int_equal(calibration_remember(&made.store, &made.verdicts), LAB_OK);
	kept = store_meta(&made.store, "calibration");
	made_end(&made);
	return kept;
}

/* Each set once, each host by itself. */
static void test_history(void **state)
{
	(void)state;
	setenv("SCHEDLAB_HISTORY", in_folder("a/b/history.db"), 1);
	expect_counts(calibration_recall("here"), 0, 0, 0);
	assert_false(is_there("a")); /* asking makes none */
	assert_string_equal(remember("here", "first", 1, 2), "18 3 1");
	assert_true(is_there("a/b/history.db"));
	assert_string_equal(remember("here", "second", 2, 0), "30 5 3");
	assert_string_equal(remember("here", "first", 0, 1), "18 3 2");
	assert_string_equal(remember("there", "first", 0, 1), "6 1 0");
	assert_string_equal(remember("here", "third", 0, 0), "18 3 2");
	assert_string_equal(remember("here", NULL, 1, 0), "6 1 1"); /* nobody could know it again */
	expect_counts(calibration_recall("here"), 18, 3, 2);
	expect_counts(calibration_recall("there"), 6, 1, 0);
	expect_counts(calibration_recall("nowhere"), 0, 0, 0);
	unsetenv("SCHEDLAB_HISTORY");
}

/* One pair is no trial, and is remembered. */
static void test_one_pair(void **state)
{
	struct made_run made;

	(void)state;
	made_start(&made);
	setenv("SCHEDLAB_HISTORY", in_folder("one.db"), 1);
	made_meta(&made, "set_id", "a");
	made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 40, NULL);
	made_plan(&made);
	made_pairs(&made, 0, 1, (struct made_pair){ .datum = 0 });
	made_judge(&made);
	assert_int_equal(calibration_remember(&made.store, &made.verdicts), LAB_OK);
	assert_string_equal(store_meta(&made.store, "calibration"), "1 0 0");
	made_end(&made);
	unsetenv("SCHEDLAB_HISTORY");
}

/* The variable, else the folder for state if it is a full path, else the one at home. */
static void test_places(void **state)
{
	static const struct {
		const char *history, *xdg_state, *home, *file; /* in the folder; NULL: nowhere */
	} cases[] = {
		{ "own.db", "x", "h", "own.db" },
		{ NULL, "x", "h", "x/schedlab/history.db" },
		{ NULL, NULL, "h2", "h2/.local/state/schedlab/history.db" },
		{ NULL, "relative", "h3", "h3/.local/state/schedlab/history.db" },
		{ NULL, NULL, NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		bool relative = cases[i].xdg_state != NULL && cases[i].xdg_state[0] == 'r';
		struct verdicts none = { .count = 0 };
		struct made_run made;

		made_start(&made);
		made_meta(&made, "set_id", "a");
		made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 40, NULL);
		made_plan(&made);
		made_pairs(&made, 0, 12, (struct made_pair){ .datum = 0 });
		made_judge(&made);
		if (cases[i].history != NULL)
			setenv("SCHEDLAB_HISTORY", in_folder(cases[i].history), 1);
		if (cases[i].xdg_state != NULL)
			setenv("XDG_STATE_HOME",
			       relative ? "relative" : in_folder(cases[i].xdg_state), 1);
		if (cases[i].home != NULL)
			setenv("HOME", in_folder(cases[i].home), 1);
		assert_int_equal(calibration_remember(&made.store, &made.verdicts), LAB_OK);
		assert_string_equal(store_meta(&made.store, "calibration"), "12 2 0");
		if (cases[i].file != NULL) {
			assert_true(is_there(cases[i].file));
			expect_counts(calibration_recall("here"), 12, 2, 0);
		} else {
			expect_counts(calibration_recall("here"), 0, 0, 0);
			assert_int_equal(calibration_remember(&made.store, &none), LAB_OK);
		}
		made_end(&made);
	}
}

/* A history that cannot be used is no failure: the set knows its own trials. */
static void test_unusable(void **state)
{
	(void)state;
	assert_int_equal(mkdir(in_folder("folder"), 0777), 0);
	setenv("SCHEDLAB_HISTORY", in_folder("folder"), 1);
	assert_string_equal(remember("here", "first", 1, 1), "12 2 1");
	expect_counts(calibration_recall("here"), 0, 0, 0);
	unsetenv("SCHEDLAB_HISTORY");
}

/* ---------------------------------------------------- what a set is judged by -- */

/* By what was known when the run ended, or by what is known today if that is more. */
static void test_then_or_now(void **state)
{
	static const struct {
		const char *kept;
		size_t now; /* trials of the host, none of them an alarm */
		bool sufficient;
		const char *state;
	} cases[] = {
		{ "1200 200 4", 0, true,
		  "A/A: 4 of 200 trials differ, 2.0 % [0.5, 5.0]; sufficient" },
		{ "1200 200 4", 200, true,
		  "A/A: 4 of 200 trials differ, 2.0 % [0.5, 5.0]; sufficient" },
		{ "6 1 0", 201, true,
		  "A/A: 0 of 201 trials differ, 0.0 % [0.0, 1.8]; sufficient (as known today; 1 "
		  "trials when it was measured)" },
		{ NULL, 0, false,
		  "A/A: 1 of 2 trials differ, 50.0 % [1.3, 98.7]; calibration insufficient on this "
		  "host: 200 trials are needed (scripts/run --suite calibrate makes 200)" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct made_run made;
		const char *path = in_folder(lab_printf("then-%zu.db", i));

		setenv("SCHEDLAB_HISTORY", path, 1);
		if (cases[i].now > 0)
			remember("here", "before", 0, cases[i].now);
		made_start(&made);
		setenv("SCHEDLAB_HISTORY", path, 1);
		if (cases[i].kept != NULL)
			made_meta(&made, "calibration", cases[i].kept);
		made_row(&made, CELL_SPIN, "old", "old", PURPOSE_AA_SAME, 40, NULL);
		made_plan(&made);
		made_pairs(&made, 0, 6, (struct made_pair){ .datum = .1 });
		made_pairs(&made, 0, 6, (struct made_pair){ .datum = 0 });
		made_judge(&made);
		assert_string_equal(made.verdicts.calibration.state, cases[i].state);
		assert_int_equal(made.verdicts.calibration.sufficient, cases[i].sufficient);
		assert_string_equal(made.verdicts.calibration.host_key, "here");
		if (cases[i].sufficient)
			assert_null(made.verdicts.provisional);
		else
			assert_string_equal(made.verdicts.provisional, cases[i].state);
		made_end(&made);
		unsetenv("SCHEDLAB_HISTORY");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_trials),	    cmocka_unit_test(test_sufficient),
		cmocka_unit_test(test_history),	    cmocka_unit_test(test_one_pair),
		cmocka_unit_test(test_places),	    cmocka_unit_test(test_unusable),
		cmocka_unit_test(test_then_or_now),
	};

	new_directory(folder, sizeof(folder));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
