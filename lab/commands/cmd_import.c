/* SPDX-License-Identifier: MIT */
/*
 * cmd_import.c - schedlab import FILE|DIR: a set from elsewhere becomes a result
 * directory with a database.
 *
 * The set is read and checked in memory, the database grows in a hidden folder
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
#include "lab/commands/arguments.h"
#include "lab/commands/commands.h"
#include "lab/commands/output.h"
#include "lab/exchange/exchange.h"
#include "lab/exchange/manifest.h"
#include "lab/store/folder.h"

struct import {
	const char *source, *into;
	bool into_asked;
	const char *set_id; /* NULL: it has none */
	struct bundle bundle;
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
	.args_doc = "FILE.tar.gz|DIR",
	.doc = "Make a result directory from a set that schedlab pack or export wrote. A set that "
	       "is damaged is refused; one that is already in results/, results/reference/ or "
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

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* ----------------------------------------------------------------- reading -- */

static int read_source(struct import *import)
{
	struct stat about;
	const char *name;
	int status;

	if (stat(import->source, &about) != 0) {
		lab_error("%s cannot be read: %s; give a packed file or a directory with a set",
			  import->source, strerror(errno));
		return LAB_ENVIRONMENT;
	}
	if (S_ISDIR(about.st_mode)) {
		name = name_of(without_last_slashes(import->source));
		status = bundle_from_directory(&import->bundle, import->source);
	} else {
		status = bundle_from_archive(&import->bundle, import->source, &name);
	}
	if (status == LAB_OK)
		status = manifest_check(&import->bundle, import->source, &import->set_id);
	if (status != LAB_OK || import->into_asked)
		return status;
	if (name == NULL || !is_folder_name(name)) {
		lab_error("%s does not say what the set is called; give --into DIR",
			  import->source);
		return LAB_USAGE;
	}
	import->into = lab_printf("results/%s", name);
	return LAB_OK;
}

/* A set that is there already; the source itself does not count, so that a
 * committed set can be imported. */
static const char *find_same(const struct import *import)
{
	struct strings roots = { NULL, 0 };

	if (import->set_id == NULL)
		return NULL;
	strings_add(&roots, import->into);
	strings_add(&roots, "results/*");
	strings_add(&roots, "results/reference/*");
	strings_add(&roots, lab_printf("%s/*", parent_of(import->into)));
	return exchange_find(&roots, import->source, import->set_id);
}

/* Both as databases; complaints are made. */
static int compare_with(struct import *import, const char *same, enum folder_age *age,
			int64_t pairs[2])
{
	struct store ours = { NULL, NULL, false }, theirs = { NULL, NULL, false };
	int status = store_create(&ours, ":memory:");

	if (status == LAB_OK)
		status = exchange_from_bundle(&import->bundle, import->source, &ours);
	if (status == LAB_OK)
		status = store_open_set(&theirs, same);
	if (status == LAB_OK) {
		*age = folder_compare(&ours, &theirs);
		pairs[0] = store_pairs(&ours);
		pairs[1] = store_pairs(&theirs);
	}
	store_close(&ours);
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
		lab_error("%s has an older form of this set: %" PRId64 " pairs, %s has %" PRId64
			  "; remove %s, then import again",
			  same, pairs[1], import->source, pairs[0], same);
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
	printf("already there%s: %s (set %s, %" PRId64 " pairs)\n",
	       age == FOLDER_OLDER ? ", and newer than what was given" : "", same, import->set_id,
	       pairs[1]);
	if (!import->into_asked || is_same_directory(same, import->into))
		return LAB_OK;
	lab_error("%s is not made: %s has the same set, and twice it would count double; use that "
		  "one or remove it",
		  import->into, same);
	return LAB_ENVIRONMENT;
}

/* ----------------------------------------------------------------- writing -- */

static int fill_database(struct import *import, const char *directory)
{
	struct store store = { NULL, NULL, false };
	int status = store_create(&store, lab_printf("%s/results.db", directory));

	if (status == LAB_OK)
		status = exchange_from_bundle(&import->bundle, import->source, &store);
	store_close(&store);
	return status;
}

static void remove_directory(const char *directory)
{
	unlink(lab_printf("%s/results.db", directory));
	unlink(lab_printf("%s/results.db-journal", directory));
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
	status = fill_database(import, hidden);
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
						"give a packed file or a directory with a set",
						"one file or directory, not more" } };
	int status;

	if (argp_parse(&argp, argc, argv, 0, NULL, &import) != 0)
		return LAB_USAGE;
	status = import_source(&import);
	bundle_free(&import.bundle);
	return status;
}
