/* SPDX-License-Identifier: MIT */
/*
 * ending.c - see ending.h.
 *
 * A run of claims ends with a line for each; one without, with a line for each row, which is
 * described and not judged.  What has no room is counted, and nothing is ranked to find out
 * which that is: it is the last ones.
 */
#include "lab/show/ending.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/base/data.h"
#include "lab/show/claim_line.h"

/* Those about the run as a whole: two before what came out, three behind it. */
#define ROOM (ENDING_LINES - 5)

struct lines {
	const char *words[ROOM], *texts[ROOM];
	size_t count, left_out;
};

/* The last of them may have to say how many others there are. */
static void add(struct lines *lines, const char *word, const char *text)
{
	if (lines->count == ROOM) {
		lines->left_out++;
		return;
	}
	lines->words[lines->count] = word;
	lines->texts[lines->count++] = text;
}

static void print_lines(FILE *out, struct lines *lines, const char *what)
{
	size_t width = 0;

	if (lines->left_out > 0) {
		lines->left_out++;
		lines->count--;
	}
	for (size_t i = 0; i < lines->count; i++)
		if (strlen(lines->words[i]) > width)
			width = strlen(lines->words[i]);
	for (size_t i = 0; i < lines->count; i++)
		fprintf(out, "  %-*s  %s\n", (int)width, lines->words[i], lines->texts[i]);
	if (lines->left_out > 0)
		fprintf(out, "  and %zu more %s\n", lines->left_out, what);
}

/* ---------------------------------------------------------- what came out -- */

static void add_claim(struct lines *lines, const struct claim *claim,
		      const struct verdicts *verdicts)
{
	struct claim_line line = claim_line(claim, verdicts);
	const char *effect = "";

	if (line.count == 1 && line.others == 0)
		effect = lab_printf("%s, ", line.effects[0].text);
	add(lines, line.answer.word, lab_printf("%s (%s%s)", claim->title, effect, line.sure));
}

/* What pairs said, which is no interval: nothing is sure of it. */
static const char *pairs_text(const struct spread *ratio)
{
	if (ratio->n == 1)
		return "by one pair";
	return lab_printf("median of %zu pairs; lowest %.3f, highest %.3f", ratio->n, ratio->min,
			  ratio->max);
}

static void add_result(struct lines *lines, const struct result *result)
{
	const char *arms = lab_printf("%s / %s", result->arm.name, result->baseline.name);
	const char *cell = lab_printf("%s%s%s, %s", result->workload,
				      result->params[0] != '\0' ? " " : "", result->params,
				      result->workers_text);

	if (result->refused != NULL && result->ratio.n == 0)
		add(lines, arms, lab_printf("%s: not applicable: %s", cell, result->refused));
	else if (result->ratio.n == 0)
		add(lines, arms, lab_printf("%s: no pair was completed", cell));
	else
		add(lines, arms,
		    lab_printf("%s: %.3f of %s's time (%s)", cell, result->ratio.median,
			       result->baseline.name, pairs_text(&result->ratio)));
}

/* What tests the lab itself stands in its calibration. */
static void print_outcome(FILE *out, const struct summary *summary, const struct verdicts *verdicts)
{
	struct lines lines = { .count = 0 };
	bool claims = verdicts->claims.count > 0;

	for (size_t i = 0; i < verdicts->claims.count; i++)
		add_claim(&lines, &verdicts->claims.claims[i], verdicts);
	for (size_t i = 0; i < summary->count && !claims; i++)
		if (summary->results[i].purpose == PURPOSE_SCREENING)
			add_result(&lines, &summary->results[i]);
	print_lines(out, &lines, claims ? "claims, in the report" : "rows, in table.txt");
}

/* -------------------------------------------------------- how sure, what next -- */

static void print_trust(FILE *out, const struct summary *summary, const struct verdicts *verdicts)
{
	const struct calibration *calibration = &verdicts->calibration;

	if (verdicts->claims.count > 0)
		fprintf(out, "%s: %s\n",
			calibration->sufficient ? "calibrated on this host" :
						  "not calibrated on this host, answers are "
						  "provisional",
			calibration->state);
	else if (calibration->trials > 0 && summary->label[0] == '\0')
		fprintf(out, "%s\n", calibration->state);
	else
		fprintf(out, "%s\n",
			summary->label[0] != '\0' ?
				summary->label :
				"described, not judged: no claim is tested by these rows");
}

static const char *first_line(const char *text)
{
	return text == NULL ? "no cause was given" :
			      lab_printf("%.*s", (int)strcspn(text, "\n"), text);
}

static void print_reds(FILE *out, const struct summary *summary)
{
	const struct red_sample *red = summary->reds;

	if (summary->red_count == 0)
		fprintf(out, "red rows: none; %s\n", summary->flags);
	else
		fprintf(out, "red rows: %zu, the first is %s in %s: %s: %s; %s\n",
			summary->red_count, red->arm, red->workload, red->status,
			first_line(red->cause), summary->flags);
}

static bool any_is(const struct verdicts *verdicts, enum outcome outcome)
{
	for (size_t i = 0; i < verdicts->claims.count; i++)
		if (claim_answer(&verdicts->claims.claims[i], verdicts).outcome == outcome)
			return true;
	return false;
}

#define DISTURBED "schedlab doctor says what disturbs this host;"

static const char *next_step(const struct summary *summary, const struct verdicts *verdicts,
			     const char *directory)
{
	const char *run = data_run();
	bool is_trial = access(lab_printf("%s/trial.md", directory), F_OK) == 0;

	if (summary->red_count > 0)
		return "see in the report what the red rows did last: wrong work has no speed";
	if (strstr(summary->state, "left out") != NULL)
		return lab_printf("%s%s --resume %s goes on with what was left out",
				  summary->too_many_flagged ? DISTURBED " when it is quiet " : "",
				  is_trial ? "scripts/trial" : run, directory);
	if (summary->too_many_flagged)
		return DISTURBED " repeat this when it is quiet";
	if (is_trial)
		return lab_printf("schedlab trial %s prints the page for a pull request",
				  directory);
	if (verdicts->claims.count == 0)
		return lab_printf("%s --suite quick measures the claims, in 13 minutes", run);
	if (!verdicts->calibration.sufficient)
		return lab_printf("%s --suite calibrate makes the A/A pairs that answers need here",
				  run);
	if (any_is(verdicts, OUTCOME_OPEN))
		return lab_printf("%s --suite full has more pairs for what is open", run);
	return lab_printf("schedlab validate --dir %s tells each answer in full", directory);
}

/* Where it is for somebody who is elsewhere. */
static const char *absolute(const char *directory)
{
	char *full = realpath(directory, NULL);
	const char *path = lab_strdup(full != NULL ? full : directory);
	const char *report = lab_printf("%s/report.html", path);

	free(full);
	return access(report, F_OK) == 0 ? report : path;
}

void ending_print(FILE *out, const struct summary *summary, const struct verdicts *verdicts,
		  const char *directory)
{
	fprintf(out, "%s on %s: %s\n", summary->suite, summary->host_class, summary->state);
	print_trust(out, summary, verdicts);
	print_outcome(out, summary, verdicts);
	print_reds(out, summary);
	if (access(lab_printf("%s/results.db", directory), F_OK) != 0)
		return; /* it may have been moved meanwhile */
	fprintf(out, "next: %s\n", next_step(summary, verdicts, directory));
	fprintf(out, "results: %s\n", absolute(directory));
}
