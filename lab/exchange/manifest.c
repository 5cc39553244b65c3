/* SPDX-License-Identifier: MIT */
/* manifest.c - see manifest.h. */
#include "lab/exchange/manifest.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "lab/exchange/tables.h"

#define TITLE	  "schedlab result set\n"
#define SET_BYTES 33u /* 32 hex digits and a NUL */

static unsigned int checksum(const char *bytes, size_t size)
{
	return (unsigned int)crc32_z(crc32_z(0, NULL, 0), (const unsigned char *)bytes, size);
}

static size_t lines_in(const struct bundle_file *file)
{
	size_t lines = 0;

	for (size_t i = 0; i < file->size; i++)
		lines += file->bytes[i] == '\n';
	return lines;
}

void manifest_write(struct bundle *bundle, const char *set_id)
{
	size_t files = bundle->count;
	struct bundle_file *own;
	FILE *out;

	bundle_sort(bundle);
	out = bundle_begin(bundle, MANIFEST_NAME);
	own = &bundle->files[files];
	fprintf(out, TITLE "format %d\nset %s\n", MANIFEST_FORMAT, set_id != NULL ? set_id : "-");
	for (size_t i = 0; i < files; i++) {
		const struct bundle_file *file = &bundle->files[i];

		fprintf(out, "%s %zu %08x\n", file->name, lines_in(file),
			checksum(file->bytes, file->size));
	}
	fflush(out); /* own->bytes and own->size are right now */
	fprintf(out, "end %08x\n", checksum(own->bytes, own->size));
	bundle_end(out);
}

static int complain(const char *where, const char *file, const char *what, const char *remedy)
{
	lab_error("%s: %s %s; %s", where, file, what, remedy);
	return LAB_ENVIRONMENT;
}

static const char again[] = "get the set again from where it came from";

/* Title and format first: a newer format may have changed everything else. */
static int check_head(const struct bundle_file *manifest, const char *where)
{
	int format;

	if (strncmp(manifest->bytes, TITLE, strlen(TITLE)) != 0)
		return complain(where, MANIFEST_NAME, "is not that of a schedlab result set",
				"give a set written by schedlab export or pack");
	if (sscanf(manifest->bytes + strlen(TITLE), "format %d\n", &format) != 1)
		return complain(where, MANIFEST_NAME, "has no format", again);
	if (format >= 1 && format <= MANIFEST_FORMAT)
		return LAB_OK;
	lab_error("%s has format %d, this schedlab reads %d; use a newer schedlab", where, format,
		  MANIFEST_FORMAT);
	return LAB_ENVIRONMENT;
}

/* Where the last line begins; NULL if there is none or it is not the end. */
static const char *last_line(const struct bundle_file *manifest)
{
	const char *bytes = manifest->bytes;
	size_t at = manifest->size;

	if (at == 0 || bytes[at - 1] != '\n')
		return NULL;
	for (at--; at > 0 && bytes[at - 1] != '\n'; at--)
		continue;
	return strncmp(bytes + at, "end ", 4) == 0 ? bytes + at : NULL;
}

static int check_end(const struct bundle_file *manifest, const char *where)
{
	const char *end = last_line(manifest);

	if (end == NULL)
		return complain(where, MANIFEST_NAME, "is cut short", again);
	if (strtoul(end + 4, NULL, 16) !=
	    checksum(manifest->bytes, (size_t)(end - manifest->bytes)))
		return complain(where, MANIFEST_NAME, "is damaged", again);
	return LAB_OK;
}

static int check_file(struct bundle *bundle, const char *where, const char *name, size_t lines,
		      unsigned int expected)
{
	const struct bundle_file *file = bundle_find(bundle, name);
	size_t found;

	if (!is_exchange_file(name))
		return complain(where, name, "in its MANIFEST is no file of a result set", again);
	if (file == NULL)
		return complain(where, name, "is missing", again);
	found = lines_in(file);
	if (checksum(file->bytes, file->size) == expected)
		return LAB_OK;
	if (found != lines) {
		lab_error("%s: %s has %zu lines instead of %zu; %s", where, name, found, lines,
			  again);
		return LAB_ENVIRONMENT;
	}
	return complain(where, name, "is damaged", again);
}

/* What is there and not in the list would be read and vouched for by nobody. */
static int check_unlisted(const struct bundle *bundle, const struct strings *listed,
			  const char *where)
{
	for (size_t i = 0; i < bundle->count; i++)
		if (strcmp(bundle->files[i].name, MANIFEST_NAME) != 0 &&
		    !strings_contain(listed, bundle->files[i].name))
			return complain(where, bundle->files[i].name, "is not in its MANIFEST",
					again);
	for (size_t i = 0; exchange_file(i) != NULL; i++)
		if (!strings_contain(listed, exchange_file(i)))
			return complain(where, exchange_file(i), "is not in its MANIFEST", again);
	return LAB_OK;
}

static int check_files(struct bundle *bundle, const char *where, const char *text)
{
	struct strings lines = { NULL, 0 }, listed = { NULL, 0 };
	int status = LAB_OK;

	strings_split(&lines, text, '\n');
	for (size_t i = 3; i + 1 < lines.count && status == LAB_OK; i++) {
		unsigned int expected;
		char name[64];
		size_t count;

		if (sscanf(lines.items[i], "%63s %zu %x", name, &count, &expected) != 3)
			return complain(where, MANIFEST_NAME, "has a line that is none", again);
		strings_add(&listed, name);
		status = check_file(bundle, where, name, count, expected);
	}
	return status == LAB_OK ? check_unlisted(bundle, &listed, where) : status;
}

int manifest_check(struct bundle *bundle, const char *where, const char **set_id)
{
	const struct bundle_file *manifest = bundle_find(bundle, MANIFEST_NAME);
	int status;

	if (manifest == NULL)
		return complain(where, MANIFEST_NAME, "is missing",
				"give a set written by schedlab export or pack");
	status = check_head(manifest, where);
	if (status == LAB_OK)
		status = check_end(manifest, where);
	if (status == LAB_OK)
		status = check_files(bundle, where, manifest->bytes);
	*set_id = status == LAB_OK ? manifest_set_id(manifest->bytes) : NULL;
	return status;
}

const char *manifest_set_id(const char *text)
{
	char id[SET_BYTES];
	int format;

	if (strncmp(text, TITLE, strlen(TITLE)) != 0 ||
	    sscanf(text + strlen(TITLE), "format %d\nset %32s\n", &format, id) != 2 ||
	    strcmp(id, "-") == 0)
		return NULL;
	return lab_strdup(id);
}
