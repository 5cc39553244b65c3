/* SPDX-License-Identifier: MIT */
/* fake_verdicts.c - every kind of verdict, with and without numbers; see fake_verdicts.h. */
#include "fake_verdicts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/stats/regime.h"

/* As the file of a claim; %s are its name, its texts, its arm and its workload. */
static const struct {
	const char *name, *title, *says;
} claims[] = {
	{ "inject", "Sharding the inject queue", "Eight shards beat one mutex." },
	{ "interval", "Adaptive interval", "The interval tuner pays for itself." },
	{ "lifo", "Four LIFO slots", "Four slots keep more of a burst local than one." },
	{ "pop", "Owner pop", "An owner that waits for no thief never stalls." },
	{ "waitfree", "Wait-free pop", "The pop takes a bounded number of steps." },
};

#define CLAIMS (sizeof(claims) / sizeof(claims[0]))

static json_t *contrast_json(const char *name)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:f, s:b}", "name", name, "a", "tokio",
			 "b", "tokio_lifo4", "diff", "SCHED_LIFO_SLOTS 1 -> 4", "workload",
			 "spawn_burst", "predicts", "faster", "margin_percent", 10.0, "primary", 1);
}

static void make_claim(struct claim *claim, size_t index, bool hostile)
{
	bool inspected = index + 1 == CLAIMS;
	json_t *json = json_pack(
		"{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s*, s:[o, o, o, o]}", "name",
		claims[index].name, "title", claims[index].title, "axis", "axis", "says",
		claims[index].says, "source", "a document", "question", "?", "explains", "why",
		"changes_our_mind", "what", "decided_by", inspected ? "inspection" : "timing",
		"finding", inspected ? "bounded by the retry limit in local_queue.h" : NULL,
		"contrasts", contrast_json("one"), contrast_json("two"), contrast_json("three"),
		contrast_json("four"));
	char *text = json_dumps(json, JSON_COMPACT);

	if (text == NULL || claim_parse(claim, text, claims[index].name) != LAB_OK)
		abort();
	if (hostile && index == 0)
		claim->title = claim->says = claim->contrasts[0].diff = FAKE_HOSTILE;
	free(text);
	json_decref(json);
}

static void make_claims(struct claim_set *set, bool hostile)
{
	set->claims = lab_alloc(CLAIMS * sizeof(*set->claims));
	set->count = CLAIMS;
	for (size_t i = 0; i < CLAIMS; i++)
		make_claim(&set->claims[i], i, hostile);
}

/* ------------------------------------------------------------------ rows -- */

static const char *sentence(const struct verdict *verdict)
{
	const struct result *result = verdict->result;

	return lab_printf(
		"On AMD EPYC, 2 CPUs, virtual machine, %s %s, %d workers, allocator libc: "
		"%s took %.3g ns %s per %s than %s (ratio %.3f, family-wise 95 %% "
		"interval %.3f to %.3f, %zu pairs, %zu flagged, 4 layouts, A/A "
		"sufficient). Verdict: %s, %s.",
		result->workload, result->params, (int)result->workers, result->arm.name,
		fabs(verdict->difference), verdict->difference < 0 ? "less" : "more", result->unit,
		result->baseline.name, exp(verdict->median), exp(verdict->low), exp(verdict->high),
		verdict->used, verdict->flagged, verdict_kind_name(verdict->kind),
		verdict->because);
}

static void fill_numbers(struct verdict *verdict, size_t index)
{
	verdict->median = log(verdict->result->ratio.median);
	verdict->low = verdict->median - 0.02 - 0.002 * (double)(index % 5);
	verdict->high = verdict->median + 0.02 + 0.001 * (double)(index % 7);
	verdict->p = 0.001 * (double)(index + 1);
	verdict->envelope = 0.015;
	verdict->own_low = verdict->low + verdict->envelope;
	verdict->own_high = verdict->high - verdict->envelope;
	verdict->margin = log(1.03);
	verdict->visible = 0.04;
	verdict->aa_spread = 0.05;
	verdict->difference = verdict->result->sides[SIDE_B].ns.median -
			      verdict->result->sides[SIDE_A].ns.median;
	verdict->difference_low = verdict->difference - 1.5;
	verdict->difference_high = verdict->difference + 1.25;
	verdict->rmw_difference = index % 3 == 0 ? -2.5 : NAN;
	verdict->instructions_difference = index % 3 == 0 ? 41 : NAN;
	verdict->exercised_per_unit = NAN;
}

static void blank_numbers(struct verdict *verdict)
{
	verdict->median = verdict->low = verdict->high = NAN;
	verdict->own_low = verdict->own_high = verdict->visible = verdict->aa_spread = NAN;
	verdict->p = 1;
	verdict->envelope = verdict->difference = verdict->difference_low =
		verdict->difference_high = NAN;
	verdict->rmw_difference = verdict->instructions_difference = NAN;
	verdict->exercised_per_unit = NAN;
}

/* Twelve primary rows in three claims, then exploratory ones, then what checks the lab. */
static enum purpose purpose_at(size_t index)
{
	if (index < 12)
		return PURPOSE_PRIMARY;
	if (index < 18)
		return PURPOSE_SECONDARY;
	if (index < 20)
		return PURPOSE_AA_SAME;
	if (index < 21)
		return PURPOSE_AA_LAYOUT;
	return index < 24 ? PURPOSE_PLANTED : PURPOSE_SCREENING;
}

