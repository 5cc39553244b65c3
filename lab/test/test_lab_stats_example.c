/* SPDX-License-Identifier: MIT */
/*
 * Description: the worked example of docs/statistics.md comes out of the committed pairs.
 *
 * Each number that the page shows is computed here and looked for there.  Whoever commits
 * other pairs sets the constants, and takes the lines that this test misses into the page.
 */
#include "check.h"

#include "lab/exchange/exchange.h"
#include "lab/stats/decide.h"
#include "lab/stats/layout.h"
#include "lab/stats/sign_test.h"
#include "lab/stats/spread.h"
#include "lab/stats/word.h"
#include "simulate.h"

#define SET "results/reference/quick-1"

enum {
	LAYOUT_ROW = 48, /* layout A/A of the arm that is on both sides of the planted rows */
	FIRST_ROW = 49,	 /* four planted rows in the same cell */
	WORKED_ROW = 52,
	FAMILY = 12,
	LAYOUTS = 4,
	MOST = 64
};

#define MARGIN log(1.03)

struct row {
	double logs[MOST];
	bool flagged[MOST];
	struct layout_pair pairs[MOST];
	size_t n;
};

static char page[65536];
static bool complete = true;

static FILE *open_source(const char *path)
{
	char whole[1024];
	FILE *file;

	snprintf(whole, sizeof(whole), "%s/%s", SOURCE_TREE, path);
	file = fopen(whole, "r");
	if (file == NULL)
		fail_msg("%s is missing", whole);
	return file;
}

static int load_page(void **state)
{
	FILE *file = open_source("docs/statistics.md");
	size_t got = fread(page, 1, sizeof(page) - 1, file);

	(void)state;
	page[got] = '\0';
	fclose(file);
	return 0;
}

/* The page has this line; says all that are missing before it fails. */
static void must_say(const char *format, ...)
{
	char line[1024];
	va_list list;

	va_start(list, format);
	vsnprintf(line, sizeof(line), format, list);
	va_end(list);
	if (strstr(page, line) != NULL)
		return;
	print_error("docs/statistics.md lacks: %s\n", line);
	complete = false;
}

static void expect_complete(void)
{
	bool was = complete;

	complete = true;
	assert_true(was);
}

static void load_row(struct row *row, int plan)
{
	struct store store;
	sqlite3_stmt *query;

	row->n = 0;
	assert_int_equal(store_open_set(&store, SOURCE_TREE "/" SET), LAB_OK);
	query = store_query(
		&store,
		"SELECT log_ratio, flagged, layout_a, layout_b FROM pair WHERE plan = ? "
		"AND log_ratio IS NOT NULL ORDER BY id",
		"i", (int64_t)plan);
	for (; store_next(query); row->n++) {
		assert_true(row->n < MOST);
		row->logs[row->n] = sqlite3_column_double(query, 0);
		row->flagged[row->n] = sqlite3_column_int(query, 1) != 0;
		row->pairs[row->n] = (struct layout_pair){ row->logs[row->n],
							   sqlite3_column_int(query, 2),
							   sqlite3_column_int(query, 3) };
	}
	sqlite3_finalize(query);
	store_close(&store);
	assert_true(row->n > 0);
}

static struct layout_range layouts_of(const struct row *row)
{
	struct layout_range range;

	for (size_t i = 0; i < row->n; i++)
		assert_false(row->flagged[i]);
	assert_int_equal(layout_range(&range, row->pairs, row->n, LAYOUTS, LAYOUT_DEALS), 0);
	return range;
}

static struct decision decide(const struct row *row, double envelope)
{
	struct decide_row input = { .log_ratios = row->logs,
				    .flagged = row->flagged,
				    .n = row->n,
				    .planned = row->n,
				    .margin = MARGIN,
				    .envelope = envelope };
	struct decision verdict;

	assert_int_equal(decide_row(&verdict, &input, 0.05, FAMILY), 0);
	return verdict;
}

/* A planted row, with the envelope of its arm on both sides. */
static void load_planted(struct row *row, int plan, struct decision *verdict)
{
	struct row layouts;

	load_row(&layouts, LAYOUT_ROW);
	load_row(row, plan);
	*verdict = decide(row, 2 * layouts_of(&layouts).envelope);
}

static void test_pairs(void **state)
{
	struct row row;

	(void)state;
	load_row(&row, WORKED_ROW);
	must_say("tar -xJOf %s/set.tar.xz ", SET);
	must_say("FROM pair WHERE plan = %d ORDER BY 1", WORKED_ROW);
	median_of(row.logs, row.n); /* sorts */
	assert_int_equal(row.n, 14);
	for (size_t i = 0; i < row.n; i += 7)
		must_say("%.4f  %.4f  %.4f  %.4f  %.4f  %.4f  %.4f\n", row.logs[i], row.logs[i + 1],
			 row.logs[i + 2], row.logs[i + 3], row.logs[i + 4], row.logs[i + 5],
			 row.logs[i + 6]);
	expect_complete();
}

