/* SPDX-License-Identifier: MIT */
/* environment.c - see environment.h. */
#include "lab/base/environment.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lab/base/asset.h"
#include "lab/base/lab.h"

#define LOCALE	     "LC_ALL=C.UTF-8"
#define FOR_PROGRAMS "\tall\t"
#define FOR_BUILDS   "\tbuild\t"

extern char **environ;

static char locale[] = LOCALE;
static char **everything; /* before it was closed: a build gets more of it */

/* Does the list's name at `pattern` stand for the variable? */
static bool names(const char *pattern, size_t length, const char *variable)
{
	if (pattern[length - 1] == '*')
		return strncmp(pattern, variable, length - 1) == 0;
	return strncmp(pattern, variable, length) == 0 && variable[length] == '=';
}

static bool is_for(const char *where, const char *kind)
{
	return strncmp(where, kind, strlen(kind)) == 0;
}

/* May "NAME=value" reach a program, or a build?  A line of the list is: name, tab, where, tab,
 * why. */
static bool passes_to(const char *variable, bool builds)
{
	const char *line = asset_find("environment.tsv")->text;

	for (; *line != '\0'; line += strcspn(line, "\n"), line += *line == '\n') {
		size_t length = strcspn(line, "\t\n");

		if (line[0] != '#' && length > 0 &&
		    (is_for(line + length, FOR_PROGRAMS) ||
		     (builds && is_for(line + length, FOR_BUILDS))) &&
		    names(line, length, variable))
			return true;
	}
	return false;
}

static size_t count_of(char *const *variables)
{
	size_t count = 0;

	while (variables != NULL && variables[count] != NULL)
		count++;
	return count;
}

/* Before it was closed. */
static char **all_variables(void)
{
	return everything != NULL ? everything : environ;
}

/* One malloc'ed block. */
static char **closed_from(char *const *variables, bool builds, const char *preload)
{
	static const char name[] = "LD_PRELOAD=";
	size_t count = count_of(variables), kept = 0, slots = count + 3; /* locale, preload, NULL */
	size_t bytes = preload != NULL ? sizeof(name) + strlen(preload) : 0;
	char **closed = malloc(slots * sizeof(*closed) + bytes);

	if (closed == NULL)
		abort();
	for (size_t i = 0; i < count; i++)
		if (passes_to(variables[i], builds))
			closed[kept++] = variables[i];
	closed[kept++] = locale;
	if (preload != NULL) {
		closed[kept] = (char *)(closed + slots);
		stpcpy(stpcpy(closed[kept++], name), preload);
	}
	closed[kept] = NULL;
	return closed;
}

char **environment_closed(const char *preload)
{
	return closed_from(environ, false, preload);
}

char **environment_for_build(void)
{
	return closed_from(all_variables(), true, NULL);
}

const char *environment_original(const char *name)
{
	size_t length = strlen(name);

	for (char **all = all_variables(); all != NULL && *all != NULL; all++)
		if (strncmp(*all, name, length) == 0 && (*all)[length] == '=')
			return *all + length + 1;
	return NULL;
}

void environment_close(void)
{
	everything = environ;
	environ = environment_closed(NULL);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

const char *environment_passed(void)
{
	size_t count = count_of(environ);
	char **sorted = lab_alloc((count + 1) * sizeof(*sorted));
	const char *text = LOCALE "; passed:";

	if (count > 0)
		memcpy(sorted, environ, count * sizeof(*sorted));
	qsort(sorted, count, sizeof(*sorted), by_name);
	for (size_t i = 0; i < count; i++)
		if (passes_to(sorted[i], false))
			text = lab_printf("%s %.*s", text, (int)strcspn(sorted[i], "="), sorted[i]);
	return text;
}
