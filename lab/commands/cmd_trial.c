/* SPDX-License-Identifier: MIT */
/* cmd_trial.c - schedlab trial: did a change make anything worse? */
#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lab/commands/arguments.h"
#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/exchange/exchange.h"
#include "lab/report/trial_page.h"

struct trial_options {
	const char *directory;
	struct trial_limits limits;
	const char *outcome; /* "CELL" or "CELL:MEASURE"; NULL: the whole page */
	struct arguments arguments;
};

enum { KEY_FAIL_ON = 256, KEY_OUTCOME };

static const struct argp_option options[] = {
	{ "fail-on", KEY_FAIL_ON, "OUTCOME:PERCENT", 0,
	  "What must not get worse by more than that, in place of all margins: slower:5%, "
	  "switches:10%; repeatable; default: as the trial was made",
	  0 },
	{ "outcome", KEY_OUTCOME, "CELL[:MEASURE]", 0,
	  "One line for one outcome: its standing, the numbers; the exit status is its own", 0 },
	{ 0 }
};

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct trial_options *trial = state->input;

	if (key == KEY_FAIL_ON)
		return trial_add_limits(&trial->limits, value) ? 0 : EINVAL;
	if (key == KEY_OUTCOME) {
		trial->outcome = value;
		return 0;
	}
	return arguments_parse(&trial->arguments, key, value, state);
}

static const struct argp argp = {
	.options = options,
	.parser = parse,
	.args_doc = "DIR",
	.doc = "What a trial found (scripts/trial, or schedlab run --suite trial), as Markdown for "
	       "a pull request: worst news first.\vExit status: 0 nothing got worse beyond its "
	       "margin; 5 that is open; 6 something got worse; 1 a result was wrong or missing; 2 "
	       "bad usage; 3 no trial; 4 a file, directory or database is missing or unusable.",
};

/* The cell's own measure, unless another is named. */
static bool is_asked(const struct trial_outcome *outcome, const char *asked)
{
	const struct verdict *row = outcome->row;
	size_t length = strcspn(asked, ":");

	if (strncmp(row->contrast->name, asked, length) != 0 || row->contrast->name[length] != '\0')
		return false;
	return asked[length] == '\0' ? !row->is_further :
				       strcmp(row->measure->name, asked + length + 1) == 0;
}

static int status_of(enum trial_standing standing)
{
	return standing == TRIAL_RED				      ? LAB_RED :
	       standing == TRIAL_WORSE				      ? LAB_WORSE :
	       standing == TRIAL_BETTER || standing == TRIAL_NO_WORSE ? LAB_OK :
									LAB_UNDECIDED;
}

static int print_outcome(const struct trial *trial, const char *asked)
{
	struct strings known = { NULL, 0 };

	for (size_t i = 0; i < trial->count; i++) {
		const struct trial_outcome *outcome = &trial->outcomes[i];

		if (is_asked(outcome, asked)) {
			printf("%s: %s %s, %s\n", trial_standing_name(outcome->standing),
			       outcome->row->measure->noun, verdict_ratio_text(outcome->row),
			       outcome->row->word);
			return status_of(outcome->standing);
		}
		strings_add(&known, lab_printf("%s:%s", outcome->row->contrast->name,
					       outcome->row->measure->name));
	}
	lab_error("--outcome: %s", unknown_name("outcome", asked, &known));
	return LAB_USAGE;
}

static int print(const struct trial_options *options_given, struct store *store)
{
	struct verdicts verdicts;
	struct summary summary;
	struct trial trial;
	int status = output_judge(&summary, &verdicts, store);

	if (status == LAB_OK)
		status = trial_judge(&trial, &verdicts, &summary, store, &options_given->limits);
	if (status != LAB_OK)
		return status;
	if (options_given->outcome != NULL)
		return print_outcome(&trial, options_given->outcome);
	trial_page_print(stdout, &(struct trial_page){ &trial, &summary,
						       store_meta_text(store, "set_id") });
	return trial.status;
}

int command_trial(int argc, char **argv)
{
	struct trial_options trial = { .arguments = ONE_DIRECTORY(
					       trial.directory,
					       "give the result directory of a trial") };
	struct store store;
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &trial) != 0)
		return LAB_USAGE;
	status = store_open_set(&store, trial.directory);
	if (status == LAB_OK)
		status = print(&trial, &store);
	store_close(&store);
	return status;
}
