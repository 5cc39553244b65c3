/* SPDX-License-Identifier: MIT */
/*
 * Description: one claim of a made-up run as a person reads it (Markdown) and as a script does
 * (JSON), alone and beside another run.
 */
#include "check.h"

#include "lab/verdict/json.h"
#include "lab/verdict/markdown.h"
#include "made_run.h"
#include "near.h"

/* What carries it, what explores it, its ablation, Tokio's, and one that was not measured. */
#define CLAIM \
	MADE_CLAIM(MADE_CONTRAST( \
		"wins", ",\"role\":\"carries\",\"predicts\":\"slower\",\"also\":[\"parks\"," \
			"\"rmw\"],\"exercised\":{\"metric\":\"kept\",\"per_unit_at_least\":0.01}," \
			"\"transfers\":\"real\"") ",{\"name\":\"real\",\"a\":\"third\",\"b\":" \
						  "\"fixed\",\"diff\":\"d2\"," \
						  "\"workload\":\"spin\",\"margin_percent\":10," \
						  "\"also\":[\"parks\"]}," \
						  "{\"name\":\"without\",\"a\":\"old\",\"b\":" \
						  "\"new\",\"diff\":\"d3\"," \
						  "\"workload\":\"burst\",\"margin_percent\":10," \
						  "\"ablates\":\"wins\"}")

static const char *parks(double count)
{
	return lab_printf("{\"blocks\":[{\"units\":100}],\"metrics\":{\"parks\":{\"value\":%g}}}",
			  count);
}

/* `datum` of the carrier; layouts of old and new do 1.1 % together. */
static void make(struct made_run *made, double datum)
{
	made_start(made);
	made_claim(made, CLAIM);
	made_row(made, CELL_SPIN, "old", "new", PURPOSE_PRIMARY, 40, "wins");
	made_row(made, CELL_SPIN, "third", "fixed", PURPOSE_SECONDARY, 40, "real");
	made_row(made, CELL_BURST, "old", "new", PURPOSE_SECONDARY, 40, "without");
	made_row(made, CELL_SPIN, "old", "old", PURPOSE_AA_LAYOUT, 2, NULL);
	made_row(made, CELL_SPIN, "new", "new", PURPOSE_AA_LAYOUT, 2, NULL);
	made_plan(made);
	store_put_count(&made->store, "old", "spin", "tasks=100", 100, 3);
	store_put_count(&made->store, "new", "spin", "tasks=100", 300, 5.5);
	made_pairs(made, 0, 38,
		   (struct made_pair){ .datum = datum, .rows = { parks(100), parks(150) } });
	made_pairs(made, 0, 1, (struct made_pair){ .datum = datum, .flag = "load" });
	made_pairs(made, 1, 20, (struct made_pair){ .datum = log(1.2) });
	made_layouts(made, 3, log(1.011) / 1.25);
	made_layouts(made, 4, log(1.011) / 1.25);
	made_single(made, CELL_SPIN, "new", "exercise", "{\"metrics\":{\"kept\":{\"value\":2}}}",
		    100);
	made_meta(made, "calibration", "1200 200 4");
	made_judge(made);
}

static struct entry_run entry_of(const struct made_run *made)
{
	return (struct entry_run){ &made->verdicts, &made->summary, "results/x" };
}

/* -------------------------------------------------------------- Markdown -- */

static char *entry_text(const struct made_run *made, const struct made_run *other)
{
	static char *text; /* of this call, gcc at -O2 would take what it points to for gone */
	struct entry_run run = entry_of(made), again;
	size_t bytes = 0;
	FILE *out = open_memstream(&text, &bytes);

	if (other != NULL)
		again = entry_of(other);
	markdown_entry(out, &made->verdicts.claims.claims[0], &run, other != NULL ? &again : NULL);
	fclose(out);
	return text;
}

static void expect_lines(const char *text, const char *const *lines)
{
	for (; *lines != NULL; lines++) {
		const char *line = lab_printf("\n%s\n", *lines);

		if (strstr(text, line) == NULL)
			print_error("no line \"%s\" in:\n%s\n", *lines, text);
		assert_non_null(strstr(text, line));
	}
}

