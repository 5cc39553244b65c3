/* SPDX-License-Identifier: MIT */
/*
 * Description: what a claim's rows make of its sentence, part by part, on rows made by hand.
 */
#include "hand_claim.h"

#define SPOKEN	      HEAD("\"decided_by\":\"timing\",\"subject\":\"news are\",\"object\":\"olds\",")
#define CONTROL(name) CONTRAST(name, ",\"role\":\"control\",\"predicts\":\"slower\"")
#define IN_CELL	      ",\"params\":{\"kib\":4,\"n\":2},\"role\":\"carries\",\"predicts\":\"faster\""

/* -------------------------------------------------------------- sentences -- */

struct said {
	const char *claim;
	struct verdict
		rows[3]; /* kinds, words and what else matters; pair_count 0 and no kind: none */
	const char *sentence;
};

static void expect_said(const struct said *said)
{
	struct verdict rows[3];
	struct verdicts verdicts = { .rows = rows };
	struct claim claim;
	struct claim_answer answer;

	parse(&claim, said->claim);
	for (size_t i = 0; i < claim.count; i++) {
		struct verdict row = row_of(&claim.contrasts[i], said->rows[i].kind);

		row.word = said->rows[i].word;
		row.because = said->rows[i].because;
		row.flagged = said->rows[i].flagged;
		row.pairs_needed = said->rows[i].pairs_needed;
		row.layouts_why = said->rows[i].layouts_why;
		if (!said->rows[i].cut) /* it has no row */
			rows[verdicts.count++] = row;
	}
	answer = claim_answer(&claim, &verdicts);
	assert_string_equal(answer.sentence, said->sentence);
}

#define EACH(cases) \
	for (size_t i = 0; i < sizeof(cases) / sizeof((cases)[0]); i++) \
	expect_said(&(cases)[i])

/* What is compared, where, and why. */
static void test_parts(void **state)
{
	static const struct said cases[] = {
		{ TIMING CONTRAST("p", IN_CELL) "]}",
		  { { .kind = FASTER, .word = "provisional: faster by 7 %" } },
		  "New beats old: holds here: faster by 7 % in spin, kib=4 n=2." },
		{ TIMING CONTRAST("p", IN_CELL) "]}",
		  { { .kind = NOT_DECIDABLE, .because = "needs 4 CPUs" } },
		  "New beats old: not decidable here: spin, kib=4 n=2, needs 4 CPUs." },
		{ TIMING CARRIER("p") "," CARRIER("q") "]}",
		  { { .kind = NOT_DECIDABLE }, { .kind = FASTER } },
		  "New beats old: not decidable here: spin (p)." },
		{ TIMING CARRIER("p") "," CARRIER("q") "]}",
		  { { .kind = FASTER }, { .kind = NOT_EXERCISED, .because = "0 kept" } },
		  "New beats old: open: not exercised in spin (q), 0 kept; shown so far: faster in "
		  "spin (p)." },
		{ TIMING CARRIER("p") "," CARRIER("q") "]}",
		  { { .kind = FASTER }, { .cut = true } },
		  "New beats old: open: q was not measured; shown so far: faster in spin (p)." },
		{ TIMING CARRIER("p") "," CARRIER("q") "]}",
		  { { .kind = UNDECIDED, .because = "wide" }, { .cut = true } },
		  "New beats old: open: undecided in spin (p), wide; q was not measured." },
		{ TIMING CARRIER("p") "]}",
		  { { .kind = DEPENDS, .because = "on it" } },
		  "New beats old: depends on the latency between CPUs: depends in spin, on it." },
		{ TIMING CARRIER("p") "," CARRIER("q") "]}",
		  { { .kind = FASTER }, { .kind = SLIGHTLY_SLOWER } },
		  "New beats old: depends on what is compared: faster in spin (p); but slightly "
		  "slower in spin (q)." },
		{ TIMING CARRIER("p") "," CARRIER("q") "]}",
		  { { .kind = INVALID, .because = "red." }, { .kind = FASTER } },
		  "New beats old: invalid: invalid in spin (p), red." },
		{ TIMING CARRIER("p") "]}", { { .cut = true } }, "New beats old: not measured." },
		{ TIMING "]}",
		  { { .kind = FASTER } },
		  "New beats old: open: no contrast carries it, all of them only explore." },
	};

	(void)state;
	EACH(cases);
}

/* The first control that did not come out as it must. */
static void test_controls(void **state)
{
	static const struct said cases[] = {
		{ TIMING CONTROL("k") "," CARRIER("p") "]}",
		  { { .cut = true }, { .kind = FASTER } },
		  "New beats old: open: its control k was not measured." },
		{ TIMING CARRIER("p") "," CONTROL("k") "," CONTROL("l") "]}",
		  { { .kind = FASTER }, { .kind = SLIGHTLY_SLOWER }, { .kind = FASTER } },
		  "New beats old: open: its control l came out faster, and must be slower." },
		{ TIMING CARRIER("p") "," CONTROL("k") "]}",
		  { { .kind = FASTER }, { .kind = EQUIVALENT, .word = "alike" } },
		  "New beats old: open: its control k came out alike, and must be slower." },
		{ TIMING CARRIER("p") "," CONTROL("k") "]}",
		  { { .kind = FASTER }, { .kind = INVALID, .because = "bad" } },
		  "New beats old: invalid: invalid in spin, bad." },
	};

	(void)state;
	EACH(cases);
}

