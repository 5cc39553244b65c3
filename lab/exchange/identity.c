/* SPDX-License-Identifier: MIT */
/* identity.c - which set is it, where is it, and opening it in any form. */
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>

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

const char *exchange_file(const char *path)
{
	static const char *const names[] = { "results.db", SET_ARCHIVE };
	struct stat about;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *file = lab_printf("%s/%s", path, names[i]);

		if (lstat(file, &about) == 0)
			return file;
	}
	return stat(path, &about) == 0 && !S_ISDIR(about.st_mode) ? path : NULL;
}

bool exchange_is_archive(const char *path)
{
	const char *file = exchange_file(path);

	return file != NULL && strcmp(file, lab_printf("%s/results.db", path)) != 0;
}

int exchange_complain(const char *path)
{
	FILE *file = regular_open(lab_printf("%s/MANIFEST", path));
	char head[256];
	int format;

	head[file != NULL ? fread(head, 1, sizeof(head) - 1, file) : 0] = '\0';
	if (file != NULL)
		fclose(file);
	format = manifest_format(head);
	if (format != 0)
		lab_error("%s is a set of format %d, tables as text, which is read no more; import "
			  "it with the schedlab that wrote it, and pack that with this one",
			  path, format);
	else
		lab_error("%s cannot be read: there is neither results.db nor " SET_ARCHIVE
			  "; give a directory written by schedlab run or import, or an archive "
			  "written by schedlab pack",
			  path);
	return LAB_ENVIRONMENT;
}

int store_open_set(struct store *store, const char *path)
{
	const char *file = exchange_file(path);
	struct bundle bundle;
	int status;

	*store = (struct store){ .path = path };
	if (file == NULL)
		return exchange_complain(path);
	if (!exchange_is_archive(path))
		return store_open(store, file);
	status = exchange_unpack(&bundle, store, file);
	bundle_free(&bundle);
	return status;
}

static bool has_set(const char *directory, const char *except, const char *set_id)
{
	const char *file = exchange_file(directory), *found = NULL, *manifest;

	if (file == NULL || is_same_file(file, except))
		return false;
	if (exchange_is_archive(directory)) {
		manifest = bundle_peek(file);
		found = manifest != NULL ? manifest_set_id(manifest) : NULL;
	} else {
		found = folder_meta(directory, "set_id"); /* quietly: it may be damaged */
	}
	return found != NULL && strcmp(found, set_id) == 0;
}

bool is_same_file(const char *a, const char *b)
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
			if (has_set(paths.gl_pathv[k], except, set_id))
				found = lab_strdup(paths.gl_pathv[k]);
		globfree(&paths);
	}
	return found;
}