static void test_entry(void **state)
{
	static const char *const lines[] = {
		"*Claim.* s (h)",
		"*Question.* q",
		"*Command.* `scripts/run --suite quick`. *Machine.* a made-up host. A/A: 4 of 200 "
		"trials differ, 2.0 % [0.5, 5.0]; sufficient",
		"| **primary** wins | `old` to `new` | spin tasks=100, 2 | carries: slower | "
		"**slower by at least 23.6 %** | 1.250 [1.236, 1.264] | +2.5 | +2.50 | 38 (1) | - "
		"|",
		"| real | `third` to `fixed` | spin tasks=100, 2 | explores: none | "
		"**undecided** | 1.200, without layouts [1.200, 1.200] | +2 | - | 20 (0) | - |",
		"| without | `old` to `new` | burst , 1 | explores: none | **undecided** | - | "
		"- | - | 0 (0) | - |",
		"*Plot.* [forest](results/x/plots/forest.svg), everything: "
		"[report](results/x/report.md).",
		"*Verdicts.*",
		"*Besides time.*",
		"| wins | parks (timed build) | 1, 1.5 | **undecided** | +0.5, without layouts "
		"[+0.5, +0.5] | 0 of 0 | layouts: what they do here was not measured (old: too few "
		"layout A/A pairs) | - |",
		"| wins | locked instructions (callgrind) | 3, 5.5 | **more by 2.5 per task** | "
		"+2.5, "
		"exact | exact | counted: 5.5 locked instructions per task against 3 | - |",
		"*Was it exercised.*",
		"- wins: `kept` was 0.02 per task",
		"*Ablation.*",
		"- without beside wins: undecided - against slower by at least 23.6 % 1.250 "
		"[1.236, "
		"1.264]",
		"*Transfer to Tokio.*",
		"- wins: agreement with Tokio open: twin 1.250 [1.236, 1.264], Tokio 1.200, "
		"without "
		"layouts [1.200, 1.200]; the difference of the effects is not known, margin 5 %",
		"*Explanation.* e",
		"*What would change our mind.* m",
		NULL
	};
	struct made_run made;
	char *text;

	(void)state;
	make(&made, log(1.25));
	text = entry_text(&made, NULL);
	assert_int_equal(strncmp(text, "### New beats old: open\n\n", 25), 0);
	assert_non_null(strstr(text, "\n*Answer.* New beats old: open: "));
	assert_non_null(strstr(text, "\n- wins: On a made-up host, spin tasks=100, 2 workers, "));
	assert_null(strstr(text, "\n- real: On "));
	assert_null(strstr(text, "*Margin.*"));
	/* the head once, primary rows first */
	assert_null(strstr(strstr(text, "\n| contrast | measure") + 1, "\n| contrast | measure"));
	assert_true(strstr(text, "| **primary** wins") < strstr(text, "| real | `third`"));
	assert_null(strstr(text, "| real | parks"));
	expect_lines(text, lines);
	assert_non_null(strstr(text, "margin 5 %\n\n*Explanation.*"));
	free(text);
	made_end(&made);
}

/* Beside another run of the same claim. */
static void test_again(void **state)
{
	static const char *const lines[] = {
		"| **primary** wins | `old` to `new` | spin tasks=100, 2 | carries: slower | "
		"**slower by at least 23.6 %** | 1.250 [1.236, 1.264] | +2.5 | +2.50 | 38 (1) | "
		"slower by at least 18.7 % 1.200 [1.187, 1.213] (disjoint) |",
		"| without | `old` to `new` | burst , 1 | explores: none | **undecided** | - | "
		"- | - | 0 (0) | undecided - (no interval) |",
		"| real | `third` to `fixed` | spin tasks=100, 2 | explores: none | "
		"**undecided** | 1.200, without layouts [1.200, 1.200] | +2 | - | 20 (0) with "
		"c/wins "
		"| undecided 1.200, without layouts [1.200, 1.200] (no interval) |",
		"| wins | locked instructions (callgrind) | 3, 5.5 | **more by 2.5 per task** | "
		"+2.5, "
		"exact | exact | counted: 5.5 locked instructions per task against 3 | more by 2.5 "
		"per task +2.5, exact |",
		NULL
	};
	struct made_run made, other;
	char *text;

	(void)state;
	make(&made, log(1.25));
	make(&other, log(1.2));
	made.verdicts.rows[1].measured_with = &made.verdicts.rows[0];
	text = entry_text(&made, &other);
	expect_lines(text, lines);
	free(text);
	other.verdicts.count = 0;
	other.verdicts.further_count = 0;
	text = entry_text(&made, &other);
	assert_non_null(strstr(text, "| 38 (1) | not measured |\n"));
	assert_non_null(strstr(text, "against 3 | - |\n"));
	free(text);
	made_end(&other);
	made_end(&made);
}

