/* SPDX-License-Identifier: MIT */
/*
 * Description: the two questions that compare rows, does Tokio agree and do two runs, at the ends
 * of margins and intervals, on rows made by hand.
 */
#include "hand_claim.h"

#include <string.h>

#include "lab/verdict/agree.h"
#include "lab/verdict/rows.h"
#include "lab/verdict/transfer.h"
#include "near.h"

/* -------------------------------------------------------------- transfer -- */

#define TWIN(name, of) CONTRAST(name, ",\"transfers\":\"" of "\"")
#define TRANSFERS      TIMING CONTRAST("real", "") "," TWIN("twin", "real") "," TWIN("lost", "gone") "]}"

static void put(struct verdict *row, enum verdict_kind kind, double low, double high)
{
	row->kind = kind;
	row->low = low;
	row->high = high;
}

/* Both ends of the margin are within it. */
static void test_transfer_bounds(void **state)
{
	const double margin = log1p(.05), just = 1e-9;
	const struct {
		double low, high; /* of the twin, where Tokio's is 0 */
		enum transfer wanted;
	} cases[] = {
		{ -margin, margin, TRANSFER_AGREES },
		{ -margin, margin + just, TRANSFER_OPEN },
		{ -margin - just, margin, TRANSFER_OPEN },
		{ margin, margin + 1, TRANSFER_OPEN },
		{ margin + just, margin + 1, TRANSFER_CONTRADICTS },
		{ -margin - 1, -margin, TRANSFER_OPEN },
		{ -margin - 1, -margin - just, TRANSFER_CONTRADICTS },
	};
	struct verdict rows[2];
	struct claim claim;
	struct verdicts verdicts = { .rows = rows, .count = 2 };

	(void)state;
	parse(&claim, TRANSFERS);
	for (size_t i = 0; i < 2; i++)
		rows[i] = row_of(&claim.contrasts[i], EQUIVALENT);
	put(&rows[0], EQUIVALENT, 0, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		put(&rows[1], EQUIVALENT, cases[i].low, cases[i].high);
		assert_int_equal(verdict_transfer(&rows[1], &verdicts).transfer, cases[i].wanted);
	}
}

/* Of a row that transfers, beside one with pairs, of the same measure, as a ratio. */
static void test_transfer_of(void **state)
{
	struct verdict rows[3];
	struct claim claim;
	struct verdicts verdicts = { .rows = rows, .count = 3 };
	struct transfer_answer answer;

	(void)state;
	parse(&claim, TRANSFERS);
	for (size_t i = 0; i < 3; i++) {
		rows[i] = row_of(&claim.contrasts[i], SLOWER);
		put(&rows[i], SLOWER, .5, .7);
	}
	rows[0].low = .4;
	rows[0].high = .45;
	answer = verdict_transfer(&rows[1], &verdicts);
	NEAR(answer.low, .5 - .45);
	NEAR(answer.high, .7 - .4);
	NEAR(answer.margin, log1p(.05));
	assert_ptr_equal(answer.real, &rows[0]);
	assert_int_equal(verdict_transfer(&rows[0], &verdicts).transfer, TRANSFER_NOT_SHOWN);
	assert_int_equal(verdict_transfer(&rows[2], &verdicts).transfer, TRANSFER_NOT_SHOWN);
	assert_null(verdict_transfer(&rows[2], &verdicts).real);
	rows[1].used = 0;
	assert_int_equal(verdict_transfer(&rows[1], &verdicts).transfer, TRANSFER_NOT_SHOWN);
	rows[1].used = 40;
	rows[1].measure = measure_find("cpu_ns");
	assert_int_equal(verdict_transfer(&rows[1], &verdicts).transfer, TRANSFER_NOT_SHOWN);
	rows[0].measure = rows[1].measure;
	assert_int_equal(verdict_transfer(&rows[1], &verdicts).transfer, TRANSFER_CONTRADICTS);
	rows[0].measure = rows[1].measure = measure_find("parks"); /* an amount is no part */
	assert_int_equal(verdict_transfer(&rows[1], &verdicts).transfer, TRANSFER_NOT_SHOWN);
	rows[1] = row_of(NULL, SLOWER);
	assert_int_equal(verdict_transfer(&rows[1], &verdicts).transfer, TRANSFER_NOT_SHOWN);
}

static const char *transferred(enum verdict_kind real, double real_at, enum verdict_kind twin,
			       double twin_at)
{
	struct verdict rows[3];
	struct claim claim;
	struct verdicts verdicts = { .rows = rows, .count = 3 };

	parse(&claim, TRANSFERS);
	rows[0] = row_of(&claim.contrasts[0], real);
	rows[1] = row_of(&claim.contrasts[1], twin);
	rows[2] = row_of(&claim.contrasts[2], SLOWER);
	put(&rows[0], real, real_at, real_at);
	put(&rows[1], twin, twin_at, twin_at);
	rows[0].because = "why real";
	rows[1].because = "why twin";
	return claim_answer(&claim, &verdicts).sentence;
}

