/* SPDX-License-Identifier: MIT */
/* build.c - see build.h. */
#include "lab/arms/build.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lab/arms/build_step.h"
#include "lab/arms/expression.h"
#include "lab/base/shortage.h"

#define LAYOUTS 4

/* ------------------------------------------------------- what is wanted -- */

void wanted_add(struct wanted *wanted, const char *arm, const char *flavour, bool in_layouts)
{
	for (size_t i = 0; i < wanted->count; i++) {
		struct wanted_program *program = &wanted->programs[i];

		if (strcmp(program->arm, arm) != 0 || strcmp(program->flavour, flavour) != 0)
			continue;
		program->in_layouts = program->in_layouts || in_layouts;
		return;
	}
	wanted->programs = lab_grow(wanted->programs, wanted->count, sizeof(*wanted->programs));
	wanted->programs[wanted->count++] = (struct wanted_program){ arm, flavour, in_layouts };
}

const char *program_file(const char *arm, const char *flavour)
{
	bool is_timed = strcmp(flavour, "timed") == 0;

	return lab_printf("%s%s%s", arm_program(arm), is_timed ? "" : "-", is_timed ? "" : flavour);
}

static const char *file_of(const struct wanted_program *program)
{
	return program_file(program->arm, program->flavour);
}

void wanted_files(const struct wanted *wanted, struct strings *files)
{
	for (size_t i = 0; i < wanted->count; i++) {
		const char *file = file_of(&wanted->programs[i]);

		strings_add(files, file);
		for (int layout = 1; layout < LAYOUTS && wanted->programs[i].in_layouts; layout++)
			strings_add(files, lab_printf("%s@%d", file, layout));
	}
}

/* ------------------------------------------------------ the list of arms -- */

static void read_list(const char *path, struct strings *lines)
{
	FILE *file = fopen(path, "re");
	char *line = NULL;
	size_t room = 0;

	while (file != NULL && getline(&line, &room, file) >= 0) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] != '\0')
			strings_add(lines, line);
	}
	free(line);
	if (file != NULL)
		fclose(file);
}

void build_known(const char *folder, struct strings *arms)
{
	struct strings lines = { NULL, 0 };

	read_list(lab_printf("%s/arms.txt", folder), &lines);
	for (size_t i = 0; i < lines.count; i++)
		if (strncmp(lines.items[i], "arm ", 4) == 0)
			strings_add(arms, lab_printf("%.*s", (int)strcspn(lines.items[i] + 4, " "),
						     lines.items[i] + 4));
}

void build_known_presets(const char *folder)
{
	struct strings lines = { NULL, 0 };

	read_list(lab_printf("%s/arms.txt", folder), &lines);
	for (size_t i = 0; i < lines.count; i++)
		if (strncmp(lines.items[i], "preset ", 7) == 0)
			preset_add_again(lines.items[i] + 7);
}

/* The name of the file of a line "preset FILE"; NULL: the line is none. */
static const char *file_name(const char *line)
{
	const char *slash = strrchr(line, '/');

	return strncmp(line, "preset ", 7) == 0 && slash != NULL ? slash + 1 : NULL;
}

/* Another file of that name was given later, and counts. */
static bool is_replaced(const char *line)
{
	const char *name = file_name(line);

	for (size_t i = 0; i < preset_files()->count && name != NULL; i++)
		if (strcmp(file_name(lab_printf("preset %s", preset_files()->items[i])), name) == 0)
			return true;
	return false;
}

static bool add_line(struct strings *list, const struct strings *before, const char *line)
{
	if (!strings_contain(list, line))
		strings_add(list, line);
	return !strings_contain(before, line);
}

/* Presets first: an arm may be one of them.  True: something is new. */
static bool add_lines(struct strings *lines, const struct wanted *wanted)
{
	struct strings list = { NULL, 0 };
	bool is_new = false;

	for (size_t i = 0; i < preset_files()->count; i++)
		is_new |= add_line(&list, lines, lab_printf("preset %s", preset_files()->items[i]));
	for (size_t i = 0; i < lines->count; i++)
		if (!is_replaced(lines->items[i]))
			add_line(&list, lines, lines->items[i]);
	for (size_t i = 0; i < wanted->count; i++)
		if (!is_peer(wanted->programs[i].arm))
			is_new |= add_line(&list, lines,
					   lab_printf("arm %s %s", wanted->programs[i].arm,
						      wanted->programs[i].flavour));
	*lines = list;
	return is_new;
}

