/* SPDX-License-Identifier: MIT */
/* data.c - see data.h. */
#include "lab/base/data.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/base/lab.h"

/* A file that every tree has, and hardly anything else. */
#define MARK "lab/suites/smoke.json"

const char *own_directory(void)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (length <= 0)
		return NULL;
	path[length] = '\0';
	*strrchr(path, '/') = '\0';
	return lab_strdup(path);
}

static bool is_below(const char *path, const char *directory)
{
	char real[PATH_MAX];
	size_t length;

	if (realpath(directory, real) == NULL)
		return false;
	length = strlen(real);
	return strncmp(path, real, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* NULL, or the folder with its true name. */
static const char *with_data(const char *folder)
{
	char real[PATH_MAX];

	if (folder == NULL || access(lab_printf("%s/" MARK, folder), R_OK) != 0)
		return NULL;
	return realpath(folder, real) != NULL ? lab_strdup(real) : NULL;
}

const char *data_installed(void)
{
	const char *own = own_directory();

	return own != NULL ? with_data(lab_printf("%s/.." DATA_INSTALLED, own)) : NULL;
}

/* NULL, or the tree; LAB_SOURCE_FROM_BIN is empty for a build outside of it. */
static const char *find_tree(void)
{
	const char *own = own_directory(), *tree = data_installed();

	if (own == NULL || tree != NULL)
		return tree;
	if (is_below(own, LAB_BUILD_TREE))
		tree = LAB_SOURCE_TREE;
	else if (LAB_SOURCE_FROM_BIN[0] != '\0')
		tree = lab_printf("%s/%s", own, LAB_SOURCE_FROM_BIN);
	return with_data(tree);
}

const char *data_folder(const char *asked, const char *variable, const char *part)
{
	const char *tree;

	if (asked == NULL)
		asked = getenv(variable);
	if (asked != NULL)
		return asked;
	tree = find_tree();
	if (tree != NULL)
		return lab_printf("%s/%s", tree, part);
	lab_error("this program has no source tree with it (built from %s, it lies elsewhere now): "
		  "build it where it is, install it, or set $%s to a folder of %s",
		  LAB_SOURCE_TREE, variable, strrchr(part, '/') ? strrchr(part, '/') + 1 : part);
	return NULL;
}

static int is_json(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot != NULL && dot != entry->d_name && strcmp(dot, ".json") == 0;
}

int data_names(const char *folder, struct strings *names)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, is_json, alphasort);

	if (count < 0)
		return errno;
	for (int i = 0; i < count; i++) {
		strings_add(names, lab_printf("%.*s", (int)strlen(entries[i]->d_name) - 5,
					      entries[i]->d_name));
		free(entries[i]);
	}
	free(entries);
	return 0;
}

const char *data_tree(void)
{
	const char *tree = find_tree();

	return tree != NULL ? tree : "none (the program lies apart from its source tree)";
}

const char *data_run(void)
{
	const char *tree = find_tree();

	return tree != NULL && access(lab_printf("%s/scripts/run", tree), X_OK) == 0 ?
		       "scripts/run" :
		       "schedlab run";
}
