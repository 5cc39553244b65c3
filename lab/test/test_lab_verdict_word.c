/* SPDX-License-Identifier: MIT */
/*
 * Description: the fixed sentence of a row that was judged: each part of it on both sides of
 * what it depends on.  The words are the contract.
 */
#include "check.h"

#include "lab/verdict/parts.h"
#include "made_run.h"

static const struct result result = { .workload = "spin",
				      .params = "tasks=100",
				      .unit = "task",
				      .flavour = "timed",
				      .workers_text = "2 workers",
				      .baseline = { .name = "old", .allocator = "libc" },
				      .arm = { .name = "new", .allocator = "arena" } };

/* Slower by 22 % where 10 % does not matter; 40 pairs, layouts of 1 %. */
static struct verdict row_of(void)
{
	return (struct verdict){ .result = &result,
				 .purpose = PURPOSE_PRIMARY,
				 .measure = measure_time(),
				 .used = 40,
				 .layouts = 4,
				 .levels = { 10, 12.5 },
				 .kind = SLOWER,
				 .because = "",
				 .margin = log(1.1),
				 .median = log(1.25),
				 .own_low = log(1.22),
				 .own_high = log(1.3),
				 .envelope = log(1.01),
				 .low = log(1.22 / 1.01),
				 .high = log(1.3 * 1.01),
				 .family = 12,
				 .visible = log(1.06),
				 .aa_spread = log(1.02),
				 .difference = 2.5 };
}

static struct summary summary_of(void)
{
	return (struct summary){ .host_class = "a host", .allocator = "as each arm says" };
}

/* The row with its word and its sentence, calibrated or not. */
static struct verdict said_with(struct verdict row, struct summary summary, bool sufficient)
{
	struct verdicts all = { .calibration = { .sufficient = sufficient, .state = "A/A: few" } };

	if (row.is_further) {
		all.further = &row;
		all.further_count = 1;
	} else {
		all.rows = &row;
		all.count = 1;
	}
	verdicts_word(&all, &summary);
	return row;
}

static const char *sentence(struct verdict row)
{
	return said_with(row, summary_of(), true).sentence;
}

static const char *word(struct verdict row)
{
	return said_with(row, summary_of(), true).word;
}

static void expect_part(struct verdict row, const char *part)
{
	const char *text = sentence(row);

	if (strstr(text, part) == NULL)
		print_error("\"%s\" is not in \"%s\"\n", part, text);
	assert_non_null(strstr(text, part));
}

/* ----------------------------------------------------------------- whole -- */

static void test_whole(void **state)
{
	struct verdict row = row_of();

	(void)state;
	assert_string_equal(
		sentence(row),
		"On a host, spin tasks=100, 2 workers, allocator arena: new took 2.5 ns more per "
		"task than old in the median (ratio 1.250, family-wise 95 % interval 1.220 to "
		"1.300, with layouts 1.208 to 1.313, 40 pairs, 0 flagged, 4 layouts; A/A pairs "
		"here scatter by 2 %, 6 % could have been seen; A/A sufficient). Verdict: slower "
		"by at least 20.8 %.");
	row = row_of();
	row.measure = measure_find("parks");
	row.is_further = true;
	row.kind = UNDECIDED;
	row.because = "the interval is too wide for a word";
	row.used = 38;
	row.flagged = 2;
	row.layouts = 1;
	row.levels[SIDE_A] = .25;
	row.levels[SIDE_B] = .125;
	row.median = -.125;
	row.own_low = -.5;
	row.own_high = .25;
	row.envelope = .125;
	row.low = -.625;
	row.high = .375;
	row.visible = row.aa_spread = NAN;
	row.aa_trials = 10;
	row.aa_alarms = 3;
	row.pairs_needed = 90;
	assert_string_equal(
		sentence(row),
		"On a host, spin tasks=100, 2 workers, allocator arena: new 0.125 parks per task, "
		"old 0.25 (difference -0.125, second family 95 % interval -0.5 to +0.25, with "
		"layouts -0.625 to +0.375, 38 pairs, 2 flagged, 1 layout; no A/A pairs in this "
		"cell; A/A of this measure: 3 of 10 trials differ). Verdict: undecided, the "
		"interval is too wide for a word; about 90 pairs would decide it.");
}

