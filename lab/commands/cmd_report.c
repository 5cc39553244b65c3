/* SPDX-License-Identifier: MIT */
/* cmd_report.c - schedlab report DIR...: the page of one result set, or of several. */
#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static const struct argp_option options[] = {
	{ "out", KEY_OUT, "FILE.html|DIR", 0,
	  "The page; the same as Markdown goes to FILE.md. In DIR they are report.html and "
	  "report.md (default: those of the result directory; with several, and with a packed set, "
	  "it must be given)",
	  0 },
	{ 0 }
};

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
			argp_error(state, "several directories need --out FILE.html");
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

static int load(struct report_set *set, const char *path)
{
	struct loaded *loaded = lab_alloc(sizeof(*loaded));
	int status;

	*set = (struct report_set){ .store = &loaded->store,
				    .summary = &loaded->summary,
				    .verdicts = &loaded->verdicts };
	status = store_open_set(&loaded->store, path);
	if (status == LAB_OK)
		status = output_load(&loaded->summary, &loaded->verdicts, &loaded->store, path,
				     NULL);
	return status;
}

/* The page that is asked for by name; NULL: --out is a directory, or there is none. */
static const char *page_of(const struct report_options *report)
{
	size_t length = report->out != NULL ? strlen(report->out) : 0;

	return report->directories.count > 1 ||
			       (length > 5 && strcmp(report->out + length - 5, ".html") == 0) ?
		       report->out :
		       NULL;
}

/* What a packed set is called where it lies: its last part, without .tar.xz. */
static const char *name_of(const char *path)
{
	static const char suffix[] = ".tar.xz";
	char *name = lab_strdup(path), *real, *end;
	size_t length;

	for (end = name + strlen(name); end > name + 1 && end[-1] == '/'; end--)
		end[-1] = '\0';
	end = strrchr(name, '/');
	name = end != NULL ? end + 1 : name;
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
		real = realpath(path, NULL);
		name = lab_strdup(real != NULL ? strrchr(real, '/') + 1 : "set");
		free(real);
	}
	length = strlen(name);
	if (length >= sizeof(suffix) && strcmp(name + length - sizeof(suffix) + 1, suffix) == 0)
		name[length - sizeof(suffix) + 1] = '\0';
	return name;
}

/* Where the plots of a set go: beside its database, or, of a packed set, into a folder of its
 * name beside the page. */
static const char *plots_place(const struct report_options *report, const char *path)
{
	const char *page = page_of(report), *slash = page != NULL ? strrchr(page, '/') : NULL;

	if (page == NULL && report->out != NULL)
		return report->out;
	if (page == NULL || !exchange_is_archive(path))
		return path;
	return lab_printf("%.*s%s", slash != NULL ? (int)(slash - page + 1) : 0, page,
			  name_of(path));
}

/* Two sets that are called alike would draw over each other's plots. */
static int check_apart(const struct report_set *a, const struct report_set *b)
{
	if (strcmp(a->directory, b->directory) != 0)
		return LAB_OK;
	lab_error("two sets are called %s, where the plots of both would go; rename one",
		  a->directory);
	return LAB_USAGE;
}

/* Nothing is written where it must not be; and a set that is named twice would agree with
 * itself. */
static int check_sets(const struct report_options *report, struct report_set *sets)
{
	int status = LAB_OK;

	for (size_t i = 0; i < report->directories.count && status == LAB_OK; i++) {
		sets[i].directory = plots_place(report, report->directories.items[i]);
		for (size_t k = 0; k < i && status == LAB_OK; k++) {
			status = folder_check_distinct(sets[k].store, sets[i].store);
			if (status == LAB_OK)
				status = check_apart(&sets[k], &sets[i]);
		}
		if (status == LAB_OK)
			status = output_check_place(report->directories.items[i],
						    sets[i].directory);
	}
	for (size_t i = 0; i < report->directories.count && status == LAB_OK; i++)
		status = output_prepare(sets[i].directory, "--out");
	return status;
}

static int write_report(const struct report_options *report, struct report_set *sets, size_t count)
{
	if (page_of(report) != NULL)
		return report_write_sets(sets, count, report->out);
	return report_write(sets->store, sets->summary, sets->verdicts, sets->directory);
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
		status = check_sets(&report, sets);
	if (status == LAB_OK)
		status = write_report(&report, sets, loaded);
	if (status == LAB_OK)
		printf("report: %s\n", page_of(&report) != NULL ?
					       report.out :
					       lab_printf("%s/report.html", sets[0].directory));
	for (size_t i = 0; i < loaded; i++)
		store_close(sets[i].store);
	return status;
}
