/* SPDX-License-Identifier: MIT */
/* gate_file.c - see gate_file.h. */
#include "lab/gates/gate_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lab/base/option.h"

static bool explain(char *why, const char *path, const char *reason)
{
	snprintf(why, GATE_WHY_BYTES, "%.100s: %s", path, reason);
	return false;
}

bool file_text(const char *root, const char *path, char *text, size_t bytes, char *why)
{
	char full[GATE_PATH_BYTES];
	FILE *file;
	size_t got;
	int error;

	text[0] = '\0';
	if (snprintf(full, sizeof(full), "%s%s", root, path) >= (int)sizeof(full))
		return explain(why, path, "the path is too long");
	file = fopen(full, "r");
	if (file == NULL)
		return explain(why, path, strerror(errno));
	errno = 0;
	got = fread(text, 1, bytes, file);
	error = ferror(file) ? errno : 0;
	fclose(file);
	text[got < bytes ? got : bytes - 1] = '\0';
	if (error != 0)
		return explain(why, path, strerror(error));
	if (got == 0)
		return explain(why, path, "it is empty");
	return got < bytes || explain(why, path, "it is longer than expected");
}

bool file_line(const char *root, const char *path, char *text, size_t bytes, char *why)
{
	size_t length;

	if (!file_text(root, path, text, bytes, why))
		return false;
	length = strcspn(text, "\n");
	if (text[length] == '\0')
		return explain(why, path, "it ends in the middle of a line");
	text[length] = '\0';
	return length > 0 || explain(why, path, "its first line is empty");
}

bool file_number(const char *root, const char *path, int64_t *number, char *why)
{
	char text[64];

	if (!file_line(root, path, text, sizeof(text), why))
		return false;
	return parse_number(text, INT64_MIN, INT64_MAX, number) ||
	       explain(why, path, "it is not a number");
}

static bool parse_cpus(const char *path, const char *text, hwloc_bitmap_t cpus, char *why)
{
	if (strspn(text, "0123456789,-") == strlen(text) &&
	    hwloc_bitmap_list_sscanf(cpus, text) == 0 && hwloc_bitmap_weight(cpus) > 0)
		return true;
	return explain(why, path, "it is not a list of CPUs");
}

bool file_cpus(const char *root, const char *path, hwloc_bitmap_t cpus, char *why)
{
	char text[4096];

	return file_line(root, path, text, sizeof(text), why) && parse_cpus(path, text, cpus, why);
}

bool file_cpus_online(const char *root, hwloc_bitmap_t cpus, char *why)
{
	return file_cpus(root, "/sys/devices/system/cpu/online", cpus, why);
}

/* What stands behind "key " or "key: " at the beginning of a line. */
static char *behind(char *line, const char *key)
{
	size_t length = strlen(key);

	if (strncmp(line, key, length) != 0 || strchr(": \t", line[length]) == NULL ||
	    line[length] == '\0')
		return NULL;
	return line + length + strspn(line + length, ": \t");
}

/* The first of the whole lines that has the key; NULL: none has. */
static char *value_of(char *text, const char *key)
{
	char *line = text, *end, *value;

	for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		value = behind(line, key);
		if (value != NULL)
			return value;
	}
	return NULL;
}

bool file_key(const char *root, const char *path, const char *key, int64_t *number, char *why)
{
	char text[16384], *value;

	if (!file_text(root, path, text, sizeof(text), why))
		return false;
	value = value_of(text, key);
	if (value != NULL)
		value[strcspn(value, " ")] = '\0'; /* meminfo says kB behind it */
	if (value != NULL && parse_number(value, INT64_MIN, INT64_MAX, number))
		return true;
	snprintf(why, GATE_WHY_BYTES, "%.100s: it has no number %s", path, key);
	return false;
}

bool file_cpus_of_key(const char *root, const char *path, const char *key, hwloc_bitmap_t cpus,
		      char *why)
{
	char text[16384], *value;

	if (!file_text(root, path, text, sizeof(text), why))
		return false;
	value = value_of(text, key);
	if (value != NULL)
		return parse_cpus(path, value, cpus, why);
	snprintf(why, GATE_WHY_BYTES, "%.100s: it has no list %s", path, key);
	return false;
}

bool file_exists(const char *root, const char *path)
{
	char full[GATE_PATH_BYTES];

	return snprintf(full, sizeof(full), "%s%s", root, path) < (int)sizeof(full) &&
	       access(full, F_OK) == 0;
}