/* -------------------------------------------------------------- the word -- */

static void test_kinds(void **state)
{
	static const struct {
		enum verdict_kind kind;
		const char *time, *parks, *counted;
	} cases[] = {
		{ FASTER, "faster by at least 9.09 %", "less by at least 0.095 per task",
		  "less by 9.09 %" },
		{ FASTER_AT_LEAST, "faster by at least 9.09 %", "less by at least 0.095 per task",
		  "less by 9.09 %" },
		{ SLIGHTLY_FASTER, "slightly faster (within 10 %)",
		  "slightly less (within 0.095 per task)", "slightly less (within 10 %)" },
		{ EQUIVALENT, "equivalent (within 10 %)", "equivalent (within 0.095 per task)",
		  "equivalent (within 10 %)" },
		{ NOT_SLOWER, "not slower by more than 10 %",
		  "not more by more than 0.095 per task", "not more by more than 10 %" },
		{ NOT_FASTER, "not faster by more than 10 %",
		  "not less by more than 0.095 per task", "not less by more than 10 %" },
		{ UNDECIDED, "undecided", "undecided", "undecided" },
		{ INVALID, "invalid", "invalid", "invalid" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct verdict row = row_of();

		row.kind = cases[i].kind;
		row.low = -log(1.4);
		row.high = -log(1.1);
		row.margin = log(1.1);
		assert_string_equal(word(row), cases[i].time);
		row.measure = measure_find("instructions");
		assert_string_equal(word(row), cases[i].counted);
		row.measure = measure_find("parks");
		row.low = -.4;
		row.high = -.095;
		row.margin = .095;
		assert_string_equal(word(row), cases[i].parks);
	}
}

/* From 1000 % on it is a factor. */
static void test_factor(void **state)
{
	struct verdict row = row_of();

	(void)state;
	row.high = log(100);
	row.low = log(10.99);
	assert_string_equal(word(row), "slower by at least 999 %");
	row.low = log(11.01);
	assert_string_equal(word(row), "slower by at least a factor of 11");
	row.measure = measure_find("cpu_ns");
	assert_string_equal(word(row), "more by at least a factor of 11");
	row.measure = measure_find("parks");
	row.low = 20;
	row.high = 50;
	assert_string_equal(word(row), "more by at least 20 per task");
	row.low = -50;
	row.high = -2000;
	row.kind = FASTER;
	assert_string_equal(word(row), "less by at least 50 per task");
}

/* Words that pairs give are provisional until the host is calibrated and the machine quiet. */
static void test_provisional(void **state)
{
	struct verdict row = row_of(), parks = row_of(), counted = row_of(), open = row_of();
	struct verdict *rows[] = { &row, &parks, &counted, &open };
	static const bool ranked[] = { false, false, true, true };
	struct summary noisy = summary_of();

	(void)state;
	noisy.flags = "14 of 40 pairs flagged";
	noisy.too_many_flagged = true;
	parks.measure = measure_find("parks");
	parks.is_further = true;
	counted.measure = measure_find("rmw");
	open.kind = UNDECIDED;
	for (size_t i = 0; i < 4; i++) {
		struct verdict few = said_with(*rows[i], summary_of(), false);
		struct verdict flagged = said_with(*rows[i], noisy, true);
		struct verdict calm = said_with(*rows[i], summary_of(), true);

		assert_int_equal(strncmp(few.word, "provisional: ", 13) != 0, ranked[i]);
		assert_int_equal(strncmp(flagged.word, "provisional: ", 13) != 0, ranked[i]);
		assert_int_not_equal(strncmp(calm.word, "provisional: ", 13), 0);
		assert_string_equal(few.word + (ranked[i] ? 0 : 13), calm.word);
	}
	assert_non_null(
		strstr(said_with(row, summary_of(), false).sentence, "; A/A insufficient)"));
	assert_non_null(strstr(said_with(row, summary_of(), false).sentence,
			       "Verdict: provisional: slower by at least"));
}

/* -------------------------------------------------------------- its parts -- */

static void test_place(void **state)
{
	struct result bare = result;
	struct verdict row = row_of();
	struct summary preloaded = summary_of();

	(void)state;
	bare.params = "";
	row.result = &bare;
	expect_part(row, "On a host, spin, 2 workers, ");
	preloaded.allocator = "mimalloc 2.1 by LD_PRELOAD";
	assert_non_null(strstr(said_with(row, preloaded, true).sentence, "allocator mimalloc: "));
	preloaded.allocator = "mimallo";
	assert_non_null(strstr(said_with(row, preloaded, true).sentence, "allocator arena: "));
	row.layouts = 1;
	expect_part(row, " 1 layout; ");
	row.layouts = 0;
	expect_part(row, " 0 layouts; ");
}

static void test_difference(void **state)
{
	struct verdict row = row_of();

	(void)state;
	row.difference = -1.25;
	expect_part(row, ": new took 1.25 ns less per task than old in the median (");
	row.difference = NAN;
	expect_part(row, ": new against old: no pair counts (");
	row = row_of();
	row.measure = measure_find("cpu_ns");
	expect_part(row, ": new 12.5 ns of CPU time per task, old 10 (ratio 1.250, ");
	row.measure = measure_find("latency_p99");
	expect_part(row, ": new 12.5 ns at 99 % of the latencies, old 10 (ratio 1.250, ");
}

static void test_level(void **state)
{
	static const struct {
		enum purpose purpose;
		bool further;
		const char *level;
	} cases[] = {
		{ PURPOSE_PRIMARY, false, ", family-wise 95 % interval" },
		{ PURPOSE_SECONDARY, false, ", exploratory 95 % interval" },
		{ PURPOSE_SCREENING, false, "1.250, 95 % interval" },
		{ PURPOSE_PLANTED, false, "1.250, 95 % interval" },
		{ PURPOSE_PRIMARY, true, ", second family 95 % interval" },
		{ PURPOSE_SECONDARY, true, ", exploratory 95 % interval" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct verdict row = row_of();

		row.purpose = cases[i].purpose;
		row.is_further = cases[i].further;
		expect_part(row, cases[i].level);
	}
}

/* Layouts widen both ends alike; what is more on either side comes from flagged pairs. */
static void test_interval(void **state)
{
	struct verdict row = row_of();

	(void)state;
	row.low -= .001;
	expect_part(row, ", with layouts and the flagged pairs 1.207 to 1.313, ");
	row = row_of();
	row.high += .001;
	expect_part(row, ", with layouts and the flagged pairs 1.208 to 1.314, ");
	row.envelope = 0;
	row.low = row.own_low;
	expect_part(row, ", with the flagged pairs 1.220 to 1.314, ");
	row.high = row.own_high;
	expect_part(row, "interval 1.220 to 1.300, 40 pairs");
	row.high = row.own_high + 1e-14; /* no more than rounding */
	expect_part(row, ", with layouts 1.220 to 1.300, 40 pairs");
	row.low = row.high = NAN;
	expect_part(row, "interval 1.220 to 1.300, with layouts not known, 40 pairs");
	row.own_low = row.own_high = NAN;
	expect_part(row, "(ratio 1.250, no interval at this number of pairs, 40 pairs");
	row.median = NAN;
	expect_part(row, "(no ratio, 40 pairs");
	row.measure = measure_find("parks");
	expect_part(row, "(no difference, 40 pairs");
	row = row_of();
	row.measure = measure_find("instructions");
	expect_part(row, "(ratio 1.250, exact, 40 pairs");
}

static void test_sight(void **state)
{
	struct verdict row = row_of();

	(void)state;
	row.aa_spread = NAN;
	expect_part(row, "; no A/A pairs in this cell, 6 % could have been seen; ");
	row.visible = NAN;
	expect_part(row, "; no A/A pairs in this cell; A/A sufficient). ");
	row.aa_spread = log(1.02);
	expect_part(row, "; A/A pairs here scatter by 2 %; A/A sufficient). ");
}

/* ------------------------------------------------- what would decide it -- */

static struct verdict undecided(void)
{
	struct verdict row = row_of();

	row.kind = UNDECIDED;
	row.because = "why";
	return row;
}

static void expect_end(struct verdict row, const char *end)
{
	const char *text = sentence(row);

	assert_true(strlen(text) > strlen(end));
	assert_string_equal(text + strlen(text) - strlen(end), end);
}

static void test_needed(void **state)
{
	struct pair_datum pairs[] = { { .flag_reason = "no flag" },
				      { .flagged = true },
				      { .flagged = true, .flag_reason = "load 3 %" },
				      { .flagged = true, .flag_reason = "steal 9 %" } };
	struct verdict row = undecided();

	(void)state;
	expect_end(row, ": undecided, why; more pairs would not decide it.");
	row.because = "";
	expect_end(row, ": undecided; more pairs would not decide it.");
	row = undecided();
	row.pairs_needed = 1;
	expect_end(row, ", why; about 1 pair would decide it.");
	row.kind = DEPENDS;
	expect_end(row, "depends, why.");
	row.kind = UNDECIDED;
	row.purpose = PURPOSE_SCREENING;
	expect_end(row, "undecided, why.");
	row = undecided();
	row.envelope = row.margin;
	expect_end(row, "; layouts alone may do 10 % here: more pairs would not decide it.");
	row.envelope = row.margin * .999;
	expect_end(row, "; more pairs would not decide it.");
	row.layouts_why = "new: none";
	row.used = 1;
	expect_end(row, "; layout A/A pairs of both arms in this cell would tell.");
	row.own_low = NAN;
	expect_end(row, "; 9 pairs are the fewest, and layout A/A pairs of both arms.");
	row.family = 1;
	expect_end(row, "; 6 pairs are the fewest, and layout A/A pairs of both arms.");
	row.used = 0;
	expect_end(row, "; more pairs would not decide it.");
	/* A third of the pairs may be flagged. */
	row = undecided();
	row.used = 20;
	row.flagged = 10;
	expect_end(row, "; more pairs would not decide it.");
	row.used = 19;
	expect_end(row, "; repeat it when the machine is quiet: see its gates.");
	row.pairs = pairs;
	row.pair_count = 4;
	expect_end(row, "; repeat it when the machine is quiet: load 3 %.");
	row.pairs = &pairs[3];
	row.pair_count = 1;
	expect_end(row, "; repeat it when the machine is quiet: steal 9 %.");
	row.pairs = pairs;
	row.pair_count = 2;
	expect_end(row, "; repeat it when the machine is quiet: see its gates.");
}

static void test_names(void **state)
{
	struct result fault = result;
	struct verdict row = row_of();

	(void)state;
	fault.flavour = "fault";
	assert_string_equal(verdict_program(&row), "timed build");
	row.result = &fault;
	assert_string_equal(verdict_program(&row), "fault build");
	row.measure = measure_find("noop_parks");
	assert_string_equal(verdict_program(&row), "counting build");
	assert_string_equal(verdict_name(&row), "more");
	assert_string_equal(verdict_datum_text(&row, .12345), "+0.123");
	row.measure = measure_time();
	assert_string_equal(verdict_name(&row), "slower");
	assert_string_equal(verdict_datum_text(&row, log(.93949)), "0.939");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),  cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_factor), cmocka_unit_test(test_provisional),
		cmocka_unit_test(test_place),  cmocka_unit_test(test_difference),
		cmocka_unit_test(test_level),  cmocka_unit_test(test_interval),
		cmocka_unit_test(test_sight),  cmocka_unit_test(test_needed),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
