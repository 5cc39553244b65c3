/* SPDX-License-Identifier: MIT */
/* cmd_report.c - schedlab report DIR...: the page of one result set, or of several. */
#include <argp.h>
#include <stdio.h>

#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/exchange/exchange.h"
#include "lab/report/report.h"
#include "lab/store/folder.h"

struct report_options {
	struct strings directories;
	const char *out;
};

enum { KEY_OUT = 256 };

static const struct argp_option options[] = { { "out", KEY_OUT, "FILE", 0,
						"The page (FILE.html); the same as Markdown goes "
						"to FILE.md (default: report.html in DIR; "
						"with several, it must be given)",
						0 },
					      { 0 } };

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct report_options *report = state->input;

	switch (key) {
	case KEY_OUT:
		report->out = value;
		return 0;
	case ARGP_KEY_ARG:
		strings_add(&report->directories, value);
		return 0;
	case ARGP_KEY_END:
		if (report->directories.count == 0)
			argp_error(state, "give a result directory, or several");
		if (report->directories.count > 1 && report->out == NULL)
			argp_error(state, "several directories need --out FILE");
		return 0;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

static const struct argp argp = {
	.options = options,
	.parser = parse,
	.args_doc = "DIR...",
	.doc = "Write report.html and report.md of a result directory again, with the plots.  "
	       "Several directories make one page that keeps machines apart: sets of one host "
	       "stand side by side with a table of where their verdicts agree.\v" LAB_EXIT_HELP,
};

/* A set and what it points to. */
struct loaded {
	struct store store;
	struct summary summary;
	struct verdicts verdicts;
};

static int load(struct report_set *set, const char *directory)
{
	struct loaded *loaded = lab_alloc(sizeof(*loaded));
	int status;

	*set = (struct report_set){ .store = &loaded->store,
				    .summary = &loaded->summary,
				    .verdicts = &loaded->verdicts,
				    .directory = directory };
	status = store_open_set(&loaded->store, directory);
	if (status == LAB_OK)
		status = output_load(&loaded->summary, &loaded->verdicts, &loaded->store, directory,
				     NULL);
	return status;
}

static int write_report(const struct report_options *report, struct report_set *sets, size_t count)
{
	if (count > 1 || report->out != NULL)
		return report_write_sets(sets, count, report->out);
	return report_write(sets->store, sets->summary, sets->verdicts, sets->directory);
}

/* Plots are drawn in the folder of each set; and a set that is named twice would agree
 * with itself. */
static int check_sets(const struct report_set *sets, size_t count)
{
	int status = LAB_OK;

	for (size_t i = 0; i < count && status == LAB_OK; i++) {
		status = folder_check_free(sets[i].directory,
					   "wait until that ends, or pack it as "
					   "it stands and import that elsewhere");
		for (size_t k = 0; k < i && status == LAB_OK; k++)
			status = folder_check_distinct(sets[k].store, sets[i].store);
	}
	return status;
}

int command_report(int argc, char **argv)
{
	struct report_options report = { { NULL, 0 }, NULL };
	struct report_set *sets;
	size_t loaded = 0;
	int status = LAB_OK;

	if (argp_parse(&argp, argc, argv, 0, NULL, &report) != 0)
		return LAB_USAGE;
	sets = lab_alloc(report.directories.count * sizeof(*sets));
	for (; loaded < report.directories.count && status == LAB_OK; loaded++)
		status = load(&sets[loaded], report.directories.items[loaded]);
	if (status == LAB_OK)
		status = check_sets(sets, loaded);
	if (status == LAB_OK)
		status = write_report(&report, sets, loaded);
	if (status == LAB_OK)
		printf("report: %s\n", report.out != NULL ?
					       report.out :
					       lab_printf("%s/report.html", sets[0].directory));
	for (size_t i = 0; i < loaded; i++)
		store_close(sets[i].store);
	return status;
}