static int write_list(const char *path, const struct strings *lines)
{
	const char *part = lab_printf("%s.part", path);
	FILE *file = fopen(part, "we");
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

static int update_list(const char *folder, const struct wanted *wanted)
{
	const char *path = lab_printf("%s/arms.txt", folder);
	struct strings lines = { NULL, 0 };

	read_list(path, &lines);
	return add_lines(&lines, wanted) ? write_list(path, &lines) : LAB_OK;
}

/* ------------------------------------------------------------- building -- */

/* bench-X@1 is made by the target layout1-bench-X. */
static const char *target_of(const char *file)
{
	const char *at = strchr(file, '@');

	return at == NULL ? file : lab_printf("layout%s-%.*s", at + 1, (int)(at - file), file);
}

static char **command_for(const char *folder, const struct strings *files)
{
	char **argv = lab_alloc((files->count + 9) * sizeof(*argv));
	size_t count = 0;

	argv[count++] = lab_strdup("cmake");
	argv[count++] = lab_strdup("--build");
	argv[count++] = lab_strdup(folder);
	argv[count++] = lab_strdup("--target");
	argv[count++] = lab_strdup("bench-null"); /* says which workloads there are (known.h) */
	for (size_t i = 0; i < files->count; i++)
		argv[count++] = lab_strdup(target_of(files->items[i]));
	argv[count++] = lab_strdup("--");
	argv[count++] = lab_strdup("-k0"); /* a peer that fails keeps nothing else away */
	argv[count] = NULL;
	return argv;
}

/* Up to date is said by a build that does nothing, which takes a moment. */
static int run_build(const char *folder, const struct strings *files, const char *log, int *how)
{
	const char *doing = lab_printf("building %zu program%s", files->count,
				       files->count == 1 ? "" : "s");
	int error = build_step(command_for(folder, files), log, doing, how);

	if (error == 0)
		return LAB_OK;
	lab_error(
		"cannot start cmake, which builds the programs of the plan: %s; install cmake, or "
		"give --arms-dir with programs that are there",
		error_and_remedy(-error));
	return LAB_ENVIRONMENT;
}

/* A peer that is not for this build has a note instead, under its own name or that of all its
 * versions: tokio-not-built.txt. */
static const char *why_missing(const char *folder, const char *peer, const char *log)
{
	char *name = lab_strdup(peer);

	for (char *dash = name; dash != NULL; dash = strrchr(name, '-')) {
		const char *note;

		if (dash != name)
			*dash = '\0';
		note = lab_printf("%s/bin/%s-not-built.txt", folder, name);
		if (access(note, R_OK) == 0)
			return build_first_error(note);
	}
	return build_first_error(log);
}

/* Of peers those that are there may have been made all the same. */
static int complain_missing(const char *folder, const struct wanted *wanted, const char *log)
{
	for (size_t i = 0; i < wanted->count; i++) {
		const struct wanted_program *program = &wanted->programs[i];

		if (!is_peer(program->arm)) {
			lab_error("cannot build the programs that are needed: %s; all of it is in "
				  "%s",
				  build_first_error(log), log);
			return LAB_ENVIRONMENT;
		}
		if (access(lab_printf("%s/bin/%s", folder, file_of(program)), X_OK) != 0)
			lab_error("%s (%s): cannot be built, it is left out: %s (%s)", program->arm,
				  program->flavour, why_missing(folder, program->arm, log), log);
	}
	return LAB_OK;
}

/* LAB_OK, whether all of it was `made` or not. */
static int try_build(const char *folder, const struct wanted *wanted, const char *log, bool *made)
{
	struct strings files = { NULL, 0 };
	int how, status;

	wanted_files(wanted, &files);
	*made = files.count == 0;
	if (*made)
		return LAB_OK;
	status = run_build(folder, &files, log, &how);
	*made = status == LAB_OK && WIFEXITED(how) && WEXITSTATUS(how) == 0;
	return status;
}

static int build_each(const char *folder, const struct wanted *wanted, const char *log)
{
	bool made;
	int status = try_build(folder, wanted, log, &made);

	return status != LAB_OK || made ? status : complain_missing(folder, wanted, log);
}

/* All at once, because a peer's build keeps one CPU busy and leaves the others to the rest.  Where
 * something fails: what runs on a compiler, and then each peer's programs, which may fail alone. */
static int build_all(const char *folder, const struct wanted *wanted)
{
	struct wanted own = { NULL, 0 }, peers = { NULL, 0 };
	const char *log = lab_printf("%s/arms.log", folder);
	bool made = false;
	int status = LAB_OK;

	for (size_t i = 0; i < wanted->count; i++) {
		const struct wanted_program *program = &wanted->programs[i];

		wanted_add(is_peer(program->arm) ? &peers : &own, program->arm, program->flavour,
			   program->in_layouts);
	}
	if (peers.count > 0)
		status = try_build(folder, wanted, log, &made);
	if (status != LAB_OK || made)
		return status;
	status = build_each(folder, &own, log);
	return status == LAB_OK ? build_each(folder, &peers, lab_printf("%s/peers.log", folder)) :
				  status;
}

int build_wanted(const char *folder, const struct wanted *wanted)
{
	int lock = build_lock(folder);
	int status;

	if (lock < 0) {
		lab_error("cannot lock %s: %s", folder, error_and_remedy(-lock));
		return LAB_ENVIRONMENT;
	}
	status = update_list(folder, wanted);
	if (status == LAB_OK)
		status = build_all(folder, wanted);
	close(lock);
	return status;
}
