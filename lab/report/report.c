/* SPDX-License-Identifier: MIT */
/* report.c - puts the sections of a set onto a page; see report.h. */
#include "lab/report/report_parts.h"

#include <errno.h>
#include <string.h>

#include "lab/base/regular.h"
#include "lab/base/shortage.h"
#include "lab/report/plot.h"
#include "lab/report/section.h"

static const struct {
	const char *id, *title, *link;
	void (*write)(struct page *page, const struct report_set *set);
} sections[] = {
	{ "answer", "Which is better, and how sure is that?", "Answer", section_answer },
	{ "host", "Host and gates", "Host", section_host },
	{ "verdicts", "Verdicts", "Verdicts", section_verdicts },
	{ "measures", "Besides time", "Besides time", section_measures },
	{ "ratios", "Ratios", "Ratios", section_forest },
	{ "contention", "Contention", "Contention", section_contention },
	{ "throughput", "Throughput against workers", "Throughput", section_throughput },
	{ "latency", "Latencies", "Latencies", section_latency },
	{ "stall", "Owner stall against thief stall", "Stall", section_stall },
	{ "cost", "CPU time and context switches", "CPU time", section_cost },
	{ "cores", "Between cores", "Cores", section_cores },
	{ "calibration", "A/A and planted rates", "A/A", section_calibration },
	{ "reds", "Red rows", "Red rows", section_reds },
	{ "ledger", "Ledger of the twin", "Ledger", section_ledger },
	{ "medians", "All raw medians", "Medians", section_medians },
	{ "provenance", "Provenance", "Provenance", section_provenance },
};

#define SECTIONS (sizeof(sections) / sizeof(sections[0]))

/* ----------------------------------------------------------------- files -- */

/* What cannot be opened is complained of and goes nowhere: the other file is written. */
static FILE *open_file(const char *path, int *status)
{
	FILE *file = regular_create(path);

	if (file != NULL)
		return file;
	lab_error("cannot write %s: %s; check the directory", path, error_and_remedy(errno));
	*status = LAB_ENVIRONMENT;
	return fopen("/dev/null", "w");
}

static void close_file(FILE *file, const char *path, int *status)
{
	bool failed = ferror(file) != 0;

	if (fclose(file) == 0 && !failed)
		return;
	lab_error("cannot write %s: %s; free some disk space and run schedlab report", path,
		  strerror(errno));
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
	return lab_printf("Host: %s. Plan seed %s, allocator %s. State: %s.", summary->host_class,
			  summary->seed, summary->allocator, summary->state);
}

int report_draw(struct report_set *set)
{
	const struct figure_source source = { set->store, set->summary, set->verdicts };
	int status = figures_make(&set->figures, &source);

	return status == LAB_OK ? plot_figures(&set->figures, set->summary, set->directory) :
				  status;
}

void report_sections(struct page *page, const struct report_set *set)
{
	for (size_t i = 0; i < SECTIONS; i++) {
		page_section_begin(page, sections[i].id, sections[i].title);
		sections[i].write(page, set);
		page_section_end(page);
	}
}

const char *report_title(const struct summary *summary)
{
	return lab_printf("schedlab %s%s%s", summary->suite, summary->title[0] != '\0' ? ": " : "",
			  summary->title);
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
	struct page_link links[SECTIONS];
	struct report_files files;
	int drawn = report_draw(&set);
	int status;

	if (!report_files_open(&files, lab_printf("%s/report.html", directory),
			       lab_printf("%s/report.md", directory)))
		return LAB_ENVIRONMENT;
	for (size_t i = 0; i < SECTIONS; i++)
		links[i] = (struct page_link){ sections[i].id, sections[i].link };
	page_begin(&files.page, report_title(summary), report_host_line(summary), links, SECTIONS);
	report_sections(&files.page, &set);
	page_end(&files.page);
	status = report_files_close(&files);
	return status == LAB_OK ? drawn : status;
}