static void test_transfer_texts(void **state)
{
	(void)state;
	assert_string_equal(transferred(SLOWER, log(1.2), SLOWER, log(1.23)),
			    "New beats old: open: not measured beside Tokio: lost.");
	assert_string_equal(
		transferred(SLOWER, log(1.2), FASTER, log(.9)),
		"New beats old: does not hold here: Tokio is contradicted by twin (the effects "
		"differ by -25 % to -25 % where both intervals hold, margin 5 %).");
	assert_string_equal(transferred(SLOWER, NAN, SLOWER, log(1.2)),
			    "New beats old: open: it would take words or narrower intervals for "
			    "twin (Tokio's: why real).");
	assert_string_equal(transferred(SLOWER, log(1.2), UNDECIDED, log(1.2)),
			    "New beats old: open: it would take words or narrower intervals for "
			    "twin (the twin's: why twin).");
	assert_string_equal(transferred(UNDECIDED, log(1.2), UNDECIDED, log(1.2)),
			    "New beats old: open: it would take words or narrower intervals for "
			    "twin (the twin's: why twin).");
}

static void test_transfer_text(void **state)
{
	const double margin = log1p(.05);
	struct verdict real = row_of(NULL, EQUIVALENT);
	struct transfer_answer answer = { TRANSFER_AGREES, &real, log1p(-.01445), log1p(.02445),
					  margin };

	(void)state;
	put(&real, SLOWER, -margin, margin + 1e-9);
	assert_string_equal(
		transfer_text(&answer),
		"the effects differ by -1.4 % to +2.4 % where both intervals hold, margin "
		"5 %");
	put(&real, SLOWER, -margin - 1e-9, margin);
	assert_null(strstr(transfer_text(&answer), ";"));
	put(&real, EQUIVALENT, -margin, margin);
	assert_string_equal(
		transfer_text(&answer),
		"the effects differ by -1.4 % to +2.4 % where both intervals hold, margin 5 "
		"%; Tokio's own is within that, so a twin without any would agree as "
		"well");
	answer.transfer = TRANSFER_OPEN;
	assert_null(strstr(transfer_text(&answer), ";"));
	answer.low = NAN;
	assert_string_equal(transfer_text(&answer),
			    "the difference of the effects is not known, margin 5 %");
	assert_string_equal(transfer_name(TRANSFER_AGREES), "agrees with Tokio");
	assert_string_equal(transfer_name(TRANSFER_NOT_SHOWN), "transfer to Tokio not shown");
}

/* ------------------------------------------------------------- agreement -- */

/* An undecided row is readable if its interval says no word either. */
static void test_readable(void **state)
{
	static const struct {
		enum verdict_kind kind;
		double low, high;
		bool readable;
	} cases[] = {
		{ FASTER, -.2, -.1, true },	   { FASTER, NAN, -.1, false },
		{ FASTER, -.2, NAN, false },	   { UNDECIDED, -.2, -.1, false },
		{ UNDECIDED, -.2, .2, true },	   { UNDECIDED, -.001, .001, false },
		{ DEPENDS, -.2, .2, false },	   { INVALID, -.2, .2, false },
		{ NOT_EXERCISED, -.2, .2, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct verdict row = row_of(NULL, FASTER);

		put(&row, cases[i].kind, cases[i].low, cases[i].high);
		assert_int_equal(verdict_is_readable(&row), cases[i].readable);
	}
}

/* Intervals that touch overlap, on either side. */
static void test_overlap(void **state)
{
	static const struct {
		double low, high;
		enum agreement wanted;
	} cases[] = {
		{ -.2, -.15, AGREEMENT_OVERLAPS },  { -.2, -.151, AGREEMENT_DISJOINT },
		{ -.1, -.05, AGREEMENT_OVERLAPS },  { -.099, -.05, AGREEMENT_DISJOINT },
		{ -.13, -.12, AGREEMENT_OVERLAPS }, { -.5, .5, AGREEMENT_OVERLAPS },
	};
	struct verdict row = row_of(NULL, FASTER), other = row_of(NULL, NOT_SLOWER);

	(void)state;
	put(&row, FASTER, -.15, -.1);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		put(&other, NOT_SLOWER, cases[i].low, cases[i].high);
		assert_int_equal(verdict_agreement(&row, &other), cases[i].wanted);
		assert_int_equal(verdict_agreement(&other, &row), cases[i].wanted);
	}
	other.measure = measure_find("parks");
	assert_int_equal(verdict_agreement(&row, &other), AGREEMENT_MISSING);
	assert_int_equal(verdict_agreement(NULL, &row), AGREEMENT_MISSING);
	other = row_of(NULL, UNDECIDED);
	put(&other, UNDECIDED, -.15, -.1);
	assert_int_equal(verdict_agreement(&other, &row), AGREEMENT_NO_INTERVAL);
	assert_int_equal(verdict_agreement(&row, &other), AGREEMENT_NO_INTERVAL);
}

