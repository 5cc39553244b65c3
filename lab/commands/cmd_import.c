/* SPDX-License-Identifier: MIT */
/*
 * cmd_import.c - schedlab import FILE|DIR: a packed set becomes a result directory with a
 * database.
 *
 * The set is read and checked in memory, the database is written into a hidden folder
 * beside its place, and one rename puts it there.
 */
#include <argp.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/base/interrupt.h"
#include "lab/base/out_file.h"
#include "lab/commands/arguments.h"
#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/exchange/exchange.h"
#include "lab/store/folder.h"

struct import {
	const char *source, *into;
	const char *file; /* the archive of the source */
	bool into_asked;
	const char *set_id; /* NULL: it has none */
	struct bundle bundle;
	struct store store; /* in the archive */
	struct arguments arguments;
};

enum { KEY_INTO = 256 };

static const struct argp_option options[] = {
	{ "into", KEY_INTO, "DIR", 0, "Result directory to make (default results/NAME of the set)",
	  0 },
	{ 0 }
};

static error_t parse(int key, char *value, struct argp_state *state)
{
	struct import *import = state->input;

	switch (key) {
	case KEY_INTO:
		import->into = value;
		import->into_asked = true;
		return 0;
	default:
		return arguments_parse(&import->arguments, key, value, state);
	}
}

static const struct argp argp = {
	.options = options,
	.parser = parse,
	.args_doc = "FILE.tar.xz|DIR",
	.doc = "Make a result directory from a set that schedlab pack wrote, or from the one in "
	       "DIR/" SET_ARCHIVE ". A set that is damaged is refused; one that is already in "
	       "results/, results/reference/ or "
	       "beside --into is not made twice, and an older form of it that is there is "
	       "named.\v" LAB_EXIT_HELP,
};

static char *without_last_slashes(const char *path)
{
	char *copy = lab_strdup(path);

	for (size_t end = strlen(copy); end > 1 && copy[end - 1] == '/'; end--)
		copy[end - 1] = '\0';
	return copy;
}

static const char *parent_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	return slash == path ? "/" : lab_printf("%.*s", (int)(slash - path), path);
}

/* ----------------------------------------------------------------- reading -- */

static int read_source(struct import *import)
{
	int status;

	import->file = exchange_file(import->source);
	if (import->file == NULL)
		return exchange_complain(import->source);
	if (!exchange_is_archive(import->source)) {
		lab_error("%s is a result directory already; schedlab show reads it",
			  import->source);
		return LAB_USAGE;
	}
	status = exchange_unpack(&import->bundle, &import->store, import->file);
	if (status != LAB_OK)
		return status;
	import->set_id = store_meta(&import->store, "set_id");
	if (!import->into_asked)
		import->into = lab_printf("results/%s", import->bundle.folder);
	return LAB_OK;
}

/* As a pattern that matches this path alone. */
static const char *literally(const char *path)
{
	char *pattern = lab_alloc(2 * strlen(path) + 1), *to = pattern;

	for (; *path != '\0'; *to++ = *path++)
		if (strchr("*?[\\", *path) != NULL)
			*to++ = '\\';
	return pattern;
}

/* A set that is there already; the source itself does not count, so that a
 * committed set can be imported. */
static const char *find_same(const struct import *import)
{
	struct strings roots = { NULL, 0 };

	if (import->set_id == NULL)
		return NULL;
	strings_add(&roots, literally(import->into));
	strings_add(&roots, "results/*");
	strings_add(&roots, "results/reference/*");
	strings_add(&roots, lab_printf("%s/*", literally(parent_of(import->into))));
	return exchange_find(&roots, import->file, import->set_id);
}

/* Complaints are made. */
static int compare_with(struct import *import, const char *same, enum folder_age *age,
			int64_t pairs[2])
{
	struct store theirs;
	int status = store_open_set(&theirs, same);

	if (status == LAB_OK) {
		*age = folder_compare(&import->store, &theirs);
		pairs[0] = store_pairs(&import->store);
		pairs[1] = store_pairs(&theirs);
	}
	store_close(&theirs);
	return status;
}

