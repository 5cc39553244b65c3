/* SPDX-License-Identifier: MIT */
/* cmd_show.c - schedlab show DIR and plot DIR: results again, from the store. */
#include <argp.h>
#include <stdio.h>

#include "lab/base/json_print.h"
#include "lab/commands/arguments.h"
#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/exchange/exchange.h"
#include "lab/report/plot.h"
#include "lab/show/table.h"
#include "lab/store/folder.h"

struct show_options {
	const char *directory, *counts, *out;
	bool json;
	struct arguments arguments;
};

enum { KEY_JSON = 256, KEY_COUNTS, KEY_OUT };

#define COUNTS_OPTION \
	{ \
		"counts", KEY_COUNTS, "FILE", 0, \
			"Instructions and RMW per unit, as JSON (default DIR/counts.json)", 0 \
	}

static const struct argp_option show_table[] = {
	{ "json", KEY_JSON, NULL, 0, "Print JSON instead of the table", 0 }, COUNTS_OPTION, { 0 }
};
static const struct argp_option plot_table[] = { COUNTS_OPTION,
						 { "out", KEY_OUT, "DIR", 0,
						   "Where to (default DIR of the results)", 0 },
						 { 0 } };

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct show_options *show = state->input;

	switch (key) {
	case KEY_JSON:
		show->json = true;
		return 0;
	case KEY_COUNTS:
		show->counts = value;
		return 0;
	case KEY_OUT:
		show->out = value;
		return 0;
	default:
		return arguments_parse(&show->arguments, key, value, state);
	}
}

static const struct argp show_argp = {
	.options = show_table,
	.parser = parse,
	.args_doc = "DIR",
	.doc = "Print the table of a result directory again; table.txt, report.html, report.md, "
	       "samples.csv and the plots are written anew. Of a packed set the table is "
	       "all.\v" LAB_EXIT_HELP,
};

static const struct argp plot_argp = {
	.options = plot_table,
	.parser = parse,
	.args_doc = "DIR",
	.doc = "Write the plots of a result directory again, from its database.\v" LAB_EXIT_HELP,
};

static void print(struct summary *summary, const struct show_options *show)
{
	if (show->json)
		json_print(summary_json(summary));
	else
		table_print(stdout, summary);
}

/* While a run goes on it is shown as it stands, and its files are left to it.  Beside a packed
 * set nothing is written.  What cannot be written is shown all the same. */
static int show_and_write(struct store *store, const struct show_options *show)
{
	bool packed = exchange_is_archive(show->directory);
	const char *owner = packed ? NULL : folder_owner(show->directory);
	bool writes = owner == NULL && !packed;
	struct verdicts verdicts;
	struct summary summary;
	int status, written = LAB_OK;

	if (owner != NULL)
		lab_error("%s is in use by %s: this is what there is so far, and no file is "
			  "written",
			  show->directory, owner);
	if (writes)
		status = output_load(&summary, &verdicts, store, show->directory, show->counts);
	else
		status = summary_load(&summary, store, owner == NULL ? show->counts : NULL);
	if (status == LAB_OK)
		print(&summary, show);
	if (writes)
		written = output_files(store, &summary, &verdicts, show->directory);
	return status == LAB_OK ? written : status;
}

int command_show(int argc, char **argv)
{
	struct show_options show = { .arguments = ONE_DIRECTORY(show.directory,
								"give a result directory") };
	struct store store = { .db = NULL };
	int status;

	if (argp_parse(&show_argp, argc, argv, 0, NULL, &show) != 0)
		return LAB_USAGE;
	status = store_open_set(&store, show.directory);
	if (status == LAB_OK)
		status = show_and_write(&store, &show);
	store_close(&store);
	return status;
}

int command_plot(int argc, char **argv)
{
	struct show_options show = { .arguments = ONE_DIRECTORY(show.directory,
								"give a result directory") };
	struct store store = { .db = NULL };
	struct summary summary;
	struct verdicts verdicts;
	const struct figure_source source = { &store, &summary, &verdicts };
	struct figures figures;
	int status;

	if (argp_parse(&plot_argp, argc, argv, 0, NULL, &show) != 0)
		return LAB_USAGE;
	if (show.out == NULL)
		show.out = show.directory;
	status = output_check_place(show.directory, show.out);
	if (status == LAB_OK)
		status = store_open_set(&store, show.directory);
	if (status == LAB_OK)
		status = output_load(&summary, &verdicts, &store, show.directory, show.counts);
	if (status == LAB_OK) {
		figures_make(&figures, &source);
		status = plot_figures(&figures, &summary, show.out);
	}
	if (status == LAB_OK)
		printf("plots: %s/plots\n", show.out);
	store_close(&store);
	return status;
}