/* Of three runs the two that agree least. */
static void test_worst(void **state)
{
	struct verdict near_one = row_of(NULL, FASTER), same = near_one, far = near_one;
	const struct verdict *rows[] = { &near_one, &far, &same };
	const struct verdict *last[] = { &near_one, &same, &far };
	const struct verdict *gaps[] = { NULL, &near_one, &same };

	(void)state;
	put(&near_one, FASTER, -.2, -.1);
	put(&same, FASTER, -.2, -.1);
	put(&far, FASTER, -.9, -.8);
	assert_int_equal(verdicts_agree(rows, 3), AGREEMENT_DISJOINT);
	assert_int_equal(verdicts_agree(last, 3), AGREEMENT_DISJOINT);
	assert_int_equal(verdicts_agree(last, 2), AGREEMENT_SAME);
	assert_int_equal(verdicts_agree(gaps, 3), AGREEMENT_SAME);
	assert_int_equal(verdicts_agree(gaps, 2), AGREEMENT_MISSING);
	assert_int_equal(verdicts_agree(gaps, 0), AGREEMENT_MISSING);
}

#define FOUR \
	TIMING CARRIER("p") "," CARRIER( \
		"q") ",{\"name\":\"r\",\"a\":\"x\",\"b\":\"y\",\"diff\":" \
		     "\"d\",\"workload\":\"spin\",\"margin_percent\":3}," CARRIER("s") "]}"

/* Primary rows and others by themselves; equal words only of rows that both have, and words
 * that agree only of rows that both decided. */
static void test_sums(void **state)
{
	struct verdict rows[5], others[4];
	struct verdicts one = { .rows = rows, .count = 5 }, two = { .rows = others, .count = 3 };
	struct agreement_sums sums;
	struct claim claim;

	(void)state;
	parse(&claim, FOUR);
	for (size_t i = 0; i < 4; i++) {
		rows[i] = row_of(&claim.contrasts[i], FASTER);
		put(&rows[i], FASTER, -.2, -.1);
		others[i] = rows[i];
	}
	rows[4] = row_of(NULL, FASTER);
	put(&others[1], FASTER_AT_LEAST, -.15, -.01);
	sums = verdicts_sum_agreement(&one, &two, true);
	assert_int_equal(sums.rows[AGREEMENT_SAME], 2);
	assert_int_equal(sums.rows[AGREEMENT_MISSING], 1);
	assert_int_equal(sums.both, 2);
	assert_int_equal(sums.decided, 2);
	assert_int_equal(sums.agreed, 2);
	assert_int_equal(sums.equal_words, 1);
	put(&others[1], FASTER, -.5, -.4);
	put(&others[0], UNDECIDED, -.2, .2);
	sums = verdicts_sum_agreement(&one, &two, true);
	assert_int_equal(sums.rows[AGREEMENT_OVERLAPS], 1); /* which are no agreement on a word */
	assert_int_equal(sums.rows[AGREEMENT_DISJOINT], 1);
	assert_int_equal(sums.both, 2);
	assert_int_equal(sums.decided, 1);
	assert_int_equal(sums.agreed, 0);
	sums = verdicts_sum_agreement(&one, &two, false);
	assert_int_equal(sums.rows[AGREEMENT_SAME], 1);
	assert_int_equal(sums.both, 1);
	assert_int_equal(sums.equal_words, 1);
	others[2].measure = measure_find("parks");
	sums = verdicts_sum_agreement(&one, &two, false);
	assert_int_equal(sums.rows[AGREEMENT_MISSING], 1);
	assert_int_equal(sums.both, 0);
}

static void test_find_row(void **state)
{
	struct verdict rows[3];
	struct verdicts verdicts = { .rows = rows, .count = 3 };
	struct claim claim;

	(void)state;
	parse(&claim, FOUR);
	rows[0] = row_of(NULL, FASTER);
	rows[1] = row_of(&claim.contrasts[1], FASTER);
	rows[2] = row_of(&claim.contrasts[2], FASTER);
	assert_ptr_equal(verdicts_row(&verdicts, "c", "r"), &rows[2]);
	assert_ptr_equal(verdicts_row(&verdicts, "c", "q"), &rows[1]);
	assert_null(verdicts_row(&verdicts, "c", "p"));
	assert_null(verdicts_row(&verdicts, "b", "q"));
	assert_string_equal(agreement_name(AGREEMENT_SAME), "same direction, overlapping");
	assert_string_equal(agreement_name(AGREEMENT_OPPOSITE), "opposite");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_transfer_bounds), cmocka_unit_test(test_transfer_of),
		cmocka_unit_test(test_transfer_texts),	cmocka_unit_test(test_transfer_text),
		cmocka_unit_test(test_readable),	cmocka_unit_test(test_overlap),
		cmocka_unit_test(test_worst),		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_find_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
