/* SPDX-License-Identifier: MIT */
/* cgroup.c - /proc/self/cgroup against /proc/self/mountinfo; see cgroup.h. */
#include "lab/gates/cgroup.h"

#include <stdio.h>
#include <string.h>

#include "lab/gates/gate_file.h"

/* Is `word` one of the words between commas? */
static bool has_word(const char *list, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = list; at != NULL; at = strchr(at, ',')) {
		at += *at == ',';
		if (strncmp(at, word, length) == 0 && strchr(",\n", at[length]) != NULL)
			return true;
	}
	return false;
}

/* "4:cpu,cpuacct:/path" or "0::/path": the path if this line is wanted.
 * `controller` is one of version 1; NULL means version 2. */
static bool own_path(char *line, const char *controller, char *path, size_t bytes)
{
	char *controllers = strchr(line, ':'), *end;

	if (controllers == NULL)
		return false;
	end = strchr(++controllers, ':');
	if (end == NULL)
		return false;
	*end = '\0';
	if (controller == NULL ? controllers[0] != '\0' : !has_word(controllers, controller))
		return false;
	return (size_t)snprintf(path, bytes, "%s", end + 1) < bytes;
}

/* The mount of the hierarchy: what of it is mounted, and where. */
static bool own_mount(const char *line, const char *controller, char *from, char *mount)
{
	char type[16], options[512];
	const char *rest = strstr(line, " - ");

	if (rest == NULL || sscanf(rest, " - %15s %*s %511s", type, options) != 2)
		return false;
	if (strcmp(type, controller == NULL ? "cgroup2" : "cgroup") != 0 ||
	    (controller != NULL && !has_word(options, controller)))
		return false;
	return sscanf(line, "%*d %*d %*s %511s %511s", from, mount) == 2;
}

/* The first line of `text` that is wanted; takes the text apart. */
static bool find_path(char *text, const char *controller, char *path, size_t bytes)
{
	char *rest = text, *line;

	while ((line = strsep(&rest, "\n")) != NULL)
		if (own_path(line, controller, path, bytes))
			return true;
	return false;
}

static bool find_mount(const char *root, const char *controller, char *from, char *mount, char *why)
{
	char text[65536], *rest = text, *line;

	if (!file_text(root, "/proc/self/mountinfo", text, sizeof(text), why))
		return false;
	while ((line = strsep(&rest, "\n")) != NULL)
		if (own_mount(line, controller, from, mount))
			return true;
	snprintf(why, GATE_WHY_BYTES, "/proc/self/mountinfo: no control groups with %s",
		 controller != NULL ? controller : "version 2");
	return false;
}

/* `own` is relative to the hierarchy, of which `from` is mounted at `mount`. */
static bool join(struct cgroup *group, const char *own, const char *from, const char *mount)
{
	size_t skip = strcmp(from, "/") == 0 ? 0 : strlen(from);

	if (strncmp(own, from, skip) != 0 || strchr("/", own[skip]) == NULL ||
	    strncmp(own, "/..", 3) == 0)
		own = ""; /* outside what is mounted: the mount is all there is to see */
	else
		own += skip;
	if (strcmp(own, "/") == 0)
		own = "";
	group->top = (unsigned int)strlen(mount);
	return (size_t)snprintf(group->path, sizeof(group->path), "%s%s", mount, own) <
	       sizeof(group->path);
}

bool cgroup_find(const char *root, struct cgroup *group, char *why)
{
	char text[8192], again[8192], own[512], from[512], mount[512];

	if (!file_text(root, "/proc/self/cgroup", text, sizeof(text), why))
		return false;
	strcpy(again, text);
	group->unified = !find_path(text, "cpu", own, sizeof(own));
	if (group->unified && !find_path(again, NULL, own, sizeof(own))) {
		strcpy(why, "/proc/self/cgroup: it names no group for CPUs");
		return false;
	}
	if (!find_mount(root, group->unified ? NULL : "cpu", from, mount, why))
		return false;
	if (join(group, own, from, mount) && file_exists(root, group->path))
		return true;
	strcpy(why, "the own control group cannot be seen from here");
	return false;
}

bool cgroup_top(const char *root, const char *controller, char *path, char *why)
{
	char from[512], mount[512];

	if (!find_mount(root, controller, from, mount, why))
		return false;
	/* Only the true top has the first, only the true top lacks the second. */
	snprintf(path, GATE_PATH_BYTES, "%s/%s", mount,
		 controller != NULL ? "release_agent" : "cgroup.type");
	if (strcmp(from, "/") != 0 || file_exists(root, path) != (controller != NULL)) {
		snprintf(why, GATE_WHY_BYTES, "%.100s is not the top of all control groups", mount);
		return false;
	}
	strcpy(path, mount);
	return true;
}

bool cgroup_up(struct cgroup *group)
{
	char *slash = strrchr(group->path + group->top, '/');

	if (slash == NULL)
		return false;
	*slash = '\0';
	return true;
}

bool cgroup_file(const struct cgroup *group, const char *name, char *path)
{
	return snprintf(path, GATE_PATH_BYTES, "%s/%s", group->path, name) < GATE_PATH_BYTES;
}
