/* SPDX-License-Identifier: MIT */
/* Description: report.html and report.md: complete, equal, repeatable, and safe from their content. */
#include "check.h"

#include <glob.h>
#include <sys/stat.h>

#include "fake_results.h"
#include "lab/report/report.h"

static const char *read_all(const char *directory, const char *name)
{
	char path[4096];
	const char *kept;
	char *text = NULL;
	size_t room = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	file = fopen(path, "r");
	assert_non_null(file);
	assert_true(getdelim(&text, &room, '\0', file) > 0);
	fclose(file);
	kept = lab_strdup(text);
	free(text);
	return kept;
}

static size_t count_of(const char *text, const char *what)
{
	size_t count = 0;

	for (; (text = strstr(text, what)) != NULL; text += strlen(what))
		count++;
	return count;
}

static void has(const char *text, const char *what)
{
	if (strstr(text, what) == NULL)
		print_error("there is no \"%s\"\n", what);
	assert_non_null(strstr(text, what));
}

static void lacks(const char *text, const char *what)
{
	if (strstr(text, what) != NULL)
		print_error("there is \"%s\": %.200s\n", what, strstr(text, what));
	assert_null(strstr(text, what));
}

struct written {
	struct fake_set set;
	char directory[4096];
	const char *html, *markdown;
};

static void write_fake(struct written *written, enum fake_kind kind)
{
	new_directory(written->directory, sizeof(written->directory));
	fake_set_make(&written->set, written->directory, kind, 1, "0123456789ab");
	assert_int_equal(report_write(&written->set.store, &written->set.summary,
				      &written->set.verdicts, written->directory),
			 LAB_OK);
	written->html = read_all(written->directory, "report.html");
	written->markdown = read_all(written->directory, "report.md");
}

/* ----------------------------------------------------------- what it says -- */

static void test_calm(void **state)
{
	static const char *const both[] = {
		"Calibrated on this host.",
		"Red rows:",
		"Sharding the inject queue",
		"Four LIFO slots",
		"family-wise 95 %",
		"by inspection",
		"Which is better, and how sure is that?",
		"oneshot weak count",
		"not measured",
		"Planted slowdowns",
		"2.9 % [1.1, 6.1]",
		"tokio 1.53.1, rustc 1.95",
	};
	struct written written;

	(void)state;
	write_fake(&written, FAKE_CALM);
	for (size_t i = 0; i < sizeof(both) / sizeof(both[0]); i++) {
		has(written.html, both[i]);
		lacks(written.html, "provisional");
	}
	has(written.markdown, "**Calibrated on this host.**");
	has(written.markdown, "- **one**: On AMD EPYC");
	has(written.markdown, "AMD EPYC, 2 CPUs, virtual machine; finished; 2026-11-24.");
	has(written.markdown, "\n### spawn_burst  children=4 parent_kib=4  1 worker, pin compact");
	lacks(written.html, ">nan");
	lacks(written.html, " nan");
	lacks(written.markdown, " nan");
	fake_set_close(&written.set);
}

/* Rows of tables, badges and headings: what one has, the other has.  In the Markdown three
 * items are notices and no badges, and captions stand out too, that of the first screen,
 * which is hidden, among them. */
static void test_both_say_the_same(void **state)
{
	struct written written;

	(void)state;
	write_fake(&written, FAKE_CALM);
	assert_int_equal(count_of(written.html, "<tr>"), count_of(written.markdown, "\n| "));
	assert_int_equal(count_of(written.html, "<table"), count_of(written.markdown, "\n|---"));
	assert_int_equal(count_of(written.html, "class=\"badge") + 3,
			 count_of(written.markdown, "- **") + count_of(written.markdown, "| **") +
				 count_of(written.markdown, "\n**") -
				 count_of(written.html, "<caption>") - 1);
	assert_int_equal(count_of(written.html, "<h2 "), count_of(written.markdown, "\n## "));
	assert_int_equal(count_of(written.html, "<h3"), count_of(written.markdown, "\n### "));
	fake_set_close(&written.set);
}

