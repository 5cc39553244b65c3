/* SPDX-License-Identifier: MIT */
/* output.c - see output.h. */
#include "lab/commands/output.h"

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lab/base/out_file.h"
#include "lab/exchange/exchange.h"
#include "lab/report/report.h"
#include "lab/show/table.h"
#include "lab/store/folder.h"

static bool is_directory(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

int output_prepare(const char *directory, const char *option)
{
	int error = make_folder(directory);

	if (error != 0) {
		lab_error("cannot create %s: %s; give another %s", directory, strerror(error),
			  option);
		return LAB_ENVIRONMENT;
	}
	if (!is_directory(directory)) {
		lab_error("%s is not a directory; give another %s", directory, option);
		return LAB_ENVIRONMENT;
	}
	if (access(directory, W_OK | X_OK) != 0) {
		lab_error("cannot write into %s: %s; give another %s", directory, strerror(errno),
			  option);
		return LAB_ENVIRONMENT;
	}
	return LAB_OK;
}

/* As much of the way there as exists. */
static const char *nearest(const char *path)
{
	char *there = lab_strdup(path), *slash;

	while (access(there, F_OK) != 0) {
		slash = strrchr(there, '/');
		if (slash == NULL)
			return ".";
		if (slash == there)
			return "/";
		*slash = '\0';
	}
	return there;
}

int output_check_new(const char *directory, const char *option)
{
	const char *there = nearest(directory);

	if (access(directory, F_OK) == 0)
		return output_prepare(directory, option);
	if (is_directory(there) && access(there, W_OK | X_OK) == 0)
		return LAB_OK;
	lab_error("cannot create %s: %s; give another %s", directory,
		  strerror(is_directory(there) ? errno : ENOTDIR), option);
	return LAB_ENVIRONMENT;
}

int output_check_place(const char *path, const char *out)
{
	const char *there = exchange_file(out);
	bool is_own = is_same_file(path, out) && !exchange_is_archive(path);

	if (is_own || there == NULL || (there == out && !is_same_file(path, out)))
		return folder_check_free(out, "wait until that ends, or pack it as it stands");
	lab_error("%s holds a set, beside which only a run writes what is made of it; give another "
		  "place: --out DIR",
		  out);
	return LAB_USAGE;
}

#define AGAIN "(results.db has everything) and run schedlab show"

static int write_table(const struct summary *summary, const char *directory)
{
	const char *path = lab_printf("%s/table.txt", directory);
	FILE *file = out_create(path);

	if (file == NULL)
		return LAB_ENVIRONMENT;
	table_print(file, summary);
	return out_close(file, path, AGAIN);
}

static int write_samples(struct store *store, const char *directory)
{
	const char *path = lab_printf("%s/samples.csv", directory);
	FILE *file = out_create(path);
	int status;

	if (file == NULL)
		return LAB_ENVIRONMENT;
	status = samples_print(file, store);
	return out_close(file, path, AGAIN) == LAB_OK ? status : LAB_ENVIRONMENT;
}

int output_judge(struct summary *summary, struct verdicts *verdicts, struct store *store)
{
	int status = summary_load(summary, store, NULL);

	return status == LAB_OK ? verdicts_load(verdicts, store, summary) : status;
}

int output_load(struct summary *summary, struct verdicts *verdicts, struct store *store,
		const char *directory, const char *counts)
{
	const char *own = lab_printf("%s/counts.json", directory);
	int status, judged;

	if (counts == NULL && access(own, F_OK) == 0)
		counts = own;
	status = summary_load(summary, store, counts);
	judged = verdicts_load(verdicts, store, summary);
	if (judged != LAB_OK) {
		*verdicts = (struct verdicts){ .calibration.state = "not known: the verdicts "
								    "could not be made" };
		summary_lacks(summary, "the verdicts, which could not be made");
	}
	return status == LAB_OK ? judged : status;
}

static int first_failure(int before, int now)
{
	return before != LAB_OK ? before : now;
}

/* What could not be written costs nothing of the rest. */
int output_files(struct store *store, struct summary *summary, struct verdicts *verdicts,
		 const char *directory)
{
	int status = write_table(summary, directory);

	status = first_failure(status, write_samples(store, directory));
	return first_failure(status, report_write(store, summary, verdicts, directory));
}

int output_write(struct store *store, struct summary *summary, struct verdicts *verdicts,
		 const char *directory, const char *counts)
{
	int status = output_load(summary, verdicts, store, directory, counts);

	return first_failure(status, output_files(store, summary, verdicts, directory));
}

/* When it was measured, as it says itself; -1: it does not. */
static time_t date_of(const char *directory)
{
	const char *date = folder_meta(directory, "date");
	struct tm local = { .tm_isdst = -1 };

	if (date == NULL || strptime(date, "%Y-%m-%dT%H:%M:%S%z", &local) == NULL)
		return -1;
	return timegm(&local) - local.tm_gmtoff;
}

const char *output_newest(void)
{
	const char *newest = NULL;
	time_t newest_time = 0;
	glob_t found;

	if (glob("results/*", GLOB_ONLYDIR, NULL, &found) != 0)
		return NULL;
	for (size_t i = 0; i < found.gl_pathc; i++) {
		time_t date = date_of(found.gl_pathv[i]);

		if (date < newest_time)
			continue;
		newest_time = date;
		newest = lab_strdup(found.gl_pathv[i]);
	}
	globfree(&found);
	if (newest != NULL)
		fprintf(stderr, "schedlab: reading %s, the newest here\n", newest);
	return newest;
}
