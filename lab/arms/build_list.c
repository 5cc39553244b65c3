/* SPDX-License-Identifier: MIT */
/* build_list.c - reads and writes arms.txt; see build_list.h. */
#include "lab/arms/build_list.h"

#include <errno.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/arms/expression.h"
#include "lab/base/regular.h"
#include "lab/base/shortage.h"

/* What variants/CMakeLists.txt takes. */
#define LINE \
	"^(arm [a-zA-Z0-9_]+([+][a-z_]+=[a-z0-9_]+)* (timed|counting|fault)" \
	"|preset /([^][;$\\]*/)?[a-zA-Z0-9_]+[.]c)$"
#define ARM_LINE_MAX (EXPRESSION_FILE_MAX + 7u)

struct list {
	const char *path;
	struct strings lines;
	unsigned int bad; /* the number of the first line that is none; 0: all are */
};

static const char *after(const char *line, const char *word)
{
	size_t length = strlen(word);

	return strncmp(line, word, length) == 0 ? line + length : NULL;
}

static bool is_line(const regex_t *pattern, const char *line, size_t length)
{
	return strlen(line) == length && regexec(pattern, line, 0, NULL, 0) == 0 &&
	       (after(line, "arm ") == NULL || length <= ARM_LINE_MAX);
}

static void read_lines(struct list *list, FILE *file)
{
	regex_t pattern;
	char *line = NULL;
	size_t room = 0;
	ssize_t length;

	if (regcomp(&pattern, LINE, REG_EXTENDED | REG_NOSUB) != 0)
		abort();
	for (unsigned int number = 1; (length = getline(&line, &room, file)) >= 0; number++) {
		if (line[length - 1] == '\n')
			line[--length] = '\0';
		if (is_line(&pattern, line, (size_t)length))
			strings_add(&list->lines, line);
		else
			list->bad = list->bad != 0 ? list->bad : number;
	}
	free(line);
	regfree(&pattern);
}

/* A folder that was never built in has none.  0 or a negative errno. */
static int read_list(struct list *list, const char *folder)
{
	FILE *file;

	*list = (struct list){ .path = lab_printf("%s/arms.txt", folder) };
	file = regular_open(list->path);
	if (file == NULL)
		return errno == ENOENT ? 0 : -errno;
	read_lines(list, file);
	fclose(file);
	return 0;
}

void build_known(const char *folder, struct strings *arms)
{
	struct list list;

	read_list(&list, folder);
	for (size_t i = 0; i < list.lines.count; i++) {
		const char *arm = after(list.lines.items[i], "arm ");

		if (arm != NULL)
			strings_add(arms, lab_printf("%.*s", (int)strcspn(arm, " "), arm));
	}
}

void build_known_presets(const char *folder)
{
	struct list list;

	read_list(&list, folder);
	for (size_t i = 0; i < list.lines.count; i++) {
		const char *file = after(list.lines.items[i], "preset ");

		if (file != NULL)
			preset_add_again(file);
	}
}

/* Another file of that name was given later, and counts. */
static bool is_replaced(const char *line)
{
	const char *file = after(line, "preset ");

	for (size_t i = 0; i < preset_files()->count && file != NULL; i++)
		if (strcmp(strrchr(preset_files()->items[i], '/'), strrchr(file, '/')) == 0)
			return true;
	return false;
}

static void add(struct strings *lines, const char *line)
{
	if (!strings_contain(lines, line))
		strings_add(lines, line);
}

/* Presets first: an arm may be one of them. */
static struct strings joined(const struct strings *before, const struct wanted *wanted)
{
	struct strings lines = { NULL, 0 };

	for (size_t i = 0; i < preset_files()->count; i++)
		add(&lines, lab_printf("preset %s", preset_files()->items[i]));
	for (size_t i = 0; i < before->count; i++)
		if (!is_replaced(before->items[i]))
			add(&lines, before->items[i]);
	for (size_t i = 0; i < wanted->count; i++)
		if (!is_peer(wanted->programs[i].arm))
			add(&lines, lab_printf("arm %s %s", wanted->programs[i].arm,
					       wanted->programs[i].flavour));
	return lines;
}

static int write_list(const char *path, const struct strings *lines)
{
	const char *part = lab_printf("%s.part", path);
	FILE *file = regular_create(part);
	bool right = file != NULL;

	for (size_t i = 0; i < lines->count && right; i++)
		right = fprintf(file, "%s\n", lines->items[i]) > 0;
	if (file != NULL)
		right = fclose(file) == 0 && right;
	if (right && rename(part, path) == 0)
		return LAB_OK;
	lab_error("cannot write %s: %s", path, error_and_remedy(errno));
	return LAB_ENVIRONMENT;
}

int build_list_add(const char *folder, const struct wanted *wanted)
{
	struct list list;
	struct strings lines;
	int error = read_list(&list, folder);

	if (error != 0) {
		lab_error("cannot read %s, the list of what is built: %s; delete it", list.path,
			  error_and_remedy(-error));
		return LAB_ENVIRONMENT;
	}
	if (list.bad != 0)
		lab_error("%s, line %u: neither an arm nor a preset, it is dropped; a run that "
			  "needs it asks for it again",
			  list.path, list.bad);
	lines = joined(&list.lines, wanted);
	if (list.bad == 0 &&
	    strcmp(strings_join(&lines, "\n"), strings_join(&list.lines, "\n")) == 0)
		return LAB_OK; /* and CMake has nothing to do */
	return write_list(list.path, &lines);
}
