/* SPDX-License-Identifier: MIT */
/*
 * word.c - the words, the numbers and the fixed sentence of a verdict.
 *
 * The sentence has the same parts in the same order for every kind, so that two
 * runs can be compared by eye.
 */
#include <math.h>
#include <string.h>

#include "lab/stats/interval.h"
#include "lab/stats/word.h"
#include "lab/verdict/parts.h"

bool verdict_is_aa(const struct verdict *verdict)
{
	return verdict->purpose == PURPOSE_AA_SAME || verdict->purpose == PURPOSE_AA_LAYOUT;
}

bool verdict_is_of_time(const struct verdict *verdict)
{
	return measure_is_time(verdict->measure);
}

const char *verdict_name(const struct verdict *verdict)
{
	return verdict_is_of_time(verdict) ? verdict_kind_name(verdict->kind) :
					     verdict_kind_amount_name(verdict->kind);
}

const char *verdict_program(const struct verdict *verdict)
{
	if (verdict->measure->program == MEASURE_TIMED)
		return lab_printf("%s build", verdict->result->flavour);
	return measure_program_name(verdict->measure->program);
}

static bool is_ratio(const struct verdict *verdict)
{
	return verdict->measure->datum == DATUM_LOG_RATIO;
}

/* What each side has, in the median; a latency is none of a unit of work. */
static const char *levels_text(const struct verdict *verdict)
{
	const struct result *result = verdict->result;
	const char *per = verdict->measure->place == IN_LATENCIES ?
				  "" :
				  lab_printf(" per %s", result->unit);

	return lab_printf("%s %.4g %s%s, %s %.4g", result->arm.name, verdict->levels[SIDE_B],
			  verdict->measure->noun, per, result->baseline.name,
			  verdict->levels[SIDE_A]);
}

static const char *difference_text(const struct verdict *verdict)
{
	const struct result *result = verdict->result;
	double difference = verdict->difference;

	if (isnan(difference))
		return lab_printf("%s against %s: no pair counts", result->arm.name,
				  result->baseline.name);
	if (!verdict_is_of_time(verdict))
		return levels_text(verdict);
	return lab_printf("%s took %.3g %s %s per %s than %s in the median", result->arm.name,
			  fabs(difference), verdict->measure->noun,
			  difference < 0 ? "less" : "more", result->unit, result->baseline.name);
}

static const char *level_text(const struct verdict *verdict)
{
	if (verdict->is_further)
		return verdict->purpose == PURPOSE_PRIMARY ? "second family 95 %" :
							     "exploratory 95 %";
	return verdict->purpose == PURPOSE_PRIMARY   ? "family-wise 95 %" :
	       verdict->purpose == PURPOSE_SECONDARY ? "exploratory 95 %" :
						       "95 %";
}

const char *verdict_datum_text(const struct verdict *verdict, double datum)
{
	return is_ratio(verdict) ? lab_printf("%.3f", exp(datum)) : lab_printf("%+.3g", datum);
}

const char *verdict_interval_text(const struct verdict *verdict, double low, double high)
{
	return lab_printf("[%s, %s]", verdict_datum_text(verdict, low),
			  verdict_datum_text(verdict, high));
}

const char *verdict_ratio_text(const struct verdict *row)
{
	const char *median = verdict_datum_text(row, row->median);

	if (isnan(row->median))
		return "-";
	if (row->measure->program == MEASURE_CALLGRIND)
		return lab_printf("%s, exact", median);
	if (isnan(row->own_low) && isnan(row->low))
		return median;
	if (isnan(row->low))
		return lab_printf("%s, without layouts %s", median,
				  verdict_interval_text(row, row->own_low, row->own_high));
	return lab_printf("%s %s", median, verdict_interval_text(row, row->low, row->high));
}