static enum verdict_kind kind_at(enum fake_kind set, size_t index, unsigned int seed)
{
	static const enum verdict_kind calm[] = { FASTER, EQUIVALENT, SLOWER, UNDECIDED };
	static const enum verdict_kind all[] = {
		INVALID,   FASTER,	  SLOWER,     DEPENDS,
		UNDECIDED, NOT_EXERCISED, EQUIVALENT, NOT_DECIDABLE
	};

	if (set == FAKE_HOSTILE_SET)
		return all[index % 8];
	return index == 2 && seed > 1 ? FASTER : calm[index * 7 / 3 % (seed % 2 ? 4 : 3)];
}

static void fill(struct verdict *verdict, const struct verdicts *verdicts, enum fake_kind kind,
		 size_t index, unsigned int seed)
{
	const struct claim *claim = &verdicts->claims.claims[index / 4 % (CLAIMS - 2)];

	verdict->purpose = purpose_at(index);
	verdict->kind = kind_at(kind, index, seed);
	if (index < 18)
		verdict->contrast = &claim->contrasts[index % 4];
	verdict->pair_count = verdict->used = verdict->result->ratio.n;
	verdict->layouts = 4;
	verdict->flagged = index % 3;
	verdict->plant_percent = verdict->purpose == PURPOSE_PLANTED ? 10 : 0;
	verdict->plant_side = index % 2 ? SIDE_A : SIDE_B;
	if (verdict->used > 0 && verdict->kind != NOT_DECIDABLE)
		fill_numbers(verdict, index);
	else
		blank_numbers(verdict);
	if (verdict->kind == UNDECIDED)
		verdict->pairs_needed = 80;
	if (verdict->kind == NOT_EXERCISED)
		verdict->low = verdict->high = NAN;
	verdict->pairs = lab_alloc(verdict->pair_count * sizeof(*verdict->pairs));
	for (size_t i = 0; i < verdict->pair_count; i++)
		verdict->pairs[i].regime = kind == FAKE_HOSTILE_SET ? (int)(i % 4) : REGIME_ONE;
	verdict->because = kind == FAKE_HOSTILE_SET && index % 4 == 0 ? FAKE_HOSTILE :
									"the interval lies below 1";
	verdict->sentence = kind == FAKE_HOSTILE_SET && index == 1 ? FAKE_HOSTILE :
								     sentence(verdict);
}

/* Each primary contrast has another measure beside its own. */
static void fill_further(struct verdicts *verdicts)
{
	static const char *const names[] = { "cpu_ns", "switches", "rmw", "latency_p99" };

	verdicts->further = lab_alloc(12 * sizeof(*verdicts->further));
	for (size_t i = 0; i < verdicts->count && i < 12; i++) {
		struct verdict *further = &verdicts->further[verdicts->further_count++];

		*further = verdicts->rows[i];
		further->measure = measure_find(names[i % 4]);
		further->is_further = true;
		further->levels[SIDE_A] = 40;
		further->levels[SIDE_B] = i % 3 == 0 ? NAN : 42;
		further->aa_trials = 8;
		further->because = "";
		further->word = verdict_name(further);
	}
}

static void calibrate(struct verdicts *verdicts, enum fake_kind kind)
{
	verdicts->calibration = (struct calibration){
		.host_key = "0123456789ab",
		.pairs = 2520,
		.trials = 210,
		.alarms = 6,
		.rate = 6 / 210.0,
		.low = .011,
		.high = .061,
		.sufficient = true,
		.state = "A/A: 6 of 210 trials differ, 2.9 % [1.1, 6.1]; sufficient",
	};
	if (kind == FAKE_HOSTILE_SET)
		verdicts->calibration = (struct calibration){
			.host_key = FAKE_HOSTILE,
			.rate = NAN,
			.low = NAN,
			.high = NAN,
			.state = FAKE_HOSTILE,
		};
}

static const char *word(const struct verdicts *verdicts, const struct verdict *verdict)
{
	const char *name = verdict_kind_name(verdict->kind);

	return verdicts->provisional != NULL && verdict_kind_is_decided(verdict->kind) ?
		       lab_printf("provisional: %s", name) :
		       name;
}

void fake_verdicts_make(struct verdicts *verdicts, const struct summary *summary,
			enum fake_kind kind, unsigned int seed)
{
	make_claims(&verdicts->claims, kind == FAKE_HOSTILE_SET);
	verdicts->rows = lab_alloc(summary->count * sizeof(*verdicts->rows));
	verdicts->count = summary->count;
	for (size_t i = 0; i < summary->count; i++) {
		verdicts->rows[i].result = &summary->results[i];
		verdicts->rows[i].measure = measure_time();
		fill(&verdicts->rows[i], verdicts, kind, i, seed);
		verdicts->pairs += verdicts->rows[i].pair_count;
	}
	fill_further(verdicts);
	calibrate(verdicts, kind);
	verdicts->family = 12;
	verdicts->regime_threshold_ns = kind == FAKE_HOSTILE_SET ? 55 : NAN;
	verdicts->provisional = verdicts->calibration.sufficient ? NULL : "nothing is ranked";
	for (size_t i = 0; i < verdicts->count; i++)
		verdicts->rows[i].word = word(verdicts, &verdicts->rows[i]);
	verdicts->planted[0] = (struct planted){ 5, 4, 1 };
	verdicts->planted[1] = (struct planted){ 10, 4, 4 };
	verdicts->planted_count = 2;
}
