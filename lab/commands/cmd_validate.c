/* SPDX-License-Identifier: MIT */
/*
 * cmd_validate.c - schedlab validate: what became of the claims.
 *
 * Reads a result directory, or measures first (--run).  Claims decided by
 * inspection need neither.
 */
#include <argp.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "lab/base/json_print.h"
#include "lab/commands/arguments.h"
#include "lab/commands/cmd_run.h"
#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/exchange/exchange.h"
#include "lab/show/findings.h"
#include "lab/store/folder.h"
#include "lab/verdict/agree.h"
#include "lab/verdict/json.h"
#include "lab/verdict/markdown.h"
#include "lab/verdict/outcome.h"
#include "lab/verdict/rows.h"
#include "lab/verdict/transfer.h"

struct validate_options {
	struct strings names, directories;
	bool list;
	int form; /* the option that says it; 0: for people */
	struct run_now now;
};

enum { KEY_DIR = 256, KEY_LIST, KEY_JSON, KEY_MARKDOWN, KEY_AGREEMENT, KEY_FINDINGS };

static const struct argp_option options[] = {
	{ "dir", KEY_DIR, "DIR", 0,
	  "Result directory (default: the newest in results/); a second one is set beside it", 0 },
	{ "list", KEY_LIST, NULL, 0, "List the claims and what decides them", 0 },
	{ "json", KEY_JSON, NULL, 0, "Print JSON", 0 },
	{ "markdown", KEY_MARKDOWN, NULL, 0, "Print an entry of EXPERIMENTS.md for each claim", 0 },
	{ "findings", KEY_FINDINGS, NULL, 0, "Print a row for each claim, as a Markdown table", 0 },
	{ "agreement", KEY_AGREEMENT, NULL, 0, "Print how far two --dir agree, as Markdown", 0 },
	{ 0 }
};

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct validate_options *validate = state->input;

	switch (key) {
	case ARGP_KEY_INIT:
		state->child_inputs[0] = &validate->now;
		return 0;
	case KEY_DIR:
		strings_add(&validate->directories, value);
		return 0;
	case KEY_LIST:
		validate->list = true;
		return 0;
	case KEY_JSON:
	case KEY_MARKDOWN:
	case KEY_FINDINGS:
	case KEY_AGREEMENT:
		validate->form = key;
		return 0;
	case ARGP_KEY_ARG:
		strings_add(&validate->names, value);
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

static const struct argp_child children[] = { { &run_now_argp, 0, NULL, 0 }, { 0 } };

static const struct argp argp = {
	.options = options,
	.parser = parse,
	.args_doc = "[CLAIM...]",
	.doc = "Say what became of the claims (all, or those that match): each contrast with its "
	       "verdict and sentence. Exit status 0 only if every claim has an "
	       "answer.\v" LAB_EXIT_HELP,
	.children = children,
};

static int print_list_json(const struct claim_set *claims)
{
	json_t *all = json_array();

	for (size_t i = 0; i < claims->count; i++) {
		const struct claim *claim = &claims->claims[i];
		json_t *contrasts = json_array();

		for (size_t j = 0; j < claim->count; j++)
			json_array_append_new(
				contrasts,
				json_pack("{s:s, s:s, s:s, s:b, s:s, s:s}", "name",
					  claim->contrasts[j].name, "a", claim->contrasts[j].a, "b",
					  claim->contrasts[j].b, "primary",
					  (int)claim->contrasts[j].primary, "role",
					  contrast_role_name(claim->contrasts[j].role), "predicts",
					  claim->contrasts[j].predicts));
		json_array_append_new(all, json_pack("{s:s, s:s, s:s, s:o}", "claim", claim->name,
						     "title", claim->title, "decided_by",
						     decided_by_name(claim->decided_by),
						     "contrasts", contrasts));
	}
	json_print(all);
	return LAB_OK;
}

static int print_list(const struct claim_set *claims)
{
	for (size_t i = 0; i < claims->count; i++) {
		const struct claim *claim = &claims->claims[i];

		printf("%-16s %-11s %2zu contrasts  %s\n", claim->name,
		       decided_by_name(claim->decided_by), claim->count, claim->title);
	}
	return LAB_OK;
}

/* ------------------------------------------------------------ one claim -- */

/* The same contrast in the run that stands beside. */
static void print_again(const struct verdict *row, const struct entry_run *again)
{
	const struct verdict *other = verdicts_row(again->verdicts, row->contrast->claim,
						   row->contrast->name);

	if (other == NULL) {
		printf("    on %s, %s: not measured\n", again->summary->host_class,
		       again->summary->date);
		return;
	}
	printf("    on %s, %s: %s, ratio %s: %s\n", again->summary->host_class,
	       again->summary->date, other->word, verdict_ratio_text(other),
	       agreement_name(verdict_agreement(row, other)));
}

/* What it costs or saves besides its own measure. */
static void print_further(const struct verdict *row, const struct verdicts *verdicts)
{
	const struct verdict *further = NULL;

	while ((further = verdicts_next_further(verdicts, row->contrast->claim, further)) != NULL)
		if (verdict_is_beside(row, further))
			printf("    besides, %s: %s; %s\n", further->measure->noun, further->word,
			       further->sentence);
}

static void print_row(const struct verdict *row, const struct entry_run *run,
		      const struct entry_run *again)
{
	struct transfer_answer answer = verdict_transfer(row, run->verdicts);
	const struct contrast *contrast = row->contrast;

	printf("  %-22s %s%s, predicts %s: %s\n", contrast->name,
	       contrast->primary ? "primary, " : "", contrast_role_name(contrast->role),
	       contrast->predicts, row->word);
	printf("    %s\n    %s\n", contrast->diff, row->sentence);
	if (row->measured_with != NULL)
		printf("    measured with %s/%s: the same arms in the same cell\n",
		       row->measured_with->contrast->claim, row->measured_with->contrast->name);
	if (answer.real != NULL)
		printf("    %s (%s): %s\n", transfer_name(answer.transfer), contrast->transfers,
		       transfer_text(&answer));
	print_further(row, run->verdicts);
	if (again != NULL)
		print_again(row, again);
}

static void print_claim(const struct claim *claim, const struct entry_run *run,
			const struct entry_run *again)
{
	struct claim_answer answer = claim_answer(claim, run->verdicts);
	const struct verdict *row = NULL;

	printf("%s: %s: %s\n  %s\n", claim->name, claim->title, answer.word, answer.sentence);
	while ((row = verdicts_next(run->verdicts, claim->name, row)) != NULL)
		print_row(row, run, again);
	putchar('\n');
}

/* ---------------------------------------------------------------- all -- */

static int status_of(enum outcome outcome)
{
	if (outcome == OUTCOME_INVALID)
		return LAB_RED;
	return outcome == OUTCOME_OPEN || outcome == OUTCOME_NOT_DECIDABLE ||
			       outcome == OUTCOME_DEPENDS || outcome == OUTCOME_UNMEASURED ?
		       LAB_UNDECIDED :
		       LAB_OK;
}

/* What decides is as it was written down before the pairs were measured, what explains as
 * it is today. */
static const struct claim *explained(const struct claim *measured, const struct claim *today)
{
	struct claim *claim = lab_alloc(sizeof(*claim));

	*claim = *measured;
	claim->title = today->title;
	claim->subject = today->subject;
	claim->object = today->object;
	claim->says = today->says;
	claim->source = today->source;
	claim->question = today->question;
	claim->explains = today->explains;
	claim->changes_our_mind = today->changes_our_mind;
	claim->finding = today->finding;
	claim->is_answered = today->is_answered;
	claim->holds = today->holds;
	return claim;
}

/* What the run does not have (newer than that) as the file has it. */
static const struct claim *as_measured(const struct claim *claim, const struct verdicts *verdicts)
{
	for (size_t i = 0; i < verdicts->claims.count; i++)
		if (strcmp(verdicts->claims.claims[i].name, claim->name) == 0)
			return explained(&verdicts->claims.claims[i], claim);
	return claim;
}

static int print_all(const struct claim_set *claims, const struct entry_run *run,
		     const struct entry_run *again, bool json)
{
	json_t *all = json_array();
	int worst = LAB_OK;

	if (!json)
		printf("%s, %s\n%s\n\n", run->summary->host_class, run->summary->date,
		       run->verdicts->calibration.state);
	for (size_t i = 0; i < claims->count; i++) {
		const struct claim *claim = as_measured(&claims->claims[i], run->verdicts);
		int status = status_of(claim_answer(claim, run->verdicts).outcome);

		if (json)
			json_array_append_new(all, claim_json(claim, run, again));
		else
			print_claim(claim, run, again);
		if (worst == LAB_OK || status == LAB_RED)
			worst = status;
	}
	if (json) {
		json_dumpf(all, stdout, JSON_INDENT(1) | JSON_REAL_PRECISION(9));
		putchar('\n');
	}
	json_decref(all);
	return worst;
}

/* A result directory with all that is read from it. */
struct loaded {
	struct store store;
	struct summary summary;
	struct verdicts verdicts;
	struct entry_run run;
};

static int load(struct loaded *loaded, const char *directory)
{
	int status = store_open_set(&loaded->store, directory);

	if (status == LAB_OK)
		status = output_judge(&loaded->summary, &loaded->verdicts, &loaded->store);
	loaded->run = (struct entry_run){ &loaded->verdicts, &loaded->summary, directory };
	return status;
}

static int print_loaded(int form, const struct claim_set *claims, const struct entry_run *run,
			const struct entry_run *again)
{
	if (form == KEY_AGREEMENT && again == NULL) {
		lab_error("--agreement compares two runs; give --dir twice");
		return LAB_USAGE;
	}
	if (form == KEY_AGREEMENT)
		markdown_agreement(stdout, run, again);
	else if (form == KEY_FINDINGS)
		findings_head(stdout, run, again);
	else if (form != KEY_MARKDOWN)
		return print_all(claims, run, again, form == KEY_JSON);
	for (size_t i = 0; i < claims->count && form != KEY_AGREEMENT; i++) {
		const struct claim *claim = as_measured(&claims->claims[i], run->verdicts);

		if (form == KEY_FINDINGS)
			findings_row(stdout, claim, run, again);
		else
			markdown_entry(stdout, claim, run, again);
	}
	return LAB_OK;
}

static int validate_stored(const struct validate_options *validate, const struct claim_set *claims)
{
	struct loaded *loaded = lab_alloc(2 * sizeof(*loaded));
	size_t count = validate->directories.count;
	int status = LAB_OK;

	if (count > 2) {
		lab_error("two --dir at the most: a run and the one that repeats it");
		return LAB_USAGE;
	}
	for (size_t i = 0; i < count && status == LAB_OK; i++)
		status = load(&loaded[i], validate->directories.items[i]);
	if (status == LAB_OK && count > 1)
		status = folder_check_distinct(&loaded[0].store, &loaded[1].store);
	if (status == LAB_OK)
		status = print_loaded(validate->form, claims, &loaded[0].run,
				      count > 1 ? &loaded[1].run : NULL);
	for (size_t i = 0; i < count && i < 2; i++)
		store_close(&loaded[i].store);
	return status;
}

/* What was measured now comes before what was named to stand beside it. */
static int run_first(struct validate_options *validate)
{
	struct strings measured = { NULL, 0 };
	int status;

	validate->now.options.request.claims = strings_join(&validate->names, ",");
	validate->now.options.command_line = lab_printf("schedlab validate --run %s",
							validate->now.options.request.claims);
	status = run_with_options(&validate->now.options);
	if (validate->now.options.out != NULL)
		strings_add(&measured, validate->now.options.out);
	for (size_t i = 0; i < validate->directories.count; i++)
		strings_add(&measured, validate->directories.items[i]);
	validate->directories = measured;
	return status == LAB_RED ? LAB_OK : status;
}

/* The newest results, where none were named. */
static int find_results(struct validate_options *validate)
{
	const char *newest = validate->directories.count == 0 ? output_newest() : NULL;

	if (validate->directories.count > 0)
		return LAB_OK;
	if (newest == NULL) {
		lab_error("no results/*/results.db here; give --dir DIR, or --run to measure");
		return LAB_NO_DATA;
	}
	strings_add(&validate->directories, newest);
	return LAB_OK;
}

static int check_together(const struct validate_options *validate)
{
	return validate->list && validate->now.run ? option_says_nothing("--run", "with --list") :
						     run_now_check(&validate->now);
}

int command_validate(int argc, char **argv)
{
	struct validate_options validate = { .now.options = run_options_default() };
	struct claim_set claims;
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &validate) != 0 ||
	    check_together(&validate) != LAB_OK)
		return LAB_USAGE;
	if (validate.names.count == 0)
		strings_add(&validate.names, "*");
	status = claims_load(&claims, NULL, &validate.names);
	if (status == LAB_OK && validate.list)
		return validate.form == KEY_JSON ? print_list_json(&claims) : print_list(&claims);
	if (status == LAB_OK && validate.now.run)
		status = run_first(&validate);
	if (status == LAB_OK)
		status = find_results(&validate);
	return status == LAB_OK ? validate_stored(&validate, &claims) : status;
}
