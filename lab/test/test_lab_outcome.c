/* SPDX-License-Identifier: MIT */
/*
 * Description: from the kinds of a claim's rows to its outcome and its sentence, to the
 * transfer to Tokio and to the agreement of two runs, on rows made by hand.
 */
/* Not check.h, whose struct outcome is the end of a program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "lab/verdict/agree.h"
#include "lab/verdict/outcome.h"
#include "lab/verdict/transfer.h"

#define HEAD \
	"{\"name\":\"c\",\"title\":\"Many beat " \
	"one\",\"axis\":\"a\",\"says\":\"s\",\"source\":\"h\"," \
	"\"question\":\"q\",\"explains\":\"e\",\"changes_our_mind\":\"m\","
#define CONTRAST(name, rest) \
	"{\"name\":\"" name "\",\"a\":\"x\",\"b\":\"y\",\"diff\":\"d\",\"workload\":\"spin\"," \
	"\"margin_percent\":3" rest "}"
#define CARRIES ",\"primary\":true,\"role\":\"carries\",\"predicts\":"
#define SPOKEN	"\"subject\":\"many are\",\"object\":\"one\","

/* What one row is, and what the report says of it. */
static struct verdict row_of(const struct contrast *contrast, enum verdict_kind kind)
{
	static const struct result nothing = { .workload = "spin", .params = "" };

	return (struct verdict){
		.result = &nothing,
		.contrast = contrast,
		.kind = kind,
		.word = verdict_kind_name(kind),
		.measure = measure_time(),
		.because = "",
		.pair_count = 40,
		.used = 40,
		.low = NAN,
		.high = NAN,
		.margin = log(1.03),
	};
}

/* A claim of these contrasts, one row each; -1: the set lacks it. */
static struct claim_answer answer_of(const char *members, const char *contrasts, const int *kinds)
{
	struct verdict rows[8];
	struct verdicts verdicts = { .rows = rows };
	struct claim claim;

	assert_int_equal(claim_parse(&claim,
				     lab_printf(HEAD "%s\"contrasts\":[%s]}", members, contrasts),
				     "here"),
			 0);
	for (size_t i = 0; i < claim.count; i++)
		if (kinds[i] >= 0)
			rows[verdicts.count++] = row_of(&claim.contrasts[i],
							(enum verdict_kind)kinds[i]);
	return claim_answer(&claim, &verdicts);
}

static void expect_outcome(const char *contrasts, const int *kinds, enum outcome wanted)
{
	struct claim_answer answer = answer_of("\"decided_by\":\"timing\",", contrasts, kinds);

	if (answer.outcome != wanted)
		print_error("%d %d %d: %s\n", kinds[0], kinds[1], kinds[2], answer.sentence);
	assert_int_equal(answer.outcome, wanted);
}

#define ABSENT (-1)

/* One carrier that predicts faster: every kind. */
static void test_one_carrier(void **state)
{
	static const enum outcome wanted[VERDICT_KINDS] = {
		[FASTER] = OUTCOME_HOLDS,
		[FASTER_AT_LEAST] = OUTCOME_HOLDS_UNSIZED,
		[SLIGHTLY_FASTER] = OUTCOME_HOLDS_SMALL,
		[EQUIVALENT] = OUTCOME_FAILS,
		[NOT_SLOWER] = OUTCOME_OPEN,
		[NOT_FASTER] = OUTCOME_FAILS,
		[SLIGHTLY_SLOWER] = OUTCOME_FAILS,
		[SLOWER_AT_LEAST] = OUTCOME_FAILS,
		[SLOWER] = OUTCOME_OPPOSITE,
		[UNDECIDED] = OUTCOME_OPEN,
		[DEPENDS] = OUTCOME_DEPENDS,
		[NOT_EXERCISED] = OUTCOME_OPEN,
		[NOT_DECIDABLE] = OUTCOME_NOT_DECIDABLE,
		[INVALID] = OUTCOME_INVALID,
	};

	(void)state;
	for (int kind = 0; kind < VERDICT_KINDS; kind++)
		expect_outcome(CONTRAST("p", CARRIES "\"faster\""), (int[]){ kind, 0, 0 },
			       wanted[kind]);
	expect_outcome(CONTRAST("p", CARRIES "\"faster\""), (int[]){ ABSENT, 0, 0 },
		       OUTCOME_UNMEASURED);
}

