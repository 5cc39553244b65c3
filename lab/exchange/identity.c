/* SPDX-License-Identifier: MIT */
/* identity.c - which set is it, where is it, and opening it in either form. */
#include <glob.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/base/regular.h"
#include "lab/exchange/exchange.h"
#include "lab/exchange/manifest.h"
#include "lab/store/folder.h"

const char *exchange_new_id(void)
{
	unsigned char bytes[16];
	char text[2 * sizeof(bytes) + 1];

	/* Up to 256 bytes come whole once the kernel has its seed. */
	while (getrandom(bytes, sizeof(bytes), 0) < 0)
		continue;
	for (size_t i = 0; i < sizeof(bytes); i++)
		sprintf(text + 2 * i, "%02x", bytes[i]);
	return lab_strdup(text);
}

int store_open_set(struct store *store, const char *directory)
{
	const char *database = lab_printf("%s/results.db", directory);
	const char *manifest = lab_printf("%s/" MANIFEST_NAME, directory);
	int status;

	if (access(database, F_OK) == 0)
		return store_open(store, database);
	if (access(manifest, F_OK) != 0) {
		*store = (struct store){ NULL, directory, false };
		lab_error("%s cannot be read: there is neither results.db nor " MANIFEST_NAME
			  "; give a directory written by schedlab run, export or import",
			  directory);
		return LAB_ENVIRONMENT;
	}
	status = store_create(store, ":memory:");
	store->path = manifest;
	if (status == LAB_OK)
		status = exchange_read(directory, store);
	return status == LAB_OK ? store_name_now(store) : status;
}

static const char *text_set_id(const char *path)
{
	FILE *file = regular_open(path);
	char head[256];
	size_t got;

	if (file == NULL)
		return NULL;
	got = fread(head, 1, sizeof(head) - 1, file);
	fclose(file);
	head[got] = '\0';
	return manifest_set_id(head);
}

static bool is_same_id(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* The identities found in DIR, of the database and of the text. */
static void directory_set_ids(const char *directory, const char **database, const char **text)
{
	*database = folder_meta(directory, "set_id"); /* quietly: it may be damaged */
	*text = text_set_id(lab_printf("%s/" MANIFEST_NAME, directory));
}

static bool has_set(const char *directory, const char *set_id)
{
	const char *database, *text;

	directory_set_ids(directory, &database, &text);
	return is_same_id(database, set_id) || is_same_id(text, set_id);
}

/* Lines of the samples' file, as MANIFEST counts them; 0 where there is none. */
static int64_t text_samples(const char *directory)
{
	FILE *file = regular_open(lab_printf("%s/" MANIFEST_NAME, directory));
	long long samples = 0;
	char line[256];

	while (file != NULL && samples == 0 && fgets(line, sizeof(line), file) != NULL)
		if (sscanf(line, "samples.ndjson %lld", &samples) != 1)
			samples = 0;
	if (file != NULL)
		fclose(file);
	return samples;
}

int exchange_check_place(const char *directory, const char *set_id, int64_t samples)
{
	bool has_database = access(lab_printf("%s/results.db", directory), F_OK) == 0;
	bool has_text = access(lab_printf("%s/" MANIFEST_NAME, directory), F_OK) == 0;
	const char *database, *text;

	directory_set_ids(directory, &database, &text);
	if ((has_database && !is_same_id(database, set_id)) ||
	    (has_text && !is_same_id(text, set_id))) {
		lab_error("%s holds another result set; give another directory", directory);
		return LAB_ENVIRONMENT;
	}
	if (text_samples(directory) <= samples)
		return LAB_OK;
	lab_error("%s holds a newer form of this set, with %" PRId64 " samples instead of %" PRId64
		  "; give another directory, or remove its " MANIFEST_NAME,
		  directory, text_samples(directory), samples);
	return LAB_ENVIRONMENT;
}

bool is_same_directory(const char *a, const char *b)
{
	struct stat left, right;

	return stat(a, &left) == 0 && stat(b, &right) == 0 && left.st_dev == right.st_dev &&
	       left.st_ino == right.st_ino;
}

const char *exchange_find(const struct strings *roots, const char *except, const char *set_id)
{
	const char *found = NULL;
	glob_t paths;

	for (size_t i = 0; i < roots->count && found == NULL; i++) {
		if (glob(roots->items[i], GLOB_ONLYDIR, NULL, &paths) != 0)
			continue;
		for (size_t k = 0; k < paths.gl_pathc && found == NULL; k++)
			if (!is_same_directory(paths.gl_pathv[k], except) &&
			    has_set(paths.gl_pathv[k], set_id))
				found = lab_strdup(paths.gl_pathv[k]);
		globfree(&paths);
	}
	return found;
}