static void test_not_calibrated(void **state)
{
	struct written written;

	(void)state;
	write_fake(&written, FAKE_HOSTILE_SET);
	has(written.html, "Not calibrated on this host.");
	has(written.html, "answers are provisional and nothing is ranked.");
	has(written.html,
	    "nothing is ranked; repeat it when the machine is quiet (before: steal 3.1 %)");
	has(written.html, "provisional: faster");
	lacks(written.html, ">faster</strong>");
	has(written.html, "Red rows: 12.");
	has(written.html, "not applicable: it has no fault build");
	has(written.markdown, "**provisional: faster**");
	fake_set_close(&written.set);
}

static void test_empty(void **state)
{
	struct written written;

	(void)state;
	write_fake(&written, FAKE_EMPTY);
	has(written.html, "This run tests no claim");
	has(written.html, "0 of 0 pairs flagged.");
	has(written.markdown, "**Red rows:** none.");
	lacks(written.html, "id=\"claims\"");
	lacks(written.html, "id=\"figures\"");
	lacks(written.html, "id=\"reds\"");
	lacks(written.markdown, "## All raw medians");
	fake_set_close(&written.set);
}

/* A row for each claim comes before anything else, and leads to its details. */
static void test_first_screen(void **state)
{
	const char *details;
	struct written written;

	(void)state;
	write_fake(&written, FAKE_CALM);
	details = strstr(written.html, "id=\"claims\"");
	assert_non_null(details);
	for (size_t i = 0; i < written.set.verdicts.claims.count; i++) {
		const struct claim *claim = &written.set.verdicts.claims.claims[i];
		const char *link = lab_printf("<a href=\"#claim-%s\">%s</a>", claim->name,
					      claim->title);
		const char *id = lab_printf("id=\"claim-%s\"", claim->name);

		has(written.html, link);
		assert_true(strstr(written.html, link) < details);
		assert_int_equal(count_of(written.html, id), 1);
		has(written.markdown,
		    lab_printf("\n| [%s](#claim-%s) | **", claim->title, claim->name));
		has(written.markdown, lab_printf("<a %s></a>", id));
	}
	has(written.markdown, "| **depends** | ");
	assert_int_equal(count_of(written.html, "Calibrated on this host."), 1);
	fake_set_close(&written.set);
}

static void test_sentences(void **state)
{
	struct written written;

	(void)state;
	write_fake(&written, FAKE_CALM);
	for (size_t i = 0; i < written.set.verdicts.count; i++) {
		const struct verdict *verdict = &written.set.verdicts.rows[i];

		if (verdict->contrast == NULL || verdict->sentence == NULL)
			continue;
		assert_int_equal(count_of(written.html, verdict->sentence), 1);
	}
	fake_set_close(&written.set);
}

/* Speeds of different runtimes stand side by side in plots and medians: neither goes without
 * what they do not show. */
static void test_no_evidence(void **state)
{
	struct written written;

	(void)state;
	write_fake(&written, FAKE_CALM);
	assert_int_equal(count_of(written.html, "no row of it is evidence about Blitz-IO"), 2);
	assert_int_equal(count_of(written.markdown, "beside real Tokio is no evidence"), 2);
	lacks(written.html, "Blitz-IO's design");
	fake_set_close(&written.set);
}

