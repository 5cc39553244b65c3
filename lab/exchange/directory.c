/* SPDX-License-Identifier: MIT */
/* directory.c - a bundle in a directory, which may have other files beside it. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab/base/out_file.h"
#include "lab/base/regular.h"
#include "lab/base/shortage.h"
#include "lab/exchange/bundle.h"
#include "lab/exchange/manifest.h"
#include "lab/exchange/tables.h"

static int write_part(struct out_file *out, const struct bundle_file *file, const char *directory)
{
	int status = out_file_open(out, lab_printf("%s/%s", directory, file->name), true);

	if (status != LAB_OK)
		return status;
	fwrite(file->bytes, 1, file->size, out->file);
	return out_file_close(out);
}

/* The old MANIFEST goes first and the new one, which is last in the bundle, comes
 * last: in between there is no set. */
static int keep_all(struct out_file *parts, size_t count, const char *directory)
{
	int status = LAB_OK;

	unlink(lab_printf("%s/" MANIFEST_NAME, directory));
	for (size_t i = 0; i < count && status == LAB_OK; i++)
		status = out_file_keep(&parts[i]);
	return status;
}

int bundle_to_directory(struct bundle *bundle, const char *directory)
{
	struct out_file parts[BUNDLE_FILES] = { 0 };
	int status = LAB_OK;

	for (size_t i = 0; i < bundle->count && status == LAB_OK; i++)
		status = write_part(&parts[i], &bundle->files[i], directory);
	if (status == LAB_OK)
		status = keep_all(parts, bundle->count, directory);
	for (size_t i = 0; i < bundle->count && status != LAB_OK; i++)
		out_file_drop(&parts[i]);
	return status;
}

/* NULL with errno set. */
static char *read_whole(const char *path, size_t *size)
{
	FILE *file = regular_open(path);
	struct stat about;
	char *bytes = NULL;

	if (file == NULL)
		return NULL;
	if (fstat(fileno(file), &about) == 0)
		bytes = malloc((size_t)about.st_size + 1);
	if (bytes != NULL) {
		*size = fread(bytes, 1, (size_t)about.st_size, file);
		bytes[*size] = '\0';
	}
	fclose(file);
	return bytes;
}

static int add_from(struct bundle *bundle, const char *directory, const char *name)
{
	const char *path = lab_printf("%s/%s", directory, name);
	size_t size = 0;
	char *bytes = read_whole(path, &size);

	if (bytes != NULL)
		bundle_add(bundle, name, bytes, size);
	if (bytes != NULL || errno == ENOENT)
		return LAB_OK; /* the check of the MANIFEST says what is missing */
	lab_error("cannot read %s: %s; check its permissions", path, error_and_remedy(errno));
	return LAB_ENVIRONMENT;
}

int bundle_from_directory(struct bundle *bundle, const char *directory)
{
	int status = add_from(bundle, directory, MANIFEST_NAME);

	for (size_t i = 0; exchange_file(i) != NULL && status == LAB_OK; i++)
		status = add_from(bundle, directory, exchange_file(i));
	return status;
}
