/* SPDX-License-Identifier: MIT */
/* cmd_replay.c - schedlab replay: what looking at rows on the way would have saved. */
#include <argp.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>

#include "lab/commands/arguments.h"
#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/exchange/exchange.h"
#include "lab/verdict/replay.h"

struct replay_options {
	const char *directory;
	int64_t layouts_percent; /* -1: not given */
	struct arguments arguments;
};

static const struct argp_option options[] = {
	{ "layouts", 'l', "PERCENT", 0,
	  "Suppose that layouts do so much wherever they were not measured", 0 },
	{ 0 }
};

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct replay_options *replay = state->input;

	if (key == 'l')
		return option_number("--layouts", value, 0, 100, &replay->layouts_percent) ? 0 :
											     EINVAL;
	return arguments_parse(&replay->arguments, key, value, state);
}

static const struct argp argp = {
	.options = options,
	.parser = parse,
	.args_doc = "DIR",
	.doc = "The primary contrasts of a result directory, as a Markdown table: the pairs they "
	       "took and their word, and the same if each had been looked at after 16, 32, 48, 64, "
	       "96 and 128 pairs and ended with its word.\v" LAB_EXIT_HELP,
};

/* As the row would be judged if that were known. */
static struct verdict supposing(const struct verdict *row, int64_t layouts_percent)
{
	struct verdict supposed = *row;

	if (isnan(row->envelope) && layouts_percent >= 0)
		supposed.envelope = log1p((double)layouts_percent / 100);
	return supposed;
}

static int print(const struct verdicts *verdicts, int64_t layouts_percent)
{
	size_t pairs = 0, needed = 0;
	int status = LAB_OK;

	printf("| contrast | pairs | word | with looks: pairs | word |\n|---|---|---|---|---|\n");
	for (size_t i = 0; i < verdicts->count && status == LAB_OK; i++) {
		const struct verdict row = supposing(&verdicts->rows[i], layouts_percent);
		struct replay looked_at, unseen;
		size_t all = row.used + row.flagged;

		if (row.purpose != PURPOSE_PRIMARY || row.contrast == NULL || all == 0 ||
		    !verdict_is_of_time(&row))
			continue;
		status = verdict_replay(&looked_at, &unseen, &row);
		printf("| %s/%s | %zu | %s | %zu | %s |\n", row.contrast->claim, row.contrast->name,
		       unseen.pairs, verdict_kind_name(unseen.kind), looked_at.pairs,
		       verdict_kind_name(looked_at.kind));
		pairs += unseen.pairs;
		needed += looked_at.pairs;
	}
	printf("\n%zu pairs, with looks %zu.\n", pairs, needed);
	return status;
}

int command_replay(int argc, char **argv)
{
	struct replay_options replay = { .layouts_percent = -1,
					 .arguments = ONE_DIRECTORY(
						 replay.directory,
						 "give a result directory with claims") };
	struct verdicts verdicts;
	struct summary summary;
	struct store store;
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &replay) != 0)
		return LAB_USAGE;
	status = store_open_set(&store, replay.directory);
	if (status == LAB_OK)
		status = output_judge(&summary, &verdicts, &store);
	if (status == LAB_OK)
		status = print(&verdicts, replay.layouts_percent);
	store_close(&store);
	return status;
}