/* Every file of a section is found, whoever wrote it. */
static void test_sections(void **state)
{
	struct written calm, hostile;
	glob_t files;

	(void)state;
	write_fake(&calm, FAKE_CALM);
	write_fake(&hostile, FAKE_HOSTILE_SET);
	assert_int_equal(glob(SOURCE_TREE "/lab/report/section_*.c", 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		const char *name = strstr(files.gl_pathv[i], "/section_") + strlen("/section_");
		const char *id = lab_printf("id=\"%.*s\"", (int)strlen(name) - 2, name);

		if (strstr(calm.html, id) == NULL)
			has(hostile.html, id);
	}
	assert_true(files.gl_pathc > 5);
	globfree(&files);
	fake_set_close(&calm.set);
	fake_set_close(&hostile.set);
}

/* ------------------------------------------------------------------ safety -- */

static void test_hostile(void **state)
{
	struct written written;

	(void)state;
	write_fake(&written, FAKE_HOSTILE_SET);
	lacks(written.html, "<script>alert");
	lacks(written.html, "</script>&");
	assert_int_equal(count_of(written.html, "<script>"), 1);
	has(written.html, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;&quot;q&quot;");
	lacks(written.html, "\x01");
	lacks(written.html, "\xff");
	/* In Markdown it stands bare between the fences of the last states only. */
	assert_int_equal(count_of(written.markdown, "<script>"), 12);
	assert_int_equal(count_of(written.markdown, " | *b*"), 12);
	has(written.markdown, "\\| \\*b\\* \\_i\\_ \\[l\\](x)");
	fake_set_close(&written.set);
}

/* Nothing is loaded: no address is there, and images hold what they show. */
static void test_self_contained(void **state)
{
	struct written written;

	(void)state;
	write_fake(&written, FAKE_CALM);
	assert_int_equal(count_of(written.html, "://"), 0);
	has(written.html, "http-equiv=\"Content-Security-Policy\"");
	assert_int_equal(count_of(written.html, "src="), count_of(written.html, "src=\"data:"));
	lacks(written.html, "@import");
	lacks(written.html, " style=");
	fake_set_close(&written.set);
}

/* Every id once; every reference has its id. */
static void test_identifiers(void **state)
{
	struct written written;
	const char *at;
	size_t ids = 0;

	(void)state;
	write_fake(&written, FAKE_HOSTILE_SET);
	for (at = written.html; (at = strstr(at, " id=\"")) != NULL; at += 5) {
		const char *id = lab_printf("%.*s", (int)strcspn(at + 5, "\"") + 6, at);

		assert_int_equal(count_of(written.html, id), 1);
		ids++;
	}
	assert_true(ids > 20);
	for (at = written.html; (at = strstr(at, "href=\"#")) != NULL; at += 7)
		has(written.html, lab_printf(" id=\"%.*s\"", (int)strcspn(at + 7, "\""), at + 7));
	fake_set_close(&written.set);
}

/* A wait that is missing from the distributions is said, in both files. */
static void test_waits(void **state)
{
	struct written written;

	(void)state;
	write_fake(&written, FAKE_CALM);
	has(written.html, "No wait was recorded");
	has(written.markdown,
	    "\n| tokio_inject_shards8 | inject_latency | probes=1000 load=0 | 2 |");
	has(written.markdown, "| open_waits | task |");
	lacks(written.markdown, "\n| tokio | inject_latency | probes=1000 load=0 | 2 |");
	fake_set_close(&written.set);
}

/* ------------------------------------------------------------------- plots -- */

static void test_repeatable(void **state)
{
	static const char *const plots[] = { "plots/forest.svg", "plots/contention.svg",
					     "plots/latency_1.svg" };
	struct written first, second;

	(void)state;
	write_fake(&first, FAKE_CALM);
	write_fake(&second, FAKE_CALM);
	assert_string_equal(first.html, second.html);
	assert_string_equal(first.markdown, second.markdown);
	fake_set_close(&first.set);
	fake_set_close(&second.set);
	need_gnuplot();
	for (size_t i = 0; i < sizeof(plots) / sizeof(plots[0]); i++)
		assert_string_equal(read_all(first.directory, plots[i]),
				    read_all(second.directory, plots[i]));
}

static void test_plots(void **state)
{
	struct written written;

	(void)state;
	need_gnuplot();
	write_fake(&written, FAKE_CALM);
	lacks(written.html, "Not drawn");
	assert_true(count_of(written.html, "<img ") >= 8);
	assert_int_equal(count_of(written.html, "<img "), count_of(written.markdown, "!["));
	assert_int_equal(count_of(written.html, "data:image/svg+xml,%3C"),
			 count_of(written.markdown, "!["));
	has(written.markdown, "](plots/forest.svg)");
	has(read_all(written.directory, "plots/contention.dat"), "# tokio\n0 1 ");
	has(read_all(written.directory, "plots/contention.gp"), "name = \"contention\"");
	fake_set_close(&written.set);
}

static void test_without_gnuplot(void **state)
{
	const char *path = getenv("PATH");
	struct written written;

	(void)state;
	path = lab_strdup(path != NULL ? path : "");
	setenv("PATH", "/nonexistent", 1);
	write_fake(&written, FAKE_CALM);
	setenv("PATH", path, 1);
	has(written.html, "Not drawn: gnuplot is missing or failed; the numbers are below.");
	lacks(written.html, "<img");
	has(written.html, "Numbers of: Contrasts");
	has(written.markdown, "Not drawn");
	fake_set_close(&written.set);
}

/* A slowdown that was planted on one row's baseline is nobody else's. */
static void test_planted(void **state)
{
	struct fake_set set;
	struct summary summary;
	char directory[4096];

	(void)state;
	new_directory(directory, sizeof(directory));
	fake_set_make(&set, directory, FAKE_CALM, 1, NULL);
	assert_int_equal(sqlite3_exec(set.store.db,
				      "UPDATE plan SET purpose = 'planted' WHERE id = 1;"
				      "UPDATE sample SET ns = 10 * ns WHERE side = 'A' AND pair IN "
				      "(SELECT id FROM pair WHERE plan = 1)",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	assert_int_equal(summary_load(&summary, &set.store, NULL), LAB_OK);
	assert_int_equal(summary.results[0].plan, 1);
	assert_true(summary.results[0].sides[SIDE_A].ns.median ==
		    10 * set.summary.results[0].sides[SIDE_A].ns.median);
	assert_true(summary.results[1].sides[SIDE_A].ns.max ==
		    set.summary.results[1].sides[SIDE_A].ns.max);
	fake_set_close(&set);
}

/* ------------------------------------------------------------ several sets -- */

static void test_several(void **state)
{
	static const char *const hosts[] = { "0123456789ab", "0123456789ab", "ba9876543210" };
	struct fake_set sets[3];
	struct report_set several[3];
	char directory[4096];
	const char *html, *other;

	(void)state;
	new_directory(directory, sizeof(directory));
	for (unsigned int i = 0; i < 3; i++) {
		const char *own = lab_printf("%s/set%u", directory, i);

		assert_int_equal(mkdir(own, 0777), 0);
		fake_set_make(&sets[i], own, FAKE_CALM, i + 1, hosts[i]);
		several[i] = (struct report_set){ .store = &sets[i].store,
						  .summary = &sets[i].summary,
						  .verdicts = &sets[i].verdicts,
						  .directory = own };
	}
	assert_int_equal(report_write_sets(several, 3, lab_printf("%s/all.html", directory)),
			 LAB_OK);
	html = read_all(directory, "all.html");
	has(html, "schedlab: 3 result sets of 2 hosts");
	has(html, ">same direction, overlapping</strong>");
	has(html, ">no interval</strong>");
	has(html, ">opposite</strong>");
	has(html, "Of the 9 that all sets that have them decided, 8 agree; 3 more are undecided");
	assert_int_equal(count_of(html, "Do the sets agree?</h3>"), 1); /* one host has two sets */
	assert_int_equal(count_of(html, "href=\"#set-3-claim-lifo\""), 2);
	assert_true(strstr(html, "Which claims hold where?") < strstr(html, "id=\"host-1\""));
	other = strstr(html, "id=\"host-3\"");
	assert_non_null(other);
	assert_null(strstr(other, "set0"));
	has(read_all(directory, "all.md"),
	    "## Host AMD EPYC, 2 CPUs, virtual machine (ba9876543210)");
	for (size_t i = 0; i < 3; i++)
		fake_set_close(&sets[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calm),
		cmocka_unit_test(test_both_say_the_same),
		cmocka_unit_test(test_not_calibrated),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_first_screen),
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_no_evidence),
		cmocka_unit_test(test_sections),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_self_contained),
		cmocka_unit_test(test_identifiers),
		cmocka_unit_test(test_waits),
		cmocka_unit_test(test_repeatable),
		cmocka_unit_test(test_plots),
		cmocka_unit_test(test_without_gnuplot),
		cmocka_unit_test(test_planted),
		cmocka_unit_test(test_several),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