static void expect_agreement(const struct made_run *made, const struct made_run *other,
			     const char *const *lines)
{
	struct entry_run run = entry_of(made), again = entry_of(other);
	char *text = NULL;
	size_t bytes = 0;
	FILE *out = open_memstream(&text, &bytes);

	fputc('\n', out);
	markdown_agreement(out, &run, &again);
	fclose(out);
	expect_lines(text, lines);
	free(text);
}

static void test_agreement(void **state)
{
	static const char *const apart[] = {
		"Runs of 2026-01-02 on a made-up host and of 2027-02-03 on another host; each is "
		"judged by itself.",
		"Primary contrasts: 1 disjoint. Of the 1 that both decided, 0 agree; 0 undecided "
		"in one or both; the words are equal in 1.",
		"Exploratory contrasts: 2 no interval. Of the 0 that both decided, 0 agree; 2 "
		"undecided in one or both; the words are equal in 2.",
		"| c | wins | slower by at least 23.6 % 1.250 [1.236, 1.264] | slower by at least "
		"18.7 % 1.200 [1.187, 1.213] (disjoint) |",
		NULL
	};
	static const char *const alone[] = {
		"Primary contrasts: 1 in one run only. Of the 0 that both decided, 0 agree; 0 "
		"undecided in one or both; the words are equal in 0.",
		NULL
	};
	static const char *const same[] = {
		"Primary contrasts: 1 same direction, overlapping. Of the 1 that both decided, 1 "
		"agree; 0 undecided in one or both; the words are equal in 1.",
		"Exploratory contrasts: 1 overlapping, 1 no interval. Of the 0 that both decided, "
		"0 agree; 2 undecided in one or both; the words are equal in 2.",
		NULL
	};
	struct made_run made, other;

	(void)state;
	make(&made, log(1.25));
	make(&other, log(1.2));
	other.summary.date = "2027-02-03";
	other.summary.host_class = "another host";
	expect_agreement(&made, &other, apart);
	made.verdicts.rows[1].kind = UNDECIDED;
	made.verdicts.rows[1].low = -1;
	made.verdicts.rows[1].high = 1;
	expect_agreement(&made, &made, same);
	other.verdicts.count = 0;
	expect_agreement(&made, &other, alone);
	made_end(&other);
	made_end(&made);
}

/* What there is of a row, as text. */
static void test_ratio_text(void **state)
{
	struct verdict row = { .measure = measure_time(),
			       .median = log(1.5),
			       .own_low = log(1.4),
			       .own_high = log(1.6),
			       .low = log(1.3),
			       .high = log(1.7) };

	(void)state;
	assert_string_equal(verdict_ratio_text(&row), "1.500 [1.300, 1.700]");
	row.low = row.high = NAN;
	assert_string_equal(verdict_ratio_text(&row), "1.500, without layouts [1.400, 1.600]");
	row.own_low = row.own_high = NAN;
	assert_string_equal(verdict_ratio_text(&row), "1.500");
	row.low = log(1.3);
	row.high = log(1.7);
	assert_string_equal(verdict_ratio_text(&row), "1.500 [1.300, 1.700]");
	row.measure = measure_find("instructions");
	assert_string_equal(verdict_ratio_text(&row), "1.500, exact");
	row.median = NAN;
	assert_string_equal(verdict_ratio_text(&row), "-");
}

