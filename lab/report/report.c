/* SPDX-License-Identifier: MIT */
/* report.c - puts the sections of a set onto a page; see report.h. */
#include "lab/report/report_parts.h"

#include "lab/base/out_file.h"
#include "lab/report/plot.h"
#include "lab/report/trial_page.h"

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

int report_page(const char *html, const char *markdown,
		void (*write)(struct page *page, const void *what), const void *what)
{
	int status = LAB_OK;
	struct page page = { .html.out = open_file(html, &status) };

	page.markdown = open_file(markdown, &status);
	if (page.html.out != NULL && page.markdown != NULL)
		write(&page, what);
	if (page.html.out != NULL)
		close_file(page.html.out, html, &status);
	if (page.markdown != NULL)
		close_file(page.markdown, markdown, &status);
	return status;
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

static void write_set(struct page *page, const void *what)
{
	const struct report_set *set = what;

	page_begin(page, report_title(set->summary), report_host_line(set->summary));
	report_sections(page, set);
	page_end(page);
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
	int drawn = report_draw(&set);
	int status = report_page(lab_printf("%s/report.html", directory),
				 lab_printf("%s/report.md", directory), write_set, &set);

	if (trial_is(store) && trial_page_write(store, summary, verdicts, directory) != LAB_OK)
		status = LAB_ENVIRONMENT;
	return status == LAB_OK ? drawn : status;
}
