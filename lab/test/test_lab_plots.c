/* SPDX-License-Identifier: MIT */
/* Description: what the plots show, and that no text of theirs is cut or covered. */
#include "check.h"

#include <math.h>
#include <unistd.h>

#include "drawn.h"
#include "fake_results.h"
#include "lab/report/latency.h"
#include "lab/report/plot.h"
#include "lab/report/report.h"
#include "lab/report/sweep.h"
#include "near.h"

#define LONG_NAME \
	"a_name_that_is_so_long_that_there_is_no_room_for_it_beside_any_plot_of_this_world"

static const char *read_all(const char *directory, const char *name)
{
	FILE *file = fopen(lab_printf("%s/plots/%s", directory, name), "r");
	const char *kept;
	char *text = NULL;
	size_t room = 0;

	if (file == NULL)
		print_error("there is no %s\n", name);
	assert_non_null(file);
	assert_true(getdelim(&text, &room, '\0', file) > 0);
	fclose(file);
	kept = lab_strdup(text);
	free(text);
	return kept;
}

static void has(const char *text, const char *what)
{
	if (strstr(text, what) == NULL)
		print_error("there is no \"%s\"\n", what);
	assert_non_null(strstr(text, what));
}

static struct figure *figure_named(const struct figures *figures, const char *name)
{
	for (size_t i = 0; i < figures->count; i++)
		if (strcmp(figures->items[i].name, name) == 0)
			return &figures->items[i];
	return NULL;
}

struct made {
	struct fake_set set;
	char directory[4096];
	struct figures figures;
};

static void make_figures(struct made *made)
{
	const struct figure_source source = { &made->set.store, &made->set.summary,
					      &made->set.verdicts };

	figures_make(&made->figures, &source);
}

static void make(struct made *made, enum fake_kind kind)
{
	new_directory(made->directory, sizeof(made->directory));
	fake_set_make(&made->set, made->directory, kind, 1, NULL);
	make_figures(made);
}