/* Of what needs no pairs there is no table. */
static void test_inspected(void **state)
{
	struct made_run made;
	struct claim *claim;
	char *text;

	(void)state;
	make(&made, 0);
	claim = &made.verdicts.claims.claims[0];
	claim->decided_by = DECIDED_BY_INSPECTION;
	claim->finding = "it is so";
	claim->margin_reason = "nobody cares";
	text = entry_text(&made, NULL);
	assert_non_null(strstr(text, "*Answer.* New beats old: by inspection: it is so.\n"));
	assert_non_null(strstr(text, "\n*Margin.* nobody cares\n"));
	assert_null(strstr(text, "*Command.*"));
	free(text);
	made_end(&made);
}

/* ------------------------------------------------------------------ JSON -- */

static void expect_amount(json_t *object, const char *name, double wanted)
{
	json_t *value = json_object_get(object, name);

	if (value == NULL)
		print_error("there is no %s\n", name);
	assert_non_null(value);
	if (isnan(wanted) != json_is_null(value))
		print_error("%s is null, or is not\n", name);
	assert_int_equal(isnan(wanted), json_is_null(value));
	if (isnan(wanted))
		return;
	if (fabs(json_number_value(value) - wanted) > 1e-9)
		print_error("%s is %.17g and not %.17g\n", name, json_number_value(value), wanted);
	assert_true(fabs(json_number_value(value) - wanted) <= 1e-9);
}

static void expect_member(json_t *object, const char *name, const char *wanted)
{
	if (json_string_value(json_object_get(object, name)) == NULL)
		print_error("there is no %s\n", name);
	assert_string_equal(json_string_value(json_object_get(object, name)), wanted);
}

static json_t *contrast_of(json_t *claim, size_t index)
{
	return json_array_get(json_object_get(claim, "contrasts"), index);
}

static void expect_numbers_of_time(json_t *json)
{
	const struct {
		const char *name;
		double value;
	} wanted[] = {
		{ "pairs", 38 },	  { "flagged", 1 },	     { "missing", 1 },
		{ "pairs_needed", 0 },	  { "family", 1 },	     { "layouts", 1 },
		{ "ratio", 1.25 },	  { "low", 1.25 / 1.011 },   { "high", 1.25 * 1.011 },
		{ "own_low", 1.25 },	  { "own_high", 1.25 },	     { "envelope", .011 },
		{ "margin", .1 },	  { "ns_difference", 2.5 },  { "baseline_per_unit", 10 },
		{ "arm_per_unit", 12.5 }, { "rmw_difference", 2.5 }, { "exercised_per_unit", .02 },
	};

	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		expect_amount(json, wanted[i].name, wanted[i].value);
}

static void expect_further(json_t *json)
{
	json_t *first = json_array_get(json, 0), *second = json_array_get(json, 1);

	assert_int_equal(json_array_size(json), 2);
	expect_member(first, "noun", "parks");
	expect_member(first, "program", "timed build");
	expect_member(first, "kind", "undecided");
	expect_amount(first, "median", .5);
	expect_amount(first, "own_low", .5);
	expect_amount(first, "low", NAN);
	expect_amount(first, "margin", .1);
	expect_amount(first, "difference", .5);
	expect_amount(first, "aa_trials", 0);
	expect_amount(first, "aa_alarms", 0);
	expect_member(second, "measure", "rmw");
	expect_member(second, "verdict", "more by 2.5 per task");
	assert_non_null(json_object_get(second, "sentence"));
}

