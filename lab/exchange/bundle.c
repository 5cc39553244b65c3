/* SPDX-License-Identifier: MIT */
/* bundle.c - see bundle.h. */
#include "lab/exchange/bundle.h"

#include <stdlib.h>
#include <string.h>

static void no_memory(void)
{
	lab_error("out of memory for the text of the results; free some and try again");
	exit(LAB_ENVIRONMENT);
}

FILE *bundle_begin(struct bundle *bundle, const char *name)
{
	struct bundle_file *file = &bundle->files[bundle->count++];
	FILE *out = open_memstream(&file->bytes, &file->size);

	file->name = name;
	if (out == NULL)
		no_memory();
	return out;
}

void bundle_end(FILE *out)
{
	bool failed = ferror(out) != 0;

	if (fclose(out) != 0 || failed)
		no_memory();
}

void bundle_add(struct bundle *bundle, const char *name, char *bytes, size_t size)
{
	bundle->files[bundle->count++] = (struct bundle_file){ name, bytes, size };
}

struct bundle_file *bundle_find(struct bundle *bundle, const char *name)
{
	for (size_t i = 0; i < bundle->count; i++)
		if (strcmp(bundle->files[i].name, name) == 0)
			return &bundle->files[i];
	return NULL;
}

static int by_name(const void *a, const void *b)
{
	const struct bundle_file *left = a, *right = b;

	return strcmp(left->name, right->name);
}

void bundle_sort(struct bundle *bundle)
{
	qsort(bundle->files, bundle->count, sizeof(bundle->files[0]), by_name);
}

void bundle_free(struct bundle *bundle)
{
	for (size_t i = 0; i < bundle->count; i++)
		free(bundle->files[i].bytes);
	bundle->count = 0;
}

bool is_folder_name(const char *name)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789._+-";

	return name[0] != '\0' && name[0] != '.' && strspn(name, allowed) == strlen(name);
}