static void change(struct made *made, const char *sql)
{
	assert_int_equal(sqlite3_exec(made->set.store.db, sql, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(summary_load(&made->set.summary, &made->set.store, NULL), LAB_OK);
	make_figures(made);
}

/* ------------------------------------------------------------------ text -- */

static void expect_whole(const char *directory, const char *name)
{
	struct drawn drawn;
	const char *fault;

	assert_true(drawn_read(&drawn, read_all(directory, name)));
	assert_true(drawn.count > 3);
	fault = drawn_fault(&drawn);
	if (fault != NULL)
		print_error("%s: %s\n", name, fault);
	assert_null(fault);
}

static void expect_all_whole(const struct made *made)
{
	for (size_t i = 0; i < made->figures.count; i++) {
		const char *name = made->figures.items[i].name;

		assert_true(made->figures.items[i].drawn);
		expect_whole(made->directory, lab_printf("%s.svg", name));
	}
}

/* Names, titles and footnotes that nobody foresaw, and axes over many decades. */
static void make_long(struct made *made)
{
	change(made,
	       "UPDATE sample SET row = '{\"latency\":{\"count\":20000000,\"max_ns\":9000000000,"
	       "\"buckets\":[[16,19999990],[1024,9],[4294967296,1]]}}' WHERE cell = 7");
	for (size_t i = 0; i < made->set.summary.count; i++) {
		struct result *result = &made->set.summary.results[i];

		result->arm.name = lab_printf("%s_%s", LONG_NAME, result->arm.name);
		result->params = lab_printf("%s note=%s", result->params, LONG_NAME);
		side_set(&result->sides[SIDE_A], "cpu_ns", 2.66);
		side_set(&result->sides[SIDE_B], "cpu_ns", 2.66 * pow(1.3, (double)i));
	}
	made->set.summary.label = LONG_NAME " " LONG_NAME " in typical noise, and so on";
	make_figures(made);
}

static void test_no_text_is_cut(void **state)
{
	struct made made;

	(void)state;
	need_gnuplot();
	for (int kind = FAKE_CALM; kind <= FAKE_HOSTILE_SET; kind++) {
		make(&made, (enum fake_kind)kind);
		assert_int_equal(plot_figures(&made.figures, &made.set.summary, made.directory),
				 LAB_OK);
		expect_all_whole(&made);
		make_long(&made);
		assert_int_equal(plot_figures(&made.figures, &made.set.summary, made.directory),
				 LAB_OK);
		expect_all_whole(&made);
		fake_set_close(&made.set);
	}
}

#define SVG(x, anchor) \
	"<svg viewBox=\"0 0 100 50\"><g transform=\"translate(" x ",20)\" font-size=\"10\" " \
	"text-anchor=\"" anchor "\"><text>eight ems</text></g><g transform=\"translate(10,30)\" " \
	"font-size=\"10\" text-anchor=\"start\"><text>below &lt;</text></g></svg>"

/* What would be the use of a measure that finds nothing? */
static void test_the_measure_finds_faults(void **state)
{
	static const struct {
		const char *svg, *fault;
	} cases[] = {
		{ SVG("10", "start"), NULL },
		{ SVG("10", "end"), "cut by an edge" },
		{ SVG("80", "start"), "cut by an edge" },
		{ SVG("95", "middle"), "cut by an edge" },
		{ SVG("10,28)\" class=\"(10", "start"), "overlap" },
	};
	struct drawn drawn;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *fault;

		assert_true(drawn_read(&drawn, cases[i].svg));
		assert_int_equal(drawn.count, 2);
		fault = drawn_fault(&drawn);
		assert_int_equal(fault != NULL, cases[i].fault != NULL);
		if (fault != NULL)
			has(fault, cases[i].fault);
	}
	assert_false(drawn_read(&drawn, "<svg>"));
}

static void test_wrap(void **state)
{
	struct strings lines = { NULL, 0 };

	(void)state;
	NEAR(extent_of("in", 1000), 278 + 634);
	extent_wrap(&lines, "one two three", 10, extent_of("one two", 10), 0);
	assert_string_equal(strings_join(&lines, "|"), "one two|three");
	lines.count = 0;
	extent_wrap(&lines, "unbreakable", 10, extent_of("unbre", 10), 0);
	assert_string_equal(strings_join(&lines, "|"), "unbre|akabl|e");
	lines.count = 0;
	extent_wrap(&lines, "one two three four", 10, extent_of("one two", 10), 2);
	assert_string_equal(strings_join(&lines, "|"), "one two|three...");
	lines.count = 0;
	extent_wrap(&lines, "", 10, 100, 0);
	assert_int_equal(lines.count, 0);
}

/* ------------------------------------------------------------------ rows -- */

/* Forty rows near 1 keep their axis, and the two that are far off say where they are. */
static void test_far_off_is_cut(void **state)
{
	struct made made;
	const char *script;
	double most;

	(void)state;
	make(&made, FAKE_CALM);
	for (size_t i = 0; i < made.set.summary.count; i++)
		made.set.summary.results[i].ratio = (struct spread){ .n = 3,
								     .min = 0.9,
								     .quartile1 = 0.95,
								     .median = 1,
								     .quartile3 = 1.05,
								     .max = 1.1 };
	made.set.summary.results[3].ratio.median = made.set.summary.results[3].ratio.max = 28;
	made.set.summary.results[5].ratio.min = made.set.summary.results[5].ratio.median = 0.02;
	make_figures(&made);
	assert_int_equal(plot_figures(&made.figures, &made.set.summary, made.directory), LAB_OK);
	script = read_all(made.directory, "ratio.gp");
	has(script, "\"28 \xe2\x86\x92\"");
	has(script, "\"\xe2\x86\x90 0.02\"");
	assert_int_equal(sscanf(strstr(script, "\nmost = "), "\nmost = %lf", &most), 1);
	assert_true(most > 1.1 && most < 1.3);
	has(read_all(made.directory, "ratio.dat"), " 28 "); /* the data are whole */
	fake_set_close(&made.set);
}

/* Claims together, the primary contrasts of each first; the band of identical programs. */
static void test_forest(void **state)
{
	struct made made;
	const struct grid *grid;
	size_t without = 0;
	double low;

	(void)state;
	make(&made, FAKE_CALM);
	for (size_t i = 0; i < made.set.verdicts.count; i++)
		made.set.verdicts.rows[i].aa_spread = i == 0 ? NAN : 0.1;
	make_figures(&made);
	grid = &figure_named(&made.figures, "forest")->data;
	assert_true(grid->count > 4);
	for (size_t i = 1; i < grid->count; i++) {
		size_t claim = strcspn(grid->rows[i].label, "/");
		int order = strncmp(grid->rows[i - 1].label, grid->rows[i].label, claim);

		assert_true(order <= 0);
		assert_true(order < 0 || grid->rows[i - 1].values[7] >= grid->rows[i].values[7]);
	}
	for (size_t i = 0; i < grid->count; i++) {
		low = grid->rows[i].values[5];
		without += isnan(low);
		if (isnan(low))
			continue;
		assert_true(low > 0.5 && low < 1);
		NEAR(low * grid->rows[i].values[6], 1);
	}
	assert_int_equal(without, 1);
	fake_set_close(&made.set);
}

/* Two contrasts that ask for the same arms in the same cell share their pairs, which are no two
 * measurements. */
static void test_pairs_are_drawn_once(void **state)
{
	static const char *const names[] = { "ratio", "cost" };
	struct result *row;
	struct made made;
	size_t before[2];

	(void)state;
	make(&made, FAKE_CALM);
	for (size_t i = 0; i < 2; i++)
		before[i] = figure_named(&made.figures, names[i])->data.count;
	row = &made.set.summary.results[0];
	assert_true(row->ratio.n > 0);
	row->measured = made.set.summary.results[1].plan;
	make_figures(&made);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(figure_named(&made.figures, names[i])->data.count, before[i] - 1);
	assert_int_equal(report_write(&made.set.store, &made.set.summary, &made.set.verdicts,
				      made.directory),
			 LAB_OK);
	has(read_all(made.directory, "../report.html"),
	    "the same pairs as the other row of these arms");
	fake_set_close(&made.set);
}

/* ---------------------------------------------------------------- panels -- */

static void add_series(struct figure *figure, const char *label)
{
	struct figure_row *row = grid_add(&figure->data, label);

	row->panel = "a panel";
	row->values[0] = row->values[1] = 1;
}

/* Eighteen arms: no panel has more than six, none has a colour twice, each has both Tokios. */
static void test_at_most_six_series(void **state)
{
	struct figures figures = { NULL, 0, NULL };
	struct figure *figure = figures_add(&figures, "many");
	size_t panels = 0, others = 0;

	(void)state;
	for (int i = 0; i < 9; i++)
		add_series(figure, lab_printf("arm%d", i));
	add_series(figure, "tokio-bare");
	add_series(figure, "tokio");
	for (int i = 9; i < 16; i++)
		add_series(figure, lab_printf("arm%d", i));
	figure_split(figure);
	assert_int_equal(figure->shown.count, 18);
	for (size_t first = 0, end; first < figure->data.count; first = end, panels++) {
		const struct figure_row *rows = &figure->data.rows[first];
		unsigned int seen = 0;

		for (end = first; end < figure->data.count &&
				  strcmp(figure->data.rows[end].panel, rows->panel) == 0;
		     end++) {
			unsigned int colour = figure_colour(figure, figure->data.rows[end].label);

			assert_in_range(colour, 1, 6);
			assert_false(seen >> colour & 1);
			seen |= 1u << colour;
			others += colour > 2;
		}
		assert_in_range(end - first, 1, 6);
		assert_int_equal(seen & 6, 6);
	}
	assert_int_equal(panels, 4);
	assert_int_equal(others, 16);
}

/* Time and switches of every arm at every number of producers; lock waits were not counted. */
static void test_contention(void **state)
{
	struct made made;
	const struct figure *figure;

	(void)state;
	make(&made, FAKE_CALM);
	assert_int_equal(store_put_meta(&made.set.store, "cpus", "4"), LAB_OK);
	make_figures(&made);
	figure = figure_named(&made.figures, "contention");
	assert_non_null(figure);
	assert_int_equal(figure->data.count, 2 * 4 * 4);
	assert_int_equal(figure->x, FIGURE_STEPS);
	NEAR(figure->crowded_from, 4); /* and two workers are six */
	has(figure->description, "Not measured in this run: lock waits");
	assert_null(strstr(figure->description, "No tokio"));
	change(&made, "UPDATE sample SET row = '{\"metrics\":{\"inject_locks_contended\":"
		      "{\"value\":200}}}' WHERE cell BETWEEN 3 AND 6");
	figure = figure_named(&made.figures, "contention");
	assert_int_equal(figure->data.count, 3 * 4 * 4);
	NEAR(figure->data.rows[16].values[1], 2); /* of 100,000 tasks */
	fake_set_close(&made.set);
}

/* One value of the axis is no sweep. */
static void test_one_value_is_no_line(void **state)
{
	struct made made;

	(void)state;
	make(&made, FAKE_CALM);
	assert_non_null(figure_named(&made.figures, "throughput"));
	change(&made, "DELETE FROM plan WHERE cell IN (1, 4, 5, 6)");
	assert_null(figure_named(&made.figures, "contention"));
	assert_null(figure_named(&made.figures, "throughput"));
	fake_set_close(&made.set);
}

/* An arm that stood in one place only is in the table; one worker is 1 by definition. */
static void test_speed_up(void **state)
{
	struct made made;
	const struct figure *figure;
	bool drawn = false, shown = false;

	(void)state;
	make(&made, FAKE_CALM);
	change(&made, "DELETE FROM plan WHERE cell = 1 AND arm = 3");
	figure = figure_named(&made.figures, "throughput");
	for (size_t i = 0; i < figure->data.count; i++) {
		const struct figure_row *row = &figure->data.rows[i];

		drawn = drawn || strcmp(row->label, "tokio_lifo4") == 0;
		if (strstr(row->panel, "speed-up") != NULL && row->values[0] == 1)
			NEAR(row->values[1], 1);
	}
	for (size_t i = 0; i < figure->shown.count; i++)
		shown = shown || strcmp(figure->shown.rows[i].label, "tokio_lifo4") == 0;
	assert_true(shown && !drawn);
	has(figure->description, "Measured in one place only, so in the table only: tokio_lifo4.");
	fake_set_close(&made.set);
}

/* A quantile is no error of another one: a panel each, and no bar. */
static void test_stall_has_no_bars(void **state)
{
	struct made made;
	const struct figure *figure;

	(void)state;
	make(&made, FAKE_CALM);
	figure = figure_named(&made.figures, "stall");
	assert_null(strstr(figure->draw, "error"));
	assert_int_equal(figure->data.count % 3, 0);
	has(figure->data.rows[0].panel, "99 %");
	has(figure->data.rows[figure->data.count - 1].panel, "99.99 %");
	fake_set_close(&made.set);
}

/* In the middle of a bucket is in the middle of it, and never beyond what was seen. */
static void test_quantiles(void **state)
{
	struct made made;
	struct latency latency;

	(void)state;
	make(&made, FAKE_CALM);
	change(&made, "UPDATE sample SET row = '{\"latency\":{\"count\":4,\"max_ns\":4100,"
		      "\"buckets\":[[1024,2],[4096,2]]}}' WHERE cell = 7");
	assert_true(latency_load(&latency, &made.set.store, 7, 1));
	NEAR(latency_quantile(&latency, .25), 1024 + 32);
	NEAR(latency_quantile(&latency, .5), 1024 + 64);
	NEAR(latency_quantile(&latency, .75), 4098);
	NEAR(latency_quantile(&latency, 1), 4100);
	fake_set_close(&made.set);
}

/* Of each pair of CPUs both directions, and of others nothing. */
static void test_cores(void **state)
{
	struct made made;
	const struct figure *figure;

	(void)state;
	make(&made, FAKE_CALM);
	figure = figure_named(&made.figures, "cores");
	assert_int_equal(figure->data.count, 2);
	has(figure->description, "one pair of CPUs only");
	change(&made, "INSERT INTO probe VALUES(1, 'after', 3, 1, 77)");
	figure = figure_named(&made.figures, "cores");
	assert_int_equal(figure->data.count, 4);
	NEAR(figure->data.rows[2].values[0], 1);
	NEAR(figure->data.rows[2].values[1], 3);
	NEAR(figure->data.rows[3].values[2], 77);
	has(figure->description, "An empty field was not probed.");
	fake_set_close(&made.set);
}

/* Of each kind the report has its figures, or why there are none; the others stand in order. */
static void test_every_kind_is_in_the_report(void **state)
{
	struct made made;
	size_t count;
	const struct figure_kind *const *kinds = figure_kinds(&count);
	const char *report;

	(void)state;
	make(&made, FAKE_CALM);
	change(&made, "DELETE FROM plan WHERE cell <> 1; DELETE FROM probe");
	made.set.verdicts.count = 0;
	make_figures(&made);
	assert_true(made.figures.count >= 2); /* ratio, cost */
	assert_int_equal(report_write(&made.set.store, &made.set.summary, &made.set.verdicts,
				      made.directory),
			 LAB_OK);
	report = read_all(made.directory, "../report.html");
	assert_true(count >= 9);
	for (size_t i = 0; i < count; i++) {
		bool there = false;

		assert_true(i == 0 || kinds[i - 1]->place < kinds[i]->place);
		for (size_t j = 0; j < made.figures.count; j++)
			there = there || made.figures.items[j].kind == kinds[i];
		assert_int_equal(strstr(report, kinds[i]->otherwise) == NULL, there);
	}
	for (size_t i = 0; i < made.figures.count; i++)
		has(report, lab_printf("Numbers of: %s", made.figures.items[i].title));
	fake_set_close(&made.set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_text_is_cut),
		cmocka_unit_test(test_the_measure_finds_faults),
		cmocka_unit_test(test_wrap),
		cmocka_unit_test(test_far_off_is_cut),
		cmocka_unit_test(test_forest),
		cmocka_unit_test(test_pairs_are_drawn_once),
		cmocka_unit_test(test_at_most_six_series),
		cmocka_unit_test(test_contention),
		cmocka_unit_test(test_one_value_is_no_line),
		cmocka_unit_test(test_speed_up),
		cmocka_unit_test(test_stall_has_no_bars),
		cmocka_unit_test(test_quantiles),
		cmocka_unit_test(test_cores),
		cmocka_unit_test(test_every_kind_is_in_the_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
