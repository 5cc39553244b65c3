/* SPDX-License-Identifier: MIT */
/* Description: a run ends with twelve lines at most: what came out, how sure, what next, where. */
#include "check.h"

#include "fake_results.h"
#include "lab/report/report.h"
#include "lab/show/ending.h"

struct ended {
	struct fake_set set;
	char directory[4096];
	char *text;
	size_t bytes, lines;
};

static void start(struct ended *ended, enum fake_kind kind)
{
	memset(ended, 0, sizeof(*ended));
	new_directory(ended->directory, sizeof(ended->directory));
	fake_set_make(&ended->set, ended->directory, kind, 1, "0123456789ab");
}

static void end(struct ended *ended)
{
	FILE *out = open_memstream(&ended->text, &ended->bytes);

	assert_non_null(out);
	ending_print(out, &ended->set.summary, &ended->set.verdicts, ended->directory);
	fclose(out);
	for (const char *at = ended->text; (at = strchr(at, '\n')) != NULL; at++)
		ended->lines++;
}

static void done(struct ended *ended)
{
	free(ended->text);
	fake_set_close(&ended->set);
}

static void has(const struct ended *ended, const char *what)
{
	if (strstr(ended->text, what) == NULL)
		print_error("there is no \"%s\" in:\n%s", what, ended->text);
	assert_non_null(strstr(ended->text, what));
}

static void test_claims(void **state)
{
	struct ended ended;

	(void)state;
	start(&ended, FAKE_CALM);
	assert_int_equal(report_write(&ended.set.store, &ended.set.summary, &ended.set.verdicts,
				      ended.directory),
			 LAB_OK);
	end(&ended);
	has(&ended, "quick on AMD EPYC, 2 CPUs, virtual machine: finished\n");
	has(&ended, "calibrated on this host: A/A: 6 of 210 trials differ");
	for (size_t i = 0; i < ended.set.verdicts.claims.count; i++)
		has(&ended, ended.set.verdicts.claims.claims[i].title);
	has(&ended, "  by inspection ");
	has(&ended, "red rows: none; ");
	has(&ended, "next: ");
	has(&ended, lab_printf("\nresults: %s/report.html\n", ended.directory));
	assert_in_range(ended.lines, 1, ENDING_LINES);
	done(&ended);
}

static void test_not_calibrated(void **state)
{
	struct ended ended;

	(void)state;
	start(&ended, FAKE_HOSTILE_SET);
	end(&ended);
	has(&ended, "not calibrated on this host, answers are provisional: ");
	has(&ended, "red rows: 12, the first is ");
	has(&ended, "next: see in the report what the red rows did last");
	has(&ended, lab_printf("\nresults: %s\n", ended.directory)); /* no report was written */
	assert_in_range(ended.lines, 1, ENDING_LINES);
	done(&ended);
}

/* However many there are, the others are counted. */
static void test_many_claims(void **state)
{
	struct ended ended;
	struct claim_set *set = &ended.set.verdicts.claims;
	struct claim *claims = lab_alloc(20 * sizeof(*claims));

	(void)state;
	start(&ended, FAKE_CALM);
	for (size_t i = 0; i < 20; i++)
		claims[i] = set->claims[i % set->count];
	set->claims = claims;
	set->count = 20;
	end(&ended);
	has(&ended, "  and 14 more claims, in the report\n");
	assert_int_equal(ended.lines, ENDING_LINES);
	done(&ended);
}

/* Rows that no claim asks for are described. */
static void test_rows(void **state)
{
	struct ended ended;

	(void)state;
	start(&ended, FAKE_CALM);
	ended.set.verdicts.claims.count = 0;
	ended.set.verdicts.calibration.trials = 0;
	end(&ended);
	has(&ended, "described, not judged");
	has(&ended,
	    "  tokio_lifo4 / tokio           spawn_burst children=4 parent_kib=4, 1 worker: ");
	/* What looks like an interval would be taken for one. */
	has(&ended, " of tokio's time (median of 12 pairs; lowest 0.");
	assert_null(strstr(ended.text, " to 0."));
	has(&ended, "  and 24 more rows, in table.txt\n");
	has(&ended, "next: scripts/run --suite quick");
	assert_int_equal(ended.lines, ENDING_LINES);
	done(&ended);
}

/* Whoever has a noisy machine is told how to learn by what. */
static void test_flagged(void **state)
{
	struct ended ended;

	(void)state;
	start(&ended, FAKE_CALM);
	ended.set.summary.too_many_flagged = true;
	end(&ended);
	has(&ended,
	    "next: schedlab doctor says what disturbs this host; repeat this when it is quiet\n");
	done(&ended);
	start(&ended, FAKE_CALM);
	ended.set.summary.too_many_flagged = true;
	ended.set.summary.state = "1 pair completed, cut by the time budget, 3 pairs left out";
	end(&ended);
	has(&ended, "next: schedlab doctor says what disturbs this host; when it is quiet "
		    "scripts/run --resume ");
	done(&ended);
}

static void test_empty(void **state)
{
	struct ended ended;

	(void)state;
	start(&ended, FAKE_EMPTY);
	end(&ended);
	assert_int_equal(ended.lines, 5);
	done(&ended);
}

/* Where the folder was is nothing to be told. */
static void test_moved(void **state)
{
	struct ended ended;

	(void)state;
	start(&ended, FAKE_EMPTY);
	assert_int_equal(remove(lab_printf("%s/results.db", ended.directory)), 0);
	end(&ended);
	assert_null(strstr(ended.text, "results: "));
	assert_null(strstr(ended.text, "next: "));
	done(&ended);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_claims),	    cmocka_unit_test(test_not_calibrated),
		cmocka_unit_test(test_many_claims), cmocka_unit_test(test_rows),
		cmocka_unit_test(test_empty),	    cmocka_unit_test(test_moved),
		cmocka_unit_test(test_flagged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