static int refuse_age(const struct import *import, const char *same, enum folder_age age,
		      const int64_t pairs[2])
{
	if (age == FOLDER_FORKED)
		lab_error("%s and %s are one set that was continued in two places (%" PRId64
			  " and %" PRId64 " pairs); keep one, or run anew",
			  import->source, same, pairs[0], pairs[1]);
	else
		lab_error("%s has an older form of this set: %s, %s has %" PRId64
			  "; remove %s, then import again",
			  same, lab_count((size_t)pairs[1], "pair"), import->source, pairs[0],
			  same);
	return LAB_ENVIRONMENT;
}

static int report_same(struct import *import, const char *same)
{
	enum folder_age age;
	int64_t pairs[2];
	int status = compare_with(import, same, &age, pairs);

	if (status != LAB_OK)
		return status;
	if (age == FOLDER_FORKED || age == FOLDER_NEWER)
		return refuse_age(import, same, age, pairs);
	printf("already there%s: %s (set %s, %s)\n",
	       age == FOLDER_OLDER ? ", and newer than what was given" : "", same, import->set_id,
	       lab_count((size_t)pairs[1], "pair"));
	if (!import->into_asked || is_same_file(same, import->into))
		return LAB_OK;
	lab_error("%s is not made: %s has the same set, and twice it would count double; use that "
		  "one or remove it",
		  import->into, same);
	return LAB_ENVIRONMENT;
}

/* ----------------------------------------------------------------- writing -- */

static int write_database(const struct import *import, const char *directory)
{
	struct out_file out;
	int status = out_file_open(&out, lab_printf("%s/results.db", directory), false);

	if (status != LAB_OK)
		return status;
	fwrite(import->bundle.files[BUNDLE_DATABASE].bytes, 1,
	       import->bundle.files[BUNDLE_DATABASE].size, out.file);
	return out_file_end(&out, LAB_OK);
}

static void remove_directory(const char *directory)
{
	unlink(lab_printf("%s/results.db", directory));
	unlink(lab_printf("%s/results.db.part", directory));
	rmdir(directory);
}

/* An empty directory may be in the place, nothing else. */
static int put_in_place(const char *hidden, const char *into)
{
	mode_t mask = umask(0);

	umask(mask);
	if (chmod(hidden, 0777 & ~mask) == 0 && rename(hidden, into) == 0)
		return LAB_OK;
	lab_error("cannot make %s: %s; give another --into, results are never overwritten", into,
		  strerror(errno));
	return LAB_ENVIRONMENT;
}

static int make_directory(struct import *import)
{
	char *hidden = lab_printf("%s/.import-XXXXXX", parent_of(import->into));
	int status;

	interrupt_defer(); /* to clear it away */
	if (mkdtemp(hidden) == NULL) {
		lab_error("cannot write into %s: %s; give another --into", parent_of(import->into),
			  strerror(errno));
		return LAB_ENVIRONMENT;
	}
	status = write_database(import, hidden);
	if (status == LAB_OK && interrupted())
		status = LAB_INTERRUPTED;
	if (status == LAB_OK)
		status = put_in_place(hidden, import->into);
	if (status != LAB_OK)
		remove_directory(hidden);
	return status;
}

static int make(struct import *import)
{
	int status = output_prepare(parent_of(import->into), "--into");

	if (status == LAB_OK)
		status = make_directory(import);
	if (status == LAB_OK)
		printf("imported: %s (schedlab show prints its table)\n", import->into);
	return status;
}

static int import_source(struct import *import)
{
	int status = read_source(import);
	const char *same;

	if (status != LAB_OK)
		return status;
	import->into = without_last_slashes(import->into);
	same = find_same(import);
	return same != NULL ? report_same(import, same) : make(import);
}

int command_import(int argc, char **argv)
{
	struct import import = { .arguments = { { &import.source },
						1,
						"give an archive or a directory with " SET_ARCHIVE,
						"one file or directory, not more" } };
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &import) != 0)
		return LAB_USAGE;
	status = import_source(&import);
	store_close(&import.store);
	bundle_free(&import.bundle);
	return status;
}