/* What it would take: pairs, layouts, a quiet machine, and whatever else. */
static void test_needs(void **state)
{
	static const struct said cases[] = {
		{ TIMING CARRIER("p") "," CARRIER("q") "]}",
		  { { .kind = UNDECIDED, .pairs_needed = 90 },
		    { .kind = UNDECIDED, .pairs_needed = 90 } },
		  "New beats old: open: it would take about 90 pairs a row." },
		{ TIMING CARRIER("p") "," CARRIER("q") "," CARRIER("r") "]}",
		  { { .kind = UNDECIDED, .pairs_needed = 90 },
		    { .kind = UNDECIDED, .pairs_needed = 60 },
		    { .kind = UNDECIDED, .pairs_needed = 120 } },
		  "New beats old: open: it would take about 60 to 120 pairs a row." },
		{ TIMING CARRIER("p") "," CARRIER("q") "]}",
		  { { .kind = UNDECIDED, .layouts_why = "none", .pairs_needed = 9 },
		    { .kind = UNDECIDED, .layouts_why = "none" } },
		  "New beats old: open: it would take layout A/A pairs of both arms (p, q)." },
		/* A third of the pairs may be flagged. */
		{ TIMING CARRIER("p") "," CARRIER("q") "]}",
		  { { .kind = UNDECIDED, .flagged = 20, .pairs_needed = 50 },
		    { .kind = UNDECIDED, .flagged = 21, .pairs_needed = 50 } },
		  "New beats old: open: it would take about 50 pairs a row; it would take a quiet "
		  "machine (q)." },
		{ TIMING CARRIER("p") "]}",
		  { { .kind = NOT_SLOWER, .layouts_why = "none", .pairs_needed = 1 } },
		  "New beats old: open: it would take about 1 pair a row." },
		{ TIMING CARRIER("p") "]}",
		  { { .kind = NOT_SLOWER } },
		  "New beats old: open: not slower in spin." },
	};
	struct said alone = cases[5];

	(void)state;
	for (size_t i = 0; i < 5; i++)
		expect_said(&cases[i]);
	alone.sentence = "New beats old: open: not slower in spin (p).";
	expect_said(&alone);
}

/* As one would say it, where all carriers predict the same word of time. */
static void test_spoken(void **state)
{
	static const struct said cases[] = {
		{ SPOKEN CARRIER("p") "]}",
		  { { .kind = FASTER } },
		  "News are faster than olds here: faster in spin." },
		{ SPOKEN CONTRAST("p", ",\"role\":\"carries\",\"predicts\":\"equivalent\"") "]}",
		  { { .kind = EQUIVALENT } },
		  "News are equivalent to olds here: equivalent in spin." },
		{ SPOKEN CONTRAST("p", ",\"role\":\"carries\",\"predicts\":\"slower\"") "]}",
		  { { .kind = FASTER } },
		  "News are faster than olds here, the opposite of the claim: faster in spin." },
		{ SPOKEN CARRIER("p") "]}",
		  { { .kind = INVALID } },
		  "Whether news are faster than olds has no answer: invalid in spin." },
		{ SPOKEN CARRIER("p") "]}",
		  { { .kind = UNDECIDED, .pairs_needed = 3 } },
		  "Whether news are faster than olds is open: it would take about 3 pairs a row." },
		{ SPOKEN CARRIER("p") "," CONTRAST(
			  "q", ",\"role\":\"carries\",\"predicts\":\"not slower\"") "]}",
		  { { .kind = FASTER }, { .kind = FASTER } },
		  "New beats old: holds here: faster in spin (p); faster in spin (q)." },
		{ SPOKEN CONTRAST("p", ",\"role\":\"carries\",\"predicts\":\"less\",\"measure\":"
				       "\"parks\"") "]}",
		  { { .kind = FASTER } },
		  "New beats old: holds here: less in spin." },
		{ SPOKEN "]}",
		  { { .kind = FASTER } },
		  "New beats old: open: no contrast carries it, all of them only explore." },
	};

	(void)state;
	EACH(cases);
}

/* Of what needs no pairs; sets older than the answer do not say whether it holds. */
static void test_found(void **state)
{
	static const struct said cases[] = {
		{ HEAD("\"decided_by\":\"inspection\",\"finding\":\"Yes.\",\"holds\":true,") "]}",
		  { { 0 } },
		  "New beats old: holds, by inspection: Yes." },
		{ HEAD("\"decided_by\":\"inspection\",\"finding\":\"It is so\",") "]}",
		  { { 0 } },
		  "New beats old: by inspection: It is so." },
		{ HEAD("\"decided_by\":\"model check\",\"finding\":\"No\",\"engine\":\"loom\","
		       "\"bound\":\"2 threads\",\"complete\":false,\"holds\":false,") "]}",
		  { { 0 } },
		  "New beats old: does not hold, by model check: No (of our re-implementation, not "
		  "of "
		  "Tokio itself; loom, 2 threads, not complete)." },
	};

	(void)state;
	EACH(cases);
}

static void test_outcome_names(void **state)
{
	(void)state;
	assert_string_equal(outcome_name(OUTCOME_HOLDS), "holds here");
	assert_string_equal(outcome_name(OUTCOME_MODEL_CHECK), "by model check");
	for (int i = 0; i < OUTCOMES; i++)
		assert_int_equal(outcome_is_answer((enum outcome)i), i <= OUTCOME_DEPENDS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts), cmocka_unit_test(test_controls),
		cmocka_unit_test(test_needs), cmocka_unit_test(test_spoken),
		cmocka_unit_test(test_found), cmocka_unit_test(test_outcome_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