/* Layouts widen both ends alike; what is more comes from the flagged pairs. */
static const char *widened_by(const struct verdict *verdict)
{
	double most = verdict->envelope * (1 + 1e-9) + 1e-12;
	bool flags = verdict->own_low - verdict->low > most ||
		     verdict->high - verdict->own_high > most;

	if (!flags)
		return "layouts";
	return verdict->envelope > 0 ? "layouts and the flagged pairs" : "the flagged pairs";
}

/* "ratio 0.939, family-wise 95 % interval 0.925 to 0.953, with layouts 0.914 to 0.965" */
static const char *interval_text(const struct verdict *verdict)
{
	const char *what = is_ratio(verdict) ? "ratio" : "difference", *text;

	if (isnan(verdict->median))
		return lab_printf("no %s", what);
	if (verdict->measure->program == MEASURE_CALLGRIND)
		return lab_printf("%s %s, exact", what,
				  verdict_datum_text(verdict, verdict->median));
	if (isnan(verdict->own_low))
		return lab_printf("%s %s, no interval at this number of pairs", what,
				  verdict_datum_text(verdict, verdict->median));
	text = lab_printf("%s %s, %s interval %s to %s", what,
			  verdict_datum_text(verdict, verdict->median), level_text(verdict),
			  verdict_datum_text(verdict, verdict->own_low),
			  verdict_datum_text(verdict, verdict->own_high));
	if (isnan(verdict->low))
		return lab_printf("%s, with layouts not known", text);
	if (verdict->low == verdict->own_low && verdict->high == verdict->own_high)
		return text;
	return lab_printf("%s, with %s %s to %s", text, widened_by(verdict),
			  verdict_datum_text(verdict, verdict->low),
			  verdict_datum_text(verdict, verdict->high));
}

/* Of a length in the row's data: "3 %", or "0.001 per task". */
static const char *amount_text(const struct verdict *verdict, double length)
{
	return is_ratio(verdict) ? lab_printf("%.3g %%", 100 * expm1(length)) :
				   lab_printf("%.3g per %s", length, verdict->result->unit);
}

static const char *at_least_text(const struct verdict *verdict)
{
	double percent = word_at_least_percent(verdict->low, verdict->high);

	if (is_ratio(verdict) && percent >= 1000)
		return lab_printf("a factor of %.3g", 1 + percent / 100);
	if (is_ratio(verdict))
		return lab_printf("%.3g %%", percent);
	return amount_text(verdict, fmin(fabs(verdict->low), fabs(verdict->high)));
}

/* The kind with its numbers. */
static const char *kind_text(const struct verdict *verdict)
{
	bool of_time = verdict_is_of_time(verdict);
	bool less = verdict_kind_direction(verdict->kind) < 0;
	const char *name = verdict_name(verdict);

	switch (verdict->kind) {
	case FASTER:
	case SLOWER:
	case FASTER_AT_LEAST:
	case SLOWER_AT_LEAST:
		name = of_time ? (less ? "faster" : "slower") : (less ? "less" : "more");
		if (verdict->measure->program == MEASURE_CALLGRIND)
			return lab_printf("%s by %s", name, at_least_text(verdict));
		return lab_printf("%s by at least %s", name, at_least_text(verdict));
	case SLIGHTLY_FASTER:
	case SLIGHTLY_SLOWER:
	case EQUIVALENT:
		return lab_printf("%s (within %s)", name, amount_text(verdict, verdict->margin));
	case NOT_SLOWER:
	case NOT_FASTER:
		return lab_printf("%s by more than %s", name,
				  amount_text(verdict, verdict->margin));
	default:
		return name;
	}
}

/* The foreign load or whatever most flags were raised for. */
static const char *flags_text(const struct verdict *verdict)
{
	for (size_t i = 0; i < verdict->pair_count; i++)
		if (verdict->pairs[i].flagged && verdict->pairs[i].flag_reason != NULL)
			return verdict->pairs[i].flag_reason;
	return "see its gates";
}

