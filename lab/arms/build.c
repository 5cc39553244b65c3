/* SPDX-License-Identifier: MIT */
/* build.c - see build.h. */
#include "lab/arms/build.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lab/arms/build_list.h"
#include "lab/arms/build_step.h"
#include "lab/arms/expression.h"
#include "lab/base/shortage.h"

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
		for (int layout = 1; layout < BUILD_LAYOUTS && wanted->programs[i].in_layouts;
		     layout++)
			strings_add(files, lab_printf("%s@%d", file, layout));
	}
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

static bool is_there(const char *folder, const struct wanted_program *program)
{
	return access(lab_printf("%s/bin/%s", folder, file_of(program)), X_OK) == 0;
}

static size_t count_missing(const char *folder, const struct wanted *wanted)
{
	size_t missing = 0;

	for (size_t i = 0; i < wanted->count; i++)
		missing += !is_there(folder, &wanted->programs[i]);
	return missing;
}

/* A log in which nothing but this program fails. */
static const char *log_of(const char *folder, const struct wanted_program *program)
{
	struct wanted alone = { NULL, 0 };
	const char *log = lab_printf("%s/%s.log", folder, file_of(program));
	bool made;

	wanted_add(&alone, program->arm, program->flavour, false);
	return try_build(folder, &alone, log, &made) == LAB_OK ? log : NULL;
}

/* Of peers those that are there may have been made all the same. */
static int complain_missing(const char *folder, const struct wanted *wanted, const char *log)
{
	size_t missing = count_missing(folder, wanted);

	for (size_t i = 0; i < wanted->count; i++) {
		const struct wanted_program *program = &wanted->programs[i];

		if (!is_peer(program->arm)) {
			lab_error("cannot build the programs that are needed: %s; all of it is in "
				  "%s",
				  build_first_error(log), log);
			return LAB_ENVIRONMENT;
		}
		if (is_there(folder, program))
			continue;
		if (missing > 1)
			log = log_of(folder, program);
		if (log == NULL)
			return LAB_ENVIRONMENT;
		lab_error("%s (%s): cannot be built, it is left out: %s (%s)", program->arm,
			  program->flavour, why_missing(folder, program->arm, log), log);
	}
	return LAB_OK;
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
	status = build_list_add(folder, wanted);
	if (status == LAB_OK)
		status = build_all(folder, wanted);
	close(lock);
	return status;
}
