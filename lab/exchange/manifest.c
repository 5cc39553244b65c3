/* SPDX-License-Identifier: MIT */
/* manifest.c - see manifest.h. */
#include "lab/exchange/manifest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define TITLE	   "schedlab result set\n"
#define HEAD_LINES 3u

static unsigned int checksum(const char *bytes, size_t size)
{
	return (unsigned int)crc32_z(crc32_z(0, NULL, 0), (const unsigned char *)bytes, size);
}

static const char *file_line(const struct bundle *bundle, size_t index)
{
	size_t size = bundle->files[index].size;

	return lab_printf("%s %zu %08x", bundle_names[index], size,
			  checksum(bundle->files[index].bytes, size));
}

void manifest_write(struct bundle *bundle, const char *set_id)
{
	const char *text = lab_printf(TITLE "format %d\nset %s\n", MANIFEST_FORMAT,
				      set_id != NULL ? set_id : "-");

	for (size_t i = BUNDLE_MANIFEST + 1; i < BUNDLE_FILES; i++)
		text = lab_printf("%s%s\n", text, file_line(bundle, i));
	text = lab_printf("%send %08x\n", text, checksum(text, strlen(text)));
	free(bundle->files[BUNDLE_MANIFEST].bytes);
	bundle->files[BUNDLE_MANIFEST].bytes = strdup(text);
	bundle->files[BUNDLE_MANIFEST].size = strlen(text);
}

static int complain(const char *where, const char *file, const char *what)
{
	lab_error("%s: %s %s; get the set again from where it came from", where, file, what);
	return LAB_ENVIRONMENT;
}

/* Title and format first: a newer format may have changed everything else. */
static int check_head(const char *text, const char *where)
{
	int format = manifest_format(text);

	if (format == MANIFEST_FORMAT)
		return LAB_OK;
	if (format <= 0)
		return complain(where, "MANIFEST", "is not that of a schedlab result set");
	lab_error("%s has format %d, this schedlab reads %d; use %s schedlab", where, format,
		  MANIFEST_FORMAT, format > MANIFEST_FORMAT ? "a newer" : "an older");
	return LAB_ENVIRONMENT;
}

static int check_end(const char *text, size_t size, const char *where)
{
	const char *end = strstr(text, "\nend ");

	if (end == NULL || strlen(text) != size || text[size - 1] != '\n')
		return complain(where, "MANIFEST", "is cut short");
	end++;
	return strcmp(end, lab_printf("end %08x\n", checksum(text, (size_t)(end - text)))) == 0 ?
		       LAB_OK :
		       complain(where, "MANIFEST", "is damaged");
}

static int check_files(const struct bundle *bundle, const char *where)
{
	struct strings lines = { NULL, 0 };

	strings_split(&lines, bundle->files[BUNDLE_MANIFEST].bytes, '\n');
	for (size_t i = BUNDLE_MANIFEST + 1; i < BUNDLE_FILES; i++) {
		size_t line = HEAD_LINES + i - 1;

		if (bundle->files[i].bytes == NULL)
			return complain(where, bundle_names[i], "is missing");
		if (line >= lines.count || strcmp(lines.items[line], file_line(bundle, i)) != 0)
			return complain(where, bundle_names[i],
					"is not what its MANIFEST says: it is damaged");
	}
	return LAB_OK;
}

int manifest_check(const struct bundle *bundle, const char *where)
{
	const char *text = bundle->files[BUNDLE_MANIFEST].bytes;
	int status;

	if (text == NULL)
		return complain(where, "MANIFEST", "is missing");
	status = check_head(text, where);
	if (status == LAB_OK)
		status = check_end(text, bundle->files[BUNDLE_MANIFEST].size, where);
	return status == LAB_OK ? check_files(bundle, where) : status;
}

int manifest_format(const char *text)
{
	int format = 0;

	if (strncmp(text, TITLE, strlen(TITLE)) == 0)
		sscanf(text + strlen(TITLE), "format %d\n", &format);
	return format;
}

const char *manifest_set_id(const char *text)
{
	char id[33]; /* 32 hex digits and a NUL */
	int format;

	if (manifest_format(text) <= 0 ||
	    sscanf(text + strlen(TITLE), "format %d\nset %32s\n", &format, id) != 2 ||
	    strcmp(id, "-") == 0)
		return NULL;
	return lab_strdup(id);
}