/* What would decide it. */
static const char *needed_text(const struct verdict *verdict)
{
	if (verdict->kind != UNDECIDED || verdict->purpose == PURPOSE_SCREENING)
		return "";
	if (3 * verdict->flagged > verdict->used + verdict->flagged)
		return lab_printf("; repeat it when the machine is quiet: %s", flags_text(verdict));
	if (verdict->used > 0 && isnan(verdict->own_low))
		return lab_printf("; %zu pairs are the fewest, and layout A/A pairs of both arms",
				  interval_pairs(VERDICT_ALPHA / (double)verdict->family));
	if (verdict->layouts_why != NULL && verdict->used > 0)
		return "; layout A/A pairs of both arms in this cell would tell";
	if (verdict->pairs_needed > 0)
		return lab_printf("; about %s would decide it",
				  lab_count(verdict->pairs_needed, "pair"));
	if (verdict->envelope >= verdict->margin)
		return lab_printf("; layouts alone may do %s here: more pairs would not decide it",
				  amount_text(verdict, verdict->envelope));
	return "; more pairs would not decide it";
}

static const char *allocator_text(const struct verdict *verdict, const struct summary *summary)
{
	if (strncmp(summary->allocator, "mimalloc", 8) == 0)
		return "mimalloc";
	return verdict->result->arm.allocator;
}

/* "no A/A pairs here", or how far identical things scatter, and what could be seen. */
static const char *sight_text(const struct verdict *verdict)
{
	const char *spread = isnan(verdict->aa_spread) ?
				     "no A/A pairs in this cell" :
				     lab_printf("A/A pairs here scatter by %s",
						amount_text(verdict, verdict->aa_spread));

	if (isnan(verdict->visible))
		return spread;
	return lab_printf("%s, %s could have been seen", spread,
			  amount_text(verdict, verdict->visible));
}

static const char *sentence(const struct verdict *verdict, const struct summary *summary,
			    const char *aa_state)
{
	const struct result *result = verdict->result;

	return lab_printf("On %s, %s%s%s, %s, allocator %s: %s (%s, %s, %zu flagged, %s; "
			  "%s; A/A %s). Verdict: %s%s%s%s.",
			  summary->host_class, result->workload,
			  result->params[0] != '\0' ? " " : "", result->params,
			  result->workers_text, allocator_text(verdict, summary),
			  difference_text(verdict), interval_text(verdict),
			  lab_count(verdict->used, "pair"), verdict->flagged,
			  lab_count(verdict->layouts, "layout"), sight_text(verdict), aa_state,
			  verdict->word, verdict->because[0] != '\0' ? ", " : "", verdict->because,
			  needed_text(verdict));
}

/* Why no word of this set is to be ranked; NULL: they are. */
static const char *provisional_text(const struct verdicts *verdicts, const struct summary *summary)
{
	if (summary->too_many_flagged)
		return summary->flags;
	return verdicts->calibration.sufficient ? NULL : verdicts->calibration.state;
}

/* Exact counts are not provisional: no timing is in them. */
static void say(struct verdict *verdict, const struct verdicts *verdicts,
		const struct summary *summary)
{
	const char *aa_state = verdicts->calibration.sufficient ? "sufficient" : "insufficient";

	if (verdict->is_further)
		aa_state = lab_printf("of this measure: %zu of %zu trials differ",
				      verdict->aa_alarms, verdict->aa_trials);
	verdict->word = kind_text(verdict);
	if (verdicts->provisional != NULL && verdict_kind_is_decided(verdict->kind) &&
	    verdict->measure->program != MEASURE_CALLGRIND)
		verdict->word = lab_printf("provisional: %s", verdict->word);
	verdict->sentence = sentence(verdict, summary, aa_state);
}

void verdicts_word(struct verdicts *verdicts, const struct summary *summary)
{
	verdicts->provisional = provisional_text(verdicts, summary);
	for (size_t i = 0; i < verdicts->count; i++)
		say(&verdicts->rows[i], verdicts, summary);
	for (size_t i = 0; i < verdicts->further_count; i++)
		say(&verdicts->further[i], verdicts, summary);
}
