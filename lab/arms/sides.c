/* SPDX-License-Identifier: MIT */
/* sides.c - see sides.h. */
#include "lab/arms/sides.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/arms/build.h"

#define ROW	 "tokio-bare-"
#define COUNTING "-counting"

static int is_label(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

void side_names(struct strings *names)
{
	const char *why = NULL, *folder = build_folder(&why);
	struct dirent **entries = NULL;
	int count;

	if (folder == NULL)
		return;
	folder = lab_printf("%s/tokio-sides", folder);
	count = scandir(folder, &entries, is_label, alphasort);
	for (int i = 0; i < count; i++) {
		const char *label = entries[i]->d_name, *row = lab_printf(ROW "%s", label);
		const char *manifest = lab_printf("%s/%s/Cargo.toml", folder, label);

		if (access(manifest, R_OK) == 0 && !strings_contain(names, row))
			strings_add(names, row);
		free(entries[i]);
	}
	free(entries);
}

bool side_is_made(const char *file)
{
	struct strings names = { NULL, 0 };
	size_t length = strlen(file), end = strlen(COUNTING);

	if (strncmp(file, "bench-", 6) != 0)
		return false;
	if (length > end && strcmp(file + length - end, COUNTING) == 0)
		length -= end;
	side_names(&names);
	return strings_contain(&names, lab_printf("%.*s", (int)length - 6, file + 6));
}