/* A claim of no difference is not small, and nothing is its opposite. */
static void test_other_predictions(void **state)
{
	static const struct {
		const char *contrast;
		int kind;
		enum outcome wanted;
	} cases[] = {
		{ CONTRAST("p", CARRIES "\"equivalent\""), EQUIVALENT, OUTCOME_HOLDS },
		{ CONTRAST("p", CARRIES "\"equivalent\""), SLIGHTLY_SLOWER, OUTCOME_HOLDS },
		{ CONTRAST("p", CARRIES "\"equivalent\""), SLOWER, OUTCOME_FAILS },
		{ CONTRAST("p", CARRIES "\"equivalent\""), SLOWER_AT_LEAST, OUTCOME_OPEN },
		{ CONTRAST("p", CARRIES "\"not slower\""), FASTER, OUTCOME_HOLDS },
		{ CONTRAST("p", CARRIES "\"not slower\""), FASTER_AT_LEAST, OUTCOME_HOLDS },
		{ CONTRAST("p", CARRIES "\"not slower\""), SLIGHTLY_FASTER, OUTCOME_HOLDS },
		{ CONTRAST("p", CARRIES "\"not slower\""), SLOWER, OUTCOME_FAILS },
		{ CONTRAST("p", CARRIES "\"not faster\""), FASTER, OUTCOME_FAILS },
		{ CONTRAST("p", CARRIES "\"slower\""), SLOWER, OUTCOME_HOLDS },
		{ CONTRAST("p", CARRIES "\"slower\""), SLOWER_AT_LEAST, OUTCOME_HOLDS_UNSIZED },
		{ CONTRAST("p", CARRIES "\"slower\""), FASTER_AT_LEAST, OUTCOME_FAILS },
		{ CONTRAST("p", CARRIES "\"slower\""), SLIGHTLY_FASTER, OUTCOME_FAILS },
		{ CONTRAST("p", CARRIES "\"slower\""), FASTER, OUTCOME_OPPOSITE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_outcome(cases[i].contrast, (int[]){ cases[i].kind, 0, 0 }, cases[i].wanted);
}

#define TWO CONTRAST("p", CARRIES "\"faster\"") "," CONTRAST("q", CARRIES "\"faster\"")

#define MIRRORED CONTRAST("p", CARRIES "\"slower\"") "," CONTRAST("q", CARRIES "\"slower\"")

/* What one row means for "faster": beyond the margin (H), at least (U), slightly (S), refuted
 * (R), beyond it the other way (O), depends (D), invalid (I), another host (B), open (N),
 * absent (A). */
static const char meanings[] = "HUSRODIBNA";

static char meaning_of(int kind)
{
	static const char of[VERDICT_KINDS] = {
		[FASTER] = 'H',		 [FASTER_AT_LEAST] = 'U', [SLIGHTLY_FASTER] = 'S',
		[EQUIVALENT] = 'R',	 [NOT_SLOWER] = 'N',	  [NOT_FASTER] = 'R',
		[SLIGHTLY_SLOWER] = 'R', [SLOWER_AT_LEAST] = 'R', [SLOWER] = 'O',
		[UNDECIDED] = 'N',	 [DEPENDS] = 'D',	  [NOT_EXERCISED] = 'N',
		[NOT_DECIDABLE] = 'B',	 [INVALID] = 'I',
	};

	return kind == ABSENT ? 'A' : of[kind];
}

/* Of a claim with two carriers: h holds, u size open, s small, f fails, o opposite, d depends,
 * i invalid, b not decidable here, n open, a unmeasured. */
static char outcome_of_two(int first, int second)
{
	/*		    H U S R O D I B N A */
	static const char *const wanted[] = { "husdddibnn", "uusdddibnn", "sssdddibnn",
					      "dddffdifff", "dddfodifff", "ddddddiddd",
					      "iiiiiiiiii", "bbbffdibbb", "nnnffdibnn",
					      "nnnffdibna" };
	size_t row = (size_t)(strchr(meanings, meaning_of(first)) - meanings);

	return wanted[row][strchr(meanings, meaning_of(second)) - meanings];
}

static enum outcome outcome_for(char letter)
{
	static const char letters[] = "hsufodbnia";

	return (enum outcome)(strchr(letters, letter) - letters);
}

/* Seen from the other side. */
static int mirrored(int kind)
{
	static const int of[] = { SLOWER,	   SLOWER_AT_LEAST, SLIGHTLY_SLOWER,
				  EQUIVALENT,	   NOT_FASTER,	    NOT_SLOWER,
				  SLIGHTLY_FASTER, FASTER_AT_LEAST, FASTER };

	return kind >= 0 && kind <= SLOWER ? of[kind] : kind;
}

/* Every two kinds, in either order and of either direction. */
static void test_two_carriers(void **state)
{
	(void)state;
	for (int first = ABSENT; first < VERDICT_KINDS; first++)
		for (int second = ABSENT; second < VERDICT_KINDS; second++) {
			enum outcome wanted = outcome_for(outcome_of_two(first, second));

			expect_outcome(TWO, (int[]){ first, second, 0 }, wanted);
			expect_outcome(MIRRORED, (int[]){ mirrored(first), mirrored(second), 0 },
				       wanted);
		}
}

#define THREE TWO "," CONTRAST("r", CARRIES "\"faster\"")

/* What is small stays small; the opposite takes each of them. */
static void test_three_carriers(void **state)
{
	(void)state;
	expect_outcome(THREE, (int[]){ FASTER, SLIGHTLY_FASTER, FASTER_AT_LEAST },
		       OUTCOME_HOLDS_SMALL);
	expect_outcome(THREE, (int[]){ FASTER, FASTER, FASTER_AT_LEAST }, OUTCOME_HOLDS_UNSIZED);
	expect_outcome(THREE, (int[]){ FASTER, FASTER, FASTER }, OUTCOME_HOLDS);
	expect_outcome(THREE, (int[]){ SLOWER, SLOWER, SLOWER_AT_LEAST }, OUTCOME_FAILS);
	expect_outcome(THREE, (int[]){ SLOWER, SLOWER, SLOWER }, OUTCOME_OPPOSITE);
}

#define CONTROLLED \
	CONTRAST("p", CARRIES "\"faster\"") \
	"," CONTRAST("q", ",\"role\":\"control\",\"predicts\":\"slower\"")

/* Whatever the carrier says counts only if the control came out as it must. */
static void test_control(void **state)
{
	static const struct {
		int kinds[3];
		enum outcome wanted;
	} cases[] = {
		{ { FASTER, SLOWER }, OUTCOME_HOLDS },
		{ { FASTER, SLIGHTLY_SLOWER }, OUTCOME_HOLDS },
		{ { FASTER, SLOWER_AT_LEAST }, OUTCOME_HOLDS },
		{ { FASTER_AT_LEAST, SLOWER }, OUTCOME_HOLDS_UNSIZED },
		{ { FASTER, NOT_EXERCISED }, OUTCOME_OPEN },
		{ { FASTER, NOT_DECIDABLE }, OUTCOME_OPEN },
		{ { NOT_DECIDABLE, SLOWER }, OUTCOME_NOT_DECIDABLE },
		{ { EQUIVALENT, SLOWER }, OUTCOME_FAILS },
		{ { FASTER, EQUIVALENT }, OUTCOME_OPEN },
		{ { EQUIVALENT, FASTER }, OUTCOME_OPEN },
		{ { EQUIVALENT, UNDECIDED }, OUTCOME_OPEN },
		{ { SLOWER, ABSENT }, OUTCOME_OPEN },
		{ { FASTER, INVALID }, OUTCOME_INVALID },
		{ { ABSENT, SLOWER }, OUTCOME_UNMEASURED },
	};
	struct claim_answer answer;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_outcome(CONTROLLED, cases[i].kinds, cases[i].wanted);
	answer = answer_of("\"decided_by\":\"timing\",", CONTROLLED, (int[]){ FASTER, EQUIVALENT });
	assert_string_equal(
		answer.sentence,
		"Many beat one: open: its control q came out equivalent, and must be slower.");
}

/* What predicts nothing fulfils nothing, whatever it came out as. */
static void test_nothing_predicted(void **state)
{
	(void)state;
	for (int kind = 0; kind < NOT_EXERCISED; kind++)
		expect_outcome(CONTRAST("p", ",\"primary\":true,\"predicts\":\"none\""),
			       (int[]){ kind, 0, 0 }, OUTCOME_OPEN);
	/* Sets from before there were roles. */
	expect_outcome(CONTRAST("p", ",\"primary\":true,\"predicts\":\"faster\"") "," CONTRAST(
			       "q", ",\"primary\":true,\"predicts\":\"none\"") "," CONTRAST("r",
											    ""),
		       (int[]){ FASTER, SLOWER, EQUIVALENT }, OUTCOME_HOLDS);
}

static void expect_sentence(const char *members, const char *contrasts, const int *kinds,
			    const char *wanted)
{
	assert_string_equal(answer_of(members, contrasts, kinds).sentence, wanted);
}

static void test_sentences(void **state)
{
	static const char timing[] = SPOKEN "\"decided_by\":\"timing\",";
	static const char one[] = CONTRAST("p", CARRIES "\"faster\"");

	(void)state;
	expect_sentence(timing, one, (int[]){ FASTER },
			"Many are faster than one here: faster in spin.");
	expect_sentence(timing, one, (int[]){ SLIGHTLY_FASTER },
			"Many are faster than one here, but the difference is small: slightly "
			"faster in spin.");
	expect_sentence(timing, one, (int[]){ FASTER_AT_LEAST },
			"Many are faster than one here, but the size of the difference is open: "
			"faster by at least in spin.");
	expect_sentence(timing, one, (int[]){ SLOWER_AT_LEAST },
			"Many are not faster than one here: slower by at least in spin.");
	expect_sentence(timing, one, (int[]){ EQUIVALENT },
			"Many are not faster than one here: equivalent in spin.");
	expect_sentence(
		timing, one, (int[]){ SLOWER },
		"Many are slower than one here, the opposite of the claim: slower in spin.");
	expect_sentence(
		timing, TWO, (int[]){ FASTER, EQUIVALENT },
		"Whether many are faster than one depends on what is compared: faster in spin (p); "
		"but equivalent in spin (q).");
	expect_sentence(timing, one, (int[]){ NOT_DECIDABLE },
			"Whether many are faster than one is not decidable here: spin.");
	expect_sentence(timing, one, (int[]){ ABSENT },
			"Whether many are faster than one was not measured.");
	expect_sentence(timing, CONTRAST("p", CARRIES "\"not slower\""), (int[]){ SLOWER },
			"Many are slower than one here: slower in spin.");
	expect_sentence("\"decided_by\":\"inspection\",\"finding\":\"No.\",\"holds\":false,", "",
			NULL, "Many beat one: does not hold, by inspection: No.");
	expect_sentence(
		"\"decided_by\":\"model check\",\"finding\":\"No run loses a task\",\"engine\":"
		"\"GenMC\",\"bound\":\"3 threads\",\"complete\":true,\"holds\":true,",
		"", NULL,
		"Many beat one: holds, by model check: No run loses a task (of our "
		"re-implementation, not of Tokio itself; GenMC, 3 threads, complete).");
}

/* What an open claim would take: the fewest and the most pairs, layouts, a quiet machine. */
static void test_needs(void **state)
{
	struct verdict rows[4];
	struct verdicts verdicts = { .rows = rows, .count = 4, .provisional = "A/A: too few" };
	struct claim claim;
	const char *text = HEAD SPOKEN "\"decided_by\":\"timing\",\"contrasts\":[" TWO "," CONTRAST(
		"r", CARRIES "\"faster\"") "," CONTRAST("s", CARRIES "\"faster\"") "]}";

	(void)state;
	assert_int_equal(claim_parse(&claim, text, "here"), 0);
	for (size_t i = 0; i < 4; i++)
		rows[i] = row_of(&claim.contrasts[i], UNDECIDED);
	rows[0].pairs_needed = 60;
	rows[1].pairs_needed = 120;
	rows[2].layouts_why = "no layout A/A pairs";
	rows[3].flagged = 30;
	assert_string_equal(
		claim_answer(&claim, &verdicts).sentence,
		"Whether many are faster than one is open: it would take about 60 to 120 "
		"pairs a row; it would take layout A/A pairs of both arms (r); it would "
		"take a quiet machine (s).");
	for (size_t i = 0; i < 4; i++)
		rows[i] = row_of(&claim.contrasts[i], FASTER);
	rows[0].word = "provisional: faster by at least 4 %";
	assert_string_equal(claim_answer(&claim, &verdicts).word, "provisional: holds here");
	assert_string_equal(
		claim_answer(&claim, &verdicts).sentence,
		"Provisional: Many are faster than one here: faster by at least 4 % in "
		"spin (p); faster in spin (q); faster in spin (r); faster in spin (s).");
}

/* -------------------------------------------------------------- transfer -- */

#define PEER \
	"{\"name\":\"real\",\"a\":\"x\",\"b\":\"y\",\"diff\":\"d\",\"workload\":\"spin\"," \
	"\"margin_percent\":3}"
#define TWIN CONTRAST("twin", ",\"transfers\":\"real\"")

static void put_interval(struct verdict *row, double low, double high, enum verdict_kind kind)
{
	row->kind = kind;
	row->low = log(low);
	row->high = log(high);
}

static void expect_transfer(struct verdicts *verdicts, double low, double high,
			    enum verdict_kind kind, enum transfer wanted, enum outcome outcome)
{
	put_interval(&verdicts->rows[1], low, high, kind);
	assert_int_equal(verdict_transfer(&verdicts->rows[1], verdicts).transfer, wanted);
	assert_int_equal(claim_answer(&verdicts->claims.claims[0], verdicts).outcome, outcome);
}

/* Tokio's effect is [1.10, 1.12], the margin 5 %. */
static void test_transfer(void **state)
{
	struct verdict rows[2];
	struct claim claim;
	struct verdicts verdicts = { .rows = rows, .count = 2, .claims = { &claim, 1 } };

	(void)state;
	assert_int_equal(claim_parse(&claim,
				     HEAD "\"decided_by\":\"timing\",\"contrasts\":[" PEER "," TWIN
					  "]}",
				     "here"),
			 0);
	rows[0] = row_of(&claim.contrasts[0], SLOWER);
	rows[1] = row_of(&claim.contrasts[1], SLOWER);
	put_interval(&rows[0], 1.10, 1.12, SLOWER);
	expect_transfer(&verdicts, 1.09, 1.13, SLOWER, TRANSFER_AGREES, OUTCOME_HOLDS);
	expect_transfer(&verdicts, 1.05, 1.17, SLOWER, TRANSFER_OPEN, OUTCOME_OPEN);
	expect_transfer(&verdicts, 1.20, 1.22, SLOWER, TRANSFER_CONTRADICTS, OUTCOME_FAILS);
	expect_transfer(&verdicts, 1.13, 1.14, SLOWER, TRANSFER_AGREES, OUTCOME_HOLDS);
	expect_transfer(&verdicts, 0.98, 0.99, SLIGHTLY_FASTER, TRANSFER_CONTRADICTS,
			OUTCOME_FAILS);
	expect_transfer(&verdicts, NAN, NAN, UNDECIDED, TRANSFER_OPEN, OUTCOME_OPEN);
	/* A word that is withheld has an interval, and says nothing. */
	expect_transfer(&verdicts, 1.09, 1.13, UNDECIDED, TRANSFER_OPEN, OUTCOME_OPEN);
	rows[0].used = 0;
	expect_transfer(&verdicts, 1.09, 1.13, SLOWER, TRANSFER_NOT_SHOWN, OUTCOME_UNMEASURED);
	/* Opposite directions contradict within the margin, too. */
	rows[0].used = 40;
	put_interval(&rows[0], 1.005, 1.01, SLIGHTLY_SLOWER);
	expect_transfer(&verdicts, 0.99, 0.995, SLIGHTLY_FASTER, TRANSFER_CONTRADICTS,
			OUTCOME_FAILS);
}

#define SECOND_PEER \
	"{\"name\":\"real2\",\"a\":\"x\",\"b\":\"y\",\"diff\":\"d\",\"workload\":\"spin\"," \
	"\"margin_percent\":3}"
#define SECOND_TWIN CONTRAST("twin2", CARRIES "\"faster\",\"transfers\":\"real2\"")

/* Of two transfers each ends in one way; what its carrier says does not count. */
static void test_two_transfers(void **state)
{
	static const struct {
		double low, high; /* of the second twin; 0: it was not measured */
		enum outcome wanted;
	} cases[] = {
		{ 1.09, 1.13, OUTCOME_HOLDS },
		{ 1.05, 1.17, OUTCOME_OPEN },
		{ 1.20, 1.22, OUTCOME_FAILS },
		{ 0, 0, OUTCOME_OPEN },
	};
	struct verdict rows[4];
	struct claim claim;
	struct verdicts verdicts = { .rows = rows, .count = 4, .claims = { &claim, 1 } };
	const char *text = HEAD "\"decided_by\":\"timing\",\"contrasts\":[" PEER "," TWIN
				"," SECOND_PEER "," SECOND_TWIN "]}";

	(void)state;
	assert_int_equal(claim_parse(&claim, text, "here"), 0);
	for (size_t i = 0; i < 4; i++) {
		rows[i] = row_of(&claim.contrasts[i], SLOWER);
		put_interval(&rows[i], 1.10, 1.12, SLOWER);
	}
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		put_interval(&rows[3], cases[i].low, cases[i].high, SLOWER);
		rows[3].used = cases[i].low > 0 ? 40 : 0;
		assert_int_equal(claim_answer(&claim, &verdicts).outcome, cases[i].wanted);
	}
	assert_string_equal(claim_answer(&claim, &verdicts).sentence,
			    "Many beat one: open: not measured beside Tokio: twin2.");
}

/* ------------------------------------------------------------- agreement -- */

static void test_agreement(void **state)
{
	struct verdict a = row_of(NULL, FASTER), b = a, c = a;
	const struct verdict *const three[] = { &a, &b, &c };
	const struct verdict *const apart[] = { &a, NULL };

	(void)state;
	put_interval(&a, 0.90, 0.95, FASTER);
	put_interval(&b, 0.92, 0.99, FASTER_AT_LEAST);
	assert_int_equal(verdict_agreement(&a, &b), AGREEMENT_SAME);
	put_interval(&b, 0.94, 1.05, UNDECIDED);
	assert_int_equal(verdict_agreement(&a, &b), AGREEMENT_OVERLAPS);
	put_interval(&b, 0.96, 0.99, FASTER_AT_LEAST);
	assert_int_equal(verdict_agreement(&a, &b), AGREEMENT_DISJOINT);
	put_interval(&b, 0.98, 1.01, EQUIVALENT);
	assert_int_equal(verdict_agreement(&a, &b), AGREEMENT_DISJOINT);
	put_interval(&b, 1.001, 1.09, SLOWER_AT_LEAST);
	assert_int_equal(verdict_agreement(&a, &b), AGREEMENT_OPPOSITE);
	assert_int_equal(verdict_agreement(&a, NULL), AGREEMENT_MISSING);
	c.kind = UNDECIDED;
	assert_int_equal(verdict_agreement(&a, &c), AGREEMENT_NO_INTERVAL);
	assert_int_equal(verdicts_agree(three, 3), AGREEMENT_OPPOSITE);
	assert_int_equal(verdicts_agree(three, 1), AGREEMENT_MISSING);
	assert_int_equal(verdicts_agree(apart, 2), AGREEMENT_MISSING);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_carrier),  cmocka_unit_test(test_other_predictions),
		cmocka_unit_test(test_two_carriers), cmocka_unit_test(test_three_carriers),
		cmocka_unit_test(test_control),	     cmocka_unit_test(test_nothing_predicted),
		cmocka_unit_test(test_sentences),    cmocka_unit_test(test_needs),
		cmocka_unit_test(test_transfer),     cmocka_unit_test(test_two_transfers),
		cmocka_unit_test(test_agreement),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