static void test_interval(void **state)
{
	struct decision verdict;
	struct row row;

	(void)state;
	load_planted(&row, WORKED_ROW, &verdict);
	must_say("0.05 / %d / 2 = %.6f", FAMILY, 0.05 / FAMILY / 2);
	for (size_t contrary = 0; contrary < 3; contrary++)
		must_say("| %zu | %.6f |", contrary + 1, sign_test_p(contrary, row.n));
	assert_true(sign_test_p(1, row.n) <= 0.05 / FAMILY / 2);
	assert_true(sign_test_p(2, row.n) > 0.05 / FAMILY / 2);
	must_say("Median %.4f, interval %.4f to %.4f, coverage %.5f.", verdict.interval.median,
		 verdict.interval.lower, verdict.interval.upper, verdict.interval.coverage);
	must_say("p = %.6f, times %d %.4f", verdict.p, FAMILY, verdict.p_adjusted);
	expect_complete();
}

/* "| 0 and 1 | -0.0865, -0.0307 | -0.0586 |": of b over a, ascending. */
static void must_show_two_layouts(const struct row *row, int a, int b)
{
	double values[MOST];
	char list[256] = "";
	size_t count = 0, used = 0;
	double median;

	for (size_t i = 0; i < row->n; i++) {
		if (row->pairs[i].a == a && row->pairs[i].b == b)
			values[count++] = row->logs[i];
		else if (row->pairs[i].a == b && row->pairs[i].b == a)
			values[count++] = -row->logs[i];
	}
	median = median_of(values, count);
	for (size_t i = 0; i < count; i++)
		used += (size_t)snprintf(list + used, sizeof(list) - used, "%s%.4f",
					 i > 0 ? ", " : "", values[i]);
	must_say("| %d and %d | %s | %.4f |", a, b, list, median);
}

static void test_envelope(void **state)
{
	struct layout_range range;
	struct row row;

	(void)state;
	load_row(&row, LAYOUT_ROW);
	range = layouts_of(&row);
	must_say("layout_a, layout_b, round(log_ratio, 4) FROM pair WHERE plan = %d", LAYOUT_ROW);
	for (int a = 0; a < LAYOUTS; a++)
		for (int b = a + 1; b < LAYOUTS; b++)
			must_show_two_layouts(&row, a, b);
	must_say("| effect | %.4f | %.4f | %.4f | %.4f |", range.effects[0], range.effects[1],
		 range.effects[2], range.effects[3]);
	must_say("Half their range is %.4f. Noise alone would make it %.4f.", range.half,
		 range.noise_half);
	must_say("%g * sqrt(%.4f^2 - %.4f^2) = %.4f; the envelope of two such arms is %.4f.",
		 LAYOUT_FACTOR, range.half, range.noise_half, range.envelope, 2 * range.envelope);
	expect_complete();
}

static void test_word(void **state)
{
	struct decision verdict;
	struct row row;

	(void)state;
	load_planted(&row, WORKED_ROW, &verdict);
	must_say("With layouts %.4f to %.4f: ratios %.3f to %.3f.", verdict.low, verdict.high,
		 exp(verdict.low), exp(verdict.high));
	must_say("log(1.03) = %.4f", MARGIN);
	must_say("**%s**, by at least %.1f %%", verdict_kind_name(verdict.kind),
		 word_at_least_percent(verdict.low, verdict.high));
	verdict = decide(&row, NAN);
	must_say("**%s**: %s", verdict_kind_name(verdict.kind),
		 verdict_reason_text(verdict.reason));
	expect_complete();
}

/* All four planted rows, each a line of a table. */
static void test_planted_rows(void **state)
{
	(void)state;
	for (int plan = FIRST_ROW; plan <= WORKED_ROW; plan++) {
		struct decision verdict;
		struct row row;

		load_planted(&row, plan, &verdict);
		must_say("| %d | %zu | %.4f to %.4f | %.4f to %.4f | %s%s%s |", plan, verdict.n,
			 verdict.interval.lower, verdict.interval.upper, verdict.low, verdict.high,
			 verdict_kind_name(verdict.kind), verdict.reason == REASON_NONE ? "" : ": ",
			 verdict_reason_text(verdict.reason));
	}
	expect_complete();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs),	     cmocka_unit_test(test_interval),
		cmocka_unit_test(test_envelope),     cmocka_unit_test(test_word),
		cmocka_unit_test(test_planted_rows),
	};

	return cmocka_run_group_tests(tests, load_page, NULL);
}