static void test_json(void **state)
{
	struct made_run made;
	struct entry_run run;
	json_t *json, *row;

	(void)state;
	make(&made, log(1.25));
	run = entry_of(&made);
	json = claim_json(&made.verdicts.claims.claims[0], &run, NULL);
	expect_member(json, "claim", "c");
	expect_member(json, "title", "New beats old");
	expect_member(json, "decided_by", "timing");
	expect_member(json, "outcome", "open");
	expect_member(json, "host", "a made-up host");
	expect_member(json, "date", "2026-01-02");
	assert_true(json_is_null(json_object_get(json, "provisional")));
	assert_int_equal(json_array_size(json_object_get(json, "contrasts")), 3);
	row = contrast_of(json, 0);
	expect_numbers_of_time(row);
	expect_amount(row, "p", made.verdicts.rows[0].p);
	expect_amount(row, "visible", expm1(made.verdicts.rows[0].visible));
	expect_amount(row, "aa_spread", expm1(made.verdicts.rows[0].aa_spread));
	expect_member(row, "verdict", "slower by at least 23.6 %");
	expect_member(row, "kind", "slower");
	expect_member(row, "because", "");
	expect_member(row, "measure", "ns");
	expect_member(row, "contrast", "wins");
	expect_member(row, "diff", "old -> new");
	expect_member(row, "role", "carries");
	expect_member(row, "predicts", "slower");
	expect_member(row, "workload", "spin");
	expect_member(row, "params", "tasks=100");
	expect_member(row, "workers", "2 workers");
	assert_true(json_is_true(json_object_get(row, "primary")));
	assert_true(json_is_false(json_object_get(row, "provisional")));
	assert_null(json_object_get(row, "again"));
	assert_null(json_object_get(row, "measured_with"));
	assert_true(json_is_null(json_object_get(contrast_of(json, 1), "transfer")));
	assert_true(json_is_false(json_object_get(contrast_of(json, 1), "primary")));
	expect_amount(contrast_of(json, 2), "ratio", NAN);
	expect_amount(contrast_of(json, 2), "baseline_per_unit", NAN);
	expect_amount(contrast_of(json, 2), "arm_per_unit", NAN);
	expect_further(json_object_get(row, "further"));
	assert_int_equal(json_array_size(json_object_get(contrast_of(json, 2), "further")), 0);
	json_decref(json);
	made_end(&made);
}

/* The transfer, and the same contrast of another run. */
static void test_json_beside(void **state)
{
	struct made_run made, other;
	struct entry_run run, again;
	json_t *json, *part;

	(void)state;
	make(&made, log(1.25));
	make(&other, log(1.25));
	other.verdicts.rows[0].used = 12;
	other.verdicts.count = 1;
	other.summary.host_class = "there";
	other.summary.date = "then";
	other.verdicts.provisional = "few";
	made.verdicts.rows[1].kind = SLOWER;
	made.verdicts.rows[1].low = made.verdicts.rows[0].low;
	made.verdicts.rows[1].high = made.verdicts.rows[0].high;
	made.verdicts.rows[2].measured_with = &made.verdicts.rows[0];
	run = entry_of(&made);
	again = entry_of(&other);
	json = claim_json(&made.verdicts.claims.claims[0], &run, &again);
	part = json_object_get(contrast_of(json, 0), "transfer");
	expect_member(part, "contrast", "real");
	expect_member(part, "answer", "agrees with Tokio");
	expect_amount(part, "difference_low", 1 / 1.011 / 1.011 - 1);
	expect_amount(part, "difference_high", 1.011 * 1.011 - 1);
	expect_amount(part, "margin", .05);
	part = json_object_get(contrast_of(json, 0), "again");
	expect_amount(part, "pairs", 12);
	expect_member(part, "agreement", "same direction, overlapping");
	expect_member(part, "host", "there");
	expect_member(part, "date", "then");
	assert_true(json_is_true(json_object_get(part, "provisional")));
	part = json_object_get(contrast_of(json, 1), "again");
	expect_member(part, "agreement", "in one run only");
	assert_null(json_object_get(part, "pairs"));
	part = json_object_get(contrast_of(json, 2), "measured_with");
	expect_member(part, "claim", "c");
	expect_member(part, "contrast", "wins");
	json_decref(json);
	made_end(&other);
	made_end(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_entry),	    cmocka_unit_test(test_again),
		cmocka_unit_test(test_agreement),   cmocka_unit_test(test_ratio_text),
		cmocka_unit_test(test_inspected),   cmocka_unit_test(test_json),
		cmocka_unit_test(test_json_beside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
