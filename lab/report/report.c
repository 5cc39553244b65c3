/* SPDX-License-Identifier: MIT */
/* report.c - puts the sections of a set onto a page; see report.h. */
#include "lab/report/report_parts.h"

#include <string.h>

#include "lab/base/out_file.h"
#include "lab/report/plot.h"

/* ----------------------------------------------------------------- files -- */

/* What cannot be opened is complained of and goes nowhere: the other file is written. */
static FILE *open_file(const char *path, int *status)
{
	FILE *file = out_create(path);

	if (file != NULL)
		return file;
	*status = LAB_ENVIRONMENT;
	return fopen("/dev/null", "w");
}

static void close_file(FILE *file, const char *path, int *status)
{
	if (out_close(file, path, "and run schedlab report") != LAB_OK)
		*status = LAB_ENVIRONMENT;
}

bool report_files_open(struct report_files *files, const char *html, const char *markdown)
{
	memset(files, 0, sizeof(*files));
	files->html = html;
	files->markdown = markdown;
	files->page.html.out = open_file(html, &files->status);
	files->page.markdown = open_file(markdown, &files->status);
	if (files->page.html.out != NULL && files->page.markdown != NULL)
		return true;
	report_files_close(files);
	return false;
}

int report_files_close(struct report_files *files)
{
	if (files->page.html.out != NULL)
		close_file(files->page.html.out, files->html, &files->status);
	if (files->page.markdown != NULL)
		close_file(files->page.markdown, files->markdown, &files->status);
	return files->status;
}

/* --------------------------------------------------------------- one set -- */

const char *report_host_line(const struct summary *summary)
{
	return lab_printf("%s; %s; %.10s.", summary->host_class, summary->state, summary->date);
}

const char *report_title(const struct summary *summary)
{
	return lab_printf("schedlab %s", summary->suite);
}

int report_draw(struct report_set *set)
{
	const struct figure_source source = { set->store, set->summary, set->verdicts };

	figures_make(&set->figures, &source);
	return plot_figures(&set->figures, set->summary, set->directory);
}

int report_write(struct store *store, const struct summary *summary,
		 const struct verdicts *verdicts, const char *directory)
{
	struct report_set set = { .store = store,
				  .summary = summary,
				  .verdicts = verdicts,
				  .directory = directory,
				  .name = "",
				  .plots = "plots" };
	struct report_files files;
	int drawn = report_draw(&set);
	int status;

	if (!report_files_open(&files, lab_printf("%s/report.html", directory),
			       lab_printf("%s/report.md", directory)))
		return LAB_ENVIRONMENT;
	page_begin(&files.page, report_title(summary), report_host_line(summary));
	report_sections(&files.page, &set);
	page_end(&files.page);
	status = report_files_close(&files);
	return status == LAB_OK ? drawn : status;
}
