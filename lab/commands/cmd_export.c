/* SPDX-License-Identifier: MIT */
/* cmd_export.c - schedlab export DIR --to FORMAT: a result set for other programs. */
#include <argp.h>
#include <stdio.h>
#include <string.h>

#include "lab/base/out_file.h"
#include "lab/commands/arguments.h"
#include "lab/commands/commands.h"
#include "lab/exchange/exchange.h"
#include "lab/exchange/foreign.h"
#include "lab/show/table.h"

struct export_options {
	const char *directory, *out;
	int format;
	struct arguments arguments;
};

enum { KEY_TO = 256, KEY_OUT };

enum { FORMAT_CSV, FORMAT_GBENCH, FORMAT_HDR };
static const char *const formats[] = { "csv", "gbench", "hdr", NULL };

static const struct argp_option options[] = {
	{ "to", KEY_TO, "csv|gbench|hdr", 0,
	  "csv: every block of every sample; gbench: Google Benchmark JSON, for compare.py; hdr: "
	  "latencies as a HdrHistogram log",
	  0 },
	{ "out", KEY_OUT, "FILE", 0, "Where to (default: standard output)", 0 },
	{ 0 }
};

static int parse_format(const char *value)
{
	if (strcmp(value, "set") != 0)
		return option_choice("--to", value, formats);
	lab_error("--to set is no more: schedlab pack DIR FILE.tar.xz writes a whole set");
	return -1;
}

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct export_options *export = state->input;

	switch (key) {
	case KEY_TO:
		export->format = parse_format(value);
		return export->format >= 0 ? 0 : EINVAL;
	case KEY_OUT:
		export->out = value;
		return 0;
	case ARGP_KEY_SUCCESS:
		if (export->format < 0)
			argp_error(state, "give --to csv, gbench or hdr");
		return 0;
	default:
		return arguments_parse(&export->arguments, key, value, state);
	}
}

static const struct argp argp = {
	.options = options,
	.parser = parse,
	.args_doc = "DIR",
	.doc = "Write the results of DIR in another format. Two arms of one set are compared by "
	       "compare.py filters FILE '/ARM$' '/ARM$' once they are exported to gbench; its test "
	       "does not know that the repetitions are pairs, schedlab compare "
	       "does.\v" LAB_EXIT_HELP,
};

static int print_format(FILE *out, struct store *store, int format)
{
	if (format == FORMAT_GBENCH)
		return gbench_print(out, store);
	return format == FORMAT_HDR ? hlog_print(out, store) : samples_print(out, store);
}

static int export_to_file(struct store *store, int format, const char *path)
{
	struct out_file out;
	int status = out_file_open(&out, path, false);

	if (status != LAB_OK)
		return status;
	status = print_format(out.file, store, format);
	return out_file_end(&out, status);
}

int command_export(int argc, char **argv)
{
	struct export_options export = { .format = -1,
					 .arguments = ONE_DIRECTORY(export.directory,
								    "give a result directory") };
	struct store store;
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &export) != 0)
		return LAB_USAGE;
	status = store_open_set(&store, export.directory);
	if (status == LAB_OK && export.out != NULL)
		status = export_to_file(&store, export.format, export.out);
	else if (status == LAB_OK)
		status = print_format(stdout, &store, export.format);
	store_close(&store);
	return status;
}
